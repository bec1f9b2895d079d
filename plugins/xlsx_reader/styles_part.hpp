// SPDX-License-Identifier: MPL-2.0
//
// The styles part, reduced to what says something about values: for each cell style the class of its number format and
// whether its font is struck through, ready as tags. A value; read from many threads once built.
#pragma once

#include "xlsx_reader/package.hpp"

#include <bilan/cell.hpp>

#include <cstdint>
#include <vector>

namespace bilan::xlsx {

class Styles {
public:
    /// A file without styles: every index is General.
    Styles() = default;
    /// Keeps one class and one mark per cell style, in their order.
    void add(FormatClass format, bool is_struck);
    void finish() { is_there_ = true; }

    [[nodiscard]] std::size_t size() const { return tags_.size(); }
    /// False for an index that the styles part does not have; without such a part every index will do.
    [[nodiscard]] bool knows(std::uint32_t style) const { return style < tags_.size() || !is_there_ || style == 0; }
    /// Tag of a number under that style: a number or a date.
    [[nodiscard]] CellTag number_tag(std::uint32_t style) const
    {
        return style < tags_.size() ? tags_[style] : CellTag(CellType::number);
    }
    [[nodiscard]] CellTag tag(CellType type, std::uint32_t style, bool is_formula) const
    {
        const CellTag number = number_tag(style);
        return CellTag(type, number.format(), is_formula, number.is_struck());
    }

private:
    std::vector<CellTag> tags_;
    bool is_there_ = false;
};

[[nodiscard]] Styles read_styles_part(Package& package, const std::string& part);

} // namespace bilan::xlsx
