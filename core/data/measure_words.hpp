// SPDX-License-Identifier: MPL-2.0
//
// A measure for those who read a workbook and write no script: fields by their labels, operations in words. Pure; any
// thread.
#pragma once

#include "base/language.hpp"
#include "data/dataset.hpp"
#include "data/measure.hpp"

#include <string>
#include <vector>

namespace bilan::data {

/// « Σ », « moyenne de », « nombre de lignes ».
[[nodiscard]] const base::Words& words_of(Aggregate aggregate);

/// How a figure is computed, for those who read a workbook.
struct RuleWords {
    std::string formula;              ///< « Σ (« Sorties » − « Sorties neutralisées ») »
    std::vector<std::string> remarks; ///< sentences: « Inconnu, compte 0 : « Sorties neutralisées ». »
};

/// A field without a label keeps its id. Cut with … where nobody would read on.
[[nodiscard]] RuleWords in_words(const Measure& measure, const Dataset& dataset, base::Language language);

} // namespace bilan::data
