// SPDX-License-Identifier: MPL-2.0
//
// Values that stand on each of the records that one row of the partner became: each is taken once a group, so that a
// cost written once beside three quarters is that cost in the total, and whole in each quarter. Inner header of data/.
// One thread.
#pragma once

#include "data/dataset.hpp"
#include "data/measure.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bilan::data {

class Once {
public:
    /// Null when what the expression speaks of is repeated nowhere. What speaks of no amount (a condition, a constant)
    /// counts things, and repeats where those records are one thing.
    [[nodiscard]] static std::unique_ptr<Once> of_values(const Dataset& dataset, const ExpressionPointer& expression);
    /// Null when all that the measure rests on may be taken as it stands, or when only a part of it may not.
    [[nodiscard]] static std::unique_ptr<Once> of_measure(const Dataset& dataset, const Measure& measure);

    /// True unless the row repeats one that the group has taken.
    [[nodiscard]] bool is_first(std::uint32_t row, std::uint32_t group);
    /// The records of the row's table repeat.
    [[nodiscard]] bool repeats(std::uint32_t row) const { return tables_[dataset_->table(row)]; }
    [[nodiscard]] bool repeats_as(const Once& other) const { return tables_ == other.tables_; }

private:
    Once(const Dataset& dataset, std::vector<bool> tables) : dataset_(&dataset), tables_(std::move(tables)) {}

    const Dataset* dataset_;
    std::vector<bool> tables_;                              ///< by table: its records repeat
    std::unordered_map<std::uint64_t, std::uint32_t> rows_; ///< row of a table → its number here
    std::unordered_set<std::uint64_t> taken_;               ///< group and number of a row
};

/// Both repeat in the same tables; null repeats nowhere.
[[nodiscard]] bool repeat_alike(const Once* left, const Once* right);

} // namespace bilan::data
