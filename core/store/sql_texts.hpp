// SPDX-License-Identifier: MPL-2.0
//
// Texts in SQL as elsewhere in bilan: letters with accents have a case, LIKE compares without case and accents, and
// texts come in the order of the other tables. Inner header of store/. One thread.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace bilan::store {

class SqlTexts {
public:
    SqlTexts() = default;
    SqlTexts(const SqlTexts&) = delete;
    SqlTexts& operator=(const SqlTexts&) = delete;

    /// Puts `lower`, `upper`, `LIKE` and the order of texts in the place of SQLite's own, and adds `fold`. `this` must
    /// outlive the database.
    void join(sqlite3* database);

private:
    static int compare(void* self, int left_size, const void* left, int right_size, const void* right);
    [[nodiscard]] const std::string& folded(std::string_view text);

    /// A sort asks for each text again and again.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> folded_;
};

} // namespace bilan::store
