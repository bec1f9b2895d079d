// SPDX-License-Identifier: MPL-2.0
#include "script/api/counted_twice.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/lookup.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace bilan::script {

namespace {

using Rows = std::span<const std::uint32_t>;

/// How many of the rows get a value that another of them gets as well. What several rows of the other side make
/// together has no value of its own where the join does not say which.
std::size_t rows_that_share(const data::Dataset& dataset, const data::Expression& joined, Rows rows)
{
    const data::Lookup& lookup = *joined.lookup;
    data::SlotFinder finder(dataset, joined);
    std::unordered_map<std::uint32_t, std::size_t> uses; // of the rows of the other side
    std::vector<std::uint32_t> slots;
    for (const std::uint32_t row : rows) {
        const std::uint32_t slot = finder.slot_of(row);
        if (slot >= lookup.index().slots() || lookup.states()[slot] != data::State::value) continue;
        slots.push_back(slot);
        for (const std::uint32_t lent : lookup.rows_of(slot)) ++uses[lent];
    }
    return static_cast<std::size_t>(std::ranges::count_if(slots, [&](std::uint32_t slot) {
        const Rows lent = lookup.rows_of(slot);
        return std::any_of(lent.begin(), lent.end(), [&](std::uint32_t row) { return uses[row] > 1; });
    }));
}

/// The tables of a partner that a union took twice or more, by their first place among the dataset's.
std::vector<std::size_t> first_places(const data::Dataset& dataset)
{
    std::map<const data::TableOrigin*, std::size_t> places;
    std::vector<std::size_t> first;
    for (const auto& origin : dataset.origins())
        first.push_back(places.try_emplace(origin.get(), first.size()).first->second);
    return first;
}

/// The columns whose cells tell whether two rows say the same: that of a sum; of a count, all that may be added up.
std::vector<std::size_t> columns_asked(const data::Dataset& dataset, const data::Measure& measure)
{
    std::vector<std::size_t> columns;
    if (measure.aggregate == data::Aggregate::sum) {
        for (const std::string& field : measure.expression->fields_behind())
            if (const auto column = dataset.column_index(field)) columns.push_back(*column);
        return columns;
    }
    for (std::size_t column = 0; column < dataset.columns().size(); ++column) {
        const data::FieldType type = dataset.columns()[column].field.type;
        if (type == data::FieldType::count || type == data::FieldType::number || type == data::FieldType::euro)
            columns.push_back(column);
    }
    return columns;
}

/// All their cells are the same: a row that gives one amount here and another one there is taken once for each.
bool say_the_same(const data::Dataset& dataset, const std::vector<std::size_t>& columns, std::uint32_t one,
                  std::uint32_t other)
{
    bool has_cell = false;
    for (const std::size_t column : columns) {
        const auto cell = dataset.cell(one, column);
        if (cell != dataset.cell(other, column)) return false;
        has_cell = has_cell || cell.has_value();
    }
    return has_cell;
}

/// How many of the rows say what a row of another part says: the very same cells.
std::size_t rows_there_again(const data::Dataset& dataset, const std::vector<std::size_t>& columns, Rows rows)
{
    const std::vector<std::size_t> first = first_places(dataset);
    std::vector<std::vector<std::uint32_t>> met(first.size()); // by table and row of the sheet: the first one, from 1
    std::size_t again = 0;
    for (const std::uint32_t row : rows) {
        if (!dataset.origin(row).varying.empty()) continue; // one row is several records there
        std::vector<std::uint32_t>& of_table = met[first[dataset.table(row)]];
        const std::size_t place = dataset.source_row(row);
        if (place >= of_table.size()) of_table.resize(place + 1);
        std::uint32_t& known = of_table[place];
        if (known == 0) {
            known = row + 1;
            continue;
        }
        const bool is_apart = dataset.table(known - 1) != dataset.table(row);
        again += static_cast<std::size_t>(is_apart && say_the_same(dataset, columns, known - 1, row));
    }
    return again;
}

bool adds_up(const data::Measure& measure)
{
    return measure.aggregate == data::Aggregate::sum || measure.aggregate == data::Aggregate::count;
}

} // namespace

void CountedTwice::take(const data::Figure& figure)
{
    for (const data::Sources& sources : figure.sources) take(sources);
}

void CountedTwice::take_all(const data::Query& query, const data::Measure& measure)
{
    data::Measure expanded = measure;
    if (measure.expression != nullptr) expanded.expression = query.expanded(measure.expression);
    if (measure.where != nullptr) expanded.where = query.expanded(measure.where);
    data::Reading all;
    all.dataset = query.shared_dataset();
    all.rows = query.rows();
    all.restriction = expanded.where;
    all.measure = std::make_shared<const data::Measure>(std::move(expanded));
    take({std::make_shared<const data::Reading>(std::move(all))});
}

void CountedTwice::take(const data::Sources& sources)
{
    if (sources->measure == nullptr || sources->rows == nullptr || !adds_up(*sources->measure)) return;
    const data::ExpressionPointer& added = sources->measure->expression;
    // A value that a share of each row takes a part of is not taken twice.
    const bool is_joined = added != nullptr && added->operation == data::Operation::looked_up &&
                           sources->measure->aggregate == data::Aggregate::sum;
    if (is_joined && !added->lookup->is_text()) take_joined(sources, *added);
    take_united(sources);
}

void CountedTwice::take_joined(const data::Sources& sources, const data::Expression& joined)
{
    // Where no two rows of the whole grouping share a value, no two of a group do.
    const std::pair<const void*, const void*> whole{joined.lookup.get(), sources->rows.get()};
    if (apart_.contains(whole)) return;
    const std::size_t shared = rows_that_share(*sources->dataset, joined, chosen_.of(sources));
    if (shared == 0) {
        if (sources->groups == nullptr && sources->restriction == nullptr) apart_.insert(whole);
        return;
    }
    const data::Field& field = joined.lookup->field();
    const std::string& label = session_.in_language(field.label);
    std::size_t& said = joined_[label.empty() ? field.id : label];
    said = std::max(said, shared);
}

bool CountedTwice::has_twins(const data::Dataset& dataset)
{
    const auto [known, is_new] = twins_.try_emplace(&dataset, false);
    if (!is_new) return known->second;
    const std::vector<std::size_t> first = first_places(dataset);
    for (std::size_t table = 0; table < first.size(); ++table) known->second |= first[table] != table;
    return known->second;
}

void CountedTwice::take_united(const data::Sources& sources)
{
    if (!has_twins(*sources->dataset)) return;
    const std::vector<std::size_t> columns = columns_asked(*sources->dataset, *sources->measure);
    united_ = std::max(united_, rows_there_again(*sources->dataset, columns, chosen_.of(sources)));
}

std::string CountedTwice::say(Session& session, const std::string& what) const
{
    const base::Language language = session.inputs.language;
    const auto counted = [&](std::size_t rows) { return base::for_people(static_cast<double>(rows), 0, language); };
    std::vector<std::string> sentences;
    for (const auto& [field, rows] : joined_)
        sentences.push_back(base::render({"BIL-073", {what, field, counted(rows)}}, language));
    if (united_ > 0) sentences.push_back(base::render({"BIL-074", {what, counted(united_)}}, language));
    for (const std::string& sentence : sentences) session.built.warnings.push_back(sentence);
    return base::join(sentences, " ");
}

} // namespace bilan::script
