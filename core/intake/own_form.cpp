// SPDX-License-Identifier: MPL-2.0
#include "intake/own_form.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/collection.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bilan::intake {

namespace {

bool is_number(double number, const std::string& example)
{
    const std::optional<double> wanted = base::parse_number(example);
    return wanted && std::abs(number - *wanted) < 1e-9;
}

/// As a program writes it into a csv file: `75,0%`, `4 500`, `15/03/2025`.
bool is_printed(const std::string& text, const std::string& example)
{
    if (base::fold(text) == base::fold(example)) return true;
    if (const auto date = base::parse_iso(example)) return text == base::for_people(*date, base::Language::french);
    std::string digits;
    for (const char character : text)
        if ((character >= '0' && character <= '9') || character == '.' || character == ',')
            digits += character == ',' ? '.' : character;
    const std::optional<double> number = base::parse_number(digits);
    if (!number) return false;
    return is_number(text.ends_with('%') ? *number / 100 : *number, example);
}

/// The example as it stands in the exercise that the cell speaks of, whichever that is.
std::string in_year_of(const SheetView& view, CellPosition at, const data::Field& field, const std::string& example)
{
    const Cell cell = view.at(at.row, at.column);
    std::optional<int> year;
    if (cell.type() == CellType::date || (cell.type() == CellType::number && field.type == data::FieldType::date)) {
        if (const auto date = base::civil_of(cell.number)) year = date->year;
    } else {
        const std::string text = view.label(at.row, at.column); // `2026`, `15/03/2026`, `2026-03-15`
        for (const std::string& part : {text.substr(0, 4), text.size() > 4 ? text.substr(text.size() - 4) : text})
            if (const auto read = base::parse_integer(part); read && part.size() == 4) year = static_cast<int>(*read);
    }
    return year && *year >= 2000 && *year <= 2100 ? data::example_in(*year, field, example) : example;
}

bool is_example(const SheetView& view, std::uint32_t row, std::uint32_t column, const std::string& example)
{
    const Cell cell = view.at(row, column);
    if (cell.type() == CellType::number || cell.type() == CellType::date) {
        const auto date = base::parse_iso(example);
        return date ? cell.number == base::serial_of(*date) : is_number(cell.number, example);
    }
    return is_printed(view.label(row, column), example);
}

} // namespace

std::string wanted_schema(const TakeIn& take_in, const TableDraft& draft)
{
    if (!take_in.options->schema.empty()) return take_in.options->schema;
    for (const std::string& title : draft.titles)
        if (std::string named = data::schema_of_mark(title); take_in.options->domain->schema(named) != nullptr)
            return named;
    return {};
}

bool is_own_form(const TableDraft& draft)
{
    const bool is_marked = std::any_of(draft.titles.begin(), draft.titles.end(),
                                       [](const std::string& title) { return !data::schema_of_mark(title).empty(); });
    if (is_marked) return true;
    // The line with the mark was deleted: the row of ids below the headers tells as much.
    constexpr std::size_t fewest = 4;
    if (!draft.block.header.codes || draft.mapping.schema == nullptr) return false;
    const std::size_t asked = data::asked_fields(*draft.mapping.schema->schema).size();
    const auto by_id = static_cast<std::size_t>(std::ranges::count_if(
        draft.mapping.columns, [](const MappedColumn& column) { return column.reason.code == "BIL-261"; }));
    return by_id >= fewest && by_id * 2 >= asked;
}

ExampleRow example_row(const TakeIn& take_in, const TableDraft& draft, const Row& row)
{
    const data::Schema& schema = *draft.mapping.schema->schema;
    ExampleRow found = ExampleRow::foreign;
    bool is_changed = false;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const std::uint32_t column = draft.headers[at].column;
        if (!draft.view->is_filled(row.row, column)) continue;
        const FieldRef& field = draft.mapping.columns[at].field;
        const std::string example =
            field ? data::asked_example(schema, *field, *take_in.options->domain) : std::string();
        if (row.label == column) {
            const std::string text = base::fold(draft.view->label(row.row, column));
            const auto is_ours = [&](base::Language language) {
                return text == base::fold(std::string(data::example_mark(language)) + example);
            };
            if (field && (is_ours(base::Language::french) || is_ours(base::Language::english)))
                found = ExampleRow::untouched;
        } else if (!field || !is_example(*draft.view, row.row, column,
                                         in_year_of(*draft.view, {row.row, column}, *field, example))) {
            is_changed = true;
        }
    }
    return found == ExampleRow::untouched && is_changed ? ExampleRow::changed : found;
}

LeftOfExample left_of_example(const TakeIn& take_in, const TableDraft& draft, const Row& row)
{
    constexpr std::size_t fewest = 2;
    if (row.kind != RowKind::record || row.row != draft.block.first_row || !is_own_form(draft)) return {};
    const data::Schema& schema = *draft.mapping.schema->schema;
    LeftOfExample left;
    std::size_t written = 0;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const std::uint32_t column = draft.headers[at].column;
        const FieldRef& field = draft.mapping.columns[at].field;
        if (!field || !draft.view->is_filled(row.row, column)) continue;
        // A year or an answer out of a list is anybody's.
        const bool is_telling = field->type == data::FieldType::count || field->type == data::FieldType::euro ||
                                field->type == data::FieldType::text || field->type == data::FieldType::code ||
                                field->type == data::FieldType::date;
        const std::string example = data::asked_example(schema, *field, *take_in.options->domain);
        if (is_telling &&
            is_example(*draft.view, row.row, column, in_year_of(*draft.view, {row.row, column}, *field, example)))
            left.headers.push_back(draft.headers[at].path);
        else if (is_telling)
            ++written;
    }
    if (left.headers.size() < fewest) left.headers.clear();
    left.is_all = !left.headers.empty() && written == 0;
    return left;
}

} // namespace bilan::intake
