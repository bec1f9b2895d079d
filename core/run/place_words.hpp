// SPDX-License-Identifier: MPL-2.0
//
// Where something is, as people are told it. Pure function, any thread.
#pragma once

#include <bilan/place.hpp>

#include <string>

namespace bilan::run {

/// « mission.xlsx › Bilan › C12 », as far as it is known; a row without a column by its number.
[[nodiscard]] std::string place_words(const Place& place);

} // namespace bilan::run
