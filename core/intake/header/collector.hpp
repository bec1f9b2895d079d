// SPDX-License-Identifier: MPL-2.0
//
// The candidates of one header: each term and family of a schema is held against it, and against its cells and groups.
// One thread.
#pragma once

#include "intake/header/fit.hpp"
#include "intake/header/header_signs.hpp"
#include "intake/header/match.hpp"

#include <string_view>
#include <vector>

namespace bilan::intake {

/// What one header may mean in one schema, as its terms and families are held against it.
class Collector {
public:
    /// `signs` are those of the column; they outlive the collector.
    Collector(const HeaderSigns& signs, const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column);

    /// Keeps the surest candidate of each field; the cells of the column may speak against it.
    void put(data::Field field, double confidence, base::Message reason, bool is_doubtful = false);
    /// `factor`: what stands against the query as a whole, from 0 to 1.
    void put_term(const Term& term, const Query& query, double factor);
    /// A field of a family: it has no spellings of its own but its label's.
    [[nodiscard]] bool is_ruled_out(const data::Field& field) const;
    /// A field of the schema itself that bears the prefix of a family is surely meant.
    [[nodiscard]] bool has_sure(std::string_view prefix) const;
    /// The surest first. Leaves the collector empty.
    [[nodiscard]] std::vector<Candidate> take();

private:
    /// Where a candidate of this field and confidence is to be kept; null when one is there that is as sure.
    [[nodiscard]] Candidate* place_for(const data::Field& field, double confidence);

    const HeaderSigns* signs_;
    const SchemaIndex* schema_;
    const HeaderColumn* column_;
    bool is_foreign_amount_; ///< « Accordé » under a name that nobody knows may be anybody's money
    std::vector<Candidate> found_;
};

} // namespace bilan::intake
