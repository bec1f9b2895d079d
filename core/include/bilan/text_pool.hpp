// SPDX-License-Identifier: MPL-2.0
//
// The texts of one file, each stored once and known by a dense number. Owns its bytes: a view returned by `at` lives
// as long as the pool. Not safe for writing from two threads; reading from many is fine.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan {

class TextPool {
public:
    using Id = std::uint32_t;

    /// Stores a text without looking whether it is there already. UTF-8 is the caller's promise.
    Id add(std::string_view text)
    {
        *open_page() = keep(text);
        return static_cast<Id>(size_++);
    }

    /// Stores texts without looking; they get the numbers from the returned one on. `short_text` bytes must be there to
    /// be read from where each begins, whatever its size.
    Id add_all(std::span<const std::string_view> texts)
    {
        const auto first = static_cast<Id>(size_);
        while (!texts.empty()) {
            std::string_view* const places = open_page();
            const std::size_t count = std::min(texts.size(), page_texts - size_ % page_texts);
            keep_padded(texts.first(count), places);
            size_ += count;
            texts = texts.subspan(count);
        }
        return first;
    }
    static constexpr std::size_t short_text = 16;

    /// Stores a text unless an equal one went through `intern` before; returns its number.
    Id intern(std::string_view text)
    {
        if (interned_ * 2 >= slots_.size()) widen(slots_.empty() ? 256 : slots_.size() * 2);
        const std::uint64_t hash = hash_of(text);
        std::size_t slot = hash & (slots_.size() - 1);
        for (; slots_[slot].is_taken(); slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot].mark == mark_of(hash) && at(slots_[slot].id) == text) return slots_[slot].id;
        }
        const Id id = add(text);
        slots_[slot] = {mark_of(hash), id};
        ++interned_;
        return id;
    }

    /// Makes room for so many distinct texts through `intern`.
    void reserve(std::size_t texts)
    {
        if (texts * 2 > slots_.size()) widen(std::bit_ceil(texts * 2));
    }

    [[nodiscard]] std::string_view at(Id id) const { return pages_[id / page_texts][id % page_texts]; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    static constexpr std::size_t chunk_bytes = std::size_t{1} << 18U;
    static constexpr std::size_t page_texts = std::size_t{1} << 12U;

    /// A place of the table of interned texts: part of the hash, then the text's number.
    struct Slot {
        std::uint32_t mark = 0;
        Id id = 0;
        [[nodiscard]] bool is_taken() const { return mark != 0; }
    };
    static std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

    /// The seed is where the pool was made, so that no file can be written to collide; no order ever depends on it.
    [[nodiscard]] std::uint64_t hash_of(std::string_view text) const
    {
        constexpr std::uint64_t factor = 0x9E37'79B9'7F4A'7C15;
        std::uint64_t hash = (seed_ + text.size()) * factor;
        const auto mix = [&](std::uint64_t word) {
            hash = (hash ^ word) * factor;
            hash ^= hash >> 32U;
        };
        std::size_t i = 0;
        for (; i + 8 <= text.size(); i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + i, 8);
            mix(word);
        }
        std::uint64_t word = 0;
        if (i < text.size()) std::memcpy(&word, text.data() + i, text.size() - i);
        mix(word);
        return hash * factor ^ hash >> 29U;
    }

    void widen(std::size_t slots)
    {
        std::vector<Slot> before = std::exchange(slots_, {});
        slots_.resize(slots);
        bytes_ += (slots_.size() - before.size()) * sizeof(Slot);
        for (const Slot& taken : before) {
            if (!taken.is_taken()) continue;
            std::size_t slot = hash_of(at(taken.id)) & (slots_.size() - 1);
            while (slots_[slot].is_taken()) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = taken;
        }
    }

    /// The place of the next text.
    std::string_view* open_page()
    {
        const std::size_t page = size_ / page_texts;
        if (page == pages_.size()) {
            pages_.push_back(std::make_unique_for_overwrite<std::string_view[]>(page_texts));
            bytes_ += page_texts * sizeof(std::string_view);
        }
        return pages_[page].get() + size_ % page_texts;
    }

    /// A short text is copied with what stands behind it, which the next one overwrites: no size decides anything.
    void keep_padded(std::span<const std::string_view> texts, std::string_view* places)
    {
        char* next = next_; // not in memory, where each copy might seem to change it
        const char* end = next_ + left_;
        for (const std::string_view text : texts) {
            if (text.size() <= short_text && static_cast<std::size_t>(end - next) >= short_text) {
                std::memcpy(next, text.data(), short_text);
                *places++ = {next, text.size()};
                next += text.size();
                continue;
            }
            next_ = next;
            left_ = static_cast<std::size_t>(end - next);
            *places++ = keep(text);
            next = next_;
            end = next_ + left_;
        }
        next_ = next;
        left_ = static_cast<std::size_t>(end - next);
    }

    std::string_view keep(std::string_view text)
    {
        if (text.empty()) return {};
        if (text.size() > left_) {
            const std::size_t size = text.size() > chunk_bytes / 4 ? text.size() : chunk_bytes;
            chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
            bytes_ += size;
            if (size != chunk_bytes) { // a giant gets a chunk of its own and leaves the current one open
                std::memcpy(chunks_.back().get(), text.data(), text.size());
                return {chunks_.back().get(), text.size()};
            }
            next_ = chunks_.back().get();
            left_ = size;
        }
        char* const start = next_;
        std::memcpy(start, text.data(), text.size());
        next_ += text.size();
        left_ -= text.size();
        return {start, text.size()};
    }

    std::vector<std::unique_ptr<char[]>> chunks_;
    std::vector<std::unique_ptr<std::string_view[]>> pages_; ///< pages, so that growing never moves or doubles anything
    std::vector<Slot> slots_;                                ///< a power of two, at most half full
    std::uint64_t seed_ = reinterpret_cast<std::uintptr_t>(this);
    std::size_t size_ = 0;
    std::size_t interned_ = 0;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace bilan
