// SPDX-License-Identifier: MPL-2.0
//
// The codes of messages that sources name, for tests that hold a plugin and the host's catalogue together. One thread.
#pragma once

#include "base/message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string>

namespace bilan::test {

/// Codes named in a file of the tree.
inline std::set<std::string> codes_in(const std::string& file)
{
    std::ifstream stream(BILAN_SOURCE_DIR + file, std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    std::set<std::string> codes;
    for (std::size_t at = source.find("BIL-"); at != std::string::npos; at = source.find("BIL-", at + 1))
        codes.insert(source.substr(at, 7));
    return codes;
}

/// Every code that the sources of these folders name has its sentence; they are at least so many.
inline void expect_in_catalogue(std::initializer_list<std::string> folders, std::size_t least)
{
    std::set<std::string> codes;
    for (const std::string& folder : folders)
        for (const auto& entry : std::filesystem::directory_iterator(BILAN_SOURCE_DIR + folder))
            if (entry.is_regular_file()) codes.merge(codes_in(folder + "/" + entry.path().filename().string()));
    EXPECT_GE(codes.size(), least);
    for (const std::string& code : codes)
        EXPECT_TRUE(std::ranges::any_of(base::catalogue(), [&](const auto& line) { return line.code == code; }))
            << code;
}

} // namespace bilan::test
