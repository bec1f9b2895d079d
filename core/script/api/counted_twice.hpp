// SPDX-License-Identifier: MPL-2.0
//
// Sums that take one value more than once: of rows that a union has twice, of a field that a join gave to several rows.
// The author was told at the line of the join; the reader of the workbook is told where the sum is shown. One thread.
#pragma once

#include "data/chosen_rows.hpp"
#include "data/measure.hpp"
#include "script/api/session.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace bilan::script {

/// Gathers what one table, or one key figure, adds up.
class CountedTwice {
public:
    explicit CountedTwice(const Session& session) : session_(session) {}

    void take(const data::Figure& figure);
    /// The measure over all rows of a query, as a total that is not computed here shows it.
    void take_all(const data::Query& query, const data::Measure& measure);

    /// Says so on the first page. `what`: the table or key figure, as it is named. Gives the sentence for a note there;
    /// empty when there is nothing to say.
    std::string say(Session& session, const std::string& what) const;

private:
    void take(const data::Sources& sources);
    void take_joined(const data::Sources& sources, const data::Expression& joined);
    void take_united(const data::Sources& sources);
    [[nodiscard]] bool has_twins(const data::Dataset& dataset);

    const Session& session_;
    std::map<std::string, std::size_t> joined_;           ///< by the words of the field: rows that share a value
    std::size_t united_ = 0;                              ///< rows that are there once more
    std::set<std::pair<const void*, const void*>> apart_; ///< a lookup and rows that share none of its values
    std::map<const data::Dataset*, bool> twins_; ///< whether a union took one table of a partner more than once
    data::ChosenRows chosen_;
};

} // namespace bilan::script
