// SPDX-License-Identifier: MPL-2.0
#include "intake/plain_table.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "intake/header/personal.hpp"
#include "intake/plain_column.hpp"
#include "intake/plain_rows.hpp"
#include "intake/table/column_content.hpp"
#include "intake/table/sheet_view.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace bilan::intake {

namespace {

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

/// The rows that are no records, each once.
std::vector<Finding> rows_findings(const Book& book, const SheetView& view, const PlainRows& rows, const Place& sheet)
{
    std::vector<Finding> findings;
    for (const AsideRow& aside : rows.aside) {
        const bool is_note = aside.word == Word::note || aside.word == Word::footer;
        const bool is_statistic = aside.word == Word::statistic;
        Finding finding;
        finding.place = sheet;
        finding.place.row = aside.row;
        finding.place.column = aside.column;
        finding.done = Done::set_aside;
        if (!is_note) finding.read = header_text(book, view, aside.row, aside.column); // a remark may name somebody
        finding.message = is_note        ? base::Message{"BIL-282", {}}
                          : is_statistic ? base::Message{"BIL-822", {finding.read}}
                                         : base::Message{"BIL-279", {finding.read}};
        finding.code = is_note || is_statistic ? finding.message.code : "C14";
        finding.severity = is_note || is_statistic ? data::Severity::information : data::Severity::blocking;
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// What the author of the script is told at its line: rows that are not among the records, headers that are not those
/// of the file.
std::vector<base::Message> remarks_on(const std::string& file, const std::vector<Finding>& rows,
                                      const data::TableValues& values)
{
    std::vector<std::string> labels;
    std::size_t notes = 0;
    for (const Finding& row : rows)
        if (row.read.empty())
            ++notes;
        else if (labels.size() < 3)
            labels.push_back(row.read);
    std::vector<base::Message> remarks;
    if (const std::size_t totals = rows.size() - notes; totals > 0) {
        if (totals > labels.size()) labels.emplace_back("…");
        remarks.push_back({"BIL-071", {file, std::to_string(totals), base::join(labels, ", ")}});
    }
    for (const data::Column& column : values.columns) {
        const std::string& written = values.origin.headers.at(column.field.id);
        if (column.field.label.french != written)
            remarks.push_back({"BIL-072", {file, written, column.field.label.french}});
    }
    return remarks;
}

/// Cells that say something, and not what their column is of: their rows are unknown there, which a figure counts and
/// does not explain.
void remark_unread(const std::string& file, const data::TableValues& values, std::vector<base::Message>& remarks)
{
    constexpr std::size_t most_named = 3;
    for (const data::Column& column : values.columns) {
        std::vector<std::string> cells;
        std::size_t unread = 0;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.states[row] != data::State::error) continue;
            if (++unread <= most_named)
                cells.push_back(cell_name({values.source_rows[row], column.source_columns[row]}));
        }
        if (unread == 0) continue;
        if (unread > most_named) cells.emplace_back("…");
        remarks.push_back({"BIL-068", {file, column.field.id, std::to_string(unread), base::join(cells, ", ")}});
    }
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
    PlainRows rows = plain_rows(view, *header, options.keeps_totals);
    values.source_rows = std::move(rows.records);
    const std::vector<HeaderColumn> headers = headers_of(book, view, *header, values.source_rows);
    const std::vector<bool> personal = personal_columns(headers);
    auto schema = std::make_shared<data::Schema>();
    schema->id = options.id;
    schema->label = {file, file};
    std::map<std::string, int> met;
    std::vector<Finding> doubts; // of single cells
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (personal[at]) continue;
        ColumnSource source;
        source.book = &book;
        source.grid = grid;
        source.file = file;
        source.header = headers[at].path;
        for (const std::uint32_t row : values.source_rows) source.cells.push_back({row, headers[at].column});
        const data::Field field = field_of(source.header, met);
        const auto type = options.types.find(field.id);
        values.columns.push_back(type == options.types.end() ? plain_column(source, field, doubts)
                                                             : plain_column_of(source, field, type->second, doubts));
        values.origin.headers[values.columns.back().field.id] = source.header;
        schema->fields.push_back(values.columns.back().field);
    }
    if (values.columns.empty()) refuse(file, "BIL-776", {});
    values.schema = std::move(schema);
    std::vector<Finding> findings = persons_finding(headers, personal, {file, grid->facts.name, *header, {}});
    std::vector<Finding> aside = rows_findings(book, view, rows, {file, grid->facts.name, {}, {}});
    std::vector<base::Message> remarks = remarks_on(file, aside, values);
    remark_unread(file, values, remarks);
    std::ranges::move(aside, std::back_inserter(findings));
    std::ranges::move(doubts, std::back_inserter(findings));
    return {std::move(values), std::move(findings), std::move(remarks)};
}

} // namespace bilan::intake
