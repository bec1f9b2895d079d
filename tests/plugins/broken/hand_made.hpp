// SPDX-License-Identifier: MPL-2.0
//
// For plugins whose card is wrong on purpose: the card is written by hand, the rest is in order.
#pragma once

#include <bilan/plugin.hpp>

namespace broken {

class QuietReader final : public bilan::Reader {
public:
    explicit QuietReader(std::string name) : name_(std::move(name)) {}
    [[nodiscard]] bilan::ReaderCard card() const override { return {name_, {}, "Reads nothing."}; }
    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& /*source*/) const override { return 0; }
    void read(const bilan::Source& /*source*/, const bilan::ReadLimits& /*limits*/,
              bilan::Book& /*book*/) const override
    {
    }

private:
    std::string name_;
};

} // namespace broken

#define HAND_MADE_CARD(magic, size, interface_number, compiler_abi, string_abi, name, version)                         \
    BILAN_EXPORT const bilan_plugin_card bilan_plugin_card_v1;                                                         \
    BILAN_EXPORT const bilan_plugin_card bilan_plugin_card_v1 = {                                                      \
        magic, size, interface_number, compiler_abi, string_abi, name, version, "a compiler 1.0"};

#define HAND_MADE_REGISTER                                                                                             \
    BILAN_EXPORT void bilan_plugin_register_v1(::bilan::Registry& registry);                                           \
    void bilan_plugin_register_v1(::bilan::Registry& registry)                                                         \
    {                                                                                                                  \
        registry.add(std::make_unique<broken::QuietReader>("never-registered"));                                       \
    }
