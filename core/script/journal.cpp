// SPDX-License-Identifier: MPL-2.0
#include "script/journal.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "script/bind.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <utility>

namespace bilan::script {

void write_line(State& state, JournalLine line, const char* subject)
{
    constexpr std::size_t most_lines = 10'000;
    constexpr std::size_t most_characters = 32'000; // of one: a dump of everything is for a table
    if (state.journal().size() >= most_lines) throw Mistake("BIL-677", {std::to_string(most_lines)}, subject);
    if (base::length(line.text) > most_characters) throw Mistake("BIL-121", {std::to_string(most_characters)}, subject);
    const auto source = state.sources().find(line.file);
    const bool is_known = source != state.sources().end() && !source->second.file.empty();
    line.here = is_known ? source->second.file : line.file;
    state.journal().push_back(std::move(line));
}

void warn(const Caller& caller, const base::Message& message)
{
    write_line(caller.state, {"warning", base::render(message, caller.state.language()), caller.file, caller.line});
}

void warn_once(const Caller& caller, const base::Message& message)
{
    const std::string text = base::render(message, caller.state.language());
    const auto is_same = [&](const JournalLine& line) {
        return line.line == caller.line && line.file == caller.file && line.text == text;
    };
    if (std::ranges::none_of(caller.state.journal(), is_same)) warn(caller, message);
}

} // namespace bilan::script
