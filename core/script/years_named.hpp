// SPDX-License-Identifier: MPL-2.0
//
// The years that rows are of, and how a heading names them. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "data/dataset.hpp"
#include "script/report.hpp"

#include <set>
#include <span>
#include <string>

namespace bilan::script {

/// The known years of these rows of a dataset are added to `years`.
void add_years(const data::Dataset& dataset, std::span<const std::uint32_t> rows, std::set<int>& years);

/// Those of all rows that a report may read: of the schemas it names, of all when it names none.
[[nodiscard]] std::set<int> years_read(const RunInputs& inputs, const ReportCard& card);

/// Rows that could say their year are read, neither they nor the run say one: what is added up may be of several.
[[nodiscard]] bool is_year_unsaid(const RunInputs& inputs, const ReportCard& card);

/// « 2025 », « 2022 à 2025 », « 2021, 2023 à 2025 »; empty for none.
[[nodiscard]] std::string words_of_years(const std::set<int>& years, base::Language language);

} // namespace bilan::script
