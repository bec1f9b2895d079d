// SPDX-License-Identifier: MPL-2.0
//
// The corner of a table that is written across. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// « Indicateur » above « Population » and « Revenu médian » names the lines, which are fields, and not what stands at
/// its right: « Les Tilleuls », « Le Moulin » are quarters, « 2022 », « 2023 » are exercises. They become what they
/// are, and it is said (BIL-597), as is a second line of them that has no title: « Bellevue » above « 2022 | 2023 ».
/// A corner that is the name of its own line (« Intitulé », « QPV ») stays.
void settle_corner(TableDraft& draft);

} // namespace bilan::intake
