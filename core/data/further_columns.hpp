// SPDX-License-Identifier: MPL-2.0
//
// Of values that several cells of a row made (« CDI » + « CDD de plus de 6 mois »): the columns of the cells after the
// first. Most columns have no such value and cost nothing; rows share the few different sets. Written by one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bilan::data {

class FurtherColumns {
public:
    using Columns = std::vector<std::uint16_t>;

    /// REQUIRES: `row` has none yet.
    void set(std::size_t row, const Columns& columns);
    /// Those of a part whose rows come after `rows` of this.
    void append(const FurtherColumns& part, std::size_t rows);
    [[nodiscard]] bool empty() const { return sets_.empty(); }
    /// Nothing for a value of one cell, or of none.
    [[nodiscard]] std::span<const std::uint16_t> of(std::size_t row) const
    {
        if (row >= numbers_.size() || numbers_[row] == 0) return {};
        return sets_[numbers_[row] - 1];
    }
    /// Those of some rows, in their order.
    [[nodiscard]] FurtherColumns chosen(std::span<const std::uint32_t> rows) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<Columns> sets_;
    std::vector<std::uint32_t> numbers_; ///< of each row up to the last that has some: its set, from 1 on; 0: none
};

} // namespace bilan::data
