// SPDX-License-Identifier: MPL-2.0
#include "archive/part_stream.hpp"

#include "archive/checksum.hpp"

namespace bilan::archive {
namespace {

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::size_t worth_giving_back = std::size_t{4}
                                          << 20U; ///< a call of the system each, and bytes in memory meanwhile

} // namespace

PartStream::PartStream(std::string_view file, const ZipEntry& entry, Inflater& inflater, const ReadGuard& guard)
    : entry_(entry), inflater_(inflater), guard_(guard), packed_(file.substr(entry.data, entry.packed_size)),
      rest_(packed_)
{
    if (entry.is_encrypted()) guard.refuse(code::encrypted_entry, {entry.name});
    if (entry.method != stored && entry.method != deflated)
        guard.refuse(code::unknown_method, {entry.name, std::to_string(entry.method)});
    if (entry.method == stored && entry.packed_size != entry.size) guard.refuse(code::lying_size, {entry.name});
    inflater.start(packed_);
}

std::size_t PartStream::read(std::span<char> into)
{
    if (is_finished_ || into.empty()) return 0;
    guard_.check_time(entry_.name);
    const std::size_t size = entry_.method == stored ? copy(into) : unpack(into);
    checksum_ = checksum(checksum_, {into.data(), size});
    give_back();
    if (is_finished_) check_end();
    return size;
}

void PartStream::give_back()
{
    const std::size_t left = entry_.method == stored ? rest_.size() : inflater_.unused();
    const std::size_t done = packed_.size() - left;
    if (done - passed_ < worth_giving_back) return;
    guard_.passed(packed_.substr(passed_, done - passed_));
    passed_ = done;
}

std::size_t PartStream::copy(std::span<char> into)
{
    const std::size_t size = std::min(into.size(), rest_.size());
    if (size > 0) std::memcpy(into.data(), rest_.data(), size);
    rest_.remove_prefix(size);
    produced_ += size;
    is_finished_ = rest_.empty();
    return size;
}

std::size_t PartStream::unpack(std::span<char> into)
{
    const Inflater::Piece piece = inflater_.read(into);
    produced_ += piece.size;
    if (produced_ > entry_.size) guard_.refuse(code::lying_size, {entry_.name});
    if (piece.damaged) guard_.refuse(code::damaged_data, {entry_.name});
    is_finished_ = piece.finished;
    return piece.size;
}

void PartStream::check_end()
{
    if (produced_ != entry_.size) guard_.refuse(code::lying_size, {entry_.name});
    if (entry_.method == deflated && inflater_.unused() != 0) guard_.refuse(code::lying_size, {entry_.name});
    if (checksum_ != entry_.checksum) guard_.refuse(code::wrong_checksum, {entry_.name});
}

} // namespace bilan::archive
