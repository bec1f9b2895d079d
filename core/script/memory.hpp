// SPDX-License-Identifier: MPL-2.0
//
// The memory of one Lua state, counted and capped. Owned by its State; one thread.
#pragma once

#include <cstddef>

namespace bilan::script {

class Memory {
public:
    explicit Memory(std::size_t most) : most_(most) {}

    /// A lua_Alloc; `self` is a Memory.
    static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);

    [[nodiscard]] std::size_t used() const { return used_; }
    [[nodiscard]] std::size_t most() const { return most_; }
    /// True once a script asked for more than it may have.
    [[nodiscard]] bool was_refused() const { return refused_; }

private:
    std::size_t most_;
    std::size_t used_ = 0;
    bool refused_ = false;
};

} // namespace bilan::script
