// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/ods_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("ods-reader", "1.0.0")
{
    registry.add(std::make_unique<bilan::ods::OdsReader>());
}
