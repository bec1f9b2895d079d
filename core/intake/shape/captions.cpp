// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/captions.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/match.hpp"
#include "intake/header/quarters.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/shape/place_title.hpp"
#include "intake/shape/status_title.hpp"
#include "intake/shape/title_years.hpp"
#include "intake/table/title_rows.hpp"
#include "intake/value/departments.hpp"
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

/// « Territoire : Rhône » names the département, and no quarter of it; « Quartier : Manche » is one for all we know.
bool names_another_place(const Caption& caption)
{
    const std::string label = base::fold(caption.label);
    const bool asks_for_quarter = label.find("quartier") != std::string::npos || label.find("qp") != std::string::npos;
    const std::string value = base::fold(caption.value);
    const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
    return names_no_quarter(caption.value) || (!asks_for_quarter && !has_digit && department_of(value).has_value());
}

void give(const TakeIn& take_in, TableDraft& draft, const std::string& field, std::string_view value, CellPosition at,
          const std::string& said, data::Severity severity = data::Severity::information)
{
    const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) { return given.field == field; });
    if (is_given || draft.mapping.has(field)) return;
    draft.given.push_back({field, std::string(value), at});
    take_in.say("BIL-298", severity, take_in.place(*draft.view), Done::kept, {"BIL-298", {field, quoted(value), said}});
}

/// A text alone in its row above the header, or in the place of a label of it.
struct LoneTitle {
    std::string text;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

std::vector<LoneTitle> lone_titles(const TableDraft& draft)
{
    std::vector<LoneTitle> titles;
    const auto add = [&](std::uint32_t row, std::uint32_t column) {
        const std::string text(base::trim(draft.view->label(row, column)));
        if (base::length(text) <= longest_value) titles.push_back({text, row, column});
    };
    for (const std::uint32_t row : draft.block.titles) {
        const Line& line = draft.block.line(row);
        if (line.filled == 1 && line.texts == 1) add(row, line.first);
    }
    if (draft.block.borrowed) add(draft.block.header.labels.back(), draft.block.borrowed->column);
    return titles;
}

bool is_read_caption(const TakeIn& take_in, const TableDraft& draft, const std::string& label)
{
    return field_of_label(take_in, draft, label) != nullptr;
}

/// Titles among the rows, each above the header once more: what stands above the first rows is one of them.
bool has_titles_above_headers(const TableDraft& draft)
{
    const std::vector<Row>& rows = draft.rows.rows;
    for (std::size_t at = 0; at + 1 < rows.size(); ++at)
        if (rows[at].kind == RowKind::unused_title && rows[at + 1].kind == RowKind::repeated_header) return true;
    return false;
}

/// Nothing that the rows below could be: a year that is looked for elsewhere, what the sheet is, a remark, a caption
/// that is read or that stands above no repeated header.
bool names_no_rows(const TakeIn& take_in, const TableDraft& draft, const LoneTitle& title, TablePlace place)
{
    const std::string folded = base::fold(title.text);
    const Word word = word_of(title.text);
    const Caption caption = caption_of(title.text);
    const bool is_caption = !caption.label.empty();
    const bool says_nothing = is_caption
                                  ? place != TablePlace::repeated || is_read_caption(take_in, draft, caption.label)
                                  : is_title_of_sheet(folded);
    return word == Word::footer || word == Word::note || title.text.starts_with('(') || says_nothing ||
           !years_in(folded).empty() || draft.may_name_person(title.row, title.column);
}

/// « Enveloppe 2023 | 50 000 » above the table: its number is no caption, and goes nowhere.
bool holds_figures(const TableDraft& draft, std::uint32_t row)
{
    const Line& line = draft.block.line(row);
    if (line.filled != 2 || line.texts == 0 || line.numbers == 0) return false;
    const std::uint32_t column = line.last;
    return draft.view->is_number(row, column) && !draft.view->is_year(row, column) &&
           draft.view->at(row, column).type() != CellType::date;
}

} // namespace

void say_figures_above(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<std::string> labels;
    std::optional<std::uint32_t> first;
    for (const std::uint32_t row : draft.block.titles) {
        if (!holds_figures(draft, row)) continue;
        const std::uint32_t column = draft.block.line(row).first;
        const bool is_given = std::ranges::any_of(draft.given, [&](const Given& given) {
            return given.at && given.at->row == draft.view->on_sheet(row, column).row;
        });
        if (is_given) continue;
        if (!first) first = row;
        labels.push_back(draft.shown(row, column));
    }
    if (!first) return;
    take_in.say("BIL-098", data::Severity::information,
                take_in.place(*draft.view, *first, draft.block.line(*first).first), Done::set_aside,
                {"BIL-098", {base::join(labels, ", ")}});
}

namespace {

/// « Commune de Bron » above the table, where titles within it begin alike: that of the rows above the first of these.
bool is_like_groups(const TableDraft& draft, const LoneTitle& title)
{
    const auto opening = [](std::string_view text) {
        const std::string folded = base::fold(text);
        return opens_group(folded) ? folded.substr(0, folded.find_first_of(" :-0123456789")) : std::string();
    };
    const std::string own = opening(title.text);
    if (own.empty() || draft.rows.group_field.empty()) return false;
    bool has_titles = false;
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::group_title || row.fills_column || !row.label) continue;
        if (opening(draft.view->label(row.row, *row.label)) != own) return false;
        has_titles = true;
    }
    return has_titles;
}

} // namespace

void give_titles(const TakeIn& take_in, TableDraft& draft, const std::string& territory, TablePlace place)
{
    const VocabularyIndex pillars(take_in.options->domain->vocabulary("pilier"));
    const data::Schema& schema = *draft.mapping.schema->schema;
    const bool may_set_apart = place != TablePlace::first || has_titles_above_headers(draft);
    for (const LoneTitle& title : lone_titles(draft)) {
        const CellPosition at = draft.view->on_sheet(title.row, title.column);
        const std::string_view name = name_of_group(title.text);
        const bool is_pillar = pillars.find(std::string(name)) != nullptr &&
                               (opens_pillar(base::fold(title.text)) || name.size() == title.text.size());
        if (is_pillar && field_by_id(schema, "pilier") != nullptr) give(take_in, draft, "pilier", name, at, title.text);
        const std::string_view quarter = quarter_in(title.text);
        if (!quarter.empty() && !territory.empty())
            give(take_in, draft, territory, name_of_group(quarter), at, title.text);
        const data::Term* const status = status_of_title(title.text, *take_in.options->domain);
        if (status != nullptr && says_status_of_rows(title.text) && field_by_id(schema, "statut") != nullptr)
            give(take_in, draft, "statut", status->id, at, title.text, data::Severity::alert);
        const std::string& groups = draft.rows.group_field;
        const bool is_first_group = !is_pillar && quarter.empty() && status == nullptr && is_like_groups(draft, title);
        const std::string commune = commune_of_title(title.text);
        if (is_first_group)
            give(take_in, draft, groups, groups == "commune" ? std::string_view(commune) : name, at, title.text);
        const bool is_understood = is_pillar || !quarter.empty() || status != nullptr || is_first_group;
        if (may_set_apart && !is_understood && !names_no_rows(take_in, draft, title, place))
            take_in.say("BIL-276", data::Severity::alert, take_in.place(*draft.view, title.row, title.column),
                        Done::set_aside, {"BIL-276", {title.text}}, {}, title.text);
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
        if (field->vocabulary == territory_vocabulary && names_another_place(caption)) {
            take_in.say("BIL-299", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                        {"BIL-299", {field->id, caption.label + " : " + quoted(caption.value)}});
            continue;
        }
        draft.given.push_back({field->id, caption.value, caption.at});
        take_in.say("BIL-298", data::Severity::information, take_in.place(*draft.view), Done::kept,
                    {"BIL-298", {field->id, quoted(caption.value), caption.label}});
    }
}

} // namespace bilan::intake
