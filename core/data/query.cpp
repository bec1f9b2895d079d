// SPDX-License-Identifier: MPL-2.0
#include "data/query.hpp"

#include "base/error.hpp"
#include "data/figures.hpp"
#include "data/program.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_map>

namespace bilan::data {

namespace {

/// More figures than a sheet has rows twice over are a slip, not a table.
constexpr std::size_t most_figures = 2'000'000;

void refuse_giants(std::size_t figures)
{
    if (figures > most_figures)
        throw base::Error(base::ExitCode::script, "", {"BIL-697", {std::to_string(most_figures)}});
}

using Derived = std::map<std::string, ExpressionPointer, std::less<>>;

/// Puts the expressions of derived columns in the place of their names; shared parts stay shared.
class Expansion {
public:
    explicit Expansion(const Derived& derived) : derived_(derived) {}

    ExpressionPointer of(const ExpressionPointer& expression)
    {
        if (expression == nullptr || derived_.empty()) return expression;
        if (const auto done = done_.find(expression.get()); done != done_.end()) return done->second;
        ExpressionPointer expanded = expand(expression);
        done_.emplace(expression.get(), expanded);
        return expanded;
    }

private:
    ExpressionPointer expand(const ExpressionPointer& expression)
    {
        if (expression->operation == Operation::field) {
            const auto derived = derived_.find(expression->name);
            return derived == derived_.end() ? expression : derived->second;
        }
        std::vector<ExpressionPointer> operands;
        for (const ExpressionPointer& operand : expression->operands) operands.push_back(of(operand));
        if (operands == expression->operands) return expression;
        return apply(expression->operation, std::move(operands), expression->constants);
    }

    const Derived& derived_;
    std::unordered_map<const Expression*, ExpressionPointer> done_;
};

Measure expand(const Measure& measure, const Derived& derived)
{
    Expansion expansion(derived);
    Measure expanded = measure;
    expanded.expression = expansion.of(measure.expression);
    expanded.denominator = expansion.of(measure.denominator);
    expanded.where = expansion.of(measure.where);
    return expanded;
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
            const ExpressionPointer named = field(name);
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

    [[nodiscard]] std::vector<Figure> figures(const Measure& measure, const Grouping& grouping) const
    {
        return figures_of(query.dataset_, prepare(measure), grouping);
    }
};

Query::Query(std::shared_ptr<const Dataset> dataset, const Domain* domain)
    : dataset_(std::move(dataset)), domain_(domain)
{
    assert(dataset_ != nullptr);
}

Query Query::where(ExpressionPointer condition) const
{
    Work{*this}.check(condition);
    Query narrower = *this;
    ExpressionPointer expanded = Expansion(derived_).of(condition);
    require_number(Program(*dataset_, *expanded), *expanded);
    narrower.condition_ =
        condition_ == nullptr ? std::move(expanded) : apply(Operation::all_of, {condition_, std::move(expanded)});
    narrower.rows_ = nullptr;
    return narrower;
}

Query Query::derive(std::string name, ExpressionPointer expression) const
{
    Work{*this}.check(expression);
    Query wider = *this;
    ExpressionPointer expanded = Expansion(derived_).of(expression);
    (void)Program(*dataset_, *expanded); // a mistake is told where it is made, not where the column is used
    wider.derived_.insert_or_assign(std::move(name), std::move(expanded));
    return wider;
}

bool Query::has_field(std::string_view name) const
{
    const Schema& schema = dataset_->schema();
    return derived_.find(name) != derived_.end() || dataset_->column(name) != nullptr ||
           schema.field(name) != nullptr || schema.family_of(name) != nullptr;
}

std::vector<std::string> Query::field_names() const
{
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const Field& known : dataset_->schema().fields) add(known.id);
    for (const Column& column : dataset_->columns()) add(column.field.id);
    for (const auto& [name, expression] : derived_) add(name);
    return names;
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
    return std::move(Work{*this}.figures(measure, Grouping(rows())).front());
}

Groups Query::group(const std::vector<std::string>& fields,
                    const std::vector<std::pair<std::string, Measure>>& measures, ListKeys lists) const
{
    if (fields.empty()) throw base::Error(base::ExitCode::script, "", {"BIL-696", {}});
    const Work work{*this};
    const Grouping grouping = work.group(fields, lists);
    refuse_giants(grouping.size() * measures.size());
    Groups groups;
    for (std::size_t key = 0; key < fields.size(); ++key) groups.keys.push_back(key_column(fields[key], grouping, key));
    for (const auto& [name, measure] : measures)
        groups.columns.push_back({name, measure, work.figures(measure, grouping)});
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
    crossing.row_totals = work.figures(measure, by_row);
    crossing.column_totals = work.figures(measure, by_column);
    crossing.total = figure(measure);
    const std::vector<Figure> empty_line(by_column.size(), figure_of_no_rows(*dataset_, work.prepare(measure)));
    crossing.cells.assign(by_row.size(), empty_line);
    std::vector<Figure> cells = work.figures(measure, by_cell);
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        crossing.cells[by_cell.codes(0)[cell]][by_cell.codes(1)[cell]] = std::move(cells[cell]);
    return crossing;
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
