// SPDX-License-Identifier: MPL-2.0
#include "intake/name_fields.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// Messages that name fields, and the blank that holds the id, or ids with commas between.
constexpr std::pair<std::string_view, std::size_t> naming[] = {
    {"BIL-036", 1}, {"BIL-037", 1}, {"BIL-038", 1}, {"BIL-113", 0}, {"BIL-260", 0}, {"BIL-428", 0}, {"BIL-267", 1},
    {"BIL-268", 1}, {"BIL-271", 1}, {"BIL-273", 0}, {"BIL-287", 1}, {"BIL-298", 0}, {"BIL-299", 0}, {"BIL-514", 1},
    {"BIL-515", 1}, {"BIL-516", 0}, {"BIL-535", 0}, {"BIL-537", 0}, {"BIL-539", 1}, {"BIL-549", 1}, {"BIL-582", 1},
    {"BIL-597", 2}, {"BIL-821", 1}, {"BIL-827", 1}, {"BIL-829", 1},
};

using Schemas = std::vector<std::shared_ptr<const data::Schema>>;

/// Those of the file's tables, which the message is most likely about.
Schemas schemas_of(const FileReading& reading, const data::Domain& domain)
{
    Schemas schemas;
    for (const TableReading& table : reading.tables)
        if (auto schema = domain.schema(table.schema);
            schema != nullptr && std::ranges::find(schemas, schema) == schemas.end())
            schemas.push_back(std::move(schema));
    return schemas;
}

base::Words named(const std::string& id, const Schemas& schemas)
{
    const auto with_id = [&](const base::Words& label) {
        return base::Words{label.french + " (" + id + ')', label.english + " (" + id + ')'};
    };
    for (const auto& schema : schemas)
        if (const data::Field* field = schema->field(id); field != nullptr) return with_id(field->label);
    for (const auto& schema : schemas)
        if (const data::FieldFamily* family = schema->family_of(id); family != nullptr) return with_id(family->label);
    return {id, id};
}

void name_in(base::Message& message, const Schemas& schemas)
{
    const auto place = std::ranges::find(naming, message.code, &std::pair<std::string_view, std::size_t>::first);
    if (place == std::end(naming) || place->second >= message.arguments.size()) return;
    constexpr std::string_view between = ", ";
    base::Words words;
    for (const std::string_view id : base::split(message.arguments[place->second], ',')) {
        const base::Words one = named(std::string(base::trim(id)), schemas);
        words.french += (words.french.empty() ? "" : between);
        words.french += one.french;
        words.english += (words.english.empty() ? "" : between);
        words.english += one.english;
    }
    message.arguments[place->second] = base::in_each_language(words);
}

} // namespace

void name_fields(FileReading& reading, const data::Domain& domain)
{
    const Schemas schemas = schemas_of(reading, domain);
    for (Finding& finding : reading.findings) name_in(finding.message, schemas);
    for (TableReading& table : reading.tables) {
        for (ColumnReading& column : table.columns) name_in(column.reason, schemas);
        for (RowReading& row : table.rows_not_kept) name_in(row.reason, schemas);
    }
}

} // namespace bilan::intake
