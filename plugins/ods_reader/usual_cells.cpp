// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/usual_cells.hpp"

#include "ods_reader/cell_attributes.hpp"
#include "ods_reader/scan_value.hpp"
#include "xml/scan_text.hpp"

namespace bilan::ods {

using xml::is_at;

const char* UsualCells::read(const char* at, TableBuilder& rows)
{
    std::uint32_t style = 0;
    const char* const own_style = after(at, " table:style-name=\"");
    if (own_style != nullptr && (at = styles_.take(own_style, style)) == nullptr) return nullptr;
    const char* const type = after(at, " office:value-type=\"");
    if (type == nullptr) return empty(at, rows);
    Cell cell;
    if ((at = value(type, cell)) == nullptr) return nullptr;
    if (is_at(at, " calcext") && (at = extended_type(at + 8)) == nullptr) return nullptr;
    const char* late_style = own_style == nullptr ? after(at, " table:style-name=\"") : nullptr;
    if (late_style != nullptr && (at = styles_.take(late_style, style)) == nullptr) return nullptr;
    if (own_style == nullptr && late_style == nullptr) style = rows.default_style();
    std::string_view text;
    at = shown(at, cell.type, text);
    return at != nullptr && put(rows, cell, style, text) ? at : nullptr;
}

const char* UsualCells::empty(const char* at, TableBuilder& rows)
{
    std::string_view count = "1";
    if (const char* const repeat = after(at, " table:number-columns-repeated=\"")) {
        at = short_value(repeat, count);
        if (at == nullptr) return nullptr;
    }
    if (!is_at(at, "/>")) return nullptr;
    rows.skip(count_of(count));
    return at + 2;
}

const char* UsualCells::value(const char* at, Cell& cell)
{
    if (const char* const number = after(at, "float\" office:value=\"")) return number_value(number, cell.number);
    if (const char* const end = after(at, "string\"")) {
        cell.type = Type::string;
        return end;
    }
    if (const char* const date = after(at, "date\" office:date-value=\"")) {
        cell.type = Type::date;
        return short_value(date, cell.date);
    }
    if (const char* const rate = after(at, "percentage\" office:value=\"")) {
        cell.type = Type::percentage;
        return number_value(rate, cell.number);
    }
    if ((at = after(at, "currency\"")) == nullptr) return nullptr;
    cell.type = Type::currency;
    std::string_view code;
    if (const char* const currency = after(at, " office:currency=\"")) at = short_value(currency, code);
    if (at == nullptr || (at = after(at, " office:value=\"")) == nullptr) return nullptr;
    return number_value(at, cell.number);
}

/// LibreOffice says the type once more in its own words; an error is not for here.
const char* UsualCells::extended_type(const char* at) const
{
    if (!has_extensions_ || (at = after(at, ":value-type=\"")) == nullptr) return nullptr;
    if (is_at(at, "float\"")) return at + 6;
    if (is_at(at, "string\"")) return at + 7;
    if (is_at(at, "date\"")) return at + 5;
    if (is_at(at, "percentage\"")) return at + 11;
    return after(at, "currency\"");
}

/// The rest of the cell. What begins like the face of an error is judged elsewhere.
const char* UsualCells::shown(const char* at, Type type, std::string_view& text)
{
    if (is_at(at, "/>")) return at + 2;
    if ((at = after(at, "><text:p>")) == nullptr) return nullptr;
    if (type != Type::string && (*at == '#' || *at == 'E')) return nullptr;
    at = xml::scan_line(at, scratch_, text);
    if (at == nullptr || text.size() > most_text_) return nullptr;
    return after(at, "</text:p></table:table-cell>");
}

bool UsualCells::put(TableBuilder& rows, const Cell& cell, std::uint32_t style, std::string_view text)
{
    if (cell.type == Type::string && text.empty()) {
        rows.skip(1);
        return true;
    }
    return rows.put_one([&](CellPosition at) {
        CellBuilder& cells = rows.cells();
        const cells::CellSpot spot{at, style, false};
        switch (cell.type) {
        case Type::number: cells.put_float(spot, cell.number); break;
        case Type::percentage: cells.put_percentage(spot, cell.number); break;
        case Type::currency: cells.put_currency(spot, cell.number); break;
        case Type::date: return cells.put_date(spot, cell.date);
        case Type::string: cells.put_text(spot, text); break;
        }
        return true;
    });
}

} // namespace bilan::ods
