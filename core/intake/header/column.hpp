// SPDX-License-Identifier: MPL-2.0
//
// One column of a table as its header and its cells present it, before it is known which field it is. Value types.
#pragma once

#include "data/schema.hpp"
#include "intake/header/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What the cells of a column look like, from its first few hundred.
struct ContentProfile {
    std::uint32_t filled = 0;  ///< cells that say something: unknown marks do not count
    std::uint32_t numbers = 0; ///< numbers, and texts that begin like one (`1 234 €`, `12 %`)
    std::uint32_t dates = 0;
    std::uint32_t texts = 0;
    std::uint32_t different_texts = 0; ///< of them
    std::uint32_t mails = 0;
    std::uint32_t phones = 0;
    std::uint32_t national_ids = 0;
    std::uint32_t persons = 0;     ///< of the texts: names of persons by their form
    std::uint32_t called = 0;      ///< of the texts: a first name and a name, which are those of no place and no body
    std::uint32_t first_names = 0; ///< of the texts: a first name and nothing else
    std::uint32_t different_first_names = 0; ///< how many of them differ
    std::uint32_t births = 0;                ///< of the dates: in a year in which people were born
    std::uint32_t told_births = 0;           ///< texts that tell one: « DN 12/03/1980 »
    double largest = 0;
    std::uint32_t ticks = 0;   ///< `x`, `oui`, `1`, also their contraries
    std::uint32_t crosses = 0; ///< those of them that say nothing elsewhere: `x`
    double sum = 0;
    std::uint32_t round = 0;             ///< whole hundreds that are not 0: amounts, hardly ever codes
    std::uint32_t fractions = 0;         ///< numbers with decimals
    std::vector<std::string> some_texts; ///< a few different ones, folded
    std::vector<double> some_numbers;    ///< a few different ones
    std::uint32_t padded = 0;            ///< texts of digits that begin with a zero: `01004`, `069`
    std::uint64_t print = 0;             ///< equal for columns with the same cells
    bool is_alone = false;               ///< filled in rows that hold nothing else, which are not counted above

    void add_number(double number);

    [[nodiscard]] bool is_mostly(std::uint32_t part) const { return filled > 0 && part * 2 >= filled; }
    /// Hardly anything but crosses; also nothing at all.
    [[nodiscard]] bool may_be_ticks() const { return (filled + crosses - ticks) * 10 <= ticks; }
    [[nodiscard]] bool is_hardly(std::uint32_t part) const { return filled > 0 && part * 5 < filled; }
};

struct HeaderColumn {
    std::uint32_t column = 0;        ///< of the view
    std::vector<std::string> levels; ///< as written, the outermost group first; empty: no header
    std::vector<HeaderWords> words;  ///< one per level
    std::vector<bool> carried;       ///< per level: a group that no merge says reaches this column
    std::string code;                ///< technical id of a code row, folded
    std::string path;                ///< levels joined by ` / `
    std::string unit;                ///< of the leaf, else of its nearest group, else of the unit row
    std::vector<int> years;          ///< said by any level
    ContentProfile content;

    [[nodiscard]] bool has_header() const { return !levels.empty(); }
    [[nodiscard]] const HeaderWords& leaf() const { return words.back(); }
};

/// Whether cells like these can be values of the field: 1 yes or not known, below 0.75 no.
[[nodiscard]] double compatibility(const ContentProfile& content, const data::Field& field);

/// Whole numbers of nine digits or more that are not round: SIREN and SIRET, no amounts.
[[nodiscard]] bool holds_identifiers(const ContentProfile& content);

/// How a text of a cell counts in a profile.
enum class Looks : std::uint8_t { nothing, number, date, text, mail, phone, national_id };
[[nodiscard]] Looks looks(std::string_view text);
/// The number that a text plainly is: digits, with a currency sign or thousands apart.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

} // namespace bilan::intake
