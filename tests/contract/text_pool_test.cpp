// SPDX-License-Identifier: MPL-2.0
//
// Texts of every size come back as they were stored, however they were.
#include <bilan/text_pool.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bilan {
namespace {

TEST(TextPool, ManyTextsAtOnceGetConsecutiveNumbers)
{
    std::string source;
    std::vector<std::size_t> begins;
    for (std::size_t number = 0; number < 60'000; ++number) { // several pages and chunks
        begins.push_back(source.size());
        source += std::string(number % 40, static_cast<char>('a' + number % 26));
    }
    source += std::string(TextPool::short_text, '.'); // what may be read behind the last
    std::vector<std::string_view> texts;
    for (std::size_t number = 0; number < begins.size(); ++number)
        texts.push_back(std::string_view(source).substr(begins[number], number % 40));
    TextPool pool;
    EXPECT_EQ(pool.add("avant"), 0U);
    const std::size_t before = pool.bytes();
    EXPECT_EQ(pool.add_all(texts), 1U);
    EXPECT_EQ(pool.add("après"), texts.size() + 1);
    EXPECT_EQ(pool.add_all({}), texts.size() + 2);
    for (std::uint32_t number = 0; number < texts.size(); ++number) ASSERT_EQ(pool.at(number + 1), texts[number]);
    EXPECT_EQ(pool.at(0), "avant");
    EXPECT_EQ(pool.at(static_cast<TextPool::Id>(texts.size() + 1)), "après");
    EXPECT_EQ(pool.size(), texts.size() + 2);
    EXPECT_GT(pool.bytes(), before + source.size());
}

TEST(TextPool, TheLastBytesOfAChunkAreNotOverrun)
{
    TextPool pool;
    const std::string text = "123456789";
    const std::string padded = text + std::string(TextPool::short_text, 'x');
    const std::vector<std::string_view> one{std::string_view(padded).substr(0, text.size())};
    for (int count = 0; count < 100'000; ++count) pool.add_all(one);
    for (TextPool::Id number = 0; number < pool.size(); ++number) ASSERT_EQ(pool.at(number), text);
}

} // namespace
} // namespace bilan
