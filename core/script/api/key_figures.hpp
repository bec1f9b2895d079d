// SPDX-License-Identifier: MPL-2.0
//
// Indicators and key figures of a run: the figure, its base in words, whether it is fragile, and the definition for the
// sheet Méthode. Throws Mistake. One thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"

#include <variant>

namespace bilan::script {

/// A figure that the script computed itself.
struct OwnKeyFigure {
    std::string id;
    base::Words label;
    data::Figure figure;
    base::Words note;
};

using KeyFigureItem = std::variant<std::string, OwnKeyFigure>; ///< the id of an indicator, or a figure

struct KeyFigureList {
    std::vector<KeyFigureItem> items;
    std::shared_ptr<QueryObject> query; ///< null: the rows of the run's year
};

template <>
struct Value<KeyFigureItem> {
    static std::string name() { return "string|bilan.KeyFigure"; }
    static KeyFigureItem read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<KeyFigureList> {
    static std::string name() { return "bilan.KeyFigureList"; }
    static KeyFigureList read(lua_State* lua, int at, const Where& where);
};

/// Coverage under the threshold of the run.
[[nodiscard]] bool is_fragile(const Session& session, const data::Figure& figure);
/// What is to be checked of a rate of the indicator `id`: a part above its whole, or below zero. Empty where nothing
/// is, and of one that is no part of a whole.
[[nodiscard]] std::string doubt(Session& session, const std::string& id, const data::Figure& figure);
/// One word for a table: to be checked (where `id` is given), solid, fragile, minimum, not computable.
[[nodiscard]] std::string reliability(Session& session, const data::Figure& figure,
                                      const std::optional<std::string>& id);
/// `part / whole` as a rate, noted in the sheet Méthode under `id`.
[[nodiscard]] data::Figure share_of(const Caller& caller, Session& session, const std::string& id,
                                    const FigureOrNumber& part, const FigureOrNumber& whole);
[[nodiscard]] data::Figure indicator_figure(const std::shared_ptr<Session>& session, const std::string& id,
                                            const std::shared_ptr<QueryObject>& query);
/// What the indicator takes for given in rows of the query, and in how many; empty when nothing is.
[[nodiscard]] std::string supposition(const std::shared_ptr<Session>& session, const std::string& id,
                                      const std::shared_ptr<QueryObject>& query);
/// Warns at the caller's line of rows of other years.
[[nodiscard]] data::Figure add_key_figure(const Caller& caller, const std::shared_ptr<Session>& session,
                                          const KeyFigureItem& item, const std::shared_ptr<QueryObject>& query);

} // namespace bilan::script
