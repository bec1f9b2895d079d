// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

BILAN_PLUGIN("example", "9.9.9")
{
    registry.add(std::make_unique<broken::QuietReader>("another"));
}
