// SPDX-License-Identifier: MPL-2.0
//
// Rows put into groups by one or more keys. Inner header of data/. One thread.
#pragma once

#include "data/program.hpp"
#include "data/query.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bilan::data {

/// One key over some rows: a code per row, 0 to values.size() - 1, in the order in which groups are shown.
struct KeyCodes {
    std::vector<std::uint32_t> codes;
    std::vector<Key> values;
    std::vector<State> states;
    /// Where a row carries several items of a list: for each code, the index of its row. Empty when every row has one.
    std::vector<std::uint32_t> origins;
};

[[nodiscard]] KeyCodes encode_key(Program& program, std::span<const std::uint32_t> rows, const Domain* domain,
                                  ListKeys lists);

/// Up to this many combinations of codes are counted in a table, above they are hashed.
inline constexpr std::size_t dense_combinations = std::size_t{1} << 20U;

/// The rows of a query by group. A row may come several times, under different groups.
class Grouping {
public:
    explicit Grouping(std::shared_ptr<const std::vector<std::uint32_t>> rows) : rows_(std::move(rows)) {}

    /// Splits every group by a further key; groups stay in the order of the first key, then the second, ….
    /// REQUIRES: the key was encoded over `rows()`.
    void split(KeyCodes key, std::size_t dense_limit = dense_combinations);

    [[nodiscard]] const std::shared_ptr<const std::vector<std::uint32_t>>& rows() const { return rows_; }
    /// Parallel to the rows; null before the first split.
    [[nodiscard]] const std::shared_ptr<const std::vector<std::uint32_t>>& groups() const { return groups_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// Codes of the groups under one key, and what they stand for.
    [[nodiscard]] const std::vector<std::uint32_t>& codes(std::size_t key) const { return codes_[key]; }
    [[nodiscard]] const KeyCodes& key(std::size_t key) const { return keys_[key]; }

private:
    void repeat_rows(const std::vector<std::uint32_t>& origins);

    std::shared_ptr<const std::vector<std::uint32_t>> rows_;
    std::shared_ptr<const std::vector<std::uint32_t>> groups_;
    std::size_t size_ = 1;
    std::vector<std::vector<std::uint32_t>> codes_; ///< [key][group]
    std::vector<KeyCodes> keys_;                    ///< without their codes
};

} // namespace bilan::data
