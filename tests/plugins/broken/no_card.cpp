// SPDX-License-Identifier: MPL-2.0
#include "hand_made.hpp"

HAND_MADE_REGISTER
