// SPDX-License-Identifier: MPL-2.0
#include <bilan/plugin.hpp>

BILAN_PLUGIN("registers-null", "1.0.0")
{
    registry.add(std::unique_ptr<bilan::Writer>());
}
