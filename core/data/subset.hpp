// SPDX-License-Identifier: MPL-2.0
//
// Some rows of a dataset as a dataset of its own: what a workbook of one contract rests on. Pure; any thread.
#pragma once

#include "data/dataset.hpp"

#include <span>

namespace bilan::data {

/// The rows, ascending, with their states and the cells they came from; columns, even empty ones, stay. Texts are
/// copied: `whole` need not outlive the result. REQUIRES: rows are of `whole`, each once.
[[nodiscard]] std::shared_ptr<const Dataset> subset(const Dataset& whole, std::span<const std::uint32_t> rows);

} // namespace bilan::data
