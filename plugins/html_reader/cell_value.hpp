// SPDX-License-Identifier: MPL-2.0
//
// What a cell says beside its text: the attributes by which Excel (`x:num`, `x:str`, `x:fmla`, `x:bool`, `x:err`) and
// LibreOffice (`sdval`, `sdnum`) write values into a page. For one thread.
#pragma once

#include "cells/cell_store.hpp"
#include "html_reader/cell_styles.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace bilan::html {

/// An attribute may be there without a value.
using Said = std::optional<std::string>;

struct CellAttributes {
    Said number;       ///< x:num
    Said text;         ///< x:str
    Said formula;      ///< x:fmla
    Said boolean;      ///< x:bool
    Said error;        ///< x:err
    Said value;        ///< sdval
    Said value_format; ///< sdnum

    bool counts_from_1904 = false; ///< the number of a date in `value`
};

/// The number of `value`; nothing when there is none.
[[nodiscard]] std::optional<double> value_number(const CellAttributes& attributes);

/// The styles of a page: one for each class of format and each unit, and those again struck through.
[[nodiscard]] cells::Styles page_styles();
[[nodiscard]] std::uint32_t style_of(const CellFormat& format, bool is_struck);

/// Puts the value of a cell with that text; a cell without anything is none.
void put_value(cells::CellStore& cells, CellPosition at, const CellAttributes& attributes, std::string_view text,
               const CellFormat& format, bool is_struck);

} // namespace bilan::html
