// SPDX-License-Identifier: MPL-2.0
//
// Lists of quarters, communes and successions out of the grids of a file, their columns recognised by header: the
// files of the ANCT and of INSEE, and what users make of them. Pure functions, any thread.
#pragma once

#include "base/message.hpp"
#include "intake/territory/reference.hpp"

#include <bilan/book.hpp>

#include <string>

namespace bilan::intake {

/// Adds what the visible sheets hold to `reference`. False when no sheet holds a list that is known.
bool read_reference(const Book& book, const std::string& file, const std::string& digest, Reference& reference);

/// Why `read_reference` found no list in it: the headers read, and which of them has probably a slip.
[[nodiscard]] base::Message why_no_reference(const Book& book);

} // namespace bilan::intake
