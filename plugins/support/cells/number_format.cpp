// SPDX-License-Identifier: MPL-2.0
#include "cells/number_format.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace bilan::cells {
namespace {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool starts_with_word(std::string_view text, std::string_view word)
{
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(text[i]) != word[i]) return false;
    }
    return true;
}

/// Reads one section of a format code, left to right.
class Section {
public:
    explicit Section(std::string_view code) : rest_(code) {}

    /// Reads up to the `;` that ends the section and returns what follows it.
    std::string_view read()
    {
        while (!rest_.empty() && rest_.front() != ';') step();
        if (!rest_.empty()) rest_.remove_prefix(1);
        return rest_;
    }

    [[nodiscard]] std::optional<FormatClass> answer() const
    {
        if (has_elapsed_) return FormatClass::duration;
        if (has_date_ && has_time_) return FormatClass::datetime;
        if (has_date_) return FormatClass::date;
        if (has_time_) return FormatClass::time;
        if (has_percent_) return FormatClass::percent;
        if (has_money_ && has_digits_) return FormatClass::currency;
        if (has_digits_) return FormatClass::number;
        if (is_general_) return has_money_ ? FormatClass::currency : FormatClass::general;
        return std::nullopt;
    }

private:
    void step()
    {
        const char letter = lower(rest_.front());
        switch (letter) {
        case '"': return quoted();
        case '[': return bracketed();
        case '\\': return literal(rest_.substr(0, 2), 1);
        case '_':
        case '*': return skip(2); // the width of a character, a character to repeat
        case '0':
        case '#':
        case '?': return digit();
        case '%': has_percent_ = true; return skip(1);
        default: return letter >= 'a' && letter <= 'z' ? word(letter) : literal(rest_.substr(0, 1), 0);
        }
    }

    void skip(std::size_t size)
    {
        if (size == 0 || rest_.empty()) return;
        size = std::min(size, rest_.size());
        before_ = lower(rest_[size - 1]);
        rest_.remove_prefix(size);
    }

    /// Text shown as it is; only money in it means something.
    void literal(std::string_view mark, std::size_t prefix)
    {
        const std::string_view shown = rest_.substr(std::min(prefix, rest_.size()));
        const bool is_ascii = !shown.empty() && static_cast<unsigned char>(shown.front()) < 0x80;
        if (names_money(is_ascii ? shown.substr(0, 1) : shown.substr(0, 3))) has_money_ = true;
        skip(mark.size());
    }

    void quoted()
    {
        const std::size_t end = rest_.find('"', 1);
        if (names_money(rest_.substr(0, end))) has_money_ = true;
        skip(end == rest_.npos ? rest_.size() : end + 1);
    }

    void bracketed()
    {
        const std::size_t end = rest_.find(']');
        const std::string_view inside = rest_.substr(1, end == rest_.npos ? rest_.npos : end - 1);
        skip(end == rest_.npos ? rest_.size() : end + 1);
        if (inside.starts_with('$')) { // [$€-40C]: a currency, a locale, or both
            if (!inside.substr(1, inside.find('-') - 1).empty() && inside.size() > 1 && inside[1] != '-')
                has_money_ = true;
            return;
        }
        const char unit = inside.empty() ? '\0' : lower(inside.front());
        if (unit != 'h' && unit != 'm' && unit != 's') return; // a colour or a condition
        for (const char letter : inside) {
            if (lower(letter) != unit) return;
        }
        has_elapsed_ = true;
        last_ = unit;
    }

    void digit()
    {
        if (!has_date_ && !has_time_ && !has_elapsed_) has_digits_ = true; // after a second: its fraction
        skip(1);
    }

    void word(char letter)
    {
        for (const std::string_view general : {"general", "standard"}) {
            if (starts_with_word(rest_, general)) {
                is_general_ = true;
                return skip(general.size());
            }
        }
        for (const std::string_view half_day : {"am/pm", "a/p"}) {
            if (starts_with_word(rest_, half_day)) {
                has_time_ = true;
                return skip(half_day.size());
            }
        }
        std::size_t length = 1;
        while (length < rest_.size() && lower(rest_[length]) == letter) ++length;
        if (letter == 'e' && length < rest_.size() && (rest_[length] == '+' || rest_[length] == '-')) return skip(2);
        if (names_money(rest_.substr(0, 3))) {
            has_money_ = true;
            return skip(3);
        }
        const bool is_behind_word = before_ >= 'a' && before_ <= 'z' && before_ != 'g'; // `ggge`: of an era
        skip(length);
        const char after = rest_.empty() ? '\0' : lower(rest_.front());
        const bool is_in_word = is_behind_word || (after >= 'a' && after <= 'z');
        if (letter == 'e' && is_in_word) return; // of `BOOLEAN`
        if (!has_digits_) unit_of_time(letter, length);
    }

    /// `j` and `a` are the day and the year of a format stored in French; `e` is the year in any, of an era where there
    /// are some.
    void unit_of_time(char letter, std::size_t length)
    {
        if (letter == 'h') {
            has_time_ = true;
        } else if (letter == 's') {
            has_time_ = true;
            if (last_ == 'm' && is_month_open_) has_date_ = had_date_before_month_; // those were minutes
            is_month_open_ = false;
        } else if (letter == 'm') {
            if (last_ == 'h' && length < 3) {
                has_time_ = true;
            } else {
                had_date_before_month_ = has_date_;
                is_month_open_ = length < 3;
                has_date_ = true;
            }
        } else if (letter == 'y' || letter == 'd' || letter == 'j' || letter == 'e' || (letter == 'a' && length > 1)) {
            has_date_ = true;
        } else {
            return;
        }
        last_ = letter;
    }

    std::string_view rest_;
    char last_ = '\0';   ///< the last unit of time
    char before_ = '\0'; ///< the letter that was read last
    bool has_date_ = false;
    bool has_time_ = false;
    bool has_elapsed_ = false;
    bool has_percent_ = false;
    bool has_money_ = false;
    bool has_digits_ = false;
    bool is_general_ = false;
    bool is_month_open_ = false; ///< the last `m` may turn out to be minutes
    bool had_date_before_month_ = false;
};

} // namespace

/// Symbols and codes of money: `$`, `£`, `¥`, the whole Unicode block of currency signs, and the codes seen in France.
bool names_money(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '$') return true;
        if (text.substr(i).starts_with("\u00A3") || text.substr(i).starts_with("\u00A5")) return true;
        if (text.substr(i).starts_with("\xE2\x82") && i + 2 < text.size() && text[i + 2] >= '\xA0') return true;
        for (const std::string_view code : {"EUR", "USD", "CHF", "GBP"}) {
            if (text.substr(i).starts_with(code)) return true;
        }
    }
    return false;
}

FormatClass format_class(std::string_view code)
{
    while (!code.empty()) {
        Section section(code);
        code = section.read();
        if (const std::optional<FormatClass> answer = section.answer()) return *answer;
    }
    return FormatClass::general;
}

namespace {

/// The letters that the first section of a format shows as they are, without spaces, in small letters; nothing when the
/// section multiplies or divides the number.
std::string shown_letters(std::string_view code)
{
    std::string shown;
    bool is_divided = false; // a comma behind the last digit
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char letter = code[at];
        if (letter == '%') return {};
        if (letter == '0' || letter == '#' || letter == '?') {
            is_divided = false;
        } else if (letter == ',') {
            is_divided = true;
        } else if (letter == '"') {
            const std::size_t end = std::min(code.find('"', at + 1), code.size());
            shown += code.substr(at + 1, end - at - 1);
            at = end;
        } else if (letter == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            if (inside.starts_with('$')) shown += inside.substr(1, inside.find('-', 1) - 1);
            at = end;
        } else if (letter == '_' || letter == '*') {
            ++at;
        } else if (letter == '\\') {
            if (++at < code.size()) shown += code[at];
        } else if (static_cast<unsigned char>(letter) >= 0x80) {
            shown += letter;
        }
    }
    if (is_divided) return {};
    for (const std::string_view space : {" ", "\u00A0", "\u202F"})
        for (std::size_t at = shown.find(space); at != std::string::npos; at = shown.find(space))
            shown.erase(at, space.size());
    for (char& letter : shown) letter = lower(letter);
    return shown;
}

} // namespace

std::string_view shown_unit(std::string_view code)
{
    const std::string shown = shown_letters(code);
    if (shown == "%") return "%";
    for (const std::string_view thousands :
         {"k€", "keur", "keuro", "keuros", "milliersd'euros", "milliersdeuros", "milliers€"})
        if (shown == thousands) return "k€";
    for (const std::string_view millions : {"m€", "meur", "millionsd'euros", "millionsdeuros", "millions€"})
        if (shown == millions) return "M€";
    return {};
}

FormatClass built_in_format_class(std::uint32_t id)
{
    struct Range {
        std::uint32_t first;
        std::uint32_t last;
        FormatClass format;
    };
    // 27 to 36 and 50 to 58 are dates and times of East Asian editions; no other edition uses them.
    static constexpr std::array ranges = {
        Range{1, 4, FormatClass::number},     Range{5, 8, FormatClass::currency},
        Range{9, 10, FormatClass::percent},   Range{11, 13, FormatClass::number},
        Range{14, 17, FormatClass::date},     Range{18, 21, FormatClass::time},
        Range{22, 22, FormatClass::datetime}, Range{27, 31, FormatClass::date},
        Range{32, 33, FormatClass::time},     Range{34, 36, FormatClass::date},
        Range{37, 41, FormatClass::number},   Range{42, 42, FormatClass::currency},
        Range{43, 43, FormatClass::number},   Range{44, 44, FormatClass::currency},
        Range{45, 45, FormatClass::time},     Range{46, 46, FormatClass::duration},
        Range{47, 47, FormatClass::time},     Range{48, 48, FormatClass::number},
        Range{50, 58, FormatClass::date},
    };
    for (const Range& range : ranges) {
        if (id >= range.first && id <= range.last) return range.format;
    }
    return FormatClass::general;
}

} // namespace bilan::cells
