// SPDX-License-Identifier: MPL-2.0
//
// Values that no cell of the sheet gives: the quarter of a header, the year of a title. One thread.
#pragma once

#include "data/column.hpp"
#include "intake/column_reader.hpp"
#include "intake/draft.hpp"

#include <string>
#include <vector>

namespace bilan::intake {

/// The texts, one a record, as values of the field; each distinct text is read once. No cell is their source.
[[nodiscard]] data::Column read_given_texts(const TableDraft& draft, const data::Field& field,
                                            const std::vector<std::string>& texts, const ReadingContext& context);

} // namespace bilan::intake
