// SPDX-License-Identifier: MPL-2.0
#include "html_reader/page_end.hpp"

#include <cstddef>

namespace bilan::html {
namespace {

/// The tag that begins here, in any case: `</table` and not `</tablet`.
bool is_tag(std::string_view text, std::string_view tag)
{
    if (text.size() < tag.size()) return false;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const char letter = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (letter != tag[i]) return false;
    }
    const char after = text.size() > tag.size() ? text[tag.size()] : '>';
    return after == '>' || after == '/' || after == ' ' || after == '\t' || after == '\r' || after == '\n';
}

} // namespace

bool is_cut(std::string_view page)
{
    std::size_t open = 0;
    for (std::size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
        const std::string_view text = page.substr(at);
        if (text.starts_with("<!--")) {
            at = page.find("-->", at);
            if (at == page.npos) break;
        } else if (is_tag(text, "<table")) {
            ++open;
        } else if (is_tag(text, "</body") || is_tag(text, "</html")) {
            open = 0;
        } else if (open > 0 && is_tag(text, "</table")) {
            --open;
        }
    }
    return open > 0;
}

} // namespace bilan::html
