// SPDX-License-Identifier: MPL-2.0
#include "intake/header/ticks.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/crosses.hpp"
#include "intake/header/quarters.hpp"
#include "intake/value/state_words.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

/// An item and the list that it stands in.
struct Item {
    FieldRef list;
    std::string text; ///< as written
    double confidence = 0;
};

HeaderColumn headed(std::string_view text)
{
    HeaderColumn column;
    column.levels = {std::string(base::trim(text))};
    column.words = {read_header(column.levels.front())};
    column.carried = {false};
    column.path = column.levels.front();
    return column;
}

/// The field of a list, or of one choice, that a heading surely names.
std::optional<Candidate> list_of(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& heading)
{
    const std::vector<Candidate> found = match(*input.lexicon, schema, heading);
    const bool is_list =
        !found.empty() && found.front().confidence >= sure &&
        (found.front().field->type == data::FieldType::choices || found.front().field->type == data::FieldType::choice);
    return is_list ? std::optional(found.front()) : std::nullopt;
}

std::optional<Item> under_group(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    if (header.words.size() < 2) return std::nullopt;
    HeaderColumn group = header;
    group.levels.pop_back();
    group.words.pop_back();
    group.carried.pop_back();
    group.content = {};
    const std::optional<Candidate> list = list_of(input, schema, group);
    if (!list) return std::nullopt;
    return Item{list->field, header.levels.back(), list->confidence};
}

/// « Réussites CC : animation du quartier » in one cell.
std::optional<Item> after_colon(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    const std::string& text = header.levels.back();
    for (const std::string_view mark : {":", " - ", " – ", " / "}) {
        const std::size_t at = text.find(mark);
        if (at == std::string::npos || at == 0 || at + mark.size() >= text.size()) continue;
        const std::string_view item = base::trim(std::string_view(text).substr(at + mark.size()));
        if (item.empty()) continue;
        if (const auto list = list_of(input, schema, headed(std::string_view(text).substr(0, at))))
            return Item{list->field, std::string(item), list->confidence};
    }
    return std::nullopt;
}

/// A header that is a term of one list of the schema, or a quarter's code.
std::optional<Item> by_itself(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    std::optional<Item> item;
    const bool is_code = is_quarter_code(header.levels.back()) || names_quarter(schema, header);
    for (const data::Field& field : schema.schema->fields) {
        if (field.type != data::FieldType::choices) continue;
        const VocabularyIndex index(input.lexicon->domain().vocabulary(field.vocabulary));
        const bool is_item =
            field.vocabulary == territory_vocabulary ? is_code : index.find(header.levels.back()) != nullptr;
        if (!is_item) continue;
        if (item) return std::nullopt; // two lists have such an item
        item = Item{field, header.levels.back(), 0.9};
    }
    return item;
}

/// « Non concerné », « Ne sait pas » below a question of one answer, beside its levels: why there is none.
bool names_state(std::string_view text)
{
    return state_of(base::fold(text), in_terms).has_value();
}

/// Whether the vocabulary of the list can hold the item.
bool can_hold(const MappingInput& input, const Item& item)
{
    if (item.list->type == data::FieldType::choice && names_state(item.text)) return true;
    const VocabularyIndex index(input.lexicon->domain().vocabulary(item.list->vocabulary));
    const bool is_list = item.list->type == data::FieldType::choices;
    return (is_list && index.is_open()) || index.find(item.text) != nullptr;
}

} // namespace

void find_ticks(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::map<std::string, std::vector<std::pair<std::size_t, Item>>> lists;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const HeaderColumn& header = headers[at];
        const Outcome outcome = mapping.columns[at].outcome;
        const bool is_open =
            outcome == Outcome::unknown || outcome == Outcome::question || outcome == Outcome::contradicted;
        if (!header.has_header() || !header.content.may_be_ticks()) continue;
        std::optional<Item> item;
        if (is_open || names_state(header.levels.back())) item = under_group(input, *mapping.schema, header);
        if (!is_open && (!item || item->list->type != data::FieldType::choice)) continue;
        if (!item) item = after_colon(input, *mapping.schema, header);
        const bool is_known = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        if (!item && !is_known) item = by_itself(input, *mapping.schema, header);
        if (item && can_hold(input, *item)) lists[item->list->id].emplace_back(at, std::move(*item));
    }
    for (auto& [list, items] : lists) {
        const bool any_tick = std::any_of(items.begin(), items.end(),
                                          [&](const auto& item) { return headers[item.first].content.ticks > 0; });
        // « QPV Nord » says by itself what its crosses mean.
        const bool is_quarter = items.front().second.list->vocabulary == territory_vocabulary;
        if ((items.size() < 2 && !is_quarter) || !any_tick) continue;
        for (auto& [at, item] : items) {
            MappedColumn& column = mapping.columns[at];
            column.outcome = Outcome::ticked;
            column.field = std::move(item.list);
            column.confidence = item.confidence;
            column.dimension_value = std::move(item.text);
            column.reason = {"BIL-580", {column.field->label.french, column.dimension_value}};
            column.suggestions.clear();
        }
    }
    find_lone_crosses(input, candidates, mapping);
}

} // namespace bilan::intake
