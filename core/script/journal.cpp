// SPDX-License-Identifier: MPL-2.0
#include "script/journal.hpp"

#include "base/message.hpp"
#include "script/bind.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <utility>

namespace bilan::script {

void write_line(State& state, JournalLine line, const char* subject)
{
    constexpr std::size_t most_lines = 10'000;
    if (state.journal().size() >= most_lines) throw Mistake("BIL-677", {std::to_string(most_lines)}, subject);
    state.journal().push_back(std::move(line));
}

void warn(const Caller& caller, const base::Message& message)
{
    write_line(caller.state, {"warning", base::render(message, caller.state.language()), caller.file, caller.line});
}

} // namespace bilan::script
