// SPDX-License-Identifier: MPL-2.0
#include "intake/header/subcounts.hpp"

#include "intake/header/context.hpp"
#include "intake/header/fit.hpp"
#include "intake/header/sexes_of_whole.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double asked = 0.7; ///< below `sure`: a question

bool is_part(const HeaderColumn& column)
{
    return column.has_header() && !column.leaf().tokens.empty() && column.leaf().tokens.front() == "dont";
}

/// « dont QPV » below « Embauches » instead of beside it.
HeaderColumn below(const HeaderColumn& whole, const HeaderColumn& part)
{
    HeaderColumn joined = part;
    joined.levels = whole.levels;
    joined.words = whole.words;
    joined.levels.push_back(part.levels.back());
    joined.words.push_back(part.words.back());
    joined.carried.assign(joined.levels.size(), false);
    return joined;
}

/// « Embauches / dont QPV » beside « Alternants / Total »: each has a group of its own, and the part is its group's.
bool is_of_another_group(const HeaderColumn& whole, const HeaderColumn& part)
{
    const bool has_own = part.levels.size() > 1 && whole.levels.size() > 1;
    return has_own && part.levels.front() != whole.levels.front();
}

/// « dont QPV » stands between the two already: the one here is of what stands right of that.
bool is_said_between(const std::vector<HeaderColumn>& headers, std::size_t left, std::size_t at)
{
    for (std::size_t between = left + 1; between < at; ++between)
        if (is_part(headers[between]) && headers[between].leaf().plain == headers[at].leaf().plain) return true;
    return false;
}

bool is_sure_of(const std::vector<Candidate>& meanings)
{
    return !meanings.empty() && meanings.front().confidence >= sure;
}

/// Women or men, as a part of a whole: the field that the column surely is.
const data::Field* sex_at(const std::vector<HeaderColumn>& headers,
                          const std::vector<std::vector<Candidate>>& candidates, std::size_t at)
{
    const bool is_sex = headers[at].has_header() && is_sure_of(candidates[at]) &&
                        std::ranges::any_of(headers[at].leaf().tokens, names_sex);
    const data::Field* const field = is_sex ? &*candidates[at].front().field : nullptr;
    return field != nullptr && !field->parent.empty() ? field : nullptr;
}

bool is_other_sex(const data::Field* one, const data::Field& other)
{
    return one != nullptr && one->id != other.id && one->parent == other.parent;
}

/// « dont - 26 ans » behind the women and again behind the men.
bool is_said_of_both(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates,
                     std::size_t sex, std::size_t at)
{
    for (std::size_t other = 0; other < headers.size(); ++other) {
        if (other == at || !is_part(headers[other]) || headers[other].leaf().plain != headers[at].leaf().plain)
            continue;
        std::size_t left = other;
        while (left > 0 && sex_at(headers, candidates, left - 1) == nullptr) --left;
        if (left > 0 && is_other_sex(sex_at(headers, candidates, left - 1), *candidates[sex].front().field))
            return true;
    }
    return false;
}

/// Whose age a column right of one of women or men is.
enum class Owner : std::uint8_t { sex, all, unsure };

/// « dont 26-49 ans » right of « dont hommes » or of « F | H » is of all; right of « Femmes » by itself nothing says
/// whose age it is; behind each of the two it is theirs.
Owner owner_of_age(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates,
                   std::size_t sex, std::size_t at)
{
    if (is_said_of_both(headers, candidates, sex, at)) return Owner::sex;
    if (are_sexes_of_whole(headers, candidates, at)) return Owner::all;
    if (is_part(headers[sex])) return Owner::all;
    for (std::size_t left = sex; left-- > 0 && headers[left].has_header() && !is_part(headers[left]);) {
        if (is_other_sex(sex_at(headers, candidates, left), *candidates[sex].front().field)) return Owner::all;
        if (is_sure_of(candidates[left]) && candidates[left].front().field->parent.empty()) break;
    }
    return Owner::unsure;
}

/// The header by itself is a part of the same whole as the women or men before it.
bool is_rival_of_own(const std::vector<Candidate>& meanings, const data::Field& sex)
{
    return is_sure_of(meanings) && !sex.parent.empty() && meanings.front().field->parent == sex.parent;
}

/// What the header means as a part of `whole`, when `whole` surely has such a part.
const Candidate* part_of(const std::vector<Candidate>& meanings, const data::Field& whole)
{
    const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const Candidate& meaning) {
        return meaning.confidence >= sure && meaning.field->parent == whole.id;
    });
    return found == meanings.end() ? nullptr : &*found;
}

/// The field that all sub-counts right of a column and under its group are parts of.
std::optional<std::string> whole_beside(const std::vector<HeaderColumn>& headers, std::size_t at,
                                        const std::vector<std::vector<Candidate>>& candidates)
{
    std::optional<std::string> whole;
    for (std::size_t right = at + 1; right < headers.size(); ++right) {
        if (!is_part(headers[right]) || headers[right].levels.size() < 2) break;
        if (is_of_another_group(headers[at], headers[right])) break;
        if (!is_sure_of(candidates[right])) return std::nullopt;
        const std::string& parent = candidates[right].front().field->parent;
        if (parent.empty() || (whole && *whole != parent)) return std::nullopt;
        whole = parent;
    }
    return whole;
}

/// « Réalisé / Total » beside « Réalisé / dont femmes » counts the people that these are a part of, where no other
/// column does.
void name_wholes(const MappingInput& input, const SchemaIndex& schema, std::vector<std::vector<Candidate>>& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        // « Cible / Total » is what was aimed at: no people.
        const bool is_realised = is_sure_of(candidates[at]) && candidates[at].front().field->id == "realise";
        const bool is_total =
            is_realised && headers[at].levels.size() > 1 && std::ranges::all_of(headers[at].leaf().tokens, is_weak);
        const std::optional<std::string> whole = is_total ? whole_beside(headers, at, candidates) : std::nullopt;
        const data::Field* const field = whole ? field_by_id(*schema.schema, *whole) : nullptr;
        const bool is_given = field == nullptr || std::ranges::any_of(candidates, [&](const auto& meanings) {
                                  return is_sure_of(meanings) && meanings.front().field->id == *whole;
                              });
        if (is_given) continue;
        candidates[at] = {Candidate{*field, 0.9, {"BIL-264", {field->label.french, headers[at].path}}, false}};
    }
}

/// « dont femmes » right of « Nb sorties », and again right of « Nb entrées »: women among those who left, whom no
/// field counts, are not all the women.
bool is_of_other_count(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates,
                       std::size_t left, std::size_t at)
{
    if (!is_sure_of(candidates[left]) || !is_sure_of(candidates[at]) || is_part(headers[left])) return false;
    const data::Field& whole = *candidates[left].front().field;
    const data::Field& part = *candidates[at].front().field;
    const bool is_other = whole.type == data::FieldType::count && whole.id.starts_with("nb_") &&
                          whole.id != "nb_entrees" && (part.id == "benef_f" || part.id == "benef_h");
    return is_other && std::ranges::count_if(headers, [&](const HeaderColumn& other) {
                           return is_part(other) && other.leaf().plain == headers[at].leaf().plain;
                       }) > 1;
}

/// « Bénéficiaires prévus | Dont femmes | Hommes »: the women would be planned ones, and the men beside them others.
bool splits_pair(const std::vector<HeaderColumn>& headers, const std::vector<std::vector<Candidate>>& candidates,
                 std::size_t at, const data::Field& best)
{
    const data::Field* const own = sex_at(headers, candidates, at);
    if (own == nullptr || own->parent == best.parent) return false;
    const auto is_lone_other = [&](std::size_t beside) {
        return beside < headers.size() && !is_part(headers[beside]) &&
               is_other_sex(sex_at(headers, candidates, beside), *own);
    };
    return is_lone_other(at + 1) || is_lone_other(at - 1);
}

/// « Associations | Femmes | dont hommes »: of the same people as the women before them, whom no « dont » ties to the
/// associations.
bool is_right_of_other_sex(const std::vector<HeaderColumn>& headers,
                           const std::vector<std::vector<Candidate>>& candidates, std::size_t at)
{
    const data::Field* const own = sex_at(headers, candidates, at);
    return own != nullptr && !is_part(headers[at - 1]) && is_other_sex(sex_at(headers, candidates, at - 1), *own);
}

/// The column by itself, or as a part of what stands left of it.
void ask_both(std::vector<Candidate>& candidates, Candidate part)
{
    candidates.front().confidence = asked;
    part.confidence = asked;
    candidates.push_back(std::move(part));
}

/// The nearest column to the left that is no « dont » itself.
std::optional<std::size_t> column_before(const std::vector<HeaderColumn>& headers, std::size_t at)
{
    while (at-- > 0)
        if (!is_part(headers[at])) return at;
    return std::nullopt;
}

/// Sex, age, quarter: what whoever counts people asks of them.
bool is_trait(const HeaderWords& leaf)
{
    return std::ranges::any_of(leaf.tokens,
                               [](const std::string& token) { return names_sex(token) || token == "qpv"; }) ||
           leaf.folded.find("ans") != std::string::npos;
}

bool is_of_people_in_bands(const data::Schema& schema, const std::string& field)
{
    return schema.family_of(field) != nullptr;
}

/// The column before counts something else than the whole of the part: « Emploi durable », « BRSA », « Hors QPV », or
/// « Abandons », which no field is, where another column holds the whole. Parts that make up a whole (sexes, bands of
/// ages, levels) stand before a part of that whole as often as before one of their own.
bool may_be_of_column_before(const MappingInput& input, const SchemaIndex& schema,
                             const std::vector<std::vector<Candidate>>& candidates, std::size_t left, std::size_t at)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    const data::Field& part = *candidates[at].front().field;
    if (is_of_another_group(headers[left], headers[at])) return false;
    if (!is_sure_of(candidates[left])) {
        const bool is_counted = headers[left].has_header() && !(*input.personal)[left] && candidates[left].empty() &&
                                headers[left].content.is_mostly(headers[left].content.numbers);
        return is_counted && std::ranges::any_of(candidates, [&](const auto& meanings) {
                   return is_sure_of(meanings) && meanings.front().field->id == part.parent;
               });
    }
    const data::Field& whole = *candidates[left].front().field;
    if (whole.type != data::FieldType::count || whole.id == part.parent || whole.id == "nb_entrees") return false;
    if (part.parent == whole.id || !whole.people || whole.id == part.id) return false;
    // « Embauches | Embauches QPV | dont CDI »: what not every group of people has is of the whole of both.
    if (whole.parent == part.parent && !is_trait(headers[at].leaf())) return false;
    return sex_at(headers, candidates, left) == nullptr && !is_of_people_in_bands(*schema.schema, whole.id);
}

/// « Nb de bénéficiaires | BRSA | dont femmes »: women of those on benefits, or of all.
void ask_whose_part(const MappingInput& input, const SchemaIndex& schema,
                    std::vector<std::vector<Candidate>>& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<std::size_t> found;
    for (std::size_t at = 1; at < headers.size(); ++at) {
        if ((*input.personal)[at] || !is_part(headers[at]) || !is_sure_of(candidates[at])) continue;
        const data::Field& part = *candidates[at].front().field;
        constexpr double very_label = 0.985; // « Dont habitants QPV », as our own forms write it
        if (candidates[at].front().confidence > very_label) continue;
        const std::optional<std::size_t> left = column_before(headers, at);
        if (part.type != data::FieldType::count || part.parent.empty() || !left) continue;
        if (are_sexes_of_whole(headers, candidates, at)) continue;
        if (may_be_of_column_before(input, schema, candidates, *left, at)) found.push_back(at);
    }
    for (const std::size_t at : found)
        for (Candidate& one : candidates[at]) one.confidence = std::min(one.confidence, asked);
}

} // namespace

void relate_parts(const MappingInput& input, const SchemaIndex& schema, std::vector<std::vector<Candidate>>& candidates)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    for (std::size_t at = 1; at < headers.size(); ++at) {
        if ((*input.personal)[at] || !is_part(headers[at])) continue;
        // « Composition / dont femmes », word for word: its group says of whom.
        if (!candidates[at].empty() && candidates[at].front().confidence >= known_path) continue;
        // The whole of the parts passed so far: « dont femmes » right of « Nb hab. QPV » is of it too.
        std::string shared;
        for (std::size_t left = at; left-- > 0;) {
            if (is_of_another_group(headers[left], headers[at])) break;
            if (is_of_other_count(headers, candidates, left, at)) {
                candidates[at].clear();
                break;
            }
            if (!is_sure_of(candidates[left])) {
                if (is_part(headers[left])) continue; // « dont F » of the same whole, which has no field
                break;
            }
            const data::Field& whole = *candidates[left].front().field;
            if (whole.parent.empty() && !shared.empty() && whole.id != shared) continue; // « Bénéficiaires prévus »
            if (!whole.parent.empty()) shared = whole.parent;
            const std::vector<Candidate> meanings = match(*input.lexicon, schema, below(headers[left], headers[at]));
            if (const Candidate* meaning = part_of(meanings, whole)) {
                Candidate best = *meaning;
                const bool is_of_sex = !is_rival_of_own(candidates[at], whole);
                const Owner owner = is_of_sex ? Owner::sex : owner_of_age(headers, candidates, left, at);
                if (owner == Owner::all || is_right_of_other_sex(headers, candidates, at)) break;
                if (owner == Owner::unsure || splits_pair(headers, candidates, at, *best.field)) {
                    ask_both(candidates[at], std::move(best));
                    break;
                }
                best.confidence = std::max(best.confidence, 0.96);
                std::erase_if(candidates[at],
                              [&](const Candidate& other) { return other.field->id == best.field->id; });
                if (left + 1 < at && is_said_between(headers, left, at)) break;
                candidates[at].insert(candidates[at].begin(), std::move(best));
                break;
            }
            if (whole.parent.empty()) break; // what stands further left is another matter
        }
    }
    name_wholes(input, schema, candidates);
    ask_whose_part(input, schema, candidates);
}

} // namespace bilan::intake
