// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "workbook/lint_checks.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace bilan::workbook {

namespace {

const std::string* text_at(const SheetPart& sheet, CellPosition at)
{
    const SheetCell* cell = cell_at(sheet, at);
    return cell == nullptr ? nullptr : std::get_if<std::string>(&cell->value);
}

class TableCheck {
public:
    TableCheck(const SheetPart& sheet, const TablePart& table, LintReport& report)
        : sheet_(sheet), table_(table), report_(report)
    {
    }

    void run()
    {
        if (!is_well_formed()) {
            report_.add(table_.name, "BIL-715");
            return;
        }
        check_headers();
        if (table_.total_row) check_total_row();
        check_surroundings();
    }

private:
    [[nodiscard]] bool is_well_formed() const
    {
        const CellRange& range = table_.range;
        const std::uint32_t most_rows = table_.total_row ? 2 : 1;
        return range.last_row < sheet_rows && range.last_column < sheet_columns &&
               range.last_row >= range.first_row + most_rows && range.last_column >= range.first_column &&
               table_.columns.size() == std::size_t{range.last_column} - range.first_column + 1;
    }

    void check_headers()
    {
        std::set<std::string> taken;
        std::uint32_t column = table_.range.first_column;
        for (const TableColumn& entry : table_.columns) {
            const std::string* written = text_at(sheet_, {table_.range.first_row, column++});
            if (base::trim(entry.header).empty() || !is_fit_text(entry.header, longest_header) ||
                !taken.insert(base::fold(entry.header)).second || written == nullptr || *written != entry.header)
                report_.add(table_.name, "BIL-714", {entry.header});
        }
    }

    void check_total_row()
    {
        std::uint32_t column = table_.range.first_column;
        for (const TableColumn& entry : table_.columns)
            if (!says_the_same(entry, {table_.range.last_row, column++}))
                report_.add(table_.name, "BIL-718", {entry.header});
    }

    [[nodiscard]] bool says_the_same(const TableColumn& entry, CellPosition at) const
    {
        if (entry.total_function.empty()) {
            if (entry.total_label.empty()) return !entry.total;
            const std::string* written = text_at(sheet_, at);
            return written != nullptr && *written == entry.total_label;
        }
        static const std::set<std::string> functions = {"sum", "average", "count"};
        const SheetCell* cell = cell_at(sheet_, at);
        const Formula* written = cell == nullptr ? nullptr : std::get_if<Formula>(&cell->value);
        return functions.contains(entry.total_function) && entry.total_label.empty() && entry.total &&
               written != nullptr && written->text == entry.total->text && written->value == entry.total->value;
    }

    /// What touches the table below would become part of it at the next edit.
    void check_surroundings()
    {
        for (std::uint32_t column = table_.range.first_column; column <= table_.range.last_column; ++column) {
            const CellPosition below{table_.range.last_row + 1, column};
            const SheetCell* cell = cell_at(sheet_, below);
            if (cell != nullptr && !std::holds_alternative<std::monostate>(cell->value))
                report_.add(table_.name, "BIL-717", {cell_name(below)});
        }
    }

    const SheetPart& sheet_;
    const TablePart& table_;
    LintReport& report_;
};

/// With one row and column of air around.
CellRange with_air(CellRange range)
{
    ++range.last_row;
    ++range.last_column;
    return range;
}

} // namespace

void check_tables(const SheetPart& sheet, LintReport& report)
{
    for (std::size_t index = 0; index < sheet.tables.size(); ++index) {
        const TablePart& table = sheet.tables[index];
        TableCheck(sheet, table, report).run();
        for (std::size_t before = 0; before < index; ++before) {
            const CellRange& other = sheet.tables[before].range;
            if (overlap(with_air(table.range), other) || overlap(table.range, with_air(other)))
                report.add(table.name, "BIL-716");
        }
    }
}

} // namespace bilan::workbook
