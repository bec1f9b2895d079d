// SPDX-License-Identifier: MPL-2.0
#include "base/mapped_file.hpp"

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace bilan::base {
namespace {

namespace fs = std::filesystem;

class MappedFileTest : public testing::Test {
protected:
    [[nodiscard]] fs::path write(std::string_view name, std::string_view text) const
    {
        return folder_.write(name, text);
    }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }

    static std::string refusal(const fs::path& path)
    {
        try {
            const MappedFile file(path);
            return "no refusal";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit_code(), ExitCode::unreadable);
            EXPECT_EQ(error.place(), path.native());
            return error.message().code;
        }
    }

private:
    support::TemporaryFolder folder_;
};

std::string_view text_of(const MappedFile& file)
{
    return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST_F(MappedFileTest, GivesTheBytes)
{
    const fs::path path = write("été 2025.csv", "a;b\n");
    MappedFile file(path);
    EXPECT_EQ(text_of(file), "a;b\n");
    MappedFile moved = std::move(file);
    EXPECT_EQ(text_of(moved), "a;b\n");
    MappedFile other(write("other.csv", "c"));
    other = std::move(moved);
    EXPECT_EQ(text_of(other), "a;b\n");
}

TEST_F(MappedFileTest, ACopyOutlivesTheFile)
{
    const fs::path path = write("shortened.csv", std::string(100'000, 'x'));
    const MappedFile file(path);
    fs::resize_file(path, 0); // a mapping would end the process here
    EXPECT_EQ(text_of(file), std::string(100'000, 'x'));
}

TEST_F(MappedFileTest, AnEmptyFileIsEmpty)
{
    EXPECT_TRUE(MappedFile(write("empty", "")).bytes().empty());
}

TEST_F(MappedFileTest, ALargeFileIsMapped)
{
    const fs::path path = write("large", "begin");
    fs::resize_file(path, (std::uintmax_t{16} << 20U) + 1);
    const MappedFile file(path);
    EXPECT_EQ(file.bytes().size(), (std::size_t{16} << 20U) + 1);
    EXPECT_EQ(text_of(file).substr(0, 5), "begin");
}

TEST_F(MappedFileTest, BytesGivenBackAreStillThere)
{
    for (const std::size_t size : {std::size_t{100'000}, (std::size_t{16} << 20U) + 100'000}) { // a copy, a mapping
        const std::string text(size, 'x');
        const MappedFile file(write("file", text));
        file.give_back(file.bytes().subspan(1, size - 2));
        file.give_back(file.bytes().first(3));
        file.give_back({});
        EXPECT_TRUE(text_of(file) == text) << size;
    }
}

TEST_F(MappedFileTest, AGiantIsRefused)
{
    const fs::path path = write("giant", "");
    fs::resize_file(path, (std::uintmax_t{1} << 30U) + 1);
    EXPECT_EQ(refusal(path), "BIL-394");
}

TEST_F(MappedFileTest, WhatIsNoFileIsRefused)
{
    EXPECT_EQ(refusal(folder() / "missing"), "BIL-390");
    EXPECT_EQ(refusal(write("file", "") / "below"), "BIL-390");
    EXPECT_EQ(refusal(folder()), "BIL-391");
    const fs::path fifo = folder() / "fifo";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    EXPECT_EQ(refusal(fifo), "BIL-392");
    EXPECT_EQ(refusal("/dev/null"), "BIL-392");
    fs::create_symlink("loop", folder() / "loop");
    EXPECT_EQ(refusal(folder() / "loop"), "BIL-396");
}

TEST_F(MappedFileTest, WithoutTheRightToReadIsRefused)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const fs::path path = write("secret", "x");
    fs::permissions(path, fs::perms::none);
    EXPECT_EQ(refusal(path), "BIL-393");
}

TEST_F(MappedFileTest, TheRefusalSaysWhatToDo)
{
    try {
        const MappedFile file("/nowhere/retour.xlsx");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.sentence(Language::french), "/nowhere/retour.xlsx\u00A0: Ce fichier n'existe pas. Vérifiez le "
                                                    "chemin et l'orthographe du nom.");
    }
}

} // namespace
} // namespace bilan::base
