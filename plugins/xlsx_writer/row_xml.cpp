// SPDX-License-Identifier: MPL-2.0
#include "row_xml.hpp"

#include "formats.hpp"
#include "refusals.hpp"
#include "xml_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace bilan::xlsx {

namespace {

/// The shortest text that gives the same number again.
template <class Number>
void append_number(std::string& xml, Number number)
{
    char text[32];
    char* const end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    xml.append(text, end);
}

/// More than Excel takes in a cell.
bool is_too_long(std::string_view text)
{
    constexpr std::size_t longest = 32'767;
    if (text.size() <= longest) return false;
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues)) > longest;
}

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n';
}

} // namespace

RowXml::RowXml(std::string sheet, const std::vector<std::int32_t>& numbers)
    : sheet_(std::move(sheet)), numbers_(numbers)
{
}

void RowXml::append(std::string& xml, const SheetRow& row)
{
    if (row.cells.empty()) return;
    xml += "<row r=\"";
    append_number(xml, std::uint64_t{row.cells.front().at.row} + 1);
    xml += "\" ht=\"";
    append_number(xml, row.points);
    xml += "\" customHeight=\"1\">";
    for (const SheetCell& cell : row.cells) std::visit([&](const auto& value) { write(xml, cell, value); }, cell.value);
    xml += "</row>";
}

void RowXml::refuse_cell(const SheetCell& cell) const
{
    refuse(codes::cell, {{}, sheet_, cell.at.row, cell.at.column}, {cell_name(cell.at)});
}

void RowXml::open(std::string& xml, const SheetCell& cell, std::string_view type)
{
    while (letters_.size() <= cell.at.column)
        letters_.push_back(column_letters(static_cast<std::uint32_t>(letters_.size())));
    xml.append("<c r=\"").append(letters_[cell.at.column]);
    append_number(xml, std::uint64_t{cell.at.row} + 1);
    xml += "\" s=\"";
    append_number(xml, numbers_.at(cell.style));
    xml.append("\"").append(type).append(">");
}

void RowXml::write(std::string& xml, const SheetCell& cell, std::monostate /*nothing*/)
{
    open(xml, cell, "/");
}

void RowXml::write(std::string& xml, const SheetCell& cell, double number)
{
    // Excel calls a file damaged that holds anything else.
    if (!std::isfinite(number)) refuse(codes::number, {{}, sheet_, cell.at.row, cell.at.column}, {});
    open(xml, cell, "");
    xml += "<v>";
    append_number(xml, number);
    xml += "</v></c>";
}

void RowXml::write(std::string& xml, const SheetCell& cell, const std::string& text)
{
    if (text.empty()) return open(xml, cell, "/");
    if (is_too_long(text)) refuse_cell(cell);
    open(xml, cell, " t=\"inlineStr\"");
    xml += is_blank(text.front()) || is_blank(text.back()) ? "<is><t xml:space=\"preserve\">" : "<is><t>";
    append_xml(xml, text.find("_x") == std::string::npos ? text : cell_text(text));
    xml += "</t></is></c>";
}

void RowXml::write(std::string& xml, const SheetCell& cell, bool yes)
{
    open(xml, cell, " t=\"b\"");
    xml.append("<v>").append(yes ? "1" : "0").append("</v></c>");
}

void RowXml::write(std::string& xml, const SheetCell& cell, Date date)
{
    write(xml, cell, date.serial);
}

void RowXml::write(std::string& xml, const SheetCell& cell, const Formula& formula)
{
    const double* const number = std::get_if<double>(&formula.value);
    if (number != nullptr && !std::isfinite(*number))
        refuse(codes::number, {{}, sheet_, cell.at.row, cell.at.column}, {});
    open(xml, cell, number == nullptr ? " t=\"str\"" : "");
    xml += "<f>";
    append_xml(xml, formula.text);
    xml += "</f><v>";
    if (number != nullptr)
        append_number(xml, *number);
    else
        append_xml(xml, std::get<std::string>(formula.value));
    xml += "</v></c>";
}

void RowXml::write(std::string& /*xml*/, const SheetCell& cell, const Link& /*link*/)
{
    refuse_cell(cell);
}

} // namespace bilan::xlsx
