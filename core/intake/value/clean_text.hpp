// SPDX-License-Identifier: MPL-2.0
//
// Texts as people meant them: without what other programs left in them (`<b>`, `&eacute;`, `**`), inner line breaks
// kept. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

struct CleanText {
    std::string text;        ///< composed form, trimmed, line breaks as `\n`
    bool had_markup = false; ///< tags, entities or marks were taken out
};

[[nodiscard]] CleanText clean_text(std::string_view text);
/// « Ã », « Â », « â€ » or « â‚ », which stand in hardly any French text.
[[nodiscard]] bool may_be_mojibake(std::string_view text);
/// False for a text that clean_text only trims and composes.
[[nodiscard]] bool may_have_marks(std::string_view text);

} // namespace bilan::intake
