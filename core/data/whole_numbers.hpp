// SPDX-License-Identifier: MPL-2.0
//
// Persons, years and most amounts are whole numbers, which add up exactly and are their own codes: both save most of
// the time of a group-by. Inner header of data/.
#pragma once

#include <cstddef>

namespace bilan::data {

/// Each of the numbers is whole and not outside [least, most]; false where one is no number. Reads all of them, several
/// at once. PRECONDITION: both bounds are whole and below 2^51 in size.
[[nodiscard]] bool are_whole_within(const double* numbers, std::size_t count, double least, double most);

/// Numbers of which WholeSums says that their sum is exact.
[[nodiscard]] bool are_whole_terms(const double* numbers, std::size_t count);

/// Tells whether everything added up so far has an exact sum, in any order: whole numbers, and not so many that the sum
/// could leave the whole numbers that a double holds.
class WholeSums {
public:
    /// Of one block more, all of it; numbers that are known to be whole are not looked at. Once false, always false.
    /// One thread.
    bool take(const double* numbers, std::size_t count, bool are_known_whole = false);

private:
    double reach_ = 0; ///< no sum is further from zero
    bool are_whole_ = true;
};

} // namespace bilan::data
