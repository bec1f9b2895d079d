// SPDX-License-Identifier: MPL-2.0
//
// Every code that the plugin reports has its sentence in the host's catalogue.
#include "base/message.hpp"
#include "csv_under_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace bilan::test {
namespace {

std::set<std::string> codes_in(std::string_view source)
{
    std::set<std::string> codes;
    for (std::size_t at = source.find("BIL-"); at != std::string_view::npos; at = source.find("BIL-", at + 1))
        codes.emplace(source.substr(at, 7));
    return codes;
}

TEST(CsvMessages, EveryCodeOfTheSourcesIsInTheCatalogue)
{
    std::set<std::string> codes;
    for (const auto& entry : std::filesystem::directory_iterator(BILAN_SOURCE_DIR "/plugins/csv_reader"))
        codes.merge(codes_in(bytes_of(entry.path())));
    EXPECT_GE(codes.size(), 15U);
    for (const std::string& code : codes)
        EXPECT_TRUE(std::ranges::any_of(base::catalogue(), [&](const auto& line) { return line.code == code; }))
            << code;
}

} // namespace
} // namespace bilan::test
