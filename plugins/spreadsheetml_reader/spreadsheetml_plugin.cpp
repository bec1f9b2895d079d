// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/spreadsheetml_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("spreadsheetml-reader", "1.0.0")
{
    registry.add(std::make_unique<bilan::spreadsheetml::SpreadsheetmlReader>());
}
