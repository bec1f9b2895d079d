// SPDX-License-Identifier: MPL-2.0
//
// What the numbers written as texts in one column prove about each other, and what any number text is judged by,
// whatever its field. One column, one thread.
#pragma once

#include "intake/value/number_text.hpp"
#include "intake/value/reading.hpp"

#include <vector>

namespace bilan::intake {

class NumberColumn {
public:
    void show(std::string_view text);
    [[nodiscard]] std::size_t size() const { return numbers_.size(); }
    [[nodiscard]] const NumberText& at(std::size_t index) const { return numbers_[index]; }

    /// Decides between 1234 and 1.234 after the other texts. Three different numbers that all have just three digits
    /// after their point have thousands, where `are_groups_likely` (counts, money).
    enum class Settled : std::uint8_t { was_clear, by_column, not_at_all };
    [[nodiscard]] Settled settle(NumberText& number, bool are_groups_likely) const;
    /// The same for an amount in thousands: three digits after a comma are its decimals, after a point a question.
    [[nodiscard]] Settled settle_thousands(NumberText& number) const;

private:
    std::vector<NumberText> numbers_;
    std::uint8_t proof_ = 0;
    std::size_t open_dots_ = 0;
    std::size_t open_commas_ = 0;
};

/// The reading of a text that gives no number at all: words, damage, other money, several numbers.
[[nodiscard]] std::optional<Reading> refusal_of(const NumberText& number, std::string_view text);

/// The doubt that the words around a number leave; nothing for a plain one.
[[nodiscard]] std::optional<Note> doubt_of(const NumberText& number, std::string_view text, double value);

/// Multiplies and divides as people do on paper: 0.29 * 100 is 29.
[[nodiscard]] double as_on_paper(double number);

} // namespace bilan::intake
