// SPDX-License-Identifier: MPL-2.0
#include "intake_tables/book_maker.hpp"

#include "base/number.hpp"

#include <cctype>
#include <optional>
#include <string_view>

namespace bilan::intake::test {

namespace {

CellPosition position(std::string_view name)
{
    CellPosition at;
    std::size_t next = 0;
    for (; next < name.size() && std::isalpha(static_cast<unsigned char>(name[next])) != 0; ++next)
        at.column = at.column * 26 + static_cast<std::uint32_t>(name[next] - 'A' + 1);
    --at.column;
    at.row = static_cast<std::uint32_t>(std::stoul(std::string(name.substr(next)))) - 1;
    return at;
}

} // namespace

void BookMaker::put(Grid& grid, std::uint32_t row, std::uint32_t column, const std::string& text)
{
    if (text.empty()) return;
    std::string_view value = text;
    const bool is_formula = value.front() == '=';
    const bool is_struck = value.front() == '~';
    const bool is_text = value.front() == '\'';
    if (is_formula || is_struck || is_text) value.remove_prefix(1);
    const std::optional<double> number = is_text ? std::nullopt : base::parse_number(value);
    if (number)
        grid.put_number(row, column, *number, CellTag(CellType::number, FormatClass::general, is_formula, is_struck));
    else
        grid.put_text(row, column, book_.texts.intern(value),
                      CellTag(CellType::text, FormatClass::general, is_formula, is_struck));
}

Grid& BookMaker::sheet(const std::string& name, const Rows& rows)
{
    Grid& grid = book_.sheets.emplace_back();
    grid.facts.name = name;
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        for (std::uint32_t column = 0; column < rows[row].size(); ++column) put(grid, row, column, rows[row][column]);
    return grid;
}

void merge(Grid& grid, const std::string& range)
{
    const std::size_t colon = range.find(':');
    const CellPosition first = position(range.substr(0, colon));
    const CellPosition last = position(range.substr(colon + 1));
    grid.facts.merges.push_back({first.row, first.column, last.row, last.column});
}

} // namespace bilan::intake::test
