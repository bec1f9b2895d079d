// SPDX-License-Identifier: MPL-2.0
//
// Attributes as the XML of Excel 2003 has them: in the namespace of the spreadsheet, or, as some programs write them,
// in none. Pure functions, any thread.
#pragma once

#include "xml/characters.hpp"
#include "xml/handler.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::spreadsheetml {

inline constexpr std::string_view spreadsheet_space = "urn:schemas-microsoft-com:office:spreadsheet";
inline constexpr std::string_view excel_space = "urn:schemas-microsoft-com:office:excel";

[[nodiscard]] inline std::optional<std::string_view> said(xml::Attributes attributes, std::string_view local)
{
    const auto own = attributes.find(spreadsheet_space, local);
    return own ? own : attributes.find(local);
}

[[nodiscard]] inline bool says_yes(xml::Attributes attributes, std::string_view local)
{
    const std::string_view answer = said(attributes, local).value_or("");
    return answer == "1" || answer == "true" || answer == "True";
}

/// A whole number; nothing for anything else.
[[nodiscard]] inline std::optional<std::uint32_t> whole_number(std::string_view text)
{
    text = xml::trim_blanks(text);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace bilan::spreadsheetml
