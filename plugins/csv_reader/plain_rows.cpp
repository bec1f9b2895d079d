// SPDX-License-Identifier: MPL-2.0
#include "plain_rows.hpp"

#include "byte_masks.hpp"

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
constexpr std::uint32_t batch = 8; ///< ends written at once, whether there or not

/// Without a call into the compiler's library, where the processor is not known to count bits itself.
std::uint32_t count_bits(std::uint64_t bits)
{
    bits -= bits >> 1U & 0x5555'5555'5555'5555U;
    bits = (bits & 0x3333'3333'3333'3333U) + (bits >> 2U & 0x3333'3333'3333'3333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return static_cast<std::uint32_t>(bits * 0x0101'0101'0101'0101U >> 56U);
}

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
    starts_.resize(std::size_t{most_rows_} * width_ + block_bytes + batch + 1);
}

/// The same code for processors of the last ten years, which have instructions of their own for lowest bits: a fifth of
/// the cutting.
struct PlainRows::Variants {
#if defined(__x86_64__) && defined(__GNUC__)
    static bool is_modern()
    {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
    }
    __attribute__((target("avx2,bmi"), flatten)) static std::uint32_t modern(PlainRows& rows, const char* from)
    {
        return rows.cut_rows(from);
    }
#else
    static bool is_modern()
    {
        return false;
    }
    static std::uint32_t modern(PlainRows& rows, const char* from)
    {
        return rows.cut_rows(from);
    }
#endif
};

std::uint32_t PlainRows::cut(const char* from)
{
    static const bool is_modern = Variants::is_modern();
    return is_modern ? Variants::modern(*this, from) : cut_rows(from);
}

inline std::uint32_t PlainRows::cut_rows(const char* from)
{
    base_ = from;
    ends_ = rows_ = 0;
    quotes_ = returns_ = inside_ = false;
    after_end_ = true;
    const char* const end = text_.data() + text_.size();
    for (const char* at = from; rows_ < most_rows_ && end - at > least_left && at - from < most_bytes;
         at += block_bytes) {
        const Block block = look_at(at);
        const std::uint64_t sound = (block.beyond & (~block.beyond + 1)) - 1; // the bits below the lowest one beyond
        const std::uint64_t ends = block.ends & sound;
        const bool regular = count_rows(ends, block.feeds & sound);
        keep_ends(ends, static_cast<std::uint32_t>(at - from));
        if (!regular || block.beyond != 0) break;
    }
    rows_ = std::min(rows_, most_rows_);
    return rows_;
}

inline PlainRows::Block PlainRows::look_at(const char* at)
{
    Block block;
    const auto [ends, special] = chosen::ends_and_special(at, separator_);
    block.ends = ends;
    if (special != 0 || inside_) look_closer(at, block);
    after_end_ = block.ends >> 63U != 0;
    return block;
}

void PlainRows::look_closer(const char* at, Block& block)
{
    const char after = at[block_bytes];
    const std::uint64_t returns = chosen::equal_to(at, '\r');
    const std::uint64_t quotes = chosen::equal_to(at, '"');
    block.feeds = chosen::equal_to(at, '\n');
    block.beyond = returns & ~(block.feeds >> 1U | std::uint64_t{after == '\n'} << 63U);
    returns_ = returns_ || returns != 0;
    if (quotes != 0 || inside_) look_at_quotes(block, quotes, returns, after);
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

/// Counts the rows that end here; false when one has not as many fields as it should.
inline bool PlainRows::count_rows(std::uint64_t ends, std::uint64_t feeds)
{
    for (; feeds != 0; feeds &= feeds - 1) {
        const std::uint64_t below = (feeds & (~feeds + 1)) - 1;
        const std::uint32_t field = ends_ + count_bits(ends & below);
        if (field + 1 != (rows_ + 1) * width_) return false;
        ++rows_;
    }
    return ends_ + count_bits(ends) < (rows_ + 1) * width_;
}

inline void PlainRows::keep_ends(std::uint64_t ends, std::uint32_t offset)
{
    std::uint32_t* next = starts_.data() + ends_ + 1;
    ends_ += count_bits(ends);
    do {
        for (std::uint32_t index = 0; index < batch; ++index) {
            next[index] = offset + static_cast<std::uint32_t>(std::countr_zero(ends)) + 1;
            ends &= ends - 1;
        }
        next += batch;
    } while (ends != 0);
}

} // namespace csv_reader
