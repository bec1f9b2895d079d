// SPDX-License-Identifier: MPL-2.0
#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace bilan::base {
namespace {

TEST(Utf8, EveryScalarValueSurvivesTheRoundTrip)
{
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        std::string text;
        append(text, value);
        const CodePoint first = first_code_point(text);
        const CodePoint last = last_code_point(text);
        ASSERT_TRUE(first.valid && last.valid) << text;
        ASSERT_EQ(first.value, value);
        ASSERT_EQ(last.value, value);
        ASSERT_EQ(first.bytes, text.size());
    }
}

TEST(Utf8, BrokenBytesComeOneByOne)
{
    for (const std::string_view broken : {"\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3",
                                          "\xE2\x80", "\xF0\x9F\x98", "\xC3(", "\xE2\x28\xA1"}) {
        const CodePoint point = first_code_point(broken);
        EXPECT_FALSE(point.valid);
        EXPECT_EQ(point.bytes, 1U);
        EXPECT_EQ(point.value, replacement);
    }
    EXPECT_FALSE(last_code_point("a\x80").valid);
    EXPECT_EQ(code_points("a\xE2\x80z"), (std::u32string{U'a', replacement, replacement, U'z'}));
}

} // namespace
} // namespace bilan::base
