// SPDX-License-Identifier: MPL-2.0
//
// Rows of a query in the order of some of their fields: numbers by size, texts as groups are shown (in the order of
// their vocabulary, else of the alphabet). Pure; any thread.
#pragma once

#include "data/query.hpp"

#include <span>
#include <vector>

namespace bilan::data {

struct RowOrder {
    std::string field;     ///< as it was named
    ExpressionPointer key; ///< over the columns of the dataset
    bool is_descending = false;
};

struct OrderedRows {
    std::vector<std::uint32_t> places;             ///< in `rows()` of the query, the first one first
    std::vector<std::vector<std::uint32_t>> ranks; ///< by key, then by place

    [[nodiscard]] bool are_equal(std::uint32_t one, std::uint32_t other) const;
};

/// The first key decides, the next one among equal rows; unknown values last in both directions, equal rows as they
/// were. REQUIRES: the keys are over the dataset of the query.
[[nodiscard]] OrderedRows ordered(const Query& query, std::span<const RowOrder> order);

} // namespace bilan::data
