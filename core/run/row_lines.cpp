// SPDX-License-Identifier: MPL-2.0
#include "run/row_lines.hpp"

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace bilan::run {

namespace {

/// One value as JSON, by the type of its field.
std::string value_json(const data::Column& column, std::size_t row)
{
    switch (column.field.type) {
    case data::FieldType::boolean: return column.numbers[row] != 0 ? "true" : "false";
    case data::FieldType::date: return base::json_text(base::iso_of_serial(column.numbers[row]));
    case data::FieldType::choices: {
        std::string list = "[";
        for (const std::string_view item : base::split(column.text(row), data::list_separator))
            list += (list.size() > 1 ? "," : "") + base::json_text(item);
        return list + "]";
    }
    default: break;
    }
    return data::is_numeric(column.field.type) ? base::shortest(column.numbers[row])
                                               : base::json_text(column.text(row));
}

void add(std::string& object, std::string_view name, std::string_view json)
{
    object += (object.size() > 1 ? "," : "") + base::json_text(name) + ":" + std::string(json);
}

std::string row_line(const data::Dataset& dataset, std::size_t row)
{
    std::string values = "{";
    std::string states = "{";
    std::string cells = "{";
    for (std::size_t at = 0; at < dataset.columns().size(); ++at) {
        const data::Column& column = dataset.columns()[at];
        const data::State state = column.states[row];
        if (state == data::State::no_column) continue;
        if (state == data::State::value)
            add(values, column.field.id, value_json(column, row));
        else
            add(states, column.field.id, base::json_text(data::code(state)));
        if (const std::optional<CellPosition> cell = dataset.cell(row, at))
            add(cells, column.field.id, base::json_text(cell_name(*cell)));
    }
    const data::TableOrigin& origin = dataset.origin(row);
    base::JsonLine line;
    line.member("type", "row").member("schema", dataset.schema().id).member("file", origin.file);
    line.member("sheet", origin.sheet).member("row", std::int64_t{dataset.source_row(row)} + 1);
    line.raw("values", values + "}").raw("states", states + "}").raw("cells", cells + "}");
    return line.text();
}

std::string finding_line(const intake::Finding& finding, base::Language language)
{
    base::JsonLine line;
    line.member("type", "finding").member("code", finding.code).member("severity", data::code(finding.severity));
    line.member("file", finding.place.file);
    if (!finding.place.sheet.empty()) line.member("sheet", finding.place.sheet);
    if (finding.place.row) line.member("row", std::int64_t{*finding.place.row} + 1);
    if (finding.place.row && finding.place.column)
        line.member("cell", cell_name({*finding.place.row, *finding.place.column}));
    if (!finding.header.empty()) line.member("header", finding.header);
    if (!finding.read.empty()) line.member("read", finding.read);
    line.member("done", intake::code(finding.done)).member("message", finding.sentence(language));
    return line.text();
}

std::string summary_line(const Accounting& accounting)
{
    base::JsonLine line;
    line.member("type", "summary").member("file", accounting.file);
    if (accounting.schema.empty())
        line.null("schema");
    else
        line.member("schema", accounting.schema);
    const auto count = [](std::uint64_t rows) { return static_cast<std::int64_t>(rows); };
    line.member("rows_read", count(accounting.rows_read)).member("rows_kept", count(accounting.rows_kept));
    line.member("rows_set_aside", count(accounting.rows_set_aside));
    line.member("rows_refused", count(accounting.rows_refused));
    return line.text();
}

using Take = std::function<void(const std::string&)>;

/// The rows of a dataset file by file: found once, not looked for again in each file.
class RowsOfFiles {
public:
    explicit RowsOfFiles(const data::Dataset& dataset) : dataset_(dataset)
    {
        for (std::uint32_t row = 0; row < dataset.rows(); ++row) rows_[dataset.origin(row).file].push_back(row);
    }

    void tell(const std::string& file, const Take& take) const
    {
        const auto rows = rows_.find(file);
        if (rows == rows_.end()) return;
        for (const std::uint32_t row : rows->second) take(row_line(dataset_, row));
    }

private:
    const data::Dataset& dataset_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> rows_; ///< looked up only, never walked
};

/// Each file: what `rows_of` says of it, its findings, its summaries.
void lines(const Reading& reading, base::Language language, const Take& take,
           const std::function<void(const std::string&)>& rows_of)
{
    std::size_t finding = 0; // findings are sorted in the order of the files
    for (const FileResult& file : reading.files) {
        rows_of(file.file.name);
        for (; finding < reading.findings.size() && reading.findings[finding].place.file == file.file.name; ++finding)
            take(finding_line(reading.findings[finding], language));
        for (const Accounting& line : file.accounting) take(summary_line(line));
        if (file.accounting.empty()) take(summary_line({file.file.name, ""}));
    }
    for (; finding < reading.findings.size(); ++finding) take(finding_line(reading.findings[finding], language));
}

} // namespace

void row_lines(const Reading& reading, base::Language language, const std::function<void(const std::string&)>& take)
{
    std::vector<RowsOfFiles> datasets;
    for (const auto& [schema, dataset] : reading.datasets) datasets.emplace_back(*dataset);
    lines(reading, language, take, [&](const std::string& file) {
        for (const RowsOfFiles& rows : datasets) rows.tell(file, take);
    });
}

void finding_lines(const Reading& reading, base::Language language, const std::function<void(const std::string&)>& take)
{
    lines(reading, language, take, [](const std::string&) {});
}

} // namespace bilan::run
