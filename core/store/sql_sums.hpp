// SPDX-License-Identifier: MPL-2.0
//
// `sum`, `total` and `avg` that notice what they pass over: SQLite leaves unknown values out without a word, and the
// result is then partial. Inner header of store/. One thread.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::store {

class PartialSums {
public:
    PartialSums() = default;
    PartialSums(const PartialSums&) = delete;
    PartialSums& operator=(const PartialSums&) = delete;

    /// Puts them in the place of SQLite's own. `this` must outlive the database.
    void join(sqlite3* database);
    /// Function and how many of its results leave unknown values out; none with nothing but known values.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> partial() const;

    struct Function {
        std::string_view name;
        std::size_t partial = 0;
    };

private:
    std::array<Function, 3> functions_ = {Function{"sum"}, Function{"total"}, Function{"avg"}};
};

} // namespace bilan::store
