// SPDX-License-Identifier: MPL-2.0
//
// The plugin that newcomers copy: three words for report scripts. README.md goes through it line by line.
#include "concentration.hpp"

#include <bilan/plugin.hpp>

#include <cmath>
#include <stdexcept>

namespace {

using bilan::FunctionCard;
using bilan::FunctionValue;
using bilan::ValueType;

/// The order of the cards below; the host calls functions by their place in that list.
enum Function : std::size_t { median, herfindahl, share_of_largest };

FunctionValue answer(std::optional<double> number)
{
    return number ? FunctionValue(*number) : FunctionValue();
}

std::size_t count_of(const FunctionValue& argument)
{
    if (std::holds_alternative<std::monostate>(argument)) return 1; // the parameter was left out
    const double count = std::get<double>(argument);
    if (count < 1 || count > 1e6 || std::trunc(count) != count)
        throw std::invalid_argument("'count' must be a whole number from 1");
    return static_cast<std::size_t>(count);
}

class Concentration final : public bilan::FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "concentration"; }

    [[nodiscard]] std::span<const FunctionCard> functions() const override { return cards_; }

    [[nodiscard]] FunctionValue call(std::size_t function, std::span<const FunctionValue> arguments) override
    {
        const auto& numbers = std::get<std::vector<double>>(arguments[0]);
        switch (function) {
        case median: return answer(example::median(numbers));
        case herfindahl: return answer(example::herfindahl(numbers));
        case share_of_largest: return answer(example::share_of_largest(numbers, count_of(arguments[1])));
        default: throw std::logic_error("there is no function of that number");
        }
    }

private:
    const std::vector<FunctionCard> cards_ = {
        {"median",
         "The median of some numbers, such as costs per beneficiary; no value for an empty list.\n"
         "La médiane de nombres, par exemple de coûts par bénéficiaire\u00A0; aucune valeur pour une liste vide.",
         {{"numbers", ValueType::numbers, "the known values, in any order"}},
         ValueType::number},
        {"herfindahl",
         "How concentrated a sum is: 1 when one part holds all of it, 1/n when n parts are equal.\n"
         "La concentration d'une somme\u00A0: 1 quand une part tient tout, 1/n quand n parts sont égales.",
         {{"parts", ValueType::numbers, "amounts of 0 or more, such as grants by association"}},
         ValueType::number},
        {"share_of_largest",
         "What the largest parts hold of a sum, from 0 to 1.\n"
         "Ce que les plus grandes parts tiennent d'une somme, de 0 à 1.",
         {{"parts", ValueType::numbers, "amounts of 0 or more, such as grants by association"},
          {"count", ValueType::number, "how many of the largest; 1 if left out", true}},
         ValueType::number},
    };
};

} // namespace

BILAN_PLUGIN("example", "1.0.0")
{
    registry.add(std::make_unique<Concentration>());
}
