// SPDX-License-Identifier: MPL-2.0
//
// Lists of the territory as a user gives them: by --reference, in a campaign's folder, or not at all.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* partner = "Action;Porteur;Exercice;Quartier;Commune;Bénéficiaires;Femmes;Hommes\n"
                                "Atelier fictif;Association fictive;2024;Quartier Bellevue;Villefictive;12;7;5\n";
constexpr const char* quarters = "code_qp;lib_qp;insee_com\nQN06902I;Bellevue;69901\n";
constexpr const char* communes = "codgeo;libgeo;dep\n69901;Villefictive;69\n";

TEST(Reference, NamesBecomeCodes)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string first = folder.write("qpv.csv", quarters).string();
    const std::string second = folder.write("communes.csv", communes).string();
    const std::string out = bilan({"read", input, "--reference", first, "--reference", second}).out;
    EXPECT_THAT(out, HasSubstr("\"territoire\":[\"QN06902I\"]"));
    EXPECT_THAT(out, HasSubstr("\"commune\":\"69901\""));
    EXPECT_THAT(out, HasSubstr("BIL-560"));
    EXPECT_THAT(out, Not(HasSubstr("BIL-575")));
    EXPECT_THAT(out, Not(HasSubstr("BIL-576")));
}

TEST(Reference, ACampaignHasItsOwn)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/a.csv", partner).string();
    folder.write("references/qpv.csv", quarters);
    const std::string out = bilan({"read", input, "--campaign", folder.path().string()}).out;
    EXPECT_THAT(out, HasSubstr("\"territoire\":[\"QN06902I\"]"));
    EXPECT_EQ(count_of(out, "BIL-576"), 1U); // the communes were compared with nothing
    EXPECT_THAT(out, HasSubstr("communes"));
}

TEST(Reference, WithoutAnyListItIsSaidOnce)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.csv", partner);
    folder.write("entrees/b.csv", std::string(partner) + "Autre;Association;2024;Nord;Bourgfictif;3;2;1\n");
    const std::string inputs = (folder.path() / "entrees").string();
    EXPECT_EQ(count_of(bilan({"read", inputs}).out, "BIL-575"), 1U);
    EXPECT_EQ(count_of(bilan({"check", inputs}).out, "Aucune liste de référence"), 1U);
}

TEST(Reference, WhatIsNoListIsRefused)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const Ended ended = bilan({"read", input, "--reference", input});
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.errors, HasSubstr("a.csv"));
    EXPECT_THAT(ended.errors, HasSubstr("[BIL-947]"));
    const std::string note = folder.write("note.csv", "Liste des quartiers\n").string();
    EXPECT_THAT(bilan({"read", input, "--reference", note}).errors, HasSubstr("[BIL-577]"));
    EXPECT_EQ(bilan({"read", input, "--reference", (folder.path() / "absent.csv").string()}).exit, 3);
}

/// A line that is not read leaves one quarter less of its name: the other one was then the only one, and taken for it.
TEST(Reference, ALineThatCannotBeReadIsNamed)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const auto told = [&](const std::string& lines, const char* tongue) {
        const std::string list = folder.write("liste.csv", "code_qp;lib_qp\nQN03101M;Bel Air\n" + lines).string();
        return bilan({"--lang", tongue, "read", input, "--reference", list});
    };
    const Ended mistyped = told("QN0310EM;Les Ormes\n", "fr");
    EXPECT_EQ(mistyped.exit, 2);
    EXPECT_THAT(
        mistyped.errors,
        HasSubstr("liste.csv \u203A liste \u203A A3\u00A0: La liste des quartiers porte «\u00A0QN0310EM\u00A0» comme "
                  "code de «\u00A0Les Ormes\u00A0»\u00A0: ce n'est pas un code de quartier, et ce quartier serait "
                  "oublié. Corrigez la cellule (QP069010, QN06910M), ou ôtez la ligne. [BIL-044]"));
    EXPECT_THAT(
        told(";Les Ormes\n", "fr").errors,
        HasSubstr("La liste des quartiers ne porte aucun code pour «\u00A0Les Ormes\u00A0», et ce quartier serait "
                  "oublié. Ajoutez son code (QP069010, QN06910M), ou ôtez la ligne. [BIL-043]"));
    EXPECT_THAT(told(";Les Ormes\n", "en").errors, HasSubstr("The list of quarters has no code for \"Les Ormes\""));
    EXPECT_THAT(told("QN0310EM;Les Ormes\n", "en").errors, HasSubstr("has \"QN0310EM\" as the code of \"Les Ormes\""));
    EXPECT_THAT(
        told("QN03101M;Les Ormes\n", "fr").errors,
        HasSubstr("La liste des quartiers porte le code QN03101M pour plusieurs quartiers\u00A0: Bel Air, Les Ormes. "
                  "Corrigez le code de l'un d'eux. [BIL-045]"));
    EXPECT_THAT(told("QN03101M;Les Ormes\n", "en").errors, HasSubstr("for several quarters: Bel Air, Les Ormes."));
    EXPECT_EQ(told("QN03101M;BEL AIR\n\nSource fictive\n", "fr").exit, 0) << "the same line twice, and a note";
}

TEST(Reference, HelpNamesIt)
{
    EXPECT_THAT(bilan({"--help"}).out, HasSubstr("--reference"));
}

/// Real lists, not part of the project.
TEST(Reference, RealListsAreRead)
{
    const std::filesystem::path lists = BILAN_SOURCE_DIR "/../shared/data/ref";
    const std::filesystem::path qpv = lists / "derived" / "qpv2024_list_from_geojson.csv";
    const std::filesystem::path insee = lists / "insee_epci" / "Intercommunalite-Metropole_au_01-01-2020_v1.xlsx";
    if (!std::filesystem::exists(qpv) || !std::filesystem::exists(insee)) GTEST_SKIP() << "no real lists at " << lists;
    const TemporaryFolder folder;
    const std::string input = folder
                                  .write("a.csv", "Action;Porteur;Exercice;Quartier;Commune;Bénéficiaires\n"
                                                  "Un;Association;2024;croix blanche;Bourg-en-Bresse;12\n"
                                                  "Deux;Association;2024;QN00104M;OYONNAX;8\n"
                                                  "Trois;Association;2024;La Forge;Oyonnax;8\n"
                                                  "Quatre;Association;2024;QN00104M;Belley;8\n")
                                  .string();
    const std::string out = bilan({"read", input, "--reference", qpv.string(), "--reference", insee.string()}).out;
    EXPECT_THAT(out, HasSubstr("\"territoire\":[\"QN00102M\"],\"commune\":\"01053\""));
    EXPECT_THAT(out, HasSubstr("\"commune\":\"01283\""));
    EXPECT_THAT(out, HasSubstr("QN00104M (La Plaine - La Forge - Guynemer, Oyonnax (01283))")); // a candidate
    EXPECT_EQ(count_of(out, "\"code\":\"C11\""), 2U);
}

} // namespace
} // namespace bilan::support
