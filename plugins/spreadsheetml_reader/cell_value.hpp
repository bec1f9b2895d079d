// SPDX-License-Identifier: MPL-2.0
//
// The value of one cell, as its type says to read its text. For one thread.
#pragma once

#include "cells/cell_store.hpp"

#include <optional>
#include <string_view>

namespace bilan::spreadsheetml {

/// Puts the value; `type` is the word of the file. `is_1904` tells from when the file counts its days.
void put_value(cells::CellStore& cells, const cells::CellSpot& spot, const cells::Styles& styles, bool is_1904,
               std::string_view type, std::string_view text);

} // namespace bilan::spreadsheetml
