// SPDX-License-Identifier: MPL-2.0
#include "base/memory.hpp"

#include <cstdint>
#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace bilan::base {
#if defined(__GLIBC__)
namespace {

constexpr int addresses_ahead = 256 << 20; ///< bytes: what reading a million rows of twenty columns takes

char* heap_end()
{
    return static_cast<char*>(::sbrk(0));
}

/// Must not be given back at once: M_TOP_PAD is also what the heap keeps at its end.
void grow_in_large_pages()
{
#if defined(MADV_HUGEPAGE)
    constexpr std::uintptr_t large_page = 2 << 20;
    char* const before = heap_end();
    mallopt(M_TOP_PAD, addresses_ahead);
    void* volatile more_than_is_left = std::malloc(std::size_t{512} << 10U); // volatile: not to be left out as useless
    std::free(more_than_is_left);
    char* const first = before + (large_page - reinterpret_cast<std::uintptr_t>(before) % large_page) % large_page;
    char* const end = heap_end();
    if (first < end) (void)::madvise(first, static_cast<std::size_t>(end - first), MADV_HUGEPAGE); // a wish, no need
#endif
}

} // namespace
#endif

void prepare_heap()
{
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 64 << 20); // of freed memory at the top of the heap
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // smaller blocks come from the heap: the windows in which parts are unpacked
    grow_in_large_pages();
#endif
}

} // namespace bilan::base
