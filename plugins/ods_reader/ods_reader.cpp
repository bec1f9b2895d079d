// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/ods_reader.hpp"

#include "archive/archive.hpp"
#include "ods_reader/codes.hpp"
#include "ods_reader/manifest.hpp"

#include <algorithm>

namespace bilan::ods {
namespace {

constexpr std::string_view media_type = "opendocument.spreadsheet";
constexpr std::string_view content_name = "content.xml";
constexpr std::string_view manifest_name = "META-INF/manifest.xml";
constexpr std::uint32_t names_looked_at = 2'000;

/// The beginning of a small part; nothing when it is missing or damaged.
std::string beginning_of(const Source& source, std::string_view name)
{
    constexpr std::uint64_t most = std::uint64_t{1} << 16U;
    const archive::ReadGuard guard(source, ReadLimits{});
    try {
        archive::Archive archive(source, guard);
        const archive::ZipEntry* const entry = archive.find(name);
        if (entry == nullptr) return {};
        std::string text(std::min(entry->size, most), '\0');
        archive::PartStream stream = archive.open(*entry);
        text.resize(stream.read(text));
        return text;
    } catch (const Refusal&) {
        return {};
    }
}

/// The media type stands first in a package, not packed, so that it can be seen without a directory.
bool begins_like_a_package(std::string_view bytes)
{
    return bytes.substr(0, 128).find(media_type) != bytes.npos;
}

Confidence recognise_package(const Source& source)
{
    constexpr Confidence sure = 100;
    constexpr Confidence likely = 60;
    const std::string_view bytes = source.text();
    const auto names = archive::ZipDirectory::names(bytes, names_looked_at);
    if (!names) return begins_like_a_package(bytes) ? likely : Confidence{0};
    const auto has = [&](std::string_view name) {
        return std::any_of(names->begin(), names->end(), [&](const std::string& one) {
            return archive::lower_case(one) == archive::lower_case(name);
        });
    };
    if (begins_like_a_package(bytes)) return sure;
    if (has("mimetype")) return beginning_of(source, "mimetype").find(media_type) != bytes.npos ? sure : Confidence{0};
    if (!has(content_name)) return 0;
    return beginning_of(source, manifest_name).find(media_type) != bytes.npos ? sure : Confidence{0};
}

/// A document in one file names its media type on its first element. In UTF-16 every other byte is 0.
Confidence recognise_flat(std::string_view bytes)
{
    constexpr std::size_t most = std::size_t{1} << 14U;
    std::string beginning(bytes.substr(0, most));
    std::erase(beginning, '\0');
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
    if (first == beginning.npos || beginning[first] != '<') return 0;
    const bool is_document = beginning.find("urn:oasis:names:tc:opendocument:xmlns:office:1.0") != beginning.npos;
    return is_document && beginning.find(media_type) != beginning.npos ? 100 : 0;
}

void read_package(const Source& source, const archive::ReadGuard& guard, Book& book, Way way)
{
    archive::Archive archive(source, guard);
    StyleBook styles(guard);
    if (const archive::ZipEntry* const entry = archive.find(manifest_name)) {
        archive::PartStream stream = archive.open(*entry);
        if (is_encrypted(stream, entry->name, guard)) guard.refuse(code::encrypted);
    }
    if (const archive::ZipEntry* const entry = archive.find("styles.xml")) {
        archive::PartStream stream = archive.open(*entry);
        read_styles_part(stream, entry->name, styles, guard);
    }
    const archive::ZipEntry* const entry = archive.find(content_name);
    if (entry == nullptr) guard.refuse(code::missing_part, {std::string(content_name)});
    archive::PartStream stream = archive.open(*entry);
    read_content_part(stream, entry->name, "document-content", styles, guard, book, way);
}

} // namespace

ReaderCard OdsReader::card() const
{
    return {"ods",
            {"ods", "ots", "fods"},
            "OpenDocument spreadsheets, as LibreOffice writes them.\n"
            "Classeurs OpenDocument, tels que LibreOffice les écrit."};
}

Confidence OdsReader::recognises(const Source& source) const
{
    const std::string_view bytes = source.text();
    return bytes.starts_with("PK") ? recognise_package(source) : recognise_flat(bytes);
}

void OdsReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    const archive::ReadGuard guard(source, limits);
    if (source.text().starts_with("PK")) {
        read_package(source, guard, book, way_);
    } else {
        StyleBook styles(guard);
        archive::MemoryBytes bytes(source.text());
        read_content_part(bytes, source.name, "document", styles, guard, book, way_);
    }
    book.format = "ods";
}

} // namespace bilan::ods
