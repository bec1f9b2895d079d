// SPDX-License-Identifier: MPL-2.0
#include "script/mistake.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

constexpr std::size_t most_names = 40;

std::string listed(std::span<const std::string> names)
{
    const std::size_t shown = std::min(names.size(), most_names);
    std::string text = base::join(names.first(shown), ", ");
    if (shown < names.size()) text += ", …";
    return text;
}

} // namespace

Mistake::Mistake(std::string code, std::vector<std::string> arguments, std::string subject)
    : std::runtime_error(base::render({code, arguments}, base::Language::english)), message_{std::move(code),
                                                                                             std::move(arguments)},
      subject_(std::move(subject))
{
}

Mistake unknown_name(std::string_view with_suggestion, std::string_view without, std::string_view name,
                     std::string_view where, std::span<const std::string> known)
{
    const auto nearest = base::nearest(name, known);
    std::vector<std::string> arguments{std::string(name), std::string(where)};
    if (nearest) arguments.push_back(*nearest);
    arguments.push_back(listed(known));
    return Mistake(std::string(nearest ? with_suggestion : without), std::move(arguments), std::string(name));
}

} // namespace bilan::script
