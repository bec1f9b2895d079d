// SPDX-License-Identifier: MPL-2.0
//
// Titles of groups that bear the sum of their rows: a subtotal above, never an action.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using List = std::vector<std::string>;

TEST(Headings, AnAxisWithTheSumOfItsActions)
{
    const auto reading = read("Action;Porteur;Accordé\nAXE 1 - Emploi;;3500\nLudobus;La Toupie;2000\n"
                              "Jardin;Les Pousses;1500\nAXE 2 - Cadre de vie;;2500\nCafé;Vélo;2500\nTotal;;6000\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-549", "5 BIL-549", "7 BIL-279"));
    EXPECT_EQ(values(reading).at("accorde_p147"), (List{"2000", "1500", "2500"}));
    EXPECT_EQ(values(reading).at("pilier"), (List{"emploi", "emploi", "cadre_de_vie"}));
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty());
    EXPECT_THAT(findings(reading, "C14"), ElementsAre("A2 AXE 1 - Emploi", "A5 AXE 2 - Cadre de vie", "A7 Total"));
    EXPECT_EQ(
        sentence(reading, "C14"),
        "La ligne «\u00A0AXE 1 - Emploi\u00A0» porte la somme des lignes qui la suivent\u00A0: elle est lue comme un "
        "titre avec son sous-total, mise de côté et comparée à leur somme\u00A0; elle donne Pilier / axe (pilier) à "
        "ces lignes. Rien à faire.");
    EXPECT_EQ(
        in_english(reading, "C14"),
        "The row \"AXE 1 - Emploi\" bears the sum of the rows that follow: it is read as a title with its subtotal, "
        "set aside and compared with their sum; it gives Pillar (pilier) to these rows. Nothing to do.");
}

TEST(Headings, NumberedOrMergedOrWithTheNumberOfTheirActions)
{
    const auto numbered = read("N°;Action;Porteur;Accordé\nI;Emploi et insertion;;3500\nI.1;Ludobus;La Toupie;2000\n"
                               "I.2;Jardin;Les Pousses;1500\nII;Cadre de vie;;2500\nII.1;Café;Vélo;2500\n",
                               "action");
    EXPECT_THAT(rows_not_kept(numbered), ElementsAre("2 BIL-549", "5 BIL-549"));
    EXPECT_EQ(values(numbered).at("pilier"), (List{"emploi", "emploi", "cadre_de_vie"}));
    const auto counted = read("Axe;Action;Porteur;Accordé\nEmploi;2 actions;;3500\n;Ludobus;La Toupie;2000\n"
                              ";Jardin;Les Pousses;1500\nCadre de vie;1 action;;2500\n;Café;Vélo;2500\n",
                              "action");
    EXPECT_THAT(rows_not_kept(counted), ElementsAre("2 BIL-549", "5 BIL-549"));
    EXPECT_EQ(values(counted).at("pilier"), (List{"emploi", "emploi", "cadre_de_vie"}));
    const auto nested = read("Action;Porteur;Accordé\nPilier Emploi;;6500\nAxe 1 : Insertion;;3500\nLudobus;A;2000\n"
                             "Jardin;B;1500\nAxe 2 : Formation;;3000\nCafé;C;2500\nDanse;D;500\n",
                             "action");
    EXPECT_EQ(values(nested).at("intitule"), (List{"Ludobus", "Jardin", "Café", "Danse"}));
    EXPECT_THAT(findings(nested, "BIL-280"), IsEmpty());
}

TEST(Headings, InAColumnThatTheRowsBelowLeaveEmpty)
{
    const auto holders = read("Porteur;Action;Demandé;Accordé\nCIDFF;;9000;8000\n;Droits;5000;4500\n"
                              ";Vers l'emploi;4000;3500\nMJC;;3000;2500\n;Ciné;3000;2500\n",
                              "action");
    EXPECT_EQ(values(holders).at("porteur"), (List{"CIDFF", "CIDFF", "MJC"}));
    EXPECT_EQ(values(holders).at("accorde_p147"), (List{"4500", "3500", "2500"}));
    const auto quarters = read("Quartier;Action;Participants;Femmes\nLes Tilleuls;;83;45\n;Accompagnement;60;35\n"
                               ";Clause;23;10\nBellefontaine;;53;22\n;Accompagnement;53;22\n",
                               "emploi");
    EXPECT_EQ(values(quarters).at("territoire"), (List{"Les Tilleuls", "Les Tilleuls", "Bellefontaine"}));
}

TEST(Headings, OfANameThatMayBeAnything)
{
    const auto reading = read("Action;Porteur;Accordé;Bénéficiaires\nMontbrun;;3500;85\nLudobus;A;2000;60\n"
                              "Jardin;B;1500;25\nCressac;;3000;58\nCafé;C;2500;40\nDanse;D;500;18\nTOTAL;;6500;143\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-522", "5 BIL-522", "8 BIL-279"));
    EXPECT_EQ(
        sentence(reading, "C14"),
        "La ligne «\u00A0Montbrun\u00A0» porte la somme des lignes qui la suivent\u00A0: elle est lue comme un titre "
        "avec son sous-total et mise de côté. Son nom ne donne aucun champ à ces lignes\u00A0: demandez une colonne "
        "au partenaire s'il compte.");
    EXPECT_EQ(
        in_english(reading, "C14"),
        "The row \"Montbrun\" bears the sum of the rows that follow: it is read as a title with its subtotal and set "
        "aside. Its name gives no field to these rows: ask the partner for a column if it matters.");
}

TEST(Headings, ASumThatIsWrongIsSaid)
{
    const auto one = read("Action;Porteur;Accordé\nAXE 1 - Emploi;;3500\nLudobus;A;2000\nJardin;B;1500\n"
                          "AXE 2 - Cadre de vie;;2600\nCafé;C;2000\nDanse;D;500\n",
                          "action");
    EXPECT_EQ(values(one).at("accorde_p147"), (List{"2000", "1500", "2000", "500"}));
    EXPECT_THAT(findings(one, "BIL-280"), ElementsAre("C5 2600"));
    const auto all = read("Action;Porteur;Accordé\nAXE 1 - Emploi;;3400\nLudobus;A;2000\nJardin;B;1500\n", "action");
    EXPECT_THAT(rows_kept(all), ElementsAre(2U, 3U, 4U)) << "it may be an action";
    EXPECT_EQ(
        sentence(all, "BIL-118"),
        "La ligne «\u00A0AXE 1 - Emploi\u00A0» ressemble au titre d'un groupe qui porte un sous-total, mais ne l'est "
        "pas sûrement\u00A0; elle est gardée et comptée. Si c'est un titre, ce qu'il contient est compté deux "
        "fois\u00A0: écrivez «\u00A0Sous-total\u00A0» devant\u00A0; sinon, donnez à la ligne son intitulé et son "
        "porteur.");
    EXPECT_EQ(
        in_english(all, "BIL-118"),
        "The row \"AXE 1 - Emploi\" looks like the title of a group that bears a subtotal, but is not surely one; it "
        "is kept and counted. If it is a title, what it holds counts twice: write \"Sous-total\" before it; "
        "otherwise give the row its title and its holder.");
}

TEST(Headings, AnActionWithoutAHolderIsNone)
{
    const auto reading =
        read("Action;Porteur;Accordé\nLudobus;A;2000\nJardin;;1500\nCafé;C;1500\nDanse;D;500\n", "action");
    EXPECT_THAT(rows_not_kept(reading), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-118"), IsEmpty());
    const auto within = read("Action;Porteur;Accordé\nAXE 1 - Emploi;;5000\nLudobus;A;2000\nJardin;;1500\nCafé;C;1500\n"
                             "AXE 2 - Cadre de vie;;500\nDanse;D;500\n",
                             "action");
    EXPECT_EQ(values(within).at("intitule"), (List{"Ludobus", "Jardin", "Café", "Danse"}));
    const auto doubtful =
        read("Action;Porteur;Accordé\nLudobus;A;700\nJardin;;3000\nCafé;C;1000\nDanse;D;2000\n", "action");
    EXPECT_THAT(rows_not_kept(doubtful), IsEmpty());
    EXPECT_THAT(findings(doubtful, "BIL-118"), ElementsAre("A3"));
}

} // namespace
} // namespace bilan::schemas
