// SPDX-License-Identifier: MPL-2.0
//
// An OLE2 compound file: a small file system of sectors, of which only the streams of the root folder matter here. A
// stream that lies in one piece is handed out where it is, others are joined. Chains are bounded by the sectors that
// there are, so none runs in circles. Views live as long as the object and the bytes. For one thread.
#pragma once

#include "archive/read_guard.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::xls {

class CompoundFile {
public:
    [[nodiscard]] static bool is_one(std::string_view bytes);

    /// Refuses what has no sound header, allocation table and directory.
    CompoundFile(std::string_view bytes, const archive::ReadGuard& guard);

    /// The stream of that name in the root folder, upper and lower case being one; nothing when there is none. A
    /// stream whose chain ends before its size is as long as its chain.
    [[nodiscard]] std::optional<std::string_view> stream(std::string_view name);
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

private:
    struct Entry {
        std::string name; ///< lower case; letters beyond ASCII become `?`
        std::uint8_t kind = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t child = 0;
        std::uint32_t first = 0;
        std::uint64_t size = 0;
    };

    [[noreturn]] void damaged() const;
    [[nodiscard]] std::string_view sector(std::uint32_t number) const;
    void read_header();
    void read_table();
    void read_directory();
    void list_root();
    [[nodiscard]] std::vector<std::uint32_t> chain(std::uint32_t first, const std::vector<std::uint32_t>& next) const;
    [[nodiscard]] std::string_view joined(const std::vector<std::uint32_t>& sectors);
    [[nodiscard]] std::string_view small_stream(const Entry& entry);
    [[nodiscard]] const Entry* find(std::string_view name) const;

    std::string_view bytes_;
    const archive::ReadGuard& guard_;
    std::uint32_t sector_shift_ = 9;
    std::uint32_t sectors_ = 0; ///< that the file has, the last one perhaps in part
    std::uint32_t table_sectors_ = 0;
    std::uint32_t directory_first_ = 0;
    std::uint32_t small_table_first_ = 0;
    std::uint32_t table_list_first_ = 0;
    std::vector<std::uint32_t> next_; ///< the allocation table
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> root_; ///< entries of the root folder
    std::deque<std::string> joined_;
};

} // namespace bilan::xls
