// SPDX-License-Identifier: MPL-2.0
//
// One sheet while it is laid out: cells in any order, columns that only grow wider, rows that only grow higher, and
// where a pixel falls. One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace bilan::workbook {

class SheetBuilder {
public:
    explicit SheetBuilder(std::string name) { sheet_.name = std::move(name); }

    void put(CellPosition at, SheetValue value, StyleIndex style);
    /// One text over several columns of a row, the covered cells styled alike.
    void put_across(CellPosition at, std::uint32_t last_column, SheetValue value, StyleIndex style);
    /// Rows that are made while they are written; at most once a sheet.
    void put_rows(std::shared_ptr<const SheetRows> rows);
    void widen(std::uint32_t column, double pixels);
    void heighten(std::uint32_t row, double points);
    /// Columns from there on are not printed.
    void set_aside(std::uint32_t first_column);
    /// Something of that size in pixels is, or will be, drawn there: it is printed too.
    void reserve(CellPosition at, double width, double height);

    [[nodiscard]] double column_pixels(std::uint32_t column) const;
    /// Pixels from the left edge of the sheet.
    [[nodiscard]] double left_of(std::uint32_t column) const;
    /// The last column that ends within `pixels` of the left edge; at least 0.
    [[nodiscard]] std::uint32_t last_column_within(double pixels) const;
    /// The column that the pixel is in.
    [[nodiscard]] std::uint32_t column_at(double pixels) const;
    /// The first row that begins at least `pixels` below the top of `row`.
    [[nodiscard]] std::uint32_t row_below(std::uint32_t row, double pixels) const;

    /// Pixels from the top left corner to the end of all that is printed.
    [[nodiscard]] double printed_width() const { return left_of(used().last_column + 1); }
    [[nodiscard]] double printed_height() const;
    /// Pixels from the top of the sheet.
    [[nodiscard]] double top_of(std::uint32_t row) const;

    /// Tables, charts, freezing, printing: filled in as they are known.
    [[nodiscard]] SheetPart& part() { return sheet_; }
    [[nodiscard]] const std::string& name() const { return sheet_.name; }
    /// Cells sorted, sizes written, print area set. Leaves the builder empty.
    [[nodiscard]] SheetPart finish();

private:
    /// From the corner to the last cell or drawing that is printed.
    [[nodiscard]] CellRange used() const;

    SheetPart sheet_;
    CellRange reserved_;
    std::optional<std::uint32_t> aside_;
    std::map<std::uint32_t, double> columns_; ///< pixels
    std::map<std::uint32_t, double> rows_;    ///< points
};

} // namespace bilan::workbook
