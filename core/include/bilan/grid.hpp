// SPDX-License-Identifier: MPL-2.0
//
// One sheet as the file holds it: columns cut into segments of 4 096 rows, eight bytes and one tag a cell. A segment
// holds only the span between its first and last filled row, so emptiness costs nothing. A reader fills it, everything
// downstream only reads it. Writing is for one thread; reading for many.
#pragma once

#include <bilan/cell.hpp>
#include <bilan/grid_segment.hpp>
#include <bilan/place.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace bilan {

enum class Visibility : std::uint8_t { visible, hidden, very_hidden };

/// What a sheet says about itself beside its cells.
struct SheetFacts {
    std::string name;
    Visibility visibility = Visibility::visible;
    bool date_1904 = false; ///< for information: the dates of the grid are already in one system
    std::vector<CellRange> merges;
    std::vector<Span> hidden_rows;    ///< ascending, not touching
    std::vector<Span> hidden_columns; ///< ascending, not touching
};

class Grid {
public:
    static constexpr std::uint32_t segment_rows = detail::segment_rows;

    SheetFacts facts;

    /// Stores a cell; a later cell at the same place replaces the earlier one.
    void put(std::uint32_t row, std::uint32_t column, CellTag tag, std::uint64_t bits)
    {
        const std::uint32_t index = row / segment_rows;
        if (column >= columns_.size() || index >= columns_[column].size()) open_segment(column, index);
        bytes_ += columns_[column][index].put(row % segment_rows, tag, bits);
        if (row >= rows_) rows_ = row + 1;
    }
    void put_number(std::uint32_t row, std::uint32_t column, double number, CellTag tag = CellTag(CellType::number))
    {
        put(row, column, tag, std::bit_cast<std::uint64_t>(number));
    }
    void put_text(std::uint32_t row, std::uint32_t column, std::uint32_t text, CellTag tag = CellTag(CellType::text))
    {
        put(row, column, tag, text);
    }

    static constexpr std::uint32_t no_text = detail::no_text;

    /// Stores texts of one column at once: number `texts[i]` in row `row + i`. Where it is `no_text` nothing is stored,
    /// and between the first and the last text the row becomes empty.
    void put_texts(std::uint32_t row, std::uint32_t column, std::span<const std::uint32_t> texts)
    {
        while (!texts.empty() && texts.back() == no_text) texts = texts.first(texts.size() - 1);
        for (; !texts.empty() && texts.front() == no_text; ++row) texts = texts.subspan(1);
        while (!texts.empty()) {
            const std::uint32_t index = row / segment_rows;
            const std::uint32_t local = row % segment_rows;
            const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(texts.size(), segment_rows - local));
            if (column >= columns_.size() || index >= columns_[column].size()) open_segment(column, index);
            bytes_ += columns_[column][index].put_texts(local, texts.first(count));
            row += count;
            rows_ = std::max(rows_, row);
            texts = texts.subspan(count);
        }
    }

    /// The cell there; an empty one outside the filled part.
    [[nodiscard]] Cell at(std::uint32_t row, std::uint32_t column) const
    {
        Cell cell;
        if (column >= columns_.size()) return cell;
        const std::vector<Segment>& segments = columns_[column];
        const std::uint32_t index = row / segment_rows;
        if (index >= segments.size()) return cell;
        segments[index].get(row % segment_rows, cell);
        return cell;
    }
    [[nodiscard]] Cell at(CellPosition position) const { return at(position.row, position.column); }

    /// One more than the last row, or column, in which a cell was ever put.
    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(columns_.size()); }
    /// Bytes held by the segments and their lists; readers compare it with their limit.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// The part of a column that is stored in one segment: rows first..first+count-1 of the sheet. `count` may be 0.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        const std::uint64_t* values = nullptr;
        const std::uint8_t* tags = nullptr;
    };
    [[nodiscard]] std::uint32_t segments(std::uint32_t column) const
    {
        return column < columns_.size() ? static_cast<std::uint32_t>(columns_[column].size()) : 0;
    }
    [[nodiscard]] Run run(std::uint32_t column, std::uint32_t segment) const
    {
        const Segment& part = columns_[column][segment];
        return {segment * segment_rows + part.first, part.count, part.values, part.tags};
    }

private:
    using Segment = detail::GridSegment;

    /// Makes place for a segment of a column. Below a full one, it is taken to become full too.
    void open_segment(std::uint32_t column, std::uint32_t index)
    {
        if (column >= columns_.size()) {
            bytes_ += (column + 1 - columns_.size()) * sizeof(std::vector<Segment>);
            columns_.resize(std::size_t{column} + 1);
        }
        std::vector<Segment>& segments = columns_[column];
        if (index >= segments.size()) {
            bytes_ += (index + 1 - segments.size()) * sizeof(Segment);
            segments.resize(std::size_t{index} + 1);
        }
        if (index > 0 && segments[index - 1].count == segment_rows)
            bytes_ += segments[index].replace_block(segment_rows, 0);
    }

    std::vector<std::vector<Segment>> columns_;
    std::uint32_t rows_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace bilan
