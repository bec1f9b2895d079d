// SPDX-License-Identifier: MPL-2.0
//
// The styles part, reduced to what says something about values. Refuses a part that is something else. For one thread.
#pragma once

#include "cells/styles.hpp"
#include "xlsx_reader/package.hpp"

#include <string>

namespace bilan::xlsx {

[[nodiscard]] cells::Styles read_styles_part(Package& package, const std::string& part);

} // namespace bilan::xlsx
