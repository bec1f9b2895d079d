// SPDX-License-Identifier: MPL-2.0
//
// The standard pages around a report's own (design.md 3): first page, contents, controls, sources, traceability, rows,
// method. They say what was read, what was done with it and where every figure comes from; they compute none.
#pragma once

#include "base/date.hpp"
#include "run/engine.hpp"
#include "run/reading.hpp"
#include "script/report.hpp"
#include "workbook/document.hpp"
#include "workbook/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::run::pages {

/// What the pages are made from. Everything outlives the call it is given to.
struct Material {
    const script::BuiltReport& report;
    const Reading& reading;
    const script::RunInputs& given;
    const Engine& engine;
    std::optional<base::CivilDate> produced_on; ///< as the user says it: no clock reaches a workbook

    [[nodiscard]] const std::string& say(const base::Words& words) const { return words.in(given.language); }
};

struct Bound {
    Workbook workbook;
    std::vector<workbook::PlacedFigure> figures;
};

/// The whole workbook: the report's pages, which may be moved in, with the standard ones around them. Long sheets are
/// made from `material.reading` and the datasets while the workbook is written.
[[nodiscard]] Bound bind(const Material& material, std::vector<workbook::Page> pages);

/// A page as the list of pages tells it.
struct Listed {
    std::string id;
    std::string name;
    std::string title; ///< of its first table that has one, else its own
    int order = 0;
};

/// « Contrat de ville fictif · exercice 2025 »
[[nodiscard]] std::string subtitle_of(const Material& material);

/// How grave a finding or a rule is, in words.
[[nodiscard]] std::string severity_words(const Material& material, data::Severity severity);

/// Positions of the pages in the workbook.
enum Order : int {
    synthesis = 0,
    contents = 10,
    report = 100,
    controls = 900,
    sources,
    rows_left_out,
    traceability,
    rows,
    method,
    rules
};

[[nodiscard]] workbook::Page synthesis_page(const Material& material);
[[nodiscard]] workbook::Page contents_page(const Material& material, std::vector<Listed> others,
                                           const std::vector<workbook::PlacedFigure>& figures);
[[nodiscard]] workbook::Page controls_page(const Material& material);
/// The files, and the rows that were not taken; many of these have a sheet of their own, whose header is printed on
/// every page.
[[nodiscard]] std::vector<workbook::Page> sources_pages(const Material& material);
[[nodiscard]] workbook::Page traceability_page(const Material& material,
                                               const std::vector<workbook::PlacedFigure>& figures);
/// One page a dataset, more for a very long one; only for the profile `interne`.
[[nodiscard]] std::vector<workbook::Page> rows_pages(const Material& material);
[[nodiscard]] workbook::Page method_page(const Material& material);
/// The rules that judged the rows, and how many broke them.
[[nodiscard]] workbook::Page rules_page(const Material& material);

} // namespace bilan::run::pages
