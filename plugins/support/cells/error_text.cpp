// SPDX-License-Identifier: MPL-2.0
#include "cells/error_text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace bilan::cells {
namespace {

struct Shown {
    std::string_view text;
    CellError error;
};

/// What a French edition shows, without its blanks.
constexpr std::array shown_errors = {
    Shown{"#NUL!", CellError::null},          Shown{"#VALEUR!", CellError::value},
    Shown{"#NOM?", CellError::name},          Shown{"#NOMBRE!", CellError::number},
    Shown{"#N/D", CellError::not_available},  Shown{"#NV", CellError::not_available},
    Shown{"#PROPAGATION!", CellError::spill}, Shown{"#CHAMP!", CellError::field},
};

/// Numbers of LibreOffice that stand for an error of Excel.
constexpr std::array numbered_errors = {
    Shown{"502", CellError::value},    Shown{"503", CellError::number},    Shown{"519", CellError::value},
    Shown{"521", CellError::null},     Shown{"524", CellError::reference}, Shown{"525", CellError::name},
    Shown{"532", CellError::division},
};

std::string without_blanks(std::string_view text)
{
    std::string dense;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("\u00A0"))
            ++at;
        else if (rest.starts_with("\u202F"))
            at += 2;
        else if (text[at] != ' ')
            dense += text[at];
    }
    return dense;
}

/// `502` of `Err:502`, `Err. :502`, `Erreur :502`; empty for anything else.
std::string_view number_of(std::string_view dense)
{
    constexpr std::size_t digits = 3;
    const std::size_t colon = dense.find(':');
    if (colon == dense.npos || dense.size() != colon + 1 + digits) return {};
    const std::string_view word = dense.substr(0, colon);
    if (word != "Err" && word != "Err." && word != "Erreur") return {};
    const std::string_view number = dense.substr(colon + 1);
    return number.find_first_not_of("0123456789") == number.npos ? number : std::string_view();
}

/// `#WERT!`, `#\u00A1VALOR!`: an error of another language, or one newer than all that are known.
bool has_form_of_error(std::string_view dense)
{
    const bool is_closed = dense.ends_with('!') || dense.ends_with('?');
    const bool begins_with_digit = dense.size() > 1 && dense[1] >= '0' && dense[1] <= '9'; // « #2! »
    return is_closed && !begins_with_digit && dense.size() > 3 &&
           std::ranges::all_of(dense.substr(1, dense.size() - 2), [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '/' ||
                      letter == '.' || letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
           });
}

} // namespace

std::optional<CellError> error_written(std::string_view text)
{
    for (auto error = CellError::null; error <= last_cell_error;
         error = static_cast<CellError>(static_cast<unsigned>(error) + 1)) {
        if (error != CellError::other && text == spelling(error)) return error;
    }
    return std::nullopt;
}

std::optional<CellError> error_of(std::string_view shown)
{
    constexpr std::size_t longest = 24;
    if (shown.size() > longest || (!shown.starts_with('#') && !shown.starts_with("Err"))) return std::nullopt;
    const std::string dense = without_blanks(shown);
    if (const std::optional<CellError> error = error_written(dense)) return error;
    for (const Shown& known : shown_errors) {
        if (dense == known.text) return known.error;
    }
    if (dense.starts_with('#')) return has_form_of_error(dense) ? std::optional(CellError::other) : std::nullopt;
    const std::string_view number = number_of(dense);
    if (number.empty()) return std::nullopt;
    for (const Shown& known : numbered_errors) {
        if (number == known.text) return known.error;
    }
    return CellError::other;
}

} // namespace bilan::cells
