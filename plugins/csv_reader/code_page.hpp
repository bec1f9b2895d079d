// SPDX-License-Identifier: MPL-2.0
//
// The upper halves of the one-byte encodings that French files come in. Constant tables, any thread.
#pragma once

#include "encoding.hpp"

namespace csv_reader {

/// The character of a byte; 0 where the code page has none, and for the invisible controls of its upper half.
[[nodiscard]] char32_t character_of(Encoding page, unsigned char byte);

} // namespace csv_reader
