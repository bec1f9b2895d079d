// SPDX-License-Identifier: MPL-2.0
#include "intake/header/collector.hpp"

#include "intake/header/bracketed.hpp"
#include "intake/header/context.hpp"
#include "intake/header/fit.hpp"
#include "intake/header/funders.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double least_confidence = 0.4;

/// No word of the header itself is one of the term's: the group above says it all.
bool is_by_group(const Query& query, const Term& term)
{
    return !query.leaf.empty() && !query.groups.empty() &&
           std::ranges::none_of(
               term.tokens, [&](const std::string& token) { return std::ranges::binary_search(query.leaf, token); });
}

/// « Nb actions » below « Axe 1 » says how many, and not which axis.
bool counts_below_group(const Query& query, const Term& term)
{
    constexpr std::array<std::string_view, 2> counting{"nombre", "effectif"};
    const bool needs_group = !query.groups.empty() && !holds_all(query.leaf, term.core);
    return needs_group && std::ranges::any_of(query.leaf, [&](const std::string& token) {
               return std::ranges::find(counting, token) != counting.end();
           });
}

/// « Nb de bénéficiaires dont nb de femmes »: one cell, and two numbers asked for.
bool asks_for_two(const HeaderWords& leaf)
{
    const auto dont = std::ranges::find(leaf.tokens, "dont");
    return dont != leaf.tokens.end() && std::any_of(leaf.tokens.begin(), dont, is_number_word) &&
           std::any_of(dont, leaf.tokens.end(), is_number_word);
}

constexpr double doubtful = 0.55;       ///< a question
constexpr double with_some_words = 0.8; ///< of a column that its header names, and some of its cells do not fit

/// « Sorties » over « beaucoup », 22 and « salle comble » counts them, « Nb de bénéficiaires » over one number too;
/// « Participants » over names and no number does not.
bool holds_some_numbers(const HeaderColumn& column, const data::Field& field)
{
    const ContentProfile& content = column.content;
    if (field.type != data::FieldType::count || content.numbers == 0 || holds_identifiers(content)) return false;
    if (std::ranges::any_of(column.leaf().tokens, is_number_word)) return true;
    // « les moins de 26 ans » says who is meant, and not how many.
    const bool tells = std::ranges::any_of(content.some_texts, [](const std::string& text) {
        return text.find_first_of("0123456789") != std::string::npos;
    });
    return !tells && content.numbers * 4 >= content.filled;
}

/// « Total bénéficiaires de l'offre » over numbers is not what the offer is called.
bool is_name_over_numbers(const HeaderColumn& column, const Term& term, const data::Field& field)
{
    constexpr std::array<std::string_view, 4> counting{"nombre", "total", "effectif", "montant"};
    if (field.type != data::FieldType::text || !column.content.is_mostly(column.content.numbers)) return false;
    return std::ranges::any_of(column.leaf().tokens, [&](const std::string& token) {
        return std::ranges::find(counting, token) != counting.end() && !std::ranges::binary_search(term.tokens, token);
    });
}

} // namespace

Collector::Collector(const HeaderSigns& signs, const Lexicon& lexicon, const SchemaIndex& schema,
                     const HeaderColumn& column)
    : signs_(&signs), schema_(&schema), column_(&column),
      is_foreign_amount_(is_amount_under_unheard_group(lexicon, schema, column))
{
}

Candidate* Collector::place_for(const data::Field& field, double confidence)
{
    const auto same =
        std::find_if(found_.begin(), found_.end(), [&](const Candidate& other) { return other.field->id == field.id; });
    if (same == found_.end()) return &found_.emplace_back();
    return confidence > same->confidence ? &*same : nullptr;
}

void Collector::put(data::Field field, double confidence, base::Message reason, bool is_doubtful)
{
    const double compatible = compatibility(column_->content, field);
    if (confidence * compatible < least_confidence) return;
    if (Candidate* const place = place_for(field, confidence * compatible))
        *place = {std::move(field), confidence * compatible, std::move(reason), compatible < sure && confidence >= sure,
                  is_doubtful};
}

void Collector::put_term(const Term& term, const Query& query, double factor)
{
    const data::Field& field = schema_->schema->fields[term.field];
    const bool counts = field.type == data::FieldType::count || field.type == data::FieldType::euro;
    if (counts && query.is_rate && !term.is_rate) return;
    // « Part DELD » is no number of people; « Part État » is an amount.
    if (field.type == data::FieldType::count && signs_->is_share && !schema_->field_tokens[term.field].contains("part"))
        return;
    // « - de 26 ans » over « F » is not all the women, nor « G » below it a score.
    if (signs_->is_age_of_sex && term.text.find_first_of("0123456789") == std::string::npos) return;
    // « Participants » below « Programmation 2023 » are people, whatever year they are of.
    if (field.type == data::FieldType::year && is_by_group(query, term)) return;
    if (!data::is_numeric(field.type) && counts_below_group(query, term)) return;
    if (is_name_over_numbers(*column_, term, field)) return;
    Fit how = fit(query, term, field.type == data::FieldType::count);
    // Text that stands in brackets explains; behind the name of a number it makes it another one.
    const std::size_t left = data::is_numeric(field.type) && how.confidence >= sure
                                 ? words_left_in_brackets(column_->leaf(), term, schema_->field_tokens[term.field])
                                 : 0;
    // « G » over 2, 1 and 0 may count boys as well as be a score.
    const bool is_letter_over_numbers = field.type == data::FieldType::choice && query.folded.size() == 1 &&
                                        column_->content.is_mostly(column_->content.numbers);
    if (left > 0 || is_letter_over_numbers) how = {std::min(how.confidence, doubtful), "BIL-267"};
    if (how.confidence <= 0 || signs_->ruled_out.holds(field, schema_->field_tokens[term.field]) ||
        is_excluded(*schema_, term.field, *column_))
        return;
    // « Abandons » is no « % d'abandon »: a rate must be called one, or look like one.
    const bool is_number = field.type == data::FieldType::rate || field.type == data::FieldType::number;
    if (is_number && term.is_rate && !query.is_rate) return;
    // « Taux de réalisation » is not what was reached, nor the status; « % QPV » names no quarter.
    const bool is_of_another_kind = field.type == data::FieldType::number || field.type == data::FieldType::choice ||
                                    field.type == data::FieldType::choices || field.type == data::FieldType::code;
    if (is_of_another_kind && column_->leaf().is_rate && !term.is_rate) return;
    double context = context_factor(*schema_, *column_, term, query.above);
    const bool is_euro = field.type == data::FieldType::euro;
    if ((signs_->other_funder && is_euro) || (signs_->is_funder && !is_euro)) context *= 0.5;
    if (is_foreign_amount_ && is_euro) context *= 0.7;
    if (signs_->is_other_purse && field.id.ends_with("_p147")) context *= 0.7;
    if (is_euro && is_of_another_stage(column_->leaf(), schema_->field_tokens[term.field])) context *= 0.5;
    if (field.type == data::FieldType::count && asks_for_two(column_->leaf())) context *= 0.7;
    const double confidence = how.confidence * context * factor;
    if (confidence < least_confidence) return;
    // The header is the field's very name: a few words among its numbers are those of cells.
    const bool is_label = how.code == "BIL-262" && context >= 1 && factor >= 1;
    double compatible = compatibility(column_->content, field);
    if (is_label && holds_some_numbers(*column_, field)) compatible = std::max(compatible, with_some_words);
    if (confidence * compatible < least_confidence) return;
    if (Candidate* const place = place_for(field, confidence * compatible))
        *place = {FieldRef::in_schema(field),
                  confidence * compatible,
                  {std::string(how.code), {term.text, column_->path}},
                  compatible < sure && confidence >= sure,
                  false};
}

bool Collector::is_ruled_out(const data::Field& field) const
{
    return field.type == data::FieldType::count && (signs_->is_share || signs_->ruled_out.holds(field, {}));
}

bool Collector::has_sure(std::string_view prefix) const
{
    return std::any_of(found_.begin(), found_.end(), [&](const Candidate& candidate) {
        return candidate.confidence >= sure && candidate.field->id.starts_with(prefix);
    });
}

std::vector<Candidate> Collector::take()
{
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& left, const Candidate& right) { return left.confidence > right.confidence; });
    return std::move(found_);
}

} // namespace bilan::intake
