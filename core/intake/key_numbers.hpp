// SPDX-License-Identifier: MPL-2.0
//
// Numbers keys from 0 in the order of their first appearance. Open addressing in one block; where the keys are known to
// be small and are many, a plain table by key, which takes less room then: a column of a million distinct texts asks it
// a million times. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace bilan::intake {

class KeyNumbers {
public:
    KeyNumbers() = default;
    /// All keys are below `keys`; 0: nothing is known of them.
    explicit KeyNumbers(std::size_t keys) : keys_(keys) {}

    struct Found {
        std::uint32_t number = 0;
        bool is_new = false;
    };

    Found number_of(std::uint64_t key)
    {
        if (size_ > 0 && key == last_key_) return {last_number_, false}; // columns repeat themselves
        if (table_.empty() && size_ * 2 >= slots_.size()) widen();
        std::uint32_t& number = number_at(key);
        const bool is_new = number == free;
        if (is_new) number = static_cast<std::uint32_t>(size_++);
        last_key_ = key;
        last_number_ = number;
        return {number, is_new};
    }

    [[nodiscard]] std::size_t size() const { return size_; }

private:
    static constexpr std::uint32_t free = 0xFFFF'FFFF;
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = free;
    };

    /// The number of the key; `free` when it has none yet.
    std::uint32_t& number_at(std::uint64_t key)
    {
        if (!table_.empty()) return table_[key];
        Slot& slot = slots_[place_of(key)];
        slot.key = key;
        return slot.number;
    }

    /// Where the key stands, or would.
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const
    {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = (key * 0x9E37'79B9'7F4A'7C15U >> 32U) & mask;
        while (slots_[place].number != free && slots_[place].key != key) place = (place + 1) & mask;
        return place;
    }

    void widen()
    {
        const std::size_t wider = slots_.empty() ? 16 : slots_.size() * 4;
        if (keys_ > 0 && keys_ * sizeof(std::uint32_t) <= wider * sizeof(Slot)) return make_table();
        const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(wider));
        for (const Slot& slot : before)
            if (slot.number != free) slots_[place_of(slot.key)] = slot;
    }

    void make_table()
    {
        table_.assign(keys_, free);
        for (const Slot& slot : std::exchange(slots_, {}))
            if (slot.number != free) table_[slot.key] = slot.number;
    }

    std::size_t keys_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> table_; ///< by key; in place of the slots, once it is smaller
    std::size_t size_ = 0;
    std::uint64_t last_key_ = 0;
    std::uint32_t last_number_ = 0;
};

} // namespace bilan::intake
