// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/xls_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("xls-reader", "1.0.0")
{
    registry.add(std::make_unique<bilan::xls::XlsReader>());
}
