// SPDX-License-Identifier: MPL-2.0
#include "run/own_report_file.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"

#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace bilan::run {

namespace {

/// Little-endian; 0 beyond the end.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint32_t number = 0;
    if (at > bytes.size() || bytes.size() - at < size) return 0;
    for (std::size_t byte = 0; byte < size; ++byte)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + byte])) << (8 * byte);
    return number;
}

/// The packed bytes of a part behind its local header, bounded by `most` unpacked bytes; empty when they are not there.
std::string unpacked(std::string_view archive, std::size_t entry)
{
    constexpr std::size_t most = std::size_t{1} << 20U; // the list of a thousand sheets is far smaller
    const std::size_t local = number_at(archive, entry + 42, 4);
    const std::size_t size = number_at(archive, entry + 20, 4);
    const std::size_t begin = local + 30 + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
    if (begin > archive.size() || archive.size() - begin < size) return {};
    const std::string_view packed = archive.substr(begin, size);
    if (number_at(archive, entry + 10, 2) == 0) return std::string(packed.substr(0, most));
    Poco::MemoryInputStream stream(packed.data(), static_cast<std::streamsize>(packed.size()));
    Poco::InflatingInputStream inflated(stream, -15); // no header of zlib's own
    std::string text(most, '\0');
    inflated.read(text.data(), static_cast<std::streamsize>(most));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(inflated.gcount(), 0)));
    return text;
}

/// The part of this name, unpacked; empty when there is none.
std::string part_of(std::string_view archive, std::string_view part)
{
    constexpr std::string_view end_mark{"PK\5\6", 4};
    constexpr std::string_view entry_mark{"PK\1\2", 4};
    const std::size_t end = archive.rfind(end_mark);
    if (!archive.starts_with("PK") || end == std::string_view::npos) return {};
    std::size_t entry = number_at(archive, end + 16, 4);
    while (entry < archive.size() && archive.substr(entry).starts_with(entry_mark)) {
        const std::size_t name = number_at(archive, entry + 28, 2);
        if (entry + 46 <= archive.size() && archive.substr(entry + 46, name) == part) return unpacked(archive, entry);
        entry += 46 + name + number_at(archive, entry + 30, 2) + number_at(archive, entry + 32, 2);
    }
    return {};
}

std::string_view text_of(const base::MappedFile& file)
{
    const auto bytes = file.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What stands in the first element whose tag begins so; empty when there is none.
std::string_view content_of(std::string_view xml, std::string_view tag)
{
    const std::size_t at = xml.find(tag);
    const std::size_t begin = at == std::string_view::npos ? at : xml.find('>', at);
    if (begin == std::string_view::npos) return {};
    return xml.substr(begin + 1, xml.find('<', begin) - begin - 1);
}

} // namespace

bool is_own_report_file(const std::filesystem::path& file)
{
    const base::MappedFile mapped(file);
    const std::string list = part_of(text_of(mapped), "xl/workbook.xml"); // which lists the sheets
    const auto has = [&](const std::string& name) { return list.find("name=\"" + name + '"') != std::string::npos; };
    // As is_own_workbook has it for a workbook that is open.
    return (has("Sommaire") || has("Contents")) && (has("Contrôles") || has("Controls")) && has("Sources") &&
           (has("Traçabilité") || has("Traceability")) && (has("Méthode") || has("Method"));
}

bool was_saved_since(const std::filesystem::path& file)
{
    // Our writer states this program and the day of making twice; every spreadsheet puts its own name, its version or
    // the day of saving in their place.
    const base::MappedFile mapped(file);
    const std::string program = part_of(text_of(mapped), "docProps/app.xml");
    const std::string days = part_of(text_of(mapped), "docProps/core.xml");
    return content_of(program, "<Application") != "Microsoft Excel" ||
           content_of(program, "<AppVersion") != "12.0000" ||
           content_of(days, "<dcterms:created") != content_of(days, "<dcterms:modified");
}

} // namespace bilan::run
