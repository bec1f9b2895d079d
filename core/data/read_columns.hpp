// SPDX-License-Identifier: MPL-2.0
//
// The columns of a dataset that an expression reads, row after row. Inner header of data/. One thread.
#pragma once

#include "data/dataset.hpp"
#include "data/source_fields.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bilan::data {

class ReadColumn {
public:
    /// `field` and `dataset` outlive it. `rows`: those that will be asked for.
    ReadColumn(const Dataset& dataset, const SourceField& field, std::span<const std::uint32_t> rows);

    [[nodiscard]] std::string_view field() const { return field_; }
    /// Nothing when no table has it.
    [[nodiscard]] const std::optional<std::size_t>& index() const { return index_; }
    [[nodiscard]] bool is_everywhere() const { return is_everywhere_; }
    /// The rows of which it is read, when it is not of all.
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return rows_; }

    /// It is read of the row, and known. REQUIRES: asked once of each row, in their order.
    [[nodiscard]] bool enters(std::uint32_t row)
    {
        if (!is_everywhere_ && (next_ == rows_.size() || rows_[next_] != row)) return false;
        if (!is_everywhere_) ++next_;
        return index_ && dataset_->columns()[*index_].is_known(row);
    }

private:
    const Dataset* dataset_;
    std::string_view field_;
    std::optional<std::size_t> index_;
    bool is_everywhere_ = true;
    std::vector<std::uint32_t> rows_;
    std::size_t next_ = 0; ///< the first of them that was not asked for
};

[[nodiscard]] std::vector<ReadColumn> read_columns(const Dataset& dataset, std::span<const SourceField> fields,
                                                   std::span<const std::uint32_t> rows);

/// Says of each value of a column that an expression gave, one for each of `rows`, which cells of its row made it.
/// Nothing is said of cells elsewhere: of another dataset, or of a merge.
void place_values(const Dataset& dataset, const ExpressionPointer& expression, std::span<const std::uint32_t> rows,
                  Column& column);

} // namespace bilan::data
