// SPDX-License-Identifier: MPL-2.0
#include "script/excerpt.hpp"

#include "base/text.hpp"
#include "script/lua_tokens.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

std::string_view source_line(std::string_view text, int line)
{
    for (int at = 1; at < line; ++at) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    std::string_view found = text.substr(0, text.find('\n'));
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

bool is_word(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte == '_';
}

/// Where `word` stands by itself.
std::size_t find_word(std::string_view line, std::string_view word)
{
    if (word.empty()) return std::string_view::npos;
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_word(line[at - 1]) || !is_word(word.front());
        if (begins && (end == line.size() || !is_word(line[end]) || !is_word(word.back()))) return at;
    }
    return std::string_view::npos;
}

/// As much of a line as is shown, with the subject in it.
std::string around(std::string line, std::string_view subject)
{
    constexpr std::size_t shown_before = 100;
    const std::size_t at = find_word(line, subject);
    if (at != std::string::npos && base::length(line.substr(0, at + subject.size())) >= longest_excerpt) {
        const std::string_view before = std::string_view(line).substr(0, at);
        const std::size_t dropped = base::head(before, base::length(before) - shown_before).size();
        line = "…" + line.substr(dropped);
    }
    return base::for_display(line, longest_excerpt);
}

/// How deep in brackets the code stands behind the token.
int depth_behind(std::string_view code, const Token& token, int depth)
{
    if (token.kind != TokenKind::other) return depth;
    if (std::string_view("({[").find(code[token.begin]) != std::string_view::npos) return depth + 1;
    return std::string_view(")}]").find(code[token.begin]) != std::string_view::npos ? depth - 1 : depth;
}

int lines_in(std::string_view text)
{
    return static_cast<int>(std::ranges::count(text, '\n'));
}

} // namespace

std::string excerpt(std::string_view text, int line, std::string_view subject)
{
    if (line <= 0) return {};
    const std::string shown = around(base::replace_all(source_line(text, line), "\t", "    "), subject);
    if (shown.empty()) return {};
    const std::string number = std::to_string(line);
    std::string words = "  " + number + " | " + shown;
    const std::size_t at = find_word(shown, subject);
    if (at == std::string::npos) return words;
    words += "\n  " + std::string(number.size(), ' ') + " | " + std::string(base::length(shown.substr(0, at)), ' ') +
             std::string(base::length(subject), '^');
    return words;
}

bool is_on_line(std::string_view text, int line, std::string_view subject)
{
    return line > 0 && find_word(source_line(text, line), subject) != std::string_view::npos;
}

int line_of(const Mistake& mistake, std::string_view text)
{
    std::size_t from = 0;
    if (!mistake.near().empty())
        if (const std::size_t near = text.find(mistake.near()); near != std::string_view::npos) from = near;
    std::size_t at = from;
    if (!mistake.subject().empty())
        if (const std::size_t found = find_word(text.substr(from), mistake.subject()); found != std::string_view::npos)
            at = from + found;
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
}

int line_within_call(std::string_view text, int line, std::string_view subject)
{
    if (line <= 0 || subject.empty() || find_word(source_line(text, line), subject) != std::string_view::npos)
        return line;
    const std::string_view first = source_line(text, line);
    if (first.empty()) return line;
    const std::string_view code = text.substr(static_cast<std::size_t>(first.data() - text.data()));
    int depth = 0;
    std::size_t at = 0;
    while (const auto token = next_token(code, at)) {
        const bool is_next_line = code.substr(at, token->begin - at).find('\n') != std::string_view::npos;
        if (is_next_line && depth <= 0) return line;
        const bool can_hold = token->kind == TokenKind::word || token->kind == TokenKind::text;
        if (const std::size_t found = can_hold ? find_word(token->inside, subject) : std::string_view::npos;
            found != std::string_view::npos) { // a long text, such as SQL, has lines of its own
            const auto inside = static_cast<std::size_t>(token->inside.data() - code.data());
            return line + lines_in(code.substr(0, inside + found));
        }
        depth = depth_behind(code, *token, depth);
        at = token->end;
    }
    return line;
}

} // namespace bilan::script
