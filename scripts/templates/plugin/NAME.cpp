// SPDX-License-Identifier: MPL-2.0
// @NAME@: words that report scripts call as bilan.fn.WORD.
#include <bilan/plugin.hpp>

#include <memory>
#include <span>
#include <vector>

namespace {

using bilan::FunctionCard;
using bilan::FunctionValue;
using bilan::ValueType;

class Words final : public bilan::FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "@NAME@"; }
    [[nodiscard]] std::span<const FunctionCard> functions() const override { return cards_; }

    /// The host has checked number and types of the arguments. A std::exception becomes a located script error.
    FunctionValue call(std::size_t /*function*/, std::span<const FunctionValue> arguments) override
    {
        const auto& numbers = std::get<std::vector<double>>(arguments[0]);
        if (numbers.empty()) return {}; // no value: nothing is known
        double greatest = numbers.front();
        double least = numbers.front();
        for (const double number : numbers) {
            greatest = number > greatest ? number : greatest;
            least = number < least ? number : least;
        }
        return greatest - least;
    }

private:
    const std::vector<FunctionCard> cards_ = {
        {"spread",
         "Between the least and the greatest of some numbers.",
         {{"numbers", ValueType::numbers, "the known values, in any order"}},
         ValueType::number},
    };
};

} // namespace

BILAN_PLUGIN("@NAME@", "0.1.0")
{
    registry.add(std::make_unique<Words>());
}
