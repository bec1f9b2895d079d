// SPDX-License-Identifier: MPL-2.0
#include "intake/header/header_pieces.hpp"

#include <cctype>

namespace bilan::intake {

std::vector<std::string> header_pieces(std::string_view folded)
{
    std::vector<std::string> found;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) found.push_back(word);
        word.clear();
    };
    for (const char character : folded) {
        const bool is_digit = character >= '0' && character <= '9';
        const bool is_letter = character >= 'a' && character <= 'z';
        if (!word.empty() && ((is_digit && std::isalpha(static_cast<unsigned char>(word.back())) != 0) ||
                              (is_letter && std::isdigit(static_cast<unsigned char>(word.back())) != 0)))
            close();
        if (is_digit || is_letter) {
            word += character;
            continue;
        }
        close();
        if (std::string_view("+<>-/=").find(character) != std::string_view::npos) found.emplace_back(1, character);
    }
    close();
    return found;
}

} // namespace bilan::intake
