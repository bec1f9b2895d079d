// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/measure.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::run::pages {

namespace {

constexpr std::size_t most_cells = 200;    // above, only the columns and the number of cells are named
constexpr std::size_t most_links = 60'000; // Excel reads 65 530 of a sheet; further figures name their cell

/// Cells of one sheet as ranges down their columns: `C12:C18, C20`.
std::string ranges_of(const std::set<std::pair<std::uint32_t, std::uint32_t>>& cells)
{
    std::string text;
    for (auto cell = cells.begin(); cell != cells.end();) {
        const auto [column, first] = *cell;
        std::uint32_t last = first;
        for (++cell; cell != cells.end() && cell->first == column && cell->second == last + 1; ++cell) ++last;
        text += (text.empty() ? "" : ", ") + range_name({first, column, last, column});
    }
    return text;
}

/// « a.xlsx › Bilan › C12:C18 ; b.csv › b › D4 », and how many cells in all.
std::pair<std::string, std::size_t> cells_of(const Material& material, const data::Figure& figure)
{
    std::vector<std::string> order;
    std::map<std::string, std::set<std::pair<std::uint32_t, std::uint32_t>>> sheets;
    std::size_t count = 0;
    data::walk_sources(figure, [&](const data::SourceCell& cell) {
        ++count;
        const std::string sheet = cell.place.file + " › " + base::for_display(cell.place.sheet);
        const auto [at, is_new] = sheets.try_emplace(sheet);
        if (is_new) order.push_back(sheet);
        if (cell.place.row && cell.place.column) at->second.emplace(*cell.place.column, *cell.place.row);
        return true;
    });
    std::string text;
    for (const std::string& sheet : order) {
        const auto& cells = sheets[sheet];
        text += (text.empty() ? "" : " ; ") + sheet;
        if (cells.empty()) continue;
        text += " › " + (count <= most_cells
                             ? ranges_of(cells)
                             : base::for_people(static_cast<double>(cells.size()), 0, material.given.language) +
                                   material.say({" cellules", " cells"}));
    }
    return {text, count};
}

/// The measures behind a figure; several when the script computed with figures.
std::string rule_of(const Material& material, const data::Figure& figure)
{
    std::vector<std::string> rules;
    for (const data::Sources& sources : figure.sources) {
        if (!sources.measure) continue;
        std::string rule = data::text_of(*sources.measure, material.given.language);
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(std::move(rule));
    }
    return std::string(base::head(base::join(rules, " ; "), 2'000));
}

std::string counts_of(const Material& material, const data::Figure& figure)
{
    if (!figure.numerator || !figure.denominator) return {};
    const auto say = [&](double number) {
        return base::for_people(number, number == static_cast<double>(static_cast<long long>(number)) ? 0 : 2,
                                material.given.language);
    };
    return say(*figure.numerator) + " / " + say(*figure.denominator);
}

} // namespace

workbook::Page traceability_page(const Material& material, const std::vector<workbook::PlacedFigure>& figures)
{
    workbook::Page page;
    page.id = "tracabilite";
    page.name = material.say({"Traçabilité", "Traceability"});
    page.title = material.say({"Traçabilité\u00A0: de chaque chiffre aux cellules des partenaires",
                               "Traceability: from each figure to the partners' cells"});
    page.subtitle = subtitle_of(material);
    page.order = Order::traceability;
    workbook::Table table;
    table.id = "tracabilite";
    table.columns = {{material.say({"Cellule", "Cell"}), workbook::ColumnKind::text},
                     {material.say({"Chiffre", "Figure"}), workbook::ColumnKind::long_text},
                     {material.say({"Règle", "Rule"}), workbook::ColumnKind::long_text},
                     {material.say({"Calcul", "Computation"}), workbook::ColumnKind::text},
                     {material.say({"Lignes connues", "Known rows"}), workbook::ColumnKind::integer},
                     {material.say({"Lignes inconnues", "Unknown rows"}), workbook::ColumnKind::integer},
                     {material.say({"Cellules lues", "Cells read"}), workbook::ColumnKind::integer},
                     {material.say({"Cellules des partenaires", "Partners' cells"}), workbook::ColumnKind::long_text}};
    for (const workbook::PlacedFigure& placed : figures) {
        const auto [cells, count] = cells_of(material, placed.figure);
        workbook::Value where = placed.sheet + " › " + cell_name(placed.at);
        if (table.rows.size() < most_links) where = workbook::PageLink{placed.page, std::get<std::string>(where)};
        table.rows.push_back({std::move(where), placed.label, rule_of(material, placed.figure),
                              counts_of(material, placed.figure), static_cast<double>(placed.figure.base),
                              static_cast<double>(placed.figure.unknown), static_cast<double>(count),
                              std::string(base::head(cells, 2'000))});
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace bilan::run::pages
