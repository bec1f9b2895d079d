// SPDX-License-Identifier: MPL-2.0
//
// A script error with its place: what the message handler of a state notes at the point where the error was raised,
// and the exception that leaves the room. Value types; one thread.
#pragma once

#include "base/error.hpp"
#include "script/mistake.hpp"

#include <map>
#include <string>

struct lua_State;

namespace bilan::script {

struct Fault {
    base::Message message;
    std::string subject;   ///< word of the source line to underline
    std::string file;      ///< `reports/emploi.lua`; empty when no line of a script is to blame
    int line = 0;          ///< 0: unknown
    std::string traceback; ///< one line per Lua frame, for the journal
    std::string row{};     ///< of a partner's file, when a function was called for it
    base::Language language = base::Language::french; ///< of the words that go with the row
};

/// A chunk that was loaded.
struct Source {
    std::string text;
    std::string file; ///< as it was opened; empty for what stands in no file
};
/// By shown name.
using Sources = std::map<std::string, Source, std::less<>>;

/// Exit code 6, `file:line`, the source line and a caret under the subject. Where a call goes over several lines, the
/// one that holds the subject.
class ScriptError : public base::Error {
public:
    ScriptError(const Fault& fault, const Sources& sources);
    [[nodiscard]] const Fault& fault() const { return fault_; }

private:
    ScriptError(const Sources& sources, const Fault& fault);

    Fault fault_;
};

/// Where the script stands: the first frame with a line, in a file of the author rather than of the library.
struct Position {
    std::string file;
    int line = 0;
};
/// `../x.lua:14` of the position in a file that was opened by that name; empty when it stands in none.
[[nodiscard]] std::string place_here(const Position& position, const Sources& sources);
[[nodiscard]] Position position_of(lua_State* lua);

/// Reads the error value at the top of the stack, without raising: a text of Lua itself is put into words.
[[nodiscard]] Fault fault_of(lua_State* lua);

/// `file:12: what` of a chunk that does not compile.
[[nodiscard]] Fault syntax_fault(std::string_view file, std::string_view message);

} // namespace bilan::script
