// SPDX-License-Identifier: MPL-2.0
//
// Figures in scripts: what they know of themselves, and arithmetic that carries it on.
#include "base/number.hpp"
#include "data/figure_text.hpp"
#include "data/measure.hpp"
#include "script/api/added_averages.hpp"
#include "script/api/both_sides.hpp"
#include "script/api/groups.hpp"
#include "script/api/units.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

using Figure = std::shared_ptr<FigureObject>;

std::optional<double> value(const Figure& self)
{
    return self->figure.value;
}
std::optional<double> numerator(const Figure& self)
{
    return self->figure.numerator;
}
std::optional<double> denominator(const Figure& self)
{
    return self->figure.denominator;
}
double coverage(const Figure& self)
{
    return self->figure.coverage();
}
std::int64_t base_rows(const Figure& self)
{
    return static_cast<std::int64_t>(self->figure.base);
}
std::int64_t unknown(const Figure& self)
{
    return static_cast<std::int64_t>(self->figure.unknown);
}
std::int64_t not_applicable(const Figure& self)
{
    return static_cast<std::int64_t>(self->figure.not_applicable);
}
bool lower_bound(const Figure& self)
{
    return self->figure.lower_bound;
}
std::string unit(const Figure& self)
{
    return unit_names()[static_cast<std::size_t>(self->figure.unit)];
}

std::optional<std::string> cause(const Figure& self)
{
    if (self->figure.value) return std::nullopt;
    return std::string(data::code(self->figure.cause));
}

std::string text(const Caller& caller, const Figure& self)
{
    return marked_for_people(self->figure, caller.state.language());
}

/// One cell behind a figure, as a table of its words.
struct SourceTable {
    data::SourceCell cell;
};

} // namespace

template <>
struct Value<SourceTable> {
    static std::string name() { return "bilan.Source"; }
    static void push(lua_State* lua, const SourceTable& source)
    {
        const Place& place = source.cell.place;
        luaL_checkstack(lua, 3, "source");
        lua_createtable(lua, 0, 5);
        const auto set = [lua](const char* key, const std::string& text) {
            lua_pushlstring(lua, text.data(), text.size());
            lua_setfield(lua, -2, key);
        };
        set("file", place.file);
        set("sheet", place.sheet);
        if (place.row && place.column) set("cell", cell_name({*place.row, *place.column}));
        if (place.row) {
            lua_pushinteger(lua, static_cast<lua_Integer>(*place.row) + 1);
            lua_setfield(lua, -2, "row");
        }
        set("field", source.cell.field);
    }
};

namespace {

std::vector<SourceTable> sources(const Figure& self, const std::optional<std::int64_t>& most)
{
    const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(most.value_or(1000), 0));
    std::vector<SourceTable> all;
    data::walk_sources(self->figure, [&](const data::SourceCell& cell) {
        if (all.size() < wanted) all.push_back({cell});
        return all.size() < wanted;
    });
    return all;
}

Figure with_unit(const Figure& self, const std::string& unit)
{
    auto copy = std::make_shared<FigureObject>(*self);
    copy->figure.unit = static_cast<data::Unit>(choice_of(unit, unit_names(), Where("Figure:with_unit")));
    return copy;
}

/// A figure shown with a fixed number of them.
Figure with_decimals(const Figure& self, const std::int64_t& decimals)
{
    auto copy = std::make_shared<FigureObject>(*self);
    copy->figure.decimals = static_cast<std::int8_t>(decimals_in(decimals));
    return copy;
}

bool is_of(const FigureOrNumber& side, std::span<const data::Aggregate> aggregates)
{
    return std::ranges::any_of(side.figure.sources, [&](const data::Sources& sources) {
        return sources->measure != nullptr &&
               std::ranges::find(aggregates, sources->measure->aggregate) != aggregates.end();
    });
}

/// Quantiles and deviations of two parts do not add up to that of both.
void refuse_what_adds_to_nothing(const FigureOrNumber& left, const FigureOrNumber& right)
{
    using data::Aggregate;
    static constexpr Aggregate medians[] = {Aggregate::median};
    static constexpr Aggregate all[] = {Aggregate::median, Aggregate::quantile, Aggregate::deviation};
    if (is_of(left, medians) && is_of(right, medians)) throw Mistake("BIL-899");
    if (is_of(left, all) && is_of(right, all)) throw Mistake("BIL-490");
}

/// People and euros together have no unit, which the number alone does not say.
void warn_of_mixture(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    if (left.is_number || right.is_number || !are_apart(left.figure.unit, right.figure.unit)) return;
    const auto named = [](const FigureOrNumber& side) {
        return unit_names()[static_cast<std::size_t>(side.figure.unit)];
    };
    warn_once(caller, {"BIL-123", {named(left), named(right)}});
}

/// A figure that a loop made of many takes long to hand on with all that it rests on.
void take_steps(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    constexpr std::uint64_t steps_of_a_source = 60;
    caller.state.budget().spend((left.figure.sources.size() + right.figure.sources.size()) * steps_of_a_source);
}

data::Figure add(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    take_steps(caller, left, right);
    refuse_what_adds_to_nothing(left, right);
    warn_of_mixture(caller, left, right);
    if (!left.is_number && !right.is_number) {
        warn_of_added_averages(caller, left.figure, right.figure);
        warn_of_rows_on_both_sides(caller, left.figure, right.figure);
    }
    return sum_of(left, right);
}
data::Figure subtract(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    take_steps(caller, left, right);
    warn_of_mixture(caller, left, right);
    return difference_of(left, right);
}
/// Rates are shown in per cent as they are.
void warn_of_hundred(const Caller& caller, const FigureOrNumber& number, const FigureOrNumber& rate)
{
    const bool is_hundred = number.is_number && number.figure.value == 100.0;
    if (is_hundred && !rate.is_number && rate.figure.unit == data::Unit::rate)
        warn_once(caller, {"BIL-499", {"figure * 100"}});
}

data::Figure multiply(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    take_steps(caller, left, right);
    warn_of_hundred(caller, left, right);
    warn_of_hundred(caller, right, left);
    return product_of(left, right);
}
/// Two sums over the same rows, of which some do not give what is below the bar: what is above it may rest on them.
bool rests_on_other_rows(const FigureOrNumber& above, const FigureOrNumber& below)
{
    if (above.is_number || below.figure.unknown == 0) return false;
    if (above.figure.sources.size() != 1 || below.figure.sources.size() != 1) return false;
    const data::Sources& left = above.figure.sources.front();
    const data::Sources& right = below.figure.sources.front();
    const auto is_sum = [](const data::Sources& sources) {
        return sources->measure != nullptr && sources->measure->aggregate == data::Aggregate::sum;
    };
    return is_sum(left) && is_sum(right) && left->dataset == right->dataset && left->rows == right->rows &&
           left->groups == right->groups && left.group == right.group;
}

data::Figure divide(const Caller& caller, const FigureOrNumber& left, const FigureOrNumber& right)
{
    take_steps(caller, left, right);
    if (rests_on_other_rows(left, right)) warn_once(caller, {"BIL-441", {}});
    return quotient_of(left, right);
}
data::Figure negate(const FigureOrNumber& operand, const FigureOrNumber& /*Lua gives it twice*/)
{
    FigureOrNumber zero;
    zero.figure.value = 0.0;
    zero.is_number = true;
    return difference_of(zero, operand);
}

/// An unknown figure is neither above nor below anything.
double compared(const FigureOrNumber& side)
{
    if (!side.figure.value) throw Mistake("BIL-655", {std::string(data::code(side.figure.cause))});
    return *side.figure.value;
}
bool less(const FigureOrNumber& left, const FigureOrNumber& right)
{
    return compared(left) < compared(right);
}
bool at_most(const FigureOrNumber& left, const FigureOrNumber& right)
{
    return compared(left) <= compared(right);
}
bool equal(const Figure& left, const Figure& right)
{
    return left->figure.value && left->figure.value == right->figure.value;
}

} // namespace

const GroupRecord& figure_class()
{
    static const GroupRecord record = group(
        "bilan.Figure", "A number that knows its unit, base, unknowns, coverage and source cells.",
        {property<&value>("value", "The number; nil when it is unknown, never zero instead."),
         property<&cause>("cause", "Why there is no number: `nc`, `vide`, `err`, …"),
         property<&unit>("unit", "`number`, `count`, `people`, `euro`, `rate`, `points`, `year` or `date`."),
         property<&base_rows>("base", "Rows that gave the value."),
         property<&unknown>("unknown", "Rows that should have given one."),
         property<&not_applicable>("not_applicable", "Rows to which the question does not apply."),
         property<&coverage>("coverage", "Known rows over those that should be known, 0 to 1."),
         property<&lower_bound>("lower_bound", "True when the unknown rows would only add to it."),
         property<&numerator>("numerator", "What was above the bar of a ratio."),
         property<&denominator>("denominator", "What was below the bar of a ratio."),
         property<&text>("text",
                         "The figure for reading, in the run's language, with its unit; `≥` before a lower bound, "
                         "`*` behind a figure for which other values are missing."),
         method<&sources>("sources", "The partners' cells it rests on, in their order.",
                          {{"most", "how many at most, 1000 when left out"}}),
         method<&with_unit>("with_unit", "The same figure in another unit.",
                            {{"unit", "`number`, `count`, `people`, `euro`, `rate`, `points`, `year` or `date`"}}),
         method<&with_decimals>("with_decimals", "The same figure, shown with so many digits behind the comma.",
                                {{"decimals", "0 to 10"}}),
         metamethod<&add>("__add", "The unit of both, `number` where they differ; two medians are refused, rates "
                                   "and means of different rows warned of; base, "
                                   "unknowns and sources of both "
                                   "together; of the same rows, base and unknowns of the side with the lower "
                                   "coverage. An unknown side makes it unknown, with its cause. A plain number has no "
                                   "unit, no base and no sources, here and below."),
         metamethod<&subtract>("__sub",
                               "As a sum; of two rates in `points`. A lower bound stays one where the right side "
                               "has no unknowns."),
         metamethod<&multiply>("__mul", "A rate leaves the unit of the other side, two other units make `number`; base "
                                        "and unknowns of the side with the lower coverage, sources of both."),
         metamethod<&divide>("__div",
                             "Of two figures of one unit a `rate`; euros over another unit stay `euro`, others "
                             "are `number`. Keeps `numerator` and `denominator`; base, unknowns and sources as a "
                             "product. A zero below: no value, cause `so`."),
         metamethod<&negate>("__unm", "As 0 less the figure."),
         metamethod<&less>("__lt", "By value. An unknown figure is refused: test `value` first."),
         metamethod<&at_most>("__le", "By value, as `<`."),
         metamethod<&equal>("__eq", "Of two figures: the same known value. A number is never equal to a figure: "
                                    "compare `figure.value`."),
         metamethod<&text>("__tostring")});
    return record;
}

} // namespace bilan::script
