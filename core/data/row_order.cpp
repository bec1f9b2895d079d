// SPDX-License-Identifier: MPL-2.0
#include "data/row_order.hpp"

#include "data/grouping.hpp"

#include <algorithm>
#include <numeric>

namespace bilan::data {

namespace {

/// By place in the rows; equal values have one rank, unknown ones the last.
std::vector<std::uint32_t> ranks_of(const Query& query, const RowOrder& order)
{
    Program program(query.dataset(), *order.key);
    KeyCodes key = encode_key(program, *query.rows(), query.domain(), ListKeys::as_written);
    const auto known = static_cast<std::uint32_t>(std::ranges::count(key.states, State::value));
    std::vector<std::uint32_t> rank_of_code(key.values.size(), known);
    std::uint32_t rank = 0;
    for (std::size_t code = 0; code < rank_of_code.size(); ++code) {
        if (key.states[code] != State::value) continue;
        rank_of_code[code] = order.is_descending ? known - 1 - rank : rank;
        ++rank;
    }
    std::vector<std::uint32_t> ranks = std::move(key.codes);
    for (std::uint32_t& code : ranks) code = rank_of_code[code];
    return ranks;
}

} // namespace

bool OrderedRows::are_equal(std::uint32_t one, std::uint32_t other) const
{
    return std::ranges::all_of(ranks, [&](const auto& of_key) { return of_key[one] == of_key[other]; });
}

OrderedRows ordered(const Query& query, std::span<const RowOrder> order)
{
    OrderedRows result;
    result.places.resize(query.rows()->size());
    std::iota(result.places.begin(), result.places.end(), std::uint32_t{0});
    for (const RowOrder& key : order) result.ranks.push_back(ranks_of(query, key));
    std::ranges::stable_sort(result.places, [&](std::uint32_t left, std::uint32_t right) {
        for (const auto& of_key : result.ranks)
            if (of_key[left] != of_key[right]) return of_key[left] < of_key[right];
        return false;
    });
    return result;
}

} // namespace bilan::data
