// SPDX-License-Identifier: MPL-2.0
//
// Small steps of the scanners over the values of attributes, with the habits of `xml/scan_text.hpp`. Any thread.
#pragma once

#include "xml/number_text.hpp"
#include "xml/scan_text.hpp"

#include <optional>
#include <string_view>

namespace bilan::ods {

/// What follows a literal; null when it is not there.
template <std::size_t size>
[[nodiscard, gnu::always_inline]] inline const char* after(const char* at, const char (&literal)[size])
{
    return xml::is_at(at, literal) ? at + size - 1 : nullptr;
}

/// The value of an attribute up to its quote, when it is short and of plain signs; null otherwise.
[[nodiscard]] inline const char* short_value(const char* at, std::string_view& value)
{
    const auto is_plain = [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') ||
               sign == '-' || sign == '.' || sign == ':' || sign == '_';
    };
    const char* end = at;
    while (end - at < 48 && is_plain(*end)) ++end;
    if (*end != '"') return nullptr;
    value = {at, static_cast<std::size_t>(end - at)};
    return end + 1;
}

/// The value of `office:value`: nearly always of the shape that is read at once, else any finite number.
[[nodiscard]] inline const char* number_value(const char* at, double& number)
{
    if (const char* const end = xml::plain_number(at, number); end != nullptr && *end == '"') return end + 1;
    std::string_view text;
    at = short_value(at, text);
    if (at == nullptr) return nullptr;
    const std::optional<double> exact = xml::number_of(text);
    if (!exact) return nullptr;
    number = *exact;
    return at;
}

} // namespace bilan::ods
