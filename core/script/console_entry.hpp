// SPDX-License-Identifier: MPL-2.0
//
// What is particular to Lua code typed piece by piece. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

/// The entry with its outermost `local x = …` and `local function` made to stay for the entries behind it: the word
/// becomes spaces, so that every column stays where it was.
[[nodiscard]] std::string with_lasting_locals(const std::string& entry);

/// Whether an entry that is neither a value nor a statement was meant to be a value; `complaint` is what the compiler
/// said of it as a statement.
[[nodiscard]] bool is_meant_as_value(const std::string& entry, const std::string& complaint);

/// What stands before a cursor: the chain of names to complete, or a text that is being written.
struct BeforeCursor {
    std::vector<std::string> chain; ///< `run`, `params` of `run.params.ex`; empty for a name alone
    std::string word;               ///< `ex`
    std::size_t from = 0;           ///< where the word begins
    bool is_text = false;           ///< inside quotes
    bool is_nameable = true;        ///< false behind a dot that follows no names: `rows:where{…}:`
};
[[nodiscard]] BeforeCursor before_cursor(std::string_view text);

} // namespace bilan::script
