// SPDX-License-Identifier: MPL-2.0
#include "plain_rows.hpp"

#include "modern_masks.hpp"

#include <algorithm>
#include <bit>

namespace csv_reader {
namespace {

/// Ends of fields kept for one cut: enough to pay for the calls, few enough to stay in the nearest cache.
constexpr std::uint32_t usual_ends = 8192;
constexpr std::uint32_t fewest_rows = 16; ///< wider tables go row by row
constexpr std::uint32_t at_most_rows = 1024;
constexpr std::ptrdiff_t most_bytes = std::ptrdiff_t{16} << 20U; ///< one cut looks no further
/// The last bytes of a text are left to the other way, so that a block can be read as a whole and sixteen bytes of each
/// field in it.
constexpr std::ptrdiff_t least_left = block_bytes + 16;

/// Bit i says whether an odd number of bits is set at or below i: on between an opening quote and its partner.
std::uint64_t parity_up_to(std::uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

} // namespace

/// One bit a byte, for 64 bytes.
struct PlainRows::Block {
    std::uint64_t ends = 0;   ///< separators and LF outside quotes
    std::uint64_t feeds = 0;  ///< LF
    std::uint64_t beyond = 0; ///< what no plain row holds
};

PlainRows::PlainRows(std::string_view text, const TableShape& shape)
    : text_(text), width_(std::max(shape.width, 1U)), most_rows_(std::min(usual_ends / width_, at_most_rows)),
      separator_(shape.separator)
{
    if (most_rows_ < fewest_rows || width_ > shape.most_fields) most_rows_ = 0;
    starts_.resize(std::size_t{most_rows_} * width_ + 2 * block_bytes +
                   1); // of a last block, and what is put behind it
}

/// The same code once more with the instructions of newer processors.
struct PlainRows::Variants {
    CSV_READER_MODERN __attribute__((flatten)) static std::uint32_t modern(PlainRows& rows, const char* from)
    {
        return rows.cut_rows<Modern>(from);
    }
    CSV_READER_NEWEST __attribute__((flatten)) static std::uint32_t newest(PlainRows& rows, const char* from)
    {
        return rows.cut_rows<Newest>(from);
    }
};

std::uint32_t PlainRows::cut(const char* from)
{
    if (is_newest_processor()) return Variants::newest(*this, from);
    return is_modern_processor() ? Variants::modern(*this, from) : cut_rows<Chosen>(from);
}

template <class Masks>
inline std::uint32_t PlainRows::cut_rows(const char* from)
{
    base_ = from;
    ends_ = 0;
    quotes_ = has_rare_ = begins_rarely_ = returns_ = inside_ = false;
    after_end_ = true;
    std::uint32_t feeds = 0;
    const char* const end = text_.data() + text_.size();
    for (const char* at = from; ends_ < most_rows_ * width_ && end - at > least_left && at - from < most_bytes;
         at += block_bytes) {
        const Block block = look_at<Masks>(at);
        const std::uint64_t sound = (block.beyond & (~block.beyond + 1)) - 1; // the bits below the lowest one beyond
        feeds += Masks::count(block.feeds & sound);
        keep_ends<Masks>(block.ends & sound, static_cast<std::uint32_t>(at - from));
        if (block.beyond != 0) break;
    }
    rows_ = std::min(whole_rows(feeds), most_rows_);
    return rows_;
}

template <class Masks>
inline PlainRows::Block PlainRows::look_at(const char* at)
{
    const RowMasks masks = Masks::row_masks(at, separator_);
    const std::uint64_t feed_after{at[block_bytes] == '\n'};
    Block block;
    block.ends = masks.separators | masks.feeds;
    block.feeds = masks.feeds;
    block.beyond = masks.returns & ~(masks.feeds >> 1U | feed_after << 63U);
    returns_ |= masks.returns != 0;
    if (masks.any_rare || inside_) look_closer<Masks>(at, masks.returns, block);
    after_end_ = block.ends >> 63U != 0;
    return block;
}

template <class Masks>
void PlainRows::look_closer(const char* at, std::uint64_t returns, Block& block)
{
    const std::uint64_t quotes = Masks::equal_to(at, '"');
    if (quotes != 0 || inside_) look_at_quotes(block, quotes, returns, at[block_bytes]);
    const std::uint64_t rare = Masks::equal_to(at, '=') | Masks::equal_to(at, '\xEF');
    has_rare_ |= rare != 0;
    begins_rarely_ |= (rare & (block.ends << 1U | std::uint64_t{after_end_})) != 0;
}

/// A quote must open a field as its first byte or close it as its last; one doubled inside a field does neither.
void PlainRows::look_at_quotes(Block& block, std::uint64_t quotes, std::uint64_t returns, char after)
{
    const std::uint64_t inside = parity_up_to(quotes) ^ (inside_ ? ~std::uint64_t{0} : 0);
    block.beyond |= (block.feeds | returns) & inside;
    block.ends &= ~inside;
    const bool ends_after = after == separator_ || after == '\n' || after == '\r';
    const std::uint64_t begins = block.ends << 1U | std::uint64_t{after_end_};
    const std::uint64_t before_end = (block.ends | returns) >> 1U | std::uint64_t{ends_after} << 63U;
    block.beyond |= quotes & inside & ~begins;
    block.beyond |= quotes & ~inside & ~before_end;
    inside_ = inside >> 63U != 0;
    quotes_ = true;
}

/// How many rows from the first one on have as many fields as they should. `feeds`: how many ends of fields are LF.
std::uint32_t PlainRows::whole_rows(std::uint32_t feeds) const
{
    const auto is_feed = [this](std::uint32_t end) { return base_[starts_[end] - 1] == '\n'; };
    const std::uint32_t most = ends_ / width_;
    std::uint32_t rows = 0;
    while (rows < most && is_feed((rows + 1) * width_)) ++rows;
    if (rows == most && feeds == most) return rows; // nearly always
    for (std::uint32_t end = 1; end < rows * width_; ++end)
        if (end % width_ != 0 && is_feed(end)) return (end - 1) / width_;
    return rows;
}

template <class Masks>
inline void PlainRows::keep_ends(std::uint64_t ends, std::uint32_t offset)
{
    Masks::put_ends(starts_.data() + ends_ + 1, ends, offset);
    ends_ += Masks::count(ends);
}

} // namespace csv_reader
