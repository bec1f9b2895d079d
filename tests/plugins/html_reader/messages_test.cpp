// SPDX-License-Identifier: MPL-2.0
//
// Every code that the plugin reports has its sentence in the host's catalogue.
#include "base/message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace bilan::test {
namespace {

std::set<std::string> codes_in(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    std::set<std::string> codes;
    for (std::size_t at = source.find("BIL-"); at != std::string::npos; at = source.find("BIL-", at + 1))
        codes.insert(source.substr(at, 7));
    return codes;
}

TEST(HtmlMessages, EveryCodeOfTheSourcesIsInTheCatalogue)
{
    std::set<std::string> codes;
    for (const char* folder : {"/plugins/html_reader"})
        for (const auto& entry : std::filesystem::directory_iterator(BILAN_SOURCE_DIR + std::string(folder)))
            codes.merge(codes_in(entry.path()));
    EXPECT_GE(codes.size(), 4U);
    for (const std::string& code : codes)
        EXPECT_TRUE(std::ranges::any_of(base::catalogue(), [&](const auto& line) { return line.code == code; }))
            << code;
}

TEST(HtmlMessages, EveryCodeOfTheCatalogueIsInTheSources)
{
    const std::set<std::string> used = codes_in(BILAN_SOURCE_DIR "/plugins/html_reader/codes.hpp");
    EXPECT_EQ(codes_in(BILAN_SOURCE_DIR "/core/base/catalogue/html.inc"), used);
}

} // namespace
} // namespace bilan::test
