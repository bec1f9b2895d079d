// SPDX-License-Identifier: MPL-2.0
//
// Rows that the library never saw, added to the sheet that it wrote.
#include "package.hpp"
#include "refusals.hpp"
#include "row_xml.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace bilan::xlsx {

namespace {

/// These parts are the largest, and how hard zlib tries is what writing them costs: 4 takes 1.6 times the time of 2 for
/// 8 % fewer bytes, its best three times that.
constexpr int quick = 2;
constexpr std::size_t piece_size = std::size_t{1} << 17U;

constexpr std::string_view rows_start = "<sheetData>";
constexpr std::string_view rows_end = "</sheetData>";
constexpr std::string_view no_rows = "<sheetData/>";
constexpr std::string_view row_start = "<row r=\"";

[[noreturn]] void refuse_sheet(const SheetPart& sheet)
{
    refuse(codes::incomplete, {}, {sheet.name});
}

/// What the sheet says it uses; the library knows its own cells only.
std::string with_dimension(std::string xml, const SheetPart& sheet)
{
    constexpr std::string_view start = "<dimension ref=\"";
    const std::size_t at = xml.find(start);
    const std::size_t end = at == std::string::npos ? at : xml.find('"', at + start.size());
    if (end == std::string::npos) refuse_sheet(sheet);
    CellRange used = sheet.rows->range();
    used.first_row = used.first_column = 0; // the title
    for (const SheetCell& cell : sheet.cells) {
        used.last_row = std::max(used.last_row, cell.at.row);
        used.last_column = std::max(used.last_column, cell.at.column);
    }
    return xml.replace(at + start.size(), end - at - start.size(), range_name(used));
}

/// Where in the sheet a row of that number goes.
std::size_t place_of_row(const std::string& xml, std::uint32_t row, const SheetPart& sheet)
{
    for (std::size_t at = xml.find(row_start); at != std::string::npos; at = xml.find(row_start, at + 1)) {
        std::uint32_t number = 0;
        const char* const digits = xml.data() + at + row_start.size();
        if (std::from_chars(digits, xml.data() + xml.size(), number).ec != std::errc()) refuse_sheet(sheet);
        if (number > row) return at;
    }
    const std::size_t end = xml.find(rows_end);
    if (end == std::string::npos) refuse_sheet(sheet);
    return end;
}

} // namespace

Entry with_rows(std::string name, const std::string& xml, const SheetPart& sheet,
                const std::vector<std::int32_t>& formats)
{
    std::string text = with_dimension(xml, sheet);
    if (const std::size_t empty = text.find(no_rows); empty != std::string::npos)
        text.replace(empty, no_rows.size(), std::string(rows_start).append(rows_end));
    const std::size_t place = place_of_row(text, sheet.rows->range().first_row + 1, sheet);
    Packer packer(std::move(name), quick);
    packer.add(std::string_view(text).substr(0, place));
    RowXml writer(sheet.name, formats);
    const std::unique_ptr<RowCursor> cursor = sheet.rows->walk();
    std::string piece;
    for (SheetRow row; cursor->next(row);) {
        writer.append(piece, row);
        if (piece.size() < piece_size) continue;
        packer.add(piece);
        piece.clear();
    }
    packer.add(piece);
    packer.add(std::string_view(text).substr(place));
    return packer.finish();
}

} // namespace bilan::xlsx
