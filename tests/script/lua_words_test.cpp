// SPDX-License-Identifier: MPL-2.0
//
// What Lua's compiler and library say, in both languages, at the line of the script that is to blame.
#include "workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

struct Slip {
    std::string text;
    const char* french;
    const char* english;
};

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int time = 0; time < times; ++time) all += text;
    return all;
}

class LuaWords : public Workshop {};

/// In the order of the catalogue: every code of lua.inc is here.
TEST_F(LuaWords, AreFrenchAndEnglishWithTheLineAndTheFix)
{
    const Slip slips[] = {
#include "lua_words.inc"
    };
    for (const Slip& slip : slips) {
        EXPECT_EQ(sentence(slip.text, base::Language::french), slip.french);
        EXPECT_EQ(sentence(slip.text, base::Language::english), slip.english);
    }
}

TEST_F(LuaWords, ABracketTooManyIsNoMissingEnd)
{
    EXPECT_THAT(
        sentence("local r = {\n  build = function(run)\n    f { a = { 1 } } }\n  end,\n}\nreturn r",
                 base::Language::english),
        testing::StartsWith("reports/x.lua:3: \"}\" is not expected here. A value or a word is missing before it, or "
                            "it is one too many."));
}

TEST_F(LuaWords, TheMarkStaysUnderItsWordOnALongLine)
{
    const std::string shown = sentence("local long = '" + repeated("é", 300) + "' .. inconnu", base::Language::english);
    const std::size_t line = shown.find("\n  1 | …");
    ASSERT_NE(line, std::string::npos) << shown;
    EXPECT_THAT(shown, testing::EndsWith("é' .. inconnu\n    | " + std::string(101, ' ') + "^^^^^^^"));
}

TEST_F(LuaWords, WhereTheNestingIsDeepestIsFound)
{
    const std::string before = "local a = 1\nlocal b = '((((' -- ((((\n";
    for (const std::string& deep :
         {repeated("(", 250) + '1' + repeated(")", 250), repeated("{", 250) + repeated("}", 250),
          repeated("function() return ", 250) + '1' + repeated(" end", 250), repeated("'a' .. ", 250) + "'a'",
          repeated("not ", 250) + "a", repeated("- ", 250) + "a"})
        EXPECT_THAT(
            sentence(before + "local x = " + deep + "\nlocal y = 1"),
            testing::StartsWith("reports/x.lua:3: Too many brackets, tables, functions or blocks one in another"))
            << deep;
    const std::string blocks = sentence(before + repeated("if a then\n", 250) + repeated("end ", 250));
    EXPECT_THAT(blocks, testing::HasSubstr("one in another"));
    EXPECT_THAT(blocks, testing::HasSubstr(" | if a then"));
    // nested honestly, and a file that nests little is not blamed for what calls itself
    EXPECT_THAT(sentence("return " + repeated("(", 100) + '1' + repeated(")", 100)), testing::StartsWith("no error"));
    EXPECT_THAT(sentence("local function f() return 1 + f() end\nreturn f()"),
                testing::HasSubstr("Too many nested calls"));
}

TEST_F(LuaWords, AModuleThatNestsTooDeepIsItselfNamed)
{
    write("reports/profond.lua", "local a = 1\nreturn " + repeated("{", 250) + repeated("}", 250));
    EXPECT_THAT(sentence("return require 'profond'"), testing::StartsWith("reports/profond.lua:2: Too many brackets"));
}

} // namespace

} // namespace bilan::script
