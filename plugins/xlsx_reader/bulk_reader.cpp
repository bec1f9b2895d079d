// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/bulk_reader.hpp"

#include <algorithm>
#include <cstring>

namespace bilan::xlsx {
namespace {

constexpr std::size_t chunk = std::size_t{256} << 10U; // stays in the cache, and inflates fastest
constexpr std::size_t largest = std::size_t{8} << 20U; // of a window with one unfinished unit
constexpr std::size_t padding = 64;

} // namespace

BulkReader::BulkReader(archive::ByteSource& source, xml::Parser& parser, BulkHandler& handler, BulkShape shape,
                       const archive::ReadGuard& guard, std::string part)
    : source_(source), parser_(parser), handler_(handler), shape_(shape), guard_(guard), part_(std::move(part))
{
    capacity_ = std::min(source.expected(), chunk) + chunk / 16;
    buffer_ = std::make_unique_for_overwrite<char[]>(capacity_ + padding);
    at_ = end_ = buffer_.get();
}

void BulkReader::read(BulkScanner* scanner)
{
    if (scanner == nullptr) phase_ = Phase::rest;
    while (fill()) {
        guard_.check_time(part_);
        if (phase_ == Phase::before) find_list();
        if (phase_ == Phase::units) scan_units(*scanner);
        if (phase_ == Phase::rest) feed(end_);
    }
    feed(end_);
    parser_.finish();
}

/// Moves what is left to the front and reads behind it, one chunk at most. False when nothing came.
bool BulkReader::fill()
{
    if (is_complete_) return false;
    const auto left = static_cast<std::size_t>(end_ - at_);
    if (capacity_ - left < chunk / 16) {
        const std::size_t larger = capacity_ * 2;
        auto buffer = std::make_unique_for_overwrite<char[]>(larger + padding);
        std::memcpy(buffer.get(), at_, left);
        buffer_ = std::move(buffer);
        capacity_ = larger;
    } else if (left > 0) {
        std::memmove(buffer_.get(), at_, left);
    }
    at_ = buffer_.get();
    const std::size_t room = std::min(capacity_ - left, chunk);
    const std::size_t size = source_.read({at_ + left, room});
    is_complete_ = size < room;
    end_ = at_ + left + size;
    std::memset(end_, 0, padding);
    return size > 0;
}

void BulkReader::feed(const char* to)
{
    if (to == at_) return;
    parser_.feed({at_, static_cast<std::size_t>(to - at_)});
    at_ += to - at_;
}

bool BulkReader::starts_with(const char* at, std::string_view literal) const
{
    return static_cast<std::size_t>(end_ - at) >= literal.size() &&
           std::memcmp(at, literal.data(), literal.size()) == 0;
}

/// Hands everything up to and with the tag that opens the list to expat, which says whether it really is the list and
/// not, say, part of a comment.
void BulkReader::find_list()
{
    const std::string_view window(at_, static_cast<std::size_t>(end_ - at_));
    const std::size_t open = window.find(shape_.open);
    if (open == window.npos) {
        const std::size_t kept = std::min(window.size(), shape_.open.size());
        return feed(end_ - kept); // the tag may be cut by the end of the window
    }
    const std::size_t tag_end = window.find('>', open);
    if (tag_end == window.npos) {
        if (window.size() - open > chunk / 2) phase_ = Phase::rest;
        return feed(at_ + open);
    }
    feed(at_ + tag_end + 1);
    phase_ = handler_.is_between_units() && parser_.is_utf8() ? Phase::units : Phase::rest;
}

/// The beginning of the last unit of the window, or of the list's end: all before it is complete.
const char* BulkReader::last_unit() const
{
    const char* at = end_;
    while (at > at_) {
        at = static_cast<const char*>(memrchr(at_, '<', static_cast<std::size_t>(at - at_)));
        if (at == nullptr) break;
        if (starts_with(at, shape_.unit) || starts_with(at, shape_.close)) return at;
    }
    return at_;
}

void BulkReader::scan_units(BulkScanner& scanner)
{
    const char* const to = last_unit();
    while (phase_ == Phase::units && at_ < to) {
        at_ += scanner.scan(at_, to) - at_;
        if (at_ == to) break;
        if (starts_with(at_, shape_.close))
            phase_ = Phase::rest;
        else
            leave_unit(to);
    }
    if (phase_ != Phase::units) return;
    const bool is_stuck = static_cast<std::size_t>(end_ - at_) > largest;
    if (is_stuck || starts_with(at_, shape_.close)) phase_ = Phase::rest;
}

/// Gives the unit at hand to expat. Comments, sections and instructions may hide tags, so with one of them in sight
/// nothing after can be trusted to be what it looks like.
void BulkReader::leave_unit(const char* end)
{
    const std::string_view window(at_, static_cast<std::size_t>(end - at_));
    const std::size_t next = std::min(window.find(shape_.unit, 1), window.size());
    const std::string_view unit = window.substr(0, next);
    if (unit.find("<!") != unit.npos || unit.find("<?") != unit.npos) {
        phase_ = Phase::rest;
        return;
    }
    feed(at_ + next);
    if (!handler_.is_between_units()) phase_ = Phase::rest;
}

} // namespace bilan::xlsx
