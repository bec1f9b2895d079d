// SPDX-License-Identifier: MPL-2.0
//
// Any bytes: read as a page, as a book or refused in words, within the limits, twice the same,
// and never a text that is not UTF-8.
#include "html_reader/html_reader.hpp"
#include "support/book_text.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace bilan; // a fuzz target is one page of glue

ReadLimits fuzz_limits()
{
    ReadLimits limits;
    limits.memory_bytes = std::uint64_t{64} << 20U;
    limits.time = std::chrono::milliseconds(60'000); // the fuzzer has its own clock
    return limits;
}

bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || lead > 0xF4 || text.size() - at < length) return false;
        for (std::size_t index = 1; index < length; ++index)
            if ((static_cast<unsigned char>(text[at + index]) & 0xC0U) != 0x80U) return false;
        at += length;
    }
    return true;
}

std::string outcome(const html::HtmlReader& reader, const Source& source)
{
    Book book;
    try {
        reader.read(source, fuzz_limits(), book);
    } catch (const Refusal& refusal) {
        if (!refusal.problem().code.starts_with("BIL-")) std::abort();
        return refusal.what();
    }
    const std::string text = test::book_text(book);
    if (!is_utf8(text)) std::abort();
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const html::HtmlReader reader;
    const Source source{"essai.xls", "xls", std::as_bytes(std::span(data, size))};
    static_cast<void>(reader.recognises(source));
    if (outcome(reader, source) != outcome(reader, source)) std::abort();
    return 0;
}
