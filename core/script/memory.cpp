// SPDX-License-Identifier: MPL-2.0
#include "script/memory.hpp"

#include <cstdlib>

namespace bilan::script {

void* Memory::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size)
{
    auto& memory = *static_cast<Memory*>(self);
    const std::size_t before = block == nullptr ? 0 : old_size; // for a new block Lua passes a type here
    if (new_size == 0) {
        std::free(block);
        memory.used_ -= before;
        return nullptr;
    }
    if (new_size > before && new_size - before > memory.most_ - memory.used_) {
        memory.refused_ = true;
        return nullptr;
    }
    void* const moved = std::realloc(block, new_size);
    if (moved != nullptr) memory.used_ = memory.used_ - before + new_size;
    return moved;
}

} // namespace bilan::script
