// SPDX-License-Identifier: MPL-2.0
#include "archive.hpp"

#include "refusals.hpp"

#include <zlib.h>

#include <concepts>
#include <utility>

namespace bilan::xlsx {

namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t central_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t first_day = 0x21; ///< 1 January 1980
constexpr std::uint16_t deflated = 8;

[[noreturn]] void refuse_part(const std::string& name)
{
    refuse(codes::incomplete, {}, {name});
}

template <std::unsigned_integral Number>
Number number_at(std::string_view bytes, std::size_t at)
{
    if (at + sizeof(Number) > bytes.size()) refuse_part("zip");
    std::uint64_t number = 0;
    for (std::size_t byte = sizeof(Number); byte-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + byte]);
    return static_cast<Number>(number);
}

std::string_view piece(std::string_view bytes, std::size_t at, std::size_t length, const std::string& name)
{
    if (at > bytes.size() || length > bytes.size() - at) refuse_part(name);
    return bytes.substr(at, length);
}

template <std::unsigned_integral Number>
void put(std::string& bytes, Number number)
{
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
        bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * byte) & 0xFFU);
}

/// What local and central headers have in common, from the version on.
void put_facts(std::string& bytes, const Entry& entry)
{
    put(bytes, version);
    put(bytes, std::uint16_t{0}); // flags
    put(bytes, entry.method);
    put(bytes, std::uint16_t{0}); // time
    put(bytes, first_day);
    put(bytes, entry.checksum);
    put(bytes, static_cast<std::uint32_t>(entry.packed.size()));
    put(bytes, entry.size);
    put(bytes, static_cast<std::uint16_t>(entry.name.size()));
    put(bytes, std::uint16_t{0}); // extra field
}

std::string central_directory(const std::vector<Entry>& entries, const std::vector<std::uint32_t>& offsets)
{
    std::string bytes;
    for (std::size_t index = 0; index < entries.size(); ++index) {
        put(bytes, central_mark);
        put(bytes, version);
        put_facts(bytes, entries[index]);
        put(bytes, std::uint16_t{0}); // comment
        put(bytes, std::uint16_t{0}); // disk
        put(bytes, std::uint16_t{0}); // internal attributes
        put(bytes, std::uint32_t{0}); // external attributes
        put(bytes, offsets[index]);
        bytes += entries[index].name;
    }
    return bytes;
}

std::uint32_t checksum_of(std::string_view content)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size())); // zlib speaks in bytes
}

Bytef* bytes_of(std::string& text)
{
    return reinterpret_cast<Bytef*>(text.data());
}

/// zlib reads through a pointer that it could write to, and does not.
Bytef* bytes_of(std::string_view text)
{
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
}

} // namespace

std::vector<Entry> read_archive(std::string_view bytes)
{
    if (bytes.size() < end_size) refuse_part("zip");
    const std::size_t end = bytes.size() - end_size; // the library writes no comment
    if (number_at<std::uint32_t>(bytes, end) != end_mark) refuse_part("zip");
    std::vector<Entry> entries(number_at<std::uint16_t>(bytes, end + 10));
    std::size_t at = number_at<std::uint32_t>(bytes, end + 16);
    for (Entry& entry : entries) {
        if (number_at<std::uint32_t>(bytes, at) != central_mark) refuse_part("zip");
        const std::size_t name_size = number_at<std::uint16_t>(bytes, at + 28);
        entry.name = piece(bytes, at + central_size, name_size, "zip");
        entry.method = number_at<std::uint16_t>(bytes, at + 10);
        entry.checksum = number_at<std::uint32_t>(bytes, at + 16);
        entry.size = number_at<std::uint32_t>(bytes, at + 24);
        const std::size_t local = number_at<std::uint32_t>(bytes, at + 42);
        const std::size_t content = local + local_size + number_at<std::uint16_t>(bytes, local + 26) +
                                    number_at<std::uint16_t>(bytes, local + 28);
        entry.packed = piece(bytes, content, number_at<std::uint32_t>(bytes, at + 20), entry.name);
        at += central_size + name_size + number_at<std::uint16_t>(bytes, at + 30) +
              number_at<std::uint16_t>(bytes, at + 32);
    }
    return entries;
}

std::string unpack(const Entry& entry)
{
    std::string content(entry.size, '\0');
    if (entry.method == deflated) {
        z_stream stream = {};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) refuse(codes::memory, {}, {});
        stream.next_in = bytes_of(std::string_view(entry.packed));
        stream.avail_in = static_cast<uInt>(entry.packed.size());
        stream.next_out = bytes_of(content);
        stream.avail_out = static_cast<uInt>(content.size());
        const int result = inflate(&stream, Z_FINISH);
        const bool is_whole = result == Z_STREAM_END && stream.avail_out == 0;
        inflateEnd(&stream);
        if (!is_whole) refuse_part(entry.name);
    } else {
        content = entry.packed;
    }
    if (content.size() != entry.size || checksum_of(content) != entry.checksum) refuse_part(entry.name);
    return content;
}

Entry pack(std::string name, std::string_view content)
{
    constexpr int smallest_that_pays = 6;
    Packer packer(std::move(name), smallest_that_pays);
    packer.add(content);
    return packer.finish();
}

Packer::Packer(std::string name, int level, std::uint64_t largest)
    : largest_(largest), stream_(std::make_unique<z_stream>())
{
    constexpr int memory = 8;
    entry_.name = std::move(name);
    entry_.method = deflated;
    *stream_ = {};
    if (deflateInit2(stream_.get(), level, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        refuse(codes::memory, {}, {});
}

Packer::~Packer()
{
    deflateEnd(stream_.get());
}

void Packer::add(std::string_view piece)
{
    entry_.checksum = static_cast<std::uint32_t>(
        crc32_z(entry_.checksum, reinterpret_cast<const Bytef*>(piece.data()), piece.size())); // zlib speaks in bytes
    size_ += piece.size();
    stream_->next_in = bytes_of(piece);
    stream_->avail_in = static_cast<uInt>(piece.size());
    deflate_all(Z_NO_FLUSH);
}

void Packer::deflate_all(int flush)
{
    constexpr std::size_t step = std::size_t{1} << 16U;
    int result = Z_OK;
    do {
        const std::size_t written = entry_.packed.size();
        entry_.packed.resize(written + step);
        stream_->next_out = bytes_of(entry_.packed) + written;
        stream_->avail_out = static_cast<uInt>(step);
        result = deflate(stream_.get(), flush);
        entry_.packed.resize(written + step - stream_->avail_out);
    } while (result == Z_OK && (stream_->avail_in > 0 || flush == Z_FINISH));
}

Entry Packer::finish()
{
    deflate_all(Z_FINISH);
    if (size_ > largest_ || entry_.packed.size() > largest_) refuse(codes::too_large, {}, {entry_.name});
    entry_.size = static_cast<std::uint32_t>(size_);
    return std::move(entry_);
}

std::string write_archive(const std::vector<Entry>& entries)
{
    std::string bytes;
    std::vector<std::uint32_t> offsets;
    for (const Entry& entry : entries) {
        offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
        put(bytes, local_mark);
        put_facts(bytes, entry);
        bytes += entry.name;
        bytes += entry.packed;
    }
    const auto start = static_cast<std::uint32_t>(bytes.size());
    const std::string directory = central_directory(entries, offsets);
    bytes += directory;
    put(bytes, end_mark);
    put(bytes, std::uint32_t{0}); // disks
    put(bytes, static_cast<std::uint16_t>(entries.size()));
    put(bytes, static_cast<std::uint16_t>(entries.size()));
    put(bytes, static_cast<std::uint32_t>(directory.size()));
    put(bytes, start);
    put(bytes, std::uint16_t{0}); // comment
    return bytes;
}

} // namespace bilan::xlsx
