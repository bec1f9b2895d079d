// SPDX-License-Identifier: MPL-2.0
#include "base/date.hpp"
#include "base/text.hpp"
#include "run/digest.hpp"
#include "run/pages/long_pages.hpp"
#include "run/pages/pages.hpp"
#include "run/version.hpp"
#include "script/years_named.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bilan::run::pages {

namespace {

/// One fingerprint for all inputs together, in their order.
std::string inputs_digest(const Reading& reading)
{
    std::string all;
    for (const FileResult& file : reading.files) all += file.file.digest + "\n";
    return sha256(std::as_bytes(std::span(all)));
}

/// The workbook depends on its inputs alone: the day that the user says, else the end of its exercise or of the last
/// that was read, never the clock's.
std::string day_of_making(const Material& material)
{
    if (material.produced_on) return base::iso(*material.produced_on);
    constexpr int of_no_year = 2000;
    const std::set<int> read = script::years_read(material.given, material.report.card);
    const int year = material.given.year.value_or(read.empty() ? of_no_year : *read.rbegin());
    return std::to_string(year) + "-12-31";
}

WorkbookProperties properties_of(const Material& material)
{
    WorkbookProperties properties;
    properties.title = material.report.title;
    properties.subject = subtitle_of(material);
    properties.author = "bilan";
    properties.keywords = material.report.card.id;
    properties.created = day_of_making(material) + "T00:00:00Z";
    properties.language = material.given.language == base::Language::french ? "fr-FR" : "en-GB";
    properties.custom = {{"bilan_version", std::string(version())},
                         {"bilan_report", material.report.card.id},
                         {"bilan_profile", material.given.profile},
                         {"bilan_inputs_sha256", inputs_digest(material.reading)}};
    return properties;
}

/// Those of its tables on a page of the report, which may be looked for by any of them; that of the only table of
/// another page.
std::string title_of(const workbook::Page& page)
{
    std::vector<std::string> titles;
    for (const workbook::Block& block : page.blocks)
        if (const auto* table = std::get_if<workbook::Table>(&block); table != nullptr && !table->title.empty())
            titles.push_back(table->title);
    const bool says_itself = titles.empty() || (page.order != Order::report && titles.size() > 1);
    return says_itself ? page.title : base::join(titles, " · ");
}

} // namespace

std::string subtitle_of(const Material& material)
{
    std::set<int> years;
    if (material.given.year)
        years = {*material.given.year};
    else
        years = script::years_read(material.given, material.report.card);
    std::string words = material.given.territory;
    if (script::is_year_unsaid(material.given, material.report.card))
        return words.append(words.empty() ? "" : " · ") +
               material.say({"exercice non précisé", "budget year not stated"});
    if (years.empty()) return words;
    const std::string named = script::words_of_years(years, material.given.language);
    const bool is_one = years.size() == 1;
    return words.append(words.empty() ? "" : " · ") +
           material.say(
               {(is_one ? "exercice " : "exercices ") + named, (is_one ? "budget year " : "budget years ") + named});
}

Bound bind(const Material& material, std::vector<workbook::Page> pages)
{
    workbook::Layout layout({}, material.given.language);
    std::vector<Listed> listed;
    std::vector<workbook::PlacedFigure> figures;
    const auto add = [&](workbook::Page page) {
        listed.push_back({page.id, page.name, title_of(page), page.order});
        return layout.add(std::move(page));
    };
    const auto add_figures = [&](workbook::Page page) {
        std::ranges::move(add(std::move(page)), std::back_inserter(figures));
    };
    add_figures(synthesis_page(material));
    for (workbook::Page& page : pages) {
        page.order = Order::report;
        add_figures(std::exchange(page, {}));
    }
    for (workbook::Page& page : in_sheets(controls_page(material))) (void)add(std::move(page));
    for (workbook::Page& page : sources_pages(material)) (void)add(std::move(page));
    (void)add(traceability_page(material, figures));
    for (workbook::Page& page : rows_pages(material)) (void)add(std::move(page));
    (void)add(method_page(material));
    (void)add(rules_page(material));
    (void)layout.add(contents_page(material, std::move(listed), figures));
    return {layout.finish(properties_of(material)), std::move(figures)};
}

} // namespace bilan::run::pages
