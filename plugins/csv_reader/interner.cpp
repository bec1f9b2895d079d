// SPDX-License-Identifier: MPL-2.0
#include "interner.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace csv_reader {
namespace {

constexpr std::size_t least_entries = 1024;
constexpr std::size_t most_entries = std::size_t{1} << 19U;
constexpr std::size_t bytes_of_an_entry = 16; ///< of the source, so that a table of usual fields never has to grow
constexpr std::size_t most_at_first = std::size_t{1} << 14U; ///< entries; a large file may repeat a few values
constexpr std::size_t large_source = std::size_t{1} << 20U;  ///< bytes from which the larger table of digits pays
constexpr std::size_t farthest = 32;                         ///< places looked at for one value
constexpr std::uint32_t trial = 256;                         ///< values after which a column is judged
constexpr std::uint32_t first_trust = 512;                   ///< values then taken to be new, before the next trial
constexpr std::uint32_t most_trust = 131'072;

__extension__ using Wide = unsigned __int128;

std::uint64_t word_at(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
}

/// Which bytes of the two words of a key belong to a text of so many bytes.
struct KeyMasks {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

constexpr std::uint64_t first_bytes(std::size_t count)
{
    if (count == 0) return 0;
    const std::size_t spare = 64 - 8 * std::min<std::size_t>(count, 8);
    return std::endian::native == std::endian::little ? ~std::uint64_t{0} >> spare : ~std::uint64_t{0} << spare;
}

constexpr std::array<KeyMasks, 17> key_masks = [] {
    std::array<KeyMasks, 17> masks;
    for (std::size_t size = 0; size < masks.size(); ++size)
        masks[size] = {first_bytes(size), first_bytes(size > 8 ? size - 8 : 0)};
    return masks;
}();

constexpr std::size_t no_place = ~std::size_t{0};
constexpr std::array<std::uint32_t, 7> digits_before = {0, 1, 11, 111, 1'111, 11'111, 111'111}; // shorter runs

/// Up to eight digits in the bytes of a word, the last one in the byte read last, as a number; nothing else has one.
std::size_t value_of_digits(std::uint64_t word)
{
    constexpr std::uint64_t high_halves = 0xF0F0'F0F0'F0F0'F0F0;
    constexpr std::uint64_t zeros = 0x3030'3030'3030'3030;
    if ((word & high_halves) != zeros || ((word + 0x0606'0606'0606'0606) & high_halves) != zeros) return no_place;
    word -= zeros;
    word = (word * 10 + (word >> 8U)) & 0x00FF'00FF'00FF'00FF;
    word = (word * 100 + (word >> 16U)) & 0x0000'FFFF'0000'FFFF;
    return (word * 10'000 + (word >> 32U)) & 0xFFFF'FFFF;
}

std::size_t first_entries(std::size_t source_bytes)
{
    return std::clamp(std::bit_ceil(source_bytes / bytes_of_an_entry), least_entries, most_at_first);
}

} // namespace

Interner::Interner(bilan::TextPool& pool, std::size_t source_bytes)
    : pool_(pool), entries_(first_entries(source_bytes) + 1), longest_digits_(source_bytes < large_source ? 3 : 5),
      seed_(reinterpret_cast<std::uintptr_t>(entries_.data()))
{
    digits_.resize(digits_before[longest_digits_ + 1], unseen);
    digits_.front() = none;
}

Interner::Number Interner::number_of(std::string_view text, std::uint32_t column)
{
    Number number = 0;
    if (text.size() >= key_bytes) {
        number_all({&text, 1}, column, {&number, 1});
        return number;
    }
    std::array<char, key_bytes> padded{};
    std::memcpy(padded.data(), text.data(), text.size());
    const std::string_view same(padded.data(), text.size());
    number_all({&same, 1}, column, {&number, 1});
    return number;
}

void Interner::number_all(std::span<const std::string_view> texts, std::uint32_t column, std::span<Number> numbers)
{
    if (column >= columns_.size()) columns_.resize(std::size_t{column} + 1);
    Column& habits = columns_[column];
    while (!texts.empty()) {
        std::size_t count = std::min(texts.size(), most_at_once);
        if (habits.unlooked > 0) {
            count = std::min<std::size_t>(count, habits.unlooked);
            add(texts.first(count), numbers);
            habits.unlooked -= static_cast<std::uint32_t>(count);
        } else {
            look_up(texts.first(count), numbers, habits);
        }
        texts = texts.subspan(count);
        numbers = numbers.subspan(count);
    }
}

/// Puts texts into the pool as new ones.
void Interner::add(std::span<const std::string_view> texts, std::span<Number> numbers)
{
    const auto next = static_cast<Number>(pool_.size());
    std::uint32_t filled = 0;
    for (std::size_t index = 0; index < texts.size(); ++index) { // without a branch: gaps come as they like
        const Number is_empty{texts[index].empty()};
        filled_[filled] = texts[index];
        numbers[index] = (next + filled) | (0U - is_empty);
        filled += 1 - is_empty;
    }
    pool_.add_all(std::span(filled_).first(filled));
}

/// One way for a column of short runs of digits, one for any other; the texts that are not what is the rule in their
/// column go by the other one.
void Interner::look_up(std::span<const std::string_view> texts, std::span<Number> numbers, Column& habits)
{
    const bool of_digits = habits.of_digits;
    const std::size_t others = of_digits ? look_up_digits(texts, numbers) : look_up_any(texts, numbers, habits);
    for (std::size_t at = 0; at < others; ++at) {
        const std::size_t index = others_[at];
        const std::string_view text = texts[index];
        if (of_digits) {
            make_room(1);
            const Entry key = key_of(text);
            numbers[index] = find(text, key, Hash{seed_, places()}.place_of(key), habits.fresh);
            ++habits.looked;
        } else {
            numbers[index] = find_digits(text, digits_place(text));
        }
    }
    if (others * 2 > texts.size()) habits.of_digits = !of_digits;
    if (habits.looked >= trial) judge(habits);
}

/// First where each value stands, all fetched ahead; then the answers. Returns how many of the texts are others.
std::size_t Interner::look_up_digits(std::span<const std::string_view> texts, std::span<Number> numbers)
{
    const Number* const digits = digits_.data();
    std::size_t others = 0;
    for (std::size_t index = 0; index < texts.size(); ++index) {
        std::size_t place = texts[index].size() <= longest_digits_ ? digits_place(texts[index]) : no_place;
        if (place == no_place) {
            others_[others++] = index;
            place = 0;
        }
        places_[index] = place;
        __builtin_prefetch(digits + place);
    }
    for (std::size_t index = 0; index < texts.size(); ++index)
        numbers[index] = find_digits(texts[index], places_[index]);
    return others;
}

/// The same for texts of any kind.
std::size_t Interner::look_up_any(std::span<const std::string_view> texts, std::span<Number> numbers, Column& habits)
{
    make_room(texts.size());
    const Entry* const entries = entries_.data();
    const Hash hash = {seed_, places()};
    for (std::size_t index = 0; index < texts.size(); ++index) {
        keys_[index] = key_of(texts[index]);
        places_[index] = hash.place_of(keys_[index]);
        __builtin_prefetch(entries + places_[index]);
    }
    std::size_t others = 0;
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const std::string_view text = texts[index];
        if (text.size() - 1 < longest_digits_ && digits_place(text) != no_place) {
            others_[others++] = index;
            continue;
        }
        numbers[index] = find(text, keys_[index], places_[index], habits.fresh);
        habits.looked += text.empty() ? 0U : 1U;
    }
    return others;
}

/// Where a text of a few digits and nothing else, or nothing at all, has its number; leading zeros count.
inline std::size_t Interner::digits_place(std::string_view text) const
{
    if constexpr (std::endian::native != std::endian::little) return text.empty() ? 0 : no_place;
    const std::size_t half = 32 - 4 * text.size(); // of what fills the word up, since no shift takes all of it away
    const std::uint64_t zeros = 0x3030'3030'3030'3030U;
    const std::size_t value = value_of_digits(word_at(text.data()) << half << half | zeros >> 8 * text.size());
    return value == no_place ? no_place : value + digits_before[text.size()];
}

inline Interner::Number Interner::find_digits(std::string_view text, std::size_t place)
{
    if (digits_[place] == unseen) digits_[place] = pool_.add(text);
    return digits_[place];
}

inline Interner::Entry Interner::key_of(std::string_view text)
{
    const KeyMasks& masks = key_masks[std::min(text.size(), key_bytes)];
    const std::size_t second = text.size() > key_bytes ? text.size() - 8 : 8;
    return {word_at(text.data()) & masks.low, word_at(text.data() + second) & masks.high,
            static_cast<std::uint32_t>(text.size()), 0};
}

inline std::size_t Interner::Hash::place_of(const Entry& key) const
{
    const Wide product = Wide{key.low ^ seed} * (key.high ^ key.size ^ 0x9E3779B97F4A7C15U ^ seed << 32U);
    const std::size_t place = static_cast<std::uint64_t>(product ^ product >> 64U) & (places - 1);
    return key.size == 0 ? places : place;
}

inline Interner::Number Interner::find(std::string_view text, const Entry& key, std::size_t place, std::uint32_t& fresh)
{
    if (is_same(entries_[place], key, text)) return entries_[place].number;
    return find_on(text, key, place, fresh);
}

/// From a place that another text has taken, or none yet.
Interner::Number Interner::find_on(std::string_view text, const Entry& key, std::size_t place, std::uint32_t& fresh)
{
    for (std::size_t step = 0; step < farthest; ++step, place = (place + 1) & (places() - 1)) {
        Entry& entry = entries_[place];
        if (is_same(entry, key, text)) return entry.number;
        if (entry.size != 0) continue;
        ++fresh;
        const Number number = pool_.add(text);
        if (taken_ * 2 < places()) {
            entry = key;
            entry.number = number;
            ++taken_;
        }
        return number;
    }
    ++fresh;
    return pool_.add(text);
}

/// What lies between the first and the last bytes is compared without a branch for the size in texts of up to forty
/// bytes, which come in all sizes.
inline bool Interner::is_same(const Entry& entry, const Entry& key, std::string_view text) const
{
    if (entry.low != key.low || entry.high != key.high || entry.size != key.size) return false;
    if (text.size() <= key_bytes) return true;
    const char* const known = pool_.at(entry.number).data();
    const auto difference = [known, text](std::size_t at) {
        const std::size_t from = std::min(at, text.size() - 8); // the last word may overlap what was compared already
        return word_at(known + from) ^ word_at(text.data() + from);
    };
    if ((difference(8) | difference(16) | difference(24)) != 0) return false;
    for (std::size_t at = 32; at < text.size() - 8; at += 8)
        if (difference(at) != 0) return false;
    return true;
}

/// Keeps the table half empty while it may still grow.
void Interner::make_room(std::size_t more)
{
    while ((taken_ + more) * 2 > places() && places() < most_entries) {
        const std::vector<Entry> before = std::exchange(entries_, std::vector<Entry>(places() * 2 + 1));
        const Hash hash = {seed_, places()};
        taken_ = 0;
        for (const Entry& known : before) {
            if (known.size == 0) continue;
            std::size_t place = hash.place_of(known);
            while (entries_[place].size != 0) place = (place + 1) & (places() - 1);
            entries_[place] = known;
            ++taken_;
        }
    }
}

/// A column of new values is left in peace for a while, ever longer.
void Interner::judge(Column& habits)
{
    if (std::uint64_t{habits.fresh} * 16 > std::uint64_t{habits.looked} * 15) {
        habits.trust = habits.trust == 0 ? first_trust : std::min(habits.trust * 2, most_trust);
        habits.unlooked = habits.trust;
    } else {
        habits.trust = 0;
    }
    habits.looked = 0;
    habits.fresh = 0;
}

} // namespace csv_reader
