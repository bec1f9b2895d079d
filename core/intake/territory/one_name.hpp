// SPDX-License-Identifier: MPL-2.0
//
// Names of quarters and communes that partners write each in their own way: « qp le canal », « QP Le Canal ». Where no
// list gives them a code they would be as many groups. One thread.
#pragma once

#include "data/dataset.hpp"
#include "intake/finding.hpp"

#include <span>
#include <vector>

namespace bilan::intake {

/// Spellings that differ by case, accents, apostrophes, hyphens and spaces alone become the most frequent of them, then
/// the first met. Tables come in the order of their files. One finding for each name, at the first cell that is
/// changed.
[[nodiscard]] std::vector<Finding> give_one_name_to_places(std::span<data::TableValues* const> tables);

} // namespace bilan::intake
