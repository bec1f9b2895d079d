// SPDX-License-Identifier: MPL-2.0
//
// A sheet part as expat tells it: columns, rows, cells, merges. Knows every shape of a sheet; the scanner knows only
// the usual ones and leaves the rest to this. For one thread.
#pragma once

#include "xlsx_reader/alternatives.hpp"
#include "xlsx_reader/cell_builder.hpp"
#include "xlsx_reader/rich_text.hpp"
#include "xlsx_reader/tags.hpp"
#include "xml/bulk_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::xlsx {

/// Where the reading of rows stands. The scanner moves it too, so both can take turns.
struct RowCursor {
    std::uint32_t next_row = 0;           ///< of a row that does not say
    std::optional<CellPosition> furthest; ///< last place in row order that a cell took
};

class SheetHandler final : public xml::BulkHandler {
public:
    SheetHandler(CellBuilder& cells, RowCursor& cursor, const std::string& part);

    void start(xml::Name name, xml::Attributes attributes) override;
    void end(xml::Name name) override;
    void text(std::string_view piece) override;
    void bind_prefix(std::string_view prefix, std::string_view space) override;
    [[nodiscard]] bool is_between_units() const override;
    [[nodiscard]] std::string_view prefix() const override { return prefix_.written(); }

    /// The word at the root: "worksheet" for what this handler can read.
    [[nodiscard]] const std::string& root() const { return root_; }
    /// True when Excel's own prefix for row heights was bound at the root.
    [[nodiscard]] bool has_height_prefix() const { return has_height_prefix_; }

private:
    enum class Inside : std::uint8_t { nothing, sheet, columns, merges, rows, row, cell, value, formula, rich, other };

    [[nodiscard]] Inside enter(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_alternative(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_sheet(std::string_view local) const;
    [[nodiscard]] Inside enter_cell(std::string_view local);
    void start_columns(xml::Attributes attributes);
    void start_merge(xml::Attributes attributes);
    void start_row(xml::Attributes attributes);
    void start_cell(xml::Attributes attributes);
    void end_cell();
    void note_order(CellPosition at);

    CellBuilder& cells_;
    RowCursor& cursor_;
    std::string part_;
    RichText rich_;
    std::vector<Inside> inside_;
    Alternatives alternatives_;
    std::string root_;
    bool has_height_prefix_ = false;
    TagPrefix prefix_;

    std::optional<std::uint32_t> row_; ///< none in a row outside the sheet
    std::uint32_t next_column_ = 0;
    CellInput cell_;
    bool is_placed_ = false; ///< the cell at hand has a place
    std::string type_;
    std::string value_;
    std::string inline_text_;
};

} // namespace bilan::xlsx
