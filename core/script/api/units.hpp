// SPDX-License-Identifier: MPL-2.0
//
// Which unit what is computed of fields has: people over people are a rate, euros a person euros, people and euros
// together nothing that has one. Pure; any thread.
#pragma once

#include "data/query.hpp"

#include <optional>
#include <utility>

namespace bilan::script {

/// What is known of an expression's unit.
struct Dimension {
    std::optional<data::Unit> unit; ///< nothing: of a constant
    bool is_condition = false;      ///< a yes or no: it has no unit
    /// Units that the expression adds or takes from one another, though they have nothing in common.
    std::optional<std::pair<data::Unit, data::Unit>> mixed{};
};

/// True for units whose sum means nothing: people and euros. A plain number is of any unit.
[[nodiscard]] bool are_apart(data::Unit left, data::Unit right);

/// Of an expression over a query's rows, derived fields taken for what they are made of.
[[nodiscard]] Dimension dimension_of(const data::Query& query, const data::ExpressionPointer& expression);

/// The field is true or false: by its type, or as a derived one that is a condition.
[[nodiscard]] bool says_yes_or_no(const data::Query& query, const std::string& field);

/// The unit that the fields of a measure give it.
[[nodiscard]] data::Unit unit_of(const data::Query& query, const data::Measure& measure);

} // namespace bilan::script
