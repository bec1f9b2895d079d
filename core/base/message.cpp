// SPDX-License-Identifier: MPL-2.0
#include "base/message.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::base {

namespace {

constexpr std::size_t longest_argument = 1000;

// What no text that people write begins with, and what stands between the languages.
constexpr char begins_words = '\x02';
constexpr char between_languages = '\x1f';

std::string_view in_language(std::string_view argument, Language language)
{
    const std::size_t between = argument.find(between_languages);
    if (!argument.starts_with(begins_words) || between == std::string_view::npos) return argument;
    return language == Language::french ? argument.substr(1, between - 1) : argument.substr(between + 1);
}

std::string argument(const Message& message, std::size_t index, Language language)
{
    if (index >= message.arguments.size()) return {};
    return for_display(in_language(message.arguments[index], language), longest_argument);
}

/// `{0}` to `{9}` are blanks; any other brace is itself.
std::string fill(std::string_view pattern, const Message& message, Language language)
{
    std::string sentence;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool is_blank = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 1] >= '0' &&
                              pattern[at + 1] <= '9' && pattern[at + 2] == '}';
        if (is_blank) {
            sentence += argument(message, static_cast<std::size_t>(pattern[at + 1] - '0'), language);
            at += 2;
        } else {
            sentence += pattern[at];
        }
    }
    return sentence;
}

std::string as_it_is(const Message& message, Language language)
{
    std::string words = for_display(message.code);
    for (std::size_t index = 0; index < message.arguments.size(); ++index)
        words += ' ' + argument(message, index, language);
    return words;
}

} // namespace

std::string in_each_language(const Words& words)
{
    return begins_words + words.french + between_languages + words.english;
}

std::string render(const Message& message, Language language)
{
    if (message.code.empty()) {
        const bool has_english = message.arguments.size() > 1;
        return argument(message, language == Language::english && has_english ? 1 : 0, language);
    }
    const std::span<const CatalogueLine> lines = catalogue();
    const auto line = std::ranges::lower_bound(lines, std::string_view(message.code), {}, &CatalogueLine::code);
    if (line == lines.end() || line->code != message.code) return as_it_is(message, language);
    return fill(language == Language::french ? line->french : line->english, message, language);
}

} // namespace bilan::base
