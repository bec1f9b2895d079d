// SPDX-License-Identifier: MPL-2.0
//
// What every fuzz target demands of a reader, whatever the bytes: a book or a refusal in words, within the limits,
// never a text that is not UTF-8. One thread.
#pragma once

#include "support/book_text.hpp"

#include <bilan/reader.hpp>

#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

namespace bilan::test {

/// Ends the process where something does not hold, which libFuzzer takes for a finding.
inline void demand(bool holds)
{
    if (!holds) std::abort();
}

[[nodiscard]] inline ReadLimits fuzz_limits()
{
    ReadLimits limits;
    limits.memory_bytes = std::uint64_t{64} << 20U;
    limits.total_bytes = std::uint64_t{64} << 20U;
    limits.time = std::chrono::milliseconds(60'000); // the fuzzer has its own clock
    return limits;
}

[[nodiscard]] inline bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || lead > 0xF4 || text.size() - at < length) return false;
        for (std::size_t index = 1; index < length; ++index)
            if ((static_cast<unsigned char>(text[at + index]) & 0xC0U) != 0x80U) return false;
        const auto second = static_cast<unsigned char>(length > 1 ? text[at + 1] : 0);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0)) return false; // too long; half a pair
        if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90)) return false;
        at += length;
    }
    return true;
}

/// What the bytes read as, or their refusal.
[[nodiscard]] inline std::string outcome_of(const Reader& reader, const Source& source)
{
    Book book;
    try {
        reader.read(source, fuzz_limits(), book);
    } catch (const Refusal& refusal) {
        demand(refusal.problem().code.starts_with("BIL-"));
        return refusal.what();
    }
    std::string text = book_text(book);
    demand(is_utf8(text));
    return text;
}

/// For a reader that has one way only: it says twice the same.
inline void demand_order(const Reader& reader, const Source& source)
{
    static_cast<void>(reader.recognises(source));
    demand(outcome_of(reader, source) == outcome_of(reader, source));
}

} // namespace bilan::test
