// SPDX-License-Identifier: MPL-2.0
//
// Rows and sheets that say again what others say, and values that look like something else than they are.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::BookMaker;
using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using List = std::vector<std::string>;

const char* const headers = "Porteur;Intitulé;Territoire;Subvention accordée;Bénéficiaires\n";

TEST(Repeats, SumsCarriedFromPageToPage)
{
    const auto reading =
        read(std::string(headers) + "Alpha;Cuisine;Bellevue;1000;10\nAlpha;Théâtre;Bellevue;2000;20\n"
                                    "Report page 1;;;3000;30\nBêta;Forum;Nord;1500;31\nÀ reporter;;;4500;61\n"
                                    "Report de la page précédente;;;4500;61\nPage 2/3\nGamma;Sport;Nord;300;40\n",
             "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-502", "6 BIL-502", "7 BIL-502", "8 BIL-282"));
    EXPECT_EQ(sentence(reading, "BIL-502"),
              "La ligne «\u00A0Report page 1\u00A0» reporte la somme d'une autre page\u00A0: elle est mise de côté. Si "
              "c'est une action, donnez-lui son intitulé.");
    EXPECT_EQ(in_english(reading, "BIL-502"), "The row \"Report page 1\" carries the sum of another page: it is set "
                                              "aside. If it is an action, give it its title.");
}

TEST(Repeats, ARowWithoutATitleThatSumsUpItsHolder)
{
    const auto reading =
        read(std::string(headers) + "Alpha;Cuisine;Bellevue;1000;10\nAlpha;Théâtre;Bellevue;2000;20\nAlpha;;;3000;30\n"
                                    "Bêta;Forum;Nord;1500;31\nBêta;;Nord;200;5\nLe Président, Paul Durand\n",
             "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-501", "7 BIL-282"));
    EXPECT_EQ(
        sentence(reading, "BIL-501"),
        "La ligne «\u00A0Alpha\u00A0» ne nomme pas d'action et redit ce que d'autres lignes disent déjà\u00A0: elle "
        "est lue comme un récapitulatif et mise de côté. Si c'est une action, donnez-lui son intitulé.");
    EXPECT_EQ(
        in_english(reading, "BIL-501"),
        "The row \"Alpha\" names no action and says again what other rows say: it is read as a recapitulation and "
        "set aside. If it is an action, give it its title.");
    EXPECT_THAT(findings(reading, "BIL-503"), ElementsAre("A6"));
    EXPECT_EQ(
        sentence(reading, "BIL-503"),
        "La ligne «\u00A0Bêta\u00A0» n'a pas d'intitulé, alors que les autres en ont un\u00A0; elle est gardée et "
        "comptée. Si c'est un total ou un récapitulatif, écrivez «\u00A0Total\u00A0» devant\u00A0; sinon, "
        "donnez-lui son intitulé.");
    EXPECT_EQ(
        in_english(reading, "BIL-503"),
        "The row \"Bêta\" has no title, though the others have one; it is kept and counted. If it is a total or a "
        "recapitulation, write \"Total\" before it; otherwise give it its title.");
}

TEST(Repeats, ARecapitulationBelowTheActions)
{
    const auto reading =
        read(std::string(headers) + "Alpha;Cuisine;Bellevue;1000;10\nBêta;Forum;Nord;1500;31\nGamma;Sport;Nord;300;40\n"
                                    "Récap par porteur\nAlpha;;;1000;10\nBêta;;;1500;31\nGamma;;;300;40\n",
             "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("5 BIL-276", "6 BIL-501", "7 BIL-501", "8 BIL-501"));
}

TEST(Repeats, WhereFewRowsHaveATitleItIsNotTheRule)
{
    const auto reading =
        read("Porteur;Intitulé;Bénéficiaires\nAlpha;Cuisine;10\n;;5\n;;7\nBêta;Forum;8\n;;9\n", "action");
    EXPECT_THAT(rows_not_kept(reading), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-503"), IsEmpty());
}

TEST(Repeats, TotalsBesideTheRowsOfOneAction)
{
    for (const std::string word : {"Ensemble", "Total", "Tous", "F + H", "T1-T2 cumul"}) {
        const auto reading =
            read("Intitulé;Porteur;Modalité;Bénéficiaires\nCuisine;Alpha;Une;10\nCuisine;Alpha;Autre;5\n"
                 "Cuisine;Alpha;" +
                     word + ";15\nForum;Bêta;Une;3\nForum;Bêta;Autre;5\nForum;Bêta;" + word + ";8\n",
                 "action");
        EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-505", "7 BIL-505")) << word;
    }
    const auto quarters = read("Intitulé;Porteur;QPV;Bénéficiaires;Subvention accordée\nCuisine;Alpha;Bellevue;10;100\n"
                               "Cuisine;Alpha;Nord;5;200\nCuisine;Alpha;Ensemble;15;300\nForum;Bêta;Nord;4;50\n",
                               "action");
    EXPECT_THAT(rows_not_kept(quarters), ElementsAre("4 BIL-505"));
    EXPECT_EQ(sentence(quarters, "C14"),
              "La ligne «\u00A0Ensemble\u00A0» est la somme des lignes du même groupe\u00A0: elle est mise de "
              "côté, pour que rien ne soit compté deux fois. Rien à faire.");
    EXPECT_EQ(in_english(quarters, "C14"), "The row \"Ensemble\" is the sum of the rows of the same group: it is "
                                           "set aside, so that nothing is counted twice. Nothing to do.");
}

TEST(Repeats, ATotalThatIsNotTheSum)
{
    const auto total = read("Intitulé;Porteur;Sexe;Bénéficiaires\nCuisine;Alpha;Femmes;10\nCuisine;Alpha;Hommes;5\n"
                            "Cuisine;Alpha;Total;16\nForum;Bêta;Femmes;3\n",
                            "action");
    EXPECT_THAT(rows_not_kept(total), ElementsAre("3 BIL-032", "4 BIL-591"));
    EXPECT_THAT(findings(total, "BIL-280"), ElementsAre("D4 16"));
    const auto all = read("Intitulé;Porteur;QPV;Bénéficiaires\nCuisine;Alpha;Bellevue;10\nCuisine;Alpha;Nord;5\n"
                          "Cuisine;Alpha;Tous;12\nForum;Bêta;Nord;3\n",
                          "action");
    EXPECT_THAT(rows_not_kept(all), IsEmpty());
    EXPECT_EQ(
        sentence(all, "BIL-504"),
        "La ligne «\u00A0Cuisine\u00A0» est peut-être le total d'autres lignes de la même action, sans en être la "
        "somme\u00A0; elle est gardée et comptée avec elles. Si c'est leur total, écrivez «\u00A0Total\u00A0» au "
        "début de la ligne.");
    EXPECT_EQ(
        in_english(all, "BIL-504"),
        "The row \"Cuisine\" is perhaps the total of other rows of the same action, without being their sum; it is "
        "kept and counted beside them. If it is their total, write \"Total\" at the beginning of the row.");
}

TEST(Repeats, OneActionInAllQuartersIsNoTotal)
{
    const auto reading = read("Intitulé;Porteur;QPV;Bénéficiaires\nCuisine;Alpha;Bellevue;10\nForum;Bêta;Tous;10\n"
                              "Sport;Ensemble;Nord;10\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-504"), IsEmpty());
}

intake::FileReading with_recap(const std::string& recap)
{
    BookMaker maker;
    maker.sheet("Actions", table(std::string(headers) + "Alpha;Cuisine;Bellevue;1000;10\n"
                                                        "Alpha;Théâtre;Bellevue;2000;20\nBêta;Forum;Nord;1500;31"));
    maker.sheet("Porteurs", table("Porteur;Subvention accordée;Bénéficiaires\n" + recap));
    intake::Options options;
    options.domain = &domain();
    options.schema = "action";
    return intake::take_in(maker.book(), "partenaire.xlsx", options);
}

TEST(Repeats, ASheetThatSumsUpHolders)
{
    EXPECT_THAT(with_recap("Alpha;3000;30\nBêta;1500;31").values, SizeIs(1));
    const auto other = with_recap("Alpha;2500;30\nBêta;1500;31");
    EXPECT_THAT(other.values, SizeIs(2));
    EXPECT_EQ(sentence(other, "BIL-506"),
              "La feuille «\u00A0Porteurs\u00A0» ne nomme pas d'action et ses porteurs sont ceux de "
              "«\u00A0Actions\u00A0», sans en être la somme\u00A0; ses lignes sont gardées et comptées. Si c'est un "
              "récapitulatif, retirez-la du fichier\u00A0; sinon, demandez l'intitulé de ses actions.");
    EXPECT_EQ(
        in_english(other, "BIL-506"),
        "The sheet \"Porteurs\" names no action and its holders are those of \"Actions\", without being their sum; "
        "its rows are kept and counted. If it is a recapitulation, take it out of the file; otherwise ask for the "
        "titles of its actions.");
}

TEST(Repeats, EurosBelowThousandsOfEuros)
{
    const std::string rows = "Alpha;Cuisine;12\nBêta;Forum;5\nGamma;Sport;15000\nDelta;Cirque;40\n";
    Values read = values(schemas::read("Porteur;Intitulé;Montant accordé (k€)\n" + rows, "action"));
    EXPECT_EQ(read["accorde_p147"], (List{"12000", "5000", "<err>", "40000"}));
    read =
        values(schemas::read("Porteur;Intitulé;Montant accordé (k€)\nAlpha;Cuisine;120\nBêta;Forum;1500\n", "action"));
    EXPECT_EQ(read["accorde_p147"], (List{"120000", "1500000"})) << "large, and no hundred times";
}

TEST(Repeats, OfficesAreHeldByPersons)
{
    for (const std::string office : {"Président", "Présidente", "Nom du président", "Instructeur", "Référente"}) {
        const auto reading = schemas::read("Porteur;" + office +
                                               ";Intitulé;Bénéficiaires\nAlpha;Durand J.;Cuisine;10\n"
                                               "Bêta;LEFORT;Forum;12\n",
                                           "action");
        EXPECT_THAT(findings(reading, "C21"), SizeIs(1)) << office;
    }
    const auto services = schemas::read("Porteur;Instructeur;Intitulé;Bénéficiaires\nAlpha;DDETS;Cuisine;10\n"
                                        "Bêta;Ville;Forum;12\n",
                                        "action");
    EXPECT_THAT(findings(services, "C21"), IsEmpty());
}

TEST(Repeats, ACellThatBecameSeveralRecordsIsSpokenOfOnce)
{
    const auto reading =
        schemas::read("Porteur;Intitulé;SIRET;Subvention accordée 2024;Subvention accordée 2025;Femmes;"
                      "Hommes\nAlpha;Cuisine;123;100;200;5;3\nBêta;Forum;;100;200;6;4\n",
                      "action");
    EXPECT_THAT(findings(reading, "C12"), ElementsAre("C2 123"));
    EXPECT_EQ(
        sentence(reading, "BIL-956"),
        "Le tableau a une colonne par année, sauf pour «\u00A0Femmes\u00A0; Hommes\u00A0»\u00A0: ces valeurs sont "
        "prises pour celles de 2025, les autres années n'en ont pas. Vérifiez.");
    EXPECT_THAT(findings(reading, "BIL-956"), SizeIs(1));
}

TEST(Repeats, QuartersBelowAGroupThatReachesOverARemark)
{
    const auto reading = schemas::read(";;Nombre de bénéficiaires;;;\n"
                                       "Libellé de l'action;Opérateur;La Grande Ourse;Les Tilleuls;La Prairie;Relance\n"
                                       "Cuisine;Alpha;51;54;29;dossier complet\nForum;Bêta;6;4;44;vu\n");
    EXPECT_EQ(chosen(reading), "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"51", "54", "29", "6", "4", "44"}));
}

TEST(Repeats, SubtotalsInFewLetters)
{
    const auto reading = schemas::read("Intitulé;Porteur;Bénéficiaires;Subvention accordée\nAtelier;A;10;1000\n"
                                       "Forum;B;5;500\nS/T;;15;1500\nDanse;C;8;800\nChant;D;9;900\nSomme;;17;1700\n"
                                       "T O T A L;;32;3200\n",
                                       "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-279", "7 BIL-279", "8 BIL-279"));
    const auto wordless = schemas::read("Intitulé;Porteur;Bénéficiaires;Subvention accordée\nAtelier;A;10;1000\n"
                                        "Forum;B;5;500\nRésultat;;15;1500\nDanse;C;8;800\nChant;D;9;900\n",
                                        "action");
    EXPECT_THAT(rows_not_kept(wordless), ElementsAre("4 BIL-840"));
}

TEST(Repeats, TotalsOfAHolderOrAQuarterBesideItsName)
{
    const auto holders = schemas::read("Porteur;Intitulé;Bénéficiaires\nA;Atelier;10\nA;Total A;10\nB;Forum;5\n"
                                       "B;Danse;4\nB;Total B;9\nGamma;Total respect;7\n",
                                       "action");
    EXPECT_THAT(rows_not_kept(holders), ElementsAre("3 BIL-505", "6 BIL-505"));
    const auto quarters =
        schemas::read("Code QPV;Quartier;Intitulé;Porteur;Bénéficiaires\nQN06901M;Bellevue;Atelier;A;10\n"
                      "QN06901M;Bellevue;Forum;B;5\nQN06901M;Total Bellevue;;;15\n"
                      "QN06902M;Nord;Danse;C;3\nQN06902M;Nord;Chant;D;4\n",
                      "action");
    EXPECT_THAT(rows_not_kept(quarters), ElementsAre("4 BIL-505"));
}

TEST(Repeats, TitlesThatSayMoreOrLess)
{
    const auto reading = schemas::read("Intitulé;Porteur;Bénéficiaires\nAtelier;A;10\nidem;A;4\n(annulé) Forum;B;5\n"
                                       "Abandonner les préjugés;C;9\n",
                                       "action");
    EXPECT_THAT(findings(reading, "BIL-517"), ElementsAre("A3"));
    EXPECT_THAT(findings(reading, "BIL-518"), ElementsAre("A4"));
    EXPECT_EQ(sentence(reading, "BIL-517"),
              "La ligne écrit «\u00A0idem\u00A0» au lieu d'un intitulé\u00A0: elle est gardée et comptée telle quelle. "
              "Recopiez l'intitulé, ou rattachez la ligne à celle du dessus.");
    EXPECT_EQ(
        sentence(reading, "BIL-518"),
        "L'intitulé «\u00A0(annulé) Forum\u00A0» dit une action annulée, abandonnée ou donnée pour "
        "information\u00A0; elle est gardée et comptée. Si elle ne compte pas, retirez la ligne ou remplissez une "
        "colonne «\u00A0Statut\u00A0».");
    EXPECT_EQ(
        in_english(reading, "BIL-517"),
        "The row writes \"idem\" in the place of a title: it is kept and counted as it is. Write the title in full, "
        "or join the row to the one above.");
    EXPECT_THAT(in_english(reading, "BIL-518"),
                testing::StartsWith("The title \"(annulé) Forum\" tells of an action that was cancelled"));
}

TEST(Repeats, ParticipationsMayBeCounted)
{
    const auto reading = schemas::read("Action;Porteur;Participations\nAtelier;A;144\nForum;B;36\n", "action");
    EXPECT_EQ(values(reading).count("fin_usagers"), 0U);
    EXPECT_THAT(findings(reading, "BIL-267"), SizeIs(1));
}

TEST(Repeats, ANumberOfQuartersNamesNone)
{
    const auto reading = schemas::read("Intitulé;Porteur;Territoire;Bénéficiaires\nAtelier;A;4 QPV;10\n"
                                       "Forum;B;Commune entière;5\nDanse;D;Bellevue;4\nChant;E;plusieurs quartiers;6\n"
                                       "Rock;F;Les 4 Vents;7\n",
                                       "action");
    EXPECT_THAT(findings(reading, "BIL-588"), ElementsAre("C2 4 QPV", "C3 Commune entière", "C5 plusieurs quartiers"));
}

TEST(Repeats, TheCodeOfAnotherQuarterGoesOnWithNone)
{
    const auto reading = schemas::read(
        "Exercice;Code QPV;Population\n2024;QN02322I;1200\n;QN02313N;\n2024;QN02314I;900\n", "territoire");
    EXPECT_EQ(values(reading)["code_qp"], (List{"QN02322I", "QN02313N", "QN02314I"}));
}

} // namespace
} // namespace bilan::schemas
