// SPDX-License-Identifier: MPL-2.0
//
// What a campaign's folder changes: the answers about headers that it remembers.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;

constexpr const char* partner = "Action;Porteur;Zorglub;Entrées;Sorties;Emploi durable\n"
                                "Parcours fictif;Association fictive;12;12;8;3\n";

TEST(Campaign, AnAnswerAboutAHeaderIsRemembered)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/a.csv", partner).string();
    EXPECT_THAT(bilan({"read", input}).out, testing::Not(HasSubstr("benef_total\":12")));
    folder.write("mappings.toml", "[emploi]\n\"ZORGLUB\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).out, HasSubstr("\"benef_total\":12"));
}

TEST(Campaign, AWrongAnswerIsRefusedWithFileAndLine)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string file = folder.write("mappings.toml", "[emploi]\n\"Zorglub\" = \"benef_totl\"\n").string();
    const Ended ended = bilan({"read", input, "--campaign", folder.path().string()});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.errors, "bilan: " + file +
                                ":2\u00A0: «\u00A0benef_totl\u00A0» n'est pas un champ du schéma emploi. "
                                "Vouliez-vous dire «\u00A0benef_total\u00A0»\u00A0? [BIL-164]\n");
    folder.write("mappings.toml", "[emplois]\n\"Zorglub\" = \"benef_total\"\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).errors, HasSubstr("[BIL-162]"));
    folder.write("mappings.toml", "[emploi\n");
    EXPECT_THAT(bilan({"read", input, "--campaign", folder.path().string()}).errors, HasSubstr("[BIL-161]"));
}

TEST(Campaign, TheLinesThatInspectPreparesCanBePastedAsTheyAre)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", "Action;Porteur;Bénéficiaires;Total bénéficiaires accueillis;Sortis du "
                            "dispositif;Zorglub;Entrées;Emploi durable\n"
                            "Parcours fictif;Association fictive;12;13;8;3;12;3\n")
            .string();
    const std::string shown = bilan({"inspect", input, "--schema", "emploi"}).out;
    const std::size_t block = shown.find("[emploi]");
    ASSERT_NE(block, std::string::npos) << shown;
    EXPECT_THAT(shown, HasSubstr("\n      \"Sortis du dispositif\" = \"nb_sorties\"\n"));
    EXPECT_THAT(shown, HasSubstr("\n      # \"Zorglub\" = \"champ\"\n"));
    const auto total_of = [&] { return bilan({"read", input, "--campaign", folder.path().string()}).out; };
    EXPECT_THAT(total_of(), HasSubstr("\"benef_total\":12"));
    folder.write("mappings.toml", shown.substr(block));
    EXPECT_THAT(total_of(), HasSubstr("\"benef_total\":12"));
    EXPECT_THAT(total_of(), HasSubstr("\"nb_sorties\":8"));
}

} // namespace
} // namespace bilan::support
