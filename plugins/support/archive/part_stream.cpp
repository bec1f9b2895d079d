// SPDX-License-Identifier: MPL-2.0
#include "archive/part_stream.hpp"

#include "archive/checksum.hpp"

namespace bilan::archive {
namespace {

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;

} // namespace

PartStream::PartStream(std::string_view file, const ZipEntry& entry, Inflater& inflater, const ReadGuard& guard)
    : entry_(entry), inflater_(inflater), guard_(guard), packed_(file.substr(entry.data, entry.packed_size))
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
    if (is_finished_) check_end();
    return size;
}

std::size_t PartStream::copy(std::span<char> into)
{
    const std::size_t size = std::min(into.size(), packed_.size());
    if (size > 0) std::memcpy(into.data(), packed_.data(), size);
    packed_.remove_prefix(size);
    produced_ += size;
    is_finished_ = packed_.empty();
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
