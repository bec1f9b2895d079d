// SPDX-License-Identifier: MPL-2.0
//
// The counted matcher gives what Lua's own gives.
#include "workshop.hpp"

#include <vector>

namespace bilan::script {

namespace {

constexpr const char* arguments_mark = "@MORE@";
constexpr const char* join_answers = "for i = 1, t.n do t[i] = tostring(t[i]) end\nreturn table.concat(t, '|')";

class Patterns : public Workshop {
protected:
    /// The same chunk in a stock Lua.
    static std::string stock(const std::string& text)
    {
        lua_State* const lua = luaL_newstate();
        luaL_openlibs(lua);
        const int status = luaL_dostring(lua, text.c_str());
        std::string answer = status == LUA_OK ? luaL_tolstring(lua, -1, nullptr) : "error";
        lua_close(lua);
        return answer;
    }
    std::string ours(const std::string& text)
    {
        try {
            return run(text);
        } catch (const base::Error&) {
            return "error";
        }
    }
};

TEST_F(Patterns, AgreeWithLua)
{
    const std::vector<std::string> subjects = {
        "",           "a",     "hello world",     "  12,5 % ", "key = value", "f(a(b)c)d",
        "2025-12-31", "aaa]b", "THE (quick) fox", "x^y$z",     "é-à",         "a.b.c"};
    const std::vector<std::string> patterns = {"",
                                               "a",
                                               "l+",
                                               "l*",
                                               "l-o",
                                               "^%s*(.-)%s*$",
                                               "(%w+)%s*=%s*(%w+)",
                                               "%b()",
                                               "(%d+)-(%d+)-(%d+)",
                                               "%f[%w]%w+",
                                               "[%a_][%w_]*",
                                               "[^%s]+",
                                               "[]]",
                                               "[a-c]+",
                                               "()l()",
                                               "(.)%1",
                                               "^a",
                                               "b$",
                                               "%.",
                                               "%d?%d?",
                                               "[^a-z]",
                                               "a?b?",
                                               "%%",
                                               ")",
                                               "[a",
                                               "%",
                                               "%f",
                                               "%b(",
                                               "%1",
                                               "[a-]",
                                               "%u%l*",
                                               "%p",
                                               "[%]]",
                                               "x^y",
                                               "y$z",
                                               ".-$",
                                               "^$"};
    for (const std::string& subject : subjects) {
        for (const std::string& pattern : patterns) {
            const std::string call = "[==[" + subject + "]==], [==[" + pattern + "]==]";
            const std::string all = "local t = table.pack(string.CALL(" + call + arguments_mark + "))\n" + join_answers;
            for (const auto& [name, more] :
                 std::vector<std::pair<std::string, std::string>>{{"find", ""},
                                                                  {"find", ", 3"},
                                                                  {"find", ", -2"},
                                                                  {"match", ""},
                                                                  {"gsub", ", '<%0>'"},
                                                                  {"gsub", ", '%1', 2"},
                                                                  {"gsub", ", string.reverse"}}) {
                std::string text = all;
                text.replace(text.find("CALL"), 4, name);
                text.replace(text.find(arguments_mark), std::string(arguments_mark).size(), more);
                ASSERT_EQ(ours(text), stock(text)) << text;
            }
            const std::string walk = "local n = {}\nfor a, b in string.gmatch(" + call +
                                     ") do n[#n + 1] = tostring(a) .. tostring(b) end\nreturn table.concat(n, '|')";
            if (pattern.starts_with('^')) continue; // refused here, a plain letter there
            ASSERT_EQ(ours(walk), stock(walk)) << walk;
        }
    }
}

} // namespace

} // namespace bilan::script
