// SPDX-License-Identifier: MPL-2.0
//
// New datasets from the rows of queries: fields laid under one another, rows of two queries put together. Every value
// keeps its state and the cell it came from. Pure; any thread.
#pragma once

#include "data/query.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace bilan::data {

/// `benef_f` and `benef_h` become two rows, `sexe` = F and H, `benef` = their values.
struct Unpivot {
    struct Part {
        std::string label; ///< what `name` says
        std::string field; ///< where `value` is taken from
    };
    std::vector<Part> parts;
    std::string name;
    std::string value;
    /// Further fields that each row repeats.
    std::vector<std::string> keep;
};

/// Fields that say what a row is about, and that may be repeated without being counted twice: all but numbers and
/// amounts.
[[nodiscard]] std::vector<std::string> fields_that_describe(const Query& query);

/// Rows times fields that each of these makes: asked before it is made, since one slip in a loop fills a memory.
[[nodiscard]] std::uint64_t cells_of(const Query& query, const Unpivot& options);
[[nodiscard]] std::uint64_t cells_of(const Query& query);
[[nodiscard]] std::uint64_t cells_of_both(const Query& first, const Query& second);

/// Throws base::Error (exit 6) when the parts are texts and numbers mixed.
[[nodiscard]] Query unpivot(const Query& query, const Unpivot& options);

/// Which fields of a query have values, and whether these are numbers.
[[nodiscard]] std::map<std::string, bool> numbers_of(const Query& query);
/// Throws base::Error (exit 6) for a field that is a text here and a number there.
void refuse_mixture(const std::string& field, bool mixed);

/// The rows of the queries one after the other, with the fields of all; a field that one lacks is `no_column` there.
/// Throws base::Error (exit 6) for a field that is a text here and a number there. REQUIRES: one query at least.
[[nodiscard]] Query unite(std::span<const Query> queries);
[[nodiscard]] inline Query unite(const Query& first, const Query& second)
{
    const std::array<Query, 2> both{first, second};
    return unite(std::span<const Query>(both));
}

} // namespace bilan::data
