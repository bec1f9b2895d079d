// SPDX-License-Identifier: MPL-2.0
//
// Feeds the xlsx reader with anything. Bytes that begin with `PK` are a whole file; others are a sheet part, or behind
// the letter `s` a shared strings part, or behind `p` the parts of a whole file (name, line end, content, the byte 0x1D
// between two), so that the fuzzer need not guess checksums. Both ways of reading a part must agree, and no read may
// end otherwise than in a book or a refusal.
#include "support/any_bytes.hpp"
#include "support/zip_builder.hpp"
#include "xlsx_reader/sheet_part.hpp"
#include "xlsx_reader/xlsx_reader.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace bilan; // a fuzz target is one page of glue

using test::fuzz_limits;

std::string sheet_text(std::string_view part, xlsx::Way way)
{
    const archive::ReadGuard guard("fuzz", fuzz_limits());
    Book book;
    book.texts.add("un");
    book.texts.add("deux");
    cells::Styles styles;
    styles.add(FormatClass::general, false);
    styles.add(FormatClass::date, true);
    cells::BookContext context{guard, book.texts, styles, {0, 2}};
    Grid& grid = book.sheets.emplace_back();
    cells::Remarks remarks("fuzz", "s");
    archive::MemoryBytes source(part);
    try {
        xlsx::read_sheet_part(source, "part", context, grid, remarks, way);
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
    book.remarks = remarks.take();
    return test::book_text(book);
}

std::string strings_text(std::string_view part, xlsx::Way way)
{
    const archive::ReadGuard guard("fuzz", fuzz_limits());
    TextPool texts;
    archive::MemoryBytes source(part);
    try {
        const xlsx::SharedStrings strings = xlsx::read_shared_strings(source, "part", texts, guard, way);
        std::string all = std::to_string(strings.count);
        for (std::uint32_t i = 0; i < strings.count; ++i) all += "\n" + std::string(texts.at(i));
        return all;
    } catch (const Refusal& refusal) {
        return refusal.what();
    }
}

void read_file(std::string_view bytes)
{
    const Source source{"fuzz.xlsx", "xlsx", {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}};
    const xlsx::XlsxReader reader;
    Book book;
    if (reader.recognises(source) == 0) return;
    try {
        reader.read(source, fuzz_limits(), book);
    } catch (const Refusal&) {
        return;
    }
}

void read_parts(std::string_view parts)
{
    test::ZipBuilder zip;
    test::ZipOddity stored;
    stored.stored = true;
    while (!parts.empty()) {
        const std::string_view part = parts.substr(0, parts.find('\x1D'));
        parts.remove_prefix(std::min(parts.size(), part.size() + 1));
        const std::size_t end = std::min(part.find('\n'), part.size());
        zip.add(std::string(part.substr(0, end)), part.substr(std::min(part.size(), end + 1)), stored);
    }
    read_file(zip.bytes());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        read_file(bytes);
    } else if (bytes.starts_with('p')) {
        read_parts(bytes.substr(1));
    } else if (bytes.starts_with('s')) {
        if (strings_text(bytes.substr(1), xlsx::Way::fast) != strings_text(bytes.substr(1), xlsx::Way::tolerant))
            std::abort();
    } else if (sheet_text(bytes, xlsx::Way::fast) != sheet_text(bytes, xlsx::Way::tolerant)) {
        std::abort();
    }
    return 0;
}
