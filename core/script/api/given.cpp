// SPDX-License-Identifier: MPL-2.0
//
// Figures that a script gives: parameters, and what it computed itself.
#include "base/number.hpp"
#include "script/api/groups.hpp"
#include "script/api/units.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/table_reader.hpp"

#include <cmath>

namespace bilan::script {

/// `{ base = 42, unknown = 3 }`: rows that a script counted itself.
struct GivenOptions {
    std::int64_t base = 0;
    std::int64_t unknown = 0;
    std::optional<std::int64_t> decimals{};
};

template <>
struct Value<GivenOptions> {
    static std::string name() { return "bilan.GivenOptions"; }
    static GivenOptions read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        GivenOptions options{table.otherwise<std::int64_t>("base", 0), table.otherwise<std::int64_t>("unknown", 0),
                             table.optional<std::int64_t>("decimals")};
        table.finish();
        if (options.base < 0) throw Mistake("BIL-595", {"base"}, "base");
        if (options.unknown < 0) throw Mistake("BIL-595", {"unknown"}, "unknown");
        return options;
    }
};

/// A number, or why there is none.
struct GivenValue {
    std::optional<double> number;
    data::State cause = data::State::empty;
};

template <>
struct Value<GivenValue> {
    static std::string name() { return "number|bilan.State"; }
    static GivenValue read(lua_State* lua, int at, const Where& where)
    {
        if (lua_isnoneornil(lua, at)) throw Mistake("BIL-429", {}, "given");
        const auto* const state = to_object<StateObject>(lua, at);
        if (state == nullptr) return {Value<double>::read(lua, at, where), data::State::empty};
        return {std::nullopt, (*state)->state};
    }
};

/// Anything that a script may hold, of which only one thing is asked.
struct Anything {
    bool is_figure = false;
};

template <>
struct Value<Anything> {
    static std::string name() { return "any"; }
    static Anything read(lua_State* lua, int at, const Where& /*where*/)
    {
        return {to_object<FigureObject>(lua, at) != nullptr};
    }
};

namespace {

bool is_figure(const Anything& value)
{
    return value.is_figure;
}

/// Its base and unknowns are those that the script counted; no cell is behind it.
data::Figure given(const GivenValue& value, const std::string& unit, const std::optional<GivenOptions>& options)
{
    const GivenOptions counted = options.value_or(GivenOptions{});
    data::Figure figure;
    figure.value = value.number;
    figure.cause = value.cause;
    figure.unit = static_cast<data::Unit>(choice_of(unit, unit_names(), Where("bilan.given")));
    constexpr double greatest_rate = 10; // 1000 %: beyond, somebody wrote per cent
    if (figure.unit == data::Unit::rate && value.number && std::abs(*value.number) > greatest_rate)
        throw Mistake("BIL-027", {"bilan.given", base::shortest(*value.number)}, base::shortest(*value.number));
    figure.base = static_cast<std::uint64_t>(counted.base);
    figure.unknown = static_cast<std::uint64_t>(counted.unknown);
    if (counted.decimals) figure.decimals = static_cast<std::int8_t>(decimals_in(*counted.decimals));
    return figure;
}

} // namespace

std::vector<FunctionRecord> figure_functions()
{
    return {
        bind<&given>("given",
                     "A figure that somebody gives, such as a parameter, or that a script computed itself, such as "
                     "a test: no cell is "
                     "behind it.",
                     {{"value", "the number; `bilan.state \"nd\"` when it is unknown, never nil"},
                      {"unit", "`number`, `count`, `people`, `euro`, `rate`, `points`, `year` or `date`"},
                      {"options", "`base`: rows that gave it; `unknown`: rows that should have; `decimals`: digits "
                                  "shown behind the comma"}}),
        bind<&is_figure>("is_figure",
                         "True for a figure, known or not; false for all else, such as the `bilan.state` of a cell, "
                         "which has no `value`.",
                         {{"value", "what a cell or a variable holds"}})};
}

} // namespace bilan::script
