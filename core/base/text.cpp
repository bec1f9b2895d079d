// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace bilan::base {

namespace {

/// utf8proc sorts a run of combining marks in quadratic time. No language stacks more than a few; Unicode's own
/// stream-safe format allows 30.
constexpr std::size_t most_marks_in_a_row = 30;

bool has_endless_marks(std::string_view text)
{
    std::size_t run = 0;
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        const bool mark = !is_ascii(point.value) &&
                          utf8proc_get_property(static_cast<utf8proc_int32_t>(point.value))->combining_class != 0;
        run = mark ? run + 1 : 0;
        if (run > most_marks_in_a_row) return true;
        text.remove_prefix(point.bytes);
    }
    return false;
}

/// Valid text of characters that never combine with a neighbour and have no other spelling: ASCII, the letters of
/// western languages, dashes and quotation marks, the euro sign. It is its own composed form.
bool is_plainly_composed(std::string_view text)
{
    while (!text.empty()) {
        text.remove_prefix(printable_ascii(text));
        if (text.empty()) return true;
        const CodePoint point = first_code_point(text);
        const bool is_plain = point.value < 0x300 || (point.value >= 0x2002 && point.value < 0x20D0);
        if (!point.valid || !is_plain) return false;
        text.remove_prefix(point.bytes);
    }
    return true;
}

bool is_shown_escaped(char32_t value)
{
    return value < 0x20 || (value >= 0x7F && value <= 0x9F) || value == 0x2028 || value == 0x2029 || value == 0xFEFF ||
           is_bidirectional_control(value);
}

void append_escaped(std::string& text, char32_t value)
{
    switch (value) {
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    text += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) text += digits[value >> shift & 0xFU];
}

} // namespace

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        text.remove_prefix(printable_ascii(text));
        if (text.empty()) return true;
        const CodePoint point = first_code_point(text);
        if (!point.valid) return false;
        text.remove_prefix(point.bytes);
    }
    return true;
}

std::string to_utf8(std::string_view text)
{
    if (is_utf8(text)) return std::string(text);
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        append(valid, point.value);
        text.remove_prefix(point.bytes);
    }
    return valid;
}

std::string compose(std::string_view text)
{
    if (is_plainly_composed(text)) return std::string(text);
    std::string valid = to_utf8(text);
    if (has_endless_marks(valid)) return valid;
    utf8proc_uint8_t* made = nullptr;
    const utf8proc_ssize_t bytes = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()),
                                                static_cast<utf8proc_ssize_t>(valid.size()), &made,
                                                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
    if (bytes < 0) throw std::bad_alloc(); // the only failure left: the text is valid
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(bytes)};
}

std::string for_display(std::string_view text, std::size_t most)
{
    std::string shown;
    for (std::size_t count = 0; !text.empty(); ++count) {
        const std::size_t plain = printable_ascii(text.substr(0, most - count));
        shown += text.substr(0, plain);
        text.remove_prefix(plain);
        count += plain;
        if (text.empty()) break;
        if (count == most) return shown + "…";
        const CodePoint point = first_code_point(text);
        if (is_shown_escaped(point.value)) {
            append_escaped(shown, point.value);
        } else {
            append(shown, point.value);
        }
        text.remove_prefix(point.bytes);
    }
    return shown;
}

std::string_view trim(std::string_view text)
{
    const auto is_margin = [](const CodePoint& point) {
        return point.valid && (is_space(point.value) || is_zero_width(point.value));
    };
    const auto is_plain = [](char byte) { return byte > ' ' && byte <= '~'; };
    while (!text.empty() && !is_plain(text.front()) && is_margin(first_code_point(text)))
        text.remove_prefix(first_code_point(text).bytes);
    while (!text.empty() && !is_plain(text.back()) && is_margin(last_code_point(text)))
        text.remove_suffix(last_code_point(text).bytes);
    return text;
}

std::size_t length(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(first_code_point(text).bytes);
    return count;
}

std::string_view head(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text; // a character has a byte at least
    std::string_view rest = text;
    for (std::size_t count = 0; count < most && !rest.empty(); ++count)
        rest.remove_prefix(first_code_point(rest).bytes);
    return text.substr(0, text.size() - rest.size());
}

std::string join(std::span<const std::string> parts, std::string_view between)
{
    std::string whole;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at > 0) whole += between;
        whole += parts[at];
    }
    return whole;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string replace_all(std::string_view text, std::string_view what, std::string_view by)
{
    if (what.empty()) return std::string(text);
    std::string whole;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
        whole += text.substr(0, at);
        whole += by;
        text.remove_prefix(at + what.size());
    }
    whole += text;
    return whole;
}

} // namespace bilan::base
