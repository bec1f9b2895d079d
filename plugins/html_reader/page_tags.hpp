// SPDX-License-Identifier: MPL-2.0
//
// The tags of a page, found before the parser reads it: it closes by itself whatever is open, so that a page cut on its
// way looks like a shorter one, and it compares each attribute of a tag with all before it and cannot be stopped while
// it does. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace bilan::html {

/// What the tags say of a page. Comments, attributes, scripts and style sheets hold no tags.
struct TagSurvey {
    std::size_t most_attributes = 0; ///< of the tag that carries most
    /// The page ends within a table. One that ends with its body or its root is whole, though a table in it was never
    /// closed: some programs forget that.
    bool is_cut = false;
};

[[nodiscard]] TagSurvey survey_tags(std::string_view page);

} // namespace bilan::html
