// SPDX-License-Identifier: MPL-2.0
#include "script/fault.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/decimal_comma.hpp"
#include "script/excerpt.hpp"
#include "script/explain.hpp"
#include "script/object.hpp"
#include "script/raised.hpp"
#include "script/state.hpp"
#include "script/value.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

constexpr int most_frames = 30;
constexpr int deepest_search = 300;
constexpr std::size_t longest_message = 2000;

/// The source line, and under it the row of the partner's file that was in hand.
std::string shown(const Fault& fault, const Sources& sources)
{
    const auto source = sources.find(fault.file);
    std::string text =
        source == sources.end() ? std::string() : excerpt(source->second.text, fault.line, fault.subject);
    if (fault.row.empty()) return text;
    if (!text.empty()) text += '\n';
    const bool is_french = fault.language == base::Language::french;
    return text + (is_french ? "  en traitant " : "  while processing ") +
           base::for_display(fault.row, longest_excerpt);
}

/// The line of what is wrong, where the call that was refused goes over several.
Fault at_its_line(Fault fault, const Sources& sources)
{
    if (const auto source = sources.find(fault.file); source != sources.end()) {
        fault.line = line_within_call(source->second.text, fault.line, fault.subject);
        name_decimal_comma(fault, source->second.text);
    }
    return fault;
}

std::string place_of(const std::string& file, int line)
{
    return line > 0 ? file + ':' + std::to_string(line) : file;
}

std::string traceback_of(lua_State* lua)
{
    std::string text;
    lua_Debug frame;
    for (int level = 0; level < most_frames && lua_getstack(lua, level, &frame) != 0; ++level) {
        lua_getinfo(lua, "Sln", &frame);
        if (frame.currentline <= 0) continue;
        if (!text.empty()) text += '\n';
        text += std::string(frame.source + 1) + ':' + std::to_string(frame.currentline);
        if (frame.name != nullptr) text += std::string(" (") + frame.name + ')';
    }
    return text;
}

/// Takes off the `short/name.lua:12: ` that `error` and Lua itself put before a message; gives the line it named.
Position take_position(lua_State* lua, std::string& text)
{
    lua_Debug frame;
    for (int level = 0; lua_getstack(lua, level, &frame) != 0 && level < deepest_search; ++level) {
        lua_getinfo(lua, "Sl", &frame);
        if (frame.currentline <= 0 || frame.source[0] != '@') continue;
        const std::string prefix = std::string(frame.short_src) + ':' + std::to_string(frame.currentline) + ": ";
        if (!text.starts_with(prefix)) continue;
        text.erase(0, prefix.size());
        const std::string_view file = frame.source + 1;
        if (State::of(lua).is_library(file)) break;
        return {std::string(file), frame.currentline};
    }
    return position_of(lua);
}

} // namespace

Position position_of(lua_State* lua)
{
    Position first;
    lua_Debug frame;
    for (int level = 0; lua_getstack(lua, level, &frame) != 0 && level < deepest_search; ++level) {
        lua_getinfo(lua, "Sl", &frame);
        if (frame.currentline <= 0 || frame.source[0] != '@') continue;
        const std::string_view file = frame.source + 1;
        if (first.line == 0) first = {std::string(file), frame.currentline};
        if (!State::of(lua).is_library(file)) return {std::string(file), frame.currentline};
    }
    return first;
}

Fault fault_of(lua_State* lua)
{
    Fault fault;
    const int at = lua_gettop(lua);
    if (const auto* raised = to_object<RaisedMistake>(lua, at); raised != nullptr && *raised != nullptr) {
        const RaisedMistake& mistake = **raised;
        fault = {mistake.mistake.message(),
                 mistake.mistake.subject(),
                 mistake.position.file,
                 mistake.position.line,
                 {},
                 mistake.row};
    } else {
        Position position;
        if (lua_type(lua, at) == LUA_TSTRING) {
            std::size_t length = 0;
            const char* const bytes = lua_tolstring(lua, at, &length);
            std::string text = base::to_utf8({bytes, std::min(length, longest_message)});
            position = take_position(lua, text);
            const Mistake mistake = explain(text);
            fault.message = mistake.message();
            fault.subject = mistake.subject();
        } else {
            fault.message = {"BIL-641", {described(lua, at)}};
            position = position_of(lua);
        }
        fault.file = position.file;
        fault.line = position.line;
    }
    fault.traceback = traceback_of(lua);
    fault.language = State::of(lua).language();
    if (fault.row.empty()) fault.row = State::of(lua).row_in_hand();
    return fault;
}

Fault syntax_fault(std::string_view file, std::string_view message)
{
    Fault fault;
    fault.file = file;
    // Lua shortens long names of files, not their ends; an entry of the console has the name it was given.
    const std::string own = std::string(file) + ':';
    const std::size_t colon = message.starts_with(own) ? own.size() : message.find(".lua:");
    if (colon != std::string_view::npos) {
        const std::string_view rest = message.substr(message.starts_with(own) ? colon : colon + 5);
        const std::size_t end = rest.find(':');
        const auto line = base::parse_integer(rest.substr(0, end));
        if (line && end != std::string_view::npos) {
            fault.line = static_cast<int>(*line);
            message = base::trim(rest.substr(end + 1));
        }
    }
    const SyntaxMistake found = explain_syntax(base::to_utf8(message));
    fault.message = found.mistake.message();
    fault.subject = found.mistake.subject();
    fault.line = found.line.value_or(fault.line);
    return fault;
}

std::string place_here(const Position& position, const Sources& sources)
{
    const auto source = sources.find(position.file);
    if (source == sources.end() || source->second.file.empty()) return {};
    return place_of(source->second.file, position.line);
}

ScriptError::ScriptError(const Fault& fault, const Sources& sources) : ScriptError(sources, at_its_line(fault, sources))
{
}

ScriptError::ScriptError(const Sources& sources, const Fault& fault)
    : base::Error(base::ExitCode::script, place_of(fault.file, fault.line), fault.message, shown(fault, sources)),
      fault_(fault)
{
    stand_at(place_here({fault.file, fault.line}, sources));
}

} // namespace bilan::script
