// SPDX-License-Identifier: MPL-2.0
#include "script/api/ready_measures.hpp"

#include "script/api/check.hpp"
#include "script/api/meaning.hpp"
#include "script/api/parts.hpp"
#include "script/api/session.hpp"
#include "script/api/units.hpp"
#include "script/api/yearless_rows.hpp"
#include "script/state.hpp"

namespace bilan::script {

namespace {

/// What a measure takes outside Lua, in steps of the script: a loop of questions has few steps of its own. Rows cost
/// less than they take: a large report over millions of them is no slip.
constexpr std::uint64_t steps_of_a_measure = 4'000;
constexpr std::uint64_t rows_in_a_step = 4;

} // namespace

data::Measure ready(const std::shared_ptr<QueryObject>& self, const MeasureObject& measure)
{
    self->session->state.budget().spend(steps_of_a_measure + self->query().rows()->size() / rows_in_a_step);
    check_measure(*self->session, self->query(), measure.measure);
    check_meaning(self->query(), measure);
    say_yearless(nullptr, *self->session, self->query(), measure.measure.where);
    warn_of_summed_average(*self, measure.measure);
    warn_of_mixed_sum(*self, measure.measure);
    warn_of_parts(*self, measure.measure);
    data::Measure with_unit = measure.measure;
    if (measure.has_unit) return with_unit;
    with_unit.unit = unit_of(self->query(), with_unit);
    warn_of_per_cent(*self, with_unit.expression, with_unit.unit);
    return with_unit;
}

std::vector<std::pair<std::string, data::Measure>> ready(const std::shared_ptr<QueryObject>& self,
                                                         const NamedMeasures& named)
{
    std::vector<std::pair<std::string, data::Measure>> measures;
    for (const auto& [name, measure] : named) measures.emplace_back(name, ready(self, *measure));
    return measures;
}

} // namespace bilan::script
