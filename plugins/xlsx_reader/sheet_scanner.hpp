// SPDX-License-Identifier: MPL-2.0
//
// Reads the rows of a sheet in the shapes that programs really write. Two levels: a cell of a fixed shape (its place as
// predicted, a style, a number or a shared string) costs a few comparisons; any other cell with known elements goes
// through a tolerant step. A row with anything else is given back whole. For one thread.
#pragma once

#include "xlsx_reader/cell_builder.hpp"
#include "xlsx_reader/sheet_handler.hpp"
#include "xlsx_reader/tags.hpp"
#include "xml/bulk_reader.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace bilan::xlsx {

template <class Tags>
class RowScanner final : public xml::BulkScanner {
public:
    /// `frame` is the handler that read what stands before the rows.
    RowScanner(CellBuilder& cells, RowCursor& cursor, const SheetHandler& frame, Tags tags)
        : cells_(cells), cursor_(cursor), frame_(frame), tags_(tags)
    {
    }

    [[nodiscard]] const char* scan(const char* from, const char* to) override;

private:
    [[nodiscard]] const char* row(const char* at);
    [[nodiscard]] const char* row_tag(const char* at, bool& is_hidden);
    [[nodiscard]] const char* row_tag_as_before(const char* at, bool& is_hidden);
    void remember_tail(const char* from, const char* to, bool is_hidden);
    void predict_row();
    [[nodiscard]] const char* cells(const char* at);
    [[nodiscard]] const char* usual_cell(const char* at);
    [[nodiscard]] const char* any_cell(const char* at);
    [[nodiscard]] const char* cell_tag(const char* at, CellInput& cell);
    [[nodiscard]] const char* cell_content(const char* at, CellInput& cell);
    [[nodiscard]] const char* value(const char* at, CellInput& cell);
    [[nodiscard]] const char* formula(const char* at, CellInput& cell);
    [[nodiscard]] const char* inline_text(const char* at, CellInput& cell);

    CellBuilder& cells_;
    RowCursor& cursor_;
    const SheetHandler& frame_;
    Tags tags_;
    std::uint32_t row_ = 0;
    std::uint32_t next_column_ = 0;
    std::uint64_t row_word_ = 0; ///< the digits of the row and a quote, as they end every reference of the row
    std::uint64_t row_mask_ = 0;
    std::size_t row_width_ = 0;
    /// What stood behind the number in the last row's tag: row after row says the same of itself.
    std::array<char, 160> tail_{};
    std::size_t tail_size_ = 0; ///< 0: nothing is remembered
    bool tail_hides_ = false;
    const char* end_ = nullptr; ///< of what `scan` was given
    std::string value_;
    std::string inline_;
};

extern template class RowScanner<PlainTags>;
extern template class RowScanner<LetterTags>;
extern template class RowScanner<PrefixedTags>;

/// Scans as the names of the part are written, which is known once its rows begin.
class SheetScanner final : public xml::BulkScanner {
public:
    SheetScanner(CellBuilder& cells, RowCursor& cursor, const SheetHandler& frame)
        : cells_(cells), cursor_(cursor), frame_(frame), plain_(cells, cursor, frame, {})
    {
    }

    [[nodiscard]] const char* scan(const char* from, const char* to) override
    {
        const std::string_view prefix = frame_.prefix();
        if (prefix.empty()) return plain_.scan(from, to);
        if (prefix.size() == LetterTags::prefix_bytes) {
            if (!letter_) letter_.emplace(cells_, cursor_, frame_, LetterTags(prefix));
            return letter_->scan(from, to);
        }
        if (!prefixed_) prefixed_.emplace(cells_, cursor_, frame_, PrefixedTags(prefix));
        return prefixed_->scan(from, to);
    }

private:
    CellBuilder& cells_;
    RowCursor& cursor_;
    const SheetHandler& frame_;
    RowScanner<PlainTags> plain_;
    std::optional<RowScanner<LetterTags>> letter_;
    std::optional<RowScanner<PrefixedTags>> prefixed_;
};

} // namespace bilan::xlsx
