// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/xlsx_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("xlsx-reader", "1.0.0")
{
    registry.add(std::make_unique<bilan::xlsx::XlsxReader>());
}
