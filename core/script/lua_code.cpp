// SPDX-License-Identifier: MPL-2.0
#include "script/lua_code.hpp"

namespace bilan::script {

void LuaCode::pair_brackets()
{
    closing_.assign(size(), size());
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < size(); ++at) {
        if (is(at, "(") || is(at, "[") || is(at, "{")) open.push_back(at);
        if (open.empty() || !(is(at, ")") || is(at, "]") || is(at, "}"))) continue;
        closing_[open.back()] = at + 1;
        open.pop_back();
    }
}

std::vector<std::string> bound_names(const LuaCode& code)
{
    std::vector<std::string> names;
    const auto take_list = [&](std::size_t at) {
        for (; code.is_word(at); at += 2) {
            names.push_back(code.word(at));
            if (!code.is(at + 1, ",")) return;
        }
    };
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code.is(at, "local") || code.is(at, "for")) take_list(at + 1);
        if (!code.is(at, "function")) continue;
        std::size_t open = at + 1;
        while (code.is_word(open) || code.is(open, ".") || code.is(open, ":")) ++open;
        take_list(open + 1);
    }
    return names;
}

} // namespace bilan::script
