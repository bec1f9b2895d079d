// SPDX-License-Identifier: MPL-2.0
//
// One sandboxed Lua state with its limits. Fresh for every report or domain, gone with it. Owned by the function that
// needs it; one thread, but for `last_position` and `last_place_here`, which a watchdog may ask from its own.
#pragma once

#include "base/language.hpp"
#include "script/budget.hpp"
#include "script/fault.hpp"
#include "script/memory.hpp"
#include "script/report.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::script {

class SpecBench;

class State {
public:
    struct Settings {
        Limits limits;
        base::Language language = base::Language::french;
        std::string seed; ///< of math.random: the report's name
        SearchPath path;  ///< where `require` looks for `bilan`
    };

    /// Throws base::Error (exit 70) when a raised error does not unwind C++ frames: another Lua was linked.
    explicit State(Settings settings);
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();

    /// The only door, also for bound functions that must call back. A Lua error comes out as ScriptError; a C++
    /// exception comes out as it went in. The work finds an empty stack of its own.
    void protect(const std::function<void(lua_State*)>& work);

    /// Steps and time from nothing, after whatever ended the last work: for a state that serves more than once.
    void start_over();

    [[nodiscard]] static State& of(lua_State* lua);
    [[nodiscard]] Budget& budget() { return budget_; }
    [[nodiscard]] const Memory& memory() const { return memory_; }
    [[nodiscard]] Memory& memory() { return memory_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] base::Language language() const { return settings_.language; }
    [[nodiscard]] Sources& sources() { return sources_; }
    [[nodiscard]] std::vector<JournalLine>& journal() { return journal_; }
    /// Shown names of the library's files: an error is blamed on the author's line, not on theirs.
    [[nodiscard]] bool is_library(std::string_view file) const { return library_files_.contains(file); }
    void add_library_file(std::string file) { library_files_.insert(std::move(file)); }
    /// The folder of the report: the other place where `require` looks.
    [[nodiscard]] std::filesystem::path& report_folder() { return report_folder_; }

    /// Which modules `require` knows: each included report has its own, so that one cannot change what another sees.
    /// A reference in the registry; 0 for those of the report itself.
    [[nodiscard]] int& module_scope() { return module_scope_; }
    /// Files at work: that of the report, and of the modules that are being loaded.
    [[nodiscard]] std::set<std::string, std::less<>>& loading() { return loading_; }

    /// What the message handler noted last.
    void note_fault(Fault fault) { fault_ = std::move(fault); }
    [[nodiscard]] const Fault& fault() const { return fault_; }
    /// Pushes the message handler: for protected calls inside bound functions.
    static void push_handler(lua_State* lua);
    /// The fault of a protected call that returned `status`.
    [[nodiscard]] Fault fault_after(int status);

    /// While a function is called for each row of a dataset: names the row, for errors inside. Empty when none is.
    void set_row_in_hand(std::function<std::string()> name) { row_in_hand_ = std::move(name); }
    [[nodiscard]] std::string row_in_hand() const { return row_in_hand_ ? row_in_hand_() : std::string(); }

    /// Which names are fields of a schema: one written without `f.` is no slip in another name.
    void know_fields(std::function<bool(const std::string&)> is_field) { is_field_ = std::move(is_field); }
    [[nodiscard]] bool is_field(const std::string& name) const { return is_field_ && is_field_(name); }

    /// Whether the run that is built has no year: `run.year` is nil.
    void know_year(bool has_year) { lacks_year_ = !has_year; }
    [[nodiscard]] bool lacks_year() const { return lacks_year_; }

    /// Where the tests of a spec file report; null when a report runs.
    [[nodiscard]] SpecBench* bench() const { return bench_; }
    void set_bench(SpecBench* bench) { bench_ = bench; }

    /// Keeps where the script stands, for a watchdog that finds it stuck.
    void note_position();
    [[nodiscard]] Position last_position() const;
    /// The same as `place_here` gives it.
    [[nodiscard]] std::string last_place_here() const;

private:
    Settings settings_;
    Memory memory_;
    Budget budget_;
    lua_State* lua_ = nullptr;
    Sources sources_;
    std::vector<JournalLine> journal_;
    std::filesystem::path report_folder_;
    std::set<std::string, std::less<>> library_files_;
    std::set<std::string, std::less<>> loading_;
    int module_scope_ = 0;
    Fault fault_;
    std::function<std::string()> row_in_hand_;
    std::function<bool(const std::string&)> is_field_;
    bool lacks_year_ = false;
    SpecBench* bench_ = nullptr;
    mutable std::mutex position_guard_;
    Position last_position_;
    std::string last_place_here_;
};

/// As long as this lives, `require` knows the modules of that scope.
class ModuleScope {
public:
    ModuleScope(State& state, int scope) : state_(state), before_(std::exchange(state.module_scope(), scope)) {}
    ModuleScope(const ModuleScope&) = delete;
    ModuleScope& operator=(const ModuleScope&) = delete;
    ~ModuleScope() { state_.module_scope() = before_; }

private:
    State& state_;
    int before_;
};

} // namespace bilan::script
