// SPDX-License-Identifier: MPL-2.0
#include "base/memory.hpp"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace bilan::base {

void keep_freed_memory()
{
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 64 << 20); // of freed memory at the top of the heap
    mallopt(M_MMAP_THRESHOLD, 1 << 20);  // smaller blocks come from the heap: the windows in which parts are unpacked
#endif
}

} // namespace bilan::base
