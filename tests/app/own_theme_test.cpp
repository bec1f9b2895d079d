// SPDX-License-Identifier: MPL-2.0
//
// A report that brings its own theme: the example of docs/guide/own_theme.md, and what is said when it is not well
// formed.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The first block of that kind on the page.
std::string block(const std::string& kind)
{
    const std::string page = bytes_of(std::filesystem::path(BILAN_SOURCE_DIR) / "docs/guide/own_theme.md");
    const std::string opening = "```" + kind + "\n";
    const std::size_t begin = page.find(opening) + opening.size();
    return page.substr(begin, page.find("```", begin) - begin);
}

class OwnTheme : public testing::Test {
protected:
    void SetUp() override
    {
        folder_.write("jardins.csv", block("csv"));
        write(block("lua theme"));
    }
    void write(const std::string& report) { folder_.write("jardins.lua", report); }
    std::string path(const std::string& name) { return (folder_ / name).string(); }
    Ended run(const std::string& report = "jardins.lua")
    {
        return bilan({"run", path(report), path("jardins.csv"), "-o", path("jardins.xlsx")});
    }
    std::string without(const std::string& old, const std::string& by)
    {
        std::string text = block("lua theme");
        return text.replace(text.find(old), old.size(), by);
    }
    TemporaryFolder folder_;
};

TEST_F(OwnTheme, TheExampleOfTheGuide)
{
    const Ended ended = run();
    ASSERT_EQ(ended.exit, 0) << ended.errors;
    const std::string first = bilan({"grid", path("jardins.xlsx"), "--sheet", "Synthèse"}).out;
    EXPECT_THAT(first, HasSubstr("Parcelles cultivées"));
    const std::string table = bilan({"grid", path("jardins.xlsx"), "--sheet", "Jardins par état"}).out;
    EXPECT_THAT(table, AllOf(HasSubstr("\"value\":2200"), HasSubstr("\"value\":800")));
    const std::string controls = bilan({"grid", path("jardins.xlsx"), "--sheet", "Contrôles"}).out;
    EXPECT_THAT(controls, HasSubstr("\"J01\""));
    EXPECT_THAT(bilan({"grid", path("jardins.xlsx"), "--sheet", "Méthode"}).out, HasSubstr("\"JAR01\""));
    const std::string figures =
        bilan({"watch", path("jardins.lua"), path("jardins.csv"), "--rounds", "1", "--json"}).out;
    EXPECT_THAT(figures, HasSubstr("\"after\":1.03125")) << "33 of 32, La Source left out";
}

TEST_F(OwnTheme, ItIsThatReportsAlone)
{
    EXPECT_THAT(bilan({"read", path("jardins.csv")}).out, Not(HasSubstr("\"schema\":\"jardin\"")));
    ASSERT_EQ(bilan({"pack", path("jardins.lua"), "-o", path("jardins.bilan")}).exit, 0);
    folder_.write("jardins.lua", "");
    EXPECT_EQ(run("jardins.bilan").exit, 0);
}

TEST_F(OwnTheme, AMistakeHasItsLine)
{
    write(without("type = \"count\", parent", "type = \"cuont\", parent"));
    const Ended type = run();
    EXPECT_EQ(type.exit, 6);
    EXPECT_THAT(type.errors, AllOf(HasSubstr("jardins.lua:21"), HasSubstr("cuont"), HasSubstr("count")));
    write(without("vocabulary = \"etat_jardin\"", "vocabulary = \"etat_jardins\""));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:"), HasSubstr("etat_jardin")));
    write(without("unit = \"rate\"", "unit = \"taux\""));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:34"), HasSubstr("taux")));
    write(without("schemas = {", "schemas = { 7,"));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:"), HasSubstr("schemas[1]")));
    write(without("schemas = {", "schemes = {"));
    EXPECT_THAT(run().errors, HasSubstr("schemas"));
}

} // namespace
} // namespace bilan::support
