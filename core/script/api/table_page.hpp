// SPDX-License-Identifier: MPL-2.0
//
// From the options of `run:table` to a page of the workbook. Throws Mistake. One thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/api/table_options.hpp"

#include <optional>
#include <string>

namespace bilan::script {

/// Words for the name of a sheet that Excel does not take as it was asked for; nothing for one that it does.
[[nodiscard]] std::optional<std::string> words_of_repaired_name(const Session& session, const TableOptions& options);

[[nodiscard]] workbook::Page page_of(const Session& session, TableOptions options);

/// « Base : 4 lignes connues sur 5 (couverture 80 %) ».
[[nodiscard]] std::string base_in_words(const data::Figure& figure, base::Language language);

/// The kind of column that shows figures of a unit.
[[nodiscard]] workbook::ColumnKind kind_of(data::Unit unit);

} // namespace bilan::script
