// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::run::pages {

namespace {

std::string severity_words(const Material& material, const intake::Finding& finding)
{
    if (finding.severity == data::Severity::blocking && !intake::blocks(finding))
        return material.say({"bloquant, réglé", "blocking, settled"});
    return severity_words(material, finding.severity);
}

std::string done_words(const Material& material, intake::Done done)
{
    switch (done) {
    case intake::Done::kept: return material.say({"gardé", "kept"});
    case intake::Done::converted: return material.say({"converti", "converted"});
    case intake::Done::set_aside: return material.say({"écarté", "set aside"});
    case intake::Done::refused: break;
    }
    return material.say({"refusé", "refused"});
}

std::string cell_words(const Place& place)
{
    if (place.row && place.column) return cell_name({*place.row, *place.column});
    if (place.row) return std::to_string(std::uint64_t{*place.row} + 1);
    return {};
}

} // namespace

std::string severity_words(const Material& material, data::Severity severity)
{
    switch (severity) {
    case data::Severity::blocking: return material.say({"bloquant", "blocking"});
    case data::Severity::alert: return material.say({"à regarder", "to look at"});
    case data::Severity::information: break;
    }
    return material.say({"information", "information"});
}

workbook::Page controls_page(const Material& material)
{
    workbook::Page page;
    page.id = "controles";
    page.name = material.say({"Contrôles", "Controls"});
    page.title =
        material.say({"Contrôles\u00A0: ce qui a été trouvé dans les fichiers", "Controls: what the files held"});
    page.subtitle = subtitle_of(material);
    page.order = Order::controls;
    if (material.reading.findings.empty()) {
        page.blocks.emplace_back(workbook::Paragraph{material.say({"Aucun constat.", "Nothing was found."}), false});
        return page;
    }
    workbook::Table table;
    table.id = "controles";
    table.columns = {
        {material.say({"Gravité", "Severity"}), workbook::ColumnKind::text},
        {"Code", workbook::ColumnKind::code},
        {material.say({"Fichier", "File"}), workbook::ColumnKind::text},
        {material.say({"Feuille", "Sheet"}), workbook::ColumnKind::text},
        {material.say({"Cellule ou ligne", "Cell or row"}), workbook::ColumnKind::code},
        {material.say({"En-tête écrit par le partenaire", "Header as written"}), workbook::ColumnKind::text},
        {material.say({"Valeur lue", "Value read"}), workbook::ColumnKind::text},
        {material.say({"Constat et suite à donner", "Finding and what to do"}), workbook::ColumnKind::long_text},
        {material.say({"Ce qui a été fait", "What was done"}), workbook::ColumnKind::text}};
    std::vector<const intake::Finding*> findings;
    for (const intake::Finding& finding : material.reading.findings) findings.push_back(&finding);
    // The blocking ones first; what was settled is only told.
    std::ranges::stable_sort(findings, {}, [](const intake::Finding* finding) {
        const bool settled = finding->severity == data::Severity::blocking && !intake::blocks(*finding);
        return settled ? data::Severity::information : finding->severity;
    });
    for (const intake::Finding* finding : findings)
        table.rows.push_back({severity_words(material, *finding), finding->code, finding->place.file,
                              finding->place.sheet, cell_words(finding->place), base::for_display(finding->header, 200),
                              base::for_display(finding->read, 200), finding->sentence(material.given.language),
                              done_words(material, finding->done)});
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace bilan::run::pages
