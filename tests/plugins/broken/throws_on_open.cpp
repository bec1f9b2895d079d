// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

#include <stdexcept>

namespace {

int fail()
{
    throw std::runtime_error("thrown while the library is opened");
}

[[maybe_unused]] const int never = fail();

} // namespace

BILAN_PLUGIN("throws-on-open", "1.0.0")
{
    registry.add(std::make_unique<broken::QuietReader>("never-registered"));
}
