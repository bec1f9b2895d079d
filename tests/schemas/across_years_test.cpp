// SPDX-License-Identifier: MPL-2.0
//
// Tables of several years whose years, quarters or companies stand across the sheet in two lines, and columns of
// amounts typed as texts. Companies and places are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

TEST(AcrossYears, AmountsTypedAsTextsAreNoNamesOfOtherRecords)
{
    Values spent = values(read("Cité;2021;;2022;;2023;\n"
                               ";Enveloppe;Réalisé;Enveloppe;Réalisé;Enveloppe;Réalisé\n"
                               "Valmont;100000;'92 000;'100 000;97500;'50 000 €;\n"
                               "Ormeval;'100 k€;'88k€;100000;NC;50000;'12 000 (au 30/06)\n",
                               "cite", {"B1:C1", "D1:E1", "F1:G1"}));
    EXPECT_EQ(spent["cite"], (List{"Valmont", "Valmont", "Valmont", "Ormeval", "Ormeval", "Ormeval"}));
    EXPECT_EQ(spent["depense_total"], (List{"92000", "97500", "<vide>", "88000", "<nc>", "12000"}));
    EXPECT_EQ(spent["enveloppe"], (List{"100000", "100000", "50000", "100000", "100000", "50000"}));
}

TEST(AcrossYears, ASecondLineOfTitlesGivesTheYearsOrTheNames)
{
    const std::string lines = "Stages de 3e pourvus;4;6;5;9\ndont QPV;1;2;2;3\nAlternants;2;5;3;4\ndont QPV;0;1;1;2\n"
                              "Embauches;10;22;12;18\ndont QPV;2;6;3;5\n";
    const List merges{"B1:C1", "D1:E1"};
    Values by_company =
        values(read(";Menuiserie fictive;;Transports fictifs;\n;2022;2023;2022;2023\n" + lines, "paqte", merges));
    EXPECT_EQ(by_company["exercice"], (List{"2022", "2023", "2022", "2023"}));
    EXPECT_EQ(by_company["embauches_qpv"], (List{"2", "6", "3", "5"}));
    const auto by_year = read("Indicateurs;Exercice 2022;;Exercice 2023;\n"
                              ";Menuiserie fictive;Transports fictifs;Menuiserie fictive;Transports fictifs\n" +
                                  lines,
                              "paqte", merges);
    EXPECT_EQ(values(by_year)["exercice"], (List{"2022", "2022", "2023", "2023"}));
    EXPECT_EQ(values(by_year)["entreprise"],
              (List{"Menuiserie fictive", "Transports fictifs", "Menuiserie fictive", "Transports fictifs"}));
    EXPECT_EQ(values(by_year)["alternants_qpv"], (List{"0", "1", "1", "2"}));
    EXPECT_EQ(intake::test::findings(by_year, "BIL-597").size(), 2U) << "what each line is taken for is said";
}

TEST(AcrossYears, ATotalMergedOverTwoYearsIsTwoTotals)
{
    const auto reading = read("Indicateur;Bellevue;;Malakoff;;Ensemble;\n;2022;2023;2022;2023;2022;2023\n"
                              "Entrées;30;35;20;25;50;60\nSorties;14;18;11;12;25;31\nAbandons;3;2;2;1;5;3\n",
                              "emploi", {"B1:C1", "D1:E1", "F1:G1"});
    EXPECT_EQ(values(reading)["exercice"], (List{"2022", "2023", "2022", "2023"}));
    EXPECT_EQ(values(reading)["nb_entrees"], (List{"30", "35", "20", "25"}));
    EXPECT_EQ(intake::test::findings(reading, "C14").size(), 2U);
    EXPECT_EQ(intake::test::findings(reading, "BIL-280"), (List{"G4 31"}))
        << "each total is compared with the quarters of its year";
}

TEST(AcrossYears, ForeseenAmountsAreNoPeopleForeseen)
{
    for (const char* header :
         {"Action;2021;;2022;\n;Prévu;Réalisé;Prévu;Réalisé\n", "Action;Prévu;Réalisé;Commentaire;Porteur\n"}) {
        const auto reading =
            read(std::string(header) + "Jardin;100000;92000;100000;97500\nForum;100000;88000;90000;81000\n", "action",
                 {"B1:C1", "D1:E1"});
        EXPECT_FALSE(values(reading).contains("benef_prevu")) << header;
        EXPECT_FALSE(intake::test::findings(reading, "BIL-267").empty()) << header;
    }
}

TEST(AcrossYears, SoManyAMonthIsNotSoManyAYear)
{
    const auto reading = read("Conseil;Nb de réunions\nCC Nord;'1 / mois\nCC Sud;'2 par trimestre\nCC Est;'6 par an\n"
                              "CC Ouest;4\n",
                              "conseil");
    EXPECT_EQ(values(reading)["nb_reunions"], (List{"<err>", "<err>", "6", "4"}));
}

TEST(AcrossYears, ARecapThatLooksLikeAnotherKindOfTableIsTheSumOfTheOthers)
{
    intake::test::BookMaker maker;
    const std::vector<std::string> full{"Action",  "Opérateur", "Public touché", "Femmes",
                                        "Entrées", "Sorties",   "Abandons"};
    maker.sheet(
        "Bellevue",
        {full, {"Atelier", "ML fictive", "20", "10", "20", "15", "2"}, {"Forum", "PLIE", "40", "25", "40", "30", "1"}});
    maker.sheet(
        "Malakoff",
        {full, {"Atelier", "ML fictive", "21", "11", "21", "14", "0"}, {"Forum", "PLIE", "41", "20", "41", "31", "3"}});
    maker.sheet("Récap",
                {{"Action", "Opérateur", "Public touché"}, {"Atelier", "ML fictive", "41"}, {"Forum", "PLIE", "81"}});
    intake::Options options;
    options.domain = &domain();
    options.lexicon = intake::prepare(domain());
    const auto reading = intake::take_in(maker.book(), "fichier.xlsx", options);
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(reading.values[0].schema->id, "emploi");
    EXPECT_EQ(intake::test::findings(reading, "BIL-955").size(), 1U);
}

TEST(AcrossYears, ShortenedSubtotals)
{
    const auto reading = read("Conseil;Nb membres;F;H\nCC Nord;20;11;9\nCC Sud;16;8;8\nS/T Valmont;36;19;17\n"
                              "CC Centre;12;7;5\nS/T Ormeval;12;7;5\nTotal général;48;26;22\n",
                              "conseil");
    EXPECT_EQ(values(reading)["nom_cc"], (List{"CC Nord", "CC Sud", "CC Centre"}));
    EXPECT_TRUE(intake::test::findings(reading, "BIL-280").empty());
}

TEST(AcrossYears, AGroupThatNamesTheAxisAsksNothingOfItsColumns)
{
    Values firms =
        values(read("Raison sociale;La découverte des métiers;;Le recrutement;\n"
                    ";Stages de 3e proposés;Stages 3e effectués;Nouveaux collaborateurs;dont contrats durables\n"
                    "Menuiserie fictive;5;4;12;9\nTransports fictifs;10;8;40;22\n",
                    "paqte", {"B1:C1", "D1:E1"}));
    EXPECT_EQ(firms["stages3_offerts"], (List{"5", "10"}));
    EXPECT_EQ(firms["stages3_pourvus"], (List{"4", "8"}));
    EXPECT_EQ(firms["embauches"], (List{"12", "40"}));
    EXPECT_EQ(firms["embauches_cdi"], (List{"9", "22"}));
}

TEST(AcrossYears, CouncilsExitsAndCitesInWordsOfPartners)
{
    Values councils =
        values(read("Intitulé de l'instance;Quartier;Total conseillers;Rencontres tenues;Vie de l'instance\n"
                    "CC Nord;Bellevue;20;6;actif\nCC Sud;Malakoff;13;4;en sommeil\n",
                    "conseil"));
    EXPECT_EQ(councils["nom_cc"], (List{"CC Nord", "CC Sud"}));
    EXPECT_EQ(councils["nb_membres"], (List{"20", "13"}));
    EXPECT_EQ(councils["nb_reunions"], (List{"6", "4"}));
    EXPECT_EQ(councils["etat"], (List{"actif", "en sommeil"}));
    Values exits = values(read("Nom du parcours;Personnes ayant intégré le parcours;Ont quitté le parcours;"
                               "CDI/CDD + de 6 mois;CDD - de 6 mois / intérim\nAteliers;60;42;10;8\nForum;20;15;3;2\n",
                               "emploi"));
    EXPECT_EQ(exits["intitule"], (List{"Ateliers", "Forum"}));
    EXPECT_EQ(exits["nb_entrees"], (List{"60", "20"}));
    EXPECT_EQ(exits["nb_sorties"], (List{"42", "15"}));
    EXPECT_EQ(exits["nb_emploi_durable"], (List{"10", "3"}));
    EXPECT_EQ(exits["nb_emploi_transition"], (List{"8", "2"}));
    Values cites = values(read("Nom du site;Partenaires associés;Personnes touchées;Qui porte le poste ?\n"
                               "Valmont;14;420;EPCI\nOrmeval;9;95;commune\n",
                               "cite"));
    EXPECT_EQ(cites["nb_partenaires"], (List{"14", "9"}));
    EXPECT_EQ(cites["nb_benef"], (List{"420", "95"}));
    EXPECT_EQ(cites["porteur_coord"], (List{"EPCI", "commune"}));
}

} // namespace
} // namespace bilan::schemas
