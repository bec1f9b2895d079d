// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "run/digest.hpp"
#include "run/version.hpp"

#include <algorithm>

namespace bilan::run::pages {

namespace {

/// One fingerprint for all inputs together, in their order.
std::string inputs_digest(const Reading& reading)
{
    std::string all;
    for (const FileResult& file : reading.files) all += file.file.digest + "\n";
    return sha256(std::as_bytes(std::span(all)));
}

WorkbookProperties properties_of(const Material& material)
{
    WorkbookProperties properties;
    properties.title = material.report.title;
    properties.subject = subtitle_of(material);
    properties.author = "bilan";
    properties.keywords = material.report.card.id;
    // The workbook depends on its inputs alone, so its date is that of its exercise, not the clock's.
    properties.created = std::to_string(material.given.year.value_or(2000)) + "-12-31T00:00:00Z";
    properties.language = material.given.language == base::Language::french ? "fr-FR" : "en-GB";
    properties.custom = {{"bilan_version", std::string(version())},
                         {"bilan_report", material.report.card.id},
                         {"bilan_profile", material.given.profile},
                         {"bilan_inputs_sha256", inputs_digest(material.reading)}};
    return properties;
}

} // namespace

std::string subtitle_of(const Material& material)
{
    std::string words = material.given.territory;
    if (material.given.year)
        words += (words.empty() ? "" : " · ") + material.say({"exercice " + std::to_string(*material.given.year),
                                                              "budget year " + std::to_string(*material.given.year)});
    return words;
}

Bound bind(const Material& material)
{
    workbook::Layout layout({}, material.given.language);
    std::vector<workbook::Page> pages{synthesis_page(material)};
    for (workbook::Page page : material.report.pages) {
        page.order = Order::report;
        pages.push_back(std::move(page));
    }
    std::vector<workbook::PlacedFigure> figures;
    for (const workbook::Page& page : pages)
        for (workbook::PlacedFigure& figure : layout.add(page)) figures.push_back(std::move(figure));

    std::vector<workbook::Page> others{controls_page(material), sources_page(material),
                                       traceability_page(material, figures)};
    for (workbook::Page& page : rows_pages(material)) others.push_back(std::move(page));
    others.push_back(method_page(material));
    for (const workbook::Page& page : others) {
        (void)layout.add(page);
        pages.push_back(page);
    }
    (void)layout.add(contents_page(material, pages, figures));
    return {layout.finish(properties_of(material)), std::move(figures)};
}

} // namespace bilan::run::pages
