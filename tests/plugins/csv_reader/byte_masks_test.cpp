// SPDX-License-Identifier: MPL-2.0
//
// The two ways of asking 64 bytes at once answer alike, and the cursor finds what a plain loop finds.
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

int letters_of(const char* block)
{
    const int letters = Portable::french_letters(block);
    const std::string_view shown(block - 1, block_bytes + 1);
    EXPECT_EQ(Chosen::french_letters(block), letters) << shown;
    EXPECT_EQ(is_modern_processor() ? Modern::french_letters(block) : letters, letters) << shown;
    return letters;
}

TEST(ByteMasks, AllWaysCutAlike)
{
    std::mt19937 random(5);
    for (int round = 0; round < 2'000; ++round) {
        const std::string block = noise(random, block_bytes);
        expect_same_rows<Chosen>(block.data());
        if (is_modern_processor()) expect_same_rows<Modern>(block.data());
    }
    for (unsigned value = 0; value < 256; ++value) {
        std::string block(block_bytes, 'a');
        block[value % block_bytes] = static_cast<char>(value);
        expect_same_rows<Chosen>(block.data());
        if (!is_modern_processor()) continue;
        expect_same_rows<Modern>(block.data());
        EXPECT_EQ(Modern::equal_to(block.data(), static_cast<char>(value)),
                  Portable::equal_to(block.data(), static_cast<char>(value)));
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

TEST(ByteMasks, LettersOfFrench)
{
    const auto letters = [](std::string before, std::string_view rest) {
        std::string text = std::move(before);
        text += rest;
        text.resize(1 + block_bytes, ' ');
        return letters_of(text.data() + 1);
    };
    const std::string almost(block_bytes - 1, 'a');
    EXPECT_EQ(letters("a", "écrit à la régie;1\r\n\t"), 3);
    EXPECT_EQ(letters("\xA9", "plain"), 0) << "the end of a letter before";
    EXPECT_EQ(letters("\xC3", "\xA9t\xC3\xA9"), 1) << "half of the first letter stands before";
    EXPECT_EQ(letters("a", "\xA9"), -1) << "a continuation alone";
    EXPECT_EQ(letters("a", "\xC3t"), -1);
    EXPECT_EQ(letters("\xC3", "t"), -1);
    EXPECT_EQ(letters("a", almost + "\xC3"), -1);
    for (const char* odd :
         {"12\u00A0€", "œuvre", "l\u2019\u00E9t\u00E9", "\x01", "\x0B", "\x7F\x80", "\xFF", "\xC2\xA0"})
        EXPECT_EQ(letters("a", odd), -1) << odd;
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        std::string text(1 + block_bytes, 'a');
        for (auto count = random() % 6; count > 0; --count) {
            const std::size_t at = random() % block_bytes;
            text[at] = random() % 4 == 0 ? static_cast<char>(random() % 256) : '\xC3';
            text[at + 1] = static_cast<char>(0x80U + random() % 0x44U);
        }
        (void)letters_of(text.data() + 1);
        if (HasFailure()) return;
    }
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
