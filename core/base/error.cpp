// SPDX-License-Identifier: MPL-2.0
#include "base/error.hpp"

#include "base/text.hpp"

namespace bilan::base {

namespace {

constexpr std::size_t longest_place = 500;

std::string sentence_of(const std::string& place, const Message& message, Language language)
{
    std::string words = render(message, language);
    if (place.empty()) return words;
    return for_display(place, longest_place) + (language == Language::french ? "\u00A0: " : ": ") + words;
}

std::string with_excerpt(std::string sentence, const std::string& excerpt)
{
    return excerpt.empty() ? std::move(sentence) : sentence + '\n' + excerpt;
}

} // namespace

Error::Error(ExitCode exit_code, std::string place, Message message, std::string excerpt)
    : std::runtime_error(sentence_of(place, message, Language::english)), exit_code_(exit_code),
      place_(std::move(place)), message_(std::move(message)), excerpt_(std::move(excerpt))
{
}

std::string Error::sentence(Language language) const
{
    return with_excerpt(sentence_of(place_, message_, language), excerpt_);
}

std::string Error::sentence_here(Language language) const
{
    return with_excerpt(sentence_of(here(), message_, language), excerpt_);
}

} // namespace bilan::base
