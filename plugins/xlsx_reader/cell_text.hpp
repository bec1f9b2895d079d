// SPDX-License-Identifier: MPL-2.0
//
// Texts as SpreadsheetML writes them. Pure functions, any thread.
#pragma once

#include "xml/characters.hpp"

#include <string>
#include <string_view>

namespace bilan::xlsx {

/// Turns the `_xHHHH_` escapes of ST_Xstring in `text` into the characters they stand for, pairs of surrogates
/// included. Escapes of no character (a lone surrogate, NUL) are left as they are written.
void decode_escapes(std::string& text);

/// Blanks around a number or a word of the format mean nothing.
using xml::trim_blanks;

} // namespace bilan::xlsx
