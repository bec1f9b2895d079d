// SPDX-License-Identifier: MPL-2.0
//
// How the heap deals with freed memory. To be called once, at the beginning of a program, before other threads.
#pragma once

namespace bilan::base {

/// Keeps freed memory for the next file instead of giving it back to the system and asking for it again: of two hundred
/// small workbooks, that cost a fifth of the time of reading them. Does nothing where the C library has no such switch.
void keep_freed_memory();

} // namespace bilan::base
