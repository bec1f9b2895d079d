// SPDX-License-Identifier: MPL-2.0
//
// An expression as somebody tells it: the formula, and apart from it what stands in for an unknown. Inner header of
// data/. One thread.
#pragma once

#include "data/expression.hpp"

#include <string>
#include <vector>

namespace bilan::data {

/// A condition: its sum is a number of rows.
[[nodiscard]] bool is_test(const Expression& expression);

class Briefing {
public:
    /// What is taken where another value is unknown, in the order in which they are tried.
    struct Fallback {
        ExpressionPointer wanted;
        std::vector<ExpressionPointer> taken;
    };

    /// The expression without its fallbacks, which are noted; several expressions of one rule share the notes.
    [[nodiscard]] ExpressionPointer of(const ExpressionPointer& expression);

    /// Without those that another one holds: of « a, then b, then c » the way from b to c.
    [[nodiscard]] std::vector<Fallback> fallbacks() const;
    /// Fields that count 0 where they are unknown.
    [[nodiscard]] const std::vector<std::string>& zeros() const { return zeros_; }
    /// Further fields that count 0 where their cell is blank or nobody asked.
    [[nodiscard]] std::vector<std::string> blank_zeros() const;

private:
    [[nodiscard]] ExpressionPointer of_operands(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_known_or(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_choice(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_state_choice(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_sum(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_product(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_alternatives(const Expression& expression);
    [[nodiscard]] ExpressionPointer of_conditions(const Expression& expression);
    void note(const ExpressionPointer& wanted, const ExpressionPointer& taken);

    std::vector<Fallback> fallbacks_;
    std::vector<std::string> zeros_;
    std::vector<std::string> blank_zeros_;
};

} // namespace bilan::data
