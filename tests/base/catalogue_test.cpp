// SPDX-License-Identifier: MPL-2.0
//
// The rules that every message of the catalogue keeps.
#include "base/message.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace bilan::base {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

std::multiset<char> blanks(std::string_view pattern)
{
    std::multiset<char> found;
    for (std::size_t at = 0; at + 2 < pattern.size(); ++at)
        if (pattern[at] == '{' && pattern[at + 2] == '}') found.insert(pattern[at + 1]);
    return found;
}

bool ends_a_word(std::string_view text, std::size_t at)
{
    if (at == text.size()) return true;
    const std::string_view rest = text.substr(at);
    return rest.starts_with(' ') || rest.starts_with(no_break_space) || rest.starts_with('.') ||
           rest.starts_with(',') || rest.starts_with(')');
}

TEST(Catalogue, IsAscendingByCodeWithoutDoubles)
{
    const auto lines = catalogue();
    ASSERT_FALSE(lines.empty());
    for (std::size_t at = 1; at < lines.size(); ++at) EXPECT_LT(lines[at - 1].code, lines[at].code);
}

TEST(Catalogue, CodesHaveOneForm)
{
    for (const CatalogueLine& line : catalogue())
        EXPECT_TRUE(line.code.size() == 7 && line.code.starts_with("BIL-") &&
                    line.code.find_first_not_of("0123456789", 4) == std::string_view::npos)
            << line.code;
}

TEST(Catalogue, BothLanguagesAreThereWithTheSameBlanks)
{
    for (const CatalogueLine& line : catalogue()) {
        EXPECT_FALSE(line.french.empty()) << line.code;
        EXPECT_FALSE(line.english.empty()) << line.code;
        EXPECT_TRUE(is_utf8(line.french) && is_utf8(line.english)) << line.code;
        EXPECT_NE(line.french, line.english) << line.code;
        EXPECT_EQ(blanks(line.french), blanks(line.english)) << line.code;
    }
}

TEST(Catalogue, SentencesEndWithAFullStopOrAQuestion)
{
    for (const CatalogueLine& line : catalogue()) {
        EXPECT_TRUE(line.french.ends_with('.') || line.french.ends_with('?')) << line.code;
        EXPECT_EQ(line.english.back(), line.french.back()) << line.code;
        EXPECT_EQ(line.french.find("  "), std::string_view::npos) << line.code;
        EXPECT_EQ(line.english.find("  "), std::string_view::npos) << line.code;
    }
}

TEST(Catalogue, FrenchHasNoBreakSpacesBeforeHighPunctuation)
{
    for (const CatalogueLine& line : catalogue()) {
        for (std::size_t at = 0; at < line.french.size(); ++at) {
            const bool is_high = std::string_view(":;?!%").find(line.french[at]) != std::string_view::npos;
            if (!is_high || !ends_a_word(line.french, at + 1)) continue; // 08:30 and name:value are no punctuation
            EXPECT_TRUE(line.french.substr(0, at).ends_with(no_break_space)) << line.code << ": " << line.french;
        }
    }
}

TEST(Catalogue, FrenchHasNoBreakSpacesInsideGuillemets)
{
    for (const CatalogueLine& line : catalogue()) {
        EXPECT_EQ(line.french.find('"'), std::string_view::npos) << line.code;
        std::string_view rest = line.french;
        for (auto at = rest.find("«"); at != std::string_view::npos; at = rest.find("«")) {
            rest.remove_prefix(at + std::string_view("«").size());
            EXPECT_TRUE(rest.starts_with(no_break_space)) << line.code;
        }
        rest = line.french;
        for (auto at = rest.rfind("»"); at != std::string_view::npos; at = rest.rfind("»")) {
            rest = rest.substr(0, at);
            EXPECT_TRUE(rest.ends_with(no_break_space)) << line.code;
        }
    }
}

TEST(Catalogue, EnglishHasNoFrenchTypography)
{
    for (const CatalogueLine& line : catalogue()) {
        EXPECT_EQ(line.english.find(no_break_space), std::string_view::npos) << line.code;
        EXPECT_EQ(line.english.find("«"), std::string_view::npos) << line.code;
    }
}

} // namespace
} // namespace bilan::base
