// SPDX-License-Identifier: MPL-2.0
//
// A column made from a few cells, read, and what came of each cell, in one line each.
#pragma once

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/column_reader.hpp"

#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bilan::intake {

/// One cell of a test: a text, a number, or anything with its tag.
struct TestCell {
    CellTag tag;
    double number = 0;
    std::string text;

    TestCell(const char* written) : tag(CellType::text), text(written) {} // NOLINT: cells are written as literals
    TestCell(std::string written) : tag(CellType::text), text(std::move(written)) {} // NOLINT
    TestCell(double value) : tag(CellType::number), number(value) {}                 // NOLINT
    TestCell(int value) : TestCell(static_cast<double>(value)) {}                    // NOLINT
    TestCell(CellTag any, double value) : tag(any), number(value) {}
};

[[nodiscard]] inline TestCell percent_cell(double value)
{
    return {CellTag(CellType::number, FormatClass::percent), value};
}
[[nodiscard]] inline TestCell date_cell(int year, int month, int day)
{
    return {CellTag(CellType::date, FormatClass::date), base::serial_of({year, month, day})};
}

[[nodiscard]] inline data::Field field_of(data::FieldType type, std::string id = "champ")
{
    data::Field field;
    field.id = std::move(id);
    field.type = type;
    return field;
}
[[nodiscard]] inline data::Field people_field(std::string id = "benef_total")
{
    data::Field field = field_of(data::FieldType::count, std::move(id));
    field.people = true;
    return field;
}

/// What the readers know beside the cells.
struct ColumnOptions {
    std::string unit = {};
    std::string format = "xlsx";
    std::optional<int> year = {};
    const data::Domain* domain = nullptr;
    bool date_1904 = false;
    std::string header = "En-tête";
    std::vector<std::optional<int>> years = {}; ///< of each row
};
[[nodiscard]] inline ColumnOptions in_csv()
{
    ColumnOptions options;
    options.format = "csv";
    return options;
}
[[nodiscard]] inline ColumnOptions in_year(std::optional<int> year)
{
    ColumnOptions options;
    options.year = year;
    return options;
}
[[nodiscard]] inline ColumnOptions with_unit(std::string unit)
{
    ColumnOptions options;
    options.unit = std::move(unit);
    return options;
}
[[nodiscard]] inline ColumnOptions with_domain(const data::Domain& domain)
{
    ColumnOptions options;
    options.domain = &domain;
    return options;
}

/// The column and its findings. `said(i)` is the code of the finding on cell i, empty for none.
class ColumnOf {
public:
    ColumnOf(const data::Field& field, const std::vector<TestCell>& cells, const ColumnOptions& options = {})
    {
        Book book;
        book.format = options.format;
        Grid& grid = book.sheets.emplace_back();
        grid.facts.name = "Bilan";
        grid.facts.date_1904 = options.date_1904;
        ColumnSource source{&book, &grid, "partenaire.xlsx", {}, options.header, options.unit};
        source.years = options.years;
        for (std::uint32_t row = 0; row < cells.size(); ++row) {
            put(book, grid, row, cells[row]);
            source.cells.push_back({row, 2});
        }
        column = read_column(source, field, {options.domain, options.year}, findings);
    }

    [[nodiscard]] std::string value(std::size_t row) const
    {
        if (column.states[row] != data::State::value) return state(row);
        if (!data::is_numeric(column.field.type))
            return base::replace_all(column.text(row), std::string(1, data::list_separator), "|");
        if (column.field.type == data::FieldType::date) return base::iso_of_serial(column.numbers[row]);
        return base::shortest(column.numbers[row]);
    }
    [[nodiscard]] std::string state(std::size_t row) const
    {
        constexpr std::string_view codes[] = {"val", "vide", "nc", "nd", "so", "nsp", "secret", "err", "abs"};
        return std::string(codes[static_cast<std::size_t>(column.states[row])]);
    }
    [[nodiscard]] const Finding* finding(std::size_t row) const
    {
        for (const Finding& one : findings)
            if (one.place.row == row) return &one;
        return nullptr;
    }
    [[nodiscard]] std::string said(std::size_t row) const
    {
        const Finding* one = finding(row);
        return one == nullptr ? std::string() : one->code;
    }
    /// Code of what is said about the column as a whole.
    [[nodiscard]] std::string said_of_column() const
    {
        for (const Finding& one : findings)
            if (!one.place.row) return one.code;
        return {};
    }
    /// What that message is filled with.
    [[nodiscard]] std::string arguments_of_column() const
    {
        for (const Finding& one : findings)
            if (!one.place.row) return base::join(one.message.arguments, ", ");
        return {};
    }
    /// `12 BIL-204`, `secret`.
    [[nodiscard]] std::string line(std::size_t row) const
    {
        const std::string code = said(row);
        return code.empty() ? value(row) : value(row) + ' ' + code;
    }

    data::Column column;
    std::vector<Finding> findings;

private:
    static void put(Book& book, Grid& grid, std::uint32_t row, const TestCell& cell)
    {
        if (cell.tag.type() == CellType::text) {
            grid.put_text(row, 2, book.texts.intern(cell.text), cell.tag);
        } else if (cell.tag.type() == CellType::error || cell.tag.type() == CellType::boolean) {
            grid.put(row, 2, cell.tag, static_cast<std::uint64_t>(cell.number));
        } else {
            grid.put_number(row, 2, cell.number, cell.tag);
        }
    }
};

/// What one cell, alone in its column, gives.
[[nodiscard]] inline std::string read_one(const data::Field& field, const TestCell& cell,
                                          const ColumnOptions& options = {})
{
    return ColumnOf(field, {cell}, options).line(0);
}

} // namespace bilan::intake
