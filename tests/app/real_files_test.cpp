// SPDX-License-Identifier: MPL-2.0
//
// Real layouts of French administrations: every command ends in rows, or in one clear sentence. The files are not part
// of the project; without them the test says that it skips.
#include "app/bilan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::support {
namespace {

std::vector<std::filesystem::path> real_files()
{
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = BILAN_SOURCE_DIR "/../shared/data/partner";
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, none))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(RealFiles, EveryCommandEndsInRowsOrInOneSentence)
{
    const std::vector<std::filesystem::path> files = real_files();
    if (files.empty()) GTEST_SKIP() << "no real files at ../shared/data/partner";
    for (const std::filesystem::path& file : files) {
        for (const char* command : {"grid", "inspect", "read"}) {
            const Ended ended = bilan({command, file.string()});
            EXPECT_TRUE(ended.exit == 0 || ended.exit == 1 || ended.exit == 3)
                << command << ' ' << file << " ended with " << ended.exit << '\n'
                << ended.errors;
            EXPECT_FALSE(ended.out.empty() && ended.errors.empty()) << command << ' ' << file;
            EXPECT_TRUE(ended.exit != 3 || count_of(ended.errors, "\n") == 1U) << command << ' ' << file << '\n'
                                                                               << ended.errors;
        }
    }
}

} // namespace
} // namespace bilan::support
