// SPDX-License-Identifier: MPL-2.0
#include "data/measure_words.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/lookup.hpp"

#include <cmath>

namespace bilan::data {

namespace {

/// An expression that shares its parts could be longer than any memory.
constexpr std::size_t longest_text = 2000;

struct Sign {
    base::Words words;
    int rank; ///< binds tighter when higher
};

Sign sign_of(Operation operation)
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
    default: return {{"", ""}, 9};
    }
}

/// A condition: its sum is a number of rows.
bool is_test(const Expression& expression)
{
    switch (expression.operation) {
    case Operation::any_of:
    case Operation::all_of:
    case Operation::no:
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least:
    case Operation::one_of:
    case Operation::known:
    case Operation::in_state: return true;
    case Operation::known_or: return expression.operands.size() == 1 && is_test(*expression.operands.front());
    default: return false;
    }
}

class Teller {
public:
    Teller(const Dataset& dataset, base::Language language) : dataset_(dataset), language_(language) {}

    /// « Σ 1 » counts rows, and so does the sum of a condition.
    void say_sum(const Expression& expression)
    {
        if (expression.operation == Operation::constant) return add(words_of(Aggregate::count));
        if (is_test(expression)) return say_count(expression);
        add(words_of(Aggregate::sum));
        say_operand(expression);
    }

    void say_count(const Expression& condition)
    {
        add(words_of(Aggregate::count));
        add(base::Words{" où ", " where "});
        say(condition, 0);
    }

    /// In brackets, unless it is one name.
    void say_operand(const Expression& expression)
    {
        say(expression, expression.operation == Operation::field ? 0 : 9);
    }

    void say(const Expression& expression, int outer_rank)
    {
        if (is_full()) return;
        const Sign own = sign_of(expression.operation);
        const bool brackets = own.rank < outer_rank;
        if (brackets) text_ += '(';
        say_bare(expression, own);
        if (brackets) text_ += ')';
    }

    void add(const base::Words& words) { text_ += words.in(language_); }
    void add(std::string_view text) { text_ += text; }

    [[nodiscard]] std::string text() &&
    {
        if (!is_full()) return std::move(text_);
        return std::string(base::head(text_, longest_text)) + "…";
    }

private:
    [[nodiscard]] bool is_full() const { return text_.size() > longest_text; }

    void say_bare(const Expression& expression, const Sign& own)
    {
        switch (expression.operation) {
        case Operation::field: say_field(expression.name, field_of(expression.name)); return;
        case Operation::stored: say_field(expression.stored->field.id, &expression.stored->field); return;
        case Operation::looked_up: say_lookup(expression); return;
        case Operation::constant: say_constant(expression.constants.front()); return;
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
        case Operation::choose: say_choice(expression); return;
        default: say_infix(expression, own);
        }
    }

    [[nodiscard]] const Field* field_of(std::string_view id) const
    {
        const Column* const column = dataset_.column(id);
        return column != nullptr ? &column->field : dataset_.schema().field(id);
    }

    void say_field(std::string_view id, const Field* field)
    {
        const std::string label = field != nullptr ? field->label.in(language_) : std::string();
        const std::string_view name = label.empty() ? id : std::string_view(label);
        add(base::Words{"«\u00A0", "“"});
        add(name);
        add(base::Words{"\u00A0»", "”"});
    }

    void say_prefixed(const Expression& expression)
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

    void say_infix(const Expression& expression, const Sign& own)
    {
        for (std::size_t at = 0; at < expression.operands.size(); ++at) {
            if (at > 0) add(own.words);
            // What is taken away or divided by keeps its brackets.
            const bool is_plain =
                at == 0 || expression.operation == Operation::add || expression.operation == Operation::multiply ||
                expression.operation == Operation::all_of || expression.operation == Operation::any_of;
            say(*expression.operands[at], own.rank + (is_plain ? 0 : 1));
        }
    }

    /// « Statut » parmi réalisée, en cours.
    void say_list(const Expression& expression)
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

    void say_known_or(const Expression& expression)
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

    void say_choice(const Expression& expression)
    {
        add(base::Words{"(si ", "(if "});
        say(*expression.operands[0], 0);
        add(base::Words{"\u00A0: ", ": "});
        say(*expression.operands[1], 0);
        add(base::Words{" ; sinon ", "; else "});
        say(*expression.operands.back(), 0);
        add(")");
    }

    /// « Montant » de budget, selon « N° de dossier ».
    void say_lookup(const Expression& expression)
    {
        const Field& field = expression.lookup->field();
        say_field(field.id, &field);
        add(base::Words{" selon ", " by "});
        for (std::size_t at = 0; at < expression.operands.size(); ++at) {
            if (at > 0) add(", ");
            say(*expression.operands[at], 9);
        }
    }

    void say_constant(const Constant& constant)
    {
        if (const auto* number = std::get_if<double>(&constant))
            say_number(*number);
        else if (const auto* yes = std::get_if<bool>(&constant))
            add(*yes ? base::Words{"oui", "yes"} : base::Words{"non", "no"});
        else
            text_ += std::get<std::string>(constant);
    }

    /// Without groups of digits: it may be a year.
    void say_number(double number)
    {
        const std::string digits = std::isfinite(number) ? base::shortest(number) : "?";
        text_ += language_ == base::Language::french ? base::replace_all(digits, ".", ",") : digits;
    }

    const Dataset& dataset_;
    base::Language language_;
    std::string text_;
};

} // namespace

const base::Words& words_of(Aggregate aggregate)
{
    static const base::Words count{"nombre de lignes", "number of rows"};
    static const base::Words mean{"moyenne de ", "mean of "};
    static const base::Words median{"médiane de ", "median of "};
    static const base::Words minimum{"minimum de ", "minimum of "};
    static const base::Words maximum{"maximum de ", "maximum of "};
    static const base::Words different{"valeurs différentes de ", "different values of "};
    static const base::Words known{"part des lignes qui donnent ", "share of rows that give "};
    static const base::Words sum{"Σ ", "Σ "};
    switch (aggregate) {
    case Aggregate::count: return count;
    case Aggregate::mean: return mean;
    case Aggregate::median: return median;
    case Aggregate::minimum: return minimum;
    case Aggregate::maximum: return maximum;
    case Aggregate::count_distinct: return different;
    case Aggregate::known: return known;
    case Aggregate::sum:
    case Aggregate::ratio: break;
    }
    return sum;
}

std::string in_words(const Measure& measure, const Dataset& dataset, base::Language language)
{
    Teller teller(dataset, language);
    const bool is_sum = measure.aggregate == Aggregate::sum || measure.aggregate == Aggregate::ratio;
    if (measure.expression && measure.aggregate == Aggregate::count) {
        teller.say_count(*measure.expression);
    } else if (measure.expression && is_sum) {
        teller.say_sum(*measure.expression);
    } else {
        teller.add(words_of(measure.aggregate));
        if (measure.expression) teller.say_operand(*measure.expression);
    }
    if (measure.aggregate == Aggregate::ratio && measure.denominator) {
        teller.add(" / ");
        teller.say_sum(*measure.denominator);
    }
    if (measure.where) {
        teller.add(base::Words{", lignes où ", ", rows where "});
        teller.say(*measure.where, 0);
    }
    return std::move(teller).text();
}

} // namespace bilan::data
