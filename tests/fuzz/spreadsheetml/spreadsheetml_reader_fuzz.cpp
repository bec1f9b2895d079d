// SPDX-License-Identifier: MPL-2.0
//
// Any bytes, read as an XML workbook of Excel 2003.
#include "spreadsheetml_reader/spreadsheetml_reader.hpp"
#include "support/any_bytes.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    bilan::test::demand_order(bilan::spreadsheetml::SpreadsheetmlReader(),
                              {"essai.xml", "xml", std::as_bytes(std::span(data, size))});
    return 0;
}
