// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include "base/text.hpp"
#include "script/modules.hpp"
#include "script/report.hpp"

#include <algorithm>
#include <memory>

namespace bilan::schemas {

const data::Domain& domain()
{
    static const std::shared_ptr<const data::Domain> loaded = [] {
        script::SearchPath path;
        path.libraries = {std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"};
        return script::load_domain(path);
    }();
    return *loaded;
}

intake::test::Rows table(std::string_view text)
{
    intake::test::Rows rows;
    for (const std::string_view line : base::split(text, '\n')) {
        if (line.empty()) continue;
        rows.emplace_back();
        for (const std::string_view cell : base::split(line, ';'))
            rows.back().push_back(base::replace_all(cell, "¦", ";"));
    }
    return rows;
}

intake::FileReading read(std::string_view text, const std::string& schema, const std::vector<std::string>& merges)
{
    static const std::shared_ptr<const intake::Lexicon> lexicon = intake::prepare(domain());
    intake::test::BookMaker maker;
    Grid& grid = maker.sheet("Feuil1", table(text));
    for (const std::string& range : merges) intake::test::merge(grid, range);
    intake::Options options;
    options.domain = &domain();
    options.lexicon = lexicon;
    options.schema = schema;
    return intake::take_in(maker.book(), "fichier.xlsx", options);
}

Values values(const intake::FileReading& reading)
{
    Values all;
    if (reading.values.empty()) return all;
    for (const data::Column& column : reading.values.front().columns)
        all[column.field.id] = intake::test::values_of(reading, column.field.id);
    return all;
}

std::string in_english(const intake::FileReading& reading, const std::string& code)
{
    for (const intake::Finding& finding : reading.findings)
        if (finding.code == code) return finding.sentence(base::Language::english);
    return "(no finding)";
}

std::string chosen(const intake::FileReading& reading)
{
    return reading.tables.empty() ? std::string("(no table)") : reading.tables.front().schema;
}

std::vector<std::string> broken(std::string_view text, const std::string& schema, int year)
{
    intake::FileReading reading = read(text, schema);
    std::vector<std::string> ids;
    for (data::TableValues& table : reading.values) {
        data::DatasetBuilder builder(table.schema);
        builder.append(std::move(table));
        const intake::ControlReport report = intake::run_controls(builder.finish(), domain(), year);
        for (const intake::Finding& finding : report.findings)
            ids.push_back(finding.code + ' ' + std::to_string(finding.place.row.value_or(0) + 1));
    }
    std::ranges::sort(ids);
    return ids;
}

} // namespace bilan::schemas
