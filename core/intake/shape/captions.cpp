// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/captions.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/match.hpp"
#include "intake/header/quarters.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t longest_label = 40;  ///< characters
constexpr std::size_t longest_value = 120; ///< a longer text tells a story

/// Fields that all rows of a table may share: where they are, whose, of which pillar.
bool may_be_shared(const data::Field& field)
{
    constexpr std::array<std::string_view, 9> shared{"porteur", "operateur", "commune", "departement", "epci",
                                                     "contrat", "pilier",    "region",  "dispositif"};
    return field.vocabulary == territory_vocabulary || std::ranges::find(shared, field.id) != shared.end();
}

/// The field that a label surely names.
const data::Field* field_of_label(const TakeIn& take_in, const TableDraft& draft, const std::string& label)
{
    constexpr double very_sure = 0.9;
    HeaderColumn header;
    header.levels = {label};
    header.words = {read_header(label)};
    header.carried = {false};
    header.path = label;
    const std::vector<Candidate> found = match(*take_in.lexicon, *draft.mapping.schema, header);
    if (found.empty() || found.front().confidence < very_sure || !may_be_shared(found.front().field)) return nullptr;
    return field_by_id(*draft.mapping.schema->schema, found.front().field.id);
}

bool is_caption(const Caption& caption)
{
    const auto is_said = [](const std::string& text) {
        return std::ranges::any_of(base::fold(text), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    };
    return is_said(caption.label) && !caption.value.empty() && base::length(caption.label) <= longest_label &&
           base::length(caption.value) <= longest_value;
}

} // namespace

Caption caption_of(std::string_view title)
{
    const std::size_t colon = title.find(':');
    if (colon == std::string_view::npos) return {};
    Caption caption{
        std::string(base::trim(title.substr(0, colon))), std::string(base::trim(title.substr(colon + 1))), {}};
    return is_caption(caption) ? caption : Caption{};
}

std::vector<Caption> captions_above(const SheetView& view, const Block& block)
{
    std::vector<Caption> captions;
    for (const std::uint32_t row : block.titles) {
        const Line& line = block.line(row);
        if (line.filled == 0 || line.filled > 2) continue;
        const std::string first = view.label(row, line.first);
        Caption caption = caption_of(first);
        if (line.filled == 2) {
            std::string_view label = base::trim(first);
            while (label.ends_with(':')) label = base::trim(label.substr(0, label.size() - 1));
            caption = {std::string(label), std::string(base::trim(view.label(row, line.last))), {}};
            if (!is_caption(caption)) continue;
        }
        caption.at = view.on_sheet(row, line.last);
        if (!caption.label.empty()) captions.push_back(std::move(caption));
    }
    return captions;
}

void give_captions(const TakeIn& take_in, TableDraft& draft, const std::string& territory)
{
    for (const Caption& caption : captions_above(*draft.view, draft.block)) {
        const data::Field* const field = field_of_label(take_in, draft, caption.label);
        if (field == nullptr || draft.mapping.has(field->id)) continue;
        if (field->vocabulary == territory_vocabulary && field->id != territory) continue;
        const bool is_given =
            std::ranges::any_of(draft.given, [&](const Given& given) { return given.field == field->id; });
        if (is_given) continue;
        draft.given.push_back({field->id, caption.value, caption.at});
        take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                    {"BIL-298", {field->id, quoted(caption.value), caption.label}});
    }
}

} // namespace bilan::intake
