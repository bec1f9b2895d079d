// SPDX-License-Identifier: MPL-2.0
//
// A workbook as its author thinks of it: pages made of headings, key figures, tables, charts and notes. Where each
// thing lands, how wide it is and what it looks like is layout.hpp's work. Value types; one thread.
#pragma once

#include "data/figure.hpp"
#include "workbook/table.hpp"

#include <bilan/workbook.hpp>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace bilan::workbook {

/// A column of a sheet that somebody fills in.
struct FormColumn {
    std::string header; ///< unit in brackets, `*` behind what is required
    std::string code;   ///< the machine's name of it, in small below the header
    ColumnKind kind = ColumnKind::text;
    bool is_required = false;
    Value example;
    Takes takes = Takes::anything;
    std::string list; ///< of `list`: the id of the table whose first column holds it
    bool warns = true;
    double least = 0;
    double most = 0;
    std::string help;    ///< shown beside a selected cell
    std::string warning; ///< said of what it does not take; it may be kept all the same
};

/// Headers, the machine's names, an example, and empty rows to fill in. No native table: whoever fills it in adds
/// columns and rows as they like.
struct Form {
    std::vector<FormColumn> columns;
    std::size_t rows = 200;
};

struct KeyFigure {
    std::string id; ///< `EMP06`: the cell is named `ind_EMP06`; may be empty
    std::string label;
    data::Figure figure;
    std::string base;     ///< « 23 sorties dynamiques sur 29 · 4 actions sur 5 »
    bool fragile = false; ///< coverage under the threshold
    std::string note;
};

struct Heading {
    std::string text;
    int level = 2; ///< 1 is the page title, made by the page itself
};

struct Paragraph {
    std::string text;
    bool warning = false;
};

struct KeyFigures {
    std::vector<KeyFigure> figures;
};

/// A chart on a page of its own data: the table it shows is elsewhere in the workbook.
struct ChartOf {
    std::string table; ///< id of the table
    std::size_t chart = 0;
};

using Block = std::variant<Heading, Paragraph, KeyFigures, Table, LongTable, ChartOf, Form>;

struct Page {
    std::string id;   ///< `synthese`, `emp_age_sexe`
    std::string name; ///< sheet name; made legal and unique by the layout
    std::string title;
    std::string subtitle;
    std::vector<Block> blocks;
    bool one_page = false; ///< must print on a single A4 page
    int order = 0;         ///< pages are sorted by order, then by the moment they were added
};

} // namespace bilan::workbook
