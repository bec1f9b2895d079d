// SPDX-License-Identifier: MPL-2.0
//
// Gives every value its number in the pool of the book, equal values the same one. Most cells of a table repeat a
// value met shortly before, so a small cache stands before the pool; it holds what it needs to compare values of up to
// sixteen bytes without looking at the pool. A column in which hardly any value comes twice (numbers of files, amounts)
// goes straight into the pool, since looking for what is not there is all that would be gained. For one thread.
#pragma once

#include <bilan/text_pool.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace csv_reader {

class Interner {
public:
    /// `source`: the bytes in which most values lie, where reading a little past the end of a value is safe.
    Interner(bilan::TextPool& pool, std::string_view source)
        : pool_(pool), cache_(cache_entries), begin_(source.data()),
          roomy_(source.size() > key_bytes ? source.size() - key_bytes : 0)
    {
    }

    /// The number of a text that is not empty.
    bilan::TextPool::Id number_of(std::string_view text, std::uint32_t column)
    {
        if (column >= columns_.size()) columns_.resize(std::size_t{column} + 1);
        Column& habits = columns_[column];
        if (habits.unlooked > 0) {
            --habits.unlooked;
            return pool_.add(text);
        }
        const Entry key = key_of(text);
        Entry& entry = cache_[place_of(key)];
        if (++habits.looked == trial) judge(habits);
        if (entry.low == key.low && entry.high == key.high && entry.size == key.size &&
            (text.size() <= key_bytes || pool_.at(entry.number) == text))
            return entry.number;
        const std::size_t before = pool_.size();
        entry = key;
        entry.number = pool_.intern(text);
        if (pool_.size() > before) ++habits.fresh;
        return entry.number;
    }

private:
    static constexpr std::size_t key_bytes = 16;
    static constexpr std::size_t cache_entries = 16384;
    static constexpr std::uint32_t trial = 1024;   ///< values after which a column is judged
    static constexpr std::uint32_t trust = 65'536; ///< values that are then taken to be new, before the next trial

    /// First and last bytes of a text and its size: the whole of it up to sixteen bytes.
    struct Entry {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        std::uint32_t size = 0; ///< 0: free
        bilan::TextPool::Id number = 0;
    };

    struct Column {
        std::uint32_t looked = 0;
        std::uint32_t fresh = 0;    ///< of these, how many were new
        std::uint32_t unlooked = 0; ///< values to come that go into the pool unlooked
    };

    static std::uint64_t word_at(const char* bytes)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, sizeof(word));
        return word;
    }

    /// The first `count` bytes of a word: none below 1, all from 8 on. Without a branch, since no one can foresee how
    /// long the next value is.
    static std::uint64_t first_bytes(std::uint64_t word, std::size_t count)
    {
        const std::uint64_t bytes = std::min<std::uint64_t>(count, 8);
        if constexpr (std::endian::native == std::endian::little)
            return bytes == 0 ? 0 : word & ~std::uint64_t{0} >> (64 - 8 * bytes);
        return bytes == 0 ? 0 : word & ~std::uint64_t{0} << (64 - 8 * bytes);
    }

    [[nodiscard]] Entry key_of(std::string_view text) const
    {
        const auto offset = reinterpret_cast<std::uintptr_t>(text.data()) - reinterpret_cast<std::uintptr_t>(begin_);
        if (offset < roomy_) return key_at(text.data(), text.size());
        std::array<char, key_bytes> padded{}; // the last values of the file, and rewritten ones
        std::memcpy(padded.data(), text.data(), std::min(text.size(), key_bytes));
        Entry key = key_at(padded.data(), std::min(text.size(), key_bytes));
        if (text.size() > key_bytes) key.high = word_at(text.data() + text.size() - 8);
        key.size = static_cast<std::uint32_t>(text.size());
        return key;
    }

    static Entry key_at(const char* bytes, std::size_t size)
    {
        Entry key;
        key.low = first_bytes(word_at(bytes), size);
        const std::size_t second = size > key_bytes ? size - 8 : 8;
        key.high = first_bytes(word_at(bytes + second), size < 8 ? 0 : size - 8);
        key.size = static_cast<std::uint32_t>(size);
        return key;
    }

    static std::size_t place_of(const Entry& key)
    {
        const std::uint64_t hash = (key.low * 0x9E3779B97F4A7C15U ^ key.high) * 0xD6E8FEB86659FD93U + key.size;
        return (hash ^ hash >> 32U) % cache_entries;
    }

    static void judge(Column& habits)
    {
        if (habits.fresh * 8 > habits.looked * 7) habits.unlooked = trust;
        habits.looked = 0;
        habits.fresh = 0;
    }

    bilan::TextPool& pool_;
    std::vector<Entry> cache_;
    std::vector<Column> columns_;
    const char* begin_;
    std::size_t roomy_; ///< values that begin before this offset of the source have sixteen bytes to read
};

} // namespace csv_reader
