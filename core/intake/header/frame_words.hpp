// SPDX-License-Identifier: MPL-2.0
//
// « Effectif du conseil », « Réunions tenues dans l'année », « Nom de l'action financée »: words that say of which
// record, when or how the header's own words are meant, and nothing else. Pure function, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What the rows of a schema are about, in a word each: « conseil » of « conseil citoyen ».
[[nodiscard]] std::vector<std::string> subjects_of(const data::Schema& schema);

/// What is left must be: a name may be « financé » or « recruté » and is the same; a number would be another one.
enum class Frame : std::uint8_t { of_names, of_numbers };

/// A folded header without those words; nothing where there are none.
[[nodiscard]] std::optional<std::string> without_frame(std::span<const std::string> subjects, std::string_view folded,
                                                       Frame frame);
/// « Nom », « N° », « Nombre », « Montant »: of nothing that is still named.
[[nodiscard]] bool names_nothing(const HeaderWords& words);

/// The column with the rest of its leaf as header; nothing where there are no such words, or where nothing that names
/// a thing is left.
[[nodiscard]] std::optional<HeaderColumn> without_frame(const SchemaIndex& schema, const HeaderColumn& column,
                                                        Frame frame);

} // namespace bilan::intake
