// SPDX-License-Identifier: MPL-2.0
#include "intake/header/settle.hpp"

#include "base/text.hpp"
#include "intake/header/answered_questions.hpp"
#include "intake/header/bare_amounts.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/funder_totals.hpp"
#include "intake/header/funder_words.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/other_people.hpp"
#include "intake/header/pillars.hpp"
#include "intake/header/quarters.hpp"
#include "intake/header/realised.hpp"
#include "intake/header/rival_years.hpp"
#include "intake/header/settle_funders.hpp"
#include "intake/header/settle_vocabularies.hpp"
#include "intake/header/sexes_by_row.hpp"
#include "intake/header/stock_dates.hpp"
#include "intake/header/summands.hpp"
#include "intake/header/told_by_cells.hpp"
#include "intake/header/unknown_sex.hpp"
#include "intake/header/whole_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: a question

bool is_sure(const std::vector<Candidate>& candidates)
{
    return !candidates.empty() && candidates.front().confidence >= sure;
}

void sort_by_confidence(std::vector<Candidate>& candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& left, const Candidate& right) { return left.confidence > right.confidence; });
}

/// « Nom du QPV » beside « Code QPV »: the codes are surer.
void settle_quarters(const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    constexpr double less_sure = 0.03;
    const auto claims = [&](std::size_t at) {
        return is_sure(candidates[at]) && candidates[at].front().field->vocabulary == territory_vocabulary;
    };
    const auto has_codes = [&](std::size_t at) {
        const std::vector<std::string>& texts = headers[at].content.some_texts;
        return !texts.empty() &&
               std::ranges::all_of(texts, [](const std::string& text) { return is_quarter_code(text); });
    };
    bool is_settled = false;
    for (std::size_t at = 0; at < candidates.size(); ++at) is_settled = is_settled || (claims(at) && has_codes(at));
    for (std::size_t at = 0; is_settled && at < candidates.size(); ++at)
        if (claims(at) && !has_codes(at)) candidates[at].front().confidence -= less_sure;
}

/// The words for a quarter over texts that are no codes.
bool calls_quarters(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 4> words{"quartier", "quartiers", "qpv", "quartier prioritaire"};
    return std::ranges::find(words, header.leaf().folded) != words.end() &&
           header.content.is_mostly(header.content.texts) &&
           std::ranges::none_of(header.content.some_texts,
                                [](const std::string& text) { return is_quarter_code(text); });
}

/// « Nom », « Libellé » or « Quartier » beside « Code QPV », where each code stands once: the name of the quarter.
void settle_name_of_quarter(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr double by_its_neighbour = 0.8;
    const data::Field* const name = field_by_id(*schema.schema, "lib_qp");
    bool has_code = false;
    for (std::size_t at = 0; at < candidates.size() && name != nullptr; ++at) {
        if (!is_sure(candidates[at])) continue;
        if (candidates[at].front().field->id == name->id) return;
        has_code = has_code || (candidates[at].front().field->id == "code_qp" &&
                                headers[at].content.different_texts == headers[at].content.filled);
    }
    for (std::size_t at = 0; at < candidates.size() && has_code; ++at) {
        if (!headers[at].has_header()) continue;
        const std::string& word = headers[at].leaf().folded;
        const bool is_name = !is_sure(candidates[at]) && (word == "nom" || word == "libelle");
        if (!is_name && !calls_quarters(headers[at])) continue;
        candidates[at] = {Candidate{*name, by_its_neighbour, {"BIL-263", {name->label.french, headers[at].path}}}};
        return;
    }
}

/// « Actions » beside « Coordination » and « Ingénierie » is what was spent on them, in thousands of euros; over small
/// numbers it is either.
void settle_spending(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr double by_its_neighbours = 0.85;
    constexpr double large = 1'000;
    const data::Field* const spent = field_by_id(*schema.schema, "depense_actions");
    const bool has_posts = spent != nullptr && std::ranges::any_of(candidates, [](const std::vector<Candidate>& own) {
                               return is_sure(own) && (own.front().field->id == "depense_coordination" ||
                                                       own.front().field->id == "depense_ingenierie");
                           });
    for (std::size_t at = 0; at < candidates.size() && has_posts; ++at) {
        if (!is_sure(candidates[at]) || candidates[at].front().field->id != "nb_actions") continue;
        if (const std::string& word = headers[at].leaf().folded; word != "actions" && word != "action") continue;
        for (Candidate& one : candidates[at]) one.confidence = std::min(one.confidence, asked);
        if (headers[at].content.largest < large) continue;
        candidates[at] = {Candidate{*spent, by_its_neighbours, {"BIL-264", {spent->label.french, headers[at].path}}}};
    }
}

/// « + de 45 » beside « 26-45 »: whether 45 is in is said by the other bands, or is a question.
void settle_open_bands(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    const auto has_end = [&](int age) {
        const std::string ending = '_' + std::to_string(age);
        return std::any_of(candidates.begin(), candidates.end(), [&](const std::vector<Candidate>& other) {
            return is_sure(other) && other.front().field->id.starts_with("age_") &&
                   other.front().field->id.ends_with(ending);
        });
    };
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (!is_sure(candidates[at]) || !headers[at].has_header()) continue;
        const std::optional<int> above = age_above(headers[at].leaf().bare);
        Candidate& own = candidates[at].front();
        if (!above || own.field->id != "age_" + std::to_string(*above) + "_p" || has_end(*above - 1)) continue;
        if (!has_end(*above)) {
            own.is_doubtful = true;
            own.reason = {"BIL-820", {headers[at].path, std::to_string(*above)}};
            continue;
        }
        for (const data::FieldFamily& family : schema.schema->families)
            if (family.reader == "age_band")
                own.field = field_of_family(family, std::to_string(*above + 1) + "_p", headers[at].path);
    }
}

/// The field that counts, of `whole`, the people that the header names: « F » of `benef_prevu` is `benef_prevu_f`.
const data::Field* part_of(const SchemaIndex& schema, const std::string& whole, const HeaderWords& leaf)
{
    for (std::size_t at = 0; at < schema.schema->fields.size(); ++at) {
        const data::Field& field = schema.schema->fields[at];
        const bool says_all =
            !leaf.tokens.empty() && std::all_of(leaf.tokens.begin(), leaf.tokens.end(), [&](const std::string& token) {
                return is_weak(token) || schema.field_tokens[at].contains(token);
            });
        if (field.parent == whole && says_all) return &field;
    }
    return nullptr;
}

/// The nearest column to the left that other columns are parts of, when nothing but parts stands between, be they
/// `asked` about.
const data::Field* whole_before(const SchemaIndex& schema, const Candidates& candidates, std::size_t at,
                                const std::vector<bool>& are_asked)
{
    while (at-- > 0) {
        if (are_asked[at]) continue;
        if (!is_sure(candidates[at])) return nullptr;
        const data::Field& field = *candidates[at].front().field;
        if (field.type != data::FieldType::count) return nullptr;
        const bool is_whole = std::any_of(schema.schema->fields.begin(), schema.schema->fields.end(),
                                          [&](const data::Field& part) { return part.parent == field.id; });
        if (is_whole && field.parent.empty()) return &field;
    }
    return nullptr;
}

/// « Public prévu », « F », « H », « Public touché », « F », « H »: each part belongs to the whole before it.
void settle_parts(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    const auto claims = [&](const std::string& field) {
        return std::any_of(candidates.begin(), candidates.end(), [&](const std::vector<Candidate>& other) {
            return is_sure(other) && other.front().field->id == field;
        });
    };
    std::map<std::string, std::size_t> repeated; // counted when a part asks
    const auto is_met_again = [&](const HeaderColumn& header) {
        if (repeated.empty())
            for (const HeaderColumn& other : headers) ++repeated[base::fold(other.path)];
        return repeated[base::fold(header.path)] > 1;
    };
    std::vector<bool> are_asked(candidates.size(), false);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if (!is_sure(candidates[at]) || headers[at].words.size() != 1) continue;
        Candidate& own = candidates[at].front();
        const data::Field* whole =
            own.field->parent.empty() ? nullptr : whole_before(schema, candidates, at, are_asked);
        if (whole == nullptr || whole->id == own.field->parent) continue;
        const data::Field* part = part_of(schema, whole->id, headers[at].leaf());
        if (part == nullptr) continue;
        const bool is_repeated = is_met_again(headers[at]);
        if (!is_repeated && claims(own.field->parent)) continue;
        // Not repeated, it may be the part of a whole that the table does not hold: a question.
        Candidate found{*part, is_repeated ? 0.85 : asked, {"BIL-264", {whole->label.french, headers[at].path}}};
        own.confidence = asked;
        are_asked[at] = !is_repeated;
        candidates[at].insert(candidates[at].begin(), std::move(found));
        sort_by_confidence(candidates[at]);
    }
}

/// The columns that claim one field most surely. « CDI » and « CDD + 6 mois » are two spellings of one field, and two
/// parts of it where they stand side by side: only its very label is surer than another spelling.
std::vector<std::size_t> equals(const std::vector<std::size_t>& claims, const Candidates& candidates)
{
    constexpr double label = 0.985;
    double best = 0;
    for (const std::size_t at : claims) best = std::max(best, candidates[at].front().confidence);
    std::vector<std::size_t> found;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(found), [&](std::size_t at) {
        return candidates[at].front().confidence > best - (best > label ? 0.01 : 0.045);
    });
    return found;
}

/// « Emploi durable » beside « CDI »: the part is no rival of the whole.
void prefer_the_whole(const std::vector<std::size_t>& claims, Candidates& candidates)
{
    constexpr double less_sure = 0.05;
    const auto is_part = [&](std::size_t at) { return is_part_of_field(candidates[at].front()); };
    if (std::all_of(claims.begin(), claims.end(), is_part)) return;
    for (const std::size_t at : claims)
        if (is_part(at)) candidates[at].front().confidence -= less_sure;
}

/// « Montant accordé (ancien) » beside « Montant accordé »: its own words say that it is another amount.
void ask_about_other_amounts(const std::vector<HeaderColumn>& headers, std::vector<std::size_t>& claims,
                             Candidates& candidates)
{
    const auto is_other = [&](std::size_t at) {
        const std::string& written = headers[at].levels.back();
        const std::size_t bracket = written.find('(');
        return bracket != std::string::npos && says_more_than_who(std::string_view(written).substr(bracket));
    };
    const bool is_amount = candidates[claims.front()].front().field->type == data::FieldType::euro;
    if (!is_amount || std::ranges::all_of(claims, is_other)) return;
    for (const std::size_t at : claims)
        if (is_other(at)) candidates[at].front().confidence = asked;
    std::erase_if(claims, is_other);
}

bool is_same_everywhere(const std::vector<HeaderColumn>& headers, const std::vector<std::size_t>& columns)
{
    return std::all_of(columns.begin(), columns.end(), [&](std::size_t at) {
        return headers[at].content.print == headers[columns.front()].content.print;
    });
}

} // namespace

void settle_beside(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    drop_levels_without_terms(input, candidates);
    drop_pillar_names(input, candidates);
    settle_vocabularies(*input.lexicon, *input.columns, candidates);
    settle_by_cells(input, schema, candidates);
    settle_stock_dates(input, schema, candidates);
    settle_sexes_by_row(*input.columns, schema, candidates);
    settle_questions(input, schema, candidates);
    settle_funders(*input.columns, candidates);
    settle_funder_totals(*input.columns, candidates);
    settle_other_people(input, schema, candidates);
    settle_unknown_sex(*input.columns, schema, candidates);
    settle_wholes(*input.columns, schema, candidates);
    settle_parts(*input.columns, schema, candidates);
    settle_open_bands(*input.columns, schema, candidates);
    settle_bare_amounts(*input.columns, schema, candidates);
    settle_realised(input, schema, candidates);
    settle_spending(*input.columns, schema, candidates);
    settle_quarters(*input.columns, candidates);
    settle_name_of_quarter(*input.columns, schema, candidates);
}

void settle_rivals(const MappingInput& input, const std::vector<bool>& is_open, Candidates& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::map<std::string, std::vector<std::size_t>> claims;
    for (std::size_t at = 0; at < candidates.size(); ++at)
        if (is_open[at] && is_sure(candidates[at]) && is_measure(*candidates[at].front().field) &&
            headers[at].content.filled > 0)
            claims[candidates[at].front().field->id].push_back(at);
    for (auto& [field, columns] : claims) {
        set_other_years_aside(input, columns, candidates);
        ask_about_other_amounts(headers, columns, candidates);
        prefer_the_whole(columns, candidates);
        const std::vector<std::size_t> rivals = equals(columns, candidates);
        if (rivals.size() < 2 || is_same_everywhere(headers, rivals)) continue;
        const char* const reason = are_dates_of_a_stock(headers, columns, candidates) ? "BIL-036" : "BIL-821";
        for (const std::size_t at : columns) {
            candidates[at].front().confidence = asked;
            candidates[at].front().reason = {reason, {headers[at].path, field}};
        }
    }
}

} // namespace bilan::intake
