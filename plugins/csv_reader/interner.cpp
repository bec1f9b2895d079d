// SPDX-License-Identifier: MPL-2.0
#include "interner.hpp"

#include "digit_places.hpp"
#include "plain_rows.hpp"

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
constexpr std::uint32_t trial = 128;       ///< values after which a column is judged: one batch, even with many gaps
constexpr std::uint32_t first_trust = 512; ///< values then taken to be new, before the next trial
constexpr std::uint32_t most_trust = 131'072;

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
    if (text.size() >= TextKey::most_bytes) {
        number_all(std::span(&text, 1), column, {&number, 1});
        return number;
    }
    std::array<char, TextKey::most_bytes> padded{};
    std::memcpy(padded.data(), text.data(), text.size());
    const std::string_view same(padded.data(), text.size());
    number_all(std::span(&same, 1), column, {&number, 1});
    return number;
}

template <class Texts>
void Interner::number_all(Texts texts, std::uint32_t column, std::span<Number> numbers)
{
    if (column >= columns_.size()) columns_.resize(std::size_t{column} + 1);
    Column& habits = columns_[column];
    for (std::size_t first = 0, count = 0; first < texts.size(); first += count) {
        count = std::min(texts.size() - first, most_at_once);
        if (habits.unlooked > 0) {
            count = std::min<std::size_t>(count, habits.unlooked);
            add(texts.subspan(first, count), numbers.data() + first);
            habits.unlooked -= static_cast<std::uint32_t>(count);
        } else {
            look_up(texts.subspan(first, count), numbers.data() + first, habits);
        }
    }
}
template void Interner::number_all(std::span<const std::string_view> texts, std::uint32_t column,
                                   std::span<Number> numbers);
template void Interner::number_all(PlainRows::Column texts, std::uint32_t column, std::span<Number> numbers);

/// Puts texts into the pool as new ones. Each loop over texts is a function of its own, which needs most registers.
template <class Texts>
[[gnu::noinline]] void Interner::add(Texts texts, Number* numbers)
{
    const auto next = static_cast<Number>(pool_.size());
    std::string_view* const filled = filled_.data();
    std::uint32_t count = 0;
    for (std::size_t index = 0; index < texts.size(); ++index) { // without a branch: gaps come as they like
        const std::string_view text = texts[index];
        const Number is_empty{text.empty()};
        filled[count] = text;
        numbers[index] = (next + count) | (0U - is_empty);
        count += 1 - is_empty;
    }
    pool_.add_all(std::span(filled, count));
}

/// One way for a column of short runs of digits, one for any other; the texts that are not what is the rule in their
/// column go by the other one.
template <class Texts>
void Interner::look_up(Texts texts, Number* numbers, Column& habits)
{
    const bool of_digits = habits.of_digits;
    const std::size_t others = of_digits ? look_up_digits(texts, numbers) : look_up_any(texts, numbers, habits);
    for (std::size_t at = 0; at < others; ++at) {
        const std::size_t index = others_[at];
        const std::string_view text = texts[index];
        if (of_digits) {
            make_room(1);
            const TextKey key = key_of(text);
            numbers[index] = find(text, key, KeyHash{seed_, places()}.place_of(key), habits.fresh);
            ++habits.looked;
        } else {
            numbers[index] = find_digits(text, digits_place(text, longest_digits_));
        }
    }
    if (others * 2 > texts.size()) habits.of_digits = !of_digits;
    if (habits.looked >= trial) judge(habits);
}

/// The same code once more with the instructions of newer processors.
struct Interner::Variants {
    template <class Texts>
    CSV_READER_MODERN __attribute__((flatten)) static std::size_t modern(Interner& interner, Texts texts)
    {
        std::size_t others = 0;
        std::size_t index = 0;
        for (; index + 4 <= texts.size(); index += 4) {
            std::size_t* const places = interner.places_.data() + index;
            const std::array four = {texts[index], texts[index + 1], texts[index + 2], texts[index + 3]};
            if (!ModernDigits::places_of(four, interner.longest_digits_, places))
                others = interner.find_digit_places(texts.subspan(0, index + 4), index, others);
            for (std::size_t one = 0; one < 4; ++one) __builtin_prefetch(interner.digits_.data() + places[one]);
        }
        return interner.find_digit_places(texts, index, others);
    }
};

/// First where each value stands, all fetched ahead; then the answers. Returns how many of the texts are others.
template <class Texts>
[[gnu::noinline]] std::size_t Interner::look_up_digits(Texts texts, Number* numbers)
{
    const std::size_t others = is_modern_processor() ? Variants::modern(*this, texts) : find_digit_places(texts, 0, 0);
    const Number* const digits = digits_.data();
    const std::size_t* const places = places_.data();
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const Number number = digits[places[index]];
        numbers[index] = number != unseen ? number : find_digits(texts[index], places[index]);
    }
    return others;
}

/// Of the texts from the first one on; others get the place of no digits and are listed. Returns how many there are.
template <class Texts>
std::size_t Interner::find_digit_places(Texts texts, std::size_t first, std::size_t others)
{
    for (std::size_t index = first; index < texts.size(); ++index) {
        const std::size_t place = digits_place(texts[index], longest_digits_);
        if (place == no_place) others_[others++] = index;
        places_[index] = place == no_place ? 0 : place;
    }
    return others;
}

/// The same for texts of any kind.
template <class Texts>
std::size_t Interner::look_up_any(Texts texts, Number* numbers, Column& habits)
{
    make_room(texts.size());
    make_keys(texts);
    return find_all(texts, numbers, habits);
}

template <class Texts>
[[gnu::noinline]] void Interner::make_keys(Texts texts)
{
    const Entry* const entries = entries_.data();
    TextKey* const keys = keys_.data();
    std::size_t* const places_of = places_.data();
    const KeyHash hash = {seed_, places()};
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const TextKey key = key_of(texts[index]);
        const std::size_t place = hash.place_of(key);
        keys[index] = key;
        places_of[index] = place;
        __builtin_prefetch(entries + place);
    }
}

/// No text of a few digits is among the entries. What lies within the long texts is compared when their first and last
/// bytes are known to be the same, so that their sizes decide no branch.
template <class Texts>
[[gnu::noinline]] std::size_t Interner::find_all(Texts texts, Number* numbers, Column& habits)
{
    const Entry* const entries = entries_.data();
    const TextKey* const keys = keys_.data();
    const std::size_t* const places_of = places_.data();
    std::size_t others = 0;
    std::size_t long_ones = 0;
    std::uint32_t filled = 0;
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const TextKey& key = keys[index];
        const Entry& entry = entries[places_of[index]];
        numbers[index] = entry.number;
        filled += key.size == 0 ? 0U : 1U;
        long_[long_ones] = index;
        long_ones += key.size > TextKey::most_bytes ? 1U : 0U;
        if (entry.key == key) continue;
        const std::string_view text = texts[index];
        if (digits_place(text, longest_digits_) != no_place)
            others_[others++] = index;
        else
            numbers[index] = find(text, key, places_of[index], habits.fresh);
    }
    for (std::size_t at = 0; at < long_ones; ++at) {
        const std::size_t index = long_[at];
        if (!is_same_within(numbers[index], texts[index]))
            numbers[index] = find(texts[index], keys[index], places_of[index], habits.fresh);
    }
    habits.looked += filled - static_cast<std::uint32_t>(others);
    return others;
}

inline Interner::Number Interner::find_digits(std::string_view text, std::size_t place)
{
    if (digits_[place] == unseen) digits_[place] = pool_.add(text);
    return digits_[place];
}

/// Looks from a place on, where another text may stand, or none yet.
Interner::Number Interner::find(std::string_view text, const TextKey& key, std::size_t place, std::uint32_t& fresh)
{
    for (std::size_t step = 0; step < farthest; ++step, place = (place + 1) & (places() - 1)) {
        Entry& entry = entries_[place];
        if (entry.key == key && (key.size <= TextKey::most_bytes || is_same_within(entry.number, text)))
            return entry.number;
        if (entry.key.size != 0) continue;
        ++fresh;
        const Number number = pool_.add(text);
        if (taken_ * 2 < places()) {
            entry = {key, number};
            ++taken_;
        }
        return number;
    }
    ++fresh;
    return pool_.add(text);
}

/// Whether a text longer than its key lies in the pool under a number, given that first and last bytes and the size are
/// the same. Without a branch for the size up to forty bytes: texts come in all sizes.
inline bool Interner::is_same_within(Number number, std::string_view text) const
{
    const char* const known = pool_.at(number).data();
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
        const KeyHash hash = {seed_, places()};
        taken_ = 0;
        for (const Entry& known : before) {
            if (known.key.size == 0) continue;
            std::size_t place = hash.place_of(known.key);
            while (entries_[place].key.size != 0) place = (place + 1) & (places() - 1);
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
