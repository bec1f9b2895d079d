// SPDX-License-Identifier: MPL-2.0
#include "readers/workload.hpp"

#include "readers/fictitious.hpp"
#include "support/zip_builder.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace bilan::bench {
namespace {

const std::string head =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles><number:percentage-style style:name="N10"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style><number:date-style style:name="N30"><number:day/><number:month/><number:year/></number:date-style><number:currency-style style:name="N20"><number:number number:decimal-places="2"/><number:currency-symbol>€</number:currency-symbol></number:currency-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N30"/><style:style style:name="ce2" style:family="table-cell" style:data-style-name="N20"/><style:style style:name="ce3" style:family="table-cell" style:data-style-name="N10"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Données">)";
const std::string tail = "</table:table></office:spreadsheet></office:body></office:document-content>";

std::string text_cell(const std::string& text)
{
    std::string escaped = text;
    if (const std::size_t at = text.find('&'); at != text.npos) escaped.replace(at, 1, "&amp;");
    return R"(<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>)" + escaped +
           "</text:p></table:table-cell>";
}

std::string number_cell(const char* style, const std::string& type, const std::string& value, const std::string& shown)
{
    const std::string unit = type == "currency" ? "\" office:currency=\"EUR" : "";
    return std::string("<table:table-cell") + style + " office:value-type=\"" + type + unit + "\" office:value=\"" +
           value + "\" calcext:value-type=\"" + type + "\"><text:p>" + shown + "</text:p></table:table-cell>";
}

std::string decimal(std::uint32_t digits, std::uint32_t scale, char point)
{
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%u%c%0*u", digits / scale, point, scale == 100 ? 2 : 6,
                                   digits % scale);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string date_cell(std::uint32_t roll)
{
    std::array<char, 200> text{};
    const unsigned year = 2017 + roll / 372;
    const unsigned month = roll / 31 % 12 + 1;
    const unsigned day = roll % 28 + 1;
    const int size = std::snprintf(
        text.data(), text.size(),
        R"(<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="%u-%02u-%02u" calcext:value-type="date"><text:p>%02u/%02u/%u</text:p></table:table-cell>)",
        year, month, day, day, month, year);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string cell(std::uint32_t row, std::uint32_t column, Dice& dice)
{
    if (dice.roll(9) == 0) return "<table:table-cell/>";
    switch (column % 10) {
    case 0: return text_cell("D-" + std::to_string(row * 20 + column));
    case 1:
    case 5: return text_cell(labels[dice.roll(labels.size())]);
    case 2: return date_cell(dice.roll(2000));
    case 3: {
        const std::uint32_t cents = dice.roll(100'000'000);
        return number_cell(" table:style-name=\"ce2\"", "currency", decimal(cents, 100, '.'),
                           decimal(cents, 100, ',') + " €");
    }
    case 4: {
        const std::uint32_t rate = dice.roll(1'000'000);
        return number_cell(" table:style-name=\"ce3\"", "percentage", decimal(rate, 1'000'000, '.'),
                           std::to_string(rate / 10'000) + " %");
    }
    default: {
        const std::string number = std::to_string(dice.roll(100'000));
        return number_cell("", "float", number, number);
    }
    }
}

std::string ods_content(std::uint32_t rows, std::uint32_t columns)
{
    std::string content = head;
    content += "<table:table-column table:number-columns-repeated=\"" + std::to_string(columns) + "\"/>";
    Dice dice;
    for (std::uint32_t row = 0; row < rows; ++row) {
        content += "<table:table-row table:style-name=\"ro1\">";
        for (std::uint32_t column = 0; column < columns; ++column) content += cell(row, column, dice);
        content += "</table:table-row>";
    }
    return content + tail;
}

} // namespace

void write_ods_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns)
{
    const std::string bytes = test::ZipBuilder()
                                  .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet", {.stored = true})
                                  .add("content.xml", ods_content(rows, columns))
                                  .bytes();
    std::ofstream stream(file, std::ios::binary);
    if (!(stream << bytes).flush()) throw std::runtime_error("cannot write " + file);
}

} // namespace bilan::bench
