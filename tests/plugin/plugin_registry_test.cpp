// SPDX-License-Identifier: MPL-2.0
#include "plugin/plugin_registry.hpp"

#include <gtest/gtest.h>

namespace bilan::plugin {
namespace {

class FixedReader final : public Reader {
public:
    FixedReader(std::string name, Confidence confidence) : name_(std::move(name)), confidence_(confidence) {}
    [[nodiscard]] ReaderCard card() const override { return {name_, {}, "Is always as sure."}; }
    [[nodiscard]] Confidence recognises(const Source& source) const override
    {
        if (source.name == "odd") throw std::runtime_error("odd bytes");
        return confidence_;
    }
    void read(const Source& /*source*/, const ReadLimits& /*limits*/, Book& book) const override
    {
        book.format = name_;
    }

private:
    std::string name_;
    Confidence confidence_;
};

class FixedWriter final : public Writer {
public:
    FixedWriter(std::string name, std::string extension) : name_(std::move(name)), extension_(std::move(extension)) {}
    [[nodiscard]] WriterCard card() const override { return {name_, extension_, "Writes nothing."}; }
    void write(const Workbook& /*workbook*/, const std::filesystem::path& /*target*/) const override {}

private:
    std::string name_;
    std::string extension_;
};

Offer offer_of(const std::string& name)
{
    return {{name, "1.0.0", "a compiler 1.0", "/extensions/1/" + name + ".so"}, {}, {}, {}};
}

Offer reader(const std::string& plugin, const std::string& name, Confidence confidence)
{
    Offer offer = offer_of(plugin);
    offer.readers.push_back(
        std::make_unique<LoadedReader>(offer.plugin, std::make_unique<FixedReader>(name, confidence)));
    return offer;
}

Offer writer(const std::string& plugin, const std::string& name, const std::string& extension)
{
    Offer offer = offer_of(plugin);
    offer.writers.push_back(
        std::make_unique<LoadedWriter>(offer.plugin, std::make_unique<FixedWriter>(name, extension)));
    return offer;
}

std::string refusal_of(PluginRegistry& registry, Offer offer)
{
    try {
        registry.take(std::move(offer));
    } catch (const base::Error& error) {
        return base::render(error.message(), base::Language::english);
    }
    return "taken";
}

TEST(PluginRegistry, TakesTheSurestReader)
{
    PluginRegistry registry;
    registry.take(reader("one", "csv", 40));
    registry.take(reader("two", "xlsx", 90));
    registry.take(reader("three", "ods", 90));
    const ReaderChoice choice = registry.best_reader({"retour.xlsx", "xlsx", {}});
    ASSERT_NE(choice.reader, nullptr);
    EXPECT_EQ(choice.reader->card().name, "xlsx");
    EXPECT_EQ(choice.reader->plugin().name, "two");
    EXPECT_EQ(choice.confidence, 90);
    EXPECT_TRUE(choice.failures.empty());
    Book book;
    choice.reader->read({"retour.xlsx", "xlsx", {}}, {}, book);
    EXPECT_EQ(book.format, "xlsx");
}

TEST(PluginRegistry, GivesNoReaderWhenNobodyKnowsTheBytes)
{
    PluginRegistry registry;
    EXPECT_EQ(registry.best_reader({}).reader, nullptr);
    registry.take(reader("one", "csv", 0));
    EXPECT_EQ(registry.best_reader({}).reader, nullptr);
}

TEST(PluginRegistry, KeepsTheFailuresOfReadersThatLook)
{
    PluginRegistry registry;
    registry.take(reader("one", "csv", 40));
    const ReaderChoice choice = registry.best_reader({"odd", "", {}});
    EXPECT_EQ(choice.reader, nullptr);
    ASSERT_EQ(choice.failures.size(), 1U);
    EXPECT_EQ(choice.failures.front().message().code, "BIL-474");
}

TEST(PluginRegistry, FindsTheWriterOfAnExtension)
{
    PluginRegistry registry;
    registry.take(writer("one", "xlsx", "xlsx"));
    ASSERT_NE(registry.writer_for("XLSX"), nullptr);
    EXPECT_EQ(registry.writer_for("xlsx")->card().name, "xlsx");
    EXPECT_EQ(registry.writer_for("ods"), nullptr);
    EXPECT_EQ(registry.writer_for(""), nullptr);
}

TEST(PluginRegistry, RefusesASecondPluginOfTheSameName)
{
    PluginRegistry registry;
    registry.take(reader("one", "csv", 40));
    EXPECT_EQ(refusal_of(registry, reader("one", "other", 40)),
              "Plugin one 1.0.0 is loaded already, in version 1.0.0, from /extensions/1/one.so. Remove one of the two "
              "files.");
    EXPECT_EQ(registry.plugins().size(), 1U);
}

TEST(PluginRegistry, RefusesReadersAndWritersOfTheSameName)
{
    PluginRegistry registry;
    registry.take(reader("one", "csv", 40));
    registry.take(writer("two", "xlsx", "xlsx"));
    EXPECT_EQ(
        refusal_of(registry, reader("three", "csv", 40)),
        "three 1.0.0 brings a reader \"csv\", but one 1.0.0 brings one already (/extensions/1/one.so). Remove one "
        "of the two files.");
    EXPECT_EQ(
        refusal_of(registry, writer("three", "xlsx", "xlsm")),
        "three 1.0.0 brings a writer \"xlsx\", but two 1.0.0 brings one already (/extensions/1/two.so). Remove one "
        "of the two files.");
    EXPECT_EQ(
        refusal_of(registry, writer("three", "other", "XLSX")),
        "three 1.0.0 brings a writer of \".xlsx\" files, but two 1.0.0 brings one already (/extensions/1/two.so). "
        "Remove one of the two files.");
    EXPECT_EQ(registry.plugins().size(), 2U);
}

} // namespace
} // namespace bilan::plugin
