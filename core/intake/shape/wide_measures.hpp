// SPDX-License-Identifier: MPL-2.0
//
// A measure with a column for each value of a dimension (« Bénéficiaires 2023 », « Bénéficiaires 2024 ») as one column
// of the records. One thread.
#pragma once

#include "intake/column_reader.hpp"
#include "intake/draft.hpp"
#include "intake/shape/wide_records.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <vector>

namespace bilan::intake {

/// What reads the cells of one column of the sheet, and how the cells under a header are named to it.
struct MeasureReading {
    std::function<ColumnSource(const HeaderColumn&)> source; ///< without cells
    std::function<data::Column(const ColumnSource&, const data::Field&)> read;
};

struct MeasureColumn {
    data::Column column;
    std::vector<CellPosition> cells; ///< of each record; beyond the table where its value of the dimension has none
};

/// `columns`: value of the dimension → index in the headers. Each is read under its own header and unit, then its
/// values go to their records; a row that is not spread over the values has what the column of their total says.
[[nodiscard]] MeasureColumn read_measure(const TableDraft& draft, const std::vector<Record>& records,
                                         const std::map<std::size_t, std::size_t>& columns,
                                         const MeasureReading& reading);

/// « Sorties » beside « Bénéficiaires 2024 » and « Bénéficiaires 2025 » is of one year, not of both.
void keep_to_their_years(const TableDraft& draft, const WideColumns& wide, const std::vector<Record>& records,
                         data::TableValues& values);

} // namespace bilan::intake
