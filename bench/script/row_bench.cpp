// SPDX-License-Identifier: MPL-2.0
//
// Functions of a script called for each of one million rows of twenty fields. `of_goal` is the processor time over the
// time allowed (0.15 s for three fields); `of_expression` over that of the same question as an expression;
// `of_bare_lua` over that of the plainest Lua that calls a function with an object of three numbers, its steps counted
// as here: what no host of this Lua can go below by much, on any machine.
#include "script/report.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <lua.hpp>

namespace bilan::script {
namespace {

constexpr std::uint32_t rows = 1'000'000;
constexpr int fields = 20;

std::shared_ptr<const data::Dataset> million()
{
    static const std::shared_ptr<const data::Dataset> dataset = [] {
        auto schema = std::make_shared<data::Schema>();
        schema->id = "banc";
        data::TableValues values;
        values.origin.file = "banc.xlsx";
        for (std::uint32_t row = 0; row < rows; ++row) values.source_rows.push_back(row);
        for (int number = 0; number < fields; ++number) {
            data::Column column;
            column.field.id = "n" + std::to_string(number);
            column.field.type = data::FieldType::count;
            for (std::uint32_t row = 0; row < rows; ++row) column.numbers.push_back((row * 7 + 3) % 400);
            for (std::uint32_t row = 0; row < rows; ++row)
                column.states.push_back(row % 12 == 0 ? data::State::not_given : data::State::value);
            column.source_columns.assign(rows, 0);
            schema->fields.push_back(column.field);
            values.columns.push_back(std::move(column));
        }
        values.schema = schema;
        data::DatasetBuilder builder(schema);
        builder.append(std::move(values));
        return builder.finish();
    }();
    return dataset;
}

double now()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The best time of a report whose build is this, less that of one that asks nothing.
double seconds_of(const std::string& build)
{
    const auto folder = std::filesystem::temp_directory_path() / "bilan_row_bench";
    std::filesystem::create_directories(folder);
    SearchPath path{{std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"}, {folder}};
    std::ofstream(folder / "banc.lua")
        << "local bilan = require 'bilan'\nlocal f = bilan.field\nreturn bilan.report { api = 1, id = "
           "'banc', title = 'Banc', datasets = { 'banc' }, build = function(run)\n"
           "local rows = run:dataset 'banc'\n"
        << build << "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } } end }\n";
    RunInputs inputs;
    inputs.domain = std::make_shared<data::Domain>();
    inputs.datasets["banc"] = million();
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double start = now();
        (void)build_report(path, describe_report(path, "banc"), inputs);
        best = std::min(best, now() - start);
    }
    std::filesystem::remove_all(folder);
    return best;
}

int three(lua_State* lua)
{
    lua_pushinteger(lua, 3);
    return 1;
}

void count_steps(lua_State* /*lua*/, lua_Debug* /*record*/) {}

double seconds_of_bare_lua(const std::string& function)
{
    lua_State* const lua = luaL_newstate();
    luaL_loadstring(lua, ("return " + function).c_str());
    lua_call(lua, 0, 1);
    lua_newuserdatauv(lua, 1, 0);
    lua_newtable(lua);
    lua_pushcfunction(lua, &three);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
    lua_sethook(lua, &count_steps, LUA_MASKCOUNT, 1000);
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double start = now();
        for (std::uint32_t row = 0; row < rows; ++row) {
            lua_pushvalue(lua, 1);
            lua_pushvalue(lua, 2);
            lua_call(lua, 1, 1);
            benchmark::DoNotOptimize(lua_tonumber(lua, -1));
            lua_pop(lua, 1);
        }
        best = std::min(best, now() - start);
    }
    lua_close(lua);
    return best;
}

/// `before` and `after` stand around the function in the build.
void measure(benchmark::State& state, const std::string& before, const std::string& function, const std::string& after,
             const std::string& expression)
{
    constexpr double goal = 0.15;
    million();
    double spent = 0;
    for (auto round : state) spent = seconds_of(before + function + after) - seconds_of("");
    state.counters["of_bare_lua"] = spent / seconds_of_bare_lua(function);
    state.counters["seconds"] = spent;
    state.counters["of_goal"] = spent / goal;
    state.counters["of_expression"] = spent / std::max(1e-6, seconds_of(expression) - seconds_of(""));
}

void derive_from_three_fields(benchmark::State& state)
{
    measure(state, "local x = rows:derive { x = ",
            "function(row) local a, b, c = row.n1, row.n7, row.n13 if a then return a + b * c end end", " }",
            "local x = rows:derive { x = f.n1 + f.n7 * f.n13 }:figure(bilan.sum(f.x))");
}

void filter_on_three_fields(benchmark::State& state)
{
    measure(state, "local x = rows:where(",
            "function(row) local a, b, c = row.n1, row.n7, row.n13 return a and a + b > c end", "):count()",
            "local x = rows:where((f.n1 + f.n7):gt(f.n13)):count()");
}

BENCHMARK(derive_from_three_fields)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(filter_on_three_fields)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
} // namespace bilan::script
