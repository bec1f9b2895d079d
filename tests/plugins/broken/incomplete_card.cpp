// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

BILAN_PLUGIN("incomplete-card", "1.0.0")
{
    registry.add(std::make_unique<broken::QuietReader>(""));
}
