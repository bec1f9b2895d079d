// SPDX-License-Identifier: MPL-2.0
//
// Tables written as text, read with the project's own schemas, all of them rivals of each other.
#pragma once

#include "intake_tables/reading.hpp"

#include "intake/controls.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::schemas {

/// The domain of scripts/bilan, loaded once.
[[nodiscard]] const data::Domain& domain();

/// Cells between `;`, rows between line ends. A cell is what BookMaker makes of it; `¦` in it stands for `;`.
[[nodiscard]] intake::test::Rows table(std::string_view text);

/// One sheet of a file, with names that say nothing. Without a schema, the headers choose. Merges as `A1:C1`.
[[nodiscard]] intake::FileReading read(std::string_view text, const std::string& schema = {},
                                       const std::vector<std::string>& merges = {});

/// The words of the first finding of this code, for who reads English.
[[nodiscard]] std::string in_english(const intake::FileReading& reading, const std::string& code);

/// Field → values as texts (see intake_tables/reading.hpp), of the first table.
using Values = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] Values values(const intake::FileReading& reading);

/// The schema that the first table was given; empty for none.
[[nodiscard]] std::string chosen(const intake::FileReading& reading);

/// Ids of the controls that these rows break, with the row as the user counts it: `K01 3`, sorted.
[[nodiscard]] std::vector<std::string> broken(std::string_view text, const std::string& schema, int year = 2024);

} // namespace bilan::schemas
