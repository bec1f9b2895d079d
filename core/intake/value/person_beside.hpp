// SPDX-License-Identifier: MPL-2.0
//
// A person written right beside an organisation, without any mark between.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

/// « CC du Lac DURANDAL », « Anne Lefictif MDE de Cressac » without the person; the text itself when it names none.
/// What may be a person goes: « Maison Anne Frank » and « Ville de Saint-Jean » stay.
[[nodiscard]] std::string without_person_beside(std::string_view text);

} // namespace bilan::intake
