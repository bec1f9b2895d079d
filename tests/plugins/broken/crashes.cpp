// SPDX-License-Identifier: MPL-2.0
//
// In order until it is used: the first words of the file say how it crashes; its function never comes back.
#include <bilan/plugin.hpp>

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace {

std::string_view text_of(const bilan::Source& source)
{
    return {reinterpret_cast<const char*>(source.bytes.data()), source.bytes.size()};
}

[[noreturn]] void crash()
{
    int* volatile nowhere = nullptr;
    *nowhere = 1;
    std::abort();
}

class CrashingReader final : public bilan::Reader {
public:
    [[nodiscard]] bilan::ReaderCard card() const override { return {"crashing", {}, "Reads, and crashes."}; }
    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& source) const override
    {
        if (text_of(source).starts_with("CRASH examining")) crash();
        return text_of(source).starts_with("CRASH") ? bilan::Confidence{100} : bilan::Confidence{0};
    }
    void read(const bilan::Source& source, const bilan::ReadLimits& /*limits*/, bilan::Book& /*book*/) const override
    {
        if (text_of(source).starts_with("CRASH abort")) std::abort();
        crash();
    }
};

class EndlessFunction final : public bilan::FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "crashing"; }
    [[nodiscard]] std::span<const bilan::FunctionCard> functions() const override { return cards_; }
    [[nodiscard]] bilan::FunctionValue call(std::size_t /*function*/,
                                            std::span<const bilan::FunctionValue> /*arguments*/) override
    {
        while (true) std::this_thread::sleep_for(std::chrono::hours(1));
    }

private:
    const std::vector<bilan::FunctionCard> cards_ = {{"endless", "Never returns.", {}, bilan::ValueType::number}};
};

} // namespace

BILAN_PLUGIN("crashing", "0.1.0")
{
    registry.add(std::make_unique<CrashingReader>());
    registry.add(std::make_unique<EndlessFunction>());
}
