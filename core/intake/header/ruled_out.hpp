// SPDX-License-Identifier: MPL-2.0
//
// What the words of a header rule out, however much else they share with a field: « Autre subvention » counts nobody,
// « Coût par bénéficiaire » is no total, « Nombre de QPV » no people, « Nb d'heures » no months. Value type; any
// thread.
#pragma once

#include "intake/header/column.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace bilan::intake {

/// How the words of a field keep the unit that one of its spellings writes: `(h)`; empty for none.
[[nodiscard]] std::string unit_mark(std::string_view unit);

/// « Droit commun », « Crédits spécifiques » as a group: what stands below is money.
[[nodiscard]] bool names_credits(const HeaderWords& group);

class RuledOut {
public:
    explicit RuledOut(const HeaderColumn& column);

    /// `words_of_field`: those of its own spellings; what a schema says itself is never ruled out.
    [[nodiscard]] bool holds(const data::Field& field, const std::unordered_set<std::string>& words_of_field) const;

private:
    void gather_group_of_money(const HeaderColumn& column);

    std::vector<std::string> money_;    ///< « subvention », « coût »
    std::vector<std::string> people_;   ///< « bénéficiaire », « jeune »
    std::vector<std::string> means_;    ///< « moyen », « unitaire », as written
    std::vector<std::string> times_;    ///< « heure », « jour »
    std::string unit_;                  ///< unit_mark of its unit
    bool is_euro_ = false;              ///< by its unit
    bool is_time_ = false;              ///< by its unit
    bool is_month_ = false;             ///< by its unit
    bool is_per_head_ = false;          ///< « par bénéficiaire », « coût/pers »
    bool counts_places_ = false;        ///< « Nombre de QPV »
    bool is_part_ = false;              ///< « dont QPV »
    bool is_other_time_ = false;        ///< « Durée (mois) », and no word of hours
    bool may_be_scale_ = false;         ///< numbers up to 10 that no word calls a share
    std::vector<std::string> numbers_;  ///< « nombre », « effectif »
    std::vector<std::string> projects_; ///< « projet »
    std::vector<std::string> marks_;    ///< « note »
    bool says_share_ = false;           ///< « % », « taux », « part des »
    bool is_no_share_ = false; ///< « dont moins de 25 ans » over 45 and 38, « Emploi (0 à 3) » over 2 and 3
};

} // namespace bilan::intake
