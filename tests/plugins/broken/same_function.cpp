// SPDX-License-Identifier: MPL-2.0
#include <bilan/plugin.hpp>

namespace {

class Medians final : public bilan::FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "medians"; }
    [[nodiscard]] std::span<const bilan::FunctionCard> functions() const override { return cards_; }
    [[nodiscard]] bilan::FunctionValue call(std::size_t /*function*/,
                                            std::span<const bilan::FunctionValue> /*arguments*/) override
    {
        return {};
    }

private:
    const std::vector<bilan::FunctionCard> cards_ = {{"median", "Another median.", {}, bilan::ValueType::number}};
};

} // namespace

BILAN_PLUGIN("same-function", "1.0.0")
{
    registry.add(std::make_unique<Medians>());
}
