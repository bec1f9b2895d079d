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
/// What a record in the place of the example keeps of it.
struct LeftOfExample {
    std::vector<std::string> headers; ///< whose cells hold what the example held; empty when they are too few to tell
    bool is_all = false;              ///< nothing else was written: it is the example, without its mark
};
[[nodiscard]] LeftOfExample left_of_example(const TakeIn& take_in, const TableDraft& draft, const Row& row);

[[nodiscard]] ExampleRow example_row(const TakeIn& take_in, const TableDraft& draft, const Row& row);

} // namespace bilan::intake
