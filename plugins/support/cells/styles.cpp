// SPDX-License-Identifier: MPL-2.0
#include "cells/styles.hpp"

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

} // namespace bilan::cells
