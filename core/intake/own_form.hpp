// SPDX-License-Identifier: MPL-2.0
//
// Sheets that bilan itself handed out: they say their schema, and their example row is known. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace bilan::intake {

/// The schema that the command asks for, else the one that the sheet says it was made from; empty for neither.
[[nodiscard]] std::string wanted_schema(const TakeIn& take_in, const TableDraft& draft);

/// A sheet that bilan made for partners to fill in.
[[nodiscard]] bool is_own_form(const TableDraft& draft);

/// What became of an example row.
enum class ExampleRow : std::uint8_t {
    foreign,   ///< somebody else's
    untouched, ///< ours, as it was handed out, or with cells emptied
    changed    ///< ours, with something else in it: perhaps filled in
};
/// Headers of a record in the place of the example whose cells hold what the example held; empty when too few do to be
/// no chance.
[[nodiscard]] std::vector<std::string> left_of_example(const TakeIn& take_in, const TableDraft& draft, const Row& row);

[[nodiscard]] ExampleRow example_row(const TakeIn& take_in, const TableDraft& draft, const Row& row);

} // namespace bilan::intake
