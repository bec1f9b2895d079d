// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

#include <stdexcept>

BILAN_PLUGIN("throws-on-register", "1.0.0")
{
    registry.add(std::make_unique<broken::QuietReader>("left-behind"));
    throw std::runtime_error("no licence for C:\\plugins, 100%s sure");
}
