// SPDX-License-Identifier: MPL-2.0
#include "intake/schema_choice.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/header/line_numbers.hpp"
#include "intake/header/measures.hpp"
#include "intake/own_form.hpp"
#include "intake/shape/captions.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::uint32_t many_columns = 12; ///< of which few are understood: another schema, or another kind of file
constexpr double hint_weight = 0.25;
constexpr std::size_t most_hints = 2;
constexpr double named_scheme = 1.0;  ///< as much as a header that no other schema knows
constexpr double known_header = 0.97; ///< that a schema has it as its label says no more of the table
constexpr double close_call = 0.97;   ///< of the best score: another schema would do almost as well

struct Choice {
    Mapping mapping;
    double score = 0;
};

/// What the names of the file and the sheet and the titles say, folded.
std::string words_around(const TakeIn& take_in, const TableDraft& draft)
{
    std::string around = base::fold(take_in.reading->file) + ' ' + base::fold(draft.sheet());
    std::set<std::string> captions; // « Opérateur : Mission locale » says whose the rows are, not what
    for (const Caption& caption : captions_above(*draft.view, draft.block)) {
        captions.insert(caption.label + ' ' + caption.value);
        around += ' ' + base::fold(caption.label);
    }
    for (const std::string& title : draft.titles)
        if (caption_of(title).label.empty() && !captions.contains(title)) around += ' ' + base::fold(title);
    for (const HeaderColumn& header : draft.headers) // « Subvention VVV » names a scheme as a title does
        for (const HeaderWords& words : header.words)
            if (std::ranges::count(words.tokens, "vvv") > 0) around += " vvv";
    return around;
}

double hints(const std::string& around, const data::Schema& schema)
{
    std::size_t found = 0;
    for (const std::string& hint : schema.hints)
        if (around.find(base::fold(hint)) != std::string::npos) ++found;
    return hint_weight * static_cast<double>(std::min(found, most_hints));
}

/// A column of those below sixteen, as « 12-15 ans », or the name of the scheme for holidays: nobody there comes for a
/// job.
double against_jobs(const std::string& around, const Choice& choice)
{
    constexpr std::string_view band = "age_";
    constexpr int first_of_work = 16;
    if (choice.mapping.schema->schema->field("nb_entrees") == nullptr) return 0;
    const auto is_said = [&](std::string_view scheme) {
        const std::size_t at = around.find(scheme);
        const auto is_letter = [&](std::size_t place) {
            return place < around.size() && around[place] >= 'a' && around[place] <= 'z';
        };
        return at != std::string::npos && !(at > 0 && is_letter(at - 1)) && !is_letter(at + scheme.size());
    };
    const bool is_of_holidays = is_said("vvv") || is_said("ville vie vacances");
    const bool has_children = std::ranges::any_of(choice.mapping.columns, [&](const MappedColumn& column) {
        if (!is_read(column.outcome) || !column.field->id.starts_with(band)) return false;
        const std::string_view high = std::string_view(column.field->id).substr(column.field->id.rfind('_') + 1);
        const auto age = base::parse_integer(high);
        return age && *age < first_of_work;
    });
    if (is_of_holidays) return named_scheme;
    return has_children ? hint_weight * static_cast<double>(most_hints) : 0;
}

bool fits(const Mapping& mapping, bool asked_for)
{
    if (mapping.mapped + (mapping.contested > 0 ? 1 : 0) < 2) return false;
    const double share =
        static_cast<double>(mapping.mapped + mapping.contested) / std::max(1.0, static_cast<double>(mapping.titled));
    return mapping.mapped >= 4 || share >= (asked_for ? 0.25 : 0.34);
}

/// A header that few schemas know speaks for them; one that all of them know speaks for none.
void weigh(std::vector<Choice>& choices, std::size_t columns)
{
    const auto others = static_cast<double>(choices.size() - 1);
    std::vector<std::size_t> readers(columns, 0);
    for (const Choice& choice : choices)
        for (std::size_t at = 0; at < columns; ++at)
            if (is_read(choice.mapping.columns[at].outcome)) ++readers[at];
    for (Choice& choice : choices) {
        choice.mapping.score = 0;
        std::set<std::string_view> fields; // a list spread over many columns is one field
        for (std::size_t at = 0; at < columns; ++at) {
            const MappedColumn& column = choice.mapping.columns[at];
            if (!is_read(column.outcome) || !fields.insert(column.field->id).second) continue;
            const double distinct = others > 0 ? 1 - static_cast<double>(readers[at] - 1) / others : 1;
            choice.mapping.score += std::min(column.confidence, known_header) * (0.3 + 0.7 * distinct);
        }
    }
}

/// All measures of the table, three at least, are those that the schema is about: amounts of more than one funder, for
/// what P147 was asked for and gave is as much an action's.
bool is_made_for(const Mapping& mapping)
{
    constexpr std::size_t least = 3;
    constexpr std::string_view asked = "_demande";
    std::size_t measures = 0;
    std::set<std::string_view> funders;
    for (const MappedColumn& column : mapping.columns) {
        if (!is_read(column.outcome) || !is_measure(*column.field)) continue;
        const std::vector<std::string>& made_of = mapping.schema->schema->made_of;
        const bool is_own = std::any_of(made_of.begin(), made_of.end(), [&](const std::string& prefix) {
            return column.field->id.starts_with(prefix);
        });
        if (!is_own) return false;
        ++measures;
        std::string_view funder = column.field->id;
        if (funder.ends_with(asked)) funder.remove_suffix(asked.size());
        if (funder.starts_with("fin_")) funders.insert(funder);
    }
    return measures >= least && funders.size() > 1;
}

/// Of schemas that understand a table almost as well, the one that was made for just this. A « programmation » is of
/// actions, also where nothing but funders stands beside them, if it is read as well.
void prefer_the_narrower(std::vector<Choice>& choices, const TableDraft& draft)
{
    const auto narrower = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
        return choice.mapping.score > choices.front().mapping.score * close_call && is_made_for(choice.mapping);
    });
    if (narrower == choices.end()) return;
    const bool is_programming = std::ranges::any_of(draft.titles, [](const std::string& title) {
        return base::fold(title).find("programmation") != std::string::npos;
    });
    const Mapping& first = choices.front().mapping;
    if (is_programming && first.schema->schema->id == "action" && first.mapped >= narrower->mapping.mapped) return;
    std::rotate(choices.begin(), narrower, narrower + 1);
}

/// Of schemas that understand a table almost as well, one that reads its figures before one that reads none of them.
void prefer_the_measured(std::vector<Choice>& choices)
{
    const auto reads_figures = [](const Choice& choice) {
        return std::ranges::any_of(choice.mapping.columns, [](const MappedColumn& column) {
            return is_read(column.outcome) && is_measure(*column.field);
        });
    };
    if (reads_figures(choices.front())) return;
    const auto measured = std::ranges::find_if(choices, [&](const Choice& choice) {
        return choice.score > choices.front().score * close_call && reads_figures(choice);
    });
    if (measured != choices.end()) std::rotate(choices.begin(), measured, measured + 1);
}

/// Of schemas that understand a table almost as well, one that reads what its rows are called: « Offre de services »
/// names an offer, and is but a kind of offer in a table of employment.
void prefer_the_titled(std::vector<Choice>& choices)
{
    const auto reads_title = [](const Choice& choice) {
        const std::vector<data::Field>& fields = choice.mapping.schema->schema->fields;
        const auto title = std::ranges::find_if(fields, [](const data::Field& field) {
            return field.type == data::FieldType::text && names_record(field);
        });
        return title == fields.end() || choice.mapping.has(title->id);
    };
    if (reads_title(choices.front())) return;
    const auto titled = std::ranges::find_if(choices, [&](const Choice& choice) {
        return choice.score > choices.front().score * close_call && reads_title(choice);
    });
    if (titled != choices.end()) std::rotate(choices.begin(), titled, titled + 1);
}

/// How near a schema of the user's own is to the one that fits best.
enum class OwnSchema : std::uint8_t { none, chosen, likely, possible };

/// A campaign or report that describes a table itself means its own tables: where one has every field that the schema
/// cannot do without, the schema comes first, though another may read more of the columns. Where no word around the
/// table names it and another reads much more, that is a question.
OwnSchema prefer_the_own(std::vector<Choice>& choices, const std::string& around)
{
    constexpr double not_far = 0.8;
    const auto is_own = [](const Choice& choice) {
        const std::vector<std::string>& needed = choice.mapping.schema->schema->must_have;
        return !needed.empty() && fits(choice.mapping, true) &&
               std::ranges::all_of(needed, [&](const std::string& field) { return choice.mapping.has(field); });
    };
    const auto own = std::ranges::find_if(choices, is_own);
    if (own == choices.end() || own == choices.begin()) return OwnSchema::none;
    if (is_own(choices.front())) return OwnSchema::none; // two of the user's own: the better one
    const bool is_named = hints(around, *own->mapping.schema->schema) > 0;
    const bool is_near = own->score > choices.front().score * not_far;
    if (!is_named && !is_near) {
        std::rotate(choices.begin() + 1, own, own + 1);
        return OwnSchema::possible;
    }
    std::rotate(choices.begin(), own, own + 1);
    return is_named ? OwnSchema::chosen : OwnSchema::likely;
}

/// How many columns of numbers a schema has no place for.
std::size_t unread_numbers(const Choice& choice, const std::vector<HeaderColumn>& headers)
{
    std::size_t unread = 0;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const Outcome outcome = choice.mapping.columns[at].outcome;
        const bool is_open = outcome == Outcome::question || outcome == Outcome::contradicted ||
                             outcome == Outcome::unknown || outcome == Outcome::duplicate;
        const ContentProfile& content = headers[at].content;
        const bool is_figure = content.is_mostly(content.numbers) && !is_line_number(headers[at]);
        if (is_open && headers[at].has_header() && is_figure) ++unread;
    }
    return unread;
}

/// « Prévisionnel » and « Réalisé » below each funder: of schemas not far from each other, the one that reads all
/// figures before one that leaves several of them to be asked about.
void prefer_the_complete(std::vector<Choice>& choices, const std::vector<HeaderColumn>& headers)
{
    constexpr double not_far = 0.8;
    constexpr std::size_t several = 2;
    if (unread_numbers(choices.front(), headers) < several) return;
    const auto complete = std::ranges::find_if(choices, [&](const Choice& choice) {
        return choice.score > choices.front().score * not_far && unread_numbers(choice, headers) == 0;
    });
    if (complete != choices.end()) std::rotate(choices.begin(), complete, complete + 1);
}

/// What `column` is to one schema is no more to the other.
bool reads_as_well(const MappedColumn& one, const MappedColumn& other)
{
    constexpr double slip = 0.05; // one of them has the header as it is written, the other one as it is meant
    return !is_read(other.outcome) || (is_read(one.outcome) && one.confidence >= other.confidence - slip);
}

/// Employment and funding are kinds of actions. A table of actions of which such a schema reads nothing that the
/// actions of the contract do not hold as well is one of those: the name of a sheet, « Emploi », may be that of a
/// pillar. Returns true when it came to the front and nothing but the spelling of headers had spoken for the other.
bool prefer_the_general(std::vector<Choice>& choices)
{
    constexpr std::string_view general = "action";
    constexpr std::array<std::string_view, 2> kinds{"emploi", "financement"};
    const auto is_kind = [&](const Choice& choice) {
        return std::ranges::find(kinds, choice.mapping.schema->schema->id) != kinds.end();
    };
    const auto actions = std::ranges::find_if(
        choices, [&](const Choice& choice) { return choice.mapping.schema->schema->id == general; });
    if (actions == choices.end() || !actions->mapping.has("intitule")) return false;
    const auto says_as_much = [&](const Choice& other) {
        const std::vector<MappedColumn>& own = actions->mapping.columns;
        for (std::size_t at = 0; at < own.size(); ++at)
            if (!reads_as_well(own[at], other.mapping.columns[at])) return false;
        return true;
    };
    if (actions != choices.begin()) {
        const Choice& first = choices.front();
        if (!is_kind(first) || is_made_for(first.mapping) || !says_as_much(first)) return false;
        std::rotate(choices.begin(), actions, actions + 1);
    } else if (choices.size() < 2 || !is_kind(choices[1]) || !says_as_much(choices[1])) {
        return false;
    }
    return choices[1].score - choices[1].mapping.score < hint_weight / 2;
}

/// A table of funders by column, of which nothing is read that the actions of the contract have no place for: it may be
/// the plan of each action as well, whose P147 has another name there.
bool may_be_actions(const std::vector<Choice>& choices)
{
    const Mapping& first = choices.front().mapping;
    const auto actions = std::ranges::find_if(
        choices, [](const Choice& choice) { return choice.mapping.schema->schema->id == "action"; });
    const bool is_plan = first.schema->schema->id == "financement" && is_made_for(first);
    if (!is_plan || actions == choices.end() || !actions->mapping.has("intitule")) return false;
    for (std::size_t at = 0; at < first.columns.size(); ++at)
        if (is_read(first.columns[at].outcome) && !is_read(actions->mapping.columns[at].outcome)) return false;
    return true;
}

std::string names_of_schemas(const Lexicon& lexicon)
{
    std::vector<std::string> names;
    for (const SchemaIndex& schema : lexicon.schemas()) names.push_back(schema.schema->id);
    return base::join(names, ", ");
}

} // namespace

void choose_schema(const TakeIn& take_in, const MappingInput& input, TableDraft& draft)
{
    std::vector<Choice> choices;
    const std::string wanted = wanted_schema(take_in, draft);
    for (const SchemaIndex& schema : take_in.lexicon->schemas())
        if (wanted.empty() || schema.schema->id == wanted) choices.push_back({map_columns(input, schema), 0});
    if (choices.empty()) return;
    weigh(choices, draft.headers.size());
    const std::string around = words_around(take_in, draft);
    for (Choice& choice : choices)
        choice.score =
            choice.mapping.score + hints(around, *choice.mapping.schema->schema) - against_jobs(around, choice);
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& left, const Choice& right) { return left.score > right.score; });
    prefer_the_narrower(choices, draft);
    prefer_the_measured(choices);
    prefer_the_complete(choices, draft.headers);
    prefer_the_titled(choices);
    const bool is_general = prefer_the_general(choices);
    const OwnSchema own = prefer_the_own(choices, around);
    const bool is_plan_of_actions = may_be_actions(choices);
    Mapping best = std::move(choices.front().mapping);
    ask_about_the_rest(input, best);
    if (!fits(best, !wanted.empty() || own == OwnSchema::chosen || own == OwnSchema::likely)) {
        draft.schema_reason =
            wanted.empty()
                ? base::Message{"BIL-277", {names_of_schemas(*take_in.lexicon)}}
                : base::Message{"BIL-843", {wanted, std::to_string(best.mapped), std::to_string(best.titled)}};
        return;
    }
    const bool is_close = !is_general && choices.size() > 1 && choices[1].score > choices.front().score * close_call &&
                          fits(choices[1].mapping, false);
    const bool is_doubtful = own == OwnSchema::none ? is_close : own != OwnSchema::chosen;
    draft.confidence =
        best.mapped >= best.titled ? 1.0 : static_cast<double>(best.mapped) / static_cast<double>(best.titled);
    const std::string& name = best.schema->schema->id;
    draft.schema_reason = {"BIL-275", {name, std::to_string(best.mapped), std::to_string(best.titled)}};
    if (is_doubtful || is_plan_of_actions) {
        draft.confidence = std::min(draft.confidence, 0.5);
        draft.schema_reason = {"BIL-278",
                               {name, is_plan_of_actions ? "action" : choices[1].mapping.schema->schema->id}};
    } else if (best.titled >= many_columns && best.mapped * 4 < best.titled) {
        draft.schema_reason = {
            "BIL-592",
            {name, std::to_string(best.mapped), std::to_string(best.titled), names_of_schemas(*take_in.lexicon)}};
    }
    draft.mapping = std::move(best);
}

} // namespace bilan::intake
