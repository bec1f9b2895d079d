// SPDX-License-Identifier: MPL-2.0
#include "intake/understand.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/personal.hpp"
#include "intake/own_form.hpp"
#include "intake/table/header_path.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

constexpr double hint_weight = 0.25;
constexpr std::size_t most_hints = 2;
constexpr double known_header = 0.97; ///< that a schema has it as its label says no more of the table
constexpr double close_call = 0.97;   ///< of the best score: another schema would do almost as well

std::vector<std::string> titles_of(const SheetView& view, const Block& block)
{
    std::vector<std::string> titles;
    for (const std::uint32_t row : block.titles) {
        std::string line;
        for (std::uint32_t column = block.line(row).first; column <= block.line(row).last; ++column) {
            const std::string label = view.label(row, column);
            if (label.empty()) continue;
            if (!line.empty()) line += ' ';
            line += label;
        }
        if (!line.empty()) titles.push_back(std::move(line));
    }
    return titles;
}

double hints(const TakeIn& take_in, const TableDraft& draft, const data::Schema& schema)
{
    std::string around = base::fold(take_in.reading->file) + ' ' + base::fold(draft.sheet());
    for (const std::string& title : draft.titles) around += ' ' + base::fold(title);
    std::size_t found = 0;
    for (const std::string& hint : schema.hints)
        if (around.find(base::fold(hint)) != std::string::npos) ++found;
    return hint_weight * static_cast<double>(std::min(found, most_hints));
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

bool fits(const Mapping& mapping, bool asked_for)
{
    if (mapping.mapped < 2) return false;
    const double share =
        static_cast<double>(mapping.mapped + mapping.contested) / std::max(1.0, static_cast<double>(mapping.titled));
    return mapping.mapped >= 4 || share >= (asked_for ? 0.25 : 0.34);
}

struct Choice {
    Mapping mapping;
    double score = 0;
};

/// A header that few schemas know speaks for them; one that all of them know speaks for none.
void weigh(std::vector<Choice>& choices, std::size_t columns)
{
    const auto others = static_cast<double>(choices.size() - 1);
    std::vector<std::size_t> readers(columns, 0);
    for (const Choice& choice : choices)
        for (std::size_t at = 0; at < columns; ++at)
            if (is_read(choice.mapping.columns[at].outcome)) ++readers[at];
    for (Choice& choice : choices) {
        choice.mapping.score = 0;
        std::set<std::string_view> fields; // a list spread over many columns is one field
        for (std::size_t at = 0; at < columns; ++at) {
            const MappedColumn& column = choice.mapping.columns[at];
            if (!is_read(column.outcome) || !fields.insert(column.field->id).second) continue;
            const double distinct = others > 0 ? 1 - static_cast<double>(readers[at] - 1) / others : 1;
            choice.mapping.score += std::min(column.confidence, known_header) * (0.3 + 0.7 * distinct);
        }
    }
}

/// All measures of the table, three at least, are those that the schema is about.
bool is_made_for(const Mapping& mapping)
{
    constexpr std::size_t least = 3;
    std::size_t measures = 0;
    for (const MappedColumn& column : mapping.columns) {
        if (!is_read(column.outcome) || !is_measure(*column.field)) continue;
        const std::vector<std::string>& made_of = mapping.schema->schema->made_of;
        const bool is_own = std::any_of(made_of.begin(), made_of.end(), [&](const std::string& prefix) {
            return column.field->id.starts_with(prefix);
        });
        if (!is_own) return false;
        ++measures;
    }
    return measures >= least;
}

/// Of schemas that understand a table almost as well, the one that was made for just this.
void prefer_the_narrower(std::vector<Choice>& choices)
{
    const auto narrower = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
        return choice.mapping.score > choices.front().mapping.score * close_call && is_made_for(choice.mapping);
    });
    if (narrower != choices.end()) std::rotate(choices.begin(), narrower, narrower + 1);
}

void choose_schema(const TakeIn& take_in, const MappingInput& input, TableDraft& draft)
{
    std::vector<Choice> choices;
    const std::string wanted = wanted_schema(take_in, draft);
    for (const SchemaIndex& schema : take_in.lexicon->schemas())
        if (wanted.empty() || schema.schema->id == wanted) choices.push_back({map_columns(input, schema), 0});
    if (choices.empty()) return;
    weigh(choices, draft.headers.size());
    for (Choice& choice : choices)
        choice.score = choice.mapping.score + hints(take_in, draft, *choice.mapping.schema->schema);
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& left, const Choice& right) { return left.score > right.score; });
    prefer_the_narrower(choices);
    Mapping best = std::move(choices.front().mapping);
    ask_about_the_rest(input, best);
    if (!fits(best, !wanted.empty())) {
        draft.schema_reason =
            wanted.empty()
                ? base::Message{"BIL-277", {}}
                : base::Message{"BIL-843", {wanted, std::to_string(best.mapped), std::to_string(best.titled)}};
        return;
    }
    const bool is_doubtful =
        choices.size() > 1 && choices[1].score > choices.front().score * close_call && fits(choices[1].mapping, false);
    draft.confidence =
        best.mapped >= best.titled ? 1.0 : static_cast<double>(best.mapped) / static_cast<double>(best.titled);
    const std::string& name = best.schema->schema->id;
    draft.schema_reason = {"BIL-275", {name, std::to_string(best.mapped), std::to_string(best.titled)}};
    if (is_doubtful) {
        draft.confidence = std::min(draft.confidence, 0.5);
        draft.schema_reason = {"BIL-278", {name, choices[1].mapping.schema->schema->id}};
    }
    draft.mapping = std::move(best);
}

/// Known labels down the first columns, and how many columns of values stand beside them.
struct SideLabels {
    std::uint32_t lines = 0; ///< rows with something beside the first cell
    std::uint32_t known = 0;
    std::uint32_t texts = 0;
    std::uint32_t values = 0;
};

SideLabels side_labels(const SheetView& view, HeaderScout& scout, std::uint32_t column)
{
    SideLabels side;
    std::set<TextPool::Id> seen; // values repeat, labels do not: « association » down a column is a value
    std::vector<std::uint32_t> filled(view.columns(), 0);
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        if (!view.is_filled(row, column)) continue;
        if (view.is_filled(row, column + 1)) ++side.lines;
        if (!view.is_text(row, column)) continue;
        ++side.texts;
        if (!seen.insert(view.at(row, column).text()).second || !scout.is_known(row, column)) continue;
        ++side.known;
        for (std::uint32_t other = column + 1; other < view.columns(); ++other)
            if (view.is_filled(row, other)) ++filled[other];
    }
    for (const std::uint32_t count : filled)
        if (count * 2 >= side.known && count >= 2) ++side.values;
    return side;
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

} // namespace

TableDraft understand(const TakeIn& take_in, const SheetView& view, Block block)
{
    TableDraft draft;
    draft.view = &view;
    draft.block = std::move(block);
    draft.titles = titles_of(view, draft.block);
    draft.headers = header_columns(view, draft.block);
    draft.personal = personal_columns(draft.headers);
    MappingInput input{take_in.lexicon,           &draft.headers, &draft.personal, take_in.options->mappings, {},
                       take_in.options->reference};
    for (const std::string& title : draft.titles) input.titles.push_back(read_header(title));
    input.titles.push_back(read_header(draft.sheet()));
    choose_schema(take_in, input, draft);
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at)
        if (draft.mapping.columns[at].outcome == Outcome::personal) draft.personal[at] = true;
    draft.rows = classify_rows({&view, &draft.block, &draft.headers, &draft.mapping, take_in.options->domain,
                                is_own_form(draft) && draft.mapping.schema != nullptr});
    keep_names_out_of_titles(draft);
    return draft;
}

void find_recaps(std::vector<TableDraft>& drafts, bool is_schema_asked_for)
{
    for (TableDraft& draft : drafts) {
        if (draft.mapping.schema == nullptr || has_identity(draft)) continue;
        const auto is_main = [&](const TableDraft& other) {
            return &other != &draft && other.mapping.schema != nullptr && has_identity(other);
        };
        const bool has_main = std::ranges::any_of(drafts, [&](const TableDraft& other) {
            return is_main(other) && other.mapping.schema == draft.mapping.schema;
        });
        const bool is_small = draft.mapping.mapped < 3;
        if (has_main || (is_small && std::ranges::any_of(drafts, is_main)))
            draft.left_out = "BIL-295";
        else if (is_small && !is_schema_asked_for)
            draft.left_out = "BIL-839";
    }
}

namespace {

/// Known labels of a row, each counted once: « CAF », « Région », « CAF » beside « Financeur » are values.
std::uint32_t distinct_known(const SheetView& view, HeaderScout& scout, const Line& line, std::uint32_t row)
{
    std::set<TextPool::Id> seen;
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column)
        if (view.is_text(row, column) && scout.is_known(row, column)) seen.insert(view.at(row, column).text());
    return static_cast<std::uint32_t>(seen.size());
}

/// Columns that hold numbers and texts: most of them, where records run across the sheet.
bool are_columns_mixed(const SheetView& view, std::uint32_t from_row)
{
    std::uint32_t mixed = 0;
    std::uint32_t columns = 0;
    for (std::uint32_t column = 1; column < view.columns(); ++column) {
        std::uint32_t numbers = 0;
        std::uint32_t filled = 0;
        for (std::uint32_t row = from_row; row < view.rows(); ++row) {
            if (!view.is_filled(row, column)) continue;
            ++filled;
            if (view.is_number(row, column)) ++numbers;
        }
        if (filled < 3) continue;
        ++columns;
        if (numbers * 4 >= filled && (filled - numbers) * 4 >= filled) ++mixed;
    }
    return columns > 0 && mixed * 2 > columns;
}

} // namespace

Orientation orientation(const SheetView& view, HeaderScout& scout)
{
    constexpr std::uint32_t most_rows = 400;
    if (view.rows() > most_rows || view.columns() < 2) return Orientation::rows;
    Strip strip{0, view.columns() - 1, view.lines(0, view.columns() - 1)};
    std::uint32_t best_row = 0;
    bool is_top = true;
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        const std::uint32_t known = distinct_known(view, scout, strip.lines[row], row);
        best_row = std::max(best_row, known);
        // Nothing but known labels side by side is a header, whatever the columns below hold (funders, say), unless
        // they are values of records that run across. In the first row some unknown ones may stand among them.
        const bool is_first = std::exchange(is_top, is_top && strip.lines[row].filled < 2);
        const std::uint32_t labels = is_first ? known * 3 : known;
        const bool is_header = known >= 3 && labels >= strip.lines[row].filled;
        if (is_header && !are_columns_mixed(view, row + 1)) return Orientation::rows;
    }
    SideLabels best;
    for (std::uint32_t column = 0; column < std::min<std::uint32_t>(3, view.columns()); ++column) {
        const SideLabels side = side_labels(view, scout, column);
        if (side.known > best.known) best = side;
    }
    // Lines of answers above a real header have known labels down the side too.
    const bool are_nearly_all = best.known > best_row && best.known * 5 >= best.lines * 4;
    const bool outweighs = best_row < 2 || are_nearly_all || best.known >= best_row * 5;
    const bool has_labels = best.known >= 3 && outweighs && best.known * 2 >= best.texts;
    if (!has_labels) return Orientation::rows;
    return best.values >= 2 ? Orientation::transposed : Orientation::form;
}

bool is_pivot(const SheetView& view, const Block& block)
{
    const std::uint32_t from = block.has_header() ? block.header.first() : block.first_row;
    for (std::uint32_t row = from; row <= std::min(from + 3, block.last_row); ++row)
        for (std::uint32_t column = block.first_column; column <= block.last_column; ++column) {
            const std::string label = base::fold(view.label(row, column));
            if (label == "etiquettes de lignes" || label == "row labels" || label == "etiquettes de colonnes")
                return true;
        }
    return false;
}

} // namespace bilan::intake
