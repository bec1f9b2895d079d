// SPDX-License-Identifier: MPL-2.0
#include "run/inputs.hpp"

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Inputs, AFileNamedTwiceIsOneInput)
{
    const TemporaryFolder folder;
    const std::string file = folder.write("a.csv", "a").string();
    EXPECT_EQ(find_inputs({file, file}).files.size(), 1U);
}

TEST(Inputs, ALinkToAFolderIsNotFollowed)
{
    const TemporaryFolder folder;
    folder.write("a.csv", "a");
    std::filesystem::create_directory_symlink(folder.path(), folder / "boucle");
    EXPECT_THAT(names(find_inputs({folder.path().string()})), ElementsAre("a.csv"));
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
