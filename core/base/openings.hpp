// SPDX-License-Identifier: MPL-2.0
//
// The first two letters of a set of folded words: nearly every text that begins with none of the words is refused by
// them, without being folded. Value type; once filled, any thread.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace bilan::base {

class Openings {
public:
    /// REQUIRES: a folded word that is not empty.
    void add(std::string_view folded)
    {
        if (is_letter(folded[0]) && is_second(second_of(folded))) pairs_.set(place(folded[0], second_of(folded)));
    }

    /// False when the text, folded, begins with none of the words. True for all that does not begin with plain letters:
    /// what signs and accents fold to is for whoever asks.
    [[nodiscard]] bool may_begin(std::string_view text) const
    {
        const std::size_t at = text.find_first_not_of(' ');
        if (at == std::string_view::npos) return true;
        const char first = lower(text[at]);
        const char second = lower(second_of(text.substr(at)));
        return !is_letter(first) || !is_second(second) || pairs_.test(place(first, second));
    }

private:
    static constexpr std::size_t letters = 27; ///< and the blank behind a word of one letter
    static bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
    static bool is_second(char byte) { return is_letter(byte) || byte == ' '; }
    static char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }
    static char second_of(std::string_view text) { return text.size() > 1 ? text[1] : ' '; }
    static std::size_t place(char first, char second)
    {
        const auto number = [](char letter) {
            return letter == ' ' ? letters - 1 : static_cast<std::size_t>(letter - 'a');
        };
        return number(first) * letters + number(second);
    }

    std::bitset<letters * letters> pairs_;
};

} // namespace bilan::base
