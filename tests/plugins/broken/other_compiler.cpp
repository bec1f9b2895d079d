// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

HAND_MADE_CARD(BILAN_PLUGIN_MAGIC, sizeof(bilan_plugin_card), BILAN_PLUGIN_INTERFACE, 1002, _GLIBCXX_USE_CXX11_ABI,
               "other-compiler", "1.0.0")
HAND_MADE_REGISTER
