// SPDX-License-Identifier: MPL-2.0
#include "intake/understand.hpp"

#include "base/text.hpp"
#include "intake/card_parts.hpp"
#include "intake/corner.hpp"
#include "intake/header/context.hpp"
#include "intake/header/label_path.hpp"
#include "intake/header/personal.hpp"
#include "intake/header/state_purse.hpp"
#include "intake/old_levels.hpp"
#include "intake/own_form.hpp"
#include "intake/own_headers.hpp"
#include "intake/planned_rows.hpp"
#include "intake/schema_choice.hpp"
#include "intake/shape/sex_rows.hpp"
#include "intake/table/header_path.hpp"
#include "intake/table/title_rows.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

std::vector<std::string> titles_of(const SheetView& view, const Block& block)
{
    std::vector<std::string> titles;
    for (const std::uint32_t row : block.titles) {
        std::string line;
        for (std::uint32_t column = block.line(row).first; column <= block.line(row).last; ++column) {
            const std::string label = view.label(row, column);
            // « Programmation 2023 | | | Mise à jour mars 2024 » are two; « Exercice | 2023 » is one.
            if (label.empty() && is_title_of_sheet(base::fold(line))) titles.push_back(std::exchange(line, {}));
            if (label.empty()) continue;
            if (!line.empty()) line += ' ';
            line += label;
        }
        if (!line.empty()) titles.push_back(std::move(line));
    }
    if (block.borrowed) titles.push_back(view.label(block.header.labels.back(), block.borrowed->column));
    return titles;
}

/// Something in the table says which action, council or firm a row is about.
bool has_identity(const TableDraft& draft)
{
    const data::Schema& schema = *draft.mapping.schema->schema;
    const bool asks_for_one = std::any_of(schema.fields.begin(), schema.fields.end(), names_record);
    if (!asks_for_one) return true;
    return std::any_of(draft.mapping.columns.begin(), draft.mapping.columns.end(), [](const MappedColumn& column) {
        return column.outcome == Outcome::mapped && names_record(*column.field);
    });
}

/// « Structure signataire » over the name of another firm in each row, which no schema knows, beside the number, the
/// kind and the date of each: the rows of the main table under a header of its own, and no sums of them. A
/// recapitulation has a word or two for what it adds up, and figures.
bool may_name_records(const TableDraft& draft, const TableDraft& main)
{
    constexpr std::ptrdiff_t fewest_described = 2;
    const auto first = std::ranges::find_if(
        draft.headers, [](const HeaderColumn& header) { return header.has_header() && header.content.filled > 0; });
    if (first == draft.headers.end()) return false;
    const ContentProfile& names = first->content;
    const auto at = static_cast<std::size_t>(first - draft.headers.begin());
    const Outcome outcome = draft.mapping.columns[at].outcome;
    const bool is_unread = outcome == Outcome::unknown || outcome == Outcome::question;
    if (!is_unread || names.texts != names.filled || names.different_texts * 10 < names.texts * 9) return false;
    const auto describes = [&](const MappedColumn& column) {
        if (column.outcome != Outcome::mapped || !main.mapping.has(column.field->id)) return false;
        switch (column.field->type) {
        case data::FieldType::text:
        case data::FieldType::code:
        case data::FieldType::choice:
        case data::FieldType::choices:
        case data::FieldType::date:
        case data::FieldType::boolean: return true;
        default: return false;
        }
    };
    return std::ranges::count_if(draft.mapping.columns, describes) >= fewest_described;
}

/// « Nb d'actions », « Nombre de projets financés »: how many actions a row is made of.
bool counts_actions(const HeaderColumn& header)
{
    if (!header.has_header() || header.words.size() != 1 || header.leaf().is_rate) return false;
    constexpr std::array<std::string_view, 4> counted{"action", "projet", "dossier", "operation"};
    constexpr std::array<std::string_view, 12> words{"nombre",  "total",   "finance",      "retenu",
                                                     "soutenu", "depose",  "subventionne", "programme",
                                                     "accorde", "realise", "propose",      "porte"};
    const std::vector<std::string>& tokens = header.leaf().tokens;
    const auto is_one_of = [](std::span<const std::string_view> list, const std::string& token) {
        return std::ranges::find(list, token) != list.end();
    };
    const bool says_both =
        std::ranges::count(tokens, "nombre") > 0 &&
        std::ranges::any_of(tokens, [&](const std::string& token) { return is_one_of(counted, token); });
    const ContentProfile& content = header.content;
    return says_both && content.numbers > 0 && content.is_mostly(content.numbers) && content.fractions == 0 &&
           std::ranges::all_of(
               tokens, [&](const std::string& token) { return is_one_of(counted, token) || is_one_of(words, token); });
}

/// A table of a schema of actions whose rows each count several and name none: « Porteur | Nb d'actions | Montant ».
bool sums_up_actions(const TableDraft& draft)
{
    const data::Schema& schema = *draft.mapping.schema->schema;
    if (field_by_id(schema, "intitule") == nullptr) return false;
    for (const std::string_view name : {"intitule", "num_action", "num_dossier"})
        if (draft.mapping.has(name)) return false;
    for (std::size_t at = 0; at < draft.headers.size(); ++at)
        if (!is_read(draft.mapping.columns[at].outcome) && counts_actions(draft.headers[at])) return true;
    return false;
}

/// « Financeur | Montant accordé »: each row is about its funder.
bool names_funders(const TableDraft& draft)
{
    return draft.mapping.has("financeur") && std::ranges::any_of(draft.mapping.columns, [](const MappedColumn& column) {
               return column.outcome == Outcome::mapped && column.field->type == data::FieldType::euro;
           });
}

/// The example of a sheet that bilan handed out, whose marked cell was emptied or deleted.
void set_example_aside(const TakeIn& take_in, TableDraft& draft)
{
    for (Row& row : draft.rows.rows)
        if (row.kind == RowKind::record && left_of_example(take_in, draft, row).is_all) {
            row.kind = RowKind::example;
            row.doubt = RowDoubt::none;
        }
}

/// A name alone in its row is no title: it must not become the pillar of the rows below.
void keep_names_out_of_titles(TableDraft& draft)
{
    std::vector<Row>& rows = draft.rows.rows;
    for (Row& row : rows)
        if (row.kind == RowKind::group_title && row.label && draft.may_name_person(row.row, *row.label))
            row.kind = RowKind::note;
    for (Row& row : rows)
        if (row.group && rows[*row.group].kind != RowKind::group_title) row.group.reset();
}

TableRows rows_of(const TakeIn& take_in, const TableDraft& draft, const Mapping& mapping)
{
    return classify_rows({draft.view, &draft.block, &draft.headers, &mapping, take_in.options->domain,
                          is_own_form(draft) && mapping.schema != nullptr, take_in.options->reference});
}

/// No row that holds anything else has a cell there.
bool is_never_filled(const TableDraft& draft, std::size_t at)
{
    if (draft.headers[at].content.filled > 0) return false;
    for (std::uint32_t row = draft.block.first_row; row <= draft.block.last_row; ++row)
        if (draft.block.line(row).filled > 1 && draft.view->is_filled(row, draft.headers[at].column)) return false;
    return true;
}

/// « AXE 1 : Emploi » above its actions, beside an « Axe » that all of them leave empty: the titles are what the column
/// asks for.
void let_titles_fill_empty_columns(const TakeIn& take_in, TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const bool may_be_told = column.outcome == Outcome::mapped &&
                                 (column.field->id == "pilier" || column.field->id == "axe_strategique");
        if (!may_be_told || !is_never_filled(draft, at)) continue;
        Mapping without = draft.mapping;
        without.columns[at].outcome = Outcome::left_out;
        TableRows rows = rows_of(take_in, draft, without);
        const bool is_told = rows.group_field == column.field->id && std::ranges::any_of(rows.rows, [](const Row& row) {
                                 return row.kind == RowKind::group_title && !row.fills_column;
                             });
        if (!is_told) return;
        draft.mapping = std::move(without);
        draft.rows = std::move(rows);
        return;
    }
}

} // namespace

TableDraft understand(const TakeIn& take_in, const SheetView& view, Block block)
{
    TableDraft draft;
    draft.view = &view;
    draft.block = std::move(block);
    draft.titles = titles_of(view, draft.block);
    draft.headers = header_columns(view, draft.block);
    part_shared_groups(*take_in.lexicon, draft.headers);
    name_bare_levels(draft.headers);
    join_purses(*take_in.lexicon, draft.headers);
    draft.personal = personal_columns(draft.headers);
    MappingInput input{take_in.lexicon,
                       &draft.headers,
                       &draft.personal,
                       take_in.options->mappings,
                       {},
                       take_in.options->reference,
                       draft.block.perhaps_list};
    for (const HeaderColumn& header : draft.headers) input.signs.emplace_back(*take_in.lexicon, header);
    for (const std::string& title : draft.titles) input.titles.push_back(read_header(title));
    input.titles.push_back(read_header(draft.sheet()));
    choose_schema(take_in, input, draft);
    settle_corner(draft);
    if (draft.mapping.schema != nullptr) question_changed_headers(take_in, draft);
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at)
        if (draft.mapping.columns[at].outcome == Outcome::personal) draft.personal[at] = true;
    draft.rows = rows_of(take_in, draft, draft.mapping);
    let_titles_fill_empty_columns(take_in, draft);
    keep_names_out_of_titles(draft);
    if (draft.mapping.schema != nullptr) set_example_aside(take_in, draft);
    settle_card_parts(take_in, draft);
    settle_planned_rows(draft);
    settle_sex_rows(draft);
    return draft;
}

void find_recaps(std::vector<TableDraft>& drafts, bool is_schema_asked_for)
{
    for (TableDraft& draft : drafts) {
        if (draft.mapping.schema == nullptr && draft.block.is_list) draft.schema_reason = {"BIL-507", {}};
        if (draft.mapping.schema == nullptr) continue;
        if (!is_schema_asked_for && sums_up_actions(draft)) {
            draft.left_out = "BIL-998";
            continue;
        }
        if (has_identity(draft)) continue;
        const auto is_main = [&](const TableDraft& other) {
            return &other != &draft && other.mapping.schema != nullptr && has_identity(other);
        };
        const auto is_main_alike = [&](const TableDraft& other) {
            return is_main(other) && other.mapping.schema == draft.mapping.schema;
        };
        const bool has_main = std::ranges::any_of(drafts, is_main_alike);
        const auto names_its_like = [&](const TableDraft& other) {
            return is_main_alike(other) && may_name_records(draft, other);
        };
        if (!draft.block.is_list && std::ranges::any_of(drafts, names_its_like)) continue; // BIL-113 says what lacks
        const bool is_small = draft.mapping.mapped < 3;
        if (has_main || (is_small && std::ranges::any_of(drafts, is_main)))
            draft.left_out = draft.block.is_list ? "BIL-507" : "BIL-295";
        else if (is_small && !is_schema_asked_for && !names_funders(draft))
            draft.left_out = "BIL-839";
    }
}

} // namespace bilan::intake
