// SPDX-License-Identifier: MPL-2.0
#include "cells/styles.hpp"

namespace bilan::cells {

void Styles::add(FormatClass format, bool is_struck)
{
    const bool is_date = format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time;
    if (!is_there_) tags_.clear();
    is_there_ = true;
    tags_.emplace_back(is_date ? CellType::date : CellType::number, format, false, is_struck);
}

} // namespace bilan::cells
