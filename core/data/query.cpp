// SPDX-License-Identifier: MPL-2.0
#include "data/query.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "data/expansion.hpp"
#include "data/figures.hpp"
#include "data/program.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace bilan::data {

namespace {

/// More figures than a sheet has rows twice over are a slip, not a table.
constexpr std::size_t most_figures = 2'000'000;

void refuse_giants(std::size_t figures)
{
    if (figures > most_figures)
        throw base::Error(base::ExitCode::script, "", {"BIL-697", {std::to_string(most_figures)}});
}

KeyColumn key_column(const std::string& field, const Grouping& grouping, std::size_t key)
{
    KeyColumn column{field, {}, {}};
    for (const std::uint32_t code : grouping.codes(key)) {
        column.values.push_back(grouping.key(key).values[code]);
        column.states.push_back(grouping.key(key).states[code]);
    }
    return column;
}

/// The name that scripts call a column by: the value it stands for, or the code of its unknown.
std::string name_of(const KeyColumn& columns, std::size_t at)
{
    if (const auto* text = std::get_if<std::string>(&columns.values[at])) return *text;
    if (const auto* number = std::get_if<double>(&columns.values[at])) return base::shortest(*number);
    return std::string(code(columns.states[at]));
}

/// The group of its row for each cell: both come in the order of the rows' keys.
std::vector<std::size_t> rows_of_cells(const Grouping& by_row, const Grouping& by_cell, std::size_t keys)
{
    std::vector<std::size_t> rows(by_cell.size());
    std::size_t row = 0;
    const auto is_same = [&](std::size_t cell) {
        for (std::size_t key = 0; key < keys; ++key)
            if (by_row.codes(key)[row] != by_cell.codes(key)[cell]) return false;
        return true;
    };
    for (std::size_t cell = 0; cell < rows.size(); ++cell) {
        while (!is_same(cell)) ++row;
        rows[cell] = row;
    }
    return rows;
}

} // namespace

/// Everything that asks for figures goes through here.
struct Query::Work {
    const Query& query;

    void check(const ExpressionPointer& expression) const
    {
        if (expression == nullptr) return;
        for (const std::string& name : expression->fields())
            if (!query.has_field(name)) throw_unknown_field(name, query.dataset_->schema(), query.field_names());
    }

    [[nodiscard]] Grouping group(const std::vector<std::string>& fields, ListKeys lists) const
    {
        Grouping grouping(query.rows());
        for (const std::string& name : fields) {
            const ExpressionPointer named = data::field(name);
            check(named);
            Program program(*query.dataset_, *Expansion(query.derived_).of(named));
            grouping.split(encode_key(program, *grouping.rows(), query.domain_, lists));
        }
        return grouping;
    }

    [[nodiscard]] Measure prepare(const Measure& measure) const
    {
        check(measure.expression);
        check(measure.denominator);
        check(measure.where);
        return expand(measure, query.derived_);
    }

    /// What chose the rows of figures that are grouped by these fields.
    [[nodiscard]] std::shared_ptr<const FieldSet> chosen_by(const std::vector<std::string>& keys) const
    {
        auto chosen = std::make_shared<FieldSet>(query.chosen_by_);
        for (const std::string& key : keys) chosen->merge(query.fields_behind(key));
        return chosen;
    }

    [[nodiscard]] std::vector<Figure> figures(const Measure& measure, const Grouping& grouping,
                                              const std::shared_ptr<const FieldSet>& chosen_by) const
    {
        return figures_of(query.dataset_, prepare(measure), grouping, chosen_by, query.condition_);
    }
};

Query::Query(std::shared_ptr<const Dataset> dataset, const Domain* domain)
    : dataset_(std::move(dataset)), domain_(domain)
{
    assert(dataset_ != nullptr);
}

Query Query::where(const ExpressionPointer& condition) const
{
    Work{*this}.check(condition);
    Query narrower = *this;
    ExpressionPointer expanded = Expansion(derived_).of(condition);
    require_number(Program(*dataset_, *expanded), *expanded);
    narrower.rows_ = nullptr;
    narrower.chosen_by_.merge(chosen_in(condition));
    narrower.condition_ =
        condition_ == nullptr ? std::move(expanded) : apply(Operation::all_of, {condition_, std::move(expanded)});
    return narrower;
}

Query Query::derive(std::string name, const ExpressionPointer& expression) const
{
    Work{*this}.check(expression);
    Query wider = *this;
    ExpressionPointer expanded = Expansion(derived_).of(expression);
    (void)Program(*dataset_, *expanded); // a mistake is told where it is made, not where the column is used
    if (!selected_.empty() && !has_field(name)) wider.selected_.push_back(name);
    if (!derived_.contains(name)) wider.derived_names_.push_back(name);
    wider.derived_.insert_or_assign(std::move(name), std::move(expanded));
    return wider;
}

Query Query::select(std::vector<std::string> names) const
{
    for (const std::string& name : names) Work{*this}.check(data::field(name));
    Query narrower = *this;
    narrower.selected_ = std::move(names);
    return narrower;
}

ExpressionPointer Query::expanded(const ExpressionPointer& expression) const
{
    Work{*this}.check(expression);
    return Expansion(derived_).of(expression);
}

std::shared_ptr<const std::vector<std::uint32_t>> Query::rows() const
{
    if (rows_ != nullptr) return rows_;
    std::vector<std::uint32_t> all(dataset_->rows());
    std::iota(all.begin(), all.end(), 0U);
    if (condition_ != nullptr) all = rows_where(*dataset_, *condition_, all);
    rows_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(all));
    return rows_;
}

Figure Query::figure(const Measure& measure) const
{
    const Work work{*this};
    return std::move(work.figures(measure, Grouping(rows()), work.chosen_by({})).front());
}

Groups Query::group(const std::vector<std::string>& fields,
                    const std::vector<std::pair<std::string, Measure>>& measures, ListKeys lists) const
{
    if (fields.empty()) throw base::Error(base::ExitCode::script, "", {"BIL-696", {}});
    const Work work{*this};
    const Grouping grouping = work.group(fields, lists);
    refuse_giants(grouping.size() * measures.size());
    const auto chosen_by = work.chosen_by(fields);
    Groups groups;
    for (std::size_t key = 0; key < fields.size(); ++key) groups.keys.push_back(key_column(fields[key], grouping, key));
    for (const auto& [name, measure] : measures)
        groups.columns.push_back({name, measure, work.figures(measure, grouping, chosen_by)});
    return groups;
}

Crossing Query::cross(const std::string& rows_field, const std::string& columns_field, const Measure& measure) const
{
    const Work work{*this};
    const Grouping by_row = work.group({rows_field}, ListKeys::each_item);
    const Grouping by_column = work.group({columns_field}, ListKeys::each_item);
    refuse_giants(by_row.size() * by_column.size());
    const Grouping by_cell = work.group({rows_field, columns_field}, ListKeys::each_item);

    Crossing crossing;
    crossing.rows = key_column(rows_field, by_row, 0);
    crossing.columns = key_column(columns_field, by_column, 0);
    const auto chosen_by = work.chosen_by({rows_field, columns_field});
    crossing.row_totals = work.figures(measure, by_row, work.chosen_by({rows_field}));
    crossing.column_totals = work.figures(measure, by_column, work.chosen_by({columns_field}));
    crossing.total = figure(measure);
    const std::vector<Figure> empty_line(by_column.size(), figure_of_no_rows(measure));
    crossing.cells.assign(by_row.size(), empty_line);
    std::vector<Figure> cells = work.figures(measure, by_cell, chosen_by);
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        crossing.cells[by_cell.codes(0)[cell]][by_cell.codes(1)[cell]] = std::move(cells[cell]);
    return crossing;
}

Groups Query::pivot(const std::vector<std::string>& rows_fields, const std::string& columns_field,
                    const Measure& measure, ListKeys lists) const
{
    if (rows_fields.empty()) throw base::Error(base::ExitCode::script, "", {"BIL-696", {}});
    const Work work{*this};
    const Grouping by_row = work.group(rows_fields, lists);
    const Grouping by_column = work.group({columns_field}, lists);
    refuse_giants(by_row.size() * by_column.size());
    std::vector<std::string> all_fields = rows_fields;
    all_fields.push_back(columns_field);
    const Grouping by_cell = work.group(all_fields, lists);
    const auto chosen_by = work.chosen_by(all_fields);
    const std::vector<Figure> cells = work.figures(measure, by_cell, chosen_by);

    Groups groups;
    for (std::size_t key = 0; key < rows_fields.size(); ++key)
        groups.keys.push_back(key_column(rows_fields[key], by_row, key));
    const KeyColumn columns = key_column(columns_field, by_column, 0);
    const std::vector<Figure> column_totals = work.figures(measure, by_column, work.chosen_by({columns_field}));
    const std::vector<Figure> empty(by_row.size(), figure_of_no_rows(measure));
    for (std::size_t column = 0; column < columns.values.size(); ++column)
        groups.columns.push_back({name_of(columns, column), measure, empty, column_totals[column], true});
    const std::vector<std::size_t> row_of_cell = rows_of_cells(by_row, by_cell, rows_fields.size());
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        groups.columns[by_cell.codes(rows_fields.size())[cell]].figures[row_of_cell[cell]] = cells[cell];
    return groups;
}

KeyColumn Query::distinct(const std::string& name) const
{
    const KeyColumn all = key_column(name, Work{*this}.group({name}, ListKeys::each_item), 0);
    KeyColumn known{name, {}, {}};
    for (std::size_t at = 0; at < all.values.size(); ++at) {
        if (all.states[at] != State::value) continue;
        known.values.push_back(all.values[at]);
        known.states.push_back(State::value);
    }
    return known;
}

} // namespace bilan::data
