// SPDX-License-Identifier: MPL-2.0
#include "run/script_files.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace bilan::run {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 500;

bool is_word(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_';
}

std::size_t without_spaces(const std::string& code, std::size_t at)
{
    while (at < code.size() && (code[at] == ' ' || code[at] == '\t' || code[at] == '\n' || code[at] == '\r')) ++at;
    return at;
}

/// The end of the quoted text that begins at `at`, its closing quote; the end of the code when it is not closed.
std::size_t end_of_text(const std::string& code, std::size_t at)
{
    const char quote = code[at];
    for (++at; at < code.size() && code[at] != quote && code[at] != '\n'; ++at)
        if (code[at] == '\\') ++at;
    return std::min(at, code.size());
}

/// The end of a comment that begins at `at` with `--`.
std::size_t end_of_comment(const std::string& code, std::size_t at)
{
    const bool is_long = code.compare(at, 4, "--[[") == 0;
    const std::size_t end = is_long ? code.find("]]", at) : code.find('\n', at);
    return end == std::string::npos ? code.size() : end + (is_long ? 2 : 0);
}

/// The quoted text after a word that ends before `at`, brackets or not; empty when there is none.
std::string quoted_behind(const std::string& code, std::size_t at)
{
    at = without_spaces(code, at);
    if (at < code.size() && code[at] == '(') at = without_spaces(code, at + 1);
    if (at >= code.size() || (code[at] != '"' && code[at] != '\'')) return {};
    return code.substr(at + 1, end_of_text(code, at) - at - 1);
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

std::set<std::string> texts_after(const std::string& code, const std::string& name)
{
    std::set<std::string> texts;
    for (std::size_t at = 0; at < code.size();) {
        if (code.compare(at, 2, "--") == 0) {
            at = end_of_comment(code, at);
        } else if (code[at] == '"' || code[at] == '\'') {
            at = end_of_text(code, at) + 1;
        } else if (is_word(code[at])) {
            const std::size_t begin = at;
            while (at < code.size() && is_word(code[at])) ++at;
            if (code.compare(begin, at - begin, name) != 0) continue;
            if (std::string text = quoted_behind(code, at); !text.empty()) texts.insert(std::move(text));
        } else {
            ++at;
        }
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
