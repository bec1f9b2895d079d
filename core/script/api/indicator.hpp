// SPDX-License-Identifier: MPL-2.0
//
// Indicators are data: tables in bilan/domain/indicators/*.lua, each with its label, formula in words and a function:
// `measure`, computed over rows like any other, or `figure`, made of other indicators (a difference of two years, a gap
// to a parameter). Value types; one thread: that of the state.
#pragma once

#include "base/language.hpp"
#include "data/figure.hpp"
#include "data/measure.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct lua_State;

namespace bilan::script {

struct MeasureObject;
class Session;
class QueryObject;

/// What an indicator takes for given where a field says nothing: told beside the figure, with the rows it concerns.
struct Supposition {
    std::string field;
    base::Words words; ///< « neutralisées inconnues : aucune retirée »
};

struct Indicator {
    std::string id;
    base::Words label;
    std::string dataset;
    base::Words formula;
    base::Words unknowns;
    base::Words note;
    std::optional<Supposition> supposes;
    data::Unit unit = data::Unit::number;
    std::string unit_name;
    std::vector<std::string> fields; ///< what a made figure reads, for the sheet Méthode; a measure says it itself
    int function = 0;                ///< its reference in the registry
    bool may_exceed = false;         ///< a rate that is no part of a whole: referrals of exits, achieved of target
    bool is_made = false;            ///< the function gives a figure, of other figures
    std::string file;                ///< where the function stands, as messages call it
    int line = 0;
    int last_line = 0;
};

/// The indicator of that id; the files are read at the first call. Throws Mistake with the nearest id.
[[nodiscard]] const Indicator& indicator_of(Session& session, const std::string& id);

/// The same; null where there is none of that id.
[[nodiscard]] const Indicator* find_indicator(Session& session, const std::string& id);

/// Reads the indicators that a report declares itself, from the tables it keeps; they come before those of the files.
void take_declared(Session& session, const std::vector<int>& tables);

/// All of them, by id.
[[nodiscard]] const std::map<std::string, Indicator>& indicators_of(Session& session);

/// Calls the indicator's function. Throws Mistake when it gives no measure, ScriptError when it fails.
[[nodiscard]] MeasureObject measure_of(Session& session, const Indicator& indicator);

/// The figure of an indicator that is made of others; without a value and with the cause `nd` when its function gives
/// nothing, as for a parameter that was not given.
[[nodiscard]] data::Figure made_figure(const std::shared_ptr<Session>& session, const Indicator& indicator,
                                       const std::shared_ptr<QueryObject>& query);

} // namespace bilan::script
