// SPDX-License-Identifier: MPL-2.0
//
// Rows of many queries, put together once: what is added one by one is copied when the whole is asked for. Value type;
// copies share their parts, so that they belong to one thread.
#pragma once

#include "data/query.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bilan::data {

class Union {
public:
    explicit Union(const Query& first);
    /// These rows, then those of `next`. Throws base::Error (exit 6) for a field that is a text here and a number
    /// there.
    [[nodiscard]] Union with(const Query& next) const;
    [[nodiscard]] Query made() const;

private:
    /// The parts of all unions that go on from one another; each knows how many of them are its own.
    struct Parts {
        std::vector<Query> queries;
        std::map<std::string, bool> are_numbers; ///< by field
    };
    static void add(Parts& parts, const Query& query);

    std::shared_ptr<Parts> parts_;
    std::size_t count_ = 0;
};

} // namespace bilan::data
