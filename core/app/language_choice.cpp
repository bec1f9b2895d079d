// SPDX-License-Identifier: MPL-2.0
#include "app/language_choice.hpp"

#include <cstdlib>
#include <string_view>

namespace bilan::app {

namespace {

bool is_english(std::string_view word)
{
    return word == "en" || word.starts_with("en_") || word.starts_with("en-");
}

std::string_view asked_for(int count, const char* const* words)
{
    for (int at = 1; at < count; ++at) {
        const std::string_view word = words[at];
        for (const std::string_view option : {"--lang", "--langue"}) {
            if (word == option && at + 1 < count) return words[at + 1];
            if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
                return word.substr(option.size() + 1);
        }
    }
    return {};
}

} // namespace

base::Language choose_language(int count, const char* const* words)
{
    if (const std::string_view asked = asked_for(count, words); !asked.empty())
        return is_english(asked) ? base::Language::english : base::Language::french;
    for (const char* name : {"BILAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') // NOLINT(concurrency-mt-unsafe)
            return is_english(value) ? base::Language::english : base::Language::french;
    return base::Language::french;
}

} // namespace bilan::app
