// SPDX-License-Identifier: MPL-2.0
#include "data/whole_numbers.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace bilan::data {

namespace {

constexpr double largest = 2147483648.0;           ///< 2^31 euros or persons on one row are none
constexpr double largest_sum = 9007199254740992.0; ///< 2^53: from there on a double leaves whole numbers out
/// Added and taken away again, it leaves no fraction of a number below 2^51.
constexpr double rounder = 6755399441055744.0; // 1.5 * 2^52

/// No bit is set where a number is what is left of it within the bounds and without a fraction.
std::uint64_t difference_of(double number, double least, double most)
{
    double bounded = number > least ? number : least; // written so that both are one instruction without a branch
    bounded = bounded < most ? bounded : most;
    return std::bit_cast<std::uint64_t>(number - ((bounded + rounder) - rounder));
}

} // namespace

bool are_whole_within(const double* numbers, std::size_t count, double least, double most)
{
    constexpr std::size_t lanes = 8; // a fixed number is what lets the compiler take several at once
    std::uint64_t differences = 0;
    std::size_t at = 0;
    for (; at + lanes <= count; at += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) differences |= difference_of(numbers[at + lane], least, most);
    for (; at < count; ++at) differences |= difference_of(numbers[at], least, most);
    return differences == 0;
}

bool are_whole_terms(const double* numbers, std::size_t count)
{
    return are_whole_within(numbers, count, -largest, largest);
}

bool WholeSums::take(const double* numbers, std::size_t count, bool are_known_whole)
{
    reach_ += largest * static_cast<double>(count);
    are_whole_ = are_whole_ && reach_ < largest_sum && (are_known_whole || are_whole_terms(numbers, count));
    return are_whole_;
}

} // namespace bilan::data
