// SPDX-License-Identifier: MPL-2.0
//
// Each plugin of the build shows exactly its two names, needs nothing of the host, and runs no code when it is opened.
#include "plugin/plugin_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

namespace bilan::plugin {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// The last words of the lines that `nm` prints: the names.
std::vector<std::string> names(const std::string& options, const fs::path& file)
{
    const std::string command = std::string(BILAN_NM) + " " + options + " '" + file.string() + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    std::string text;
    std::array<char, 4096> room{};
    while (const std::size_t count = std::fread(room.data(), 1, room.size(), pipe.get()))
        text.append(room.data(), count);
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) found.push_back(line.substr(line.rfind(' ') + 1));
    return found;
}

std::vector<std::string> with(const std::vector<std::string>& all, std::string_view part)
{
    std::vector<std::string> some;
    for (const std::string& name : all)
        if (name.find(part) != std::string::npos) some.push_back(name);
    return some;
}

class Exports : public testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(files().empty()); }
    [[nodiscard]] static std::vector<fs::path> files()
    {
        return look_into(fs::path(BILAN_PLUGIN_DIR).parent_path()).files;
    }
};

TEST_F(Exports, AreTheCardAndTheRegisterFunction)
{
    for (const fs::path& file : files())
        EXPECT_THAT(names("-D --defined-only", file),
                    UnorderedElementsAre("bilan_plugin_card_v1", "bilan_plugin_register_v1"))
            << file;
}

TEST_F(Exports, NothingOfTheHostIsNeeded)
{
    for (const fs::path& file : files())
        EXPECT_THAT(with(names("-D --undefined-only", file), "5bilan"), IsEmpty()) << file;
}

TEST_F(Exports, NoStaticConstructorRuns)
{
    for (const fs::path& file : files()) EXPECT_THAT(with(names("", file), "_GLOBAL__sub_I_"), IsEmpty()) << file;
}

} // namespace
} // namespace bilan::plugin
