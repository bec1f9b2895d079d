// SPDX-License-Identifier: MPL-2.0
//
// Headers that name a value of a family: an age band, a level of qualification, a funder. Each reader gives the end of
// the field's id (`16_25` of `age_16_25`), or nothing when the header is not surely one. Pure functions, any thread.
#pragma once

#include "intake/header/words.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

class Lexicon;

/// `0_25` of « - de 26 ans », `50_p` of « 50 et + », `16_25` of « 16/25 ».
[[nodiscard]] std::optional<std::string> read_age_band(std::string_view folded);
/// Women or men of an age: `f` or `h`, and the band of « Femmes / - de 26 ans », « F 16-25 ans », « 50 ans et + /
/// Hommes ».
struct AgeOfSex {
    char sex;
    std::string band;
};
[[nodiscard]] std::optional<AgeOfSex> read_age_of_sex(std::span<const HeaderWords> levels);
/// 50 of « + de 50 » and « plus de 50 ans »: a band that leaves open whether it begins with this age.
[[nodiscard]] std::optional<int> age_above(std::string_view folded);
/// `3` of « niveau V » and « CAP/BEP », `infra3` of « VI et V bis », `5` of « Bac+2 ».
[[nodiscard]] std::optional<std::string> read_level(std::string_view folded);
/// « V », « VI et V bis »: a numeral of the scale before 2019, and none of today's beside it (« 3 (ex V) »).
[[nodiscard]] bool says_old_level(std::string_view folded);
/// `region`, `caf`, from the vocabulary `financeur`.
[[nodiscard]] std::optional<std::string> read_funder(const Lexicon& lexicon, const HeaderWords& words);
/// `mixite_equipe` of « Critère : mixité de l'équipe » without the word `critere`.
[[nodiscard]] std::string slug(std::string_view text, const std::vector<std::string>& without);

} // namespace bilan::intake
