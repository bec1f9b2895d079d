// SPDX-License-Identifier: MPL-2.0
#include "intake/header/match.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/fit.hpp"
#include "intake/header/funders.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/near.hpp"
#include "intake/header/ruled_out.hpp"
#include "intake/header/state_purse.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double least_confidence = 0.4;

} // namespace

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

namespace {

/// No word of the header itself is one of the term's: the group above says it all.
bool is_by_group(const Query& query, const Term& term)
{
    return !query.leaf.empty() && !query.groups.empty() &&
           std::ranges::none_of(
               term.tokens, [&](const std::string& token) { return std::ranges::binary_search(query.leaf, token); });
}

/// « Part RSA »; « Part. RSA » are participants.
bool says_part(const HeaderWords& leaf)
{
    return leaf.folded.starts_with("part ") || leaf.folded.starts_with("parts ");
}

class Collector {
public:
    Collector(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
        : schema_(&schema), column_(&column), other_funder_(is_under_other_funder(lexicon, column)),
          is_funder_(is_funder_among_amounts(lexicon, column)),
          is_foreign_amount_(is_amount_under_unheard_group(lexicon, schema, column)),
          is_share_(column.has_header() && says_part(column.leaf())),
          is_other_purse_(column.has_header() &&
                          (is_other_purse(lexicon, column.leaf()) || names_unknown_purse(lexicon, column.leaf()))),
          is_age_of_sex_(column.has_header() && read_age_of_sex(column.words).has_value()), ruled_out_(column)
    {
    }

    void put(const data::Field& field, double confidence, base::Message reason, bool is_doubtful = false)
    {
        const double compatible = compatibility(column_->content, field);
        if (confidence * compatible < least_confidence) return;
        Candidate candidate{field, confidence * compatible, std::move(reason), compatible < sure && confidence >= sure,
                            is_doubtful};
        const auto same = std::find_if(found_.begin(), found_.end(),
                                       [&](const Candidate& other) { return other.field.id == field.id; });
        if (same == found_.end()) {
            found_.push_back(std::move(candidate));
        } else if (candidate.confidence > same->confidence) {
            *same = std::move(candidate);
        }
    }
    void put_term(const Term& term, const Query& query, double factor)
    {
        const data::Field& field = schema_->schema->fields[term.field];
        const bool counts = field.type == data::FieldType::count || field.type == data::FieldType::euro;
        if (counts && query.is_rate && !term.is_rate) return;
        // « Part DELD » is no number of people; « Part État » is an amount.
        if (field.type == data::FieldType::count && is_share_ && !schema_->field_tokens[term.field].contains("part"))
            return;
        // « - de 26 ans » over « F » is not all the women, nor « G » below it a score.
        if (is_age_of_sex_ && term.text.find_first_of("0123456789") == std::string::npos) return;
        // « Participants » below « Programmation 2023 » are people, whatever year they are of.
        if (field.type == data::FieldType::year && is_by_group(query, term)) return;
        const Fit how = fit(query, term, field.type == data::FieldType::count);
        if (how.confidence <= 0 || ruled_out_.holds(field, schema_->field_tokens[term.field]) ||
            is_excluded(*schema_, term.field, *column_))
            return;
        // « Abandons » is no « % d'abandon »: a rate must be called one, or look like one.
        const bool is_number = field.type == data::FieldType::rate || field.type == data::FieldType::number;
        if (is_number && term.is_rate && !query.is_rate) return;
        // « Taux de réalisation » is not what was reached, nor the status; « % QPV » names no quarter.
        const bool is_of_another_kind = field.type == data::FieldType::number ||
                                        field.type == data::FieldType::choice ||
                                        field.type == data::FieldType::choices || field.type == data::FieldType::code;
        if (is_of_another_kind && column_->leaf().is_rate && !term.is_rate) return;
        double context = context_factor(*schema_, *column_, term, query.above);
        const bool is_euro = field.type == data::FieldType::euro;
        if ((other_funder_ && is_euro) || (is_funder_ && !is_euro)) context *= 0.5;
        if (is_foreign_amount_ && is_euro) context *= 0.7;
        if (is_other_purse_ && field.id.ends_with("_p147")) context *= 0.7;
        if (is_euro && is_of_another_stage(column_->leaf(), schema_->field_tokens[term.field])) context *= 0.5;
        const double confidence = how.confidence * context * factor;
        if (confidence < least_confidence) return;
        put(field, confidence, {std::string(how.code), {term.text, column_->path}});
    }
    /// A field of a family: it has no spellings of its own but its label's.
    [[nodiscard]] bool is_ruled_out(const data::Field& field) const
    {
        return field.type == data::FieldType::count && (is_share_ || ruled_out_.holds(field, {}));
    }
    /// A field of the schema itself that bears the prefix of a family is surely meant.
    [[nodiscard]] bool has_sure(std::string_view prefix) const
    {
        return std::any_of(found_.begin(), found_.end(), [&](const Candidate& candidate) {
            return candidate.confidence >= sure && candidate.field.id.starts_with(prefix);
        });
    }
    std::vector<Candidate> take()
    {
        std::stable_sort(found_.begin(), found_.end(), [](const Candidate& left, const Candidate& right) {
            return left.confidence > right.confidence;
        });
        return std::move(found_);
    }

private:
    const SchemaIndex* schema_;
    const HeaderColumn* column_;
    bool other_funder_;      ///< the group is a funder that is not the State's own programme
    bool is_funder_;         ///< « Ville » under « Financeurs » is no place
    bool is_foreign_amount_; ///< « Accordé » under a name that nobody knows may be anybody's money
    bool is_share_ = false;  ///< « Part … »: of something, whatever it is
    bool is_other_purse_;    ///< « Etat (DRAC) », « Etat (ABCD) »: not surely the programme for the quarters
    bool is_age_of_sex_;     ///< women or men of an age: no field of all of them is meant
    RuledOut ruled_out_;
    std::vector<Candidate> found_;
};

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
    std::vector<bool> meant(schema.terms.size());
    for (const std::uint32_t term : schema.without_core) meant[term] = true;
    for (const std::string& token : query.all)
        if (const auto found = schema.by_token.find(token); found != schema.by_token.end())
            for (const std::uint32_t term : found->second) meant[term] = true;
    for (std::size_t term = 0; term < meant.size(); ++term)
        if (meant[term] && is_wanted(schema.schema->fields[schema.terms[term].field], wanted))
            collector.put_term(schema.terms[term], query, factor);
}

/// « Total » under « Public touché », « Réalisé » under « Femmes »: the leaf says nothing, the group decides; and
/// « Nombre » is a number, whatever the group may be the name of.
void put_group_terms(const SchemaIndex& schema, const HeaderColumn& column, const Query& query, Collector& collector)
{
    const std::size_t leaf = column.words.size() - 1;
    if (leaf == 0) return;
    const bool says_nothing = query.leaf_core.empty();
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
        if (const std::optional<FamilyHit> hit = read_family(lexicon, schema, family, column)) {
            if (collector.is_ruled_out(hit->field)) continue;
            // « Département » under « Satisfaction » is what the group asks about, not a place.
            const bool is_of_group = family.reader == "suffix" && hit->confidence >= 0.95;
            const bool is_settled = is_of_group && !collector.has_sure(family.prefix);
            base::Message reason{"BIL-272", {hit->field.label.french, column.path}};
            if (hit->is_planned) reason = {"BIL-827", {column.path, hit->field.id}};
            if (hit->is_named) reason = {"BIL-542", {column.path, hit->field.label.french, hit->field.id}};
            collector.put(hit->field, is_settled ? 1 : hit->confidence, std::move(reason),
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
            return Candidate{*field, 1, {"BIL-261", {id}}, false};
        for (const data::FieldFamily& family : schema.schema->families)
            if (id.starts_with(family.prefix) && id.size() > family.prefix.size() && id.find(' ') == std::string::npos)
                return Candidate{field_of_family(family, id.substr(family.prefix.size()), column.leaf().plain),
                                 1,
                                 {"BIL-261", {id}},
                                 false};
    }
    return std::nullopt;
}

std::vector<Candidate> match_as_it_is(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (!column.has_header()) return {};
    if (std::optional<Candidate> known = by_id(schema, column)) return {std::move(*known)};
    Collector collector(lexicon, schema, column);
    const std::size_t leaf = column.words.size() - 1;
    const Query query = query_of(schema, column, leaf);
    put_terms(schema, query, collector, 1);
    put_group_terms(schema, column, query, collector);
    put_families(lexicon, schema, column, collector);
    return collector.take();
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
    std::vector<Candidate> found = match_as_it_is(lexicon, schema, alone);
    if (found.empty() || found.front().confidence < 0.93) return {};
    const HeaderWords& group = column.words[levels - 2];
    if (names_credits(group) && RuledOut(column).holds(found.front().field, {})) return {};
    const std::vector<std::string>& leaf = column.leaf().tokens;
    const bool is_sex = leaf.size() == 1 && names_sex(leaf.front());
    if (is_sex && is_unheard_people(schema, group)) return {};
    const bool is_over = ends_before(lexicon, schema, group, found.front().field);
    const bool counts = found.front().field.type == data::FieldType::count; // money under a name is that name's
    // « F » under « Entrées » counts women among those who came in, however far the title reaches; « Emplois francs »
    // says by itself what it is.
    const std::optional<Candidate> above = measure_above(lexicon, schema, column);
    const bool is_part_of_other =
        counts && is_restriction(column.leaf()) && above && above->field.type == data::FieldType::count &&
        !found.front().field.parent.empty() && above->field.id != found.front().field.parent &&
        above->field.id != found.front().field.id && above->field.parent != found.front().field.parent;
    const data::FieldFamily* const family = schema.schema->family_of(found.front().field.id);
    const bool is_age = family != nullptr && family->reader.starts_with("age_band");
    if (is_part_of_other || (is_age && is_below_others(column))) return {};
    // « Garçons » beside « Filles » under « Enfants » are no more all the men than those are all the women.
    if (!is_over && (!is_spoilt || !counts || is_sex || is_restriction(group))) return {};
    for (Candidate& candidate : found) candidate.confidence *= 0.95;
    return found;
}

} // namespace

std::vector<Candidate> match(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    std::vector<Candidate> as_it_is = match_as_it_is(lexicon, schema, column);
    // « Dépenses / Actions » is a spelling of its own: the group reaches this column.
    if (!as_it_is.empty() && as_it_is.front().confidence >= known_path) return as_it_is;
    const bool is_spoilt = as_it_is.empty() || as_it_is.front().confidence < sure;
    std::vector<Candidate> alone = match_without_carried(lexicon, schema, column, is_spoilt);
    return alone.empty() ? as_it_is : alone;
}

std::vector<Candidate> match_near(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    if (!column.has_header() || column.content.filled == 0) return {};
    HeaderColumn corrected = column;
    if (!correct_words(schema, corrected.words.back())) return {};
    std::vector<Candidate> found = match(lexicon, schema, corrected);
    for (Candidate& candidate : found) {
        if (candidate.confidence < sure) continue;
        candidate.confidence = std::min(candidate.confidence, 0.8);
        candidate.reason = {"BIL-265", {column.levels.back(), candidate.field.label.french}};
    }
    return found;
}

} // namespace bilan::intake
