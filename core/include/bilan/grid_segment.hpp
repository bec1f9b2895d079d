// SPDX-License-Identifier: MPL-2.0
//
// Up to 4 096 rows of one column of a grid: the span between the first and the last filled one. A part of Grid, not for
// readers to use by itself. Writing is for one thread; reading for many.
#pragma once

#include <bilan/cell.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace bilan::detail {

inline constexpr std::uint32_t segment_rows = 4096;
inline constexpr std::uint32_t no_text = ~std::uint32_t{0}; ///< no number of a text

/// Values and tags lie in one block of `capacity` rows, of which `lead` before `first` are not in use yet, so that
/// a segment that fills from the bottom up grows as cheaply as one that fills downwards.
struct GridSegment {
    std::unique_ptr<std::uint64_t[]> block;
    std::uint64_t* values = nullptr; ///< of row `first`
    std::uint8_t* tags = nullptr;    ///< of row `first`
    std::uint16_t first = 0;
    std::uint16_t count = 0;
    std::uint16_t capacity = 0;
    std::uint16_t lead = 0;

    /// Returns the bytes newly taken.
    std::size_t put(std::uint32_t local, CellTag tag, std::uint64_t bits)
    {
        std::size_t taken = 0;
        std::uint32_t offset = local - first; // wraps for a row before the first
        if (offset >= count) {
            if (offset == count && std::uint32_t{lead} + count < capacity) {
                ++count; // the next row down: nearly always
            } else {
                taken = reach(local, local + 1);
                offset = local - first;
            }
        }
        values[offset] = bits;
        tags[offset] = tag.bits();
        return taken;
    }

    /// Stores texts in the rows from `local` on, which become empty where the number is `no_text`. Returns the bytes
    /// newly taken.
    std::size_t put_texts(std::uint32_t local, std::span<const std::uint32_t> texts)
    {
        const std::size_t taken = reach(local, local + static_cast<std::uint32_t>(texts.size()));
        std::uint64_t* value = values + (local - first);
        std::uint8_t* mark = tags + (local - first);
        constexpr std::size_t batch = 16; // as many as a vector of the compiler's making holds tags
        for (; texts.size() >= batch; texts = texts.subspan(batch), value += batch, mark += batch)
            write_texts<batch>(texts.data(), value, mark);
        for (; !texts.empty(); texts = texts.subspan(1)) write_texts<1>(texts.data(), value++, mark++);
        return taken;
    }

    /// Without a branch: gaps come as they like. In loops of one thing each, of which the compiler makes vectors.
    template <std::size_t count>
    static void write_texts(const std::uint32_t* texts, std::uint64_t* value, std::uint8_t* mark)
    {
        constexpr std::uint8_t tag = CellTag(CellType::text).bits();
        std::array<std::uint32_t, count> filled; // all bits or none
        for (std::size_t i = 0; i < count; ++i) filled[i] = texts[i] == no_text ? 0 : no_text;
        for (std::size_t i = 0; i < count; ++i) value[i] = texts[i] & filled[i];
        std::array<std::uint8_t, count> marks;
        for (std::size_t i = 0; i < count; ++i) marks[i] = static_cast<std::uint8_t>(filled[i] & tag);
        std::copy_n(marks.data(), count, mark);
    }

    void get(std::uint32_t local, Cell& cell) const
    {
        if (local < first || local >= std::uint32_t{first} + count) return;
        cell.tag = CellTag::from_bits(tags[local - first]);
        cell.bits = values[local - first];
    }

    /// Takes the rows begin..end-1 into use. What they hold is for the caller to write; other rows new between them and
    /// those in use before are empty.
    std::size_t reach(std::uint32_t begin, std::uint32_t end)
    {
        if (count == 0) first = static_cast<std::uint16_t>(begin);
        const std::uint32_t beyond = std::uint32_t{first} + count;
        const std::uint32_t from = std::min<std::uint32_t>(first, begin);
        const std::uint32_t to = std::max(beyond, end);
        const std::uint32_t before = first - from;
        const bool has_room = before <= lead && lead - before + (to - from) <= capacity;
        const std::size_t taken = has_room ? 0 : grow(from, to);
        values -= before;
        tags -= before;
        lead = static_cast<std::uint16_t>(lead - before);
        clear(end - from, before);
        clear(beyond - from, begin > from ? begin - from : 0);
        first = static_cast<std::uint16_t>(from);
        count = static_cast<std::uint16_t>(to - from);
        return taken;
    }

    /// A larger block for the rows from..to-1, twice as large as before, with the spare rows on the side that grew.
    std::size_t grow(std::uint32_t from, std::uint32_t to)
    {
        std::uint32_t room = std::max<std::uint32_t>(capacity, 32);
        while (room < to - from) room *= 2;
        if (room == capacity) room = std::min(room * 2, segment_rows);
        const std::uint32_t spare = room - (to - from);
        std::uint32_t shift = from < first ? std::min(spare, from) + (first - from) : 0;
        if (room == segment_rows) shift = first; // every row has its own place: the last block of a segment
        return replace_block(room, shift);
    }

    /// Moves the rows in use into a block of `room` rows, `shift` rows after its beginning.
    std::size_t replace_block(std::uint32_t room, std::uint32_t shift)
    {
        auto larger = std::make_unique_for_overwrite<std::uint64_t[]>(room + room / 8);
        std::uint64_t* const new_values = larger.get() + shift;
        std::uint8_t* const new_tags = reinterpret_cast<std::uint8_t*>(larger.get() + room) + shift;
        std::copy_n(values, count, new_values);
        std::copy_n(tags, count, new_tags);
        const std::size_t taken = (room - capacity) * std::size_t{9};
        block = std::move(larger);
        values = new_values;
        tags = new_tags;
        lead = static_cast<std::uint16_t>(shift);
        capacity = static_cast<std::uint16_t>(room);
        return taken;
    }

    void clear(std::uint32_t from, std::uint32_t to)
    {
        if (to <= from) return;
        std::fill(values + from, values + to, 0);
        std::fill(tags + from, tags + to, std::uint8_t{0});
    }
};

} // namespace bilan::detail
