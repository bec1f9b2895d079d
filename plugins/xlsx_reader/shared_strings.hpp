// SPDX-License-Identifier: MPL-2.0
//
// The shared strings part: all texts go into the pool in their order, so that a string's number plus `first` is its
// text's number. For one thread.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/read_guard.hpp"
#include "cells/cell_store.hpp"

#include <bilan/text_pool.hpp>

#include <cstdint>
#include <string>

namespace bilan::xlsx {

using cells::SharedStrings;

/// Which code reads the bulk of a part: the scanner with expat behind it, or expat alone (for tests).
enum class Way : std::uint8_t { fast, tolerant };

[[nodiscard]] SharedStrings read_shared_strings(archive::ByteSource& source, const std::string& part, TextPool& texts,
                                                const archive::ReadGuard& guard, Way way = Way::fast);

} // namespace bilan::xlsx
