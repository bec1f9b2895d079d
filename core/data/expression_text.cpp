// SPDX-License-Identifier: MPL-2.0
//
// An expression as people read it, with brackets only where they are needed.
#include "base/number.hpp"
#include "data/expression.hpp"
#include "data/lookup.hpp"

#include <cmath>
#include <string_view>

namespace bilan::data {

namespace {

/// Nobody reads more, and an expression that shares its parts could be longer than any memory.
constexpr std::size_t longest_text = 4000;

struct Spelling {
    std::string_view sign;
    int rank; ///< binds tighter when higher; 9 is written as a function
};

Spelling spelling(Operation operation)
{
    switch (operation) {
    case Operation::any_of: return {" or ", 1};
    case Operation::all_of: return {" and ", 2};
    case Operation::no: return {"not ", 3};
    case Operation::equal: return {" = ", 4};
    case Operation::not_equal: return {" ≠ ", 4};
    case Operation::less: return {" < ", 4};
    case Operation::at_most: return {" ≤ ", 4};
    case Operation::greater: return {" > ", 4};
    case Operation::at_least: return {" ≥ ", 4};
    case Operation::one_of: return {" in ", 4};
    case Operation::add: return {" + ", 5};
    case Operation::subtract: return {" - ", 5};
    case Operation::multiply: return {" * ", 6};
    case Operation::divide: return {" / ", 6};
    case Operation::negate: return {"-", 7};
    case Operation::known: return {"known", 9};
    case Operation::in_state: return {"state", 9};
    case Operation::known_or: return {"known_or", 9};
    case Operation::banded: return {"bins", 9};
    case Operation::choose: return {"when", 9};
    case Operation::column_sum: return {"column_sum", 9};
    case Operation::looked_up:
    case Operation::stored:
    case Operation::period:
    case Operation::field:
    case Operation::constant: break;
    }
    return {"", 9};
}

class Scribe {
public:
    void write(const Expression& expression, int outer_rank)
    {
        if (is_full()) return;
        const Spelling own = spelling(expression.operation);
        const bool brackets = own.rank < outer_rank;
        if (brackets) text_ += '(';
        write_bare(expression, own);
        if (brackets) text_ += ')';
    }

    [[nodiscard]] std::string text() &&
    {
        if (!is_full()) return std::move(text_);
        std::size_t end = longest_text;
        while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) --end; // a whole character
        return text_.substr(0, end) + "…";
    }

private:
    [[nodiscard]] bool is_full() const { return text_.size() > longest_text; }

    void write_bare(const Expression& expression, const Spelling& own)
    {
        switch (expression.operation) {
        case Operation::field: text_ += expression.name; return;
        case Operation::constant: write_constant(expression); return;
        case Operation::negate:
        case Operation::no:
            text_ += own.sign;
            write(*expression.operands.front(), own.rank + 1);
            return;
        case Operation::one_of:
            write(*expression.operands.front(), own.rank + 1);
            text_ += own.sign;
            write_set(expression.constants);
            return;
        case Operation::known:
        case Operation::in_state:
        case Operation::column_sum:
        case Operation::choose:
        case Operation::known_or: write_function(expression, own.sign); return;
        case Operation::banded: write_bands(expression); return;
        case Operation::period: return write_function(expression, std::get<std::string>(expression.constants.front()));
        case Operation::stored: text_ += expression.stored->field.id; return;
        case Operation::looked_up: write_lookup(expression); return;
        default: write_infix(expression, own);
        }
    }

    void write_constant(const Expression& expression)
    {
        if (expression.name.empty()) return write(expression.constants.front());
        text_ += expression.name;
    }

    void write_infix(const Expression& expression, const Spelling& own)
    {
        const bool chains = own.rank != 4; // a comparison of a comparison wants its brackets
        for (std::size_t at = 0; at < expression.operands.size(); ++at) {
            if (at > 0) text_ += own.sign;
            write(*expression.operands[at],
                  at == 0 && chains ? own.rank : own.rank + (is_associative(expression) ? 0 : 1));
        }
    }

    static bool is_associative(const Expression& expression)
    {
        return expression.operation == Operation::add || expression.operation == Operation::multiply ||
               expression.operation == Operation::all_of || expression.operation == Operation::any_of;
    }

    void write_function(const Expression& expression, std::string_view name)
    {
        text_.append(name).append("(");
        for (std::size_t at = 0; at < expression.operands.size(); ++at) {
            if (at > 0) text_ += ", ";
            write(*expression.operands[at], 0);
        }
        if (expression.operation == Operation::known_or && expression.operands.size() == 1) {
            text_ += ", ";
            write(expression.constants.front());
        }
        text_ += ')';
        if (expression.operation != Operation::in_state) return;
        text_ += " in ";
        write_set(expression.constants);
    }

    /// `bins(benef_total; 10; 50)`.
    void write_bands(const Expression& expression)
    {
        text_ += "bins(";
        write(*expression.operands.front(), 0);
        for (std::size_t at = 0; at < expression.constants.size() / 2; ++at) {
            text_ += "; ";
            write(expression.constants[at]);
        }
        text_ += ')';
    }

    /// `budget.montant[num_dossier]`.
    void write_lookup(const Expression& expression)
    {
        text_.append(expression.lookup->dataset().schema().id).append(".").append(expression.lookup->field().id) += '[';
        for (std::size_t at = 0; at < expression.operands.size(); ++at) {
            if (at > 0) text_ += ", ";
            write(*expression.operands[at], 0);
        }
        text_ += ']';
    }

    void write_set(const std::vector<Constant>& constants)
    {
        text_ += '{';
        for (std::size_t at = 0; at < constants.size() && !is_full(); ++at) {
            if (at > 0) text_ += ", ";
            write(constants[at]);
        }
        text_ += '}';
    }

    void write(const Constant& constant)
    {
        if (const auto* number = std::get_if<double>(&constant))
            text_ += std::isfinite(*number) ? base::shortest(*number) : "?";
        else if (const auto* yes = std::get_if<bool>(&constant))
            text_ += *yes ? "true" : "false";
        else
            text_.append("\"").append(std::get<std::string>(constant)).append("\"");
    }

    std::string text_;
};

} // namespace

std::string Expression::text() const
{
    Scribe scribe;
    scribe.write(*this, 0);
    return std::move(scribe).text();
}

} // namespace bilan::data
