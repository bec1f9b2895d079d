// SPDX-License-Identifier: MPL-2.0
//
// `bilan.info` and `bilan.warning`: lines of the run's journal, with the line of the script that wrote them.
#include "script/journal.hpp"
#include "base/text.hpp"
#include "script/api/groups.hpp"
#include "script/bind.hpp"
#include "script/state.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

/// Lines and tabs stay; another control character could move the cursor of the terminal or hide what is written.
std::string legible(std::string_view text)
{
    std::string shown;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of("\n\t"), text.size());
        shown += base::for_display(text.substr(0, plain), plain);
        if (plain < text.size()) shown += text[plain];
        text.remove_prefix(std::min(plain + 1, text.size()));
    }
    return shown;
}

void say(const Caller& caller, const char* level, const std::string& text)
{
    write_line(caller.state, {level, legible(text), caller.file, caller.line});
}

void info(const Caller& caller, const std::string& text)
{
    say(caller, "info", text);
}
void warning(const Caller& caller, const std::string& text)
{
    say(caller, "warning", text);
}

} // namespace

std::vector<FunctionRecord> journal_functions()
{
    return {bind<&info>("info", "Writes a line to the journal of the run.", {{"text", "what to say"}}),
            bind<&warning>("warning", "Writes a warning to the journal of the run.", {{"text", "what to say"}})};
}

} // namespace bilan::script
