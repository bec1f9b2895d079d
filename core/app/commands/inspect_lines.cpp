// SPDX-License-Identifier: MPL-2.0
#include "app/commands/inspect_lines.hpp"

#include "base/json.hpp"

namespace bilan::app {

namespace {

base::JsonLine line_of(const char* type, const std::string& file, const std::string& sheet)
{
    base::JsonLine line;
    line.member("type", type).member("file", file).member("sheet", sheet);
    return line;
}

void say(Session& session, const base::JsonLine& line)
{
    session.out() << line.text() << '\n';
}

std::string reason(const Session& session, const base::Message& message)
{
    return base::render(message, session.language());
}

void table_line(Session& session, const std::string& file, const intake::TableReading& table)
{
    base::JsonLine line = line_of("table", file, table.sheet);
    line.member("range", range_name(table.range)).member("schema", table.schema);
    line.member("confidence", table.schema_confidence).member("reason", reason(session, table.schema_reason));
    line.member("transposed", table.transposed);
    line.member("rows_read", std::int64_t{table.rows_read}).member("rows_kept", std::int64_t{table.rows_kept});
    line.member("rows_set_aside", std::int64_t{table.rows_set_aside});
    say(session, line.member("rows_refused", std::int64_t{table.rows_refused}));
}

void column_line(Session& session, const std::string& file, const std::string& sheet,
                 const intake::ColumnReading& column)
{
    base::JsonLine line = line_of("column", file, sheet);
    line.member("column", column_letters(column.column)).member("header", column.header);
    if (column.field.empty())
        line.null("field").member("suggestions", column.suggestions);
    else
        line.member("field", column.field).member("confidence", column.confidence);
    if (column.personal) line.member("personal", true);
    say(session, line.member("reason", reason(session, column.reason)));
}

} // namespace

void inspect_lines(Session& session, const run::FileResult& file)
{
    const std::string& name = file.file.name;
    for (const intake::TableReading& table : file.reading.tables) {
        table_line(session, name, table);
        for (const intake::ColumnReading& column : table.columns) column_line(session, name, table.sheet, column);
        for (const intake::RowReading& row : table.rows_not_kept)
            say(session, line_of("row_not_kept", name, table.sheet)
                             .member("row", std::int64_t{row.row} + 1)
                             .member("done", intake::code(row.done))
                             .member("reason", reason(session, row.reason)));
    }
    for (const intake::SheetReading& sheet : file.reading.passed_over)
        say(session, line_of("passed_over", name, sheet.sheet).member("reason", reason(session, sheet.reason)));
}

void inspect_copies(Session& session, const run::Reading& reading)
{
    for (const intake::Finding& finding : reading.findings)
        if (finding.code == run::copy_of_another)
            say(session,
                line_of("passed_over", finding.place.file, "").member("reason", finding.sentence(session.language())));
}

} // namespace bilan::app
