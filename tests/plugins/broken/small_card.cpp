// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

/// A card that ends right after its size: nothing behind may be read.
struct SmallCard {
    std::uint32_t magic;
    std::uint32_t card_size;
};

BILAN_EXPORT const SmallCard bilan_plugin_card_v1;
BILAN_EXPORT const SmallCard bilan_plugin_card_v1 = {BILAN_PLUGIN_MAGIC, sizeof(SmallCard)};
HAND_MADE_REGISTER
