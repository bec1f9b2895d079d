// SPDX-License-Identifier: MPL-2.0
#include "html_reader/html_reader.hpp"

#include <bilan/plugin.hpp>

BILAN_PLUGIN("html-reader", "1.0.0")
{
    registry.add(std::make_unique<bilan::html::HtmlReader>());
}
