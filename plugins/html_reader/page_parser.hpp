// SPDX-License-Identifier: MPL-2.0
//
// libxml2's parser of html, element by element: no network, no document in memory, no entity but those of html. For one
// thread.
#pragma once

#include "html_reader/page_handler.hpp"

#include <string>

namespace bilan::html {

/// `page` is UTF-8. What the handler throws comes out.
void parse_page(const std::string& page, PageHandler& handler, const archive::ReadGuard& guard);

} // namespace bilan::html
