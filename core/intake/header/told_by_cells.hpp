// SPDX-License-Identifier: MPL-2.0
//
// Headers that say too little by themselves, and whose cells tell the rest. Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

/// « Emploi » above « traité » and « non évoqué » is the place of employment: the one choice whose label holds the
/// words of the header and whose terms are what stands in all of the cells.
void settle_by_cells(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

/// « Niveau » above « local » and « diplômés » above 12 and 7 are no levels of qualification: those are terms, or
/// numerals below the word.
void drop_levels_without_terms(const MappingInput& input, Candidates& candidates);

} // namespace bilan::intake
