// SPDX-License-Identifier: MPL-2.0
#include "intake/corner.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/table/period_words.hpp"
#include "intake/territory/place_form.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::size_t most_shown = 5;

/// « Indicateurs », « Rubrique », nothing at all: a title of the labels below.
bool names_labels(const HeaderColumn& corner)
{
    if (!corner.has_header()) return true;
    constexpr std::array<std::string_view, 7> titles{"indicateur", "rubrique", "variable", "donnee",
                                                     "libelle",    "item",     "critere"};
    const std::vector<std::string>& tokens = corner.leaf().tokens;
    return !tokens.empty() && std::ranges::find(titles, tokens.front()) != titles.end();
}

/// « Financeur » over « État », « Région », « Ville », which are the other headers: it names them, and not the records.
bool names_funders(const TableDraft& draft, const MappedColumn& corner)
{
    constexpr std::ptrdiff_t fewest = 2;
    const bool is_funder = corner.outcome == Outcome::mapped && corner.field->vocabulary == "financeur";
    return is_funder && std::ranges::count_if(draft.mapping.columns, [](const MappedColumn& column) {
                            return column.outcome == Outcome::mapped && column.field->type == data::FieldType::euro;
                        }) >= fewest;
}

/// « 2022 | 2023 », « Exercice 2022 | Exercice 2023 ».
bool holds_years(const TableDraft& draft, std::uint32_t column)
{
    constexpr double first = 1990;
    constexpr double last = 2100;
    bool has_years = false;
    for (std::uint32_t row = draft.block.first_row; row <= draft.block.last_row; ++row) {
        if (!draft.view->is_filled(row, column)) continue;
        const std::optional<double> number = number_at(*draft.view, row, column);
        const bool is_year = number ? *number >= first && *number <= last && *number == std::floor(*number)
                                    : is_title_of_year(base::fold(draft.view->label(row, column)));
        if (!is_year) return false;
        has_years = true;
    }
    return has_years;
}

/// « Les Tilleuls | Bellefontaine | Total »: all have the form of names of places, half of them surely.
bool are_places(const TableDraft& draft, std::uint32_t column)
{
    std::size_t places = 0;
    std::size_t likely = 0;
    for (std::uint32_t row = draft.block.first_row; row <= draft.block.last_row; ++row) {
        const std::string name = draft.view->label(row, column);
        if (name.empty() || is_total_leaf(read_header(name))) continue;
        const PlaceForm form = place_form(name);
        if (form == PlaceForm::none) return false;
        ++places;
        if (form == PlaceForm::likely) ++likely;
    }
    return places >= 2 && likely * 2 >= places;
}

/// What the records of the table are called by: a quarter in a table of quarters, else the title of an action.
const data::Field* name_of_records(const TableDraft& draft, std::uint32_t column)
{
    const data::Schema& schema = *draft.mapping.schema->schema;
    const data::Field* const territory = territory_field(schema);
    if (territory != nullptr && !draft.mapping.has(territory->id) && are_places(draft, column)) return territory;
    const auto named = std::ranges::find_if(schema.fields, [](const data::Field& field) {
        return field.type == data::FieldType::text && names_record(field);
    });
    return named != schema.fields.end() ? &*named : territory;
}

std::string titles_of_records(const TableDraft& draft, const HeaderColumn& corner)
{
    std::vector<std::string> titles;
    for (std::uint32_t row = draft.block.first_row; row <= draft.block.last_row; ++row) {
        if (!draft.view->is_filled(row, corner.column)) continue;
        if (titles.size() == most_shown) {
            titles.emplace_back("…");
            break;
        }
        titles.push_back(draft.shown(row, corner.column));
    }
    return base::join(titles, ", ");
}

/// What a line of titles of records is, of which its own title does not speak; nothing where it does.
const data::Field* field_of_titles(const TableDraft& draft, std::size_t at)
{
    const HeaderColumn& titles = draft.headers[at];
    const MappedColumn& column = draft.mapping.columns[at];
    const bool is_answered = column.reason.code == "BIL-260" || column.outcome == Outcome::left_out;
    if (column.outcome == Outcome::personal || is_answered) return nullptr;
    if (holds_years(draft, titles.column)) return field_by_id(*draft.mapping.schema->schema, "exercice");
    const bool names_others = names_labels(titles) || names_funders(draft, column);
    return names_others && titles.content.is_mostly(titles.content.texts) ? name_of_records(draft, titles.column)
                                                                          : nullptr;
}

void settle_titles_of_records(TableDraft& draft, std::size_t at)
{
    const data::Field* const field = field_of_titles(draft, at);
    if (field == nullptr || draft.mapping.has(field->id)) return;
    const HeaderColumn& titles = draft.headers[at];
    MappedColumn& column = draft.mapping.columns[at];
    const bool was_read = is_read(column.outcome);
    column = MappedColumn{};
    column.outcome = Outcome::mapped;
    column.field = *field;
    column.confidence = sure;
    column.near = true;
    column.reason = {"BIL-597", {titles.has_header() ? titles.path : "–", titles_of_records(draft, titles), field->id}};
    if (!was_read) ++draft.mapping.mapped;
}

} // namespace

void settle_corner(TableDraft& draft)
{
    if (draft.mapping.schema == nullptr || !draft.view->is_transposed() || draft.headers.empty()) return;
    // A title above the card heads no record.
    const auto first =
        std::ranges::find_if(draft.headers, [](const HeaderColumn& header) { return header.content.filled > 0; });
    if (first == draft.headers.end()) return;
    std::size_t at = static_cast<std::size_t>(first - draft.headers.begin());
    settle_titles_of_records(draft, at);
    // « Bellevue » above « 2022 | 2023 », which nothing at their left names.
    while (++at < draft.headers.size() && !draft.headers[at].has_header() && draft.headers[at].content.filled > 0)
        settle_titles_of_records(draft, at);
}

} // namespace bilan::intake
