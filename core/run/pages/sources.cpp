// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::run::pages {

namespace {

workbook::Column summed(std::string header)
{
    workbook::Column column{std::move(header), workbook::ColumnKind::integer};
    column.total = workbook::Total::sum;
    return column;
}

workbook::Value count(std::uint64_t rows)
{
    return static_cast<double>(rows);
}

/// True where the report itself read a table of the file, of that sheet where one is named. Another file of that name
/// may stand beside the report.
bool is_read_by_report(const Material& material, const InputFile& file, const std::string& sheet = {})
{
    return std::ranges::any_of(material.reading.further, [&](const FurtherTable& read) {
        return read.file.name == file.name && read.file.digest == file.digest && (sheet.empty() || read.sheet == sheet);
    });
}

std::string schema_words(const Material& material, const std::string& id, const InputFile& file)
{
    if (id.empty() && is_read_by_report(material, file))
        return material.say({"tableau du rapport", "a table of the report"});
    if (id.empty()) return material.say({"aucun schéma reconnu", "no schema recognised"});
    const std::shared_ptr<const data::Schema> schema = material.given.domain->schema(id);
    return schema ? material.say(schema->label) : id;
}

workbook::Table files_table(const Material& material)
{
    workbook::Table table;
    table.id = "sources";
    table.title = material.say(
        {"Fichiers lus, avec leur empreinte et leurs lignes", "Files read, with their fingerprint and their rows"});
    table.columns = {{material.say({"Fichier", "File"}), workbook::ColumnKind::text},
                     {"Format", workbook::ColumnKind::text},
                     {material.say({"Lu comme", "Read as"}), workbook::ColumnKind::text},
                     summed(material.say({"Lignes lues", "Rows read"})),
                     summed(material.say({"Gardées", "Kept"})),
                     summed(material.say({"Écartées", "Set aside"})),
                     summed(material.say({"Refusées", "Refused"})),
                     {"SHA-256", workbook::ColumnKind::text}};
    table.columns.front().total = workbook::Total::label;
    table.columns.front().total_value = material.say({"Total", "Total"});
    for (const FileResult& file : material.reading.files) {
        for (const Accounting& line : file.accounting)
            table.rows.push_back({file.file.name, file.format, schema_words(material, line.schema, file.file),
                                  count(line.rows_read), count(line.rows_kept), count(line.rows_set_aside),
                                  count(line.rows_refused), file.file.digest});
        if (file.accounting.empty())
            table.rows.push_back(
                {file.file.name, file.format,
                 file.failure ? material.say({"non lu", "not read"}) : material.say({"aucun tableau", "no table"}), 0.0,
                 0.0, 0.0, 0.0, file.file.digest});
    }
    return table;
}

/// What the report read by itself, when it did.
workbook::Table further_table(const Material& material)
{
    workbook::Table table;
    table.id = "sources_rapport";
    table.title = material.say({"Tableaux lus par le rapport lui-même", "Tables that the report read by itself"});
    table.columns = {{material.say({"Fichier", "File"}), workbook::ColumnKind::text},
                     {"Format", workbook::ColumnKind::text},
                     {material.say({"Feuille", "Sheet"}), workbook::ColumnKind::text},
                     {material.say({"Lignes lues", "Rows read"}), workbook::ColumnKind::integer},
                     {"SHA-256", workbook::ColumnKind::text}};
    for (const FurtherTable& read : material.reading.further)
        table.rows.push_back({read.file.name, read.format, read.sheet, count(read.rows), read.file.digest});
    return table;
}

workbook::Table rows_table(const Material& material)
{
    workbook::Table table;
    table.id = "lignes_ecartees";
    table.title = material.say({"Lignes écartées ou refusées, et pourquoi", "Rows set aside or refused, and why"});
    table.columns = {{material.say({"Fichier", "File"}), workbook::ColumnKind::text},
                     {material.say({"Feuille", "Sheet"}), workbook::ColumnKind::text},
                     {material.say({"Ligne", "Row"}), workbook::ColumnKind::integer},
                     {material.say({"Raison", "Reason"}), workbook::ColumnKind::long_text}};
    for (const FileResult& file : material.reading.files)
        for (const intake::TableReading& read : file.reading.tables) {
            if (!read.rows_not_kept.empty() && is_read_by_report(material, file.file, read.sheet)) {
                table.rows.push_back(
                    {file.file.name, read.sheet, data::State::not_applicable,
                     material.say({"Tableau lu par le rapport lui-même\u00A0: ses lignes ne sont pas celles d'un "
                                   "partenaire.",
                                   "A table that the report read by itself: its rows are not a partner's."})});
                continue;
            }
            for (const intake::RowReading& row : read.rows_not_kept)
                table.rows.push_back({file.file.name, read.sheet, static_cast<double>(row.row) + 1,
                                      base::render(row.reason, material.given.language)});
        }
    return table;
}

} // namespace

std::vector<workbook::Page> sources_pages(const Material& material)
{
    constexpr std::size_t most_below = 12; // rows that do not cross a printed page
    workbook::Page page;
    page.id = "sources";
    page.name = "Sources";
    page.title = material.say({"Sources\u00A0: les fichiers des partenaires", "Sources: the partners' files"});
    page.subtitle = subtitle_of(material);
    page.order = Order::sources;
    page.blocks.emplace_back(files_table(material));
    if (!material.reading.further.empty()) page.blocks.emplace_back(further_table(material));
    workbook::Table rows = rows_table(material);
    if (rows.rows.size() <= most_below) {
        if (!rows.rows.empty()) page.blocks.emplace_back(std::move(rows));
        return {std::move(page)};
    }
    workbook::Page own;
    own.id = "lignes_ecartees";
    own.name = material.say({"Lignes écartées", "Rows set aside"});
    own.title = rows.title;
    own.subtitle = page.subtitle;
    own.order = Order::rows_left_out;
    own.blocks.emplace_back(std::move(rows));
    return {std::move(page), std::move(own)};
}

} // namespace bilan::run::pages
