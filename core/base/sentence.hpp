// SPDX-License-Identifier: MPL-2.0
//
// Where a sentence of a message ends. What is quoted inside it (« Nb hab. QPV », "Nb hab. QPV") is a partner's and ends
// nothing. Pure function, any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace bilan::base {

/// The place behind the first full stop and space outside quotes; npos when `text` is one sentence.
[[nodiscard]] std::size_t sentence_end(std::string_view text);

} // namespace bilan::base
