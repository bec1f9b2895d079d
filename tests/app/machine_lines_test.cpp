// SPDX-License-Identifier: MPL-2.0
//
// What each command prints with --json: one object a line, nothing else on the output stream.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;

void expect_json_lines(const std::string& out)
{
    ASSERT_FALSE(out.empty());
    for (std::size_t start = 0; start < out.size();) {
        const std::size_t end = out.find('\n', start);
        ASSERT_NE(end, std::string::npos) << "the last line has no end";
        EXPECT_TRUE(out.substr(start, 9) == "{\"type\":\"" && out[end - 1] == '}') << out.substr(start, end - start);
        start = end + 1;
    }
}

TEST(MachineLines, InspectTellsTablesColumnsAndRows)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("a.csv", "Action;Porteur;Nb entrées;Sorties;Xyz\nx;y;4;1;?\nTotal;;4;1;\n").string();
    const Ended ended = bilan({"inspect", "--json", input});
    EXPECT_EQ(ended.exit, 0);
    expect_json_lines(ended.out);
    EXPECT_THAT(ended.out,
                HasSubstr(R"({"type":"table","file":"a.csv","sheet":"a","range":"A1:E3","schema":"emploi")"));
    EXPECT_THAT(ended.out, HasSubstr(R"("column":"C","header":"Nb entrées","field":"nb_entrees","confidence":)"));
    EXPECT_THAT(ended.out, HasSubstr(R"("column":"E","header":"Xyz","field":null,"suggestions":[])"));
    EXPECT_THAT(ended.out,
                HasSubstr(R"({"type":"row_not_kept","file":"a.csv","sheet":"a","row":3,"done":"set_aside")"));
}

TEST(MachineLines, ReportsAndTheirParameters)
{
    const Ended ended = bilan({"reports", "--json", "--lang", "en"});
    EXPECT_EQ(ended.exit, 0);
    expect_json_lines(ended.out);
    EXPECT_THAT(
        ended.out,
        HasSubstr(
            R"({"type":"report","report":"emploi","title":"Employment pillar: what the actions did","datasets":["emploi")"));
    EXPECT_THAT(ended.out, HasSubstr(R"({"type":"parameter","report":"emploi","name":"seuil_couverture","label":")"));
    EXPECT_THAT(ended.out, HasSubstr(R"("value":"rate","choices":[]})"));
}

TEST(MachineLines, Plugins)
{
    const Ended ended = bilan({"plugins", "--json"});
    EXPECT_EQ(ended.exit, 0);
    expect_json_lines(ended.out);
    EXPECT_THAT(ended.out, HasSubstr(R"("file":"csv_reader.so","readers":["csv"],"writers":[],"functions":[]})"));
}

TEST(MachineLines, TypesOfParametersAreInTheReadersLanguage)
{
    EXPECT_THAT(bilan({"reports"}).out, HasSubstr("(taux, entre 0 et 1)"));
    EXPECT_THAT(bilan({"reports", "--lang", "en"}).out, HasSubstr("(rate, between 0 and 1)"));
}

} // namespace
} // namespace bilan::support
