// SPDX-License-Identifier: MPL-2.0
#include <bilan/plugin.hpp>

extern "C" int nobody_defines_this();

BILAN_PLUGIN("missing-symbol", "1.0.0")
{
    if (nobody_defines_this() != 0) registry.add(std::unique_ptr<bilan::Reader>());
}
