// SPDX-License-Identifier: MPL-2.0
//
// One sheet as the file holds it: columns cut into segments of 4 096 rows, eight bytes and one tag a cell. A segment
// holds only the span between its first and last filled row, so emptiness costs nothing. A reader fills it, everything
// downstream only reads it. Writing is for one thread; reading for many.
#pragma once

#include <bilan/cell.hpp>
#include <bilan/place.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
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
    static constexpr std::uint32_t segment_rows = 4096;

    SheetFacts facts;

    /// Stores a cell; a later cell at the same place replaces the earlier one.
    void put(std::uint32_t row, std::uint32_t column, CellTag tag, std::uint64_t bits)
    {
        if (column >= columns_.size()) columns_.resize(std::size_t{column} + 1);
        const std::uint32_t index = row / segment_rows;
        std::vector<Segment>& segments = columns_[column];
        if (index >= segments.size()) segments.resize(std::size_t{index} + 1);
        bytes_ += segments[index].put(row % segment_rows, tag, bits);
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
    /// Bytes held by the segments; readers compare it with their limit.
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
        return {segment * segment_rows + part.first, part.count, part.values.get(), part.tags.get()};
    }

private:
    struct Segment {
        std::unique_ptr<std::uint64_t[]> values;
        std::unique_ptr<std::uint8_t[]> tags;
        std::uint16_t first = 0;
        std::uint16_t count = 0;
        std::uint16_t capacity = 0;

        /// Returns the bytes newly taken.
        std::size_t put(std::uint32_t local, CellTag tag, std::uint64_t bits)
        {
            std::size_t taken = 0;
            if (count == 0) first = static_cast<std::uint16_t>(local);
            if (local < first || local >= std::uint32_t{first} + count) taken = reach(local);
            values[local - first] = bits;
            tags[local - first] = tag.bits();
            return taken;
        }

        void get(std::uint32_t local, Cell& cell) const
        {
            if (local < first || local >= std::uint32_t{first} + count) return;
            cell.tag = CellTag::from_bits(tags[local - first]);
            cell.bits = values[local - first];
        }

        std::size_t reach(std::uint32_t local)
        {
            const std::uint32_t from = std::min<std::uint32_t>(first, local);
            const std::uint32_t to = std::max<std::uint32_t>(std::uint32_t{first} + count, local + 1);
            const std::uint32_t shift = first - from;
            std::size_t taken = 0;
            if (to - from > capacity || shift > 0) {
                std::uint32_t room = std::max<std::uint32_t>(capacity, 32);
                while (room < to - from) room *= 2;
                room = std::min(room, segment_rows);
                auto more_values = std::make_unique_for_overwrite<std::uint64_t[]>(room);
                auto more_tags = std::make_unique_for_overwrite<std::uint8_t[]>(room);
                std::copy_n(values.get(), count, more_values.get() + shift);
                std::copy_n(tags.get(), count, more_tags.get() + shift);
                std::fill_n(more_values.get(), shift, 0);
                std::fill_n(more_tags.get(), shift, std::uint8_t{0});
                taken = (room - capacity) * std::size_t{9};
                values = std::move(more_values);
                tags = std::move(more_tags);
                capacity = static_cast<std::uint16_t>(room);
            }
            const std::uint32_t filled = shift + count;
            if (to - from > filled) {
                std::fill_n(values.get() + filled, to - from - filled, 0);
                std::fill_n(tags.get() + filled, to - from - filled, std::uint8_t{0});
            }
            first = static_cast<std::uint16_t>(from);
            count = static_cast<std::uint16_t>(to - from);
            return taken;
        }
    };

    std::vector<std::vector<Segment>> columns_;
    std::uint32_t rows_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace bilan
