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
    const std::size_t taken = memory.used_ + std::min(memory.lasting_, memory.outside_);
    if (new_size > before && (taken > memory.most_ || new_size - before > memory.most_ - taken)) {
        memory.refused_ = true;
        if (memory.note_refusal_) memory.note_refusal_();
        return nullptr;
    }
    void* const moved = std::realloc(block, new_size);
    if (moved != nullptr) memory.used_ = memory.used_ - before + new_size;
    return moved;
}

void Memory::note_collection()
{
    lasting_ = outside_;
    next_look_ = std::max({std::min(most_ / 4, first_look), std::min(outside_ * 2, most_), outside_ + most_ / 16});
}

} // namespace bilan::script
