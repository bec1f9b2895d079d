// SPDX-License-Identifier: MPL-2.0
//
// Which fields of a schema a column may be, the surest first. Confidence 0.75 and more is acted upon; below, the field
// is only suggested. Pure functions, any thread.
//
// How sure: an answer given before or the id of a field 1; the label 0.99, a known spelling 0.97, a known group over
// a known leaf 0.995, the same words
// (abbreviated, other order, plural) 0.93, a family 0.9 to 0.95, words settled by the group above 0.92, words with
// others that carry no meaning 0.88, a near spelling 0.8. A near spelling counts only when each corrected word has five
// letters or more and is one slip from exactly one known word (two slips from ten letters on), and the whole is then a
// known header; one that may be another word, or a name, is only suggested. A group that speaks of something else, or
// cells that cannot be such values, make it a question.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/field_ref.hpp"
#include "intake/header/header_signs.hpp"
#include "intake/header/lexicon.hpp"
#include "intake/mappings.hpp"

#include "base/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

inline constexpr double sure = 0.75;

struct Candidate {
    FieldRef field;
    double confidence = 0;
    base::Message reason;
    bool contradicted = false; ///< the header says so, the cells do not
    bool is_doubtful = false;  ///< read, and worth a look: `reason` says why
};

/// The schema says that this header is not the field's (`not_headers`): index of the field.
[[nodiscard]] bool is_excluded(const SchemaIndex& schema, std::size_t field, const HeaderColumn& column);

/// The field that has this very header among its own, year and all: « Interventions / 2022 » is no value of the years.
/// Null where there is none.
[[nodiscard]] const data::Field* declared_with_year(const SchemaIndex& schema, const HeaderColumn& column);

/// Candidates of at least 0.4, at most one per field, descending.
[[nodiscard]] std::vector<Candidate> match(const Lexicon& lexicon, const SchemaIndex& schema,
                                           const HeaderColumn& column);
/// The same with the signs of the column, which are those for every schema.
[[nodiscard]] std::vector<Candidate> match(const Lexicon& lexicon, const SchemaIndex& schema,
                                           const HeaderColumn& column, const HeaderSigns& signs);

/// The same after near spellings were put right; nothing when no word needs it or not surely.
[[nodiscard]] std::vector<Candidate> match_near(const Lexicon& lexicon, const SchemaIndex& schema,
                                                const HeaderColumn& column);

} // namespace bilan::intake
