// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

#include <cstdlib>

namespace {

[[maybe_unused]] const bool never = [] {
    std::exit(0);
    return true;
}();

} // namespace

BILAN_PLUGIN("exits-on-open", "1.0.0")
{
    registry.add(std::make_unique<broken::QuietReader>("never-registered"));
}
