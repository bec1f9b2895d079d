// SPDX-License-Identifier: MPL-2.0
#include "plugin/plugin_loader.hpp"

#include "support/temporary_folder.hpp"

#include <bilan/abi.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

namespace bilan::plugin {
namespace {

namespace fs = std::filesystem;
using base::Language;
using testing::ElementsAre;
using testing::IsEmpty;

const fs::path built = BILAN_PLUGIN_DIR;

class PluginLoaderTest : public testing::Test {
protected:
    PluginLoaderTest() { fs::create_directories(inside()); }

    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    [[nodiscard]] fs::path inside() const { return folder() / std::to_string(BILAN_PLUGIN_INTERFACE); }

    const PluginRegistry& load(const std::vector<fs::path>& folders)
    {
        load_plugins(
            folders, [this](const fs::path& file) { opened_.push_back(file); }, registry_);
        return registry_;
    }
    [[nodiscard]] const std::vector<fs::path>& opened() const { return opened_; }

    static std::string french(const Refused& refused) { return base::render(refused.message, Language::french); }
    static std::string english(const Refused& refused) { return base::render(refused.message, Language::english); }

private:
    support::TemporaryFolder folder_;
    std::vector<fs::path> opened_;
    PluginRegistry registry_;
};

TEST_F(PluginLoaderTest, LoadsTheExample)
{
    fs::copy_file(built / "example.so", inside() / "example.so");
    const PluginRegistry& registry = load({folder()});
    EXPECT_THAT(registry.refused(), IsEmpty());
    EXPECT_THAT(registry.warnings(), IsEmpty());
    ASSERT_EQ(registry.plugins().size(), 1U);
    const Offer& offer = registry.plugins().front();
    EXPECT_EQ(offer.plugin.name, "example");
    EXPECT_EQ(offer.plugin.version, "1.0.0");
    EXPECT_EQ(offer.plugin.file, fs::canonical(inside() / "example.so"));
    EXPECT_EQ(offer.functions.size(), 1U);
    EXPECT_EQ(registry.function_providers().size(), 1U);
}

TEST_F(PluginLoaderTest, TheBuildPutsPluginsWhereTheHostLooks)
{
    EXPECT_EQ(built.filename(), std::to_string(BILAN_PLUGIN_INTERFACE));
}

TEST_F(PluginLoaderTest, TellsEachFileInOrderBeforeItIsOpened)
{
    for (const char* name : {"b.so", "a.so", "C.so"}) fs::copy_file(built / "example.so", inside() / name);
    const PluginRegistry& registry = load({folder()});
    const fs::path real = fs::canonical(inside());
    EXPECT_THAT(opened(), ElementsAre(real / "C.so", real / "a.so", real / "b.so"));
    EXPECT_EQ(registry.plugins().front().plugin.file, real / "C.so");
    EXPECT_EQ(registry.refused().size(), 2U);
}

TEST_F(PluginLoaderTest, LooksOnlyAtItsOwnInterface)
{
    const fs::path other = folder() / std::to_string(BILAN_PLUGIN_INTERFACE + 1);
    fs::create_directories(other);
    fs::copy_file(built / "example.so", other / "example.so");
    fs::copy_file(built / "example.so", folder() / "example.so");
    std::ofstream(inside() / "README.md") << "no library";
    const PluginRegistry& registry = load({folder()});
    EXPECT_THAT(registry.plugins(), IsEmpty());
    EXPECT_THAT(registry.refused(), IsEmpty());
    EXPECT_THAT(opened(), IsEmpty());
}

TEST_F(PluginLoaderTest, AMissingFolderHasNoPlugins)
{
    const PluginRegistry& registry = load({folder() / "nowhere", "/dev/null"});
    EXPECT_THAT(registry.plugins(), IsEmpty());
    EXPECT_THAT(registry.refused(), IsEmpty());
}

TEST_F(PluginLoaderTest, AFileThatTwoFoldersShareIsLoadedOnce)
{
    fs::copy_file(built / "example.so", inside() / "example.so");
    fs::create_symlink("example.so", inside() / "same.so");
    fs::create_symlink(folder(), folder() / "again");
    const PluginRegistry& registry = load({folder(), folder(), folder() / "again"});
    EXPECT_EQ(registry.plugins().size(), 1U);
    EXPECT_THAT(registry.refused(), IsEmpty());
}

TEST_F(PluginLoaderTest, RefusesAFileThatIsNoLibraryWithoutOpeningIt)
{
    std::ofstream(inside() / "notes.so") << "not a library";
    std::ofstream(inside() / "void.so") << "";
    const PluginRegistry& registry = load({folder()});
    EXPECT_THAT(opened(), IsEmpty());
    ASSERT_EQ(registry.refused().size(), 2U);
    EXPECT_EQ(registry.refused().front().file, fs::canonical(inside()) / "notes.so");
    EXPECT_EQ(french(registry.refused().front()),
              "Ce fichier n'est pas une bibliothèque partagée. Retirez-le du dossier des extensions.");
    EXPECT_EQ(english(registry.refused().back()),
              "This file is not a shared library. Remove it from the plugin folder.");
}

TEST_F(PluginLoaderTest, RefusesADamagedLibrary)
{
    fs::copy_file(built / "example.so", inside() / "example.so");
    fs::resize_file(inside() / "example.so", 40);
    const PluginRegistry& registry = load({folder()});
    ASSERT_EQ(registry.refused().size(), 1U);
    EXPECT_EQ(english(registry.refused().front()),
              "This library does not open (the system's answer: file too short). Install what it lacks or rebuild it, "
              "or remove it from the plugin folder.");
}

TEST_F(PluginLoaderTest, LivesThroughALibraryThatIsCutAnywhere)
{
    const auto size = static_cast<std::uintmax_t>(fs::file_size(built / "example.so"));
    constexpr std::uintmax_t steps = 40;
    for (std::uintmax_t step = 0; step < steps; ++step) {
        const fs::path file = inside() / ("cut" + std::to_string(step) + ".so");
        fs::copy_file(built / "example.so", file);
        fs::resize_file(file, size * step / steps);
    }
    const PluginRegistry& registry = load({folder()});
    EXPECT_EQ(registry.refused().size() + registry.plugins().size(), steps);
    EXPECT_GT(registry.refused().size(), steps / 2);
}

TEST_F(PluginLoaderTest, RefusesWhatIsNoOrdinaryFile)
{
    ASSERT_EQ(::mkfifo((inside() / "fifo.so").c_str(), 0600), 0);
    fs::create_directory(inside() / "folder.so");
    fs::create_symlink("nowhere", inside() / "link.so");
    fs::create_symlink("loop.so", inside() / "loop.so");
    const PluginRegistry& registry = load({folder()});
    EXPECT_EQ(registry.refused().size(), 4U);
    for (const Refused& refused : registry.refused())
        EXPECT_EQ(french(refused), "Ce n'est pas un fichier ordinaire. Retirez-le du dossier des extensions.");
}

TEST_F(PluginLoaderTest, RefusesALinkThatLeavesTheFolder)
{
    fs::copy_file(built / "example.so", folder() / "example.so");
    fs::create_symlink(folder() / "example.so", inside() / "example.so");
    const PluginRegistry& registry = load({folder()});
    EXPECT_THAT(opened(), IsEmpty());
    ASSERT_EQ(registry.refused().size(), 1U);
    const std::string target = fs::canonical(folder() / "example.so").string();
    EXPECT_EQ(french(registry.refused().front()), "Ce lien mène hors du dossier des extensions (" + target +
                                                      "). Copiez le fichier dans le dossier à la place du lien.");
    EXPECT_EQ(english(registry.refused().front()), "This link leads out of the plugin folder (" + target +
                                                       "). Copy the file into the folder instead of the link.");
}

TEST_F(PluginLoaderTest, WarnsOfAFolderThatEveryoneMayWriteTo)
{
    fs::copy_file(built / "example.so", inside() / "example.so");
    fs::permissions(inside(), fs::perms::all);
    const PluginRegistry& registry = load({folder()});
    EXPECT_EQ(registry.plugins().size(), 1U);
    ASSERT_EQ(registry.warnings().size(), 1U);
    EXPECT_EQ(registry.warnings().front().file, fs::canonical(inside()));
    EXPECT_EQ(french(registry.warnings().front()),
              "Tout le monde peut écrire dans ce dossier d'extensions, donc y déposer du code que bilan exécutera. "
              "Retirez ce droit (chmod o-w).");
    EXPECT_EQ(english(registry.warnings().front()), "Everyone may write to this plugin folder, and so put code there "
                                                    "that bilan will run. Take that right away (chmod o-w).");
}

TEST_F(PluginLoaderTest, SaysWhichFolderCannotBeRead)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    fs::permissions(inside(), fs::perms::none);
    const PluginRegistry& registry = load({folder()});
    ASSERT_EQ(registry.refused().size(), 1U);
    EXPECT_EQ(registry.refused().front().file, folder());
    EXPECT_EQ(registry.refused().front().message.code, "BIL-464");
    fs::permissions(inside(), fs::perms::owner_all);
}

} // namespace
} // namespace bilan::plugin
