// SPDX-License-Identifier: MPL-2.0
#include "run/inputs.hpp"

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <unistd.h>

namespace bilan::run {
namespace {

using support::TemporaryFolder;
using testing::ElementsAre;

std::vector<std::string> names(const Inputs& inputs)
{
    std::vector<std::string> names;
    for (const InputFile& file : inputs.files) names.push_back(file.name);
    return names;
}

TEST(Inputs, AFolderIsWalkedInTheOrderOfItsNames)
{
    const TemporaryFolder folder;
    folder.write("b.csv", "b");
    folder.write("a.xlsx", "a");
    folder.write("plus/c.csv", "c");
    EXPECT_THAT(names(find_inputs({folder.path().string()})), ElementsAre("a.xlsx", "b.csv", "c.csv"));
}

TEST(Inputs, EqualNamesAreToldApartByTheirFolder)
{
    const TemporaryFolder folder;
    folder.write("nord/bilan.csv", "n");
    folder.write("sud/bilan.csv", "s");
    EXPECT_THAT(names(find_inputs({folder.path().string()})), ElementsAre("nord/bilan.csv", "sud/bilan.csv"));
}

TEST(Inputs, EqualPathsBelowTwoFoldersAreToldApartByNoMoreThanItTakes)
{
    const TemporaryFolder folder;
    folder.write("valmont/envois/bilan.csv", "v");
    folder.write("rive/envois/bilan.csv", "r");
    EXPECT_THAT(
        names(find_inputs({(folder.path() / "valmont/envois").string(), (folder.path() / "rive/envois").string()})),
        ElementsAre("rive/envois/bilan.csv", "valmont/envois/bilan.csv"));
}

TEST(Inputs, WhatAProgramLeftThereIsPassedOverAndSaid)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "a");
    folder.write("~$a.xlsx", "lock");
    folder.write(".DS_Store", "x");
    const Inputs inputs = find_inputs({folder.path().string()});
    EXPECT_THAT(names(inputs), ElementsAre("a.csv"));
    EXPECT_THAT(inputs.passed_over, ElementsAre(".DS_Store", "~$a.xlsx"));
}

TEST(Inputs, ACopyIsReadOnceAndSaid)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "same bytes");
    folder.write("copie de a.csv", "same bytes");
    const Inputs inputs = find_inputs({folder.path().string()});
    EXPECT_THAT(names(inputs), ElementsAre("a.csv"));
    EXPECT_THAT(inputs.copies, ElementsAre(testing::Pair("copie de a.csv", "a.csv")));
}

TEST(Inputs, FilesWithoutAByteAreNoCopies)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "");
    folder.write("b.csv", "");
    const Inputs inputs = find_inputs({folder.path().string()});
    EXPECT_THAT(names(inputs), ElementsAre("a.csv", "b.csv"));
    EXPECT_THAT(inputs.copies, testing::IsEmpty());
}

TEST(Inputs, AFileNamedTwiceIsOneInput)
{
    const TemporaryFolder folder;
    const std::string file = folder.write("a.csv", "a").string();
    EXPECT_EQ(find_inputs({file, file}).files.size(), 1U);
}

TEST(Inputs, TheOrderOfTheCommandLineIsNoOrder)
{
    const TemporaryFolder folder;
    const std::string first = folder.write("a.csv", "a").string();
    const std::string second = folder.write("b.csv", "b").string();
    EXPECT_THAT(names(find_inputs({second, first})), ElementsAre("a.csv", "b.csv"));
}

TEST(Inputs, ALinkToAFolderIsNotFollowed)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "a");
    std::filesystem::create_directory_symlink(folder.path(), folder / "boucle");
    EXPECT_THAT(names(find_inputs({folder.path().string()})), ElementsAre("a.csv"));
}

std::string refusal(const std::string& input)
{
    try {
        (void)find_inputs({input});
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::unreadable);
        return error.message().code;
    }
    return "none";
}

TEST(Inputs, TheMarkOfAnOpenWorkbookIsSaidToBeOne)
{
    const TemporaryFolder folder;
    EXPECT_EQ(refusal(folder.write("~$mission.xlsx", "a name").string()), "BIL-188");
    EXPECT_THROW(check_no_mark(folder / "~$mission.xlsx"), base::Error);
    EXPECT_EQ(refusal(folder.write(".~lock.mission.ods#", "a name").string()), "BIL-188");
    folder.write("mission.csv", "a");
    EXPECT_THAT(names(find_inputs({folder.path().string()})), ElementsAre("mission.csv")) << "passed over in a folder";
}

/// Root may enter any folder: while this lives, a root that runs the tests is somebody who owns the folder.
class WithoutPrivileges {
public:
    explicit WithoutPrivileges(const std::filesystem::path& folder) : was_root_(::geteuid() == 0)
    {
        if (!was_root_) return;
        constexpr uid_t nobody = 65534;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            EXPECT_EQ(::chown(entry.path().c_str(), nobody, nobody), 0);
        EXPECT_EQ(::chown(folder.c_str(), nobody, nobody), 0);
        EXPECT_EQ(::setresuid(nobody, nobody, 0), 0);
    }
    WithoutPrivileges(const WithoutPrivileges&) = delete;
    WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;
    ~WithoutPrivileges()
    {
        if (was_root_) {
            EXPECT_EQ(::setresuid(0, 0, 0), 0);
        }
    }

private:
    bool was_root_;
};

TEST(Inputs, AFolderThatCannotBeEnteredIsNoMissingFile)
{
    const TemporaryFolder folder;
    folder.write("clos/a.csv", "a");
    const WithoutPrivileges person(folder.path());
    std::filesystem::permissions(folder / "clos", std::filesystem::perms::owner_read);
    EXPECT_EQ(refusal((folder / "clos").string()), "BIL-186");
    std::filesystem::permissions(folder / "clos", std::filesystem::perms::none);
    EXPECT_EQ(refusal((folder / "clos").string()), "BIL-187");
    std::filesystem::permissions(folder / "clos", std::filesystem::perms::owner_all);
}

TEST(Inputs, NoFileAtAllIsAnError)
{
    const TemporaryFolder folder;
    try {
        (void)find_inputs({folder.path().string()});
        FAIL() << "an empty folder was taken";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::findings);
        EXPECT_EQ(error.message().code, "BIL-152");
    }
    EXPECT_THROW((void)find_inputs({(folder / "missing.csv").string()}), base::Error);
}

} // namespace
} // namespace bilan::run
