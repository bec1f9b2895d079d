// SPDX-License-Identifier: MPL-2.0
//
// Any bytes, read as a page.
#include "html_reader/html_reader.hpp"
#include "support/any_bytes.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    bilan::test::demand_order(bilan::html::HtmlReader(), {"essai.xls", "xls", std::as_bytes(std::span(data, size))});
    return 0;
}
