// SPDX-License-Identifier: MPL-2.0
//
// A folder with all that is in it removed by nothing but system calls, for handlers of signals: readdir may not be
// called there. Any thread.
#pragma once

namespace bilan::run {

/// Does what it can; a folder that is not there is no error. Follows no link, goes at most eight folders deep.
void remove_at_once(const char* folder) noexcept;

} // namespace bilan::run
