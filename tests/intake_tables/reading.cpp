// SPDX-License-Identifier: MPL-2.0
#include "intake_tables/reading.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake_tables/test_domain.hpp"

namespace bilan::intake::test {

FileReading read(const BookMaker& maker, const std::string& schema, const Mappings* mappings)
{
    Options options;
    options.domain = &domain();
    options.schema = schema;
    options.mappings = mappings;
    return take_in(maker.book(), "fichier.xlsx", options);
}

std::string field_of(const FileReading& reading, const std::string& header, std::size_t table)
{
    if (table >= reading.tables.size()) return "(no table)";
    for (const ColumnReading& column : reading.tables[table].columns) {
        if (column.header != header) continue;
        if (column.personal) return "!";
        if (!column.field.empty()) return column.field;
        return column.suggestions.empty() ? std::string() : "?" + base::join(column.suggestions, ",");
    }
    return "(no column)";
}

std::vector<std::string> values_of(const FileReading& reading, const std::string& field, std::size_t table)
{
    std::vector<std::string> texts;
    if (table >= reading.values.size()) return {"(no table)"};
    for (const data::Column& column : reading.values[table].columns) {
        if (column.field.id != field) continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.is_known(row))
                texts.push_back('<' + std::string(data::code(column.states[row])) + '>');
            else if (data::is_numeric(column.field.type))
                texts.push_back(base::shortest(column.numbers[row]));
            else
                texts.push_back(base::replace_all(column.text(row), std::string(1, data::list_separator), "|"));
        }
        return texts;
    }
    return {"(no column)"};
}

std::vector<std::string> findings(const FileReading& reading, const std::string& code)
{
    std::vector<std::string> found;
    for (const Finding& finding : reading.findings) {
        if (finding.code != code) continue;
        std::string text;
        if (finding.place.row && finding.place.column) text = cell_name({*finding.place.row, *finding.place.column});
        if (!finding.read.empty()) text += ' ' + finding.read;
        found.push_back(std::move(text));
    }
    return found;
}

std::string sentence(const FileReading& reading, const std::string& code)
{
    for (const Finding& finding : reading.findings)
        if (finding.code == code) return finding.sentence(base::Language::french);
    return "(no finding)";
}

std::vector<std::string> rows_not_kept(const FileReading& reading, std::size_t table)
{
    std::vector<std::string> rows;
    if (table >= reading.tables.size()) return {"(no table)"};
    for (const RowReading& row : reading.tables[table].rows_not_kept)
        rows.push_back(std::to_string(row.row + 1) + ' ' + row.reason.code);
    return rows;
}

std::vector<std::uint32_t> rows_kept(const FileReading& reading, std::size_t table)
{
    std::vector<std::uint32_t> rows;
    if (table >= reading.values.size()) return rows;
    for (const std::uint32_t row : reading.values[table].source_rows) rows.push_back(row + 1);
    return rows;
}

} // namespace bilan::intake::test
