// SPDX-License-Identifier: MPL-2.0
//
// The fields of a card as a careless plugin may fill them; tests/plugins/broken has a library for each refusal.
#include "plugin/card.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace bilan::plugin {
namespace {

bilan_plugin_card good_card()
{
    bilan_plugin_card card = host_card();
    std::strcpy(card.name, "csv-reader");
    std::strcpy(card.version, "1.0.0");
    return card;
}

base::Message refusal_of(const bilan_plugin_card& card)
{
    try {
        (void)identity_of(card, host_card(), "x.so");
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::plugin);
        EXPECT_EQ(error.place(), "x.so");
        return error.message();
    }
    return {"accepted", {}};
}

TEST(Card, OfThisVeryBuildIsAccepted)
{
    const Identity plugin = identity_of(good_card(), host_card(), "x.so");
    EXPECT_EQ(plugin.name, "csv-reader");
    EXPECT_EQ(plugin.version, "1.0.0");
    EXPECT_EQ(plugin.built_with, __VERSION__);
    EXPECT_EQ(plugin.file, "x.so");
}

TEST(Card, EveryOtherNumberIsRefused)
{
    for (const int step : {-1, 1}) {
        const auto moved = [&](std::uint32_t bilan_plugin_card::*field) {
            bilan_plugin_card card = good_card();
            card.*field += static_cast<std::uint32_t>(step);
            return refusal_of(card).code;
        };
        EXPECT_EQ(moved(&bilan_plugin_card::magic), "BIL-453");
        EXPECT_EQ(moved(&bilan_plugin_card::card_size), "BIL-454");
        EXPECT_EQ(moved(&bilan_plugin_card::interface_number), "BIL-455");
        EXPECT_EQ(moved(&bilan_plugin_card::compiler_abi), "BIL-456");
        EXPECT_EQ(moved(&bilan_plugin_card::string_abi), "BIL-457");
    }
}

TEST(Card, FieldsFilledToTheBrimAreCutThere)
{
    bilan_plugin_card card = good_card();
    std::ranges::fill(card.name, 'n');
    std::ranges::fill(card.version, '1');
    const Identity plugin = identity_of(card, host_card(), "x.so");
    EXPECT_EQ(plugin.name, std::string(32, 'n'));
    EXPECT_EQ(plugin.version, std::string(16, '1'));
}

TEST(Card, OddNamesAreRefused)
{
    for (const char* name : {"", "two words", "line\nbreak", "\xE9"}) {
        bilan_plugin_card card = good_card();
        std::strcpy(card.name, name);
        EXPECT_EQ(refusal_of(card).code, "BIL-458") << name;
    }
    bilan_plugin_card card = good_card();
    card.version[0] = '\0';
    EXPECT_EQ(refusal_of(card).code, "BIL-458");
}

TEST(Card, BehindAWrongSizeNothingIsRead)
{
    const auto eight_bytes = std::make_unique<std::uint32_t[]>(2); // the address sanitizer watches its end
    eight_bytes[0] = BILAN_PLUGIN_MAGIC;
    eight_bytes[1] = 8;
    EXPECT_EQ(refusal_of(*reinterpret_cast<const bilan_plugin_card*>(eight_bytes.get())).code, "BIL-454");
}

} // namespace
} // namespace bilan::plugin
