// SPDX-License-Identifier: MPL-2.0
//
// The cell styles of a workbook, reduced to what says something about values: for each the class of its number format
// and whether its font is struck through, ready as tags. A value; read from many threads once built.
#pragma once

#include <bilan/cell.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::cells {

class Styles {
public:
    /// A file without styles: every index is General.
    Styles() : tags_{CellTag(CellType::number)} {}
    /// One class and one mark per cell style, in their order. A `unit` (`shown_unit`) stands behind each number that is
    /// shown under the style; it is a constant.
    void add(FormatClass format, bool is_struck, std::string_view unit = {});
    /// A style whose format shows some numbers otherwise than they are stored (`is_odd_format`).
    void add_odd(FormatClass format, bool is_struck, const std::string& code);
    /// A style whose format the file does not hold: General, and said where a number stands under it.
    void add_lost(bool is_struck, std::uint32_t format);

    /// False for an index that the file does not have; without any style every index will do.
    [[nodiscard]] bool knows(std::uint32_t style) const { return style < tags_.size() || !is_there_; }
    /// Tags of numbers (or dates, or texts where the number is not all that is shown) under each style: at least one.
    [[nodiscard]] std::span<const CellTag> number_tags() const { return tags_; }
    [[nodiscard]] CellTag number_tag(std::uint32_t style) const
    {
        return style < tags_.size() ? tags_[style] : CellTag(CellType::number);
    }
    /// `%` or `k€` shown behind the numbers under the style; mostly empty.
    [[nodiscard]] std::string_view unit(std::uint32_t style) const
    {
        return style < units_.size() ? units_[style] : std::string_view();
    }
    /// What is odd about the format of the style, if anything is.
    struct Odd {
        std::string code; ///< the format, or the number of the one that is not there
        bool is_lost = false;
    };
    [[nodiscard]] const Odd* odd(std::uint32_t style) const
    {
        return style < oddities_.size() && oddities_[style] > 0 ? &odd_[oddities_[style] - 1] : nullptr;
    }
    [[nodiscard]] CellTag tag(CellType type, std::uint32_t style, bool is_formula) const
    {
        return with_type(number_tag(style), type, is_formula);
    }
    [[nodiscard]] static CellTag with_type(CellTag tag, CellType type, bool is_formula)
    {
        return CellTag(type, tag.format(), is_formula, tag.is_struck());
    }

private:
    void add_odd(FormatClass format, bool is_struck, Odd odd);

    std::vector<CellTag> tags_;
    std::vector<std::string_view> units_; ///< constants
    std::vector<std::uint32_t>
        oddities_; ///< by style: one more than the place in `odd_`; 0 for none, as behind the end
    std::vector<Odd> odd_;
    bool is_there_ = false;
};

} // namespace bilan::cells
