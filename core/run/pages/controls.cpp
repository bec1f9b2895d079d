// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/text.hpp"
#include "run/concern.hpp"

#include <algorithm>

namespace bilan::run::pages {

namespace {

base::Words severity_words(data::Severity severity)
{
    switch (severity) {
    case data::Severity::blocking: return {"bloquant", "blocking"};
    case data::Severity::alert: return {"à regarder", "to look at"};
    case data::Severity::information: break;
    }
    return {"information", "information"};
}

base::Words severity_words(const intake::Finding& finding)
{
    if (finding.severity == data::Severity::blocking && !intake::blocks(finding))
        return {"bloquant, réglé", "blocking, settled"};
    return severity_words(finding.severity);
}

base::Words done_words(intake::Done done)
{
    switch (done) {
    case intake::Done::kept: return {"gardé", "kept"};
    case intake::Done::converted: return {"converti", "converted"};
    case intake::Done::set_aside: return {"écarté", "set aside"};
    case intake::Done::refused: break;
    }
    return {"refusé", "refused"};
}

std::string cell_words(const Place& place)
{
    if (place.row && place.column) return cell_name({*place.row, *place.column});
    if (place.row) return std::to_string(std::uint64_t{*place.row} + 1);
    return {};
}

/// The blocking ones first; what was settled is only told.
std::vector<const intake::Finding*> in_order(const std::vector<intake::Finding>& findings)
{
    std::vector<const intake::Finding*> order;
    order.reserve(findings.size());
    for (const intake::Finding& finding : findings) order.push_back(&finding);
    std::ranges::stable_sort(order, {}, [](const intake::Finding* finding) { return gravity_of(*finding); });
    return order;
}

class FindingRows final : public workbook::RowSource {
public:
    FindingRows(std::vector<const intake::Finding*> findings, base::Language language)
        : findings_(std::move(findings)), language_(language)
    {
    }

    [[nodiscard]] std::size_t rows() const override { return findings_.size(); }
    [[nodiscard]] workbook::Value value(std::size_t row, std::size_t column) const override
    {
        const intake::Finding& finding = *findings_[row];
        switch (column) {
        case 0: return severity_words(finding).in(language_);
        case 1: return finding.code;
        case 2: return finding.place.file;
        case 3: return finding.place.sheet;
        case 4: return cell_words(finding.place);
        case 5: return base::for_display(finding.header, longest_shown);
        case 6: return base::for_display(finding.read, longest_shown);
        case 7: return finding.sentence(language_);
        default: return done_words(finding.done).in(language_);
        }
    }

private:
    static constexpr std::size_t longest_shown = 200;
    std::vector<const intake::Finding*> findings_;
    base::Language language_;
};

} // namespace

std::string severity_words(const Material& material, data::Severity severity)
{
    return material.say(severity_words(severity));
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
    workbook::LongTable table;
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
    table.source = std::make_shared<FindingRows>(in_order(material.reading.findings), material.given.language);
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace bilan::run::pages
