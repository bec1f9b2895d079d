// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/title_years.hpp"

#include "base/text.hpp"
#include "intake/shape/document_date.hpp"
#include "intake/shape/other_years.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/// `-2030`, ` / 2024`, ` à 2026`, `-24`: the year before is the beginning of a span, whose last year has these digits.
std::size_t span_after(std::string_view text, std::size_t at, std::string_view* last = nullptr)
{
    std::size_t next = text.find_first_not_of(' ', at);
    if (next == std::string_view::npos) return at;
    const std::string_view rest = text.substr(next);
    if (rest.front() == '-' || rest.front() == '/')
        next += 1;
    else if (rest.starts_with("a ") || rest.starts_with("au "))
        next += rest.find(' ') + 1;
    else
        return at;
    next = text.find_first_not_of(' ', next);
    std::size_t end = next == std::string_view::npos ? text.size() : next;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t digits = next == std::string_view::npos ? 0 : end - next;
    if (digits != 2 && digits != 4) return at;
    if (last != nullptr) *last = text.substr(next, digits);
    return end;
}

/// « Engagements Quartiers 2030 », « EQ2030 »: the name of the contracts, whose 2030 is the year of nothing.
bool is_of_a_name(std::string_view text, std::size_t year)
{
    if (text.substr(year, 4) != "2030") return false;
    const std::string_view before = base::trim(text.substr(0, year));
    return before.ends_with("quartiers") || before == "eq" || before.ends_with(" eq") || before.ends_with("-eq") ||
           before.ends_with("_eq") || before.ends_with("(eq");
}

} // namespace

std::set<int> years_in(std::string_view text)
{
    std::set<int> years;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end - at == 4 && text.substr(at, 2) == "20" && !is_of_a_name(text, at)) {
            const std::size_t after = span_after(text, end);
            if (after == end) years.insert(std::stoi(std::string(text.substr(at, 4))));
            end = after;
        }
        at = end;
    }
    return years;
}

namespace {

/// « Bilan 2024-2025 », « saison 2023/24 »: the two or three years that a span may mean, none of them surely. Those of
/// a contract date the contract.
std::set<int> years_of_span(std::string_view folded)
{
    constexpr int longest = 2;
    std::set<int> years;
    if (folded.find("contrat") != std::string_view::npos) return years;
    for (std::size_t at = folded.find("20"); at != std::string_view::npos; at = folded.find("20", at + 1)) {
        const bool is_year = (at == 0 || !is_digit(folded[at - 1])) && at + 4 <= folded.size() &&
                             is_digit(folded[at + 2]) && is_digit(folded[at + 3]);
        std::string_view last;
        if (!is_year || span_after(folded, at + 4, &last) == at + 4) continue;
        const int first_year = std::stoi(std::string(folded.substr(at, 4)));
        const int last_year = std::stoi((last.size() == 2 ? "20" : "") + std::string(last));
        if (last_year <= first_year || last_year - first_year > longest) continue;
        for (int year = first_year; year <= last_year; ++year) years.insert(year);
    }
    return years;
}

bool speaks_of_exercise(std::string_view folded)
{
    for (const std::string_view word : {"bilan", "exercice", "annee", "programmation", "campagne", "millesime",
                                        "realisation", "aap ", "appel a projet"})
        if (folded.find(word) != std::string_view::npos) return true;
    return false;
}

/// « Géographie au 01/01/2024 » dates the map, not the figures.
bool names_a_vintage(std::string_view folded)
{
    for (const std::string_view word : {"geographie au", "geographie 20", "zonage", "decoupage", "perimetre au"})
        if (folded.find(word) != std::string_view::npos) return true;
    return false;
}

/// « Extraction du 12-01-2024 », « listeqp2024 »: the name of a sheet that dates the file, or the list of quarters.
bool dates_something_else(std::string_view sheet)
{
    for (const std::string_view word : {"qp2015", "qp2024", "qpv2015", "qpv2024", "qp_2024", "qpv_2024", "qp 2024"})
        if (sheet.find(word) != std::string_view::npos && sheet.find("list") != std::string_view::npos) return true;
    return !speaks_of_exercise(sheet) && dates_document(sheet);
}

/// « COPIL du 15/12/2023 – programmation de l'année suivante »: the year that is meant is not written.
bool names_next_year(std::string_view folded)
{
    for (const std::string_view word :
         {"annee suivante", "annee prochaine", "exercice suivant", "exercice prochain", "n+1"})
        if (folded.find(word) != std::string_view::npos) return true;
    return false;
}

/// « COPIL du 15/12/2023 – Programmation 2024 » without the day, which is not that of the figures.
std::string without_days(std::string_view folded)
{
    constexpr std::string_view in_days = "0123456789/";
    std::string kept;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_not_of(in_days, at), folded.size());
        const std::string_view piece = folded.substr(at, std::max<std::size_t>(end - at, 1));
        if (std::ranges::count(piece, '/') != 2) kept += piece;
        at += piece.size();
    }
    return kept;
}

/// The years that a title names, the day of a meeting apart where it names another one.
std::set<int> years_of_title(std::string_view folded)
{
    std::set<int> years = years_in(without_days(folded));
    if (years.empty()) years = years_in(folded);
    if (names_next_year(folded) && years.size() == 1) years.insert(*years.begin() + 1);
    return years;
}

} // namespace

/// `above`: what the tables above on the same sheet were titled with; it holds for one whose own titles name no year.
TitledYear year_of(const TableDraft& draft, const TitledYear& above)
{
    TitledYear found;
    const std::string sheet = base::fold(draft.sheet());
    const std::optional<int> named = sheet.size() <= 5 ? titled_year(sheet) : std::nullopt;
    std::set<int> strong;
    std::set<int> any;
    std::set<int> spanned; // by « 2024-2025 », which settles no year
    std::set<int> strong_span;
    for (const std::string& title : draft.titles) {
        const Word word = word_of(title);
        if (word == Word::footer || word == Word::note) continue;
        const std::string folded = base::fold(title);
        if (names_a_vintage(folded) || (!speaks_of_exercise(folded) && dates_document(folded))) continue;
        const KeptYears kept = without_other_years(folded, speaks_of_exercise(folded));
        const std::set<int> years = years_of_title(kept.text);
        if (kept.is_doubtful && years.empty() && found.doubted.empty()) found.doubted = title;
        any.insert(years.begin(), years.end());
        const std::set<int> span = years.empty() ? years_of_span(kept.text) : std::set<int>();
        spanned.insert(span.begin(), span.end());
        if (speaks_of_exercise(folded)) {
            strong.insert(years.begin(), years.end());
            strong_span.insert(span.begin(), span.end());
        }
        if (found.said.empty() && !years.empty()) found.said = title;
    }
    if (named) { // « 2023 », unless a title says « Bilan 2022 »
        if (strong.empty() || strong.contains(*named)) return {named, {}, draft.sheet(), {}};
        strong.insert(*named);
        found.rivals = std::move(strong);
        return found;
    }
    if (any.empty() && !above.rivals.empty()) return above;
    const bool names_year = !dates_something_else(sheet);
    if (any.empty() && names_year) {
        const KeptYears kept = without_other_years(sheet, speaks_of_exercise(sheet));
        any = years_in(kept.text);
        if (kept.is_doubtful && any.empty() && found.doubted.empty()) found.doubted = draft.sheet();
        found.said = draft.sheet();
    }
    if (any.empty()) any = spanned.empty() && names_year ? years_of_span(sheet) : spanned;
    if (strong.empty()) strong = strong_span;
    const std::set<int>& best = strong.empty() ? any : strong;
    if (best.size() == 1)
        found.year = *best.begin();
    else
        found.rivals = best;
    return found;
}

void add_year(TitledYear& above, const TitledYear& found)
{
    above.rivals.insert(found.rivals.begin(), found.rivals.end());
    if (found.year) above.rivals.insert(*found.year);
    if (above.said.empty()) above.said = found.said;
    above.year = above.rivals.size() == 1 ? std::optional<int>(*above.rivals.begin()) : std::nullopt;
}

std::optional<int> titled_year(std::string_view text)
{
    const std::set<int> years = years_in(base::fold(text));
    if (years.size() != 1) return std::nullopt;
    return *years.begin();
}

} // namespace bilan::intake
