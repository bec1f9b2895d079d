// SPDX-License-Identifier: MPL-2.0
//
// `bilan.param`: what a report asks of the person who runs it.
#include "base/text.hpp"
#include "script/api/groups.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

#include <algorithm>

namespace bilan::script {

/// `{ label = { fr = …, en = … } }`.
struct ParameterOptions {
    base::Words label;
};

/// `{ label = …, choices = { "a", "b" } }`.
struct ChoiceOptions {
    base::Words label;
    std::vector<std::string> choices;
};

template <>
struct Value<ParameterOptions> {
    static std::string name() { return "bilan.ParameterOptions"; }
    static ParameterOptions read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        ParameterOptions options{table.otherwise<base::Words>("label", {})};
        table.finish();
        return options;
    }
};

template <>
struct Value<ChoiceOptions> {
    static std::string name() { return "bilan.ChoiceOptions"; }
    static ChoiceOptions read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        ChoiceOptions options{table.otherwise<base::Words>("label", {}),
                              table.required<std::vector<std::string>>("choices")};
        table.finish();
        return options;
    }
};

namespace {

using Parameter = std::shared_ptr<ParameterObject>;

Parameter made(const char* type, ParameterValue initial, const std::optional<ParameterOptions>& options)
{
    auto object = std::make_shared<ParameterObject>();
    object->card.type = type;
    object->card.initial = std::move(initial);
    if (options) // it is shown on a terminal
        object->card.label = {base::for_display(options->label.french, 300),
                              base::for_display(options->label.english, 300)};
    return object;
}

template <class T>
ParameterValue initial_of(const std::optional<T>& given)
{
    if (!given) return std::monostate{};
    return ParameterValue(*given);
}

Parameter year(const std::optional<ParameterOptions>& options)
{
    return made("year", std::monostate{}, options);
}

Parameter rate(const std::optional<double>& initial, const std::optional<ParameterOptions>& options)
{
    if (initial && (*initial < 0 || *initial > 1)) throw Mistake("BIL-664", {"bilan.param.rate", "0", "1"}, "rate");
    return made("rate", initial_of(initial), options);
}

Parameter number(const std::optional<double>& initial, const std::optional<ParameterOptions>& options)
{
    return made("number", initial_of(initial), options);
}

Parameter integer(const std::optional<std::int64_t>& initial, const std::optional<ParameterOptions>& options)
{
    if (!initial) return made("integer", std::monostate{}, options);
    return made("integer", static_cast<double>(*initial), options);
}

Parameter euro(const std::optional<double>& initial, const std::optional<ParameterOptions>& options)
{
    return made("euro", initial_of(initial), options);
}

Parameter text(const std::optional<std::string>& initial, const std::optional<ParameterOptions>& options)
{
    return made("text", initial_of(initial), options);
}

Parameter boolean(const std::optional<bool>& initial, const std::optional<ParameterOptions>& options)
{
    return made("boolean", initial_of(initial), options);
}

Parameter choice(const std::string& initial, const ChoiceOptions& options)
{
    (void)choice_of(initial, options.choices, Where("bilan.param.choice"));
    Parameter object = made("choice", initial, ParameterOptions{options.label});
    object->card.choices = options.choices;
    return object;
}

constexpr const char* initial_sentence = "value when none is given";
constexpr const char* label_sentence = "`label`: words for `--help`, `{ fr = …, en = … }`";

} // namespace

const GroupRecord& parameter_class()
{
    static const GroupRecord record = group("bilan.Parameter", "A parameter of a report, with its type.", {});
    return record;
}

const GroupRecord& parameter_group()
{
    static const GroupRecord record = group(
        "bilan.param", "Parameters of a report, by type. Not given and without an initial value they are nil.",
        {bind<&year>("year", "A year; the year of the run when none is given.", {{"options", label_sentence}}),
         bind<&rate>("rate", "A rate between 0 and 1.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&number>("number", "Any number.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&integer>("integer", "A whole number.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&euro>("euro", "An amount in euros.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&text>("text", "A text.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&boolean>("boolean", "Yes or no.", {{"initial", initial_sentence}, {"options", label_sentence}}),
         bind<&choice>("choice", "One word of a list.",
                       {{"initial", initial_sentence}, {"options", "`choices`: the words; `label`: for `--help`"}})});
    return record;
}

} // namespace bilan::script
