// SPDX-License-Identifier: MPL-2.0
#include "archive/zip_directory.hpp"

#include "archive/zip_fields.hpp"

#include <algorithm>

namespace bilan::archive {
namespace {

constexpr std::uint32_t unknown_32 = 0xFFFF'FFFF;
constexpr std::uint16_t unknown_16 = 0xFFFF;

struct Location {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t entries = 0;
    bool is_split = false;
};

/// The last end record whose comment ends the file, else the last whose comment fits into it: a comment may hold what
/// looks like a record, and bytes may follow an archive.
std::optional<std::size_t> find_end_record(std::string_view file)
{
    constexpr std::size_t record = 22;
    constexpr std::size_t longest_comment = 0xFFFF;
    if (file.size() < record) return std::nullopt;
    const std::size_t lowest = file.size() - record - std::min(file.size() - record, longest_comment);
    std::optional<std::size_t> fitting;
    for (std::size_t at = file.size() - record + 1; at-- > lowest;) {
        if (field_32(file, at) != 0x06054b50) continue;
        const std::size_t end = at + record + field_16(file, at + 20);
        if (end == file.size()) return at;
        if (end < file.size() && !fitting) fitting = at;
    }
    return fitting;
}

/// The end record of a large archive, announced by a locator before the ordinary one.
std::optional<Location> zip64_location(std::string_view file, std::size_t end_record)
{
    if (end_record < 20 || field_32(file, end_record - 20) != 0x07064b50) return std::nullopt;
    const std::uint64_t at = field_64(file, end_record - 12);
    if (!holds(file, at, 56) || field_32(file, at) != 0x06064b50) return std::nullopt;
    Location location;
    location.is_split = field_32(file, at + 16) != 0 || field_32(file, at + 20) != 0;
    location.entries = field_64(file, at + 32);
    location.size = field_64(file, at + 40);
    location.offset = field_64(file, at + 48);
    return location;
}

std::optional<Location> locate(std::string_view file)
{
    const std::optional<std::size_t> end = find_end_record(file);
    if (!end) return std::nullopt;
    Location location;
    location.is_split = field_16(file, *end + 4) != field_16(file, *end + 6);
    location.entries = field_16(file, *end + 10);
    location.size = field_32(file, *end + 12);
    location.offset = field_32(file, *end + 16);
    const bool is_large =
        location.entries == unknown_16 || location.size == unknown_32 || location.offset == unknown_32;
    if (is_large) {
        if (const std::optional<Location> large = zip64_location(file, *end)) location = *large;
    }
    if (!holds(file.substr(0, *end), location.offset, location.size)) return std::nullopt;
    return location;
}

/// Sizes and offset of an entry too large for the ordinary fields, in the order and only where those say so.
bool read_zip64_extra(std::string_view extra, ZipEntry& entry)
{
    while (extra.size() >= 4) {
        const std::size_t size = field_16(extra, 2);
        if (extra.size() < 4 + size) return false;
        std::string_view fields = extra.substr(4, size);
        if (field_16(extra, 0) == 1) {
            for (std::uint64_t* value : {&entry.size, &entry.packed_size, &entry.header}) {
                if (*value != unknown_32) continue;
                if (fields.size() < 8) return false;
                *value = field_64(fields, 0);
                fields.remove_prefix(8);
            }
            return true;
        }
        extra.remove_prefix(4 + size);
    }
    return true;
}

/// Some Windows libraries part folders by `\\`, against the standard; spreadsheet programs read their files.
std::string entry_name(std::string_view written)
{
    std::string name(written);
    std::ranges::replace(name, '\\', '/');
    return name;
}

struct CentralRecord {
    ZipEntry entry;
    std::size_t size = 0;
};

std::optional<CentralRecord> central_record(std::string_view directory, std::size_t at)
{
    constexpr std::size_t fixed = 46;
    if (!holds(directory, at, fixed) || field_32(directory, at) != 0x02014b50) return std::nullopt;
    const std::size_t name = field_16(directory, at + 28);
    const std::size_t extra = field_16(directory, at + 30);
    CentralRecord record;
    record.size = fixed + name + extra + field_16(directory, at + 32);
    if (!holds(directory, at, record.size)) return std::nullopt;
    ZipEntry& entry = record.entry;
    entry.flags = field_16(directory, at + 8);
    entry.method = field_16(directory, at + 10);
    entry.checksum = field_32(directory, at + 16);
    entry.packed_size = field_32(directory, at + 20);
    entry.size = field_32(directory, at + 24);
    entry.header = field_32(directory, at + 42);
    entry.name = entry_name(directory.substr(at + fixed, name));
    if (!read_zip64_extra(directory.substr(at + fixed + name, extra), entry)) return std::nullopt;
    return record;
}

bool is_safe_name(std::string_view name)
{
    if (name.empty() || name.front() == '/' || (name.size() > 1 && name[1] == ':')) return false;
    if (name.find('\0') != name.npos) return false;
    while (!name.empty()) {
        const std::size_t slash = std::min(name.find('/'), name.size());
        if (name.substr(0, slash) == "..") return false;
        name.remove_prefix(std::min(slash + 1, name.size()));
    }
    return true;
}

/// Finds the data of an entry and compares what its own header says with what the directory says.
bool agrees_with_local_header(std::string_view file, ZipEntry& entry)
{
    constexpr std::size_t fixed = 30;
    if (!holds(file, entry.header, fixed) || field_32(file, entry.header) != 0x04034b50) return false;
    const std::size_t at = entry.header;
    const std::size_t name = field_16(file, at + 26);
    const std::size_t extra = field_16(file, at + 28);
    if (!holds(file, at, fixed + name + extra)) return false;
    entry.data = at + fixed + name + extra;
    if (!holds(file, entry.data, entry.packed_size)) return false;
    ZipEntry local;
    local.packed_size = field_32(file, at + 18);
    local.size = field_32(file, at + 22);
    if (!read_zip64_extra(file.substr(at + fixed + name, extra), local)) return false;
    if (entry_name(file.substr(at + fixed, name)) != entry.name || field_16(file, at + 8) != entry.method) return false;
    const bool is_deferred = (field_16(file, at + 6) & 8U) != 0; // sizes follow the data, zero or a guess here
    if (is_deferred) return true;
    return field_32(file, at + 14) == entry.checksum && local.size == entry.size &&
           local.packed_size == entry.packed_size;
}

void check_announced_sizes(const std::vector<ZipEntry>& entries, const ReadGuard& guard)
{
    const ReadLimits& limits = guard.limits();
    std::uint64_t total = 0;
    for (const ZipEntry& entry : entries) {
        if (entry.size > limits.part_bytes) guard.refuse_limit("part_bytes", limits.part_bytes, entry.name);
        if (entry.size > limits.ratio_free_bytes &&
            entry.size / std::max<std::uint32_t>(limits.ratio, 1) > entry.packed_size)
            guard.refuse_limit("ratio", limits.ratio, entry.name);
        total += entry.size; // cannot wrap: each is at most part_bytes and there are at most 2^32 entries
        if (total > limits.total_bytes) guard.refuse_limit("total_bytes", limits.total_bytes, entry.name);
    }
}

void check_overlaps(const std::vector<ZipEntry>& entries, std::uint64_t directory, const ReadGuard& guard)
{
    std::vector<const ZipEntry*> order;
    order.reserve(entries.size());
    for (const ZipEntry& entry : entries) order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->header < b->header; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint64_t next = i + 1 < order.size() ? order[i + 1]->header : directory;
        if (order[i]->data + order[i]->packed_size > next) guard.refuse(code::overlapping_entry, {order[i]->name});
    }
}

} // namespace

std::string lower_case(std::string_view name)
{
    std::string lower(name);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

ZipDirectory::ZipDirectory(std::string_view file, const ReadGuard& guard)
{
    const std::optional<Location> location = locate(file);
    if (!location) guard.refuse(code::no_directory);
    if (location->is_split) guard.refuse(code::several_volumes);
    if (location->entries > guard.limits().entries) guard.refuse_limit("entries", guard.limits().entries, guard.file());
    const std::string_view directory = file.substr(location->offset, location->size);
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < location->entries; ++i) {
        std::optional<CentralRecord> record = central_record(directory, at);
        if (!record) guard.refuse(code::no_directory);
        at += record->size;
        ZipEntry& entry = record->entry;
        if (!is_safe_name(entry.name)) guard.refuse(code::unsafe_name, {entry.name});
        if (!by_name_.emplace(lower_case(entry.name), entries_.size()).second)
            guard.refuse(code::duplicate_entry, {entry.name});
        if (!agrees_with_local_header(file, entry)) guard.refuse(code::headers_disagree, {entry.name});
        entries_.push_back(std::move(entry));
    }
    if (at != directory.size()) guard.refuse(code::no_directory);
    check_overlaps(entries_, location->offset, guard);
    check_announced_sizes(entries_, guard);
}

const ZipEntry* ZipDirectory::find(std::string_view name) const
{
    const auto found = by_name_.find(lower_case(name));
    return found == by_name_.end() ? nullptr : &entries_[found->second];
}

std::optional<std::vector<std::string>> ZipDirectory::names(std::string_view file, std::uint32_t most)
{
    const std::optional<Location> location = locate(file);
    if (!location) return std::nullopt;
    const std::string_view directory = file.substr(location->offset, location->size);
    std::vector<std::string> names;
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(location->entries, most); ++i) {
        std::optional<CentralRecord> record = central_record(directory, at);
        if (!record) break;
        at += record->size;
        names.push_back(std::move(record->entry.name));
    }
    return names;
}

} // namespace bilan::archive
