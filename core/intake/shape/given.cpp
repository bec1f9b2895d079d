// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/given.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/shape/captions.hpp"
#include "intake/shape/header_years.hpp"
#include "intake/shape/place_title.hpp"
#include "intake/shape/sheet_name.hpp"
#include "intake/shape/sheet_subject.hpp"
#include "intake/shape/status_title.hpp"
#include "intake/shape/title_years.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <set>

namespace bilan::intake {

namespace {

void give_year(const TakeIn& take_in, TableDraft& draft, TitledYear& above)
{
    const TitledYear found = year_of(draft, above);
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
    } else if (!found.doubted.empty()) {
        take_in.say("BIL-299", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                    {"BIL-299", {"exercice", quoted(found.doubted)}});
    } else if (const auto dated = year_of_headers(draft); dated && !take_in.options->year) {
        draft.year = dated->year;
        draft.given.push_back({"exercice", std::to_string(dated->year)});
        take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                    {"BIL-298", {"exercice", std::to_string(dated->year), quoted(dated->said)}});
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

bool says_quarter(const std::string& token)
{
    return token == "quartier" || token == "qpv" || token == "qp";
}

/// « Quartiers couverts », which no field answers to: the table says its quarters itself, as a person will read them.
bool has_unread_quarters(const TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const Outcome outcome = draft.mapping.columns[at].outcome;
        if (outcome != Outcome::unknown && outcome != Outcome::question) continue;
        const HeaderColumn& header = draft.headers[at];
        if (!header.has_header() || !header.content.is_mostly(header.content.texts)) continue;
        if (std::ranges::any_of(header.leaf().tokens, says_quarter)) return true;
    }
    return false;
}

std::string lacking_territory(const TableDraft& draft)
{
    // Columns that are perhaps quarters: the answer is awaited, not taken from elsewhere.
    const bool is_asked =
        std::any_of(draft.mapping.columns.begin(), draft.mapping.columns.end(), [](const MappedColumn& column) {
            return column.outcome == Outcome::question && column.reason.code == "BIL-825";
        });
    const data::Field* const field = territory_field(*draft.mapping.schema->schema);
    if (field != nullptr && !draft.mapping.has(field->id) && has_unread_quarters(draft)) return {};
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

bool is_known_quarter(const TakeIn& take_in, const TableDraft& draft)
{
    const Reference* const reference = take_in.options->reference;
    return is_quarter_code(draft.sheet()) || (reference != nullptr && reference->names_quarter(draft.sheet()));
}

/// « Cohésion sociale »: the pillar of the actions of the sheet. True when the name says that.
bool give_pillar(const TakeIn& take_in, const std::vector<TableDraft>& drafts, TableDraft& draft)
{
    const data::Term* const pillar = pillar_of_sheet(draft.sheet(), *take_in.options->domain);
    if (pillar == nullptr) return false;
    if (lacking(draft, {"pilier"}).empty() || !is_one_of_many(drafts, draft)) return true;
    draft.given.push_back({"pilier", pillar->id});
    take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                {"BIL-298", {"pilier", pillar->id, draft.sheet()}});
    return true;
}

/// The field that the name of the sheet surely is, else nothing; `asks` when it may be one.
std::string field_of_name(const TakeIn& take_in, const std::vector<TableDraft>& drafts, const TableDraft& draft,
                          bool& asks)
{
    const std::string folded = base::fold(draft.sheet());
    const bool opens_like_one =
        folded.starts_with("qpv ") || folded.starts_with("qp ") || folded.starts_with("quartier ");
    const bool is_quarter = (opens_like_one && !names_no_quarter(std::string_view(folded).substr(folded.find(' ')))) ||
                            is_quarter_code(draft.sheet());
    std::string quarter = lacking_territory(draft);
    if (is_quarter) return quarter;
    if (is_generic_sheet_name(folded) || !years_in(folded).empty() || !is_one_of_many(drafts, draft)) return {};
    std::string holder = lacking(draft, {"porteur", "operateur"});
    if (!holder.empty() && names_organisation(folded)) return holder;
    const bool is_known = is_known_quarter(take_in, draft);
    if (!is_known && names_no_place(draft.sheet(), *take_in.options->domain)) return {};
    const bool is_like_a_place = is_known || draft.sheet().find_first_of("0123456789") == std::string::npos;
    asks = !quarter.empty() &&
           (!holder.empty() || !is_like_a_place || (names_organisation(folded) && !folded.starts_with("centre")));
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
    if (give_status(take_in, drafts, draft) || give_pillar(take_in, drafts, draft)) return;
    bool asks = false;
    const std::string field = field_of_name(take_in, drafts, draft, asks);
    const std::string fields = lacking(draft, {"porteur", "operateur"}).empty() ? "territoire" : "territoire, porteur";
    if (asks)
        take_in.say("BIL-299", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                    {"BIL-299", {fields, draft.sheet()}});
    const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) { return given.field == field; });
    if (field.empty() || is_given) return; // by a line above the table
    std::string name(base::trim(draft.sheet()));
    if (base::fold(name).starts_with("qpv ")) name = base::trim(std::string_view(name).substr(4));
    draft.given.push_back({field, name});
    // What no list knows and no word calls a quarter is worth a look: it becomes the place of every row.
    const bool is_sure = field == "porteur" || field == "operateur" || base::fold(draft.sheet()).starts_with("q") ||
                         is_known_quarter(take_in, draft);
    take_in.say("BIL-298", is_sure ? data::Severity::information : data::Severity::alert, take_in.place(*draft.view),
                Done::kept, {"BIL-298", {field, name, draft.sheet()}});
}

bool repeats_header_of(const TableDraft& draft, const TableDraft& above)
{
    return draft.view == above.view && above.block.first_row < draft.block.first_row &&
           std::ranges::equal(draft.headers, above.headers, {}, &HeaderColumn::path, &HeaderColumn::path);
}

} // namespace

void give_values(const TakeIn& take_in, std::vector<TableDraft>& drafts)
{
    std::map<const SheetView*, TitledYear> years;
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema()) continue;
        const bool is_first_of_sheet = !years.contains(draft.view);
        give_year(take_in, draft, years[draft.view]);
        give_captions(take_in, draft, lacking_territory(draft));
        const bool is_repeated =
            std::ranges::any_of(drafts, [&](const TableDraft& other) { return repeats_header_of(draft, other); });
        const TablePlace place = is_first_of_sheet ? TablePlace::first
                                 : is_repeated     ? TablePlace::repeated
                                                   : TablePlace::later;
        give_titles(take_in, draft, lacking_territory(draft), place);
        give_name(take_in, drafts, draft);
        if (is_first_of_sheet) say_figures_above(take_in, draft);
    }
}

} // namespace bilan::intake
