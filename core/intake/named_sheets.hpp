// SPDX-License-Identifier: MPL-2.0
//
// Sheets that bear the name of a person: the name goes before anything is read, for a sheet is named in every finding
// and beside every row. One thread.
#pragma once

#include "intake/finding.hpp"
#include "intake/territory/reference.hpp"

#include <bilan/book.hpp>

#include <string>
#include <vector>

namespace bilan::intake {

/// Gives each such sheet the name « Feuille 2 », and says so. The name of a quarter of `reference` (may be null) is
/// kept.
[[nodiscard]] std::vector<Finding> hide_named_sheets(Book& book, const std::string& file, const Reference* reference);

} // namespace bilan::intake
