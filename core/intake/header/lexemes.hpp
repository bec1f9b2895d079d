// SPDX-License-Identifier: MPL-2.0
//
// The French of headers, folded: abbreviations, plurals, words without meaning of their own. Grammar, not domain: what
// a header means is data (schemas); how French is shortened is here. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// `benef` → `beneficiaire`, `nb` → `nombre`; may give several words; a word that is no abbreviation comes back.
[[nodiscard]] std::string in_full(std::string_view word);
/// Singular, and `accordee` as `accorde`.
[[nodiscard]] std::string one_form(std::string_view word);
/// `previsionnel` and `attendu` as `prevu`, `reel` as `realise`; another word comes back. Takes what `one_form` gives.
[[nodiscard]] std::string_view same_stage(std::string_view word);
[[nodiscard]] bool is_stop_word(std::string_view word);
/// `s`, `es`, `fe`, `rices`: an ending that inclusive spelling sets off.
[[nodiscard]] bool is_ending(std::string_view text);
/// « ne pas remplir si … », « voir onglet 2 », « jj/mm/aaaa »: tells how to fill in, not what.
[[nodiscard]] bool is_instruction(std::string_view folded);
/// A part of people, as a rate: « part des … », « part femmes », « part QPV ».
[[nodiscard]] bool is_share(std::string_view folded);
/// « F/H »: both, and nothing else; « Bénéficiaires (F/H) » are all of them.
[[nodiscard]] bool are_both_sexes(const std::vector<std::string>& words);
/// `quartier prioritaire politique ville` and `qp` become `qpv`.
void merge_phrases(std::vector<std::string>& tokens);

} // namespace bilan::intake
