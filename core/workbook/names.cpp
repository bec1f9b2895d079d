// SPDX-License-Identifier: MPL-2.0
#include "workbook/names.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

std::size_t units_of(char32_t character)
{
    return character > 0xFFFF ? 2 : 1;
}

bool is_refused_by_xml(char32_t character)
{
    return (character < 0x20 && character != U'\t' && character != U'\n') || character == 0x7F || character == 0xFFFE ||
           character == 0xFFFF;
}

} // namespace

std::size_t excel_length(std::string_view text)
{
    std::size_t length = base::printable_ascii(text);
    text.remove_prefix(length);
    while (!text.empty()) {
        const base::CodePoint next = base::first_code_point(text);
        length += units_of(next.value);
        text.remove_prefix(next.bytes);
    }
    return length;
}

std::string excel_head(std::string_view text, std::size_t most)
{
    if (text.size() <= most || excel_length(text) <= most) return std::string(text);
    std::size_t length = 1; // the ellipsis
    std::size_t bytes = 0;
    while (true) {
        const base::CodePoint next = base::first_code_point(text.substr(bytes));
        if (length + units_of(next.value) > most) break;
        length += units_of(next.value);
        bytes += next.bytes;
    }
    return std::string(base::trim(text.substr(0, bytes))) + "…";
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = base::printable_ascii(text);
        clean.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const base::CodePoint next = base::first_code_point(text);
        text.remove_prefix(next.bytes);
        if (next.value == U'\r') {
            if (!text.starts_with('\n')) clean += '\n';
        } else {
            base::append(clean, is_refused_by_xml(next.value) ? base::replacement : next.value);
        }
    }
    return clean;
}

std::string one_line(std::string_view text)
{
    const std::string clean = clean_text(text);
    std::string line;
    bool blank = false;
    for (const char character : base::trim(clean)) {
        const bool is_blank = character == ' ' || character == '\n' || character == '\t';
        if (!is_blank || !blank) line += is_blank ? ' ' : character;
        blank = is_blank;
    }
    return line;
}

std::string TakenNames::take(std::string_view wanted, std::size_t most)
{
    std::string name = excel_head(wanted, most);
    for (std::size_t number = 2; !folded_.insert(base::fold(name)).second; ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        name = excel_head(wanted, most - suffix.size()) + suffix;
    }
    return name;
}

std::string legal_sheet_name(std::string_view wanted)
{
    std::string name = one_line(wanted);
    for (char& character : name)
        if (std::string_view("[]:*?/\\").find(character) != std::string_view::npos) character = '-';
    name = base::replace_all(name, "'", "’"); // a straight apostrophe would have to be doubled in every reference
    // Excel keeps this name for itself.
    return base::fold(name) == "history" ? name + " (2)" : name;
}

std::string identifier(std::string_view prefix, std::string_view id)
{
    std::string name(prefix);
    for (const char character : id) {
        const bool is_plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                              (character >= '0' && character <= '9');
        name += is_plain ? character : '_';
    }
    return excel_head(name, longest_header);
}

std::string quoted_sheet(std::string_view sheet)
{
    return "'" + base::replace_all(sheet, "'", "''") + "'";
}

std::string absolute_reference(std::string_view sheet, CellPosition at)
{
    return quoted_sheet(sheet) + "!$" + column_letters(at.column) + "$" + std::to_string(std::uint64_t{at.row} + 1);
}

std::string absolute_range(std::string_view sheet, const CellRange& range)
{
    return absolute_reference(sheet, {range.first_row, range.first_column}) + ":$" + column_letters(range.last_column) +
           "$" + std::to_string(std::uint64_t{range.last_row} + 1);
}

std::string column_reference(std::string_view table, std::string_view header)
{
    std::string reference = std::string(table) + "[";
    for (const char character : header) {
        if (std::string_view("[]#'").find(character) != std::string_view::npos) reference += '\'';
        reference += character;
    }
    return reference + "]";
}

} // namespace bilan::workbook
