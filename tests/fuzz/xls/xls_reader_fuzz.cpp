// SPDX-License-Identifier: MPL-2.0
//
// Any bytes, in a container or as bare records.
#include "support/any_bytes.hpp"
#include "xls_reader/xls_reader.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    bilan::test::demand_order(bilan::xls::XlsReader(), {"essai.xls", "xls", std::as_bytes(std::span(data, size))});
    return 0;
}
