// SPDX-License-Identifier: MPL-2.0
//
// An expression for those who read a workbook and write no script: fields by their labels, operations in words,
// brackets only where they are needed. One thread each.
#pragma once

#include "base/language.hpp"
#include "data/dataset.hpp"
#include "data/expression.hpp"

#include <string>
#include <string_view>

namespace bilan::data {

/// Writes one text, piece by piece; cut with … where nobody would read on.
class ExpressionWords {
public:
    /// Labels are those of the fields of `dataset`, which lives longer than this.
    ExpressionWords(const Dataset& dataset, base::Language language) : dataset_(dataset), language_(language) {}

    void add(const base::Words& words) { text_ += words.in(language_); }
    void add(std::string_view text) { text_ += text; }

    /// In brackets where what stands around it, of rank `outer_rank`, binds tighter.
    void say(const Expression& expression, int outer_rank);
    /// In brackets, unless it is one name.
    void say_operand(const Expression& expression);

    [[nodiscard]] std::string text() &&;

private:
    struct Sign;
    [[nodiscard]] static Sign sign_of(Operation operation);
    [[nodiscard]] bool is_full() const;
    [[nodiscard]] const Field* field_of(std::string_view id) const;

    void say_bare(const Expression& expression, const Sign& own);
    void say_field(std::string_view id, const Field* field);
    void say_prefixed(const Expression& expression);
    void say_infix(const Expression& expression, const Sign& own);
    void say_list(const Expression& expression);
    void say_known_or(const Expression& expression);
    void say_period(const Expression& expression);
    void say_choice(const Expression& expression);
    void say_lookup(const Expression& expression);
    void say_constant(const Constant& constant);
    void say_number(double number);

    const Dataset& dataset_;
    base::Language language_;
    std::string text_;
};

} // namespace bilan::data
