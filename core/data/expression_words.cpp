// SPDX-License-Identifier: MPL-2.0
#include "data/expression_words.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/lookup.hpp"

#include <cmath>
#include <utility>

namespace bilan::data {

namespace {

/// An expression that shares its parts could be longer than any memory.
constexpr std::size_t longest_text = 2000;

bool is_nothing(const Expression& expression)
{
    const auto* const number =
        expression.operation == Operation::constant ? std::get_if<double>(&expression.constants.front()) : nullptr;
    return number != nullptr && *number == 0 && expression.name.empty();
}

} // namespace

struct ExpressionWords::Sign {
    base::Words words;
    int rank; ///< binds tighter when higher
};

ExpressionWords::Sign ExpressionWords::sign_of(Operation operation)
{
    switch (operation) {
    case Operation::any_of: return {{" ou ", " or "}, 1};
    case Operation::all_of: return {{" et ", " and "}, 2};
    case Operation::equal: return {{" = ", " = "}, 4};
    case Operation::not_equal: return {{" ≠ ", " ≠ "}, 4};
    case Operation::less: return {{" < ", " < "}, 4};
    case Operation::at_most: return {{" ≤ ", " ≤ "}, 4};
    case Operation::greater: return {{" > ", " > "}, 4};
    case Operation::at_least: return {{" ≥ ", " ≥ "}, 4};
    case Operation::add: return {{" + ", " + "}, 5};
    case Operation::subtract: return {{" \u2212 ", " \u2212 "}, 5};
    case Operation::multiply: return {{" × ", " × "}, 6};
    case Operation::divide: return {{" / ", " / "}, 6};
    case Operation::choose: return {{" si ", " if "}, 3}; // as what it is where nothing stands otherwise
    default: return {{"", ""}, 9};
    }
}

void ExpressionWords::say_operand(const Expression& expression)
{
    say(expression, expression.operation == Operation::field ? 0 : 9);
}

void ExpressionWords::say(const Expression& expression, int outer_rank)
{
    if (is_full()) return;
    const Sign own = sign_of(expression.operation);
    const bool has_own_brackets = expression.operation == Operation::choose && !is_nothing(*expression.operands[2]);
    const bool brackets = !has_own_brackets && own.rank < outer_rank;
    if (brackets) text_ += '(';
    say_bare(expression, own);
    if (brackets) text_ += ')';
}

std::string ExpressionWords::text() &&
{
    if (!is_full()) return std::move(text_);
    return std::string(base::head(text_, longest_text)) + "…";
}

bool ExpressionWords::is_full() const
{
    return text_.size() > longest_text;
}

void ExpressionWords::say_bare(const Expression& expression, const Sign& own)
{
    switch (expression.operation) {
    case Operation::field: say_field(expression.name, field_of(expression.name)); return;
    case Operation::stored: say_field(expression.stored->field.id, &expression.stored->field); return;
    case Operation::looked_up: say_lookup(expression); return;
    case Operation::constant:
        if (const auto state = state_of(expression.name)) return add(data::words(*state));
        return say_constant(expression.constants.front());
    case Operation::negate:
    case Operation::no:
    case Operation::column_sum: say_prefixed(expression); return;
    case Operation::known:
        say(*expression.operands.front(), 9);
        add(base::Words{" connu", " known"});
        return;
    case Operation::one_of:
    case Operation::in_state: say_list(expression); return;
    case Operation::known_or: say_known_or(expression); return;
    case Operation::banded:
        add(base::Words{"tranche de ", "band of "});
        say(*expression.operands.front(), 9);
        return;
    case Operation::period: say_period(expression); return;
    case Operation::choose: say_choice(expression); return;
    default: say_infix(expression, own);
    }
}

const Field* ExpressionWords::field_of(std::string_view id) const
{
    const Column* const column = dataset_.column(id);
    return column != nullptr ? &column->field : dataset_.schema().field(id);
}

void ExpressionWords::say_field(std::string_view id, const Field* field)
{
    const std::string label = field != nullptr ? field->label.in(language_) : std::string();
    const std::string_view name = label.empty() ? id : std::string_view(label);
    add(base::Words{"«\u00A0", "“"});
    add(name);
    add(base::Words{"\u00A0»", "”"});
}

void ExpressionWords::say_prefixed(const Expression& expression)
{
    if (expression.operation == Operation::negate) add("\u2212");
    if (expression.operation == Operation::no) {
        const Expression& inner = *expression.operands.front();
        if (inner.operation == Operation::known) {
            say(*inner.operands.front(), 9);
            return add(base::Words{" inconnu", " unknown"});
        }
        add(base::Words{"non ", "not "});
    }
    if (expression.operation == Operation::column_sum) add(base::Words{"total de ", "total of "});
    say(*expression.operands.front(), 9);
}

void ExpressionWords::say_infix(const Expression& expression, const Sign& own)
{
    for (std::size_t at = 0; at < expression.operands.size(); ++at) {
        if (at > 0) add(own.words);
        // What is taken away or divided by keeps its brackets.
        const bool is_plain = at == 0 || expression.operation == Operation::add ||
                              expression.operation == Operation::multiply ||
                              expression.operation == Operation::all_of || expression.operation == Operation::any_of;
        say(*expression.operands[at], own.rank + (is_plain ? 0 : 1));
    }
}

// « Statut » parmi réalisée, en cours.
void ExpressionWords::say_list(const Expression& expression)
{
    say(*expression.operands.front(), 9);
    if (expression.operation == Operation::in_state)
        add(base::Words{"\u00A0: ", ": "});
    else
        add(expression.constants.size() == 1 ? base::Words{" = ", " = "} : base::Words{" parmi ", " among "});
    for (std::size_t at = 0; at < expression.constants.size() && !is_full(); ++at) {
        if (at > 0) add(", ");
        say_constant(expression.constants[at]);
    }
}

void ExpressionWords::say_known_or(const Expression& expression)
{
    // A condition that nobody can judge does not hold: that goes without saying.
    const auto* const otherwise =
        expression.constants.empty() ? nullptr : std::get_if<bool>(&expression.constants.front());
    if (otherwise != nullptr && !*otherwise) return say(*expression.operands.front(), 3);
    say(*expression.operands.front(), 9);
    add(base::Words{" (", " ("});
    if (expression.operands.size() > 1)
        say(*expression.operands.back(), 0);
    else
        say_constant(expression.constants.front());
    add(base::Words{" si inconnu)", " if unknown)"});
}

void ExpressionWords::say_period(const Expression& expression)
{
    const std::string& unit = std::get<std::string>(expression.constants.front());
    add(unit == "year"      ? base::Words{"année de ", "year of "}
        : unit == "quarter" ? base::Words{"trimestre de ", "quarter of "}
                            : base::Words{"mois de ", "month of "});
    say(*expression.operands.front(), 9);
}

void ExpressionWords::say_choice(const Expression& expression)
{
    if (is_nothing(*expression.operands[2])) { // an amount where a condition holds
        say(*expression.operands[1], 6);
        add(base::Words{" si ", " if "});
        return say(*expression.operands[0], 3);
    }
    add(base::Words{"(si ", "(if "});
    say(*expression.operands[0], 0);
    add(base::Words{"\u00A0: ", ": "});
    say(*expression.operands[1], 0);
    add(base::Words{"\u00A0; sinon ", "; else "});
    say(*expression.operands.back(), 0);
    add(")");
}

// « Montant » de budget, selon « N° de dossier ».
void ExpressionWords::say_lookup(const Expression& expression)
{
    const Field& field = expression.lookup->field();
    say_field(field.id, &field);
    add(base::Words{" selon ", " by "});
    for (std::size_t at = 0; at < expression.operands.size(); ++at) {
        if (at > 0) add(", ");
        say(*expression.operands[at], 9);
    }
}

void ExpressionWords::say_constant(const Constant& constant)
{
    if (const auto* number = std::get_if<double>(&constant))
        say_number(*number);
    else if (const auto* yes = std::get_if<bool>(&constant))
        add(*yes ? base::Words{"oui", "yes"} : base::Words{"non", "no"});
    else
        text_ += std::get<std::string>(constant);
}

// Without groups of digits: it may be a year.
void ExpressionWords::say_number(double number)
{
    const std::string digits = std::isfinite(number) ? base::shortest(number) : "?";
    text_ += language_ == base::Language::french ? base::replace_all(digits, ".", ",") : digits;
}

} // namespace bilan::data
