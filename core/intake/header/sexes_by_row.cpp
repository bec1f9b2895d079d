// SPDX-License-Identifier: MPL-2.0
#include "intake/header/sexes_by_row.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

/// « Nombre », « Effectif », « Nb »: of whom, no word says.
bool is_bare_number(const HeaderColumn& header)
{
    if (header.words.size() != 1 || !header.content.is_mostly(header.content.numbers)) return false;
    const std::vector<std::string>& tokens = header.leaf().tokens;
    return !tokens.empty() && std::ranges::all_of(tokens, is_number_word);
}

} // namespace

std::optional<Sex> sex_in_words(std::string_view folded)
{
    constexpr std::array<std::string_view, 6> women{"f", "femme", "femmes", "feminin", "fille", "filles"};
    constexpr std::array<std::string_view, 7> men{"h", "m", "homme", "hommes", "masculin", "garcon", "garcons"};
    if (std::ranges::find(women, folded) != women.end()) return Sex::women;
    if (std::ranges::find(men, folded) != men.end()) return Sex::men;
    return std::nullopt;
}

bool holds_sexes(const ContentProfile& content)
{
    bool has_women = false;
    bool has_men = false;
    if (content.filled == 0 || content.texts != content.filled) return false;
    for (const std::string& text : content.some_texts) {
        const std::optional<Sex> sex = sex_in_words(text);
        if (!sex) return false;
        (*sex == Sex::women ? has_women : has_men) = true;
    }
    return has_women && has_men;
}

void settle_sexes_by_row(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr double by_its_neighbour = 0.8;
    const data::Field* const people = field_by_id(*schema.schema, "benef_total");
    const bool has_sexes = field_by_id(*schema.schema, "benef_f") != nullptr;
    const auto is_sure = [](const std::vector<Candidate>& own) {
        return !own.empty() && own.front().confidence >= sure;
    };
    const auto is_people = [&](const std::vector<Candidate>& own) {
        return is_sure(own) && own.front().field->id.starts_with("benef_");
    };
    const auto says = std::ranges::find_if(headers, [](const HeaderColumn& one) { return holds_sexes(one.content); });
    if (says == headers.end()) return;
    const auto at_says = static_cast<std::size_t>(says - headers.begin());
    std::erase_if(candidates[at_says], [](const Candidate& one) {
        return one.field->type == data::FieldType::choice || one.field->type == data::FieldType::choices;
    });
    if (people == nullptr || !has_sexes || std::ranges::any_of(candidates, is_people)) return;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (is_sure(candidates[at]) || !is_bare_number(headers[at])) continue;
        candidates[at] = {Candidate{*people, by_its_neighbour, {"BIL-264", {says->path, headers[at].path}}}};
        return;
    }
}

} // namespace bilan::intake
