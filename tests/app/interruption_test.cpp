// SPDX-License-Identifier: MPL-2.0
//
// Whenever a run is ended, the old workbook or the new one is there, never half of one, and the next run sweeps.
#include "app/bilan.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace bilan::support {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr int attempts = 12;

/// Starts the main job in a process of its own.
pid_t start(const std::string& output, const char* territory = "Contrat de ville")
{
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
        ::execl(BILAN_BUILD_DIR "/bin/bilan", "bilan", "run", "emploi", examples.c_str(), "-o", output.c_str(),
                "--year", "2025", "--territory", territory, nullptr);
        ::_exit(127);
    }
    return child;
}

int wait_for(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

std::size_t leftovers(const std::filesystem::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().filename() != "emploi.xlsx") ++count;
    return count;
}

class Interruption : public testing::TestWithParam<int> {};

TEST_P(Interruption, AtAnyMomentLeavesOneWholeWorkbook)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "emploi.xlsx").string();
    ASSERT_EQ(WEXITSTATUS(wait_for(start(output, "Contrat d'avant"))), 1);
    const std::string old = bytes_of(output);
    const auto begin = steady_clock::now();
    ASSERT_EQ(WEXITSTATUS(wait_for(start(output))), 1);
    const auto whole = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
    const std::string fresh = bytes_of(output);
    ASSERT_FALSE(old.empty());
    ASSERT_NE(fresh, old);

    int ended_early = 0;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        folder.write("emploi.xlsx", old);
        const pid_t child = start(output);
        std::this_thread::sleep_for(whole * attempt / attempts);
        ::kill(child, GetParam());
        const int status = wait_for(child);
        const bool finished = WIFEXITED(status) && WEXITSTATUS(status) == 1;
        if (!finished) ++ended_early;
        const std::string there = bytes_of(output);
        EXPECT_TRUE(there == fresh || (!finished && there == old)) << "after attempt " << attempt;
        if (GetParam() == SIGKILL) continue;
        EXPECT_EQ(leftovers(folder.path()), 0U) << "after attempt " << attempt;
        // A signal may come before the program has said that it wants it.
        EXPECT_TRUE(finished || WIFSIGNALED(status) || WEXITSTATUS(status) == 130) << "after attempt " << attempt;
    }
    EXPECT_GT(ended_early, 0);
    EXPECT_EQ(WEXITSTATUS(wait_for(start(output))), 1);
    EXPECT_EQ(leftovers(folder.path()), 0U) << "the next run sweeps what a killed one left";
    EXPECT_EQ(bytes_of(output), fresh);
}

INSTANTIATE_TEST_SUITE_P(BySignal, Interruption, testing::Values(SIGKILL, SIGTERM, SIGINT, SIGHUP),
                         [](const auto& signal) { return "Signal" + std::to_string(signal.param); });

} // namespace
} // namespace bilan::support
