// SPDX-License-Identifier: MPL-2.0
//
// Derived columns are names of expressions: before anything is computed, each name gives way to what it stands for.
#pragma once

#include "data/expression.hpp"
#include "data/measure.hpp"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>

namespace bilan::data {

/// By name; no expression holds the name of another derived column.
using Derived = std::map<std::string, ExpressionPointer, std::less<>>;

/// Puts the expressions of derived columns in the place of their names; shared parts stay shared. One thread; outlived
/// by the derived columns.
class Expansion {
public:
    explicit Expansion(const Derived& derived) : derived_(derived) {}

    [[nodiscard]] ExpressionPointer of(const ExpressionPointer& expression);

private:
    [[nodiscard]] ExpressionPointer expand(const ExpressionPointer& expression);

    const Derived& derived_;
    std::unordered_map<const Expression*, ExpressionPointer> done_;
};

/// The measure with its expressions expanded.
[[nodiscard]] Measure expand(const Measure& measure, const Derived& derived);

} // namespace bilan::data
