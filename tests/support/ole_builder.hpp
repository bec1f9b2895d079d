// SPDX-License-Identifier: MPL-2.0
//
// Puts together OLE2 compound files: ordinary ones, with streams in one piece or scattered, large or small. Tests
// damage the bytes afterwards. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::test {

inline std::string little(std::uint64_t number, std::size_t bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(number >> 8 * i);
    return text;
}

class OleBuilder {
public:
    static constexpr std::size_t header_bytes = 512;
    static constexpr std::uint32_t free_sector = 0xFFFFFFFF;
    static constexpr std::uint32_t chain_end = 0xFFFFFFFE;
    static constexpr std::uint32_t table_sector = 0xFFFFFFFD;

    bool is_scattered = false; ///< the sectors of each stream in descending order
    bool is_flat = false;      ///< no tree: the root names no child
    unsigned shift = 9;        ///< of the sectors: 9 or 12

    OleBuilder& add(std::string name, std::string data)
    {
        streams_.push_back({std::move(name), std::move(data)});
        return *this;
    }

    /// The file. Where its parts lie: header, then streams, directory, table of small streams, allocation table.
    [[nodiscard]] std::string bytes()
    {
        body_.clear();
        next_.clear();
        std::string small;
        std::vector<std::uint32_t> small_next;
        std::vector<std::uint32_t> firsts;
        for (const Stream& stream : streams_)
            firsts.push_back(stream.data.size() < 4096 ? put_small(stream.data, small, small_next) : put(stream.data));
        const std::uint32_t small_home = small.empty() ? chain_end : put(small);
        std::string table;
        for (const std::uint32_t next : small_next) table += little(next, 4);
        const std::uint32_t small_table = table.empty() ? chain_end : put(table);
        const std::uint32_t directory = put(entries(firsts, small_home, small.size()));
        return header(directory, small_table, small_next.size()) + body_;
    }
    [[nodiscard]] std::size_t sector_bytes() const { return std::size_t{1} << shift; }

private:
    struct Stream {
        std::string name;
        std::string data;
    };

    std::uint32_t put(std::string data)
    {
        data.resize((data.size() + sector_bytes() - 1) / sector_bytes() * sector_bytes(), '\0');
        const auto count = static_cast<std::uint32_t>(data.size() / sector_bytes());
        const auto base = static_cast<std::uint32_t>(next_.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t piece = is_scattered ? count - 1 - i : i;
            body_ += data.substr(piece * sector_bytes(), sector_bytes());
            const bool is_last = piece + 1 == count;
            next_.push_back(is_last ? chain_end : base + (is_scattered ? i - 1 : i + 1));
        }
        return is_scattered ? base + count - 1 : base;
    }

    static std::uint32_t put_small(std::string data, std::string& home, std::vector<std::uint32_t>& next)
    {
        const auto first = static_cast<std::uint32_t>(next.size());
        data.resize((data.size() + 63) / 64 * 64, '\0');
        home += data;
        for (std::size_t i = 64; i <= data.size(); i += 64)
            next.push_back(i == data.size() ? chain_end : static_cast<std::uint32_t>(next.size() + 1));
        return data.empty() ? chain_end : first;
    }

    [[nodiscard]] std::string entries(const std::vector<std::uint32_t>& firsts, std::uint32_t small_home,
                                      std::size_t small_size) const
    {
        std::string all = entry("Root Entry", 5, free_sector, is_flat ? free_sector : 1, small_home, small_size);
        for (std::size_t i = 0; i < streams_.size(); ++i) {
            const std::uint32_t right = i + 1 < streams_.size() ? static_cast<std::uint32_t>(i + 2) : free_sector;
            all += entry(streams_[i].name, 2, right, free_sector, firsts[i], streams_[i].data.size());
        }
        return all;
    }
    static std::string entry(const std::string& name, char kind, std::uint32_t right, std::uint32_t child,
                             std::uint32_t first, std::size_t size)
    {
        std::string wide;
        for (const char letter : name) wide += std::string{letter, '\0'};
        std::string text = wide;
        text.resize(64, '\0');
        return text + little(wide.size() + 2, 2) + kind + '\1' + little(free_sector, 4) + little(right, 4) +
               little(child, 4) + std::string(36, '\0') + little(first, 4) + little(size, 8);
    }

    /// Beyond 109 sectors of the allocation table, more sectors list them.
    std::string header(std::uint32_t directory, std::uint32_t small_table, std::size_t smalls)
    {
        const std::size_t per_sector = sector_bytes() / 4;
        std::size_t tables = 0;
        std::size_t lists = 0;
        const auto all = [&] { return next_.size() + tables + lists; };
        while (tables * per_sector < all() || tables > 109 + lists * (per_sector - 1)) {
            if (tables > 109 + lists * (per_sector - 1))
                ++lists;
            else
                ++tables;
        }
        const auto first_table = static_cast<std::uint32_t>(next_.size());
        const auto first_list = static_cast<std::uint32_t>(first_table + tables);
        next_.resize(next_.size() + tables + lists, table_sector);
        next_.resize(tables * per_sector, free_sector);
        for (const std::uint32_t next : next_) body_ += little(next, 4);
        const auto table = [&](std::size_t i) {
            return little(i < tables ? first_table + i : std::size_t{free_sector}, 4);
        };
        for (std::size_t list = 0; list < lists; ++list) {
            for (std::size_t i = 0; i + 1 < per_sector; ++i) body_ += table(109 + list * (per_sector - 1) + i);
            body_ += little(list + 1 < lists ? first_list + list + 1 : std::size_t{chain_end}, 4);
        }
        std::string text = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + little(0x3E, 2) +
                           little(shift == 9 ? 3 : 4, 2) + little(0xFFFE, 2) + little(shift, 2) + little(6, 2) +
                           std::string(6, '\0') + little(0, 4) + little(tables, 4) + little(directory, 4) +
                           little(0, 4) + little(4096, 4) + little(small_table, 4) +
                           little((smalls * 4 + sector_bytes() - 1) / sector_bytes(), 4) +
                           little(lists > 0 ? first_list : chain_end, 4) + little(lists, 4);
        for (std::size_t i = 0; i < 109; ++i) text += table(i);
        text.resize(sector_bytes(), '\0');
        return text;
    }

    std::vector<Stream> streams_;
    std::string body_;
    std::vector<std::uint32_t> next_;
};

} // namespace bilan::test
