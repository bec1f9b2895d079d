// SPDX-License-Identifier: MPL-2.0
#include "archive/archive.hpp"

#include "support/zip_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace bilan::archive {
namespace {

using test::ZipBuilder;
using test::ZipOddity;
using testing::ElementsAre;

Source source_of(const std::string& bytes)
{
    return {"essai.xlsx", "xlsx", {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}};
}

/// All of a part, asked for in small pieces.
std::string read_all(const std::string& bytes, std::string_view name, const ReadLimits& limits = {})
{
    const ReadGuard guard("essai.xlsx", limits);
    const Source source = source_of(bytes);
    Archive archive(source, guard);
    const ZipEntry* const entry = archive.find(name);
    if (entry == nullptr) return "no such part";
    PartStream stream = archive.open(*entry);
    std::string all;
    std::string piece(100, '\0');
    for (;;) {
        const std::size_t size = stream.read(piece);
        all.append(piece, 0, size);
        if (size < piece.size()) return all;
    }
}

/// The refusal of a part, as code and arguments; "read" when there was none.
std::vector<std::string> refusal(const std::string& bytes, std::string_view name = "a.xml",
                                 const ReadLimits& limits = {})
{
    try {
        const std::string text = read_all(bytes, name, limits);
        return {"read"};
    } catch (const Refusal& refused) {
        std::vector<std::string> words = {refused.problem().code};
        for (const std::string& argument : refused.problem().arguments) words.push_back(argument);
        return words;
    }
}

std::string text_of(std::size_t size)
{
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i) text += std::to_string(i * i % 977) + ",";
    text.resize(size);
    return text;
}

TEST(Archive, ReadsDeflatedStoredDescribedAndLargeEntriesInAnyOrder)
{
    const std::string text = text_of(3000);
    const std::string bytes = ZipBuilder()
                                  .add("deflated.xml", text)
                                  .add("stored.xml", text, {.stored = true})
                                  .add("described.xml", text, {.descriptor = true})
                                  .add("large.xml", text, {.zip64 = true})
                                  .add("xl/", "", {.stored = true})
                                  .add("empty.xml", "")
                                  .bytes();
    for (const char* name : {"deflated.xml", "stored.xml", "described.xml", "large.xml"})
        EXPECT_EQ(read_all(bytes, name), text) << name;
    EXPECT_EQ(read_all(bytes, "empty.xml"), "");
    EXPECT_EQ(read_all(bytes, "DEFLATED.XML"), text) << "names are compared without case";
}

class PassedBytes final : public SourceMemory {
public:
    void pass(std::span<const std::byte> bytes) noexcept override
    {
        is_in_order = is_in_order && (end == nullptr || bytes.data() == end);
        end = bytes.data() + bytes.size();
        size += bytes.size();
    }
    const std::byte* end = nullptr;
    std::size_t size = 0;
    bool is_in_order = true;
};

TEST(Archive, GivesBackWhatItHasPassedOfALargePart)
{
    std::mt19937 random(7); // does not pack
    std::string text(std::size_t{10} << 20U, '\0');
    for (char& byte : text) byte = static_cast<char>(random());
    for (const bool stored : {true, false}) {
        const std::string bytes = ZipBuilder().add("a.xml", text, {.stored = stored}).bytes();
        PassedBytes memory;
        Source source = source_of(bytes);
        source.memory = &memory;
        const ReadGuard guard(source, ReadLimits{});
        Archive archive(source, guard);
        PartStream stream = archive.open(*archive.find("a.xml"));
        std::string all(text.size() + 1, '\0');
        std::size_t size = 0;
        for (std::size_t step = 1; step > 0; size += step)
            step = stream.read(std::span(all).subspan(size, std::min(all.size() - size, std::size_t{65'536})));
        all.resize(size);
        EXPECT_TRUE(all == text) << stored;
        EXPECT_TRUE(memory.is_in_order) << stored;
        EXPECT_GE(memory.size, std::size_t{8} << 20U) << stored;
        EXPECT_LE(memory.size, bytes.size()) << stored;
    }
}

TEST(Archive, ReadsZip64DirectoryAndComment)
{
    const std::string bytes = ZipBuilder().add("a.xml", "contenu").bytes("un commentaire", true);
    EXPECT_EQ(read_all(bytes, "a.xml"), "contenu");
}

TEST(Archive, ACommentMayHoldWhatLooksLikeAnEndRecord)
{
    const std::string comment = "PK\5\6" + std::string(30, ' ');
    EXPECT_EQ(read_all(ZipBuilder().add("a.xml", "contenu").bytes(comment), "a.xml"), "contenu");
    EXPECT_EQ(read_all(ZipBuilder().add("a.xml", "contenu").bytes("un commentaire") + "\n", "a.xml"), "contenu");
}

TEST(Archive, RefusesTruncationAtEveryByte)
{
    const std::string bytes = ZipBuilder().add("a.xml", text_of(300)).add("b.xml", "b").bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THAT(refusal(bytes.substr(0, size)), ElementsAre("BIL-300")) << size;
    EXPECT_THAT(refusal(bytes), ElementsAre("read"));
}

TEST(Archive, RefusesUnsafeNames)
{
    const std::string with_nul("a\0b", 3);
    for (const std::string& name : {std::string("../a.xml"), std::string("/a.xml"), std::string("x/../../a.xml"),
                                    std::string("C:a.xml"), with_nul})
        EXPECT_THAT(refusal(ZipBuilder().add(name, "x").bytes()), ElementsAre("BIL-301", name));
}

TEST(Archive, FoldersPartedTheWindowsWayAreFolders)
{
    EXPECT_EQ(read_all(ZipBuilder().add("x\\a.xml", "contenu").bytes(), "x/a.xml"), "contenu");
    EXPECT_THAT(refusal(ZipBuilder().add("x\\..\\..\\a.xml", "x").bytes()), ElementsAre("BIL-301", "x/../../a.xml"));
    EXPECT_THAT(refusal(ZipBuilder().add("x\\a.xml", "x").add("x/a.xml", "y").bytes()),
                ElementsAre("BIL-302", "x/a.xml"));
}

TEST(Archive, RefusesDuplicates)
{
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x").add("A.xml", "y").bytes()), ElementsAre("BIL-302", "A.xml"));
}

TEST(Archive, RefusesOverlaps)
{
    const std::string inner = ZipBuilder().add("b.xml", "y").bytes();
    // The stored bytes of a.xml hold a whole second entry, which the directory names too.
    ZipBuilder builder;
    builder.add("a.xml", inner, {.stored = true});
    builder.add("b.xml", "y", {.offset_shift = -static_cast<int>(inner.size())});
    EXPECT_THAT(refusal(builder.bytes()), ElementsAre("BIL-303", "a.xml"));
}

TEST(Archive, RefusesHeadersThatDisagree)
{
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x", {.local_name = "b.xml"}).bytes()),
                ElementsAre("BIL-304", "a.xml"));
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x", {.offset_shift = 3}).bytes()), ElementsAre("BIL-304", "a.xml"));
}

TEST(Archive, RefusesDamagedData)
{
    const std::string text = text_of(5000);
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.corrupt_byte = 0}).bytes())[0],
                testing::AnyOf("BIL-305", "BIL-307"));
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.checksum_xor = 1}).bytes()), ElementsAre("BIL-306", "a.xml"));
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.stored = true, .checksum_xor = 1}).bytes()),
                ElementsAre("BIL-306", "a.xml"));
}

TEST(Archive, RefusesSizesThatLie)
{
    const std::string text = text_of(5000);
    for (const std::int64_t announced : {4999, 5001, 0, 100000})
        EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.announced = announced}).bytes()),
                    ElementsAre("BIL-307", "a.xml"))
            << announced;
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.stored = true, .announced = 10}).bytes()),
                ElementsAre("BIL-307", "a.xml"));
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text, {.after_data = "reste"}).bytes()),
                ElementsAre("BIL-307", "a.xml"));
}

TEST(Archive, RefusesEncryptedAndUnknownMethods)
{
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x", {.flags = 1}).bytes()), ElementsAre("BIL-308", "a.xml"));
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x", {.method = 9}).bytes()), ElementsAre("BIL-309", "a.xml", "9"));
}

TEST(Archive, RefusesPastLimitsNamingThem)
{
    const std::string zeros = ZipBuilder().add("a.xml", std::string(12 << 20U, '0')).bytes();
    EXPECT_THAT(refusal(zeros), ElementsAre("BIL-310", "ratio", "200", "a.xml"));
    ReadLimits limits;
    limits.part_bytes = 100;
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text_of(101)).bytes(), "a.xml", limits),
                ElementsAre("BIL-310", "part_bytes", "100", "a.xml"));
    limits = {};
    limits.total_bytes = 150;
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", text_of(100)).add("b.xml", text_of(51)).bytes(), "a.xml", limits),
                ElementsAre("BIL-310", "total_bytes", "150", "b.xml"));
    limits = {};
    limits.entries = 1;
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "").add("b.xml", "").bytes(), "a.xml", limits),
                ElementsAre("BIL-310", "entries", "1", "essai.xlsx"));
    limits = {};
    limits.time = std::chrono::milliseconds(-1);
    EXPECT_THAT(refusal(ZipBuilder().add("a.xml", "x").bytes(), "a.xml", limits)[1], "time");
}

TEST(Archive, RefusesFiftyThousandEntries)
{
    ZipBuilder builder;
    for (int i = 0; i < 50'000; ++i) builder.add(std::to_string(i), "", {.stored = true});
    EXPECT_THAT(refusal(builder.bytes()), ElementsAre("BIL-310", "entries", "10000", "essai.xlsx"));
}

} // namespace
} // namespace bilan::archive
