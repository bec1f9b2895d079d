// SPDX-License-Identifier: MPL-2.0
//
// Feeds the ods reader with anything. Bytes that begin with `PK` are a package; others are the inside of a document in
// one file, so that the fuzzer need guess neither checksums nor prefixes, or behind the letter `f` the whole of one.
// Both ways of reading must agree, and no read may end otherwise than in a book or a refusal.
#include "ods_reader/ods_reader.hpp"
#include "support/any_bytes.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace bilan; // a fuzz target is one page of glue

constexpr std::string_view beginning =
    "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>";

std::string text_of(std::string_view bytes, ods::Way way)
{
    ReadLimits limits = test::fuzz_limits();
    limits.cells = 100'000;
    limits.text_bytes = 10'000;
    const Source source{"fuzz.ods", "ods", {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}};
    const ods::OdsReader reader(way);
    (void)reader.recognises(source);
    Book book;
    try {
        reader.read(source, limits, book);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    return test::book_text(book);
}

void compare(std::string_view bytes)
{
    if (text_of(bytes, ods::Way::fast) != text_of(bytes, ods::Way::tolerant)) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK"))
        compare(bytes);
    else if (bytes.starts_with('f'))
        compare(bytes.substr(1));
    else
        compare(std::string(beginning) + std::string(bytes) + "</office:document>");
    return 0;
}
