// SPDX-License-Identifier: MPL-2.0
//
// What is computed row by row, as an immutable tree that scripts build (`f.benef_f + f.benef_h`) and data/ evaluates a
// column at a time. A test against a text is made once per dictionary entry, not per row.
//
// Unknowns: an operation with an unknown operand is unknown, with the cause of its first unknown operand; an operand
// that is `not_applicable` is left out of sums and makes everything else `not_applicable`. A condition on an unknown is
// not true. Of a division by zero there is nothing to say (`not_applicable`, as of a ratio whose lower sum is 0); what
// no number can hold is unknown (`error`). In detail: a + so and a - so are a, so - b is so. `and` is false when one
// operand is false whatever the others are, `or` true when one is true; a row with a `so` operand is then `so` before
// it is unknown. A list field equals a text when one of its items does. Texts are compared exactly.
#pragma once

#include "data/state.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace bilan::data {

class Expression;
class Lookup;
struct Column;
struct Field;
using ExpressionPointer = std::shared_ptr<const Expression>;
using Constant = std::variant<double, std::string, bool>;

enum class Operation : std::uint8_t {
    field,    ///< `name`
    constant, ///< `constants[0]`, or no value and the state `name`
    add,
    subtract,
    multiply,
    divide,
    negate,
    equal,
    not_equal,
    less,
    at_most,
    greater,
    at_least,   ///< numbers, or texts for the first two
    one_of,     ///< operand is one of `constants`; for a list field: any of its items is
    all_of,     ///< and
    any_of,     ///< or
    no,         ///< not
    known,      ///< 1 when the operand is a value, else 0
    in_state,   ///< 1 when the operand's state code is one of `constants`
    known_or,   ///< the operand, or `constants[0]` (or a second operand, both numbers) when it is unknown
    banded,     ///< the band of a number, a text: `constants` are n ascending bounds, then the n + 1 names of the bands
    choose,     ///< a condition, what it is where that is true, and where it is not: numbers, or texts
    column_sum, ///< of a column; only in formulas of tables (workbook/)
    looked_up,  ///< a field of another dataset, by key: `lookup`; the operands are the keys
    stored,     ///< `stored`, row by row: what a function of a script gave
    period,     ///< of a date: the year as a number, or the quarter or month of that year as a text, by `constants[0]`
};

class Expression {
public:
    Operation operation = Operation::constant;
    std::string name; ///< of a field; of a constant without a value: the code of its state
    std::vector<Constant> constants;
    std::vector<ExpressionPointer> operands;
    std::shared_ptr<const Lookup> lookup; ///< of `looked_up`
    std::shared_ptr<const Column> stored; ///< of `stored`; as many rows as the dataset
    std::vector<std::string> read;        ///< of `stored`: the fields that the function read
    std::uint32_t depth = 1;              ///< of the tree; `apply` keeps it within `deepest_expression`

    /// For messages and the sheet Méthode: `nb_emploi_durable + nb_emploi_transition`. Cut with `…` when it is longer
    /// than anybody reads.
    [[nodiscard]] std::string text() const;
    /// Ids of all fields in it, in order of appearance, each once.
    [[nodiscard]] std::vector<std::string> fields() const;
    /// The same with those that functions of a script read.
    [[nodiscard]] std::vector<std::string> fields_behind() const;
    /// Of those, the fields whose values a condition chooses: it names them or holds them below something. Fields that
    /// only have to be known, in a state, other than something or above it (every year since 2023) are not chosen.
    [[nodiscard]] std::vector<std::string> fields_that_choose() const;
    /// What is known of the values when they are those of a field: of another dataset, or stored; else null.
    [[nodiscard]] const Field* described() const;
};

inline constexpr std::uint32_t deepest_expression = 1000;

[[nodiscard]] ExpressionPointer field(std::string name);
[[nodiscard]] ExpressionPointer constant(Constant value);
/// Unknown or not applicable in every row.
[[nodiscard]] ExpressionPointer no_value(State state);
/// Throws base::Error (exit 6) for a tree deeper than `deepest_expression`. REQUIRES: the operands the operation takes.
[[nodiscard]] ExpressionPointer apply(Operation operation, std::vector<ExpressionPointer> operands,
                                      std::vector<Constant> constants = {});
/// The same with other operands, as many.
[[nodiscard]] ExpressionPointer with_operands(const Expression& expression, std::vector<ExpressionPointer> operands);
/// REQUIRES: as many keys as the lookup has.
[[nodiscard]] ExpressionPointer looked_up(std::shared_ptr<const Lookup> lookup, std::vector<ExpressionPointer> keys);
/// `read`: the fields that the function read to make it.
[[nodiscard]] ExpressionPointer stored(std::shared_ptr<const Column> column, std::vector<std::string> read = {});
/// All `looked_up` in it, each once.
[[nodiscard]] std::vector<const Expression*> lookups_in(const Expression& expression);

} // namespace bilan::data
