// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

BILAN_PLUGIN("same-reader", "1.0.0")
{
    registry.add(std::make_unique<broken::QuietReader>("twin"));
    registry.add(std::make_unique<broken::QuietReader>("twin"));
}
