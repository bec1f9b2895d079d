// SPDX-License-Identifier: MPL-2.0
#include "intake/table/title_rows.hpp"

#include "base/text.hpp"
#include "intake/shape/document_date.hpp"
#include "intake/table/period_words.hpp"
#include "intake/table/whole_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace bilan::intake {

namespace {

/// « Structure : MJC du Fort »
bool is_answered(std::string_view folded)
{
    const std::size_t colon = folded.find(':');
    return colon != std::string_view::npos && !base::trim(folded.substr(0, colon)).empty() &&
           !base::trim(folded.substr(colon + 1)).empty();
}

/// « Exercice », « Structure : » beside their answer.
bool asks(std::string_view folded)
{
    constexpr std::array<std::string_view, 6> words{"exercice", "annee", "structure", "territoire", "commune", "date"};
    return folded.ends_with(':') || std::ranges::find(words, folded) != words.end();
}

bool opens_title(std::string_view folded)
{
    constexpr std::array<std::string_view, 22> openings{
        "ville de",  "commune de",       "ca du",      "ca de",         "cc du",      "cc de",         "communaute d",
        "metropole", "service",          "prefecture", "direction",     "dossier de", "montants en",   "en euros",
        "(en ",      "contrat de ville", "document",   "communaute de", "version du", "agglomeration", "departement de",
        "tableau"};
    return std::ranges::any_of(openings, [&](std::string_view opening) { return opens_with(folded, opening); });
}

/// The same label twice: only what stands above them tells the columns apart.
bool has_label_twice(const SheetView& view, const Line& labels, std::uint32_t row)
{
    std::set<std::string> seen;
    for (std::uint32_t column = labels.first; column <= labels.last; ++column) {
        const std::string label = base::fold(view.label(row, column));
        if (!label.empty() && !seen.insert(label).second) return true;
    }
    return false;
}

} // namespace

bool is_title_of_sheet(std::string_view folded)
{
    return is_title_of_year(folded) || is_answered(folded) || opens_title(folded) || dates_document(folded);
}

bool is_row_of_titles(const SheetView& view, const Line& line, const Line& labels, std::uint32_t row,
                      std::uint32_t below)
{
    if (line.filled < 2 || line.first > labels.first) return false;
    bool is_answer = false; // the cell before asks for this one
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view.is_filled(row, column)) {
            is_answer = false;
            continue;
        }
        const CellRange* const merge = view.merge_from(row, column);
        if (merge != nullptr && merge->last_column > column) return false;
        const std::string folded = base::fold(view.label(row, column));
        const bool is_date = view.at(row, column).type() == CellType::date;
        const bool is_asking = asks(folded) && view.is_filled(row, column + 1);
        if (!is_answer && !is_date && !is_asking && !is_title_of_sheet(folded)) return false;
        is_answer = is_asking && !is_answer;
    }
    return !has_label_twice(view, labels, below);
}

} // namespace bilan::intake
