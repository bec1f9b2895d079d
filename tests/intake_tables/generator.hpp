// SPDX-License-Identifier: MPL-2.0
//
// Messy sheets with known truth: tables of actions and of employment actions in which the patterns of the domain
// dossier, 9.4 to 9.7, are combined at random. The same seed gives the same sheet.
#pragma once

#include "intake_tables/book_maker.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bilan::intake::test {

struct MessyTable {
    std::string schema;
    std::vector<std::uint32_t> rows;             ///< sheet rows of the records, from 0
    std::map<std::uint32_t, std::string> fields; ///< sheet column to field; columns that are none are missing
    std::vector<std::string> patterns;           ///< what was done to it, for the message of a failure
};

struct MessyBook {
    BookMaker maker;
    MessyTable truth;
};

void make_messy(std::uint32_t seed, MessyBook& messy);

} // namespace bilan::intake::test
