// SPDX-License-Identifier: MPL-2.0
//
// Rows of a dataset as the lines of a table.
#include "base/text.hpp"
#include "data/program.hpp"
#include "script/api/check.hpp"
#include "script/api/row_order.hpp"
#include "script/api/table_data.hpp"
#include "script/api/table_page.hpp"
#include "script/api/units.hpp"
#include "script/mistake.hpp"

#include <algorithm>

namespace bilan::script {

using workbook::ColumnKind;
using workbook::Total;

namespace {

constexpr std::size_t most_rows = 1'000'000; ///< a sheet has a few more

/// A text of a cell: the labels of the terms of a list, with commas.
std::string shown_text(const Session& session, const data::Vocabulary* vocabulary, std::string_view text)
{
    std::vector<std::string> labels;
    for (const std::string_view item : base::split(text, data::list_separator))
        labels.push_back(session.label_of(vocabulary, std::string(item)));
    return base::join(labels, ", ");
}

/// The values of a field as cells: terms by their label, unknown ones by their cause.
void add_field(const Session& session, const data::Query& query, const std::string& name,
               std::vector<std::vector<workbook::Value>>& lines)
{
    const data::ExpressionPointer expression = query.expanded(data::field(name));
    data::Program program(query.dataset(), *expression);
    const data::Vocabulary* const vocabulary = session.vocabulary_of(query, name);
    const bool is_boolean = says_yes_or_no(query, name);
    std::size_t line = 0;
    data::for_each_block(*query.rows(), [&](std::span<const std::uint32_t> block) {
        const data::Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row, ++line) {
            if (values.states[row] != data::State::value)
                lines[line].emplace_back(values.states[row]);
            else if (values.ids == nullptr && is_boolean)
                lines[line].emplace_back(values.numbers[row] != 0);
            else if (values.ids == nullptr)
                lines[line].emplace_back(values.numbers[row]);
            else
                lines[line].emplace_back(shown_text(session, vocabulary, program.texts().at(values.ids[row])));
        }
    });
}

/// Numbers and amounts add up; a value that stands on several rows for one counts once, as in any figure.
void set_row_total(ColumnOptions& column, const data::Query& query, const std::string& name,
                   std::optional<data::FieldType> type)
{
    if (type != data::FieldType::count && type != data::FieldType::euro) return;
    data::Measure sum;
    sum.aggregate = data::Aggregate::sum;
    sum.expression = data::field(name);
    sum.unit = unit_of(query, sum);
    column.total = Total::given;
    column.total_value = query.figure(sum);
}

/// Nothing where its values say it.
std::optional<ColumnKind> kind_of_derived(const data::Query& query, const std::string& name)
{
    const Dimension dimension = dimension_of(query, data::field(name));
    if (dimension.is_condition || !dimension.unit || *dimension.unit == data::Unit::number) return std::nullopt;
    const data::Program program(query.dataset(), *query.expanded(data::field(name)));
    return program.is_text() ? std::nullopt : std::optional(kind_of(*dimension.unit));
}

/// A last row that says « Total » and nothing else would be one of which nobody knows why.
void drop_empty_total(TableOptions& options)
{
    const auto is_added = [](const ColumnOptions& column) { return column.total == Total::given; };
    if (!options.totals || std::ranges::any_of(options.columns, is_added)) return;
    options.totals = false;
    options.notes.push_back({"Pas de total\u00A0: aucune colonne ne compte des personnes ou des choses, ni des euros.",
                             "No total: no column counts people or things, or is of euros."});
}

/// Fields are read in the order of the rows in the dataset, whatever order they are listed in.
void put_in_order(TableOptions& options)
{
    const std::vector<std::uint32_t> places = places_in_order(*options.query);
    if (places.empty()) return;
    std::vector<std::vector<workbook::Value>> lines;
    lines.reserve(places.size());
    for (const std::uint32_t place : places) lines.push_back(std::move(options.rows[place]));
    options.rows = std::move(lines);
}

/// Below the title where there is room, else below the table: nobody takes the first rows for all.
void say_order(TableOptions& options)
{
    base::Words words = words_of_order(*options.query);
    if (words.french.empty()) return;
    if (options.base_words.french.empty())
        options.base_words = std::move(words);
    else
        options.notes.push_back(std::move(words));
}

} // namespace

void fill_from_query(const Session& session, TableOptions& options)
{
    const data::Query& query = options.query->query();
    const std::size_t rows = query.rows()->size();
    if (rows > most_rows) throw Mistake("BIL-763", {std::to_string(rows), std::to_string(most_rows)}, "data");
    options.rows.assign(rows, {});
    for (std::vector<workbook::Value>& line : options.rows) line.reserve(query.field_names().size());
    for (const std::string& name : query.field_names()) {
        if (!query.is_derived(name) && query.dataset().column(name) == nullptr) continue;
        ColumnOptions column = label_column(options, query, name);
        const auto type = type_of(query, name);
        if (!type) column.kind = kind_of_derived(query, name);
        if (options.totals && !options.columns.empty()) set_row_total(column, query, name, type);
        const auto is_same = [&](const ColumnOptions& other) { return other.header.french == column.header.french; };
        if (std::ranges::any_of(options.columns, is_same)) { // a joined field and the one it was named after
            column.header.french += " (" + name + ')';
            column.header.english += " (" + name + ')';
        }
        options.columns.push_back(std::move(column));
        add_field(session, query, name, options.rows);
    }
    put_in_order(options);
    drop_empty_total(options);
    set_total_label(options, session, TotalWords{});
    say_order(options);
}

} // namespace bilan::script
