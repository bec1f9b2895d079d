// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/compound_file.hpp"

#include "xls_reader/bytes.hpp"
#include "xls_reader/codes.hpp"

#include <algorithm>

namespace bilan::xls {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::size_t header_bytes = 512;
constexpr std::uint32_t header_list = 109; ///< sectors of the allocation table that the header itself names
constexpr std::uint32_t small_shift = 6;
constexpr std::uint32_t small_limit = 4096;        ///< streams below it are small
constexpr std::uint32_t last_sector = 0xFFFF'FFFA; ///< from here on numbers mean something else
constexpr std::uint32_t no_entry = 0xFFFF'FFFF;
constexpr std::size_t entry_bytes = 128;
constexpr std::uint8_t a_stream = 2;
constexpr std::uint8_t a_root = 5;

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

std::string entry_name(std::string_view entry)
{
    const std::size_t size = std::min<std::size_t>(word_at(entry, 64), 64) / 2;
    std::string name;
    for (std::size_t i = 0; i + 1 < size; ++i) {
        const std::uint16_t letter = word_at(entry, 2 * i);
        name += letter < 0x80 ? static_cast<char>(letter) : '?';
    }
    return lower_case(name);
}

} // namespace

bool CompoundFile::is_one(std::string_view bytes)
{
    return bytes.starts_with(signature);
}

CompoundFile::CompoundFile(std::string_view bytes, const archive::ReadGuard& guard) : bytes_(bytes), guard_(guard)
{
    read_header();
    read_table();
    read_directory();
    list_root();
}

void CompoundFile::damaged() const
{
    guard_.refuse(code::damaged_container);
}

/// Empty beyond the end of the file.
std::string_view CompoundFile::sector(std::uint32_t number) const
{
    if (number >= sectors_) return {};
    return bytes_.substr((std::size_t{number} + 1) << sector_shift_, std::size_t{1} << sector_shift_);
}

void CompoundFile::read_header()
{
    if (!is_one(bytes_) || bytes_.size() < header_bytes) damaged();
    sector_shift_ = word_at(bytes_, 30);
    if ((sector_shift_ != 9 && sector_shift_ != 12) || word_at(bytes_, 32) != small_shift) damaged();
    const std::size_t sector_bytes = std::size_t{1} << sector_shift_;
    if (bytes_.size() <= sector_bytes) damaged();
    const std::size_t sectors = (bytes_.size() - 1) / sector_bytes;
    sectors_ = static_cast<std::uint32_t>(std::min<std::size_t>(sectors, last_sector));
    table_sectors_ = long_at(bytes_, 44);
    directory_first_ = long_at(bytes_, 48);
    small_table_first_ = long_at(bytes_, 60);
    table_list_first_ = long_at(bytes_, 68);
}

/// The allocation table lies in sectors that the header lists, and behind it a chain of sectors full of more numbers,
/// each ending with the number of the next. What the header says about their count is not always true.
void CompoundFile::read_table()
{
    std::vector<std::uint32_t> table;
    const auto take = [&](std::string_view list, std::size_t count) {
        for (std::size_t i = 0; i < count && table.size() < sectors_; ++i) {
            if (const std::uint32_t number = long_at(list, 4 * i); number < last_sector) table.push_back(number);
        }
    };
    take(bytes_.substr(76), header_list);
    std::uint32_t list = table_list_first_;
    for (std::uint32_t seen = 0; list < last_sector; ++seen) {
        const std::string_view numbers = sector(list);
        if (numbers.size() != std::size_t{1} << sector_shift_ || seen > sectors_) damaged();
        take(numbers, numbers.size() / 4 - 1);
        list = long_at(numbers, numbers.size() - 4);
    }
    next_.reserve(table.size() << (sector_shift_ - 2));
    for (const std::uint32_t number : table) {
        const std::string_view numbers = sector(number);
        if (numbers.empty()) damaged();
        for (std::size_t at = 0; at + 4 <= numbers.size(); at += 4) next_.push_back(long_at(numbers, at));
    }
}

/// Refuses a chain that leaves the file or the table, or that is longer than there are sectors.
std::vector<std::uint32_t> CompoundFile::chain(std::uint32_t first, const std::vector<std::uint32_t>& next) const
{
    std::vector<std::uint32_t> sectors;
    for (std::uint32_t at = first; at < last_sector; at = next[at]) {
        if (at >= next.size() || sectors.size() >= next.size()) damaged();
        sectors.push_back(at);
    }
    return sectors;
}

std::string_view CompoundFile::joined(const std::vector<std::uint32_t>& sectors)
{
    if (sectors.empty()) return {};
    const bool is_one_piece = std::adjacent_find(sectors.begin(), sectors.end(), [](std::uint32_t a, std::uint32_t b) {
                                  return b != a + 1;
                              }) == sectors.end();
    const std::size_t size = sectors.size() << sector_shift_;
    if (is_one_piece) {
        if (sectors.back() >= sectors_) damaged();
        return bytes_.substr((std::size_t{sectors.front()} + 1) << sector_shift_, size);
    }
    if (size > guard_.limits().memory_bytes)
        guard_.refuse_limit("memory_bytes", guard_.limits().memory_bytes, guard_.file());
    std::string& whole = joined_.emplace_back();
    whole.reserve(size);
    for (const std::uint32_t number : sectors) {
        const std::string_view piece = sector(number);
        if (piece.empty()) damaged();
        whole += piece;
    }
    return whole;
}

void CompoundFile::read_directory()
{
    const std::string_view directory = joined(chain(directory_first_, next_));
    for (std::size_t at = 0; at + entry_bytes <= directory.size(); at += entry_bytes) {
        const std::string_view bytes = directory.substr(at, entry_bytes);
        Entry& entry = entries_.emplace_back();
        entry.name = entry_name(bytes);
        entry.kind = byte_at(bytes, 66);
        entry.left = long_at(bytes, 68);
        entry.right = long_at(bytes, 72);
        entry.child = long_at(bytes, 76);
        entry.first = long_at(bytes, 116);
        // The upper half of a size is noise in files with small sectors.
        entry.size = sector_shift_ == 9 ? long_at(bytes, 120) : number_at<std::uint64_t>(bytes, 120);
    }
    if (entries_.empty() || entries_.front().kind != a_root) damaged();
}

/// Walks the tree of the root folder, which may be anything but a tree. Some writers leave it out: then every stream
/// is taken to be there.
void CompoundFile::list_root()
{
    std::vector<bool> seen(entries_.size());
    std::vector<std::uint32_t> open{entries_.front().child};
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (at == no_entry || at >= entries_.size() || seen[at]) continue;
        seen[at] = true;
        root_.push_back(at);
        open.push_back(entries_[at].right);
        open.push_back(entries_[at].left);
    }
    if (!root_.empty()) return;
    for (std::uint32_t at = 1; at < entries_.size(); ++at) root_.push_back(at);
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const
{
    const std::string wanted = lower_case(name);
    for (const std::uint32_t at : root_) {
        if (entries_[at].kind == a_stream && entries_[at].name == wanted) return &entries_[at];
    }
    return nullptr;
}

std::optional<std::string_view> CompoundFile::stream(std::string_view name)
{
    const Entry* const entry = find(name);
    if (entry == nullptr) return std::nullopt;
    if (entry->size < small_limit) return small_stream(*entry);
    const std::string_view whole = joined(chain(entry->first, next_));
    return whole.substr(0, std::min<std::uint64_t>(entry->size, whole.size()));
}

/// Small streams lie in sectors of 64 bytes within the stream of the root entry, chained by a table of their own.
std::string_view CompoundFile::small_stream(const Entry& entry)
{
    const std::string_view table = joined(chain(small_table_first_, next_));
    std::vector<std::uint32_t> next(table.size() / 4);
    for (std::size_t i = 0; i < next.size(); ++i) next[i] = long_at(table, 4 * i);
    const std::string_view home = joined(chain(entries_.front().first, next_));
    std::string& whole = joined_.emplace_back();
    for (const std::uint32_t number : chain(entry.first, next)) {
        const std::size_t at = std::size_t{number} << small_shift;
        if (at >= home.size()) damaged();
        if (whole.size() >= entry.size) break;
        whole += home.substr(at, std::size_t{1} << small_shift);
    }
    whole.resize(std::min<std::uint64_t>(entry.size, whole.size()));
    return whole;
}

} // namespace bilan::xls
