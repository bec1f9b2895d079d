// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/error_text.hpp"

#include <array>
#include <string>

namespace bilan::ods {
namespace {

struct Shown {
    std::string_view text;
    CellError error;
};

/// English, then what a French edition shows, without its blanks.
constexpr std::array shown_errors = {
    Shown{"#NULL!", CellError::null},        Shown{"#DIV/0!", CellError::division},
    Shown{"#VALUE!", CellError::value},      Shown{"#REF!", CellError::reference},
    Shown{"#NAME?", CellError::name},        Shown{"#NUM!", CellError::number},
    Shown{"#N/A", CellError::not_available}, Shown{"#GETTING_DATA", CellError::getting_data},
    Shown{"#NUL!", CellError::null},         Shown{"#VALEUR!", CellError::value},
    Shown{"#NOM?", CellError::name},         Shown{"#NOMBRE!", CellError::number},
    Shown{"#N/D", CellError::not_available},
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

} // namespace

std::optional<CellError> error_of(std::string_view shown)
{
    constexpr std::size_t longest = 24;
    if (shown.size() > longest || (!shown.starts_with('#') && !shown.starts_with("Err"))) return std::nullopt;
    const std::string dense = without_blanks(shown);
    for (const Shown& known : shown_errors) {
        if (dense == known.text) return known.error;
    }
    if (!dense.starts_with("Err:") || dense.size() != 7 || dense.find_first_not_of("0123456789", 4) != dense.npos)
        return std::nullopt;
    for (const Shown& known : numbered_errors) {
        if (dense.substr(4) == known.text) return known.error;
    }
    return CellError::other;
}

} // namespace bilan::ods
