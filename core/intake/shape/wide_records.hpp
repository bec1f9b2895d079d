// SPDX-License-Identifier: MPL-2.0
//
// Which records the rows of a table are: one each, or one for each value of a dimension that its columns name. One
// thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

/// One record: a row of the sheet, or one value of a dimension in it. Several rows may be one action together.
struct Record {
    std::uint32_t row = 0;
    std::size_t entry = 0;                  ///< index in TableRows::rows
    std::optional<std::size_t> wide;        ///< index in WideColumns::values
    bool is_whole = false;                  ///< none of its wide cells is filled: it is of no one value
    std::optional<std::uint32_t> head = {}; ///< the first row of an action over several, where this is a later one
};

/// The wide columns of a table by the value of their dimension.
struct WideColumns {
    std::string dimension;
    std::vector<std::string> values;                                    ///< in the order of the columns
    std::vector<std::uint32_t> named_by;                                ///< per value: the column whose header says it
    std::map<std::string, std::map<std::size_t, std::size_t>> measures; ///< field → value → index in headers
};

[[nodiscard]] WideColumns wide_columns(const TableDraft& draft);
[[nodiscard]] std::vector<Record> records_of(const TableDraft& draft, const WideColumns& wide);

/// Where columns are years: the only year that a measure with one column is of, which its header says, else the last
/// of them. Nothing for what is no measure or is spread over the years itself.
[[nodiscard]] std::optional<std::string> only_year_of(const TableDraft& draft, const WideColumns& wide, std::size_t at);

} // namespace bilan::intake
