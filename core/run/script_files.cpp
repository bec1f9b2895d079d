// SPDX-License-Identifier: MPL-2.0
#include "run/script_files.hpp"

#include "base/text.hpp"
#include "script/lua_tokens.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 500;

/// Below the folder for good: no `..` and no link leads out.
bool is_file_below(const fs::path& folder, const fs::path& file)
{
    std::error_code none;
    if (!fs::is_regular_file(file, none)) return false;
    const fs::path base = fs::weakly_canonical(folder, none);
    const fs::path real = fs::weakly_canonical(file, none);
    return std::ranges::mismatch(base, real).in1 == base.end();
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

std::map<std::string, std::size_t> text_places_after(const std::string& code, const std::string& name)
{
    std::map<std::string, std::size_t> texts;
    bool follows = false; // the token before was the word, or a bracket behind it
    for (auto token = script::next_token(code, 0); token; token = script::next_token(code, token->end)) {
        if (token->kind == script::TokenKind::comment) continue;
        if (token->kind == script::TokenKind::text && follows && !token->inside.empty())
            texts.emplace(token->inside, token->begin);
        follows = token->inside == name && token->kind == script::TokenKind::word
                      ? true
                      : follows && token->kind == script::TokenKind::other && token->inside == "(";
    }
    return texts;
}

std::set<std::string> texts_after(const std::string& code, const std::string& name)
{
    std::set<std::string> texts;
    for (const auto& [text, at] : text_places_after(code, name)) texts.insert(text);
    return texts;
}

bool is_table_name(std::string_view name)
{
    static constexpr std::array<std::string_view, 11> endings{".csv", ".fods", ".htm",  ".html", ".ods", ".tsv",
                                                              ".txt", ".xls",  ".xlsm", ".xlsx", ".xlt"};
    const std::size_t dot = name.rfind('.');
    return dot != std::string_view::npos && dot > 0 &&
           std::ranges::find(endings, base::fold(name.substr(dot))) != endings.end();
}

std::vector<fs::path> data_files(const std::vector<fs::path>& scripts)
{
    const fs::path folder = scripts.front().has_parent_path() ? scripts.front().parent_path() : fs::path(".");
    std::set<fs::path> files;
    for (const fs::path& script : scripts) {
        const std::string code = text_of(script);
        for (auto token = script::next_token(code, 0); token; token = script::next_token(code, token->end)) {
            if (token->kind != script::TokenKind::text || !is_table_name(token->inside)) continue;
            const fs::path name(token->inside);
            if (name.is_absolute()) continue;
            for (const fs::path& file : {folder / name, folder / "dictionnaire" / name})
                if (is_file_below(folder, file)) files.insert(file);
        }
    }
    return {files.begin(), files.end()};
}

std::optional<std::size_t> computed_require(const std::string& code)
{
    std::optional<script::Token> before;
    for (auto token = script::next_token(code, 0); token; token = script::next_token(code, token->end)) {
        if (token->kind == script::TokenKind::comment) continue;
        const bool is_member = before && (before->inside == "." || before->inside == ":");
        before = token;
        if (token->kind != script::TokenKind::word || token->inside != "require" || is_member) continue;
        const auto next = [&](const script::Token& of) {
            auto found = script::next_token(code, of.end);
            while (found && found->kind == script::TokenKind::comment) found = script::next_token(code, found->end);
            return found;
        };
        auto argument = next(*token);
        const bool has_bracket = argument && argument->inside == "(" && argument->kind == script::TokenKind::other;
        if (has_bracket) argument = next(*argument);
        bool is_written_out = argument && argument->kind == script::TokenKind::text;
        if (is_written_out && has_bracket) {
            const auto end = next(*argument);
            is_written_out = end && end->inside == ")";
        }
        if (!is_written_out) return token->begin;
    }
    return std::nullopt;
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
            if (!is_file_below(folder, file) || fs::equivalent(file, script, none)) continue;
            if (modules.insert(file).second) waiting.push_back(file);
        }
    }
    std::vector<fs::path> files{script};
    files.insert(files.end(), modules.begin(), modules.end());
    return files;
}

} // namespace bilan::run
