// SPDX-License-Identifier: MPL-2.0
//
// `bilan.field` and what is computed row by row.
#include "base/date.hpp"
#include "base/number.hpp"
#include "script/api/groups.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

namespace bilan::script {

/// One code of a state or a list of them.
struct StateCodes {
    std::vector<data::Constant> codes;
};

template <>
struct Value<StateCodes> {
    static std::string name() { return "string|string[]"; }
    static StateCodes read(lua_State* lua, int at, const Where& where)
    {
        static const std::vector<std::string> known = [] {
            std::vector<std::string> all;
            for (int state = 0; state <= static_cast<int>(data::State::no_column); ++state)
                all.emplace_back(data::code(static_cast<data::State>(state)));
            return all;
        }();
        if (lua_type(lua, at) != LUA_TSTRING && !lua_istable(lua, at)) refuse(lua, at, where, name());
        const auto given = lua_istable(lua, at) ? Value<std::vector<std::string>>::read(lua, at, where)
                                                : std::vector<std::string>{Value<std::string>::read(lua, at, where)};
        if (given.empty()) throw Mistake("BIL-654", {where.text()}, where.subject());
        StateCodes states;
        for (const std::string& code : given) states.codes.emplace_back(known[choice_of(code, known, where)]);
        return states;
    }
};

/// `{ labels = { "petites", "grandes" } }`.
struct BinOptions {
    std::vector<std::string> labels;
};

template <>
struct Value<BinOptions> {
    static std::string name() { return "bilan.BinOptions"; }
    static BinOptions read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        BinOptions options{table.otherwise<std::vector<std::string>>("labels", {})};
        table.finish();
        return options;
    }
};

namespace {

using data::Operation;
using Expression = std::shared_ptr<ExpressionObject>;

Expression field(const std::shared_ptr<FieldSource>& /*fields*/, std::string name)
{
    return data::field(std::move(name));
}

template <Operation operation>
Expression two(const Operand& left, const Operand& right)
{
    return data::apply(operation, {left.expression, right.expression});
}

template <Operation operation>
Expression compared(const Expression& self, const Operand& other)
{
    return data::apply(operation, {self, other.expression});
}

Expression negated(const Operand& operand, const Operand& /*Lua gives it twice*/)
{
    return data::apply(Operation::negate, {operand.expression});
}

Expression one_of(const Expression& self, std::vector<data::Constant> values)
{
    return data::apply(Operation::one_of, {self}, std::move(values));
}

Expression known(const Expression& self)
{
    return data::apply(Operation::known, {self});
}

Expression known_or(const Expression& self, const Operand& other)
{
    if (other.expression->operation == Operation::constant)
        return data::apply(Operation::known_or, {self}, other.expression->constants);
    return data::apply(Operation::known_or, {self, other.expression});
}

Expression in_state(const Expression& self, const StateCodes& states)
{
    return data::apply(Operation::in_state, {self}, states.codes);
}

Expression year(const Expression& self)
{
    return data::apply(Operation::period, {self}, {std::string("year")});
}

Expression quarter(const Expression& self)
{
    return data::apply(Operation::period, {self}, {std::string("quarter")});
}

Expression month(const Expression& self)
{
    return data::apply(Operation::period, {self}, {std::string("month")});
}

std::string text(const Expression& self)
{
    return self->text();
}

/// `f.a < 3` would be a yes or no of Lua, not a condition on rows.
bool refuse_comparison(const Operand& /*left*/, const Operand& /*right*/)
{
    throw Mistake("BIL-652");
}

Expression all(std::vector<Operand> conditions)
{
    std::vector<data::ExpressionPointer> operands;
    operands.reserve(conditions.size());
    for (Operand& condition : conditions) operands.push_back(std::move(condition.expression));
    if (operands.empty()) throw Mistake("BIL-654", {"bilan.all"}, "all");
    return data::apply(Operation::all_of, std::move(operands));
}

Expression any(std::vector<Operand> conditions)
{
    std::vector<data::ExpressionPointer> operands;
    operands.reserve(conditions.size());
    for (Operand& condition : conditions) operands.push_back(std::move(condition.expression));
    if (operands.empty()) throw Mistake("BIL-654", {"bilan.any"}, "any");
    return data::apply(Operation::any_of, std::move(operands));
}

Expression when(const Condition& condition, const Operand& then, const std::optional<OperandOrState>& otherwise)
{
    return data::apply(Operation::choose,
                       {condition.expression, then.expression,
                        otherwise ? otherwise->expression : data::no_value(data::State::not_applicable)});
}

/// The number of a day, as columns of dates hold it.
double date(std::int64_t year, std::int64_t month, std::int64_t day)
{
    const auto check = [](const char* part, std::int64_t value, std::int64_t least, std::int64_t most) {
        if (value < least || value > most)
            throw Mistake("BIL-664",
                          {std::string("bilan.date › ") + part + " = " + std::to_string(value), std::to_string(least),
                           std::to_string(most)},
                          std::to_string(value));
    };
    check("year", year, 1900, 9999);
    check("month", month, 1, 12);
    check("day", day, 1, base::days_in_month(static_cast<int>(year), static_cast<int>(month)));
    return base::serial_of({static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)});
}

Expression column_sum(const Expression& column)
{
    return data::apply(Operation::column_sum, {column});
}

/// `< 10`, `10 – < 50`, `≥ 50`.
std::vector<std::string> band_names(const std::vector<double>& bounds)
{
    std::vector<std::string> names{"< " + base::shortest(bounds.front())};
    for (std::size_t at = 1; at < bounds.size(); ++at)
        names.push_back(base::shortest(bounds[at - 1]) + " – < " + base::shortest(bounds[at]));
    names.push_back("≥ " + base::shortest(bounds.back()));
    return names;
}

Expression bins(const Operand& expression, const std::vector<double>& bounds, const std::optional<BinOptions>& options)
{
    if (bounds.empty()) throw Mistake("BIL-654", {"bilan.bins › bounds"}, "bins");
    for (std::size_t at = 1; at < bounds.size(); ++at)
        if (bounds[at] <= bounds[at - 1])
            throw Mistake("BIL-751", {"bilan.bins", base::shortest(bounds[at]), base::shortest(bounds[at - 1])},
                          "bins");
    const std::vector<std::string> names = options && !options->labels.empty() ? options->labels : band_names(bounds);
    if (names.size() != bounds.size() + 1)
        throw Mistake("BIL-752",
                      {"bilan.bins", std::to_string(bounds.size()), std::to_string(bounds.size() + 1),
                       std::to_string(names.size())},
                      "labels");
    std::vector<data::Constant> constants(bounds.begin(), bounds.end());
    constants.insert(constants.end(), names.begin(), names.end());
    return data::apply(Operation::banded, {expression.expression}, std::move(constants));
}

Expression no(const Condition& condition)
{
    return data::apply(Operation::no, {condition.expression});
}

} // namespace

const GroupRecord& field_source_class()
{
    static const GroupRecord record =
        group("bilan.Fields", "Gives an expression for any field: `f.benef_total`.",
              {item<&field>("The field of that name; whether a dataset has it is seen when it is used.")});
    return record;
}

const GroupRecord& expression_class()
{
    static const GroupRecord record = group(
        "bilan.Expression", "Something computed row by row: fields, sums and products of them, conditions.",
        {metamethod<&two<Operation::add>>("__add", "Row by row; unknown where a side is, with its cause."),
         metamethod<&two<Operation::subtract>>("__sub", "Row by row, as a sum."),
         metamethod<&two<Operation::multiply>>("__mul", "Row by row, as a sum."),
         metamethod<&two<Operation::divide>>("__div", "Row by row; no value (`so`) where the right side is 0."),
         metamethod<&negated>("__unm", "Row by row."),
         metamethod<&refuse_comparison>("__lt"),
         metamethod<&refuse_comparison>("__le"),
         metamethod<&refuse_comparison>("__eq"),
         metamethod<&text>("__tostring"),
         method<&compared<Operation::equal>>("eq", "True on rows where both are equal.",
                                             {{"other", "a value or an expression"}}),
         method<&compared<Operation::not_equal>>("ne", "True on rows where both are known and differ.",
                                                 {{"other", "a value or an expression"}}),
         method<&compared<Operation::less>>("lt", "True on rows where this is less.",
                                            {{"other", "a number or an expression"}}),
         method<&compared<Operation::at_most>>("le", "True on rows where this is at most the other.",
                                               {{"other", "a number or an expression"}}),
         method<&compared<Operation::greater>>("gt", "True on rows where this is greater.",
                                               {{"other", "a number or an expression"}}),
         method<&compared<Operation::at_least>>("ge", "True on rows where this is at least the other.",
                                                {{"other", "a number or an expression"}}),
         method<&one_of>("one_of", "True on rows where this is one of the values; for a list field, where any item is.",
                         {{"values", "list of values"}}),
         method<&known>("known", "True on rows where this has a value."),
         method<&known_or>("known_or", "This where it is known, else the other.",
                           {{"other", "a value or an expression"}}),
         method<&in_state>(
             "in_state", "True on rows whose state is this code or one of these: `f.x:in_state { \"vide\", \"nc\" }`.",
             {{"states", "`val`, `vide`, `nc`, `nd`, `so`, `nsp`, `secret`, `err`, `abs`, or a list"}}),
         method<&year>("year", "The year of a date: 2025."),
         method<&quarter>("quarter", "The quarter of a date, as a text: `2025-T1`."),
         method<&month>("month", "The month of a date, as a text: `2025-03`."),
         property<&text>("text", "The expression as it is printed in the sheet Méthode.")});
    return record;
}

std::vector<FunctionRecord> expression_functions()
{
    return {
        bind<&all>("all", "True on rows where every condition is.", {{"conditions", "list of expressions"}}),
        bind<&any>("any", "True on rows where at least one condition is.", {{"conditions", "list of expressions"}}),
        bind<&when>("when", "One of two numbers or two texts, row by row; unknown where the condition is.",
                    {{"condition", "an expression, or a table of field values"},
                     {"this", "a number, a text or an expression: where the condition is true"},
                     {"otherwise",
                      "the same where it is false, or `bilan.state \"nc\"`: no value, and why; left out: cause `so`"}}),
        bind<&date>("date", "A day to compare dates with: `f.date_debut:ge(bilan.date(2025, 9, 1))`.",
                    {{"year", "four digits"}, {"month", "1 to 12"}, {"day", "1 to 31"}}),
        bind<&column_sum>("column_sum", "The sum of a column of the same table; in formulas of columns only.",
                          {{"column", "`f.montant`"}}),
        bind<&bins>("bins", "The band of a number, as a text; a bound belongs to the band above it.",
                    {{"expression", "what is put into bands"},
                     {"bounds", "ascending numbers: `{ 10, 50, 100 }`"},
                     {"options", "`labels`: names of the bands, one more than bounds"}}),
        bind<&no>("no", "True on rows where the condition is known not to be.",
                  {{"condition", "an expression, or a table of field values"}})};
}

} // namespace bilan::script
