// SPDX-License-Identifier: MPL-2.0
//
// A table that no schema knows: fields named after its headers, types found column by column with the same reading of
// values as for partner files. What scripts get from `run:read`. Pure; any thread.
#pragma once

#include "data/dataset.hpp"
#include "intake/finding.hpp"

#include <bilan/book.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

struct PlainOptions {
    std::string sheet;                   ///< empty: the first that holds a table
    std::optional<std::uint32_t> header; ///< row of the headers, from 0; else the first row with two texts or more
                                         ///< that is as full as the fullest
    std::string id;                      ///< of the schema that is made
    bool keeps_totals = false;           ///< rows that say « Total » are records
    std::map<std::string, data::FieldType> types; ///< of columns, by the id of their field; the others are found
};

struct PlainTable {
    data::TableValues values;
    /// Columns that name persons, rows that are no records, doubts about cells.
    std::vector<Finding> findings;
    std::vector<base::Message> remarks; ///< what the author of the script is told of the reading
};

/// Rows that hold nothing are left out, rows of totals and notes are set aside, and columns that name persons (C21) are
/// left out, whose values go nowhere. Throws base::Error (exit 6) for a sheet that is not there, naming those there
/// are, and where no headers can be found.
[[nodiscard]] PlainTable read_plain_table(const Book& book, const std::string& file, const PlainOptions& options);

/// `montant_accorde` of « Montant accordé (€) ».
[[nodiscard]] std::string field_id_of(std::string_view header);

} // namespace bilan::intake
