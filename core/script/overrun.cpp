// SPDX-License-Identifier: MPL-2.0
#include "script/overrun.hpp"

#include "base/number.hpp"

#include <cstdio>
#include <cstdlib>

namespace bilan::script {

namespace {

constexpr std::chrono::milliseconds grace{1'000}; ///< what the limits inside have to speak first

void leave(const base::Error& error, const RunInputs& inputs)
{
    if (inputs.overrun) {
        inputs.overrun(error);
        return;
    }
    std::fprintf(stderr, "%s\n", error.sentence_here(inputs.language).c_str());
    std::_Exit(static_cast<int>(base::ExitCode::script)); // no destructor runs: the script's thread is still at work
}

} // namespace

Watchdog watch_over(const State& state, const RunInputs& inputs)
{
    return Watchdog(inputs.limits.wall_clock + grace, [&state, &inputs] {
        const Position position = state.last_position();
        const std::string seconds = base::shortest(static_cast<double>(inputs.limits.wall_clock.count()) / 1000.0);
        ScriptError error({{"BIL-671", {seconds}}, {}, position.file, position.line, {}}, {});
        error.stand_at(state.last_place_here());
        leave(error, inputs);
    });
}

} // namespace bilan::script
