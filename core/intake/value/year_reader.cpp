// SPDX-License-Identifier: MPL-2.0
#include "intake/value/year_reader.hpp"

#include "base/date.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/number_pieces.hpp"
#include "intake/value/number_text.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::intake {

namespace {

bool is_year(double number)
{
    return number >= 1990 && number <= 2100 && number == std::trunc(number);
}

/// Words that belong to a year and change nothing.
bool says_year_only(std::string_view words)
{
    constexpr std::string_view known[] = {"",
                                          "annee",
                                          "exercice",
                                          "annee :",
                                          "exercice :",
                                          "an",
                                          "programmation",
                                          "l'annee",
                                          "exercice budgetaire",
                                          "annee civile",
                                          "en",
                                          "."};
    return std::find(std::begin(known), std::end(known), trim_spaces(words)) != std::end(known);
}

} // namespace

Reading YearReader::read_text(std::size_t, std::string_view text)
{
    if (const NumberText number = read_number_text(text); number.shape == NumberShape::confusable) // « 2O23 »
        return Reading::refused(note(Cause::look_alike, {quoted(text), printed(number.value)}));
    const std::string spelling = plain_spelling(text);
    const NumberPieces pieces = split_numbers(spelling);
    if (pieces.count == 0 || pieces.count > NumberPieces::most)
        return Reading::refused(note(Cause::no_year, {quoted(text)}));
    const double first = pieces.numbers[0].value;
    if (pieces.count == 1 && is_year(first) && says_year_only(pieces.words[0]) && says_year_only(pieces.words[1])) {
        if (context_.numbers_are_texts || spelling.size() > 4) return Reading::of(first);
        return Reading::of(first, note(Cause::text_number, {quoted(text), printed(first)}));
    }
    // A date proper gives its year; « 2023 (prolongé) », « 2015/2022 » and « 2023-2024 » their first.
    const DateText date = read_date_text(text);
    const double year = date.has_date() ? date.first.year : first;
    const bool is_short = pieces.count == 1 && spelling.size() == 2 && first >= 10 && first <= 50;
    if (is_short) return Reading::of(2000 + first, note(Cause::first_year, {quoted(text), printed(2000 + first)}));
    if (!is_year(year)) return Reading::refused(note(Cause::no_year, {quoted(text)}));
    if (date.shape == DateShape::day) return Reading::of(year, note(Cause::rewritten, {quoted(text), printed(year)}));
    return Reading::of(year, note(Cause::first_year, {quoted(text), printed(year)}));
}

std::optional<double> YearReader::plain_number(const Cell& cell) const
{
    const bool is_plain = cell.type() == CellType::number && is_year(cell.number);
    return is_plain ? std::optional(cell.number) : std::nullopt;
}

Reading YearReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    if (!std::isfinite(cell.number)) return Reading::refused(note(Cause::excel_error, {printed(cell)}));
    // 2024 in a date format shows 16/07/1905 and means 2024.
    if (is_year(cell.number)) {
        if (cell.type() != CellType::date) return Reading::of(cell.number);
        return Reading::of(cell.number, note(Cause::number_as_date, {printed(cell.number)}));
    }
    const auto date = base::civil_of(cell.number);
    const bool is_serial = cell.type() == CellType::date || (cell.number >= 32874 && cell.number <= 73050);
    if (is_serial && date && is_year(date->year)) {
        const Note said = cell.type() == CellType::date ? note(Cause::rewritten, {printed(cell), printed(date->year)})
                                                        : note(Cause::first_year, {printed(cell), printed(date->year)});
        return Reading::of(date->year, said);
    }
    if (cell.number >= 10 && cell.number <= 50 && cell.number == std::trunc(cell.number) &&
        cell.type() == CellType::number)
        return Reading::of(2000 + cell.number, note(Cause::first_year, {printed(cell), printed(2000 + cell.number)}));
    return Reading::refused(note(Cause::no_year, {printed(cell)}));
}

} // namespace bilan::intake
