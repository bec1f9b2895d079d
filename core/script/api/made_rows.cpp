// SPDX-License-Identifier: MPL-2.0
#include "script/api/made_rows.hpp"

#include "base/number.hpp"
#include "script/api/check.hpp"
#include "script/api/meaning.hpp"
#include "script/api/session.hpp"
#include "script/domain/read_domain.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using Query = std::shared_ptr<QueryObject>;

/// In no order.
Query own_rows(const Query& self, data::Query query)
{
    return std::make_shared<QueryObject>(std::move(query), self->session);
}

/// A few partners' files need little room, and a loop that doubles their rows is stopped before it fills the machine.
std::uint64_t most_cells(const RunInputs& inputs)
{
    constexpr std::uint64_t least = 30'000'000;
    constexpr std::uint64_t for_each_given = 8;
    std::uint64_t given = 0;
    for (const auto& [unused, dataset] : inputs.datasets) given += dataset->rows() * dataset->columns().size();
    return std::min(std::max(given * for_each_given, least), inputs.limits.made_cells);
}

/// Lua does not know what a dataset weighs: a loop that keeps them would fill the memory.
void take_cells(const Query& self, std::uint64_t cells, const char* subject)
{
    constexpr std::uint64_t million = 1'000'000;
    const std::uint64_t most = most_cells(self->session->inputs);
    std::uint64_t& made = self->session->made_cells;
    if (cells > most || made > most - cells) throw Mistake("BIL-924", {std::to_string(most / million)});
    constexpr std::uint64_t bytes_of_a_cell = 15; // a number, a state, a source; texts are shared
    self->session->take_bytes(cells * bytes_of_a_cell, subject);
    made += cells;
}

/// What a part of a union weighs however few its rows are: its table, and where it comes from.
constexpr std::uint64_t least_of_a_part = 1'000;

} // namespace

std::shared_ptr<QueryObject> unpivoted_rows(const Caller& caller, const std::shared_ptr<QueryObject>& self,
                                            const UnpivotOptions& options)
{
    data::Unpivot unpivot = options.unpivot;
    for (const data::Unpivot::Part& part : unpivot.parts) check_field(self->query(), part.field);
    for (const std::string& field : unpivot.keep) check_field(self->query(), field);
    if (!options.has_keep) {
        unpivot.keep = data::fields_that_describe(self->query());
        std::erase_if(unpivot.keep, [&](const std::string& name) {
            return std::ranges::find(unpivot.parts, name, &data::Unpivot::Part::field) != unpivot.parts.end();
        });
    }
    for (const std::string& made : {unpivot.name, unpivot.value})
        if (std::ranges::find(unpivot.keep, made) != unpivot.keep.end()) throw Mistake("BIL-662", {made}, made);
    take_cells(self, data::cells_of(self->query(), unpivot), "unpivot");
    warn_of_mixed_units(caller, self->query(), unpivot);
    return own_rows(self, data::unpivot(self->query(), unpivot));
}

std::shared_ptr<QueryObject> united_rows(const Caller& caller, const std::shared_ptr<QueryObject>& self,
                                         const std::shared_ptr<QueryObject>& other)
{
    data::Union both = self->parts().with(other->query());
    const std::uint64_t cells =
        self->is_made() ? data::cells_of_both(self->query(), other->query()) : data::cells_of(other->query());
    take_cells(self, std::max(cells, least_of_a_part), "union");
    if (both.repeated() > 0)
        warn_once(caller,
                  {"BIL-075", {base::for_people(static_cast<double>(both.repeated()), 0, caller.state.language())}});
    return std::make_shared<QueryObject>(std::move(both), self->session);
}

std::shared_ptr<QueryObject> rows_as(const std::shared_ptr<QueryObject>& self, const std::string& id)
{
    const data::Domain& domain = *self->session->inputs.domain;
    const std::shared_ptr<const data::Schema> schema = domain.schema(id);
    if (schema == nullptr) throw unknown_schema(domain, id, "bilan/domain/schemas");
    const data::Query none(data::DatasetBuilder(schema).finish(), self->query().domain());
    take_cells(self, data::cells_of_both(none, self->query()), "as");
    return own_rows(self, data::unite(none, self->query()));
}

} // namespace bilan::script
