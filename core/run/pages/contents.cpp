// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <utility>

namespace bilan::run::pages {

namespace {

workbook::Table sheets_table(const Material& material, std::vector<Listed> pages)
{
    std::ranges::stable_sort(pages, {}, &Listed::order);
    workbook::Table table;
    table.id = "sommaire";
    table.title = material.say({"Feuilles du classeur", "Sheets of the workbook"});
    table.columns = {{material.say({"Feuille", "Sheet"}), workbook::ColumnKind::text},
                     {material.say({"Ce qu'elle montre", "What it shows"}), workbook::ColumnKind::long_text}};
    for (Listed& page : pages) table.rows.push_back({workbook::PageLink{page.id, page.name}, std::move(page.title)});
    return table;
}

workbook::Table names_table(const Material& material, const std::vector<workbook::PlacedFigure>& figures)
{
    workbook::Table table;
    table.id = "noms";
    table.title = material.say({"Chiffres nommés (à reprendre par leur nom dans d'autres classeurs)",
                                "Named figures (to be used by name in other workbooks)"});
    table.columns = {{material.say({"Nom", "Name"}), workbook::ColumnKind::code},
                     {material.say({"Chiffre", "Figure"}), workbook::ColumnKind::long_text},
                     {material.say({"Cellule", "Cell"}), workbook::ColumnKind::text}};
    for (const workbook::PlacedFigure& figure : figures)
        if (!figure.id.empty())
            table.rows.push_back({"ind_" + figure.id, figure.label,
                                  workbook::PageLink{figure.page, figure.sheet + " › " + cell_name(figure.at)}});
    return table;
}

} // namespace

workbook::Page contents_page(const Material& material, std::vector<Listed> others,
                             const std::vector<workbook::PlacedFigure>& figures)
{
    workbook::Page page;
    page.id = "sommaire";
    page.name = material.say({"Sommaire", "Contents"});
    page.title = material.say({"Sommaire", "Contents"});
    page.subtitle = material.report.title;
    page.order = Order::contents;
    page.blocks.emplace_back(sheets_table(material, std::move(others)));
    if (workbook::Table names = names_table(material, figures); !names.rows.empty())
        page.blocks.emplace_back(std::move(names));
    return page;
}

} // namespace bilan::run::pages
