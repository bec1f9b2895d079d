// SPDX-License-Identifier: MPL-2.0
#include <bilan/plugin.hpp>

BILAN_PLUGIN("registers-nothing", "1.0.0") {}
