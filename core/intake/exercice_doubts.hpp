// SPDX-License-Identifier: MPL-2.0
//
// Budget years that a table cannot mean: another one than its title says, one before the contracts began, one far from
// all others (domain dossier 2.3: 2014 to the next year; 2.6: C22). One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Nothing is changed: the years are as they are written, and the reader hears of them.
void say_odd_years(const TakeIn& take_in, const TableDraft& draft, const data::TableValues& values);

} // namespace bilan::intake
