// SPDX-License-Identifier: MPL-2.0
//
// Every error path of the trampoline runs destructors, keeps the stack and says whose line it was.
#include "script/bind.hpp"
#include "script/class.hpp"
#include "workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

int alive = 0;

struct Counted {
    Counted() { ++alive; }
    Counted(const Counted& /*other*/) { ++alive; }
    ~Counted() { --alive; }
    Counted& operator=(const Counted&) = default;
};

} // namespace

template <>
struct Value<Counted> {
    static std::string name() { return "counted"; }
    static Counted read(lua_State* lua, int at, const Where& where)
    {
        Counted counted;
        if (lua_type(lua, at) == LUA_TSTRING) luaL_error(lua, "%s", "raised while reading"); // over a live guard
        if (lua_type(lua, at) == LUA_TBOOLEAN) refuse(lua, at, where, name());
        return counted;
    }
    static void push(lua_State* lua, const Counted& /*counted*/)
    {
        const Counted another;
        luaL_error(lua, "%s", "raised while answering");
    }
};

namespace {

void take(const Counted& /*counted*/, const std::string& what)
{
    const Counted local;
    if (what == "mistake") throw Mistake("BIL-664", {"x", "1", "2"}, "take");
    if (what == "exception") throw std::out_of_range("100%s of it");
    if (what == "foreign") throw 42; // NOLINT: what a plugin's library may do
}

Counted give()
{
    return {};
}

const GroupRecord& functions()
{
    static const GroupRecord record =
        group("trial", "Functions of this test.",
              {bind<&take>("take", "Fails as told.", {{"counted", "a guard"}, {"what", "how to fail"}}),
               bind<&give>("give", "Fails while it answers.")});
    return record;
}

class Binding : public Workshop {
protected:
    /// `take(1, "mistake")`, run in a state of its own. The error's sentence.
    std::string call(const std::string& text)
    {
        State state(settings());
        const auto file = write("reports/x.lua", "local trial = ...\n" + text);
        std::string words = "no error";
        try {
            state.protect([&](lua_State* lua) {
                push_chunk(lua, file, "reports/x.lua");
                push_functions(lua, functions());
                lua_call(lua, 1, 0);
            });
        } catch (const base::Error& error) {
            words = error.sentence(base::Language::english);
        }
        EXPECT_EQ(alive, 0) << text;
        int height = -1;
        state.protect([&](lua_State* lua) { height = lua_gettop(lua); });
        EXPECT_EQ(height, 0);
        return words;
    }
};

TEST_F(Binding, GoodCallPasses)
{
    EXPECT_EQ(call("trial.take(1, 'nothing')"), "no error");
}

TEST_F(Binding, LuaErrorWhileReadingUnwinds)
{
    EXPECT_THAT(call("trial.take('text', 'nothing')"), HasSubstr("raised while reading"));
}

TEST_F(Binding, RefusedArgumentUnwindsAndBlamesTheCallersLine)
{
    EXPECT_THAT(call("\n\ntrial.take(true, 'nothing')"),
                StartsWith("reports/x.lua:4: \"trial.take › counted\" expects counted and gets boolean true."));
}

TEST_F(Binding, MistakeUnwinds)
{
    EXPECT_EQ(call("trial.take(1, 'mistake')"), "reports/x.lua:2: \"x\" is out of bounds. Give a number from 1 to 2.\n"
                                                "  2 | trial.take(1, 'mistake')\n"
                                                "    |       ^^^^");
}

TEST_F(Binding, ExceptionIsNoFormat)
{
    EXPECT_THAT(call("trial.take(1, 'exception')"), HasSubstr("\"trial.take\" failed: 100%s of it."));
}

TEST_F(Binding, ForeignExceptionIsNamed)
{
    EXPECT_THAT(call("trial.take(1, 'foreign')"), HasSubstr("\"trial.take\" failed: unknown C++ exception."));
}

TEST_F(Binding, LuaErrorWhileAnsweringUnwinds)
{
    EXPECT_THAT(call("trial.give()"), HasSubstr("raised while answering"));
}

TEST_F(Binding, ScriptMayCatch)
{
    EXPECT_EQ(call("for i = 1, 500 do assert(not pcall(trial.take, 1, 'mistake')) end"), "no error");
}

TEST_F(Binding, CaughtErrorKeepsItsFirstLine)
{
    EXPECT_THAT(call("local ok, problem = pcall(function() trial.take(1, 'mistake') end)\n\n\nerror(problem)"),
                StartsWith("reports/x.lua:2: "));
}

TEST_F(Binding, TooManyArgumentsAreRefused)
{
    EXPECT_THAT(call("trial.take(1, 'nothing', 3)"), HasSubstr("takes at most 2 argument(s) and gets 3."));
}

TEST_F(Binding, ExceptionThroughProtectKeepsItsType)
{
    State state(settings());
    EXPECT_THROW(state.protect([](lua_State*) { throw std::domain_error("mine"); }), std::domain_error);
    EXPECT_THROW(state.protect([](lua_State* lua) { luaL_error(lua, "100%%s"); }), ScriptError);
}

TEST_F(Binding, StrictValues)
{
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.number.text('12')"),
                HasSubstr("\"bilan.number.text › value\" expects number and gets string \"12\"."));
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.text.fold(12)"),
                HasSubstr("expects string and gets number 12."));
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.text.join { 'a', 2 }"),
                HasSubstr("\"bilan.text.join › parts[2]\" expects string and gets number 2."));
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.text.join { 'a', nil, 'c' }"),
                HasSubstr("item 2 is missing"));
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.number.text(0/0)"),
                HasSubstr("expects number and gets number nan/inf."));
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nreturn bilan.text.fold('\\xff')"),
                HasSubstr("expects string (UTF-8)"));
}

} // namespace

} // namespace bilan::script
