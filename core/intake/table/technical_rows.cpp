// SPDX-License-Identifier: MPL-2.0
#include "intake/table/technical_rows.hpp"

#include "base/text.hpp"
#include "intake/header/column.hpp"
#include "intake/header/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

bool is_kind_of_value(const std::string& folded)
{
    constexpr std::array<std::string_view, 16> kinds{"texte",
                                                     "nombre",
                                                     "date",
                                                     "liste",
                                                     "oui/non",
                                                     "libre",
                                                     "numerique",
                                                     "entier",
                                                     "montant",
                                                     "texte libre",
                                                     "liste deroulante",
                                                     "jj/mm/aaaa",
                                                     "obligatoire",
                                                     "facultatif",
                                                     "o/n",
                                                     "n"};
    std::string text = folded;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
    return std::find(kinds.begin(), kinds.end(), text) != kinds.end() || unit_of(text).has_value();
}

/// « CODGEO », « LIBGEO », « DEP »: the names that a statistical office gives to its variables, below its labels.
bool is_variable_row(const SheetView& view, const Line& line, std::uint32_t row)
{
    constexpr std::array<std::string_view, 12> variables{"codgeo", "libgeo",  "libepci", "nature_epci",
                                                         "libdep", "libreg",  "codqp",   "libqp",
                                                         "lib_qp", "codeqpv", "libqpv",  "libcom"};
    if (line.filled < 3 || line.texts != line.filled) return false;
    bool has_variable = false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label(base::trim(view.label(row, column)));
        const bool is_name = std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        if (!is_name) return false;
        has_variable = has_variable || std::ranges::find(variables, base::fold(label)) != variables.end();
    }
    return has_variable;
}

/// « ACT_LIB », « TIERS_RS », « MT_ACC »: the names of variables in a data base, all in capitals and most of them
/// joined.
bool is_row_of_identifiers(const SheetView& view, const Line& line, std::uint32_t row)
{
    if (line.filled < 2 || line.texts != line.filled) return false;
    std::uint32_t joined = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label(base::trim(view.label(row, column)));
        const bool is_name = std::ranges::all_of(
            label, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
        const bool has_letter = std::ranges::any_of(label, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!label.empty() && (!is_name || !has_letter)) return false;
        if (label.find('_') != std::string::npos) ++joined;
    }
    return joined >= 2 && joined * 2 >= line.filled;
}

bool is_formula(std::string_view text)
{
    if (text.empty() || text.front() != '=') return false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool is_letter = text[at] >= 'a' && text[at] <= 'z';
        const bool is_word = is_letter && at + 1 < text.size() && text[at + 1] >= 'a' && text[at + 1] <= 'z';
        const bool is_sign = std::string_view("0123456789()+-*/x:, ").find(text[at]) != std::string_view::npos;
        if (is_word || (!is_letter && !is_sign)) return false;
    }
    return text.size() > 1;
}

/// `3`, `(3)`, `c`, `(c)`, « col. 3 », « colonne C », and what such a column is made of: `(6)=(4)-(5)`.
bool numbers_place(std::string_view folded, std::uint32_t place)
{
    for (const std::string_view word : {"colonne ", "col. ", "col.", "col "})
        if (folded.starts_with(word)) {
            folded.remove_prefix(word.size());
            break;
        }
    const std::string number = std::to_string(place);
    const std::string letter(1, static_cast<char>('a' + (place - 1) % 26));
    for (const std::string& mark : {'(' + number + ')', '(' + letter + ')', number, letter}) {
        if (!folded.starts_with(mark)) continue;
        const std::string_view rest = base::trim(folded.substr(mark.size()));
        if (rest.empty() || is_formula(rest)) return true;
    }
    return false;
}

/// « d/c », « (d-c)/c » beside « c » and « d »: what the column is made of, without a letter of its own.
bool is_made_of_places(std::string_view folded)
{
    std::size_t letters = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const bool is_letter = folded[at] >= 'a' && folded[at] <= 'z';
        if (is_letter && at + 1 < folded.size() && folded[at + 1] >= 'a' && folded[at + 1] <= 'z') return false;
        if (!is_letter && std::string_view("()+-*/ ").find(folded[at]) == std::string_view::npos) return false;
        letters += static_cast<std::size_t>(is_letter);
    }
    return letters >= 2;
}

/// « C01 », « C02 » and « Colonne1 », « Colonne2 »: the same letters and a number.
bool is_numbered_name(std::string_view folded, std::string_view prefix)
{
    constexpr std::size_t longest = 3;
    constexpr std::array<std::string_view, 6> words{"colonne", "column", "champ", "field", "var", "variable"};
    if (prefix.empty() || !folded.starts_with(prefix)) return false;
    std::string_view stem = base::trim(prefix);
    if (stem.starts_with('(')) stem.remove_prefix(1);
    if (stem.ends_with('.')) stem.remove_suffix(1);
    if (stem.size() > longest && std::ranges::find(words, stem) == words.end()) return false;
    std::string_view number = folded.substr(prefix.size());
    if (prefix.starts_with('(') && number.ends_with(')')) number.remove_suffix(1);
    return !number.empty() && number.size() <= longest &&
           number.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Nothing stands between it and a cell above that is merged over this column and others.
bool is_below_group(const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    return std::ranges::any_of(view.merges(), [&](const CellRange& merge) {
        if (merge.last_row >= row || column < merge.first_column || column > merge.last_column) return false;
        if (merge.last_column == merge.first_column) return false;
        std::uint32_t between = merge.last_row + 1;
        while (between < row && !view.is_filled(between, column)) ++between;
        return between == row;
    });
}

} // namespace

std::string euros_said(std::string_view label)
{
    std::string folded = base::fold(label);
    if (folded.size() > 2 && folded.front() == '(' && folded.back() == ')')
        folded = folded.substr(1, folded.size() - 2);
    const std::optional<std::string> unit = unit_of(folded);
    return unit && unit->ends_with("\xE2\x82\xAC") ? *unit : std::string();
}

bool is_numbering_row(const SheetView& view, const std::vector<Line>& lines, std::uint32_t row)
{
    const Line& line = lines[row];
    if (line.filled < 2) return false;
    std::uint32_t numbering = 0;
    std::uint32_t named = 0;
    std::uint32_t in_brackets = 0; // « (a) », « (b) » below two columns alone
    std::string prefix;            // of « C01 », « C02 »
    std::uint32_t place = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) continue;
        ++place;
        const std::string folded = base::fold(view.label(row, column));
        if (place == 1) prefix = folded.substr(0, std::min(folded.find_first_of("0123456789"), folded.size()));
        // « G0 », « G1 », « G2 » are scores: nobody numbers columns from 0 on.
        const bool begins_at_zero = place == 1 && folded.substr(prefix.size()) == "0";
        if (!begins_at_zero && is_numbered_name(folded, prefix)) ++named;
        if (numbers_place(folded, place) || (numbering >= 2 && is_made_of_places(folded))) ++numbering;
        if (folded.starts_with('(')) ++in_brackets;
    }
    if (line.filled == 2 && in_brackets < 2) return false;
    return named == line.filled || numbering == line.filled;
}

bool is_technical_row(const SheetView& view, const std::vector<Line>& lines, std::uint32_t row)
{
    const Line& line = lines[row];
    if (line.filled < 2) return false;
    if (is_numbering_row(view, lines, row)) return true;
    std::uint32_t kinds = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) continue;
        if (is_kind_of_value(base::fold(view.label(row, column)))) ++kinds;
        // « Porteur » and « Action » below « Identification », beside « (€) » below the funders: the headers
        // themselves.
        else if (is_below_group(view, row, column))
            return is_variable_row(view, line, row);
    }
    if (kinds * 10 >= line.filled * 7 && line.numbers == 0) return true;
    if (is_variable_row(view, line, row)) return true;
    const bool goes_on = row + 1 < lines.size() && is_row_of_identifiers(view, lines[row + 1], row + 1);
    return is_row_of_identifiers(view, line, row) && !goes_on; // records may be called « ATELIER_A », all of them
}

namespace {

/// What the other rows of the block hold in a column, as far as a sample tells.
struct Usual {
    bool is_text = false;
    bool is_number = false;
};

Usual usual_of(const SheetView& view, const std::vector<Line>& lines, Records records, std::uint32_t column,
               std::uint32_t but)
{
    constexpr std::uint32_t sample = 30;
    std::uint32_t texts = 0;
    std::uint32_t numbers = 0;
    for (std::uint32_t row = records.first; row <= records.last && texts + numbers < sample; ++row) {
        if (row == but || lines[row].filled < 2) continue;
        if (view.is_number(row, column) || looks(view.label(row, column)) == Looks::number)
            ++numbers;
        else if (view.is_text(row, column))
            ++texts;
    }
    return {texts > numbers, numbers > texts};
}

/// « 1 | 2 | 3 » where records have words.
bool numbers_columns(const SheetView& view, const std::vector<Line>& lines, Records records, std::uint32_t row)
{
    const Line& line = lines[row];
    if (line.filled < 3) return false;
    std::uint32_t place = 0;
    bool is_below_words = false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) continue;
        if (!numbers_place(base::fold(view.label(row, column)), ++place)) return false;
        is_below_words = is_below_words || usual_of(view, lines, records, column, row).is_text;
    }
    return is_below_words;
}

/// « nb | k€ | k€ » where records have numbers.
bool holds_units(const SheetView& view, const std::vector<Line>& lines, Records records, std::uint32_t row)
{
    const Line& line = lines[row];
    if (line.filled < 2 || line.texts != line.filled) return false;
    bool has_unit = false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) continue;
        const std::string folded = base::fold(view.label(row, column));
        if (!is_kind_of_value(folded) && folded != "nb") return false;
        has_unit = has_unit || (unit_of(folded) && usual_of(view, lines, records, column, row).is_number);
    }
    return has_unit;
}

} // namespace

std::vector<std::uint32_t> technical_among(const SheetView& view, const std::vector<Line>& lines, Records records)
{
    constexpr std::size_t longest = 12; // bytes of the first text: nearly every record has more
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = records.first; row <= records.last && row < lines.size(); ++row) {
        const Line& line = lines[row];
        if (line.filled < 2) continue;
        const Cell cell = view.at(row, line.first);
        if (cell.type() == CellType::number && cell.number != 1) continue; // numbers of columns begin with 1
        const std::string first = view.label(row, line.first);
        if (first.size() > longest) continue;
        if (numbers_columns(view, lines, records, row) || holds_units(view, lines, records, row)) found.push_back(row);
    }
    return found;
}

} // namespace bilan::intake
