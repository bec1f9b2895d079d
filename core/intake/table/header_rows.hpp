// SPDX-License-Identifier: MPL-2.0
//
// Which rows are the header of a table: one to three rows of labels, a row of technical codes, rows of units or
// numbers. One thread.
#pragma once

#include "intake/header/lexicon.hpp"
#include "intake/table/sheet_view.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace bilan::intake {

struct HeaderRows {
    std::vector<std::uint32_t> labels;  ///< ascending, the groups first
    std::optional<std::uint32_t> codes; ///< a row of field ids
    std::vector<std::uint32_t>
        technical; ///< units, numbering, names for machines: beside the labels and no record; ascending
    [[nodiscard]] std::uint32_t first() const;
    [[nodiscard]] std::uint32_t last() const;
};

inline constexpr std::size_t longest_header = 240; ///< bytes of one label

enum class Strength : std::uint8_t {
    none,
    weak,  ///< looks like a header and no label is known
    strong ///< two labels or more are known
};

/// Part of a sheet in which tables are looked for one below the other.
struct Strip {
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
    std::vector<Line> lines; ///< of every row of the view, for these columns
};

class HeaderScout {
public:
    HeaderScout(const SheetView& view, const Lexicon& lexicon) : view_(&view), lexicon_(&lexicon) {}

    /// Whether a header begins in this row.
    [[nodiscard]] Strength strength(const Strip& strip, std::uint32_t row);
    /// The labels that it knows are spans of numbers, every one: « 30-40 ».
    [[nodiscard]] bool knows_only_spans(const Strip& strip, std::uint32_t row);
    /// Number of cells of the row that are known headers.
    [[nodiscard]] std::uint32_t known_in(const Strip& strip, std::uint32_t row);
    [[nodiscard]] bool is_known(std::uint32_t row, std::uint32_t column);
    /// The label is known, and not by an id of a letter or two alone.
    [[nodiscard]] bool is_known_by_name(std::uint32_t row, std::uint32_t column);
    /// « Recruter - Embauches »: what stands behind its group is a known header, alone or with it.
    [[nodiscard]] bool is_known_below_group(std::uint32_t row, std::uint32_t column) const;
    /// All rows of the header whose first strong row is `row`; rows before `top` are not looked at.
    [[nodiscard]] HeaderRows grow(const Strip& strip, std::uint32_t row, std::uint32_t top);
    /// A schema that knows most of the labels of `row` in these columns knows the label of `column` too.
    [[nodiscard]] bool belongs_with(std::uint32_t row, std::uint32_t first, std::uint32_t last,
                                    std::uint32_t column) const;
    /// Nothing but texts, years and age bands.
    [[nodiscard]] bool is_all_words(const Strip& strip, std::uint32_t row);

    /// A row without a gap, right below one that fills the same columns: a record of the narrower table above the
    /// labels in `below`, and no titles over them.
    [[nodiscard]] bool goes_on_above(const Strip& strip, std::uint32_t row, std::uint32_t below) const;
    /// One number that may be a year and may be an amount of 2000 €.
    [[nodiscard]] bool has_lone_year(const Strip& strip, std::uint32_t row) const;

private:
    struct Below;
    [[nodiscard]] bool knows(const HeaderWords& words) const;
    [[nodiscard]] bool says_unknown(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] std::uint32_t contrast(const Strip& strip, std::uint32_t row) const;
    [[nodiscard]] std::uint32_t over_crosses(const Strip& strip, std::uint32_t row) const;
    [[nodiscard]] bool is_group_of_one(std::uint32_t row, std::uint32_t column, std::uint32_t below) const;
    [[nodiscard]] bool is_group_row(const Strip& strip, std::uint32_t row, std::uint32_t below);
    [[nodiscard]] bool is_row_of_groups(const Strip& strip, std::uint32_t row, std::uint32_t below) const;
    [[nodiscard]] bool is_alone_below_a_label(const Strip& strip, std::uint32_t row, std::uint32_t above) const;
    bool is_below_groups_only(const Strip& strip, std::uint32_t row, std::uint32_t above);
    [[nodiscard]] bool is_beside_tall_labels(const Strip& strip, std::uint32_t row, std::uint32_t above) const;
    [[nodiscard]] bool are_levels_below_their_title(const Strip& strip, std::uint32_t row, std::uint32_t above) const;
    [[nodiscard]] bool has_digits_below_groups(const Strip& strip, std::uint32_t row, std::uint32_t above);
    [[nodiscard]] bool is_sub_header(const Strip& strip, std::uint32_t row, std::uint32_t above);
    [[nodiscard]] bool is_code_row(const Strip& strip, std::uint32_t row) const;
    [[nodiscard]] bool is_technical_row(const Strip& strip, std::uint32_t row) const;
    [[nodiscard]] bool spreads(std::uint32_t row, std::uint32_t column, std::uint32_t below) const;

    const SheetView* view_;
    const Lexicon* lexicon_;
    std::unordered_map<TextPool::Id, bool> known_;
};

} // namespace bilan::intake
