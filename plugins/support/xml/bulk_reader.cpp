// SPDX-License-Identifier: MPL-2.0
#include "xml/bulk_reader.hpp"

#include <algorithm>
#include <cstring>

namespace bilan::xml {
namespace {

constexpr std::size_t chunk = std::size_t{256} << 10U; // stays in the cache, and inflates fastest
constexpr std::size_t largest = std::size_t{8} << 20U; // of a window with one unfinished unit
constexpr std::size_t padding = 64;

/// Where the tag that begins `bytes` ends: behind its first `>` that stands in no value. `npos` when it does not.
std::size_t end_of_tag(std::string_view bytes)
{
    char quote = '\0';
    for (std::size_t at = 1; at < bytes.size(); ++at) {
        const char sign = bytes[at];
        if (quote != '\0')
            quote = sign == quote ? '\0' : quote;
        else if (sign == '"' || sign == '\'')
            quote = sign;
        else if (sign == '>')
            return at + 1;
    }
    return bytes.npos;
}

/// Whether a comment, a section, an instruction or a tag that begins in these bytes is still open at their end. In
/// the value of an attribute, what looks like a unit is none, and the part is not well-formed.
bool hides_what_follows(std::string_view bytes)
{
    for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at)) {
        const std::string_view rest = bytes.substr(at);
        std::string_view end;
        if (rest.starts_with("<!--"))
            end = "-->";
        else if (rest.starts_with("<![CDATA["))
            end = "]]>";
        else if (rest.starts_with("<?"))
            end = "?>";
        else if (rest.starts_with("<!"))
            return true;
        const std::size_t found = end.empty() ? end_of_tag(rest) : rest.find(end, 1);
        if (found == rest.npos) return true;
        at += found + end.size();
    }
    return false;
}

} // namespace

BulkReader::BulkReader(archive::ByteSource& source, Parser& parser, BulkHandler& handler, BulkShape shape,
                       const archive::ReadGuard& guard, std::string part)
    : source_(source), parser_(parser), handler_(handler), shape_(shape), guard_(guard), part_(std::move(part))
{
    capacity_ = std::min(source.expected(), chunk) + chunk / 16;
    buffer_ = std::make_unique_for_overwrite<char[]>(capacity_ + padding);
    at_ = end_ = buffer_.get();
}

void BulkReader::read(BulkScanner* scanner)
{
    is_trusted_ = scanner != nullptr;
    while (fill()) {
        guard_.check_time(part_);
        if (is_trusted_) advance(*scanner);
        if (!is_trusted_) feed(end_);
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

/// The scanner and expat take turns until the window holds no whole unit any more.
void BulkReader::advance(BulkScanner& scanner)
{
    bool has_more = !unit_.empty() || pass_root();
    while (is_trusted_ && has_more) has_more = handler_.is_between_units() ? take_units(scanner) : seek();
}

/// Gives expat what stands up to the end of the first tag, which says how the names of the part are written. False when
/// the window does not hold it.
bool BulkReader::pass_root()
{
    while (is_trusted_ && !parser_.has_root()) {
        const auto* const end = static_cast<const char*>(std::memchr(at_, '>', static_cast<std::size_t>(end_ - at_)));
        if (end == nullptr) {
            is_trusted_ = static_cast<std::size_t>(end_ - at_) <= largest;
            return false;
        }
        give(end + 1);
        is_trusted_ = is_trusted_ && parser_.is_utf8();
    }
    const std::string prefix(handler_.prefix());
    unit_ = "<" + prefix + std::string(shape_.unit.substr(1));
    close_ = "</" + prefix + std::string(shape_.close.substr(2));
    return is_trusted_;
}

bool BulkReader::take_units(BulkScanner& scanner)
{
    const char* const to = last_unit();
    at_ += scanner.scan(at_, to) - at_;
    if (starts_with(at_, close_)) {
        if (leave_list()) return true;
    } else if (at_ < to) {
        leave_unit(to);
        return true;
    }
    is_trusted_ = static_cast<std::size_t>(end_ - at_) <= largest;
    return false;
}

/// Gives expat everything up to what looks like a unit. Expat, by the handler, says whether it is one, and not, say, in
/// another list or in a comment. False when the window holds nothing of the kind.
bool BulkReader::seek()
{
    const std::string_view window(at_, static_cast<std::size_t>(end_ - at_));
    const std::size_t next = window.find(unit_);
    if (next == window.npos) {
        const std::size_t size = std::min(window.rfind('<'), window.size()); // the last tag may be cut by the end
        give(at_ + size);
        is_trusted_ = is_trusted_ && window.size() - size <= largest;
        return false;
    }
    give(at_ + next);
    if (!handler_.is_between_units()) feed(at_ + 1);
    is_trusted_ = is_trusted_ && parser_.is_utf8();
    return true;
}

/// The beginning of the last unit of the window, or of the list's end: all before it is complete.
const char* BulkReader::last_unit() const
{
    const char* at = end_;
    while (at > at_) {
        at = static_cast<const char*>(memrchr(at_, '<', static_cast<std::size_t>(at - at_)));
        if (at == nullptr) break;
        if (starts_with(at, unit_) || starts_with(at, close_)) return at;
    }
    return at_;
}

/// Gives the tag that ends a list to expat. False when it is cut by the end of the window.
bool BulkReader::leave_list()
{
    const auto* const tag_end = static_cast<const char*>(std::memchr(at_, '>', static_cast<std::size_t>(end_ - at_)));
    if (tag_end != nullptr) feed(tag_end + 1);
    return tag_end != nullptr;
}

/// Gives the unit at hand, or whatever stands in its place, to expat.
void BulkReader::leave_unit(const char* end)
{
    const std::string_view window(at_, static_cast<std::size_t>(end - at_));
    give(at_ + std::min(window.find(unit_, 1), window.size()));
}

/// Feeds bytes in which comments, sections and instructions may hide tags. When one is still open at the end, nothing
/// after it can be trusted to be what it looks like.
void BulkReader::give(const char* to)
{
    is_trusted_ = !hides_what_follows({at_, static_cast<std::size_t>(to - at_)});
    feed(to);
}

} // namespace bilan::xml
