// SPDX-License-Identifier: MPL-2.0
#include "intake/row/title_field.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/shape/status_title.hpp"
#include "intake/territory/reference.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

std::vector<std::string> titles_of(const RowInput& input, const TableRows& table)
{
    std::vector<std::string> titles;
    for (const Row& row : table.rows)
        if (row.kind == RowKind::group_title && row.label && !row.fills_column)
            titles.push_back(input.view->label(row.row, *row.label));
    return titles;
}

bool says_quarter(const std::string& title, const Reference* reference)
{
    const std::string folded = base::fold(title);
    if (reference != nullptr && reference->names_quarter(name_of_group(title))) return true;
    return is_quarter_code(std::string_view(title).substr(0, title.find(' '))) || has_code_in_brackets(title) ||
           folded.starts_with("quartier ") || folded.starts_with("qpv ");
}

} // namespace

bool has_code_in_brackets(std::string_view title)
{
    const std::size_t open = title.rfind('(');
    const std::size_t close = title.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) return false;
    return is_quarter_code(base::trim(title.substr(open + 1, close - open - 1)));
}

namespace {

bool are_terms(const data::Vocabulary* vocabulary, const std::vector<std::string>& titles)
{
    if (vocabulary == nullptr) return false;
    const VocabularyIndex index(vocabulary);
    return std::ranges::all_of(titles,
                               [&](const std::string& title) { return index.find(name_of_group(title)) != nullptr; });
}

bool has_term(const data::Vocabulary* vocabulary, const std::vector<std::string>& titles)
{
    return vocabulary != nullptr &&
           std::ranges::any_of(titles, [&, index = VocabularyIndex(vocabulary)](const std::string& title) {
               return index.find(name_of_group(title)) != nullptr;
           });
}

bool opens_with_any(const std::string& title, std::initializer_list<std::string_view> words)
{
    const std::string folded = base::fold(title);
    return std::ranges::any_of(words, [&](std::string_view word) {
        const bool ends = folded.size() == word.size() || (folded.size() > word.size() && folded[word.size()] == ' ');
        return ends && folded.starts_with(word);
    });
}

/// « Axe 1 : éducation »: of the contract, whatever other list has that word.
bool says_pillar(const std::string& title)
{
    return opens_with_any(title, {"pilier", "axe", "volet", "priorite", "orientation", "enjeu"});
}

bool says_theme(const std::string& title)
{
    return opens_with_any(title, {"thematique", "sous-theme", "sous-thematique", "objectif operationnel"});
}

/// « Santé » is a domain of discrimination as well as a kind of action for equality, and most often neither.
bool may_be_theme(const RowInput& input, const data::Schema& schema, const std::vector<std::string>& titles)
{
    return std::ranges::any_of(schema.fields, [&](const data::Field& field) {
        return field.type == data::FieldType::choices && are_terms(input.domain->vocabulary(field.vocabulary), titles);
    });
}

} // namespace

std::optional<std::string> field_of_titles(const RowInput& input, const TableRows& table)
{
    const std::vector<std::string> titles = titles_of(input, table);
    if (titles.empty() || input.mapping->schema == nullptr) return std::nullopt;
    const data::Schema& schema = *input.mapping->schema->schema;
    const auto given_by_titles = [&](const data::Field& field) {
        return input.mapping->has(field.id) ? std::string() : field.id;
    };
    const auto is_quarter = [&](const std::string& title) { return says_quarter(title, input.reference); };
    if (std::ranges::all_of(titles, is_quarter)) {
        const data::Field* const territory = territory_field(schema);
        return territory == nullptr ? std::nullopt : std::optional(given_by_titles(*territory));
    }
    const auto is_commune = [](const std::string& title) { return !commune_of_title(title).empty(); };
    const data::Field* const commune = field_by_id(schema, "commune");
    if (commune != nullptr && std::ranges::all_of(titles, is_commune)) return given_by_titles(*commune);
    const auto is_status = [&](const std::string& title) { return status_of_title(title, *input.domain) != nullptr; };
    const data::Field* const status = field_by_id(schema, "statut");
    if (status != nullptr && std::ranges::all_of(titles, is_status)) return given_by_titles(*status);
    // « Axe 1 - Agir pour l'accès à l'emploi … », word for word: one of the three axes, and no pillar of a contract.
    for (const data::Field& field : schema.fields)
        if (field.vocabulary == "axe_strategique" && are_terms(input.domain->vocabulary(field.vocabulary), titles))
            return given_by_titles(field);
    if (const data::Field* const usual = field_by_id(schema, table.group_field))
        if (has_term(input.domain->vocabulary(usual->vocabulary), titles)) return std::nullopt;
    const data::Field* const theme = field_by_id(schema, "thematique");
    if (theme != nullptr && std::ranges::all_of(titles, says_theme)) return given_by_titles(*theme);
    if (std::ranges::any_of(titles, says_pillar) || may_be_theme(input, schema, titles)) return std::nullopt;
    for (const data::Field& field : schema.fields)
        if (field.type == data::FieldType::choice && field.id != table.group_field &&
            are_terms(input.domain->vocabulary(field.vocabulary), titles))
            return given_by_titles(field);
    // Of a schema without funders, they are no pillars either.
    return are_terms(input.domain->vocabulary("financeur"), titles) ? std::optional(std::string()) : std::nullopt;
}

void settle_status_titles(const RowInput& input, TableRows& table)
{
    if (input.mapping->schema == nullptr) return;
    const data::Schema& schema = *input.mapping->schema->schema;
    if (field_by_id(schema, "statut") == nullptr) return;
    const bool has_titles = std::ranges::any_of(
        table.rows, [](const Row& row) { return row.kind == RowKind::group_title && !row.fills_column; });
    const bool gives = !has_titles && !input.mapping->has("statut");
    bool is_given = false;
    for (Row& row : table.rows) {
        const bool is_lone = row.kind == RowKind::record && row.doubt == RowDoubt::lone_text;
        if (!is_lone && row.kind != RowKind::unused_title) continue;
        const std::uint32_t column = row.label.value_or(input.block->line(row.row).first);
        if (status_of_title(input.view->label(row.row, column), *input.domain) == nullptr) continue;
        row.kind = gives ? RowKind::group_title : RowKind::unused_title;
        row.label = column;
        row.doubt = RowDoubt::none;
        is_given = is_given || gives;
    }
    if (is_given) table.group_field = "statut";
}

} // namespace bilan::intake
