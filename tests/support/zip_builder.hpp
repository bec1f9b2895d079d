// SPDX-License-Identifier: MPL-2.0
//
// Builds zip archives in memory, honest ones and ones that lie in a chosen field. For tests, one thread.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::test {

/// What is unusual about an entry. The defaults make an ordinary deflated one.
struct ZipOddity {
    bool stored = false;
    bool descriptor = false;
    bool zip64 = false;
    std::uint16_t flags = 0;
    int method = -1;                ///< announced in place of the real one
    std::string local_name = {};    ///< in place of the name, in the local header only
    std::int64_t announced = -1;    ///< unpacked size said in both headers
    std::uint32_t checksum_xor = 0; ///< damages the checksum in both headers
    int offset_shift = 0;           ///< added to the offset in the directory
    int corrupt_byte = -1;          ///< position of a packed byte to turn over
    std::string after_data = {};    ///< packed bytes too many
};

class ZipBuilder {
public:
    ZipBuilder& add(std::string name, std::string_view data, const ZipOddity& odd = {})
    {
        Entry entry;
        entry.name = std::move(name);
        entry.odd = odd;
        entry.checksum = static_cast<std::uint32_t>(crc32_z(0, bytes_of(data), data.size())) ^ odd.checksum_xor;
        entry.size = odd.announced >= 0 ? static_cast<std::uint64_t>(odd.announced) : data.size();
        entry.packed = (odd.stored ? std::string(data) : deflated(data)) + odd.after_data;
        if (odd.corrupt_byte >= 0) entry.packed.at(static_cast<std::size_t>(odd.corrupt_byte)) ^= '\xFF';
        entry.offset = bytes_.size();
        put_local(entry);
        entries_.push_back(std::move(entry));
        return *this;
    }
    [[nodiscard]] std::string bytes(std::string_view comment = "", bool zip64 = false) const
    {
        std::string all = bytes_;
        const std::uint64_t start = all.size();
        for (const Entry& entry : entries_) all += central(entry);
        const std::uint64_t size = all.size() - start;
        const std::uint64_t count = entries_.size();
        if (zip64) {
            const std::uint64_t record = all.size();
            all += number(0x06064b50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8) +
                   number(count, 8) + number(count, 8) + number(size, 8) + number(start, 8);
            all += number(0x07064b50, 4) + number(0, 4) + number(record, 8) + number(1, 4);
        }
        all += number(0x06054b50, 4) + number(0, 4) + number(zip64 ? 0xFFFF : count, 2) +
               number(zip64 ? 0xFFFF : count, 2) + number(zip64 ? 0xFFFFFFFF : size, 4) +
               number(zip64 ? 0xFFFFFFFF : start, 4) + number(comment.size(), 2);
        return all + std::string(comment);
    }

private:
    struct Entry {
        std::string name;
        ZipOddity odd;
        std::string packed;
        std::uint64_t size = 0;
        std::uint64_t offset = 0;
        std::uint32_t checksum = 0;
    };

    static const Bytef* bytes_of(std::string_view data) { return reinterpret_cast<const Bytef*>(data.data()); }
    static std::string number(std::uint64_t value, int size)
    {
        std::string bytes;
        for (int i = 0; i < size; ++i, value >>= 8U)
            bytes += static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
        return bytes;
    }
    static std::string deflated(std::string_view data)
    {
        z_stream stream{};
        if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("deflateInit2");
        std::string packed(deflateBound(&stream, data.size()), '\0');
        stream.next_in = const_cast<Bytef*>(bytes_of(data));
        stream.avail_in = static_cast<uInt>(data.size());
        stream.next_out = reinterpret_cast<Bytef*>(packed.data());
        stream.avail_out = static_cast<uInt>(packed.size());
        deflate(&stream, Z_FINISH);
        packed.resize(stream.total_out);
        deflateEnd(&stream);
        return packed;
    }
    static std::string method(const Entry& entry)
    {
        return number(static_cast<std::uint64_t>(entry.odd.method >= 0 ? entry.odd.method
                                                 : entry.odd.stored    ? 0
                                                                       : 8),
                      2);
    }
    static std::string flags(const Entry& entry)
    {
        return number(entry.odd.flags | (entry.odd.descriptor ? 8U : 0U), 2);
    }
    static std::string large(const Entry& entry)
    {
        return entry.odd.zip64 ? number(1, 2) + number(16, 2) + number(entry.size, 8) + number(entry.packed.size(), 8)
                               : std::string();
    }
    static std::string sizes(const Entry& entry)
    {
        if (entry.odd.zip64) return number(0xFFFFFFFF, 4) + number(0xFFFFFFFF, 4);
        return number(entry.packed.size(), 4) + number(entry.size, 4);
    }
    void put_local(const Entry& entry)
    {
        const std::string& name = entry.odd.local_name.empty() ? entry.name : entry.odd.local_name;
        bytes_ += number(0x04034b50, 4) + number(20, 2) + flags(entry) + method(entry) + number(0, 4);
        bytes_ += entry.odd.descriptor ? number(0, 12) : number(entry.checksum, 4) + sizes(entry);
        const std::string extra = entry.odd.descriptor ? "" : large(entry);
        bytes_ += number(name.size(), 2) + number(extra.size(), 2) + name + extra + entry.packed;
        if (entry.odd.descriptor)
            bytes_ += number(0x08074b50, 4) + number(entry.checksum, 4) + number(entry.packed.size(), 4) +
                      number(entry.size, 4);
    }
    static std::string central(const Entry& entry)
    {
        const std::string extra = large(entry);
        return number(0x02014b50, 4) + number(20, 2) + number(20, 2) + flags(entry) + method(entry) + number(0, 4) +
               number(entry.checksum, 4) + sizes(entry) + number(entry.name.size(), 2) + number(extra.size(), 2) +
               number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
               number(entry.offset + static_cast<std::uint64_t>(entry.odd.offset_shift), 4) + entry.name + extra;
    }

    std::string bytes_;
    std::vector<Entry> entries_;
};

} // namespace bilan::test
