// SPDX-License-Identifier: MPL-2.0
//
// Partner files read once, and a console over them: what `bilan console` talks to. Writes no file. One thread.
#pragma once

#include "run/reading.hpp"
#include "script/console.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace bilan::run {

struct ConsoleRequest {
    std::vector<std::string> inputs; ///< files and folders; may be none
    ReadingOptions reading;
    std::map<std::string, std::string> parameters; ///< of the reports whose themes count, as they are written
    base::Language language = base::Language::french;
    script::Limits limits;                           ///< of each entry
    std::function<void(const base::Error&)> overrun; ///< as in script::RunInputs
};

class ConsoleRun {
public:
    /// Throws base::Error when no input can be read. `engine` outlives the run. Scripts are found, and files read by
    /// `run:read`, below the campaigns and the folder the program was started in.
    ConsoleRun(const Engine& engine, const ConsoleRequest& request, Progress& progress);
    ConsoleRun(const ConsoleRun&) = delete;
    ConsoleRun& operator=(const ConsoleRun&) = delete;

    [[nodiscard]] const Reading& reading() const { return reading_; }
    [[nodiscard]] script::Console& console() { return *console_; }

private:
    Reading reading_;
    script::RunInputs inputs_;
    std::unique_ptr<script::Console> console_; // last: it holds on to the inputs
};

} // namespace bilan::run
