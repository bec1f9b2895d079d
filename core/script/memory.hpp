// SPDX-License-Identifier: MPL-2.0
//
// The memory of one script, counted and capped: what Lua takes, and what objects outside hold for it. Owned by its
// State; one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>

namespace bilan::script {

class Memory {
public:
    explicit Memory(std::size_t most) : most_(most), next_look_(std::min(most / 4, first_look)) {}

    /// A lua_Alloc; `self` is a Memory.
    static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);

    [[nodiscard]] std::size_t used() const { return used_; }
    [[nodiscard]] std::size_t most() const { return most_; }
    /// Told when Lua is about to be refused memory; must neither raise nor throw.
    void when_refused(std::function<void()> note) { note_refusal_ = std::move(note); }

    /// What an object of the script takes outside Lua, from when it is made to when Lua lets it go.
    void hold(std::size_t bytes) { outside_ += bytes; }
    void release(std::size_t bytes) { outside_ -= std::min(bytes, outside_); }
    /// Much was made since the last collection: Lua, which does not see it, is in no hurry to collect by itself.
    [[nodiscard]] bool wants_collection() const { return outside_ > next_look_; }
    void note_collection();
    [[nodiscard]] bool is_above() const { return used_ + outside_ > most_; }

    /// True once a script asked for more than it may have.
    [[nodiscard]] bool was_refused() const { return refused_; }

private:
    static constexpr std::size_t first_look = std::size_t{64} << 20U;

    std::size_t most_;
    std::size_t outside_ = 0; ///< what is let go and what is not
    std::size_t lasting_ = 0; ///< of it, what the last collection left
    std::size_t next_look_;   ///< above it, outside, a collection is due
    std::function<void()> note_refusal_;
    std::size_t used_ = 0;
    bool refused_ = false;
};

} // namespace bilan::script
