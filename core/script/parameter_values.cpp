// SPDX-License-Identifier: MPL-2.0
#include "script/parameter_values.hpp"

#include "base/number.hpp"
#include "script/mistake.hpp"
#include "script/parameter_words.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

bool fits(const ParameterCard& card, const ParameterValue& value)
{
    const auto* number = std::get_if<double>(&value);
    const auto* text = std::get_if<std::string>(&value);
    if (card.type == "boolean") return std::holds_alternative<bool>(value);
    if (card.type == "text") return text != nullptr;
    if (card.type == "choice") return text != nullptr && std::ranges::find(card.choices, *text) != card.choices.end();
    if (number == nullptr) return false;
    if (card.type == "rate") return *number >= 0 && *number <= 1;
    if (card.type == "year" || card.type == "integer") return *number == base::round_half_away(*number, 0);
    return true;
}

ParameterValue value_of(const ParameterCard& card, const RunInputs& inputs)
{
    if (const auto given = inputs.parameters.find(card.name); given != inputs.parameters.end()) return given->second;
    const bool is_year = card.type == "year" && std::holds_alternative<std::monostate>(card.initial);
    if (is_year && inputs.year) return static_cast<double>(*inputs.year);
    return card.initial;
}

} // namespace

std::string printed(const ParameterValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return base::shortest(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return "—";
}

std::string for_people(const ParameterCard& parameter, const ParameterValue& value, base::Language language)
{
    if (const auto* yes = std::get_if<bool>(&value))
        return base::Words{*yes ? "oui" : "non", *yes ? "yes" : "no"}.in(language);
    const auto* const number = std::get_if<double>(&value);
    if (number == nullptr || parameter.type == "year") return printed(value);
    const bool is_rate = parameter.type == "rate";
    constexpr double hundred = 100;
    const double shown = is_rate ? *number * hundred : *number;
    constexpr int most_decimals = 6;
    int decimals = 0;
    while (decimals < most_decimals &&
           base::round_half_away(shown, decimals) != base::round_half_away(shown, most_decimals))
        ++decimals;
    if (is_rate) return base::percent_for_people(*number, decimals, language);
    return base::for_people(*number, decimals, language) + (parameter.type == "euro" ? "\u00A0€" : "");
}

void refuse_undeclared(const ReportCard& card, const RunInputs& inputs)
{
    std::vector<std::string> names;
    for (const ParameterCard& declared : card.parameters) names.push_back(declared.name);
    for (const auto& [name, unused] : inputs.parameters)
        if (std::ranges::find(names, name) == names.end())
            throw base::Error(base::ExitCode::usage, {},
                              unknown_name("BIL-688", "BIL-689", name, card.id, names).message());
}

std::map<std::string, ParameterValue> parameters_of(const ReportCard& card, const RunInputs& inputs)
{
    std::map<std::string, ParameterValue> values;
    for (const ParameterCard& declared : card.parameters) {
        ParameterValue value = value_of(declared, inputs);
        const bool is_given = !std::holds_alternative<std::monostate>(value);
        if (is_given && !fits(declared, value))
            throw base::Error(base::ExitCode::usage, {},
                              {"BIL-678", {declared.name, type_words(declared).in(inputs.language), printed(value)}});
        values.emplace(declared.name, std::move(value));
    }
    return values;
}

} // namespace bilan::script
