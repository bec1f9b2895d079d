// SPDX-License-Identifier: MPL-2.0
#include "script/raised.hpp"

#include "base/number.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/raise.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <stdexcept>

namespace bilan::script {

namespace {

std::string text(const Caller& caller, const std::shared_ptr<RaisedMistake>& raised)
{
    return base::render(raised->mistake.message(), caller.state.language());
}

std::string code(const std::shared_ptr<RaisedMistake>& raised)
{
    return raised->mistake.message().code;
}

constexpr const char* out_of_memory = "BIL-672";
/// Its words and its place are put together for somebody to read: a loop that catches them has few steps and takes
/// long.
constexpr std::uint64_t steps_of_a_mistake = 10'000;

/// Memory that Lua does not count: the machine has no more, or no text is that long.
bool is_lack_of_memory(const std::exception& thrown)
{
    return dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr ||
           dynamic_cast<const std::length_error*>(&thrown) != nullptr;
}

/// What the caret stands under: the first blank, when it is a word of the script and no number.
std::string name_in(const base::Message& message)
{
    if (message.arguments.empty()) return {};
    std::string name = message.arguments.front();
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    const bool has_letter = std::ranges::any_of(
        name, [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); });
    return has_letter ? name : std::string();
}

} // namespace

const GroupRecord& mistake_class()
{
    static const GroupRecord record =
        group("bilan.Mistake", "What `pcall` gives when a call of bilan was wrong.",
              {property<&text>("text", "The message in the run's language."),
               property<&code>("code", "The stable code of the message, `BIL-610`."), metamethod<&text>("__tostring")});
    return record;
}

Mistake above_memory(const State& state)
{
    const auto mebibytes = static_cast<double>(state.memory().most()) / (1024.0 * 1024.0);
    return Mistake(out_of_memory, {base::for_people(mebibytes, 0, state.language())});
}

Raising raising_of(const std::exception& thrown, const std::string& function)
{
    if (const auto* mistake = dynamic_cast<const Mistake*>(&thrown)) return {*mistake, std::nullopt};
    if (const auto* error = dynamic_cast<const ScriptError*>(&thrown)) {
        const Fault& fault = error->fault();
        return {Mistake(fault.message.code, fault.message.arguments, fault.subject), Position{fault.file, fault.line},
                fault.row};
    }
    if (const auto* error = dynamic_cast<const base::Error*>(&thrown)) {
        const base::Message& message = error->message();
        return {Mistake(message.code, message.arguments, name_in(message)), std::nullopt};
    }
    if (is_lack_of_memory(thrown)) return {Mistake(out_of_memory), std::nullopt};
    return {Mistake("BIL-609", {function, thrown.what()}), std::nullopt};
}

void raise(lua_State* lua, Raising raising)
{
    State& state = State::of(lua);
    if (raising.mistake.message().code == out_of_memory) state.budget().end(lua, above_memory(state));
    state.budget().spend(steps_of_a_mistake);
    {
        Position position = raising.position ? std::move(*raising.position) : position_of(lua);
        push_object(lua, std::make_shared<RaisedMistake>(
                             RaisedMistake{std::move(raising.mistake), std::move(position), std::move(raising.row)}));
    }
    lua_error(lua);
    std::abort(); // lua_error does not return, but is not declared so
}

void raise_text(lua_State* lua, const char* text)
{
    lua_pushstring(lua, text);
    lua_error(lua);
    std::abort(); // lua_error does not return, but is not declared so
}

} // namespace bilan::script
