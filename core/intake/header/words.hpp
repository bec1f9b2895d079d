// SPDX-License-Identifier: MPL-2.0
//
// A header as it is compared: mojibake repaired, markup, stars, colons and instructions dropped, the unit taken out,
// abbreviations written in full, plurals and inclusive endings brought to one form. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

struct HeaderWords {
    std::string plain;               ///< base::fold of the whole header, mojibake repaired
    std::string bare;                ///< `plain` without instructions in brackets
    std::string folded;              ///< base::fold without decoration and without what stands in brackets
    std::vector<std::string> tokens; ///< words in full, singular, without articles and prepositions, in order
    std::vector<std::string> aside;  ///< the same of words in brackets that are no instruction
    std::string compared;            ///< `folded`, and what stands in brackets without being an instruction
    std::string unit;                ///< as ColumnSource wants it: `€`, `k€`, `M€`, `%`, `h`, else empty
    bool is_rate = false;            ///< says `%`, « taux », « part »
    std::vector<int> years;          ///< four-digit years, taken out of the tokens
};

[[nodiscard]] HeaderWords read_header(std::string_view raw);

/// UTF-8 that was once read as Windows-1252 (« notifiÃ©e »), put right; nothing when that is not sure.
[[nodiscard]] std::optional<std::string> without_mojibake(std::string_view text);

/// `€`, `k€`, `%`, `h` for « en k€ », « euros », « heures »; nothing for words that are no unit.
[[nodiscard]] std::optional<std::string> unit_of(std::string_view folded);

/// Words that carry the nature of a field and not its meaning: nombre, montant, action, bénéficiaire …
[[nodiscard]] bool is_weak(std::string_view token);
/// numero, code, nom, type: a property of something that another word names.
[[nodiscard]] bool is_attribute_word(std::string_view token);
/// nombre, total, montant, effectif: what stands below is a number.
[[nodiscard]] bool is_number_word(std::string_view token);

/// `<` for « - 12 ans » and « < 12 ans », `>` for « + 12 ans » and « ≥ 12 »: what a sign before a number says, which is
/// no part of the words. 0: there is none.
[[nodiscard]] char bound_of(std::string_view written);

} // namespace bilan::intake
