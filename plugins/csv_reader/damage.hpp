// SPDX-License-Identifier: MPL-2.0
//
// Signs that a comma inside a value was taken for a separator. Pure functions, any thread.
#pragma once

#include "record_reader.hpp"

#include <optional>

namespace csv_reader {

/// The first field that could be the whole part of a number whose decimals are the next field (`12` and `5` of an
/// unquoted `12,5`). Nothing when no two neighbours look like that.
[[nodiscard]] std::optional<std::size_t> first_split_number(const Record& record);

/// True when some separator stands between two digits, where a decimal comma could be.
[[nodiscard]] bool parts_digits(const Record& record);

} // namespace csv_reader
