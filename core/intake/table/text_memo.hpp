// SPDX-License-Identifier: MPL-2.0
//
// What the texts of one book say about the row they stand in, each text looked at once however many cells hold it.
// Owned by one take-in, one thread.
#pragma once

#include <bilan/book.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace bilan::intake {

enum class Word : std::uint8_t {
    unseen,
    plain,
    blank,  ///< white space only
    filler, ///< `--`, `…`, `///`
    number, ///< digits and marks alone: `1 234,50 €`, `03/02/2024`, in csv files every number
    // From here on signs.
    total,        ///< « TOTAL GÉNÉRAL », « Ensemble »: the whole text says so
    subtotal,     ///< « Sous-total »
    total_phrase, ///< begins like a total, more words follow: « Total pilier emploi »
    statistic,    ///< « Moyenne », « % du total »
    remainder, ///< « Enveloppe », « Reste à programmer », « Dont QPV »: a line of the foot, where it names nothing
    note,      ///< « * hors adultes-relais », « NB : … »
    carried,   ///< « Report de la page 1 », « À reporter »
    everyone, ///< « Tous », « F + H »: a total where the rows that it adds up stand beside it
    footer,   ///< source, signature, date of issue
    example,  ///< « ex : Association X »
};

/// A word by which a row may show that it is no record.
[[nodiscard]] constexpr bool is_sign(Word word)
{
    return word >= Word::total;
}

class TextMemo {
public:
    explicit TextMemo(const Book& book) : book_(&book), words_(book.texts.size(), Word::unseen) {}

    [[nodiscard]] Word word(TextPool::Id text);
    /// base::fold of the text, kept; the reference stays good.
    [[nodiscard]] const std::string& folded(TextPool::Id text);
    [[nodiscard]] bool is_blank(TextPool::Id text) { return word(text) == Word::blank; }

private:
    const Book* book_;
    std::vector<Word> words_;
    std::unordered_map<TextPool::Id, std::string> folded_;
};

/// The same judgement for a text that stands in no pool.
[[nodiscard]] Word word_of(std::string_view text);

} // namespace bilan::intake
