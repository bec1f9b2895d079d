// SPDX-License-Identifier: MPL-2.0
//
// Rates and means of groups that a script adds up: the sum is no rate, and half of it weighs a small group like a large
// one. One thread.
#pragma once

#include "data/figure.hpp"
#include "script/bind.hpp"

namespace bilan::script {

/// Says at the line of the script what to ask instead, where the same rate or mean of other rows stands on both sides.
/// Parts of one whole (`groups:share`), rates of the same rows and what a script weighed itself add up.
void warn_of_added_averages(const Caller& caller, const data::Figure& left, const data::Figure& right);

} // namespace bilan::script
