// SPDX-License-Identifier: MPL-2.0
#include "intake/value/plain_spelling.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bilan::intake {

namespace {

struct Sign {
    char32_t value;
    std::string_view spelling;
};

constexpr std::array signs = {
    Sign{U'≥', ">="}, Sign{U'≤', "<="}, Sign{U'⩾', ">="}, Sign{U'⩽', "<="}, Sign{U'≈', "~"},  Sign{U'≃', "~"},
    Sign{U'≅', "~"},  Sign{U'∼', "~"},  Sign{U'≠', "!="}, Sign{U'€', "€"},  Sign{U'£', "£"},  Sign{U'±', "+/-"},
    Sign{U'×', "x"},  Sign{U'÷', "/"},  Sign{U'⁄', "/"},  Sign{U'∕', "/"},  Sign{U'→', "->"}, Sign{U'⇒', "=>"},
    Sign{U'%', "%"},  Sign{U'‰', "‰"},  Sign{U'«', "\""}, Sign{U'»', "\""}, Sign{U'“', "\""}, Sign{U'”', "\""},
    Sign{U'·', "."},  Sign{U'º', "o "}, Sign{U'°', "o "}, Sign{U'ª', "a "},
};

bool is_odd_digit(std::string_view folded)
{
    return folded.size() != 1 && std::any_of(folded.begin(), folded.end(), is_digit);
}

void put(std::string& spelling, std::string_view bytes, char32_t value)
{
    if (base::is_space(value)) {
        if (!spelling.empty() && spelling.back() != ' ') spelling.push_back(' ');
        return;
    }
    if (base::is_ascii(value)) {
        const char byte = bytes.front();
        spelling.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
        return;
    }
    const auto* const sign =
        std::find_if(signs.begin(), signs.end(), [&](const Sign& one) { return one.value == value; });
    if (sign != signs.end()) {
        spelling += sign->spelling;
        return;
    }
    const std::string folded = base::fold(bytes);
    const bool is_raised = value == U'²' || value == U'³' || value == U'¹' || (value >= 0x2070 && value <= 0x209C);
    if (is_raised || is_odd_digit(folded)) spelling.push_back('^');
    spelling += folded;
}

bool is_quote(char byte)
{
    return byte == '"' || byte == '\'' || byte == '`';
}

/// `="0123"`, `'0123`, `« 12 »`.
std::string_view unquoted(std::string_view text)
{
    if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) text = text.substr(2, text.size() - 3);
    while (text.size() > 1 && is_quote(text.front())) text.remove_prefix(1);
    while (text.size() > 1 && text.back() == '"') text.remove_suffix(1);
    return trim_spaces(text);
}

} // namespace

std::string_view trim_spaces(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::string plain_spelling(std::string_view text)
{
    text = base::trim(text);
    if (text.size() > longest_spelling) return {};
    std::string spelling;
    spelling.reserve(text.size());
    while (!text.empty()) {
        const base::CodePoint point = base::first_code_point(text);
        if (!base::is_zero_width(point.value)) put(spelling, text.substr(0, point.bytes), point.value);
        text.remove_prefix(point.bytes);
    }
    return std::string(unquoted(trim_spaces(spelling)));
}

bool take_word(std::string_view& text, std::string_view what)
{
    if (!text.starts_with(what)) return false;
    const std::string_view rest = text.substr(what.size());
    if (!rest.empty() && is_letter(what.back()) && is_letter(rest.front())) return false;
    text = trim_spaces(rest);
    return true;
}

} // namespace bilan::intake
