// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/given.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/shape/captions.hpp"
#include "intake/shape/document_date.hpp"
#include "intake/shape/sheet_name.hpp"
#include "intake/shape/status_title.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <map>
#include <set>

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
    for (const std::string_view word :
         {"bilan", "exercice", "annee", "programmation", "campagne", "millesime", "realisation"})
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

struct Year {
    std::optional<int> year;
    std::set<int> rivals;
    std::string said; ///< the title or sheet name
};

/// `above`: what the tables above on the same sheet were titled with; it holds for one whose own titles name no year.
Year year_of(const TableDraft& draft, const Year& above)
{
    Year found;
    const std::string sheet = base::fold(draft.sheet());
    if (const std::optional<int> named = titled_year(sheet); named && sheet.size() <= 5)
        return {named, {}, draft.sheet()};
    std::set<int> strong;
    std::set<int> any;
    std::set<int> spanned; // by « 2024-2025 », which settles no year
    std::set<int> strong_span;
    for (const std::string& title : draft.titles) {
        const Word word = word_of(title);
        if (word == Word::footer || word == Word::note) continue;
        const std::string folded = base::fold(title);
        if (names_a_vintage(folded) || (!speaks_of_exercise(folded) && dates_document(folded))) continue;
        const std::set<int> years = years_in(folded);
        any.insert(years.begin(), years.end());
        const std::set<int> span = years.empty() ? years_of_span(folded) : std::set<int>();
        spanned.insert(span.begin(), span.end());
        if (speaks_of_exercise(folded)) {
            strong.insert(years.begin(), years.end());
            strong_span.insert(span.begin(), span.end());
        }
        if (found.said.empty() && !years.empty()) found.said = title;
    }
    if (any.empty() && !above.rivals.empty()) return above;
    const bool names_year = !dates_something_else(sheet);
    if (any.empty() && names_year) {
        any = years_in(sheet);
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

void add_year(Year& above, const Year& found)
{
    above.rivals.insert(found.rivals.begin(), found.rivals.end());
    if (found.year) above.rivals.insert(*found.year);
    if (above.said.empty()) above.said = found.said;
    above.year = above.rivals.size() == 1 ? std::optional<int>(*above.rivals.begin()) : std::nullopt;
}

void give_year(const TakeIn& take_in, TableDraft& draft, Year& above)
{
    const Year found = year_of(draft, above);
    add_year(above, found);
    draft.year = take_in.options->year ? take_in.options->year : found.year;
    const bool has_columns = std::ranges::any_of(draft.mapping.columns, [](const MappedColumn& column) {
        return column.outcome == Outcome::wide && column.dimension == "exercice";
    });
    if (has_columns || draft.mapping.has("exercice") ||
        field_by_id(*draft.mapping.schema->schema, "exercice") == nullptr)
        return;
    if (found.year) {
        draft.given.push_back({"exercice", std::to_string(*found.year)});
        take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                    {"BIL-298", {"exercice", std::to_string(*found.year), quoted(found.said)}});
    } else if (found.rivals.size() > 1) {
        std::vector<std::string> years;
        for (const int year : found.rivals) years.push_back(std::to_string(year));
        take_in.say("BIL-299", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                    {"BIL-299", {"exercice", base::join(years, ", ")}});
    }
}

/// The first of these fields that the schema has, when no column gives it; else nothing.
std::string lacking(const TableDraft& draft, std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields)
        if (field_by_id(*draft.mapping.schema->schema, field) != nullptr)
            return draft.mapping.has(field) ? std::string() : std::string(field);
    return {};
}

std::string lacking_territory(const TableDraft& draft)
{
    // Columns that are perhaps quarters: the answer is awaited, not taken from elsewhere.
    const bool is_asked =
        std::any_of(draft.mapping.columns.begin(), draft.mapping.columns.end(), [](const MappedColumn& column) {
            return column.outcome == Outcome::question && column.reason.code == "BIL-825";
        });
    const data::Field* const field = territory_field(*draft.mapping.schema->schema);
    return field == nullptr || is_asked || draft.mapping.has(field->id) ? std::string() : field->id;
}

/// Sheets that are filled in alike: as many columns, or all but a few of the same fields.
bool is_like(const TableDraft& one, const TableDraft& other)
{
    if (one.headers.size() == other.headers.size()) return true;
    const auto shared = std::ranges::count_if(one.mapping.columns, [&](const MappedColumn& column) {
        return column.field && other.mapping.has(column.field->id);
    });
    return static_cast<std::size_t>(shared) * 5 >= std::max(one.headers.size(), other.headers.size()) * 4;
}

/// Names that stand on two or more sheets whose tables have the same schema.
bool is_one_of_many(const std::vector<TableDraft>& drafts, const TableDraft& draft)
{
    std::set<std::string> sheets;
    for (const TableDraft& other : drafts) {
        if (!other.has_schema() || other.mapping.schema != draft.mapping.schema) continue;
        if (!is_generic_sheet_name(base::fold(other.sheet())) && is_like(draft, other)) sheets.insert(other.sheet());
    }
    return sheets.size() >= 2;
}

/// The field that the name of the sheet surely is, else nothing; `asks` when it may be one.
std::string field_of_name(const std::vector<TableDraft>& drafts, const TableDraft& draft, bool& asks)
{
    const std::string folded = base::fold(draft.sheet());
    const bool says_quarter = folded.starts_with("qpv ") || folded.starts_with("qp ") ||
                              folded.starts_with("quartier ") || is_quarter_code(draft.sheet());
    std::string quarter = lacking_territory(draft);
    if (says_quarter) return quarter;
    if (is_generic_sheet_name(folded) || !years_in(folded).empty() || !is_one_of_many(drafts, draft)) return {};
    std::string holder = lacking(draft, {"porteur", "operateur"});
    if (!holder.empty() && names_organisation(folded)) return holder;
    asks = !quarter.empty() && !holder.empty();
    return asks ? std::string() : quarter + holder; // at most one of them is there
}

/// « Refusés »: what was decided of the actions of the sheet, never their quarter. True when the name says that.
bool give_status(const TakeIn& take_in, const std::vector<TableDraft>& drafts, TableDraft& draft)
{
    const data::Term* const status = status_of_title(draft.sheet(), *take_in.options->domain);
    if (status == nullptr) return false;
    if (lacking(draft, {"statut"}).empty()) return true;
    if (!names_decided_rows(drafts, draft, *take_in.options->domain)) {
        take_in.say("BIL-546", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                    {"BIL-546", {draft.sheet(), "statut", status->id}});
        return true;
    }
    draft.given.push_back({"statut", status->id});
    take_in.say("BIL-298", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                {"BIL-298", {"statut", status->id, draft.sheet()}});
    return true;
}

void give_name(const TakeIn& take_in, const std::vector<TableDraft>& drafts, TableDraft& draft)
{
    if (give_status(take_in, drafts, draft)) return;
    bool asks = false;
    const std::string field = field_of_name(drafts, draft, asks);
    if (asks)
        take_in.say("BIL-299", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                    {"BIL-299", {"territoire, porteur", draft.sheet()}});
    const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) { return given.field == field; });
    if (field.empty() || is_given) return; // by a line above the table
    std::string name(base::trim(draft.sheet()));
    if (base::fold(name).starts_with("qpv ")) name = base::trim(std::string_view(name).substr(4));
    draft.given.push_back({field, name});
    take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                {"BIL-298", {field, name, draft.sheet()}});
}

} // namespace

std::optional<int> titled_year(std::string_view text)
{
    const std::set<int> years = years_in(base::fold(text));
    if (years.size() != 1) return std::nullopt;
    return *years.begin();
}

void give_values(const TakeIn& take_in, std::vector<TableDraft>& drafts)
{
    std::map<const SheetView*, Year> years;
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema()) continue;
        give_year(take_in, draft, years[draft.view]);
        give_captions(take_in, draft, lacking_territory(draft));
        give_titles(take_in, draft, lacking_territory(draft));
        give_name(take_in, drafts, draft);
    }
}

} // namespace bilan::intake
