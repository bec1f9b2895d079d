// SPDX-License-Identifier: MPL-2.0
//
// The columns of one table as fields of one schema: each field given to the column that is surest of it. Pure
// functions, any thread.
#pragma once

#include "intake/header/match.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

class Reference;

/// What became of one column.
enum class Outcome : std::uint8_t {
    mapped,
    personal,   ///< dropped at the door
    left_out,   ///< somebody said so
    part_total, ///< sums up the columns beside it
    wide,       ///< one value of a dimension: its cells become rows
    ticked,     ///< one item of a list: its crosses become items
    summand,    ///< one part of the field: added to the others
    question,   ///< may be something: see suggestions
    duplicate,  ///< its field went to a surer column
    contradicted,
    unknown,
    untitled, ///< no header
};

/// Its cells end in values.
[[nodiscard]] constexpr bool is_read(Outcome outcome)
{
    return outcome == Outcome::mapped || outcome == Outcome::wide || outcome == Outcome::ticked ||
           outcome == Outcome::summand;
}

struct MappedColumn {
    Outcome outcome = Outcome::unknown;
    FieldRef field;
    double confidence = 0;
    base::Message reason;
    bool near = false; ///< read in spite of a slip or doubt: worth saying
    std::vector<std::string> suggestions;
    std::uint32_t rival = 0; ///< of a duplicate: the column that has the field
    bool is_listed = false;  ///< of a summand: the schema names the part, nothing is guessed
    FieldRef also;           ///< a field that is made of its parts only, of which this column's own is one
    /// Of a question: the field that this column and another one surely give, if only it were known which of them.
    FieldRef contested;
    // A wide column, or an item of a list:
    std::string dimension;       ///< `territoire`, `exercice`, `financeur`, `pilier`, `nature_credit`
    std::string dimension_value; ///< as written: « Bellevue », « 2023 »; the item
};

struct Mapping {
    const SchemaIndex* schema = nullptr;
    std::vector<MappedColumn> columns; ///< beside the header columns
    double score = 0;                  ///< sum of how much each mapped field speaks for this schema
    std::uint32_t mapped = 0;
    std::uint32_t contested = 0; ///< columns that are surely something, if only it were known which of two
    std::uint32_t titled = 0;    ///< columns with a header that are not personal
    [[nodiscard]] bool has(std::string_view field) const;
};

struct MappingInput {
    const Lexicon* lexicon = nullptr;
    const std::vector<HeaderColumn>* columns = nullptr;
    const std::vector<bool>* personal = nullptr;
    const Mappings* answers = nullptr;
    std::vector<HeaderWords> titles;                ///< title rows and the name of the sheet
    const Reference* reference = nullptr;           ///< lists of quarters; may be null
    std::optional<std::uint32_t> perhaps_list = {}; ///< the first column of those that may be a list beside the table
    std::vector<HeaderSigns> signs = {};            ///< of each column
};

/// The value tells which action, council or firm a row is about.
[[nodiscard]] bool names_record(const data::Field& field);

[[nodiscard]] Mapping map_columns(const MappingInput& input, const SchemaIndex& schema);
/// Adds near spellings and suggestions for what is still unknown.
void ask_about_the_rest(const MappingInput& input, Mapping& mapping);

} // namespace bilan::intake
