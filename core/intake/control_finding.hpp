// SPDX-License-Identifier: MPL-2.0
//
// The finding of a broken control: where it is, the values compared, the words. Inner header of intake/. Pure, any
// thread.
#pragma once

#include "intake/control_rules.hpp"
#include "intake/finding.hpp"

namespace bilan::intake {

[[nodiscard]] Finding finding_of(const data::Dataset& dataset, const data::Control& control, const Verdict& verdict,
                                 const Broken& broken);

} // namespace bilan::intake
