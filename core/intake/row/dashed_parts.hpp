// SPDX-License-Identifier: MPL-2.0
//
// « - forum de printemps » and « - forum d'automne » below « Forum », and together what it says: parts of it. One
// thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// Records below a record that bear a dash or a bullet before their name are parts of it where every measure that they
/// all say adds up to what it says; they are doubtful where only some do.
void settle_dashed_parts(const RowInput& input, TableRows& table);

} // namespace bilan::intake
