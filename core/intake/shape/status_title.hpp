// SPDX-License-Identifier: MPL-2.0
//
// Titles of rows and names of sheets that say what was decided of the actions there. Pure functions, any thread.
#pragma once

#include "data/schema.hpp"
#include "intake/draft.hpp"

#include <string_view>
#include <vector>

namespace bilan::intake {

/// The status in « Actions refusées : » and « Retenus »; null when the title says none.
[[nodiscard]] const data::Term* status_of_title(std::string_view title, const data::Domain& domain);

/// « Refusés », « Actions retenues »: in the plural, it is said of rows. « Validé » alone may be said of the document.
[[nodiscard]] bool says_status_of_rows(std::string_view title);

/// The sheet of the draft, called by a status, says so of its rows: « Refusés », « Actions retenues », « Retenu »
/// beside « Refusé ».
[[nodiscard]] bool names_decided_rows(const std::vector<TableDraft>& drafts, const TableDraft& draft,
                                      const data::Domain& domain);

} // namespace bilan::intake
