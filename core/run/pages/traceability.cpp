// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/measure_words.hpp"
#include "run/pages/cell_tally.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace bilan::run::pages {

namespace {

constexpr std::size_t most_cells = 200;         // above, only the columns and the number of cells are named
constexpr std::size_t longest_cells = 2'000;    // letters: a longer list would be cut, and names the cells no more
constexpr std::size_t longest_rule = 700;       // letters of a formula: more are no longer read
constexpr std::size_t most_figures = 1'000'000; // a sheet has a few more rows
constexpr std::size_t most_links = 60'000;      // Excel reads 65 530 of a sheet; further figures name their cell

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

std::string sheet_words(const data::TableOrigin& origin)
{
    return origin.file + " › " + base::for_display(origin.sheet);
}

/// Between the items of a list in a sentence.
std::string between(const Material& material)
{
    return material.say({"\u00A0; ", "; "});
}

/// « a.xlsx › Bilan › C12:C18 ; b.csv › b › D4 »
std::string named_cells(const Material& material, const data::Figure& figure, data::ChosenRows& chosen)
{
    std::vector<std::string> order;
    std::map<std::string, std::set<std::pair<std::uint32_t, std::uint32_t>>> sheets;
    data::walk_references(figure, chosen, [&](const data::SourceReference& reference) {
        const std::string sheet = sheet_words(reference.dataset->origin(reference.row));
        const auto [at, is_new] = sheets.try_emplace(sheet);
        if (is_new) order.push_back(sheet);
        if (reference.cell) at->second.emplace(reference.cell->column, reference.cell->row);
        return true;
    });
    std::string text;
    for (const std::string& sheet : order) {
        const auto& cells = sheets[sheet];
        text += (text.empty() ? "" : between(material)) + sheet;
        if (!cells.empty()) text += " › " + ranges_of(cells);
    }
    return text;
}

/// « a.xlsx › Bilan › 320 cellules ; b.csv › b › 12 cellules »
std::string counted_cells(const Material& material, const CellTally& tally)
{
    std::string text;
    for (const CellTally::Sheet& sheet : tally.sheets()) {
        text += (text.empty() ? "" : between(material)) + sheet_words(*sheet.origin);
        if (sheet.cells > 0)
            text += " › " + base::for_people(static_cast<double>(sheet.cells), 0, material.given.language) +
                    material.say({" cellules", " cells"});
    }
    return text;
}

std::string shortened(const std::string& text)
{
    const std::string_view shown = base::head(text, longest_rule);
    return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

void add_new(std::string text, std::vector<std::string>& into)
{
    if (std::ranges::find(into, text) == into.end()) into.push_back(std::move(text));
}

/// The measures behind a figure; several when the script computed with figures. What stands in for unknowns comes after
/// them, a line each.
std::string rule_of(const Material& material, const data::Figure& figure)
{
    std::vector<std::string> formulas;
    std::vector<std::string> remarks;
    for (const data::Sources& sources : figure.sources) {
        if (!sources->measure) continue;
        data::RuleWords rule = data::in_words(*sources->measure, *sources->dataset, material.given.language);
        add_new(std::move(rule.formula), formulas);
        for (std::string& remark : rule.remarks) add_new(std::move(remark), remarks);
    }
    remarks.insert(remarks.begin(), shortened(base::join(formulas, between(material))));
    return base::join(remarks, "\n");
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
                     {material.say({"Chiffre", "Figure"}), workbook::ColumnKind::text},
                     {material.say({"Règle", "Rule"}), workbook::ColumnKind::long_text},
                     {material.say({"Calcul", "Computation"}), workbook::ColumnKind::text},
                     {material.say({"Lignes connues", "Known rows"}), workbook::ColumnKind::integer},
                     {material.say({"Lignes inconnues", "Unknown rows"}), workbook::ColumnKind::integer},
                     {material.say({"Cellules lues", "Cells read"}), workbook::ColumnKind::integer},
                     {material.say({"Cellules des partenaires", "Partners' cells"}), workbook::ColumnKind::long_text}};
    data::ChosenRows chosen;
    CellTally tally(chosen);
    for (const workbook::PlacedFigure& placed : std::span(figures).first(std::min(figures.size(), most_figures))) {
        tally.count(placed.figure);
        const std::size_t count = tally.cells_read();
        std::string cells = count > most_cells ? std::string() : named_cells(material, placed.figure, chosen);
        if (cells.empty() || base::length(cells) > longest_cells) cells = counted_cells(material, tally);
        workbook::Value where = placed.sheet + " › " + cell_name(placed.at);
        if (table.rows.size() < most_links) where = workbook::PageLink{placed.page, std::get<std::string>(where)};
        table.rows.push_back({std::move(where), placed.label, rule_of(material, placed.figure),
                              counts_of(material, placed.figure), static_cast<double>(placed.figure.base),
                              static_cast<double>(placed.figure.unknown), static_cast<double>(count),
                              std::string(base::head(cells, longest_cells))});
    }
    page.blocks.emplace_back(std::move(table));
    if (figures.size() > most_figures)
        page.blocks.emplace_back(workbook::Paragraph{
            material.say({"Une feuille n'a pas plus de lignes : les chiffres suivants du classeur ne sont pas tracés.",
                          "A sheet has no more rows: the further figures of the workbook are not traced."}),
            false});
    return page;
}

} // namespace bilan::run::pages
