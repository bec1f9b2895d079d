// SPDX-License-Identifier: MPL-2.0
//
// « Effectif du conseil », « Réunions tenues dans l'année », « Nom de l'action financée »: words that say of which
// record, when or how the header's own words are meant, and nothing else. Pure function, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <optional>

namespace bilan::intake {

/// The column with the rest of its leaf as header; nothing where there are no such words, or where nothing that names
/// a thing is left.
[[nodiscard]] std::optional<HeaderColumn> without_frame(const SchemaIndex& schema, const HeaderColumn& column);

} // namespace bilan::intake
