// SPDX-License-Identifier: MPL-2.0
//
// What a header says whatever the schema that it is held against: asked once for a column, and used for ten schemas.
// Value type; any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"
#include "intake/header/ruled_out.hpp"

namespace bilan::intake {

struct HeaderSigns {
    HeaderSigns(const Lexicon& lexicon, const HeaderColumn& column);

    bool other_funder;     ///< the group is a funder that is not the State's own programme
    bool is_funder;        ///< « Ville » under « Financeurs » is no place
    bool is_share = false; ///< « Part … »: of something, whatever it is
    bool is_other_purse;   ///< « Etat (DRAC) », « Etat (ABCD) »: not surely the programme for the quarters
    bool is_age_of_sex;    ///< women or men of an age: no field of all of them is meant
    RuledOut ruled_out;
};

} // namespace bilan::intake
