// SPDX-License-Identifier: MPL-2.0
//
// Gives values their numbers in the pool of the book, equal values the same one as a rule. A table of values seen,
// which holds texts of up to sixteen bytes whole, answers without looking at the pool. It never grows past sixteen
// megabytes: a column in which hardly any value comes twice (numbers of files, amounts) goes straight into the pool,
// and so does what finds no place. Counts, years and post codes, the most frequent values of all, have a place of their
// own each. Takes many values of one column at once, so that the table is fetched ahead. For one thread.
#pragma once

#include "text_key.hpp"

#include <bilan/grid.hpp>
#include <bilan/text_pool.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace csv_reader {

class Interner {
public:
    using Number = bilan::TextPool::Id;
    static constexpr Number none = bilan::Grid::no_text; ///< of an empty text
    static constexpr std::size_t most_at_once = 256;

    /// `source_bytes`: how much is to be read, which says how large a table pays.
    Interner(bilan::TextPool& pool, std::size_t source_bytes);

    /// The number of one text.
    Number number_of(std::string_view text, std::uint32_t column);

    /// The numbers of texts of one column: a span of views, or what PlainRows::bare gives. Sixteen bytes can be read
    /// from where each begins, even if it is empty.
    template <class Texts>
    void number_all(Texts texts, std::uint32_t column, std::span<Number> numbers);

    /// Bytes of the table.
    [[nodiscard]] std::size_t bytes() const { return entries_.size() * sizeof(Entry); }

private:
    static constexpr Number unseen = none - 1;

    /// A free one is what an empty text looks like, and has its number.
    struct Entry {
        TextKey key; ///< of size 0: free
        Number number = none;
    };

    /// What a column has shown of itself.
    struct Column {
        std::uint32_t looked = 0;
        std::uint32_t fresh = 0;    ///< of these, how many were new
        std::uint32_t unlooked = 0; ///< values to come that go into the pool unlooked
        std::uint32_t trust = 0;    ///< how many that was the last time
        bool of_digits = false;     ///< short runs of digits are the rule
    };

    struct Variants;
    template <class Texts>
    void look_up(Texts texts, Number* numbers, Column& habits);
    template <class Texts>
    [[nodiscard]] std::size_t look_up_digits(Texts texts, Number* numbers);
    template <class Texts>
    [[nodiscard]] std::size_t find_digit_places(Texts texts, std::size_t first, std::size_t others);
    template <class Texts>
    [[nodiscard]] std::size_t look_up_any(Texts texts, Number* numbers, Column& habits);
    template <class Texts>
    void make_keys(Texts texts);
    template <class Texts>
    [[nodiscard]] std::size_t find_all(Texts texts, Number* numbers, Column& habits);
    template <class Texts>
    void add(Texts texts, Number* numbers);
    [[nodiscard]] Number find_digits(std::string_view text, std::size_t place);
    [[nodiscard]] Number find(std::string_view text, const TextKey& key, std::size_t place, std::uint32_t& fresh);
    [[nodiscard]] std::size_t places() const { return entries_.size() - 1; }
    [[nodiscard]] bool is_same_within(Number number, std::string_view text) const;
    void make_room(std::size_t more);
    static void judge(Column& habits);

    bilan::TextPool& pool_;
    std::vector<Entry> entries_; ///< a power of two, at most half full; the last one more is the place of empty texts
    std::size_t taken_ = 0;
    std::vector<Column> columns_;
    std::vector<Number> digits_; ///< the number of each short run of digits, of none first
    std::size_t longest_digits_; ///< of such a run
    std::array<TextKey, most_at_once> keys_{};
    std::array<std::size_t, most_at_once> places_{};
    std::array<std::size_t, most_at_once> others_{}; ///< which texts are not what is the rule in their column
    std::array<std::size_t, most_at_once + 1> long_{};
    std::array<std::string_view, most_at_once + 1> filled_{};
    std::uint64_t seed_; ///< where the table lies, so that no file can be written to collide; no order depends on it
};

} // namespace csv_reader
