// SPDX-License-Identifier: MPL-2.0
//
// How the heap asks the system for memory and gives it back. To be called once, at the beginning of a program, before
// other threads.
#pragma once

namespace bilan::base {

/// Two habits that cost a good part of the time of reading. Does nothing where the C library has no such switches.
/// Freed memory is kept for the next file instead of being given back and asked for again: of two hundred small
/// workbooks, that was a fifth. And the heap grows into pages of two megabytes where the system grants them, because
/// four kilobytes at a time were a third of reading a large csv file and a tenth of a large workbook; this takes
/// addresses ahead, no memory, and what lies beyond them comes in small pages as before.
void prepare_heap();

} // namespace bilan::base
