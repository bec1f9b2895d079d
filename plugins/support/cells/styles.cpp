// SPDX-License-Identifier: MPL-2.0
#include "cells/styles.hpp"

#include <utility>

namespace bilan::cells {

void Styles::add(FormatClass format, bool is_struck, std::string_view unit)
{
    const bool is_date = format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
    const CellType type = !unit.empty() ? CellType::text : is_date ? CellType::date : CellType::number;
    if (!is_there_) tags_.clear();
    is_there_ = true;
    tags_.emplace_back(type, format, false, is_struck);
    units_.push_back(unit);
}

/// The tag of a text sends the numbers under the style the slow way, as for a unit.
void Styles::add_odd(FormatClass format, bool is_struck, Odd odd)
{
    add(format, is_struck);
    tags_.back() = CellTag(CellType::text, format, false, is_struck);
    oddities_.resize(tags_.size());
    if (odd_.empty() || odd_.back().code != odd.code || odd_.back().is_lost != odd.is_lost)
        odd_.push_back(std::move(odd));
    oddities_.back() = static_cast<std::uint32_t>(odd_.size());
}

void Styles::add_odd(FormatClass format, bool is_struck, const std::string& code)
{
    add_odd(format, is_struck, Odd{code, false});
}

void Styles::add_lost(bool is_struck, std::uint32_t format)
{
    add_odd(FormatClass::general, is_struck, Odd{std::to_string(format), true});
}

} // namespace bilan::cells
