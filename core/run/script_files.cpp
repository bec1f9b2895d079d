// SPDX-License-Identifier: MPL-2.0
#include "run/script_files.hpp"

#include "base/text.hpp"
#include "script/lua_tokens.hpp"

#include <fstream>
#include <iterator>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 500;

std::string text_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

std::set<std::string> texts_after(const std::string& code, const std::string& name)
{
    std::set<std::string> texts;
    bool follows = false; // the token before was the word, or a bracket behind it
    for (auto token = script::next_token(code, 0); token; token = script::next_token(code, token->end)) {
        if (token->kind == script::TokenKind::comment) continue;
        if (token->kind == script::TokenKind::text && follows && !token->inside.empty()) texts.emplace(token->inside);
        follows = token->inside == name && token->kind == script::TokenKind::word
                      ? true
                      : follows && token->kind == script::TokenKind::other && token->inside == "(";
    }
    return texts;
}

std::vector<fs::path> script_files(const fs::path& script)
{
    const fs::path folder = script.has_parent_path() ? script.parent_path() : fs::path(".");
    std::vector<fs::path> waiting{script};
    std::set<fs::path> modules;
    while (!waiting.empty() && modules.size() < most_files) {
        const std::string code = text_of(waiting.back());
        waiting.pop_back();
        for (const std::string& name : texts_after(code, "require")) {
            if (name == "bilan" || name.starts_with("bilan.") || name.find_first_of("/\\") != std::string::npos)
                continue;
            const fs::path file = folder / (base::replace_all(name, ".", "/") + ".lua");
            std::error_code none;
            if (!fs::is_regular_file(file, none) || fs::equivalent(file, script, none)) continue;
            if (modules.insert(file).second) waiting.push_back(file);
        }
    }
    std::vector<fs::path> files{script};
    files.insert(files.end(), modules.begin(), modules.end());
    return files;
}

} // namespace bilan::run
