// SPDX-License-Identifier: MPL-2.0
#include "script/api/expectation.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/spec_bench.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/state.hpp"

#include <cmath>

namespace bilan::script {

/// What a test may ask of a figure beside its number.
struct FigureParts {
    std::vector<std::pair<std::string, Sample>> wanted; ///< in the order of `part_names`
};

namespace {

const std::vector<std::string>& part_names()
{
    static const std::vector<std::string> names = {"base",        "unknown", "not_applicable", "numerator",
                                                   "denominator", "unit",    "cause",          "lower_bound"};
    return names;
}

} // namespace

template <>
struct Value<FigureParts> {
    static std::string name() { return "bilan.FigureParts"; }
    static FigureParts read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        FigureParts parts;
        for (const std::string& name : part_names()) {
            table.push(name);
            if (!lua_isnil(lua, -1))
                parts.wanted.emplace_back(name, Value<Sample>::read(lua, lua_gettop(lua), Where(where, name)));
            lua_pop(lua, 1);
        }
        table.finish();
        return parts;
    }
};

namespace {

using Self = std::shared_ptr<Expectation>;

std::string words(const Caller& caller, const Sample& sample)
{
    return shown(sample, caller.state.language());
}

Sample of(double number)
{
    Sample sample;
    sample.kind = Sample::Kind::number;
    sample.number = number;
    return sample;
}
Sample of(std::string text)
{
    Sample sample;
    sample.kind = Sample::Kind::text;
    sample.text = std::move(text);
    return sample;
}

Sample part_of(const data::Figure& figure, const std::string& name)
{
    if (name == "base") return of(static_cast<double>(figure.base));
    if (name == "unknown") return of(static_cast<double>(figure.unknown));
    if (name == "not_applicable") return of(static_cast<double>(figure.not_applicable));
    if (name == "numerator") return figure.numerator ? of(*figure.numerator) : Sample{};
    if (name == "denominator") return figure.denominator ? of(*figure.denominator) : Sample{};
    if (name == "unit") return of(unit_names()[static_cast<std::size_t>(figure.unit)]);
    if (name == "cause") return figure.value ? Sample{} : of(std::string(data::code(figure.cause)));
    Sample is_bound;
    is_bound.kind = Sample::Kind::boolean;
    is_bound.truth = figure.lower_bound;
    return is_bound;
}

/// A test that compares nothing shows nothing.
void note_check(const Caller& caller)
{
    if (SpecBench* const bench = caller.state.bench(); bench != nullptr) bench->note_check();
}

const data::Figure& figure_of(const Caller& caller, const Self& self, const std::string& asked)
{
    if (self->value.kind == Sample::Kind::figure) return self->value.figure->figure;
    throw Mistake("BIL-876", {asked, words(caller, self->value)}, asked);
}

void to_be(const Caller& caller, const Self& self, const Sample& wanted, const std::optional<FigureParts>& parts)
{
    note_check(caller);
    const bool are_tables = wanted.kind == Sample::Kind::table && self->value.kind == Sample::Kind::table;
    if (are_tables && !is_same(wanted, self->value)) throw Mistake("BIL-882", {}, "to_be");
    if (!is_same(worth(wanted), worth(self->value)))
        throw Mistake("BIL-937", {words(caller, wanted), words(caller, self->value)});
    if (!parts) return;
    for (const auto& [name, part] : parts->wanted) {
        const data::Figure& figure = figure_of(caller, self, name);
        if (const Sample found = part_of(figure, name); !is_same(part, found))
            throw Mistake("BIL-875", {name, words(caller, part), words(caller, found), words(caller, self->value)},
                          name);
    }
}

void to_be_near(const Caller& caller, const Self& self, double wanted, const std::optional<double>& tolerance)
{
    note_check(caller);
    constexpr double millionth = 1e-6;
    const Sample found = worth(self->value);
    const bool is_near =
        found.kind == Sample::Kind::number && std::abs(found.number - wanted) <= tolerance.value_or(millionth);
    if (!is_near) throw Mistake("BIL-939", {base::shortest(wanted), words(caller, self->value)});
}

void to_equal(const Caller& caller, const Self& self, const Sample& wanted)
{
    note_check(caller);
    const auto apart = first_difference(wanted, self->value);
    if (!apart) return;
    const std::string expected = words(caller, apart->wanted);
    const std::string found = words(caller, apart->found);
    if (apart->path.empty()) throw Mistake("BIL-937", {expected, found});
    throw Mistake("BIL-877", {base::for_display(base::to_utf8(apart->path)), expected, found});
}

void to_be_unknown(const Caller& caller, const Self& self, const std::optional<std::string>& cause)
{
    note_check(caller);
    if (worth(self->value).kind != Sample::Kind::nothing) throw Mistake("BIL-938", {words(caller, self->value)});
    if (!cause) return;
    std::vector<std::string> codes;
    for (std::size_t at = 1; at < data::state_count; ++at) codes.emplace_back(data::code(static_cast<data::State>(at)));
    (void)choice_of(*cause, codes, Where("Expectation:to_be_unknown"));
    const std::string found(data::code(figure_of(caller, self, "cause").cause));
    if (found != *cause) throw Mistake("BIL-878", {*cause, words(caller, self->value)}, *cause);
}

/// The source line may be the very one that says what is wanted; the row of a partner's file under it stays.
base::Error without_source(const base::Error& error)
{
    const std::string& excerpt = error.excerpt();
    const std::size_t last = excerpt.rfind('\n') + 1;
    const bool is_row = !excerpt.empty() && excerpt.find(" | ", last) == std::string::npos;
    return {error.exit_code(), error.place(), error.message(), is_row ? excerpt.substr(last) : std::string()};
}

void to_fail(const Caller& caller, const Self& self, const std::optional<std::string>& wanted)
{
    note_check(caller);
    if (self->value.function == nullptr) throw Mistake("BIL-881", {words(caller, self->value)}, "to_fail");
    const auto failure = failure_of(caller, *self->value.function);
    if (!failure) throw Mistake("BIL-879", {}, "to_fail");
    std::string text = without_source(*failure).sentence(caller.state.language());
    if (wanted && text.find(*wanted) == std::string::npos) {
        if (text.ends_with('.')) text.pop_back();
        throw Mistake("BIL-880", {*wanted, text});
    }
}

} // namespace

std::optional<base::Error> failure_of(const Caller& caller, const FunctionReference& function)
{
    try {
        caller.state.protect([&](lua_State* lua) {
            function.push(lua);
            lua_call(lua, 0, 0);
        });
    } catch (const base::Error& error) {
        return error;
    }
    return std::nullopt;
}

const GroupRecord& expectation_class()
{
    static const GroupRecord record = group(
        "bilan.Expectation", "What a test says of a value: `spec.expect(figure):to_be(12, { base = 3 })`.",
        {method<&to_be>("to_be", "The value, or the number of a figure.",
                        {{"wanted", "a number, text or boolean; nil for a figure without a value"},
                         {"parts", "what else a figure knows of itself: `{ base = 3, unknown = 1 }`"}}),
         method<&to_be_near>("to_be_near", "A number within a tolerance.",
                             {{"wanted", "a number"}, {"tolerance", "a millionth when left out"}}),
         method<&to_equal>("to_equal",
                           "Tables with the same keys and values, all the way down; a figure in one equals its number.",
                           {{"wanted", "a table, or any value"}}),
         method<&to_be_unknown>("to_be_unknown", "A figure without a value.",
                                {{"cause", "the code of its state: `nc`, `nd`, `so`…"}}),
         method<&to_fail>("to_fail", "A function that ends with an error.",
                          {{"words", "what its text holds, in the language of the run"}})});
    return record;
}

} // namespace bilan::script
