// SPDX-License-Identifier: MPL-2.0
#include "script/raised.hpp"

#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/raise.hpp"
#include "script/state.hpp"

#include <cstdlib>

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

} // namespace

const GroupRecord& mistake_class()
{
    static const GroupRecord record =
        group("bilan.Mistake", "What `pcall` gives when a call of bilan was wrong.",
              {property<&text>("text", "The message in the run's language."),
               property<&code>("code", "The stable code of the message, `BIL-610`."), metamethod<&text>("__tostring")});
    return record;
}

void raise(lua_State* lua, Mistake mistake)
{
    {
        Position position = position_of(lua);
        push_object(lua, std::make_shared<RaisedMistake>(RaisedMistake{std::move(mistake), std::move(position)}));
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
