// SPDX-License-Identifier: MPL-2.0
//
// A spec file, run in the sandbox of reports.
#include "script/api/spec_bench.hpp"
#include "script/modules.hpp"
#include "script/state.hpp"
#include "script/theme.hpp"

#include <lua.hpp>

namespace bilan::script {

std::vector<SpecResult> run_specs(const SearchPath& path, const std::filesystem::path& file, const RunInputs& inputs)
{
    State::Settings settings;
    settings.limits = inputs.limits;
    settings.language = inputs.language;
    settings.seed = file.stem().string();
    settings.path = path;
    State state(std::move(settings));
    BuiltReport built;
    built.card.id = file.stem().string();
    for (const auto& schema : inputs.domain->schemas) built.card.datasets.push_back(schema->id);
    SpecBench bench(std::make_shared<Session>(state, inputs, built));
    state.set_bench(&bench);
    state.report_folder() = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    take_themes(state, inputs.themes, *bench.session());
    const std::string shown = shown_name(file);
    try {
        state.protect([&](lua_State* lua) {
            push_chunk(lua, file, shown);
            lua_call(lua, 0, 0);
        });
    } catch (const base::Error& error) {
        if (bench.is_empty()) throw;
        bench.add({"–", error}); // what the tests before it have shown still holds
    }
    state.set_bench(nullptr);
    if (bench.is_empty()) throw file_error(shown, file, {"BIL-772", {}});
    return bench.take_results();
}

} // namespace bilan::script
