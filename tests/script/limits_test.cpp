// SPDX-License-Identifier: MPL-2.0
//
// Whatever a script does, it ends, with its line.
#include "script/raise.hpp"
#include "script/watchdog.hpp"
#include "workshop.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <new>
#include <stdexcept>

namespace bilan::script {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ScriptLimits : public Workshop {
protected:
    void SetUp() override
    {
        Workshop::SetUp();
        limits_.instructions = 3'000'000;
        limits_.memory_bytes = std::size_t{48} << 20U;
        limits_.wall_clock = std::chrono::milliseconds(20'000);
    }
};

constexpr const char* steps = "The script is above 3 million steps and is stopped.";
constexpr const char* memory = "The script is above 48 MiB of memory and is stopped.";

TEST_F(ScriptLimits, PlainLoop)
{
    EXPECT_EQ(sentence("local x = 1\nwhile true do\n  x = x + 1\nend"),
              "reports/x.lua:3: The script is above 3 million steps and is stopped. Look for an endless loop at this "
              "line.\n  3 |   x = x + 1");
}

TEST_F(ScriptLimits, ProtectedCallsCannotSwallowIt)
{
    EXPECT_THAT(sentence("while true do pcall(function() while true do end end) end"), HasSubstr(steps));
    EXPECT_THAT(
        sentence("while true do xpcall(function() while true do end end, function() while true do end end) end"),
        HasSubstr(steps));
    EXPECT_THAT(sentence("local function again() pcall(again) while true do end end again()"), HasSubstr(steps));
}

TEST_F(ScriptLimits, MetamethodsAndComparators)
{
    EXPECT_THAT(sentence("local t = setmetatable({}, { __index = function() while true do end end }) return t.x"),
                HasSubstr(steps));
    EXPECT_THAT(sentence("return tostring(setmetatable({}, { __tostring = function() while true do end end }))"),
                HasSubstr(steps));
    EXPECT_THAT(sentence("table.sort({ 3, 2, 1 }, function() while true do end end)"), HasSubstr(steps));
    EXPECT_THAT(sentence("local x <close> = setmetatable({}, { __close = function() while true do end end })"),
                HasSubstr(steps));
    EXPECT_THAT(sentence("do local x <close> = setmetatable({}, { __close = function() while true do end end })\n"
                         "while true do end end"),
                HasSubstr(steps));
    EXPECT_THAT(sentence("('x'):gsub('x', function() while true do end end)"), HasSubstr(steps));
}

TEST_F(ScriptLimits, WallClock)
{
    limits_.instructions = 1'000'000'000'000;
    limits_.wall_clock = std::chrono::milliseconds(200);
    EXPECT_THAT(sentence("while true do end"), StartsWith("reports/x.lua:1: The script is above 0.2 s"));
}

TEST_F(ScriptLimits, Memory)
{
    limits_.instructions = 300'000'000;
    EXPECT_THAT(sentence("local t = {}\nfor i = 1, 1e9 do\n  t[i] = i\nend"), HasSubstr(memory));
    EXPECT_THAT(sentence("local s = 'x'\nwhile true do s = s .. s end"), HasSubstr(memory));
    EXPECT_THAT(sentence("while true do pcall(function() local s = 'x' while true do s = s .. s end end) end"),
                HasSubstr(memory));
}

TEST_F(ScriptLimits, LongResults)
{
    EXPECT_THAT(sentence("return ('x'):rep(1e9)"), HasSubstr("The result of \"string.rep\" would be above"));
    EXPECT_EQ(run("return #(''):rep(1e15)"), "0");
    EXPECT_THAT(sentence("return ('x'):rep(-1) .. ('x'):rep(math.maxinteger)"), HasSubstr("string.rep"));
    EXPECT_THAT(sentence("return string.format('%99999d', 1)"), HasSubstr("is no format of string.format"));
    EXPECT_THAT(sentence("table.move({}, 1, 1e15, 2)"), HasSubstr("table.move"));
    EXPECT_THAT(sentence("table.move({}, math.mininteger, math.maxinteger, 2)"), HasSubstr("table.move"));
    EXPECT_THAT(sentence("return table.unpack({}, 1, 1e8)"), HasSubstr("Too many values at once"));
    EXPECT_THAT(sentence("table.insert(setmetatable({}, { __len = function() return 1e15 end }), 1, 2)"),
                HasSubstr("\"__len\""));
    EXPECT_THAT(sentence("return table.concat(setmetatable({}, { __len = function() return 1e15 end }))"),
                HasSubstr("\"__len\""));
}

TEST_F(ScriptLimits, TextsThatBilanMakesAreBounded)
{
    limits_.instructions = 300'000'000;
    const std::string grown = "local bilan = require 'bilan'\nlocal s = ('x'):rep(1000000)\n";
    const auto above = [](const std::string& what) {
        return HasSubstr("reports/x.lua:3: The result of \"" + what + "\" would be above ");
    };
    EXPECT_THAT(sentence(grown + "return bilan.text.replace(s, 'x', s)"), above("bilan.text.replace"));
    EXPECT_THAT(sentence(grown + "local t = {} for i = 1, 100000 do t[i] = s end return bilan.text.join(t, '')"),
                above("bilan.text.join › parts"));
    EXPECT_THAT(sentence(grown + "local t = {} for i = 1, 100000 do t[i] = 'x' end return bilan.text.join(t, s)"),
                above("bilan.text.join"));
    EXPECT_THAT(sentence(grown + "return bilan.text.split((';'):rep(2000000), ';')"), above("bilan.text.split"));
    EXPECT_EQ(run("local bilan = require 'bilan'\nreturn bilan.text.replace('aXbX', 'X', 'yy')"), "ayybyy");
    EXPECT_EQ(run("local bilan = require 'bilan'\nreturn bilan.text.replace('aXXbXX', 'XX', '')"), "ab");
}

TEST_F(ScriptLimits, NoMemoryIsSaidAsALimitThatNoCallSwallows)
{
    const auto fails = [&](const std::exception& thrown) {
        State state(settings());
        try {
            state.protect([&](lua_State* lua) {
                lua_pushlightuserdata(lua, const_cast<std::exception*>(&thrown));
                lua_pushcclosure(
                    lua,
                    [](lua_State* inner) {
                        return border(inner, "f", [&]() -> int {
                            const auto* given =
                                static_cast<const std::exception*>(lua_touserdata(inner, lua_upvalueindex(1)));
                            if (dynamic_cast<const std::length_error*>(given) != nullptr) throw std::length_error("x");
                            throw std::bad_alloc();
                        });
                    },
                    1);
                lua_pcall(lua, 0, 0, 0); // as a script would
                lua_settop(lua, 0);
            });
        } catch (const base::Error&) {
        }
        return state.budget().ended() ? state.budget().ended()->message.code : std::string();
    };
    EXPECT_EQ(fails(std::bad_alloc()), "BIL-672");
    EXPECT_EQ(fails(std::length_error("x")), "BIL-672");
}

TEST_F(ScriptLimits, CostlyPatterns)
{
    EXPECT_THAT(sentence("return (('a'):rep(300)):find('.-.-.-.-.-b')"), HasSubstr("needs too many attempts"));
    EXPECT_THAT(sentence("return (('a'):rep(70000)):match('b')"), HasSubstr("in a text of 70000 bytes, above 65536"));
    EXPECT_EQ(run("return (('a'):rep(70000) .. 'b'):find('b', 1, true)"), "70001");
    EXPECT_THAT(sentence("for i = 1, 1e9 do pcall(string.find, ('a'):rep(300), '.-.-.-.-.-b') end"), HasSubstr(steps));
}

TEST_F(ScriptLimits, DeepRecursion)
{
    limits_.memory_bytes = std::size_t{512} << 20U;
    const std::string deep = "Too many nested calls. Look for a function that calls itself without end.";
    EXPECT_THAT(sentence("local function f() return 1 + f() end\nreturn f()"), HasSubstr(deep));
    EXPECT_THAT(sentence("local t = {} setmetatable(t, { __index = function(s, k) return s[k] end }) return t.x"),
                HasSubstr(deep));
    EXPECT_THAT(sentence("return " + std::string(10'000, '(') + "1" + std::string(10'000, ')')),
                StartsWith("reports/x.lua:1: Too many brackets"));
    EXPECT_THAT(sentence("local f f = function() return pcall(f) end\nreturn f()"), HasSubstr("no error"));
}

TEST_F(ScriptLimits, HandlersThatFail)
{
    EXPECT_EQ(run("return select(2, xpcall(error, function() return 'handled' end, 'x'))"), "handled");
    EXPECT_EQ(run("return (xpcall(error, function() error('again') end, 'x'))"), "false");
}

TEST_F(ScriptLimits, JournalIsBounded)
{
    EXPECT_THAT(sentence("for i = 1, 20000 do print(i) end"), HasSubstr("more than 10000 lines to the journal"));
}

TEST_F(ScriptLimits, WatchdogBarksAndOnlyThen)
{
    std::atomic<bool> barked = false;
    {
        const Watchdog quiet(std::chrono::minutes(1), [&] { barked = true; });
    }
    EXPECT_FALSE(barked);
    {
        const Watchdog loud(std::chrono::milliseconds(1), [&] { barked = true; });
        for (int turn = 0; turn < 2000 && !barked; ++turn) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_TRUE(barked);
}

} // namespace

} // namespace bilan::script
