// SPDX-License-Identifier: MPL-2.0
#include "intake/named_sheets.hpp"

#include "intake/header/persons.hpp"
#include "intake/value/named_persons.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

bool names_somebody(const std::string& sheet, const Reference* reference)
{
    if (reference != nullptr && reference->names_quarter(sheet)) return false;
    return calls_a_person(sheet) || names_persons(sheet);
}

/// One that no other sheet of the book has.
std::string name_of_sheet(const Book& book, std::size_t at)
{
    std::string name = "Feuille " + std::to_string(at + 1);
    const auto is_taken = [&] {
        return std::ranges::any_of(book.sheets, [&](const Grid& grid) { return grid.facts.name == name; });
    };
    while (is_taken()) name += " bis";
    return name;
}

} // namespace

std::vector<Finding> hide_named_sheets(Book& book, const std::string& file, const Reference* reference)
{
    std::vector<Finding> findings;
    for (std::size_t at = 0; at < book.sheets.size(); ++at) {
        if (!names_somebody(book.sheets[at].facts.name, reference)) continue;
        book.sheets[at].facts.name = name_of_sheet(book, at);
        Finding finding;
        finding.code = "X04";
        finding.severity = data::Severity::alert;
        finding.done = Done::converted;
        finding.place.file = file;
        finding.place.sheet = book.sheets[at].facts.name;
        finding.message = {"BIL-586", {std::to_string(at + 1), book.sheets[at].facts.name}};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace bilan::intake
