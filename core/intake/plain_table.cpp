// SPDX-License-Identifier: MPL-2.0
#include "intake/plain_table.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "intake/column_reader.hpp"
#include "intake/header/personal.hpp"
#include "intake/table/column_content.hpp"
#include "intake/table/sheet_view.hpp"
#include "intake/value/header_unit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace bilan::intake {

namespace {

using data::FieldType;

[[noreturn]] void refuse(const std::string& file, const char* code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, file, {code, std::move(arguments)});
}

std::uint32_t filled(const SheetView& view, std::uint32_t row)
{
    std::uint32_t count = 0;
    for (std::uint32_t column = 0; column < view.columns(); ++column)
        count += static_cast<std::uint32_t>(view.is_filled(row, column));
    return count;
}

/// The first row of texts that is nearly as full as the fullest row: titles above are short.
std::optional<std::uint32_t> find_header(const SheetView& view)
{
    constexpr std::uint32_t deepest = 200;
    const std::uint32_t rows = std::min(view.rows(), deepest);
    std::uint32_t fullest = 0;
    for (std::uint32_t row = 0; row < rows; ++row) fullest = std::max(fullest, filled(view, row));
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::uint32_t cells = filled(view, row);
        std::uint32_t texts = 0;
        for (std::uint32_t column = 0; column < view.columns(); ++column)
            texts += static_cast<std::uint32_t>(view.is_filled(row, column) && view.is_text(row, column));
        const bool is_wide = cells >= 2 || fullest == 1;
        if (is_wide && texts == cells && cells > 0 && cells * 10 >= fullest * 7) return row;
    }
    return std::nullopt;
}

std::string header_text(const Book& book, const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    const Cell cell = view.at(row, column);
    if (cell.type() != CellType::text) return {};
    return std::string(base::trim(book.texts.at(cell.text())));
}

/// The columns that have a header, with what stands below.
std::vector<HeaderColumn> headers_of(const Book& book, const SheetView& view, std::uint32_t row,
                                     const std::vector<std::uint32_t>& records)
{
    std::vector<HeaderColumn> headers;
    for (std::uint32_t column = 0; column < view.columns(); ++column) {
        HeaderColumn header;
        header.column = column;
        header.path = header_text(book, view, row, column);
        if (header.path.empty()) continue;
        header.levels = {header.path};
        header.words = {read_header(header.path)};
        header.carried = {false};
        ColumnContent content(view, column);
        std::uint32_t seen = 0;
        for (const std::uint32_t record : records) {
            if (seen == content_sample) break;
            seen += static_cast<std::uint32_t>(content.add(record));
        }
        header.content = content.take();
        headers.push_back(std::move(header));
    }
    return headers;
}

std::vector<Finding> persons_finding(const std::vector<HeaderColumn>& headers, const std::vector<bool>& personal,
                                     Place place)
{
    std::vector<std::string> names;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (!personal[at]) continue;
        if (names.empty()) place.column = headers[at].column;
        names.push_back(headers[at].path);
    }
    if (names.empty()) return {};
    Finding finding;
    finding.code = "C21";
    finding.severity = data::Severity::blocking;
    finding.place = std::move(place);
    finding.header = base::join(names, ", ");
    finding.done = Done::refused;
    finding.message = {"BIL-269", {finding.header}};
    return {std::move(finding)};
}

/// What is known of a field from its header and its first cells.
data::Field field_of(const std::string& header, std::map<std::string, int>& met)
{
    data::Field field;
    field.id = field_id_of(header);
    if (field.id.empty()) field.id = "colonne";
    const int times = ++met[field.id];
    if (times > 1) field.id += '_' + std::to_string(times);
    field.label = {header, header};
    return field;
}

/// How many of the cells a type leaves without a value though something stands there.
std::size_t unread(const data::Column& column)
{
    return static_cast<std::size_t>(std::ranges::count(column.states, data::State::error));
}

bool all_are(const Grid& grid, const std::vector<CellPosition>& cells, CellType type)
{
    bool any = false;
    for (const CellPosition& at : cells) {
        const Cell cell = grid.at(at);
        if (!cell.is_filled()) continue;
        if (cell.type() != type) return false;
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

/// A column of numbers may hold a few words (« NC »); one of texts that are no numbers stays one of texts.
data::Column typed(const ColumnSource& source, data::Field field)
{
    std::vector<Finding> findings; // doubts of a table that the script itself chose are its author's
    if (all_are(*source.grid, source.cells, CellType::date))
        field.type = FieldType::date;
    else if (all_are(*source.grid, source.cells, CellType::boolean))
        field.type = FieldType::boolean;
    else {
        const HeaderUnit unit = unit_of_header(source.unit, source.header);
        field.type = unit.is_euro || !unit.name.empty() ? FieldType::euro
                     : unit.is_percent                  ? FieldType::rate
                                                        : FieldType::number;
    }
    data::Column column = read_column(source, field, {}, findings);
    if (are_years(column)) column.field.type = FieldType::year;
    const auto known = static_cast<std::size_t>(std::ranges::count(column.states, data::State::value));
    if (known > 0 && unread(column) * 10 <= known) return column;
    field.type = FieldType::text;
    return read_column(source, field, {}, findings);
}

const Grid& sheet_of(const Book& book, const std::string& file, const std::string& name)
{
    std::vector<std::string> names;
    for (const Grid& sheet : book.sheets) {
        if (sheet.facts.name == name) return sheet;
        names.push_back(sheet.facts.name);
    }
    refuse(file, "BIL-775", {name, base::join(names, ", ")});
}

} // namespace

std::string field_id_of(std::string_view header)
{
    const std::size_t bracket = header.find('(');
    if (bracket != std::string_view::npos && bracket > 0) header = header.substr(0, bracket);
    std::string id;
    for (const char letter : base::fold(header)) {
        const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (is_kept)
            id += letter;
        else if (!id.empty() && id.back() != '_')
            id += '_';
    }
    while (id.ends_with('_')) id.pop_back();
    if (!id.empty() && id.front() >= '0' && id.front() <= '9') id.insert(0, "c_");
    return id;
}

PlainTable read_plain_table(const Book& book, const std::string& file, const PlainOptions& options)
{
    TextMemo memo(book);
    const Grid* grid = options.sheet.empty() ? nullptr : &sheet_of(book, file, options.sheet);
    std::optional<std::uint32_t> header = options.header;
    for (std::size_t sheet = 0; grid == nullptr && sheet < book.sheets.size(); ++sheet) {
        const SheetView view(book, book.sheets[sheet], memo);
        if (options.header ? view.rows() > *options.header : find_header(view).has_value()) grid = &book.sheets[sheet];
    }
    if (grid == nullptr) refuse(file, "BIL-776", {});
    const SheetView view(book, *grid, memo);
    if (!header) header = find_header(view);
    if (!header || *header >= view.rows()) refuse(file, "BIL-776", {});

    data::TableValues values;
    values.origin.file = file;
    values.origin.sheet = grid->facts.name;
    for (std::uint32_t row = *header + 1; row < view.rows(); ++row)
        if (filled(view, row) > 0) values.source_rows.push_back(row);
    const std::vector<HeaderColumn> headers = headers_of(book, view, *header, values.source_rows);
    const std::vector<bool> personal = personal_columns(headers);
    auto schema = std::make_shared<data::Schema>();
    schema->id = options.id;
    schema->label = {file, file};
    std::map<std::string, int> met;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (personal[at]) continue;
        ColumnSource source;
        source.book = &book;
        source.grid = grid;
        source.file = file;
        source.header = headers[at].path;
        for (const std::uint32_t row : values.source_rows) source.cells.push_back({row, headers[at].column});
        values.columns.push_back(typed(source, field_of(source.header, met)));
        values.origin.headers[values.columns.back().field.id] = source.header;
        schema->fields.push_back(values.columns.back().field);
    }
    if (values.columns.empty()) refuse(file, "BIL-776", {});
    values.schema = std::move(schema);
    std::vector<Finding> findings = persons_finding(headers, personal, {file, grid->facts.name, *header, {}});
    return {std::move(values), std::move(findings)};
}

} // namespace bilan::intake
