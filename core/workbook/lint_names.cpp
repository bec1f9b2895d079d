// SPDX-License-Identifier: MPL-2.0
#include "base/date.hpp"
#include "base/text.hpp"
#include "workbook/lint_checks.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace bilan::workbook {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

bool is_letter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// `AB12`, `R1C1`, `R`, `c3`: Excel takes these for cells.
bool reads_as_cell(std::string_view name)
{
    const auto letters = static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), is_letter) - name.begin());
    const std::string_view rest = name.substr(letters);
    if (letters <= 3 && !rest.empty() && std::all_of(rest.begin(), rest.end(), is_digit)) return true;
    const std::string folded = base::fold(name);
    return std::all_of(folded.begin(), folded.end(),
                       [](char character) { return character == 'r' || character == 'c' || is_digit(character); });
}

bool is_legal_name(std::string_view name)
{
    if (name.empty() || name.size() > longest_header) return false;
    if (!is_letter(name.front()) && name.front() != '_') return false;
    const bool plain = std::all_of(name.begin(), name.end(), [](char character) {
        return is_letter(character) || is_digit(character) || character == '_' || character == '.';
    });
    return plain && !reads_as_cell(name);
}

void check_sheet_names(const Workbook& workbook, LintReport& report)
{
    std::set<std::string> taken;
    for (const SheetPart& sheet : workbook.sheets) {
        const bool is_legal = !sheet.name.empty() && sheet.name.find_first_of("[]:*?/\\'") == std::string::npos &&
                              is_fit_text(sheet.name, longest_sheet_name) && base::fold(sheet.name) != "history" &&
                              base::trim(sheet.name) == sheet.name;
        if (!is_legal) report.add(sheet.name, "BIL-701", {sheet.name});
        if (!taken.insert(base::fold(sheet.name)).second) report.add(sheet.name, "BIL-702", {sheet.name});
    }
}

/// `='Synthèse'!$C$7` of a sheet that is there.
bool points_into(const Workbook& workbook, std::string_view formula)
{
    return std::any_of(workbook.sheets.begin(), workbook.sheets.end(), [&](const SheetPart& sheet) {
        return formula.starts_with("=" + quoted_sheet(sheet.name) + "!$");
    });
}

void check_defined_names(const Workbook& workbook, LintReport& report)
{
    std::set<std::string> taken;
    for (const SheetPart& sheet : workbook.sheets)
        for (const TablePart& table : sheet.tables)
            if (!is_legal_name(table.name) || !taken.insert(base::fold(table.name)).second)
                report.add(table.name, "BIL-713", {table.name});
    for (const DefinedName& name : workbook.names) {
        if (!is_legal_name(name.name) || !taken.insert(base::fold(name.name)).second)
            report.add(name.name, "BIL-713", {name.name});
        if (!points_into(workbook, name.formula)) report.add(name.name, "BIL-710", {name.formula});
    }
}

/// `2025-01-01T00:00:00Z`, and not the zero of computer clocks, which writers take for "now".
bool is_instant(std::string_view text)
{
    constexpr std::size_t length = 20;
    constexpr std::string_view zeros = "0000-00-00T00:00:00Z";
    if (text.size() != length || text.starts_with("1970-01-01T00:00:00")) return false;
    for (std::size_t at = 0; at < length; ++at)
        if (zeros[at] == '0' ? !is_digit(text[at]) : text[at] != zeros[at]) return false;
    return base::parse_iso(text.substr(0, 10)).has_value() && text.substr(11, 2) < "24" && text.substr(14, 2) < "60" &&
           text.substr(17, 2) < "60";
}

void check_properties(const WorkbookProperties& properties, LintReport& report)
{
    const auto expect = [&](bool holds, const std::string& name) {
        if (!holds) report.add({}, "BIL-729", {name});
    };
    expect(!properties.title.empty() && is_fit_text(properties.title, longest_header), "title");
    expect(is_fit_text(properties.subject, longest_header), "subject");
    expect(is_fit_text(properties.author, longest_header), "author");
    expect(is_fit_text(properties.company, longest_header), "company");
    expect(is_fit_text(properties.keywords, longest_header), "keywords");
    expect(is_fit_text(properties.comments, longest_header), "comments");
    expect(is_instant(properties.created), "created");
    expect(!properties.language.empty() &&
               std::all_of(properties.language.begin(), properties.language.end(),
                           [](char character) { return is_letter(character) || character == '-'; }),
           "language");
    std::set<std::string> taken;
    for (const auto& [name, value] : properties.custom)
        expect(!name.empty() && is_fit_text(name, longest_header) && is_fit_text(value, longest_header) &&
                   taken.insert(base::fold(name)).second,
               name);
}

} // namespace

void check_names(const Workbook& workbook, LintReport& report)
{
    if (workbook.sheets.empty()) report.add({}, "BIL-700");
    check_sheet_names(workbook, report);
    check_defined_names(workbook, report);
    check_properties(workbook.properties, report);
}

} // namespace bilan::workbook
