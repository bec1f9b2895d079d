// SPDX-License-Identifier: MPL-2.0
#include "intake/header/match.hpp"

#include "base/text.hpp"
#include "intake/header/another_word.hpp"
#include "intake/header/bracketed.hpp"
#include "intake/header/collector.hpp"
#include "intake/header/context.hpp"
#include "intake/header/corrections.hpp"
#include "intake/header/families.hpp"
#include "intake/header/frame_words.hpp"
#include "intake/header/funders.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/state_purse.hpp"
#include "intake/header/two_names.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace bilan::intake {

bool is_excluded(const SchemaIndex& schema, std::size_t field, const HeaderColumn& column)
{
    const std::vector<std::string>& excluded = schema.excluded[field];
    if (excluded.empty()) return false;
    const std::size_t levels = column.words.size();
    const std::string below_group =
        levels < 2 ? std::string() : column.words[levels - 2].folded + " / " + column.leaf().folded;
    return std::any_of(excluded.begin(), excluded.end(), [&](const std::string& header) {
        return header == column.leaf().plain || header == column.leaf().folded || header == below_group;
    });
}

const data::Field* declared_with_year(const SchemaIndex& schema, const HeaderColumn& column)
{
    if (column.years.size() != 1) return nullptr;
    std::string joined;
    for (const std::string& level : column.levels) joined += (joined.empty() ? "" : " ") + level;
    joined = base::fold(joined);
    const std::string path = base::fold(column.path);
    const auto found = std::ranges::find_if(schema.schema->fields, [&](const data::Field& field) {
        return std::ranges::any_of(field.headers, [&](const std::string& spelling) {
            const std::string folded = base::fold(spelling);
            return folded == path || folded == joined;
        });
    });
    return found == schema.schema->fields.end() ? nullptr : &*found;
}

namespace {

enum class Fields : std::uint8_t {
    all,
    no_years, ///< « Participants » below « Année 2023 » are people
    numeric,
    counts
};

bool is_wanted(const data::Field& field, Fields wanted)
{
    if (wanted == Fields::no_years) return field.type != data::FieldType::year;
    if (wanted == Fields::counts) return field.type == data::FieldType::count;
    return wanted == Fields::all || data::is_numeric(field.type);
}

void put_terms(const SchemaIndex& schema, const Query& query, Collector& collector, double factor,
               Fields wanted = Fields::all)
{
    std::vector<std::uint32_t> meant = schema.without_core;
    for (const std::string& token : query.all)
        if (const auto found = schema.by_token.find(token); found != schema.by_token.end())
            meant.insert(meant.end(), found->second.begin(), found->second.end());
    std::ranges::sort(meant);
    meant.erase(std::unique(meant.begin(), meant.end()), meant.end());
    for (const std::uint32_t term : meant)
        if (is_wanted(schema.schema->fields[schema.terms[term].field], wanted))
            collector.put_term(schema.terms[term], query, factor);
}

/// « Total » under « Public touché », « Réalisé » under « Femmes »: the leaf says nothing, the group decides; and
/// « Nombre » is a number, whatever the group may be the name of.
void put_group_terms(const SchemaIndex& schema, const HeaderColumn& column, const Query& query, Collector& collector)
{
    const std::size_t leaf = column.words.size() - 1;
    if (leaf == 0) return;
    const bool is_whole = query.leaf_core.size() == 1 && query.leaf_core.front() == "ensemble"; // as « Total » is
    const bool says_nothing = query.leaf_core.empty() || is_whole;
    if (!says_nothing && !is_all_neutral(query.leaf_core, true)) return;
    const bool is_number = std::any_of(query.leaf.begin(), query.leaf.end(), is_number_word);
    const Fields wanted = !says_nothing        ? Fields::counts
                          : is_number          ? Fields::numeric
                          : query.leaf.empty() ? Fields::all
                                               : Fields::no_years;
    put_terms(schema, query_of(schema, column, leaf - 1), collector, 0.95, wanted);
}

void put_families(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column, Collector& collector)
{
    for (const data::FieldFamily& family : schema.schema->families)
        if (std::optional<FamilyHit> hit = read_family(lexicon, schema, family, column)) {
            if (collector.is_ruled_out(hit->field)) continue;
            // « Département » under « Satisfaction » is what the group asks about, not a place.
            const bool is_of_group = family.reader == "suffix" && hit->confidence >= 0.95;
            const bool is_settled = is_of_group && !collector.has_sure(family.prefix);
            base::Message reason{"BIL-272", {hit->field.label.french, column.path}};
            if (hit->is_planned) reason = {"BIL-827", {column.path, hit->field.id}};
            if (hit->is_named) reason = {"BIL-542", {column.path, hit->field.label.french, hit->field.id}};
            collector.put(std::move(hit->field), is_settled ? 1 : hit->confidence, std::move(reason),
                          hit->is_planned || hit->is_named);
        }
}

std::optional<Candidate> by_id(const SchemaIndex& schema, const HeaderColumn& column)
{
    std::vector<std::string> ids{column.code};
    // « Statut » is a label that looks like an id; `benef_total` can only be an id.
    for (const HeaderWords& words : column.words)
        if (words.plain.find('_') != std::string::npos) ids.push_back(words.plain);
    for (const std::string& id : ids) {
        if (id.empty()) continue;
        if (const data::Field* field = field_by_id(*schema.schema, id))
            return Candidate{FieldRef::in_schema(*field), 1, {"BIL-261", {id}}, false};
        for (const data::FieldFamily& family : schema.schema->families)
            if (id.starts_with(family.prefix) && id.size() > family.prefix.size() && id.find(' ') == std::string::npos)
                return Candidate{field_of_family(family, id.substr(family.prefix.size()), column.leaf().plain),
                                 1,
                                 {"BIL-261", {id}},
                                 false};
    }
    return std::nullopt;
}

std::vector<Candidate> match_as_it_is(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column,
                                      const HeaderSigns& signs)
{
    if (!column.has_header()) return {};
    if (std::optional<Candidate> known = by_id(schema, column)) return {std::move(*known)};
    if (const data::Field* field = column.leaf().tokens.empty() ? declared_with_year(schema, column) : nullptr)
        return {Candidate{FieldRef::in_schema(*field), known_path, {"BIL-262", {field->label.french}}, false}};
    Collector collector(signs, lexicon, schema, column);
    const std::size_t leaf = column.words.size() - 1;
    const Query query = query_of(schema, column, leaf);
    put_terms(schema, query, collector, 1);
    put_group_terms(schema, column, query, collector);
    put_families(lexicon, schema, column, collector);
    return collector.take();
}

/// « Total des produits » right of the columns of the last funder is that of all of them.
bool is_total_of_funders(const Lexicon& lexicon, const HeaderWords& group, const Candidate& leaf)
{
    constexpr double very_spelling = 0.97;
    return leaf.field->id == "total_produits" && leaf.confidence >= very_spelling &&
           (read_funder(lexicon, group) || !lexicon.named_funder(group).empty());
}

/// The leaf alone, where a group that only the lack of another cell carries this far speaks of something else, or only
/// spoils what the leaf says by itself (« Sorties par motif » over « DELD »). Empty: the group stands.
std::vector<Candidate> match_without_carried(const Lexicon& lexicon, const SchemaIndex& schema,
                                             const HeaderColumn& column, bool is_spoilt)
{
    const std::size_t levels = column.levels.size();
    if (levels < 2 || !column.carried[levels - 2]) return {};
    if (read_age_of_sex(column.words)) return {}; // « H » under « - de 26 ans » is not all the men
    HeaderColumn alone = column;
    alone.levels = {column.levels.back()};
    alone.words = {column.words.back()};
    alone.carried = {false};
    std::vector<Candidate> found = match_as_it_is(lexicon, schema, alone, HeaderSigns(lexicon, alone));
    if (found.empty() || found.front().confidence < 0.93) return {};
    const HeaderWords& group = column.words[levels - 2];
    if (names_credits(group) && RuledOut(column).holds(*found.front().field, {})) return {};
    const std::vector<std::string>& leaf = column.leaf().tokens;
    const bool is_sex = leaf.size() == 1 && names_sex(leaf.front());
    if (is_sex && is_unheard_people(schema, group)) return {};
    const bool is_over =
        ends_before(lexicon, schema, group, *found.front().field) || is_total_of_funders(lexicon, group, found.front());
    const bool counts = found.front().field->type == data::FieldType::count; // money under a name is that name's
    // « F » under « Entrées » counts women among those who came in, however far the title reaches; « Emplois francs »
    // says by itself what it is.
    const std::optional<Candidate> above = measure_above(lexicon, schema, column);
    const bool is_part_of_other =
        counts && is_restriction(column.leaf()) && above && above->field->type == data::FieldType::count &&
        !found.front().field->parent.empty() && above->field->id != found.front().field->parent &&
        above->field->id != found.front().field->id && above->field->parent != found.front().field->parent;
    const data::FieldFamily* const family = schema.schema->family_of(found.front().field->id);
    const bool is_age = family != nullptr && family->reader.starts_with("age_band");
    if (is_part_of_other || (is_age && is_below_others(column))) return {};
    // « Garçons » beside « Filles » under « Enfants » are no more all the men than those are all the women.
    if (!is_over && (!is_spoilt || !counts || is_sex || is_restriction(group))) return {};
    for (Candidate& candidate : found) candidate.confidence *= 0.95;
    return found;
}

} // namespace

namespace {

/// « Dem. » and « Acc. » below « Région », or above it, which alone may be anything: what was asked of it and granted.
std::optional<HeaderColumn> with_stage_in_full(const Lexicon& lexicon, const HeaderColumn& column)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> stages{{{"dem", "Demandé"},
                                                                                   {"demand", "Demandé"},
                                                                                   {"soll", "Sollicité"},
                                                                                   {"acc", "Accordé"},
                                                                                   {"accord", "Accordé"},
                                                                                   {"attr", "Attribué"},
                                                                                   {"notif", "Notifié"}}};
    if (column.words.size() < 2) return std::nullopt;
    const std::size_t leaf = column.words.size() - 1;
    for (const std::size_t level : {leaf, leaf - 1}) { // above the funder or below
        const auto stage =
            std::ranges::find_if(stages, [&](const auto& one) { return one.first == column.words[level].folded; });
        const HeaderWords& who = column.words[level == leaf ? leaf - 1 : leaf];
        if (stage == stages.end() || (!read_funder(lexicon, who) && lexicon.named_funder(who).empty())) continue;
        HeaderColumn full = column;
        full.words[level] = read_header(stage->second);
        return full;
    }
    return std::nullopt;
}

/// « Cofinancements - Région », « Niveau de formation - V »: a group and what stands below it, written into one cell.
/// Empty where the first part heads no such columns, or the whole is no sure path.
std::vector<Candidate> match_as_written_path(const Lexicon& lexicon, const SchemaIndex& schema,
                                             const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 15> headings{
        "cofinancement", "financement", "financeur", "cofinanceur",  "niveau",    "tranche", "age", "suite",
        "parcour",       "parcours",    "issue",     "localisation", "typologie", "profil",  "plan"};
    if (column.words.size() != 1) return {};
    const HeaderColumn levels = as_two_levels(column);
    if (levels.words.size() != 2 || read_funder(lexicon, levels.words.front())) return {};
    const bool is_heading = std::ranges::any_of(levels.words.front().tokens, [&](const std::string& token) {
        return std::ranges::find(headings, token) != headings.end();
    });
    std::vector<Candidate> found = is_heading ? match(lexicon, schema, levels) : std::vector<Candidate>();
    for (Candidate& candidate : found) candidate.confidence *= 0.95;
    if (found.empty() || found.front().confidence < sure) return {};
    return found;
}

/// « Dénomination de l'offre », « Intitulé du contrat »: what offices call a name, where the schema says « Nom » or
/// another one of these words. Only names in texts.
std::vector<Candidate> match_named(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 6> names{"nom",          "intitule",    "libelle",
                                                    "denomination", "designation", "titre"};
    const std::string folded = base::fold(column.levels.back());
    const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
    const bool is_named = std::ranges::find(names, first) != names.end() && first.size() < folded.size() &&
                          column.content.is_mostly(column.content.texts);
    for (const std::string_view name : names) {
        if (!is_named || name == first) continue;
        HeaderColumn other = column;
        other.levels.back() = std::string(name) + folded.substr(first.size());
        other.words.back() = read_header(other.levels.back());
        std::vector<Candidate> found = match_as_it_is(lexicon, schema, other, HeaderSigns(lexicon, other));
        const bool is_name =
            !found.empty() && found.front().confidence >= 0.9 && found.front().field->type == data::FieldType::text;
        if (is_name) return found;
    }
    return {};
}

/// « Budget alloué au conseil », read as « Budget » and said. Empty where the rest is not surely a field.
std::vector<Candidate> match_without_frame(const Lexicon& lexicon, const SchemaIndex& schema,
                                           const HeaderColumn& column)
{
    constexpr double said = 0.82;
    if (!column.has_header()) return {};
    std::vector<Candidate> found;
    std::vector<Candidate> of_rest;
    std::string matched; ///< the header that these are of: mostly the same for names and for numbers
    for (const Frame frame : {Frame::of_names, Frame::of_numbers}) {
        const std::optional<HeaderColumn> rest = without_frame(schema, column, frame);
        if (!rest) continue;
        if (rest->levels.back() != matched) of_rest = match(lexicon, schema, *rest);
        if (of_rest.empty() || of_rest.front().confidence < sure) of_rest = match_named(lexicon, schema, *rest);
        matched = rest->levels.back();
        for (const Candidate& candidate : of_rest)
            if (data::is_numeric(candidate.field->type) == (frame == Frame::of_numbers)) found.push_back(candidate);
    }
    if (found.empty() || found.front().confidence < sure) found = match_named(lexicon, schema, column);
    std::erase_if(found, [](const Candidate& one) { return one.confidence < sure; });
    for (Candidate& candidate : found) {
        candidate.confidence = std::min(candidate.confidence, said);
        candidate.reason = {"BIL-040", {column.levels.back(), candidate.field->label.french}};
        candidate.is_doubtful = true;
    }
    return found;
}

} // namespace

std::vector<Candidate> match(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    return match(lexicon, schema, column, HeaderSigns(lexicon, column));
}

std::vector<Candidate> match(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column,
                             const HeaderSigns& signs)
{
    if (const std::optional<HeaderColumn> full = with_stage_in_full(lexicon, column))
        return match(lexicon, schema, *full);
    std::vector<Candidate> as_it_is = match_as_it_is(lexicon, schema, column, signs);
    // « Dépenses / Actions » is a spelling of its own: the group reaches this column.
    if (!as_it_is.empty() && as_it_is.front().confidence >= known_path) return as_it_is;
    const bool is_spoilt = as_it_is.empty() || as_it_is.front().confidence < sure;
    std::vector<Candidate> alone = match_without_carried(lexicon, schema, column, is_spoilt);
    if (alone.empty() && is_spoilt) alone = match_as_written_path(lexicon, schema, column);
    if (alone.empty() && is_spoilt)
        if (const std::optional<HeaderColumn> open = with_brackets_opened(column))
            alone = match(lexicon, schema, *open);
    constexpr double some_words = 0.9; // a spelling that holds both names is surer
    if (alone.empty() && (as_it_is.empty() || as_it_is.front().confidence < some_words))
        alone = match_two_names(lexicon, schema, column);
    if (alone.empty() && is_spoilt) alone = match_without_frame(lexicon, schema, column);
    return alone.empty() ? as_it_is : alone;
}

std::vector<Candidate> match_near(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (!column.has_header() || column.content.filled == 0) return {};
    HeaderColumn corrected = column;
    const Correction correction = correct_words(schema, corrected.words.back());
    if (correction == Correction::none) return {};
    if (may_be_another_word(column.levels.back(), column.words.back(), corrected.words.back())) return {};
    const double most = correction == Correction::certain ? 0.8 : 0.6;
    std::vector<Candidate> found = match(lexicon, schema, corrected);
    for (Candidate& candidate : found) {
        if (candidate.confidence < sure) continue;
        candidate.confidence = std::min(candidate.confidence, most);
        candidate.reason = {"BIL-265", {column.levels.back(), candidate.field->label.french}};
    }
    return found;
}

} // namespace bilan::intake
