// SPDX-License-Identifier: MPL-2.0
//
// Durations as XML Schema writes them. Pure functions, any thread.
#pragma once

#include <optional>
#include <string_view>

namespace bilan::ods {

/// Days in `PT12H30M00S`, `-P1DT0.5S`; nothing for years and months, whose length nobody knows, and for anything else.
[[nodiscard]] std::optional<double> days_of_duration(std::string_view text);

} // namespace bilan::ods
