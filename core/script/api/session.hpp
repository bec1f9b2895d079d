// SPDX-License-Identifier: MPL-2.0
//
// One run of one report, as its script sees it: `run`. Owned by the state that runs the script and by what the script
// holds of it; one thread.
#pragma once

#include "script/api/indicator.hpp"
#include "script/api/objects.hpp"
#include "script/report.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace bilan::script {

class State;

/// A figure that was computed, so that a report which shows it again does not compute it again.
struct KnownFigure {
    std::string indicator;
    data::Query rows;
    data::Figure figure;
};

class Session {
public:
    Session(State& of_state, const RunInputs& of_inputs, BuiltReport& of_built);

    State& state;
    const RunInputs& inputs;
    BuiltReport& built;
    std::map<std::string, ParameterValue> parameters; ///< given or initial
    std::map<std::string, Indicator> indicators;      ///< by id, loaded when the first one is asked for
    std::set<std::string> declared_indicators;        ///< of those, the report's own
    bool are_indicators_loaded = false;
    std::set<std::string> table_ids;
    std::string last_table;              ///< id of the one made last
    std::set<std::string> yearless_said; ///< datasets whose rows without a year were spoken of
    std::uint64_t table_bytes = 0;       ///< of the texts that the script wrote into tables
    std::uint64_t made_cells = 0;        ///< of datasets that the script made with union, unpivot and as
    std::uint64_t made_bytes = 0;        ///< of all that the script made outside Lua
    /// Name of the report that is being included in another, in front of its sheets; empty: the report itself.
    std::string heading;
    std::map<std::string, std::size_t> charts;                               ///< of each table
    std::map<std::string, std::shared_ptr<const data::Dataset>> read_tables; ///< by the name `sql` knows them by
    std::set<std::string> read_files;                                        ///< by `run:read`
    std::map<std::weak_ptr<const data::Dataset>, std::set<std::string>, std::owner_less<>> averages; ///< SQL made them

    /// Takes bytes off what the script may make in all. Throws Mistake, before anything is made, when that is too much.
    void take_bytes(std::uint64_t bytes, const char* subject);

    /// Takes note of what a script made outside Lua, which does not see its weight and would let it pile up. Throws
    /// std::bad_alloc, which ends the script, when what is still in use is above the script's memory.
    void hold(const std::shared_ptr<const void>& made, std::size_t bytes);

    std::deque<KnownFigure> known_figures; ///< the last ones of the report that speaks; an included one has its own

    [[nodiscard]] const std::string& in_language(const base::Words& words) const { return words.in(inputs.language); }
    [[nodiscard]] const data::Vocabulary* vocabulary_of(const data::Query& query, std::string_view field) const;
    /// The words of a term, or the term as it is.
    [[nodiscard]] std::string label_of(const data::Vocabulary* vocabulary, const std::string& term) const;

private:
    std::vector<std::pair<std::weak_ptr<const void>, std::size_t>> held_;
    std::size_t held_bytes_ = 0; ///< no less than what is still in use
};

} // namespace bilan::script
