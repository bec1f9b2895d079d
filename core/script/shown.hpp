// SPDX-License-Identifier: MPL-2.0
//
// A value of a script made ready for a person who reads it: words, a table, or both. Value type.
#pragma once

#include <string>
#include <vector>

namespace bilan::script {

struct Shown {
    std::string text; ///< above the table; the whole of a value that is no table
    std::vector<std::string> headers;
    std::vector<bool> are_numbers; ///< by column
    std::vector<std::vector<std::string>> rows;
    std::string note; ///< below the table
};

} // namespace bilan::script
