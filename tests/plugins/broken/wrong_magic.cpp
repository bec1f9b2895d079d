// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

HAND_MADE_CARD(0xBEEF, sizeof(bilan_plugin_card), BILAN_PLUGIN_INTERFACE, __GXX_ABI_VERSION, _GLIBCXX_USE_CXX11_ABI,
               "stranger", "1.0.0")
HAND_MADE_REGISTER
