// SPDX-License-Identifier: MPL-2.0
//
// The two languages in which bilan speaks to people.
#pragma once

#include <cstdint>
#include <string>

namespace bilan::base {

enum class Language : std::uint8_t { french, english };

/// A text that a person reads, in both languages. Value type.
struct Words {
    std::string french;
    std::string english;
    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::french ? french : english;
    }
    friend bool operator==(const Words&, const Words&) = default;
};

} // namespace bilan::base
