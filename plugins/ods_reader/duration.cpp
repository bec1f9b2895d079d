// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/duration.hpp"

#include <charconv>

namespace bilan::ods {
namespace {

/// Takes `12H` off the front: a number, whole unless it is seconds, and its unit.
std::optional<double> take_part(std::string_view& text, char unit)
{
    const std::size_t end = text.find_first_not_of("0123456789.");
    if (end == 0 || end == text.npos || text[end] != unit) return 0;
    double number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + end, number, std::chars_format::fixed);
    if (error != std::errc() || stop != text.data() + end) return std::nullopt;
    if (unit != 'S' && text.substr(0, end).find('.') != text.npos) return std::nullopt;
    text.remove_prefix(end + 1);
    return number;
}

} // namespace

std::optional<double> days_of_duration(std::string_view text)
{
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    if (!text.starts_with('P')) return std::nullopt;
    text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    const std::optional<double> days = take_part(text, 'D');
    double seconds = 0;
    if (text.starts_with('T')) {
        text.remove_prefix(1);
        if (text.empty()) return std::nullopt;
        struct Part {
            char unit;
            double seconds;
        };
        for (const Part part : {Part{'H', 3600}, Part{'M', 60}, Part{'S', 1}}) {
            const std::optional<double> number = take_part(text, part.unit);
            if (!number) return std::nullopt;
            seconds += *number * part.seconds;
        }
    }
    if (!days || !text.empty()) return std::nullopt;
    const double total = *days + seconds / 86400.0;
    return is_negative ? -total : total;
}

} // namespace bilan::ods
