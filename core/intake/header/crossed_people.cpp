// SPDX-License-Identifier: MPL-2.0
#include "intake/header/crossed_people.hpp"

#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::array<std::string_view, 2> places{"benef_qpv", "benef_hors_qpv"};
constexpr std::array<std::string_view, 2> sexes{"benef_f", "benef_h"};

struct Cross {
    std::size_t column = 0;
    std::size_t place = 0; ///< of `places`
    std::size_t sex = 0;   ///< of `sexes`
};

/// Women or men, when the words say nothing else.
std::optional<std::size_t> sex_alone(const HeaderWords& words)
{
    std::optional<std::size_t> sex;
    for (const std::string& token : words.tokens) {
        if (is_number_word(token)) continue;
        if (sex || !names_sex(token)) return std::nullopt;
        sex = token == "femme" ? 0 : 1;
    }
    return words.aside.empty() && !words.is_rate ? sex : std::nullopt;
}

/// What one level of the header says of where people live, when that is sure.
std::optional<std::size_t> place_of(const MappingInput& input, const Mapping& mapping, const HeaderColumn& header,
                                    std::size_t level)
{
    HeaderColumn alone = header;
    alone.levels = {header.levels[level]};
    alone.words = {header.words[level]};
    alone.carried = {false};
    const std::vector<Candidate> found = match(*input.lexicon, *mapping.schema, alone);
    const Candidate* const measure = surest_measure(found);
    if (measure == nullptr) return std::nullopt;
    const auto place = std::ranges::find(places, measure->field->id);
    return place == places.end() ? std::nullopt : std::optional(static_cast<std::size_t>(place - places.begin()));
}

bool says_everybody(const HeaderColumn& header)
{
    if (header.words.size() != 1 || header.leaf().tokens.empty() || header.leaf().is_rate) return false;
    return std::ranges::all_of(header.leaf().tokens, [](const std::string& token) {
        return is_number_word(token) || token == "general" || token == "ensemble";
    });
}

void mark(const data::Field& field, const data::Field* also, const std::string& path, MappedColumn& column)
{
    column.outcome = Outcome::summand;
    column.field = field;
    column.confidence = sure;
    column.reason = {"BIL-829", {path, field.id}};
    if (also != nullptr) {
        column.also = *also;
        column.reason = {"BIL-038", {path, field.id + ", " + also->id}};
    }
    column.near = true;
    column.suggestions.clear();
}

/// « Total » behind them.
void settle_everybody(const std::vector<HeaderColumn>& headers, const std::vector<Cross>& crosses, Mapping& mapping)
{
    double sum = 0;
    for (const Cross& cross : crosses) sum += headers[cross.column].content.sum;
    const data::Field* const all = field_by_id(*mapping.schema->schema, "benef_total");
    if (all == nullptr || mapping.has(all->id)) return;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        MappedColumn& column = mapping.columns[at];
        if (is_read(column.outcome) || !headers[at].has_header() || !says_everybody(headers[at])) continue;
        if (std::abs(headers[at].content.sum - sum) >= 0.5) continue;
        column.outcome = Outcome::mapped;
        column.field = *all;
        column.confidence = sure;
        column.reason = {"BIL-039",
                         {headers[at].path, headers[crosses.front().column].path, headers[crosses.back().column].path}};
        column.near = true;
        column.suggestions.clear();
        return;
    }
}

} // namespace

void find_crossed_people(const MappingInput& input, Mapping& mapping)
{
    const data::Schema& schema = *mapping.schema->schema;
    for (const std::string_view place : places)
        if (field_by_id(schema, place) == nullptr || mapping.has(place)) return;
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<Cross> crosses;
    std::array<bool, 2> has_others{}; ///< by the level of the sexes: another group or another leaf stands beside
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (headers[at].words.size() != 2 || headers[at].content.filled == 0) continue;
        const std::optional<std::size_t> outer = sex_alone(headers[at].words.front());
        const std::optional<std::size_t> inner = sex_alone(headers[at].leaf());
        if (outer.has_value() == inner.has_value()) continue;
        const std::size_t level = outer ? 0 : 1;
        const std::optional<std::size_t> place = place_of(input, mapping, headers[at], 1 - level);
        if (place && !is_read(mapping.columns[at].outcome))
            crosses.push_back({at, *place, outer ? *outer : *inner});
        else
            has_others[level] = true;
    }
    std::array<std::array<std::size_t, 2>, 2> met{};
    for (const Cross& cross : crosses) ++met[cross.place][cross.sex];
    if (crosses.size() != 4 || met != std::array<std::array<std::size_t, 2>, 2>{{{1, 1}, {1, 1}}}) return;
    const bool are_everybody = !has_others[0] && !has_others[1];
    for (const Cross& cross : crosses) {
        MappedColumn& column = mapping.columns[cross.column];
        const data::Field* const sex = field_by_id(schema, sexes[cross.sex]);
        const bool is_sex_open = are_everybody && sex != nullptr && !mapping.has(sex->id);
        mark(*field_by_id(schema, places[cross.place]), is_sex_open ? sex : nullptr, headers[cross.column].path,
             column);
    }
    if (are_everybody) settle_everybody(headers, crosses, mapping);
}

} // namespace bilan::intake
