// SPDX-License-Identifier: MPL-2.0
//
// The two ways of asking 64 bytes at once answer alike, and the cursor finds what a plain loop finds.
#include "csv_reader/digit_places.hpp"
#include "csv_reader/mask_cursor.hpp"
#include "csv_reader/modern_masks.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <random>
#include <string>
#include <vector>

namespace csv_reader {
namespace {

std::string noise(std::mt19937& random, std::size_t size)
{
    constexpr std::string_view letters = "ab;;,\"\n\r\t \x01\x80\xFF";
    std::string text(size, ' ');
    for (char& letter : text) letter = letters[random() % letters.size()];
    return text;
}

template <class Masks>
void expect_same_rows(const char* block)
{
    const RowMasks expected = Portable::row_masks(block, ';');
    const RowMasks found = Masks::row_masks(block, ';');
    EXPECT_EQ(found.separators, expected.separators);
    EXPECT_EQ(found.feeds, expected.feeds);
    EXPECT_EQ(found.returns, expected.returns);
    EXPECT_EQ(found.any_rare, expected.any_rare);
    for (const std::uint64_t bits : {found.separators, found.separators | found.returns, ~found.feeds})
        EXPECT_EQ(Masks::count(bits), static_cast<std::uint32_t>(std::popcount(bits)));
}

int characters_of(const char* block)
{
    const int letters = Portable::french_characters(block);
    const std::string_view shown(block - 2, block_bytes + 2);
    EXPECT_EQ(Chosen::french_characters(block), letters) << shown;
    EXPECT_EQ(is_modern_processor() ? Modern::french_characters(block) : letters, letters) << shown;
    EXPECT_EQ(is_newest_processor() ? Newest::french_characters(block) : letters, letters) << shown;
    return letters;
}

TEST(ByteMasks, AllWaysCutAlike)
{
    std::mt19937 random(5);
    for (int round = 0; round < 2'000; ++round) {
        const std::string block = noise(random, block_bytes);
        expect_same_rows<Chosen>(block.data());
        if (is_modern_processor()) expect_same_rows<Modern>(block.data());
        if (is_newest_processor()) expect_same_rows<Newest>(block.data());
    }
    for (unsigned value = 0; value < 256; ++value) {
        std::string block(block_bytes, 'a');
        block[value % block_bytes] = static_cast<char>(value);
        expect_same_rows<Chosen>(block.data());
        const std::uint64_t places = Portable::equal_to(block.data(), static_cast<char>(value));
        if (is_modern_processor()) {
            expect_same_rows<Modern>(block.data());
            EXPECT_EQ(Modern::equal_to(block.data(), static_cast<char>(value)), places);
        }
        if (is_newest_processor()) {
            expect_same_rows<Newest>(block.data());
            EXPECT_EQ(Newest::equal_to(block.data(), static_cast<char>(value)), places);
        }
    }
}

TEST(ByteMasks, BothWaysAgreeOnEveryByte)
{
    for (unsigned value = 0; value < 256; ++value) {
        std::array<char, block_bytes> block{};
        block.fill('a');
        block[value % block_bytes] = static_cast<char>(value);
        EXPECT_EQ(Chosen::structural(block.data(), ';'), Portable::structural(block.data(), ';')) << value;
        EXPECT_EQ(Chosen::unusual(block.data()), Portable::unusual(block.data())) << value;
        EXPECT_EQ(Chosen::equal_to(block.data(), static_cast<char>(value)),
                  Portable::equal_to(block.data(), static_cast<char>(value)));
        EXPECT_EQ(all_usual({block.data(), block.size()}), Portable::unusual(block.data()) == 0) << value;
    }
}

TEST(ByteMasks, CharactersOfFrench)
{
    const auto characters = [](std::string before, std::string_view rest) {
        std::string text = std::move(before);
        text += rest;
        text.resize(2 + block_bytes, ' ');
        return characters_of(text.data() + 2);
    };
    const std::string almost(block_bytes - 1, 'a');
    EXPECT_EQ(characters("aa", "écrit à la régie;1\r\n\t"), 3);
    EXPECT_EQ(characters("aa", "« l\u2019\u00E9t\u00E9 \u2013 12\u00A0000\u202F» …"), 9);
    EXPECT_EQ(characters("\xC3\xA9", "plain"), 0) << "the end of a letter before";
    EXPECT_EQ(characters("a\xC3", "\xA9t\xC3\xA9"), 1) << "half of the first letter stands before";
    EXPECT_EQ(characters("\xE2\x80", "\x99"), 0) << "two thirds of the first one stand before";
    EXPECT_EQ(characters("a\xE2", "\x80\x99"), 0);
    EXPECT_EQ(characters("aa", "\xA9"), -1) << "a continuation alone";
    EXPECT_EQ(characters("aa", "\xC3t"), -1);
    EXPECT_EQ(characters("a\xC3", "t"), -1);
    EXPECT_EQ(characters("\xE2\x80", "t"), -1);
    EXPECT_EQ(characters("aa", almost + "\xC3"), -1);
    EXPECT_EQ(characters("aa", almost + "\xE2"), -1);
    EXPECT_EQ(characters("aa", almost.substr(1) + "\xE2\x80"), -1);
    for (const char* odd : {"12€", "œuvre", "\x01", "\x0B", "\x7F\x80", "\xFF", "\xC2\x9F", "\xE2\x80", "\xE2\x80\xBB",
                            "\xE2\x81\x80", "\xE2\x7F\x80", "\xC3\xC3\xA9", "\xE2\xE2\x80\x99"})
        EXPECT_EQ(characters("aa", odd), -1) << odd;
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        constexpr std::string_view leads = "\xC3\xC2\xE2\xE2";
        std::string text(2 + block_bytes, 'a');
        for (auto count = random() % 6; count > 0; --count) {
            const std::size_t at = random() % (block_bytes - 1);
            text[at] = random() % 6 == 0 ? static_cast<char>(random() % 256) : leads[random() % 4];
            text[at + 1] = static_cast<char>(random() % 2 == 0 ? 0x80U : 0x80U + random() % 0x44U);
            if (text[at] == '\xE2') text[at + 2] = static_cast<char>(0x80U + random() % 0x42U);
        }
        (void)characters_of(text.data() + 2);
        if (HasFailure()) return;
    }
}

template <class Masks>
void expect_ends_put(std::uint64_t ends)
{
    std::vector<std::uint32_t> expected;
    for (std::uint32_t bit = 0; bit < block_bytes; ++bit)
        if ((ends >> bit & 1U) != 0) expected.push_back(1000 + bit + 1);
    std::vector<std::uint32_t> found(2 * block_bytes);
    Masks::put_ends(found.data(), ends, 1000);
    found.resize(expected.size());
    EXPECT_EQ(found, expected);
}

TEST(ByteMasks, AllWaysPutTheSameEnds)
{
    std::mt19937_64 random(3);
    for (int round = 0; round < 1'000; ++round) {
        std::uint64_t ends = random();
        for (int thinner = round % 5; thinner > 0; --thinner) ends &= random();
        if (round == 0) ends = 0;
        if (round == 1) ends = ~std::uint64_t{0};
        expect_ends_put<Chosen>(ends);
        if (is_modern_processor()) expect_ends_put<Modern>(ends);
        if (is_newest_processor()) expect_ends_put<Newest>(ends);
    }
}

TEST(ByteMasks, FourRunsOfDigitsStandWhereEachAloneStands)
{
    if (!is_modern_processor()) GTEST_SKIP() << "no AVX2";
    std::mt19937 random(9);
    const auto run = [&random] {
        std::string text;
        for (auto size = random() % 7; size > 0; --size) text += static_cast<char>('0' + random() % 10);
        constexpr std::string_view odd = "/:a,\xB0 \xFF";
        if (!text.empty() && random() % 12 == 0) text[random() % text.size()] = odd[random() % odd.size()];
        return text;
    };
    for (int round = 0; round < 20'000; ++round) {
        const std::size_t longest = random() % 2 == 0 ? 3 : 5;
        std::array<std::string, 4> padded;
        std::array<std::string_view, 4> texts;
        bool all_have_places = true;
        for (std::size_t index = 0; index < 4; ++index) {
            padded[index] = run();
            const std::size_t size = padded[index].size();
            padded[index] += "9;9é;;;;;;;;;;;;;"; // what stands behind is none of its business
            texts[index] = std::string_view(padded[index]).substr(0, size);
            all_have_places = all_have_places && digits_place(texts[index], longest) != no_place;
        }
        std::array<std::size_t, 4> places{};
        ASSERT_EQ(ModernDigits::places_of(texts, longest, places.data()), all_have_places);
        for (std::size_t index = 0; index < 4 && all_have_places; ++index)
            ASSERT_EQ(places[index], digits_place(texts[index], longest)) << texts[index];
    }
    EXPECT_EQ(digits_place(std::string_view("12;;;;;;;;;;;;;;").substr(0, 2), 5), 11U + 12);
    EXPECT_EQ(digits_place(std::string_view("012;;;;;;;;;;;;;").substr(0, 3), 5), 111U + 12);
    EXPECT_EQ(digits_place(std::string_view("0;;;;;;;;;;;;;;;").substr(0, 0), 5), 0U);
}

TEST(ByteMasks, CursorFindsWhatALoopFinds)
{
    std::mt19937 random(7);
    for (std::size_t size = 0; size < 400; ++size) {
        const std::string text = noise(random, size);
        std::vector<std::size_t> expected;
        for (std::size_t at = 0; at < size; ++at)
            if (std::string_view(";\"\n\r").find(text[at]) != std::string_view::npos) expected.push_back(at);
        std::vector<std::size_t> found;
        MaskCursor cursor(text, ';');
        const char* const end = text.data() + size;
        for (const char* at = cursor.next(text.data()); at != end; at = cursor.next(at + 1))
            found.push_back(static_cast<std::size_t>(at - text.data()));
        ASSERT_EQ(found, expected) << size;
    }
}

TEST(ByteMasks, CursorGoesBack)
{
    std::string text(202, 'a');
    text[100] = text[201] = ';';
    MaskCursor cursor(text, ';');
    EXPECT_EQ(cursor.next(text.data() + 150), text.data() + 201);
    cursor.seek(text.data() + 50);
    EXPECT_EQ(cursor.next(text.data() + 50), text.data() + 100);
}

} // namespace
} // namespace csv_reader
