// SPDX-License-Identifier: MPL-2.0
#include "csv_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("csv-reader", "1.0.0")
{
    registry.add(std::make_unique<csv_reader::CsvReader>());
}
