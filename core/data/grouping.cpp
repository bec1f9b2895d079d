// SPDX-License-Identifier: MPL-2.0
#include "data/grouping.hpp"

#include "data/code_table.hpp"

#include <algorithm>
#include <numeric>

namespace bilan::data {

namespace {

/// New groups of some rows: one number per row, and what each number was combined from, ascending.
struct Combined {
    std::vector<std::uint32_t> groups;
    std::vector<std::uint64_t> combinations;
};

/// Numbers the combinations that occur with the help of a table of all that could.
Combined combine_dense(std::vector<std::uint32_t> groups, std::span<const std::uint32_t> codes, std::uint64_t width,
                       std::uint64_t possible)
{
    Combined combined;
    std::vector<std::uint32_t> number(possible);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        groups[row] = static_cast<std::uint32_t>(groups[row] * width + codes[row]);
        number[groups[row]] = 1;
    }
    for (std::uint64_t combination = 0; combination < possible; ++combination) {
        if (number[combination] == 0) continue;
        number[combination] = static_cast<std::uint32_t>(combined.combinations.size());
        combined.combinations.push_back(combination);
    }
    for (std::uint32_t& group : groups) group = number[group];
    combined.groups = std::move(groups);
    return combined;
}

Combined combine_hashed(std::vector<std::uint32_t> groups, std::span<const std::uint32_t> codes, std::uint64_t width)
{
    CodeTable met;
    for (std::size_t row = 0; row < groups.size(); ++row) groups[row] = met.code_of(groups[row] * width + codes[row]);

    std::vector<std::uint32_t> order(met.values().size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t code) { return met.values()[code]; });
    Combined combined;
    std::vector<std::uint32_t> number(order.size());
    for (const std::uint32_t code : order) {
        number[code] = static_cast<std::uint32_t>(combined.combinations.size());
        combined.combinations.push_back(met.values()[code]);
    }
    for (std::uint32_t& group : groups) group = number[group];
    combined.groups = std::move(groups);
    return combined;
}

} // namespace

void Grouping::repeat_rows(const std::vector<std::uint32_t>& origins)
{
    std::vector<std::uint32_t> rows(origins.size());
    std::ranges::transform(origins, rows.begin(), [&](std::uint32_t origin) { return (*rows_)[origin]; });
    rows_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(rows));
    if (groups_ == nullptr) return;
    std::vector<std::uint32_t> groups(origins.size());
    std::ranges::transform(origins, groups.begin(), [&](std::uint32_t origin) { return (*groups_)[origin]; });
    groups_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(groups));
}

void Grouping::split(KeyCodes key, std::size_t dense_limit)
{
    if (!key.origins.empty()) repeat_rows(key.origins);
    const std::uint64_t width = key.values.size();
    if (groups_ == nullptr) { // all codes of a key occur, so they are the groups
        codes_.emplace_back(width);
        std::iota(codes_.back().begin(), codes_.back().end(), 0U);
        size_ = width;
        groups_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(key.codes));
    } else {
        std::vector<std::uint32_t> groups = *groups_;
        const std::uint64_t possible = size_ * width;
        const Combined combined = possible <= dense_limit ? combine_dense(std::move(groups), key.codes, width, possible)
                                                          : combine_hashed(std::move(groups), key.codes, width);
        for (std::vector<std::uint32_t>& codes : codes_) {
            std::vector<std::uint32_t> of_group(combined.combinations.size());
            std::ranges::transform(combined.combinations, of_group.begin(), [&](std::uint64_t combination) {
                return codes[static_cast<std::size_t>(combination / width)];
            });
            codes = std::move(of_group);
        }
        codes_.emplace_back(combined.combinations.size());
        std::ranges::transform(combined.combinations, codes_.back().begin(), [&](std::uint64_t combination) {
            return static_cast<std::uint32_t>(combination % width);
        });
        size_ = combined.combinations.size();
        groups_ = std::make_shared<const std::vector<std::uint32_t>>(combined.groups);
    }
    key.codes = {};
    key.origins = {};
    keys_.push_back(std::move(key));
}

} // namespace bilan::data
