// SPDX-License-Identifier: MPL-2.0
//
// The cells of one table, written row by row into the sheet. Lives for one table; one thread.
#pragma once

#include "workbook/table_layout.hpp"
#include "workbook/total_row.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::workbook {

class TableWriting {
public:
    TableWriting(Table& table, ColumnPlaces places, const std::vector<std::string>& headers,
                 const TableFormulas& formulas, const std::map<std::size_t, MadeFormula>& made, StyleBook& styles,
                 SheetBuilder& sheet, TableMarks& marks);

    /// Fills in the rows of `placed`.
    void run(std::uint32_t header_row, PlacedTable& placed);

private:
    [[nodiscard]] StyleIndex style(std::size_t column, CellRole role);
    [[nodiscard]] StyleIndex total_style(std::size_t column);
    [[nodiscard]] CellPosition at(std::size_t column) const;
    void write_row(const std::vector<Value>& row);
    void write_cell(std::size_t column, CellValue cell);
    void write_headers_aside();
    void write_note_aside(std::uint32_t row);
    void write_absence();
    void write_total();
    void add_total_cells();
    /// The value as a formula of its column, where it has one.
    [[nodiscard]] SheetValue live(std::size_t column, SheetValue value) const;
    void mark_figure(const Value& value, std::size_t column, const std::string& row_words);
    /// The value as a live ratio of two cells of this row, where that gives the very value.
    [[nodiscard]] SheetValue with_ratio(std::size_t column, const std::vector<std::optional<double>>& numbers,
                                        SheetValue value) const;
    void add_shading();
    void add_part(std::uint32_t header_row, bool has_total);

    Table& table_;
    const ColumnPlaces places_;
    const std::vector<std::string>& headers_;
    const TableFormulas& formulas_;
    const std::map<std::size_t, MadeFormula>& made_;
    StyleBook& styles_;
    SheetBuilder& sheet_;
    TableMarks& marks_;
    std::string name_;
    std::uint32_t row_ = 0;
    std::uint32_t first_row_ = 0;
    std::vector<std::array<std::optional<StyleIndex>, 7>> column_styles_; ///< by cell role
    std::vector<RunningTotal> totals_;
    std::vector<TotalCell> total_cells_;
    bool has_heat_ = false; ///< a column that is shaded has a number
};

} // namespace bilan::workbook
