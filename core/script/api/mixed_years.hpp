// SPDX-License-Identifier: MPL-2.0
//
// Figures and rows of several years in the workbook of one: a dataset holds all years that partners sent, and a script
// that forgets to choose would add them up under the heading of one. Nothing is said of rows that the script chose or
// grouped by their year, nor of those of the year before, which it asks for by that name. One thread.
#pragma once

#include "data/chosen_rows.hpp"
#include "data/measure.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"

#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace bilan::script {

using data::year_field;

/// Gathers what one table, or the first page, shows.
class YearsShown {
public:
    explicit YearsShown(const Session& session) : session_(session) {}

    /// The messages of what is said, at the line of the script and on the first page.
    struct Sentences {
        const char* for_author;
        const char* for_reader;
    };
    static const Sentences lines;
    static const Sentences totals; ///< the lines are told apart by year, and then added up

    void take(const data::Figure& figure);
    /// The measure over all rows of a query, as a total that is not computed here shows it.
    void take_all(const data::Query& query, const data::Measure& measure);
    /// Rows that are listed with these fields.
    void take_rows(const data::Query& query);
    /// Rows that become something else, where their year is lost.
    void take_lost(const data::Query& query);

    /// Warns at the script's line and on the first page when there are other years than the run's. `what`: the table
    /// or key figure, as it is named.
    void say(const Caller& caller, Session& session, const std::string& what, const Sentences& sentences = lines) const;
    /// The other years, « 2023, 2024 »; empty when there is nothing to say.
    [[nodiscard]] std::string words() const;

private:
    void take(const data::Sources& sources);
    void take(const data::Dataset& dataset, std::span<const std::uint32_t> rows);

    using Group = std::tuple<const void*, const void*, std::uint32_t, const void*>;

    const Session& session_;
    std::set<int> years_;
    std::set<Group> seen_; ///< groups of rows that were looked at: the columns of a table share them
    data::ChosenRows chosen_;
};

} // namespace bilan::script
