// SPDX-License-Identifier: MPL-2.0
#include "run/atomic_file.hpp"

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bilan::run {
namespace {

using support::bytes_of;
using support::TemporaryFolder;

void put(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

std::size_t files_in(const TemporaryFolder& folder)
{
    const std::filesystem::directory_iterator entries(folder.path());
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

base::Error error_of(const std::filesystem::path& target)
{
    try {
        write_atomically(target, [](const std::filesystem::path& file) { put(file, "new"); });
    } catch (const base::Error& error) {
        return error;
    }
    ADD_FAILURE() << "written: " << target;
    return {base::ExitCode::done, "", {}};
}

TEST(AtomicFile, WritesANewFileAndLeavesNothingElse)
{
    const TemporaryFolder folder;
    write_atomically(folder / "out.xlsx", [](const std::filesystem::path& file) { put(file, "new"); });
    EXPECT_EQ(bytes_of(folder / "out.xlsx"), "new");
    EXPECT_EQ(files_in(folder), 1U);
}

TEST(AtomicFile, AnExceptionLeavesTheOldFileWhole)
{
    const TemporaryFolder folder;
    folder.write("out.xlsx", "old");
    EXPECT_THROW(write_atomically(folder / "out.xlsx",
                                  [](const std::filesystem::path& file) {
                                      put(file, "half");
                                      throw std::runtime_error("writer failed");
                                  }),
                 std::runtime_error);
    EXPECT_EQ(bytes_of(folder / "out.xlsx"), "old");
    EXPECT_EQ(files_in(folder), 1U);
}

TEST(AtomicFile, ReplacesTheOldFileAndKeepsItsRights)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.write("out.xlsx", "old");
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    write_atomically(file, [](const std::filesystem::path& temporary) { put(temporary, "new"); });
    EXPECT_EQ(bytes_of(file), "new");
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(AtomicFile, SaysWhatIsWrongWithTheTarget)
{
    const TemporaryFolder folder;
    EXPECT_EQ(error_of(folder / "missing/out.xlsx").message().code, "BIL-421");
    EXPECT_EQ(error_of(folder.path()).message().code, "BIL-420");
    EXPECT_EQ(error_of(folder / (std::string(260, 'n') + ".xlsx")).message().code, "BIL-424");
    EXPECT_EQ(error_of(folder / "missing/out.xlsx").exit_code(), base::ExitCode::unwritable);
    EXPECT_EQ(files_in(folder), 0U);
}

TEST(AtomicFile, AWriteProtectedFileIsNotReplaced)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.write("out.xlsx", "signed");
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    const base::Error error = error_of(file);
    EXPECT_EQ(
        base::render(error.message(), base::Language::french),
        "Ce fichier est protégé en écriture\u00A0: il n'est pas remplacé. Ôtez sa protection, ou donnez un autre nom "
        "par -o.");
    EXPECT_EQ(bytes_of(file), "signed");
}

TEST(AtomicFile, TheLongestNameCanBeWritten)
{
    const TemporaryFolder folder;
    std::string name(250, 'n');
    name += ".xlsx"; // in one expression, GCC 12 at -O1 sees an overrun that is not there
    write_atomically(folder / name, [](const std::filesystem::path& file) { put(file, "new"); });
    EXPECT_EQ(bytes_of(folder / name), "new");
}

TEST(AtomicFile, AReadOnlyFolderIsNamed)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(error_of(folder / "out.xlsx").message().code, "BIL-423");
}

TEST(AtomicFile, AFullDiskLeavesTheOldFileWhole)
{
    const TemporaryFolder folder;
    folder.write("out.xlsx", "old");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) { // in a child, because a file size limit stays for the life of a process
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{10, 10};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_atomically(folder / "out.xlsx", [&](const std::filesystem::path& file) {
                std::ofstream stream(file, std::ios::binary);
                stream << std::string(1'000'000, 'x') << std::flush;
                if (!stream)
                    throw base::Error(base::ExitCode::unwritable, file.string(), {"BIL-422", {"", "File too large"}});
            });
        } catch (const base::Error& error) {
            ::_exit(static_cast<int>(error.exit_code()));
        } catch (...) {
            ::_exit(99);
        }
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(base::ExitCode::unwritable));
    EXPECT_EQ(bytes_of(folder / "out.xlsx"), "old");
    EXPECT_EQ(files_in(folder), 1U);
}

TEST(AtomicFile, AKilledRunLeavesTheOldFileAndTheNextRunCleansUp)
{
    const TemporaryFolder folder;
    folder.write("out.xlsx", "old");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        write_atomically(folder / "out.xlsx", [](const std::filesystem::path& file) {
            put(file, "half");
            ::raise(SIGKILL);
        });
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(bytes_of(folder / "out.xlsx"), "old");
    EXPECT_EQ(files_in(folder), 2U) << "the temporary file of the killed run";
    write_atomically(folder / "out.xlsx", [](const std::filesystem::path& file) { put(file, "new"); });
    EXPECT_EQ(bytes_of(folder / "out.xlsx"), "new");
    EXPECT_EQ(files_in(folder), 1U);
}

TEST(AtomicFile, TheTemporaryFileOfALivingRunIsLeftAlone)
{
    const TemporaryFolder folder;
    folder.write(".bilan-" + std::to_string(::getppid()) + ".tmp", "somebody is writing");
    write_atomically(folder / "out.xlsx", [](const std::filesystem::path& file) { put(file, "new"); });
    EXPECT_EQ(files_in(folder), 2U);
}

} // namespace
} // namespace bilan::run
