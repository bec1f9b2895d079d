// SPDX-License-Identifier: MPL-2.0
//
// One page: its blocks down a sheet, charts to the right of their tables, or below a wide and short one, which would be
// printed too small beside them. One thread; lives for one page.
#pragma once

#include "workbook/chart_layout.hpp"
#include "workbook/document.hpp"
#include "workbook/form_layout.hpp"
#include "workbook/key_figure_layout.hpp"
#include "workbook/layout.hpp"
#include "workbook/long_table.hpp"
#include "workbook/placed_table.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"
#include "workbook/table_layout.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace bilan::workbook {

/// A chart of a table that may be on a later page.
struct PendingChart {
    std::string table;
    std::size_t chart = 0;
    CellPosition at;
    std::uint32_t offset = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// A page whose cells stand; links, charts of other pages and the footer are still to come.
struct LaidPage {
    std::string id;
    int order = 0;
    SheetPart sheet;
    CellPosition back; ///< where a link to the list of pages goes
    std::vector<PendingLink> links;
    std::vector<PendingChart> charts;
    std::vector<PlacedTable> tables;
    std::vector<PlacedFigure> figures; ///< key figures have an id
    std::vector<PlacedParameter> parameters;
    std::vector<PendingList> lists;
};

/// A4 landscape within the margins, in pixels at 100 %.
inline constexpr double page_width = 1045;
inline constexpr double page_height = 683;

class PageLayout {
public:
    PageLayout(Page page, std::string sheet_name, StyleBook& styles);
    [[nodiscard]] LaidPage run();

private:
    static constexpr double chart_gap = 24; ///< pixels before a chart
    static constexpr std::uint32_t chart_width = 560;
    static constexpr double second_chart_below = chart_width + chart_gap;

    void plan_columns();
    void plan_aside();
    void widen(const TableWidths& widths);
    void write_header();
    void write(const Heading& heading);
    void write(const Paragraph& paragraph);
    void write(const KeyFigures& figures);
    void write(const Table& table);
    void write(const LongTable& table);
    void write(const ChartOf& chart);
    void write(const Form& form);
    void write_line(const std::string& text, TextRole role, bool across = false);
    void write_table_lines(const TableLayout& layout);
    void write_shorthands(const TableWidths& widths);
    void write_parameters(const Table& table);
    void write_table_notes(const TableLayout& layout);
    /// Beside the table. On a sheet of several pages what one cannot hold is made lower, or put on the next one.
    void place_charts(const PlacedTable& table, bool takes_pages);
    [[nodiscard]] std::uint32_t fitted_height(std::uint32_t height);
    void place_charts_below(const PlacedTable& table);
    void end_chart_row();
    void set_up_print();
    [[nodiscard]] const PlacedTable* last_cut() const;
    void gap();

    Page page_;
    StyleBook& styles_;
    SheetBuilder sheet_;
    LaidPage laid_;
    std::deque<TableLayout> tables_; ///< of this page, in order; emptied as they are written
    std::deque<LongTableLayout> long_tables_;
    std::optional<CardGrid> cards_;
    std::uint32_t row_ = 0;
    std::uint32_t last_text_column_ = 0;
    std::uint32_t chart_column_ = 0; ///< right of the widest table
    std::uint32_t aside_column_ = 0; ///< right of everything
    bool charts_below_ = false;
    std::uint32_t charts_in_row_ = 0; ///< charts of other pages side by side
};

} // namespace bilan::workbook
