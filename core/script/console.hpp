// SPDX-License-Identifier: MPL-2.0
//
// A conversation with the script interface: one sandboxed state in which entry after entry is run. The limits of
// scripts hold for each entry; an entry that fails ends nothing, but one that fills
// the memory makes the console forget its names. What an entry names stays for those behind it, its
// outermost `local` names too. One thread, but for `interruption`.
#pragma once

#include "script/report.hpp"
#include "script/shown.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

struct ConsoleAnswer {
    std::vector<std::string> printed;  ///< what the entry printed
    std::vector<Shown> shown;          ///< its values, or the tables it made
    std::vector<base::Error> failures; ///< what ended it, or parts of a report that failed
};

/// What could stand in the place of what is written from `from` to the cursor.
struct Completion {
    std::size_t from = 0;
    std::vector<std::string> words; ///< ascending
};

class Console {
public:
    /// `path` and `inputs` outlive the console. `folder` is where `require` looks for modules. Datasets stand under
    /// their ids, the run as `run`, fields as `f`.
    Console(const SearchPath& path, const RunInputs& inputs, const std::filesystem::path& folder);
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;
    ~Console();

    /// True when the entry only lacks its end.
    [[nodiscard]] bool is_unfinished(const std::string& entry);
    /// Runs an entry. Errors name the line as counted from the first entry on.
    [[nodiscard]] ConsoleAnswer evaluate(const std::string& entry);
    /// Counts a line that is none of Lua.
    void pass_over(const std::string& line);
    /// The number of the line that comes next.
    [[nodiscard]] int next_line() const;

    [[nodiscard]] Completion complete(std::string_view before_cursor);
    /// The fields of a dataset: what can stand behind `f.`. Throws base::Error (exit 2) for an unknown one.
    [[nodiscard]] Shown fields(const std::string& dataset) const;

    /// Set to true, it ends the entry that runs. May be set from a signal handler; false again when an entry begins.
    [[nodiscard]] std::atomic<bool>& interruption() { return interruption_; }

private:
    struct Work;
    std::atomic<bool> interruption_ = false;
    std::function<std::unique_ptr<Work>()> begin_;
    std::unique_ptr<Work> work_;
    std::string lines_; ///< all that was typed
};

} // namespace bilan::script
