// SPDX-License-Identifier: MPL-2.0
//
// What scripts can reach is the allow list and nothing else; each known way out is tried.
#include "script/sandbox.hpp"
#include "workshop.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace bilan::script {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Sandbox : public Workshop {};

/// The names of what the environment's face hides, walked from the host's side, where nothing can be hidden.
void collect(lua_State* lua, const std::string& prefix, std::vector<std::string>& names)
{
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        const std::string name = prefix + lua_tostring(lua, -2);
        names.push_back(name);
        if (lua_istable(lua, -1) && lua_getmetatable(lua, -1) != 0) {
            lua_getfield(lua, -1, "__index");
            ASSERT_NE(lua_getupvalue(lua, -1, 1), nullptr); // the table behind a read-only face
            collect(lua, name + '.', names);
            lua_pop(lua, 3);
        }
        lua_pop(lua, 1);
    }
}

TEST_F(Sandbox, ReachableNamesAreTheAllowList)
{
    State state(settings());
    std::vector<std::string> names;
    state.protect([&](lua_State* lua) {
        push_environment(lua);
        ASSERT_EQ(lua_getmetatable(lua, -1), 1);
        lua_getfield(lua, -1, "__index");
        collect(lua, "", names);
    });
    std::ranges::sort(names);
    EXPECT_EQ(names, allowed_names());
    const std::vector<std::string> expected = {"_VERSION", "assert",   "error",  "getmetatable", "ipairs",   "math",
                                               "next",     "pairs",    "pcall",  "print",        "rawequal", "rawget",
                                               "rawlen",   "require",  "select", "setmetatable", "string",   "table",
                                               "tonumber", "tostring", "type",   "utf8",         "xpcall"};
    std::vector<std::string> top;
    for (const std::string& name : names)
        if (name.find('.') == std::string::npos) top.push_back(name);
    EXPECT_EQ(top, expected);
}

TEST_F(Sandbox, DangerousNamesAreUnknown)
{
    for (const char* name : {"io", "os", "debug", "package", "load", "loadstring", "dofile", "loadfile",
                             "collectgarbage", "coroutine", "rawset", "warn"})
        EXPECT_THAT(sentence(std::string("return ") + name),
                    HasSubstr('"' + std::string(name) + "\" is a name of Lua that the sandbox leaves out on purpose"));
    for (const char* name : {"_G", "getfenv", "setfenv"})
        EXPECT_THAT(sentence(std::string("return ") + name), HasSubstr(std::string("Unknown name \"") + name + '"'));
    EXPECT_THAT(sentence("return string.dump"), HasSubstr("\"dump\" does not exist in \"string\""));
    EXPECT_THAT(sentence("return math.randomseed"), HasSubstr("\"randomseed\" does not exist in \"math\""));
    EXPECT_THAT(sentence("return ('x').dump"), HasSubstr("no error: nil"));
}

TEST_F(Sandbox, GlobalsAndLibrariesCannotBeWritten)
{
    EXPECT_EQ(sentence("total = 1"),
              "reports/x.lua:1: \"total\" is not declared, and global variables cannot be written. Write local total = "
              "….\n  1 | total = 1\n    | ^^^^^");
    EXPECT_THAT(sentence("string.format = nil"), HasSubstr("\"string\" cannot be changed (writing \"format\")"));
    EXPECT_THAT(sentence("math.pi = 3"), HasSubstr("cannot be changed"));
    EXPECT_THAT(sentence("table.insert(math, 1)"), HasSubstr("\"__len\""));
    EXPECT_THAT(sentence("require('bilan').sum = 1"), HasSubstr("\"bilan\" cannot be changed (writing \"sum\")"));
    EXPECT_THAT(sentence("require('bilan').text.fold = 1"), HasSubstr("cannot be changed"));
    EXPECT_THAT(sentence("require('bilan').field.x = 1"), HasSubstr("cannot be changed"));
    EXPECT_THAT(sentence("_ENV.pairs = 1"), HasSubstr("cannot be written"));
}

TEST_F(Sandbox, MetatablesOfTheHostAreHidden)
{
    EXPECT_EQ(run("return getmetatable('')"), "string");
    EXPECT_EQ(run("return getmetatable(math)"), "math");
    EXPECT_EQ(run("return getmetatable(_ENV)"), "globals");
    EXPECT_EQ(run("return getmetatable(require('bilan').field.a)"), "bilan.Expression");
    EXPECT_THAT(sentence("setmetatable(math, {})"), HasSubstr("metatable of this object is protected"));
    EXPECT_THAT(sentence("setmetatable(_ENV, {})"), HasSubstr("protected"));
    EXPECT_THAT(sentence("setmetatable(require('bilan').field.a, {})"), HasSubstr("expects table"));
    EXPECT_THAT(sentence("return require('bilan').field.a.__gc"), HasSubstr("\"__gc\" does not exist"));
    EXPECT_THAT(sentence("return require('bilan').field.a.__index"), HasSubstr("does not exist"));
}

TEST_F(Sandbox, FinalizersAndWeakTablesAreRefused)
{
    EXPECT_THAT(sentence("setmetatable({}, { __gc = function() end })"), HasSubstr("A metatable with \"__gc\""));
    EXPECT_THAT(sentence("setmetatable({}, { __mode = 'k' })"), HasSubstr("A metatable with \"__mode\""));
    EXPECT_EQ(run("local m = {} local t = setmetatable({}, m) m.__gc = function() error('ran') end return 1"), "1");
}

TEST_F(Sandbox, RequireSeesModulesOnly)
{
    write("reports/tools.lua", "return { one = 1 }");
    write("reports/sub/deep.lua", "return { two = 2 }");
    write("reports/again.lua", "return require 'again'");
    write("reports/nothing.lua", "local x = 1");
    write("secret.lua", "return 'secret'");
    EXPECT_EQ(run("return require('tools').one"), "1");
    EXPECT_EQ(run("return require('sub.deep').two"), "2");
    EXPECT_EQ(run("return require('tools') == require('tools')"), "true");
    for (const char* name : {"../secret", "..secret", "/etc/passwd", "a/b", "tools.lua.", "", "a\\0b", "sub..deep"})
        EXPECT_THAT(sentence(std::string("require '") + name + "'"), HasSubstr("is not a module name")) << name;
    EXPECT_THAT(sentence("require 'secret'"), HasSubstr("The module \"secret\" is not found."));
    EXPECT_THAT(sentence("require 'again'"), HasSubstr("loads itself"));
    EXPECT_THAT(sentence("require 'nothing'"), HasSubstr("returns nothing"));
    EXPECT_THAT(sentence("require 'bilan.not_there'"), HasSubstr("The module \"bilan.not_there\" is not found."));
}

TEST_F(Sandbox, RequireDoesNotFollowLinksOut)
{
    write("secret.lua", "return 'secret'");
    std::filesystem::create_symlink(folder_ / "secret.lua", folder_ / "reports" / "link.lua");
    EXPECT_THAT(sentence("return require 'link'"), HasSubstr("The module \"link\" is not found."));
}

TEST_F(Sandbox, CompiledChunksAreRefused)
{
    EXPECT_THAT(sentence("\x1bLua"), HasSubstr("This file is not a script in UTF-8 text."));
    write("reports/compiled.lua", "\x1bLuaS");
    EXPECT_THAT(sentence("require 'compiled'"), HasSubstr("This file is not a script in UTF-8 text."));
}

TEST_F(Sandbox, AddressesAreNotShown)
{
    EXPECT_EQ(run("return tostring({})"), "table");
    EXPECT_EQ(run("return tostring(print)"), "function");
    EXPECT_EQ(run("return tostring(require('bilan').param.year())"), "bilan.Parameter");
    EXPECT_EQ(run("return string.format('%s|%5s|%d%%', {}, print, 3)"), "table|function|3%");
    EXPECT_EQ(run("return tostring(setmetatable({}, { __name = 'spy' }))"), "table");
    EXPECT_EQ(run("return tostring(setmetatable({}, { __tostring = function() return 'mine' end }))"), "mine");
    EXPECT_THAT(sentence("return string.format('%p', {})"), HasSubstr("memory address"));
    EXPECT_THAT(sentence("return string.format('%-8p', {})"), HasSubstr("memory address"));
}

TEST_F(Sandbox, PairsHasOneOrder)
{
    const std::string walk = "local t = { c = 1, a = 2, b = 3, [2.5] = 4, [10] = 5, [-1] = 6, [true] = 7 }\n"
                             "local keys = {}\nfor key in pairs(t) do keys[#keys + 1] = tostring(key) end\n"
                             "return table.concat(keys, ' ')";
    EXPECT_EQ(run(walk), "-1 2.5 10 true a b c");
    EXPECT_EQ(run("local t = { b = 1, a = 2 } local k = next(t) local l = next(t, k) return k .. l .. "
                  "tostring(next(t, l))"),
              "abnil");
    EXPECT_EQ(run("local t = { a = 1, b = 2, c = 3 } local n = 0 for k in pairs(t) do t[k] = nil t.b = nil n = n + 1 "
                  "end return n"),
              "2");
    EXPECT_THAT(sentence("for k in pairs({ [{}] = 1 }) do end"), HasSubstr("no fixed order"));
    EXPECT_THAT(sentence("next({ [print] = 1 })"), HasSubstr("no fixed order"));
}

TEST_F(Sandbox, RandomIsTheSameInEveryRun)
{
    const std::string text = "return math.random(1000000) .. ' ' .. math.random(1000000)";
    EXPECT_EQ(run(text), run(text));
}

TEST_F(Sandbox, PrintGoesToTheJournal)
{
    State state(settings());
    const auto file = write("reports/x.lua", "\nprint('a', 1, nil, {})");
    state.protect([&](lua_State* lua) {
        push_chunk(lua, file, "reports/x.lua");
        lua_call(lua, 0, 0);
    });
    ASSERT_EQ(state.journal().size(), 1U);
    EXPECT_EQ(state.journal()[0].text, "a 1 nil table");
    EXPECT_EQ(state.journal()[0].file, "reports/x.lua");
    EXPECT_EQ(state.journal()[0].line, 2);
}

} // namespace

} // namespace bilan::script
