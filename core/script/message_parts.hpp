// SPDX-License-Identifier: MPL-2.0
//
// Taking the messages of Lua apart. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bilan::script {

/// What stands between two markers, after which the message may go on.
[[nodiscard]] inline std::optional<std::string> between(const std::string& text, std::string_view before,
                                                        std::string_view after)
{
    const std::size_t begin = text.find(before);
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t from = begin + before.size();
    const std::size_t end = text.find(after, from);
    if (end == std::string::npos) return std::nullopt;
    return text.substr(from, end - from);
}

[[nodiscard]] inline bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace bilan::script
