// SPDX-License-Identifier: MPL-2.0
//
// What the scanners look for in the bytes of a part, in two spellings: as nearly every program writes it, known when
// this is compiled, and with a prefix on every name (`<x:row>`), as some servers write it. Values, for one thread.
#pragma once

#include "xlsx_reader/package.hpp"
#include "xml/scan_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bilan::xlsx {

enum class Tag : std::uint8_t {
    row,
    row_end,
    cell_at,
    cell,
    cell_end,
    shared_value,
    number_value,
    bare_value,
    value_and_cell_end,
    value,
    value_end,
    formula,
    formula_end,
    inline_text,
    inline_text_end,
    text,
    preserved_text,
    text_end,
    string,
    string_end,
    empty_string
};

inline constexpr std::array<std::string_view, 21> tag_spellings = {"<row",
                                                                   "</row>",
                                                                   "<c r=\"",
                                                                   "<c",
                                                                   "</c>",
                                                                   " t=\"s\"><v>",
                                                                   " t=\"n\"><v>",
                                                                   "><v>",
                                                                   "</v></c>",
                                                                   "<v",
                                                                   "</v>",
                                                                   "<f",
                                                                   "</f>",
                                                                   "<is>",
                                                                   "</is>",
                                                                   "<t>",
                                                                   "<t xml:space=\"preserve\">",
                                                                   "</t>",
                                                                   "<si>",
                                                                   "</si>",
                                                                   "<si/>"};

class PlainTags {
public:
    /// What follows the tag; null when it is not there.
    template <Tag tag>
    [[nodiscard, gnu::always_inline]] static const char* after(const char* at)
    {
        constexpr std::string_view spelling = tag_spellings[static_cast<std::size_t>(tag)];
        return xml::are_same<spelling.size()>(at, spelling.data()) ? at + spelling.size() : nullptr;
    }
};

/// A tag with its prefix written in.
struct PrefixedSpelling {
    std::array<char, 40> bytes{};
    std::size_t size = 0;

    PrefixedSpelling() = default;
    PrefixedSpelling(std::string_view plain, std::string_view prefix)
    {
        for (std::size_t i = 0; i < plain.size(); ++i) {
            put(plain[i]);
            if (!begins_name(plain, i)) continue;
            for (const char letter : prefix) put(letter);
        }
    }

    /// A name, and with it the prefix, follows the byte at `i`.
    [[nodiscard]] static constexpr bool begins_name(std::string_view plain, std::size_t i)
    {
        return plain[i] == '<' ? plain[i + 1] != '/' : plain[i] == '/' && plain[i - 1] == '<';
    }
    /// How long the spelling is with a prefix of so many bytes.
    [[nodiscard]] static constexpr std::size_t size_of(std::string_view plain, std::size_t prefix)
    {
        std::size_t size = plain.size();
        for (std::size_t i = 0; i < plain.size(); ++i) size += begins_name(plain, i) ? prefix : 0;
        return size;
    }

    [[nodiscard]] bool is_at(const char* at) const
    {
        if (size < 8) return std::memcmp(at, bytes.data(), size) == 0;
        std::uint64_t difference = xml::word_at(at + size - 8) ^ xml::word_at(bytes.data() + size - 8);
        for (std::size_t i = 0; i + 8 < size; i += 8)
            difference |= xml::word_at(at + i) ^ xml::word_at(bytes.data() + i);
        return difference == 0;
    }

private:
    void put(char letter) { bytes[size++] = letter; }
};

inline constexpr std::size_t longest_prefix = 8; ///< longer ones, which nobody writes, are left to expat

/// `x:`, which nearly all write that write a prefix: its length is known when this is compiled, so that a tag costs no
/// more to compare than one without.
class LetterTags {
public:
    static constexpr std::size_t prefix_bytes = 2;

    /// `prefix` is a letter and a colon.
    explicit LetterTags(std::string_view prefix)
    {
        for (std::size_t i = 0; i < tags_.size(); ++i) tags_[i] = PrefixedSpelling(tag_spellings[i], prefix);
    }

    template <Tag tag>
    [[nodiscard, gnu::always_inline]] const char* after(const char* at) const
    {
        constexpr auto index = static_cast<std::size_t>(tag);
        constexpr std::size_t size = PrefixedSpelling::size_of(tag_spellings[index], prefix_bytes);
        return xml::are_same<size>(at, tags_[index].bytes.data()) ? at + size : nullptr;
    }

private:
    std::array<PrefixedSpelling, tag_spellings.size()> tags_;
};

/// Any prefix up to the longest one.
class PrefixedTags {
public:
    /// `prefix` ends with its colon.
    explicit PrefixedTags(std::string_view prefix)
    {
        for (std::size_t i = 0; i < tags_.size(); ++i) tags_[i] = PrefixedSpelling(tag_spellings[i], prefix);
    }

    template <Tag tag>
    [[nodiscard]] const char* after(const char* at) const
    {
        const PrefixedSpelling& spelling = tags_[static_cast<std::size_t>(tag)];
        return spelling.is_at(at) ? at + spelling.size : nullptr;
    }

private:
    std::array<PrefixedSpelling, tag_spellings.size()> tags_;
};

/// Reads `<t>text</t>`, with `xml:space` or without, and returns what follows; null for anything else.
template <class Tags>
[[nodiscard]] const char* take_text(const Tags& tags, const char* at, std::string& scratch, std::string_view& text)
{
    const char* from = tags.template after<Tag::text>(at);
    if (from == nullptr && (from = tags.template after<Tag::preserved_text>(at)) == nullptr) return nullptr;
    at = xml::scan_text(from, scratch, text);
    return at == nullptr ? nullptr : tags.template after<Tag::text_end>(at);
}

/// Which prefix the names of a part carry, from the namespaces bound at its root; the scanners compare bytes and see no
/// namespaces.
class TagPrefix {
public:
    void bind(std::string_view prefix, std::string_view space, bool is_root)
    {
        const bool is_main = is_main_namespace(space);
        const std::string written = prefix.empty() ? "" : std::string(prefix) + ":";
        if (is_root && is_main && (!is_bound_ || written.empty())) {
            written_ = written;
            is_bound_ = true;
        } else if (is_root && prefix.empty() && !is_bound_) {
            is_foreign_ = true; // unless another prefix stands for the names
        } else if (!is_root && written == written_ && !is_main) {
            is_rebound_ = true;
        }
    }
    /// With its colon, or empty.
    [[nodiscard]] const std::string& written() const { return written_; }
    [[nodiscard]] bool is_sure() const
    {
        return !is_rebound_ && (is_bound_ || !is_foreign_) && written_.size() <= longest_prefix;
    }

private:
    std::string written_;
    bool is_bound_ = false;
    bool is_foreign_ = false;
    bool is_rebound_ = false;
};

} // namespace bilan::xlsx
