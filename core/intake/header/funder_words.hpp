// SPDX-License-Identifier: MPL-2.0
//
// What a header says beside the funder that it names. Pure function, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « Ville N-1 », « CAF annulé », « Région reliquat », « Métropole avis », « Ville mise à disposition »: money of
/// another year, that was not granted, or no money. `written` is the label that names the funder: « Ville de Valmont »,
/// « Région Les Monts » and « Subvention Ville » say nothing more.
[[nodiscard]] bool says_more_than_who(std::string_view written);

} // namespace bilan::intake
