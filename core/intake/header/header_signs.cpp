// SPDX-License-Identifier: MPL-2.0
#include "intake/header/header_signs.hpp"

#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/state_purse.hpp"

namespace bilan::intake {

namespace {

/// « Part RSA »; « Part. RSA » are participants.
bool says_part(const HeaderWords& leaf)
{
    return leaf.folded.starts_with("part ") || leaf.folded.starts_with("parts ");
}

} // namespace

HeaderSigns::HeaderSigns(const Lexicon& lexicon, const HeaderColumn& column)
    : other_funder(is_under_other_funder(lexicon, column)), is_funder(is_funder_among_amounts(lexicon, column)),
      is_share(column.has_header() && says_part(column.leaf())),
      is_other_purse(column.has_header() &&
                     (intake::is_other_purse(lexicon, column.leaf()) || names_unknown_purse(lexicon, column.leaf()))),
      is_age_of_sex(column.has_header() && read_age_of_sex(column.words).has_value()), ruled_out(column)
{
}

} // namespace bilan::intake
