// SPDX-License-Identifier: MPL-2.0
//
// The words of an SQL statement, as far as bilan looks at them itself. Inner header of store/. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::store {

struct SqlToken {
    enum class Kind { name, text, number, sign };

    Kind kind = Kind::sign;
    std::string folded; ///< names in small letters, without their quotes; anything else as written
    std::string written;
    std::size_t begin = 0;  ///< in the statement
    bool is_quoted = false; ///< a name in quotes is no keyword
};

/// Without blanks and comments. A text that is not closed goes to the end.
[[nodiscard]] std::vector<SqlToken> sql_tokens(std::string_view sql);

} // namespace bilan::store
