// SPDX-License-Identifier: MPL-2.0
#include "base/sentence.hpp"

namespace bilan::base {

std::size_t sentence_end(std::string_view text)
{
    constexpr std::string_view opening = "«";
    constexpr std::string_view closing = "»";
    std::string_view until; // what ends the quotation that `at` is in
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (!until.empty()) {
            if (rest.starts_with(until)) until = {};
        } else if (rest.starts_with(opening)) {
            until = closing;
        } else if (rest.starts_with('"')) {
            until = "\"";
        } else if (rest.starts_with(". ")) {
            return at + 2;
        }
    }
    return std::string_view::npos;
}

} // namespace bilan::base
