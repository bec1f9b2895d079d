// SPDX-License-Identifier: MPL-2.0
#include "script/api/mixed_years.hpp"

#include "base/text.hpp"
#include "data/measure.hpp"
#include "data/program.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <vector>

namespace bilan::script {

namespace {

bool speaks_of_year(const data::ExpressionPointer& expression)
{
    if (expression == nullptr) return false;
    const std::vector<std::string> fields = expression->fields_behind();
    return std::ranges::find(fields, year_field) != fields.end();
}

bool chooses_year(const data::ExpressionPointer& condition)
{
    if (condition == nullptr) return false;
    const std::vector<std::string> fields = condition->fields_that_choose();
    return std::ranges::find(fields, year_field) != fields.end();
}

/// `bilan.sum(f.benef_f, { where = f.exercice:eq(2024) })` chooses, `bilan.max(f.exercice)` shows the years.
bool speaks_of_year(const data::Measure& measure)
{
    return speaks_of_year(measure.expression) || speaks_of_year(measure.denominator) || chooses_year(measure.where);
}

} // namespace

void YearsShown::take(const data::Figure& figure)
{
    if (!session_.inputs.year) return;
    for (const data::Sources& sources : figure.sources) take(sources);
}

void YearsShown::take(const data::Sources& sources)
{
    const data::Column* const years = sources->dataset->column(year_field);
    if (years == nullptr || years->numbers.empty()) return;
    if (sources->chosen_by != nullptr && sources->chosen_by->contains(year_field)) return;
    const data::ExpressionPointer where = sources->measure == nullptr ? nullptr : sources->measure->where;
    if (!seen_.emplace(sources->rows.get(), sources->groups.get(), sources.group, where.get()).second) return;
    if (sources->measure != nullptr && speaks_of_year(*sources->measure)) return;
    data::Reading asked = *sources.reading; // those whose value is unknown are rows of the figure as well
    asked.restriction = where;
    take(*sources->dataset, chosen_.of({std::make_shared<const data::Reading>(std::move(asked)), sources.group}));
}

void YearsShown::take_all(const data::Query& query, const data::Measure& measure)
{
    if (!session_.inputs.year) return;
    data::Reading all;
    all.dataset = query.shared_dataset();
    all.rows = query.rows();
    all.measure = std::make_shared<const data::Measure>(measure);
    all.chosen_by = std::make_shared<const data::FieldSet>(query.chosen_by());
    take({std::make_shared<const data::Reading>(std::move(all))});
}

void YearsShown::take_rows(const data::Query& query)
{
    const std::vector<std::string> shown = query.field_names();
    const auto shows_year = [&](const std::string& name) { return query.fields_behind(name).contains(year_field); };
    if (std::ranges::none_of(shown, shows_year)) take_lost(query);
}

void YearsShown::take_lost(const data::Query& query)
{
    if (!session_.inputs.year || query.chosen_by().contains(year_field)) return;
    take(query.dataset(), *query.rows());
}

void YearsShown::take(const data::Dataset& dataset, std::span<const std::uint32_t> rows)
{
    const data::Column* const years = dataset.column(year_field);
    if (years == nullptr || years->numbers.empty()) return;
    double last = 0;
    for (const std::uint32_t row : rows) {
        if (years->states[row] != data::State::value || years->numbers[row] == last) continue;
        last = years->numbers[row];
        years_.insert(static_cast<int>(last));
    }
}

std::string YearsShown::words() const
{
    std::vector<std::string> words;
    for (const int year : years_)
        if (year != session_.inputs.year) words.push_back(std::to_string(year));
    return base::join(words, ", ");
}

const YearsShown::Sentences YearsShown::lines = {"BIL-413", "BIL-414"};
const YearsShown::Sentences YearsShown::totals = {"BIL-484", "BIL-485"};

void YearsShown::say(const Caller& caller, Session& session, const std::string& what, const Sentences& sentences) const
{
    const std::string years = words();
    if (years.empty()) return;
    const base::Language language = session.inputs.language;
    const std::string year = std::to_string(*session.inputs.year);
    warn(caller, {sentences.for_author, {what, years, year}});
    session.built.warnings.push_back(base::render({sentences.for_reader, {what, years, year}}, language));
}

} // namespace bilan::script
