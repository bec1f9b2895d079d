// SPDX-License-Identifier: MPL-2.0
//
// Which encoding a text file is in, found from its bytes: a byte order mark, the places of the NULs, UTF-8 that holds
// throughout, else the code page under which the file reads like French. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace csv_reader {

enum class Encoding : std::uint8_t {
    utf8,
    utf16_le,
    utf16_be,
    utf32_le,
    utf32_be,
    windows_1252,
    iso_8859_15,
    cp850,
    mac_roman,
    mixed ///< UTF-8 and Windows-1252 in one file
};

/// As it stands in the facts of the book: "windows-1252".
[[nodiscard]] std::string_view name(Encoding encoding);

[[nodiscard]] constexpr bool is_wide(Encoding encoding)
{
    return encoding >= Encoding::utf16_le && encoding <= Encoding::utf32_be;
}

struct EncodingGuess {
    Encoding encoding = Encoding::utf8;
    std::size_t mark = 0; ///< bytes of the byte order mark, to be passed over
    bool sure = true;     ///< false: the evidence is thin, the user should be told
    bool clean = false;   ///< good UTF-8 throughout, without a control other than tab and line ends
};

[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

/// What there is in bytes read as UTF-8.
struct ByteSurvey {
    std::uint64_t characters = 0; ///< good ones beyond ASCII
    std::uint64_t plausible = 0;  ///< of these, the ones that prove UTF-8
    std::uint64_t bad = 0;        ///< bytes that are no UTF-8
    bool controls = false;        ///< a control other than tab and line ends
};

[[nodiscard]] ByteSurvey survey_bytes(std::string_view bytes);

/// The same, piece by piece. Does not own the bytes; for one thread.
class Survey {
public:
    explicit Survey(std::string_view bytes)
        : begin_(bytes.data()), end_(bytes.data() + bytes.size()), block_(begin_), next_(begin_)
    {
    }

    /// Looks at all bytes before `to`, and a few more.
    void advance(const char* to);

    /// Of what was looked at so far.
    [[nodiscard]] const ByteSurvey& found() const { return found_; }

private:
    struct Variants;
    template <class Masks>
    void look_at_blocks(const char* to);
    void look_closer(std::uint64_t unusual);

    const char* begin_;
    const char* end_;
    const char* block_; ///< the first one not looked at
    const char* next_;  ///< the first byte that no character counted so far has taken
    ByteSurvey found_;
};

/// What the survey of all bytes says for certain.
[[nodiscard]] bool is_clean_utf8(const ByteSurvey& survey);

} // namespace csv_reader
