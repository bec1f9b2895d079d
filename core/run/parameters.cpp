// SPDX-License-Identifier: MPL-2.0
#include "run/parameters.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/number_text.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

base::Error wrong(const script::ParameterCard& card, const char* code, std::vector<std::string> arguments)
{
    return {base::ExitCode::usage, "--param " + card.name, {code, std::move(arguments)}};
}

/// What one types for such a parameter.
std::string example_of(const script::ParameterCard& card)
{
    if (card.type == "rate") return "80\u00A0%";
    if (card.type == "year") return "2025";
    return card.type == "euro" ? "60000" : "12";
}

/// « 1 200 000 », « 12,5 % », « 1,5 M€ »: read as in a cell, so that « 60.000 », of which nothing says whether it is
/// sixty or sixty thousand, is refused.
double parameter_number(const script::ParameterCard& card, const std::string& text)
{
    const std::string shown = base::for_display(text);
    const intake::NumberText read = intake::read_number_text(text);
    const bool is_rate = card.type == "rate";
    const bool is_plain = read.shape == intake::NumberShape::plain && !read.is_other_currency && !read.is_in_letters &&
                          !read.has_unknown_words && read.unit.empty();
    if (!is_plain || (read.is_percent && !is_rate)) throw wrong(card, "BIL-154", {shown, card.name, example_of(card)});
    if (read.unsettled != 0)
        throw wrong(card, "BIL-124", {shown, base::shortest(read.value), base::shortest(read.as_decimal)});
    const double number = read.is_percent ? read.value / 100 : read.value;
    if (card.type == "euro" && number < 0) throw wrong(card, "BIL-126", {shown, card.name});
    if (is_rate && !read.is_percent && number > 1 && number <= 100) throw wrong(card, "BIL-127", {shown, card.name});
    return number;
}

script::ParameterValue parameter_value(const script::ParameterCard& card, const std::string& text)
{
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
        throw wrong(card, "BIL-155", {base::for_display(text), card.name});
    }
    return parameter_number(card, text);
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
