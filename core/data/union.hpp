// SPDX-License-Identifier: MPL-2.0
//
// Rows of many queries, put together once: what is added one by one is copied when the whole is asked for. Value type;
// copies share their parts, so that they belong to one thread.
#pragma once

#include "data/query.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::data {

class Union {
public:
    explicit Union(const Query& first);
    /// These rows, then those of `next`. Throws base::Error (exit 6) for a field that is a text here and a number
    /// there.
    [[nodiscard]] Union with(const Query& next) const;
    [[nodiscard]] Query made() const;
    /// How many of the rows that were added last stand in earlier parts too, with an amount that both give: a sum takes
    /// it twice. Rows that lay different fields under one name are no such rows.
    [[nodiscard]] std::size_t repeated() const { return repeated_; }

private:
    /// The rows of one table of a partner that some part has.
    struct Taken {
        std::vector<bool> rows; ///< by their row in the sheet
        /// Names of the columns that somebody may add up, and where they stand in the sheet: laid under one another,
        /// women and men bear one name.
        std::set<std::pair<std::string, std::uint32_t>> amounts;
    };
    /// The parts of all unions that go on from one another; each knows how many of them are its own.
    struct Parts {
        std::vector<Query> queries;
        std::map<std::string, bool> are_numbers; ///< by field
        std::map<std::shared_ptr<const TableOrigin>, Taken> taken;
    };
    static std::size_t add(Parts& parts, const Query& query);
    static std::vector<Taken> taken_by(const Query& query);
    static std::size_t take_rows(Parts& parts, const Query& query);

    std::shared_ptr<Parts> parts_;
    std::size_t count_ = 0;
    std::size_t repeated_ = 0;
};

} // namespace bilan::data
