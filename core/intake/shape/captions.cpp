// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/captions.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/match.hpp"
#include "intake/header/quarters.hpp"
#include "intake/row/title_field.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/vocabulary_index.hpp"

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
    constexpr std::array<std::string_view, 10> shared{"porteur", "operateur", "commune", "departement", "epci",
                                                      "contrat", "pilier",    "region",  "dispositif",  "intitule"};
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
    if (found.empty() || found.front().confidence < very_sure || !may_be_shared(*found.front().field)) return nullptr;
    return field_by_id(*draft.mapping.schema->schema, found.front().field->id);
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

namespace {

std::string_view without_colon(std::string_view label)
{
    label = base::trim(label);
    while (label.ends_with(':')) label = base::trim(label.substr(0, label.size() - 1));
    return label;
}

/// « BILAN 2023 | Nom de la structure : | Centre social | Quartier : Nord »: labels that end with a colon beside what
/// they ask for, and captions in one cell.
void add_captions_in(const SheetView& view, const Line& line, std::uint32_t row, std::vector<Caption>& captions)
{
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label = view.label(row, column);
        Caption caption = caption_of(label);
        caption.at = view.on_sheet(row, column);
        if (base::trim(label).ends_with(':') && view.is_filled(row, column + 1)) {
            caption = {std::string(without_colon(label)), std::string(base::trim(view.label(row, column + 1))),
                       view.on_sheet(row, column + 1)};
            if (caption.value.ends_with(':') || !is_caption(caption)) continue;
            ++column;
        }
        if (!caption.label.empty()) captions.push_back(std::move(caption));
    }
}

} // namespace

std::vector<Caption> captions_above(const SheetView& view, const Block& block)
{
    std::vector<Caption> captions;
    for (const std::uint32_t row : block.titles) {
        const Line& line = block.line(row);
        if (line.filled == 0) continue;
        const std::size_t before = captions.size();
        add_captions_in(view, line, row, captions);
        if (line.filled != 2 || captions.size() > before) continue;
        Caption caption{std::string(without_colon(view.label(row, line.first))),
                        std::string(base::trim(view.label(row, line.last))), view.on_sheet(row, line.last)};
        if (is_caption(caption)) captions.push_back(std::move(caption));
    }
    return captions;
}

namespace {

bool opens_pillar(std::string_view folded)
{
    for (const std::string_view word : {"pilier ", "axe ", "volet ", "thematique "})
        if (folded.starts_with(word)) return true;
    return false;
}

/// « Les Tilleuls » of « Programmation 2023 – quartier Les Tilleuls »; empty when the title names no quarter.
std::string_view quarter_in(std::string_view title)
{
    for (const std::string_view mark : {" - ", " – ", " — "})
        if (const std::size_t at = title.rfind(mark); at != std::string_view::npos) {
            const std::string_view end = base::trim(title.substr(at + mark.size()));
            const std::string folded = base::fold(end);
            if (folded.starts_with("quartier ") || folded.starts_with("qpv "))
                return base::trim(end.substr(end.find(' ')));
        }
    const std::string folded = base::fold(title);
    const bool is_quarter = is_quarter_code(title.substr(0, title.find(' '))) || has_code_in_brackets(title) ||
                            folded.starts_with("quartier ") || folded.starts_with("qpv ");
    return is_quarter ? title : std::string_view();
}

void give(const TakeIn& take_in, TableDraft& draft, const std::string& field, std::string_view value, CellPosition at,
          const std::string& said)
{
    const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) { return given.field == field; });
    if (is_given || draft.mapping.has(field)) return;
    draft.given.push_back({field, std::string(value), at});
    take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                {"BIL-298", {field, quoted(value), said}});
}

} // namespace

void give_titles(const TakeIn& take_in, TableDraft& draft, const std::string& territory)
{
    const VocabularyIndex pillars(take_in.options->domain->vocabulary("pilier"));
    const data::Schema& schema = *draft.mapping.schema->schema;
    for (const std::uint32_t row : draft.block.titles) {
        const Line& line = draft.block.line(row);
        if (line.filled != 1 || line.texts != 1) continue;
        const std::string title(base::trim(draft.view->label(row, line.first)));
        if (base::length(title) > longest_value) continue;
        const CellPosition at = draft.view->on_sheet(row, line.first);
        const std::string_view name = name_of_group(title);
        const bool is_pillar = pillars.find(std::string(name)) != nullptr &&
                               (opens_pillar(base::fold(title)) || name.size() == title.size());
        if (is_pillar && field_by_id(schema, "pilier") != nullptr) give(take_in, draft, "pilier", name, at, title);
        const std::string_view quarter = quarter_in(title);
        if (!quarter.empty() && !territory.empty()) give(take_in, draft, territory, name_of_group(quarter), at, title);
    }
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
