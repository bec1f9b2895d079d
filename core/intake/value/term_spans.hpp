// SPDX-License-Identifier: MPL-2.0
//
// Vocabularies whose terms are bands of numbers: a company of 120 is « PME (10-249) ». Pure functions, any thread.
#pragma once

#include "data/schema.hpp"
#include "intake/value/number_text.hpp"

namespace bilan::intake {

/// The only term whose band holds the number; null where some term has no band, or none or several hold it.
[[nodiscard]] const data::Term* term_of_number(const data::Vocabulary& vocabulary, double number);
/// The same for what a text says: « 10 à 49 salariés », « + de 5000 », « 45 ETP »; null also where more than one term
/// may be meant.
[[nodiscard]] const data::Term* term_of_number(const data::Vocabulary& vocabulary, const NumberText& number);

} // namespace bilan::intake
