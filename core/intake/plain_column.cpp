// SPDX-License-Identifier: MPL-2.0
#include "intake/plain_column.hpp"

#include "base/text.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/header_unit.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>

namespace bilan::intake {

namespace {

using data::FieldType;

/// How many of the cells a type leaves without a value though something stands there.
std::size_t unread(const data::Column& column)
{
    return static_cast<std::size_t>(std::ranges::count(column.states, data::State::error));
}

bool all_are(const ColumnSource& source, CellType type)
{
    bool any = false;
    for (const CellPosition& at : source.cells) {
        const Cell cell = source.grid->at(at);
        if (!cell.is_filled()) continue;
        if (cell.type() != type) return false;
        any = true;
    }
    return any;
}

/// « 007 », « 01 »: no number begins so, and as one it would be another code.
bool has_zeros_before(std::string_view text)
{
    text = base::trim(text);
    return text.size() > 1 && text.front() == '0' && std::ranges::all_of(text, is_digit);
}

bool holds_codes(const ColumnSource& source)
{
    return std::ranges::any_of(source.cells, [&](const CellPosition& at) {
        const Cell cell = source.grid->at(at);
        return cell.type() == CellType::text && has_zeros_before(source.book->texts.at(cell.text()));
    });
}

/// A date that a program wrote, or a text that is one whole day; « 2025 » and « mars 2025 » say no day.
bool is_day(const ColumnSource& source, const Cell& cell)
{
    if (cell.type() == CellType::date) return true;
    return cell.type() == CellType::text && read_date_text(source.book->texts.at(cell.text())).shape == DateShape::day;
}

/// Every cell that says something is a day. « NC » among them is none, and no reason to lose the others.
bool are_days(const ColumnSource& source, const data::Column& as_dates)
{
    bool any = false;
    for (std::size_t row = 0; row < as_dates.size(); ++row) {
        if (as_dates.states[row] == data::State::error) return false;
        if (!as_dates.is_known(row)) continue;
        if (!is_day(source, source.grid->at(source.cells[row]))) return false;
        any = true;
    }
    return any;
}

/// « Année » over whole numbers of our time: no quantity, which would be added up and shown as « 2 025 ».
bool are_years(const data::Column& column)
{
    constexpr std::array<std::string_view, 4> names = {"annee", "exercice", "millesime", "year"};
    const std::string& id = column.field.id;
    const std::string_view first = std::string_view(id).substr(0, id.find('_'));
    if (column.field.type != FieldType::number || std::ranges::find(names, first) == names.end()) return false;
    constexpr double first_year = 1900;
    constexpr double last_year = 2100;
    bool any = false;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_known(row)) continue;
        const double year = column.numbers[row];
        if (std::trunc(year) != year || year < first_year || year > last_year) return false;
        any = true;
    }
    return any;
}

/// Letters of the English alphabet alone: the words that are looked for have no others.
char lower(char letter)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool is_word_letter(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

} // namespace

std::string header_in_euros(const std::string& header)
{
    if (unit_of_header({}, header).factor == 1) return {};
    // longest first: « milliers d'euros » holds « euros »
    constexpr std::array<std::string_view, 18> words = {"milliers d'euros",
                                                        "milliers d’euros",
                                                        "millier d'euros",
                                                        "millions d'euros",
                                                        "millions d’euros",
                                                        "million d'euros",
                                                        "milliers d'€",
                                                        "milliers d’€",
                                                        "millions d'€",
                                                        "keuros",
                                                        "keuro",
                                                        "meuros",
                                                        "keur",
                                                        "meur",
                                                        "k €",
                                                        "m €",
                                                        "k€",
                                                        "m€"};
    std::string lowered = header;
    std::ranges::transform(lowered, lowered.begin(), lower);
    for (const std::string_view word : words) {
        const std::size_t at = lowered.find(word);
        if (at == std::string::npos || (at > 0 && is_word_letter(lowered[at - 1]))) continue;
        const std::size_t end = at + word.size();
        if (end < header.size() && is_word_letter(header[end])) continue;
        return header.substr(0, at) + "€" + header.substr(end);
    }
    return header + " (€)";
}

data::Column plain_column_of(const ColumnSource& source, data::Field field, FieldType type,
                             std::vector<Finding>& findings)
{
    field.type = type;
    if (type == FieldType::code) field.code_kind = "reference";
    if (std::string in_euros = header_in_euros(source.header); type == FieldType::euro && !in_euros.empty())
        field.label = {in_euros, in_euros};
    return read_column(source, field, {}, findings);
}

data::Column plain_column(const ColumnSource& source, data::Field field, std::vector<Finding>& findings)
{
    std::vector<Finding> found; // of the type that is tried; only those of the one that is taken are said
    const auto as = [&](FieldType type) {
        field.type = type;
        found.clear();
        return read_column(source, field, {}, found);
    };
    const auto take = [&](data::Column column) {
        std::ranges::move(found, std::back_inserter(findings));
        return column;
    };
    if (all_are(source, CellType::date)) return take(as(FieldType::date));
    if (all_are(source, CellType::boolean)) return take(as(FieldType::boolean));
    if (holds_codes(source)) return take(as(FieldType::text));
    const HeaderUnit unit = unit_of_header(source.unit, source.header);
    data::Column column = as(unit.is_euro || !unit.name.empty() ? FieldType::euro
                             : unit.is_percent                  ? FieldType::rate
                                                                : FieldType::number);
    const auto known = static_cast<std::size_t>(std::ranges::count(column.states, data::State::value));
    // A header that says euros or per cent says numbers: a cell that is none is a doubt, and no reason to lose the
    // others.
    const bool has_unit = column.field.type != FieldType::number;
    if (known > 0 && (has_unit ? unread(column) < known : unread(column) * 10 <= known)) {
        if (are_years(column)) column.field.type = FieldType::year;
        if (std::string in_euros = header_in_euros(source.header); !in_euros.empty())
            column.field.label = {in_euros, in_euros};
        return take(std::move(column));
    }
    if (data::Column dates = as(FieldType::date); are_days(source, dates)) return take(std::move(dates));
    return take(as(FieldType::text));
}

} // namespace bilan::intake
