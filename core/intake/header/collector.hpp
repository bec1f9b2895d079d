// SPDX-License-Identifier: MPL-2.0
//
// The candidates of one header: each term and family of a schema is held against it, and against its cells and groups.
// One thread.
#pragma once

#include "intake/header/fit.hpp"
#include "intake/header/match.hpp"
#include "intake/header/ruled_out.hpp"

#include <string_view>
#include <vector>

namespace bilan::intake {

/// What one header may mean in one schema, as its terms and families are held against it.
class Collector {
public:
    Collector(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column);

    /// Keeps the surest candidate of each field; the cells of the column may speak against it. `is_label`: the header
    /// is the field's very name, and a few words among its numbers are those of cells.
    void put(const data::Field& field, double confidence, base::Message reason, bool is_doubtful = false,
             bool is_label = false);
    /// `factor`: what stands against the query as a whole, from 0 to 1.
    void put_term(const Term& term, const Query& query, double factor);
    /// A field of a family: it has no spellings of its own but its label's.
    [[nodiscard]] bool is_ruled_out(const data::Field& field) const;
    /// A field of the schema itself that bears the prefix of a family is surely meant.
    [[nodiscard]] bool has_sure(std::string_view prefix) const;
    /// The surest first. Leaves the collector empty.
    [[nodiscard]] std::vector<Candidate> take();

private:
    const SchemaIndex* schema_;
    const HeaderColumn* column_;
    bool other_funder_;      ///< the group is a funder that is not the State's own programme
    bool is_funder_;         ///< « Ville » under « Financeurs » is no place
    bool is_foreign_amount_; ///< « Accordé » under a name that nobody knows may be anybody's money
    bool is_share_ = false;  ///< « Part … »: of something, whatever it is
    bool is_other_purse_;    ///< « Etat (DRAC) », « Etat (ABCD) »: not surely the programme for the quarters
    bool is_age_of_sex_;     ///< women or men of an age: no field of all of them is meant
    RuledOut ruled_out_;
    std::vector<Candidate> found_;
};

} // namespace bilan::intake
