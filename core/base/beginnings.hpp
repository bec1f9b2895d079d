// SPDX-License-Identifier: MPL-2.0
//
// The first eight letters of a set of folded texts: nearly every other text is refused by them without being folded.
// Slower than Openings, but refuses « Action pilote » where one of the texts is « action x ». Value type; once filled
// and sealed, any thread.
#pragma once

#include "base/openings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bilan::base {

class Beginnings {
public:
    /// A text that is meant as a whole. REQUIRES: folded, not empty.
    void add_whole(std::string_view folded)
    {
        if (const std::optional<std::uint64_t> letters = note(folded)) wholes_.push_back(*letters);
    }
    /// A text that others may follow. REQUIRES: folded, not empty.
    void add_opening(std::string_view folded)
    {
        const std::size_t length = std::min(folded.size(), most);
        if (const std::optional<std::uint64_t> letters = note(folded))
            starts_.push_back({*letters & first(length), first(length)});
    }
    /// After the last one.
    void seal() { std::ranges::sort(wholes_); }

    /// False when the text, folded and without the signs behind it, is none of the wholes and begins with none of the
    /// openings. True when something else than plain letters and single blanks stands in front: what that folds to is
    /// for whoever asks.
    [[nodiscard]] bool may_begin(std::string_view text) const
    {
        if (!openings_.may_begin(text)) return false;
        if (undecided_.may_begin(text)) return true;
        const std::optional<std::uint64_t> letters = letters_of(text.substr(text.find_first_not_of(' ')));
        return !letters || std::ranges::binary_search(wholes_, *letters) ||
               std::ranges::any_of(starts_,
                                   [&](const Start& start) { return (*letters & start.mask) == start.letters; });
    }

private:
    static constexpr std::size_t most = 8;

    struct Start {
        std::uint64_t letters = 0;
        std::uint64_t mask = 0;
    };

    /// All bits of the first letters.
    static constexpr std::uint64_t first(std::size_t letters)
    {
        return letters >= most ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> (8 * letters));
    }

    /// The first letters, the blanks that lack behind a shorter text added; nothing when they are more than letters.
    static std::optional<std::uint64_t> letters_of(std::string_view text)
    {
        std::uint64_t letters = 0;
        for (std::size_t at = 0; at < most; ++at) {
            char byte = at < text.size() ? text[at] : ' ';
            if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
            const bool is_letter = byte >= 'a' && byte <= 'z';
            const bool is_second = at > 0 && at < text.size() && text[at - 1] == ' ';
            if (!is_letter && (byte != ' ' || is_second)) return std::nullopt;
            letters = letters << 8 | static_cast<unsigned char>(byte);
        }
        return letters;
    }

    std::optional<std::uint64_t> note(std::string_view folded)
    {
        openings_.add(folded);
        const std::optional<std::uint64_t> letters = letters_of(folded);
        if (!letters) undecided_.add(folded);
        return letters;
    }

    Openings openings_;
    Openings undecided_; ///< of texts with signs in front: « oui/non »
    std::vector<std::uint64_t> wholes_;
    std::vector<Start> starts_;
};

} // namespace bilan::base
