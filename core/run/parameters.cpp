// SPDX-License-Identifier: MPL-2.0
#include "run/parameters.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

/// « 1 200 000 », « 12,5 % », « 1200000.50 »: spaces are no part of a number, a percentage is a rate.
std::optional<double> parameter_number(const std::string& text, bool is_rate)
{
    std::string bare = base::replace_all(base::replace_all(text, "\u00A0", ""), "\u202F", "");
    bare = base::replace_all(base::replace_all(bare, " ", ""), ",", ".");
    const bool is_percent = bare.ends_with('%');
    if (is_percent) bare.pop_back();
    if (bare.ends_with("€")) bare.resize(bare.size() - std::string_view("€").size());
    if (is_percent && !is_rate) return std::nullopt;
    const std::optional<double> number = base::parse_number(bare);
    return number && is_percent ? std::optional(*number / 100) : number;
}

script::ParameterValue parameter_value(const script::ParameterCard& card, const std::string& text)
{
    const auto wrong = [&](const char* code) {
        return base::Error(base::ExitCode::usage, "--param " + card.name, {code, {base::for_display(text), card.name}});
    };
    if (card.type == "text" || card.type == "choice") {
        if (card.type == "choice" && std::ranges::find(card.choices, text) == card.choices.end())
            throw base::Error(base::ExitCode::usage, "--param " + card.name,
                              {"BIL-156", {base::for_display(text), base::join(card.choices, ", ")}});
        return text;
    }
    if (card.type == "boolean") {
        const std::string folded = base::fold(text);
        if (folded == "oui" || folded == "yes" || folded == "true" || folded == "1") return true;
        if (folded == "non" || folded == "no" || folded == "false" || folded == "0") return false;
        throw wrong("BIL-155");
    }
    const std::optional<double> number = parameter_number(text, card.type == "rate");
    if (!number) throw wrong("BIL-154");
    return *number;
}

} // namespace

std::map<std::string, script::ParameterValue> parameters_of(const script::ReportCard& card,
                                                            const std::map<std::string, std::string>& given)
{
    std::vector<std::string> names;
    for (const script::ParameterCard& parameter : card.parameters) names.push_back(parameter.name);
    std::map<std::string, script::ParameterValue> values;
    for (const auto& [name, text] : given) {
        const auto parameter = std::ranges::find(card.parameters, name, &script::ParameterCard::name);
        if (parameter == card.parameters.end())
            throw base::Error(base::ExitCode::usage, "--param " + base::for_display(name),
                              {"BIL-157", {card.id, names.empty() ? "–" : base::join(names, ", ")}});
        values.emplace(name, parameter_value(*parameter, text));
    }
    return values;
}

} // namespace bilan::run
