// SPDX-License-Identifier: MPL-2.0
//
// `spec.run { … }` and `spec.build(…)`: a run with a year and parameters, and a whole report over files of the test.
// For the thread of the script.
#pragma once

#include "script/api/values.hpp"
#include "script/trial.hpp"

#include <memory>

namespace bilan::script {

class SpecBench;
class Session;

/// `{ year = 2025, params = { seuil = 0.4 } }`.
struct SpecRunOptions {
    std::optional<int> year;
    std::map<std::string, ParameterValue> parameters;
};

template <>
struct Value<SpecRunOptions> {
    static std::string name() { return "bilan.SpecRunOptions"; }
    static SpecRunOptions read(lua_State* lua, int at, const Where& where);
};

/// The same with `files`: `report` is set by the call.
template <>
struct Value<TrialRequest> {
    static std::string name() { return "bilan.SpecBuildOptions"; }
    static TrialRequest read(lua_State* lua, int at, const Where& where);
};

/// What a report made, as tables of Lua.
struct Trial {
    std::shared_ptr<const TriedReport> made;
    base::Language language = base::Language::french;
};

template <>
struct Value<Trial> {
    static std::string name() { return "bilan.Trial"; }
    static void push(lua_State* lua, const Trial& trial);
};

/// A run that knows what the spec's does, with a year and parameters of its own.
[[nodiscard]] std::shared_ptr<Session> run_with(const SpecBench& bench, const SpecRunOptions& options);

} // namespace bilan::script
