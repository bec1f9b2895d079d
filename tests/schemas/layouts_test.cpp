// SPDX-License-Identifier: MPL-2.0
//
// Layouts that partners use, under the project's own schemas: people by quarter beside their total, quarters of a year,
// money of nobody, a masked figure in a short table, words that two schemas know.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using List = std::vector<std::string>;
using testing::IsEmpty;

// ---------------------------------------------------------------- people by quarter

TEST(Layouts, PeopleByQuarterBelowAGroupOfResidents)
{
    const intake::FileReading reading = read("Exercice;Action;Porteur;Bénéficiaires;Bénéficiaires QPV;;\n"
                                             ";;;;Total;QN04401M;QN04402M\n"
                                             "2024;Ateliers;Asso A;30;20;12;8\n"
                                             "2024;Forum;Asso B;40;25;12;10\n",
                                             "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["territoire"], (List{"QN04401M", "QN04402M", "QN04401M", "QN04402M"}));
    EXPECT_EQ(read_values["benef_qpv"], (List{"12", "8", "12", "10"}));
    EXPECT_EQ(read_values["benef_total"], (List{"30", "30", "40", "40"})) << "of the whole row, taken once in totals";
    EXPECT_EQ(findings(reading, "M03"), List{"E4 25"});
    EXPECT_EQ(
        sentence(reading, "M03"),
        "Les quartiers de cette ligne font 22, et la colonne qui les réunit dit 25. Ce sont les quartiers qui sont "
        "repris\u00A0; faites corriger l'un ou l'autre.");
}

TEST(Layouts, PeopleSpreadOverQuartersThatNothingElseCounts)
{
    const intake::FileReading reading = read("Exercice;Action;Porteur;Bénéficiaires;dont QPV;Répartition par QPV;\n"
                                             ";;;;;QN04401M;QN04402M\n"
                                             "2024;Ateliers;Asso A;30;20;12;8\n"
                                             "2024;Forum;Asso B;40;25;12;10\n"
                                             "2024;Visites;Asso C;15;9;;\n",
                                             "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["benef_qpv"], (List{"12", "8", "12", "10", "9"}))
        << "a row that is not spread keeps its total";
    EXPECT_EQ(read_values["territoire"], (List{"QN04401M", "QN04402M", "QN04401M", "QN04402M", "<vide>"}));
    EXPECT_EQ(findings(reading, "M03"), List{"E4 25"});
    EXPECT_EQ(
        sentence(reading, "BIL-846"),
        "«\u00A0QN04401M\u00A0» est lu comme un quartier, et ses nombres comme «\u00A0Dont habitants QPV\u00A0»\u00A0: "
        "rien d'autre n'est dit au-dessus. Vérifiez-le\u00A0; sinon, répondez dans mappings.toml.");
}

TEST(Layouts, QuartersThatSayWhatTheyAre)
{
    const intake::FileReading reading = read("Exercice;Action;Porteur;Bénéficiaires;dont QPV;QP Bellevue;QP Malakoff\n"
                                             "2024;Ateliers;Asso A;30;20;12;8\n2024;Forum;Asso B;40;22;12;10\n",
                                             "action");
    EXPECT_EQ(values(reading)["benef_qpv"], (List{"12", "8", "12", "10"}));
    EXPECT_THAT(findings(reading, "M03"), IsEmpty());
    const intake::FileReading women = read("Exercice;Action;Porteur;Bénéficiaires;dont QPV;QPV Femmes;QPV Hommes\n"
                                           "2024;Ateliers;Asso A;30;20;12;8\n2024;Forum;Asso B;40;22;12;10\n",
                                           "action");
    EXPECT_EQ(values(women)["benef_qpv"], (List{"20", "22"})) << "women of the quarters are no quarter";
}

TEST(Layouts, AnUnknownQuarterIsNoMistake)
{
    const intake::FileReading reading = read("Exercice;Action;Porteur;Bénéficiaires QPV;;\n"
                                             ";;;Total;QN04401M;QN04402M\n"
                                             "2024;Ateliers;Asso A;20;12;NC\n2024;Forum;Asso B;NC;12;10\n"
                                             "2024;Visites;Asso C;22;12;10\n",
                                             "emploi");
    EXPECT_THAT(findings(reading, "M03"), IsEmpty());
}

// ---------------------------------------------------------------- quarters of a year

TEST(Layouts, PeriodsOfAYearAreAddedUpAndSaid)
{
    const intake::FileReading reading =
        read("Exercice;Action;Porteur;Bénéficiaires T1;Bénéficiaires T2;Bénéficiaires T3\n"
             "2024;Ateliers;Asso A;10;12;3\n2024;Forum;Asso B;5;NC;1\n",
             "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"25", "<nc>"}));
    EXPECT_EQ(
        sentence(reading, "BIL-848"),
        "La colonne «\u00A0Bénéficiaires T1\u00A0» est une période de benef_total\u00A0: elle est ajoutée aux autres "
        "périodes. Une personne présente dans deux périodes compte deux fois\u00A0; demandez le total de l'année.");
    EXPECT_EQ(values(read("Exercice;Action;Porteur;Bénéficiaires;\n;;;1er semestre;2e semestre\n2024;A;P;10;12\n"
                          "2024;B;Q;1;2\n",
                          "action", {"D1:E1"}))["benef_total"],
              (List{"22", "3"}));
}

TEST(Layouts, PeriodsGiveWayToTheYear)
{
    const intake::FileReading reading = read("Exercice;Action;Porteur;Bénéficiaires;Bénéficiaires T1;Bénéficiaires T2\n"
                                             "2024;Ateliers;Asso A;18;10;12\n2024;Forum;Asso B;11;5;6\n",
                                             "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"18", "11"}));
    EXPECT_EQ(
        sentence(reading, "BIL-849"),
        "La colonne «\u00A0Bénéficiaires T1\u00A0» est une période de benef_total, dont le tableau donne aussi le "
        "total\u00A0: c'est le total qui est repris. Rien à faire.");
    EXPECT_THAT(findings(reading, "BIL-267"), IsEmpty());
}

TEST(Layouts, PeriodsOfTwoYearsAreNotAdded)
{
    const intake::FileReading reading = read("Action;Porteur;Bénéficiaires T1 2023;Bénéficiaires T1 2024\n"
                                             "Ateliers;Asso A;10;12\nForum;Asso B;5;6\n",
                                             "action");
    EXPECT_THAT(findings(reading, "BIL-848"), IsEmpty());
}

// ---------------------------------------------------------------- money of nobody

TEST(Layouts, CreditsWhoseHeaderNamesNoFunderAreSaid)
{
    const std::string rows = "2024;Ateliers;Asso A;5000;4000\n2024;Forum;Asso B;900;800\n";
    const intake::FileReading reading =
        read("Exercice;Action;Porteur;Montant demandé;Montant accordé\n" + rows, "action");
    EXPECT_EQ(findings(reading, "BIL-844").size(), 2U);
    EXPECT_EQ(
        sentence(reading, "BIL-844"),
        "La colonne «\u00A0Montant demandé\u00A0» ne nomme pas de financeur\u00A0; elle est lue comme des crédits P147 "
        "(demande_p147). Si elle est d'un autre financeur, dites-le dans mappings.toml, par exemple avec le champ "
        "fin_region.");
    for (const char* headers : {"Montant demandé P147;Subvention accordée (P147)", "BOP 147 demandé;Part État"})
        EXPECT_THAT(
            findings(read("Exercice;Action;Porteur;" + std::string(headers) + "\n" + rows, "action"), "BIL-844"),
            IsEmpty())
            << headers;
    EXPECT_THAT(
        findings(read("Programmation P147 2024;;;;\nExercice;Action;Porteur;Montant demandé;Montant accordé\n" + rows,
                      "action"),
                 "BIL-844"),
        IsEmpty())
        << "the title says it";
}

// ---------------------------------------------------------------- records that look like headers

TEST(Layouts, AMaskedFigureInAShortTableIsNoHeader)
{
    const intake::FileReading reading = read(
        "Quartier;Indicateur;Valeur;Source\nTilleuls;Population;2400;INSEE\nFort;Population;s;INSEE\n", "territoire");
    EXPECT_EQ(values(reading)["valeur"], (List{"2400", "<secret>"}));
    EXPECT_THAT(findings(reading, "BIL-277"), IsEmpty());
    const intake::FileReading others = read("Quartier;Indicateur;Valeur;Source\nTilleuls;Population;2400;INSEE\n"
                                            "Fort;Taux d'emploi;<5;CAF\nBellevue;DEFM;120;France Travail\n",
                                            "territoire");
    EXPECT_EQ(values(others)["valeur"], (List{"2400", "<secret>", "120"}));
}

TEST(Layouts, ASecondHeaderIsStillOne)
{
    const intake::FileReading reading = read("Action;Porteur;Bénéficiaires;Femmes\nAteliers;Asso A;30;12\n"
                                             "Action;Porteur;Hommes;Sexe NC\nForum;Asso B;4;1\n",
                                             "action");
    ASSERT_EQ(reading.values.size(), 2U);
}

// ---------------------------------------------------------------- words that two schemas know

TEST(Layouts, ActionsWithAnOperatorAreActions)
{
    EXPECT_EQ(chosen(read("Action;Opérateur;Bénéficiaires\nAteliers;Asso A;22\nForum;Asso B;11\n")), "action");
    EXPECT_EQ(chosen(read("Exercice;Action;Porteur;Bénéficiaires;dont QPV\n2024;Ateliers;Asso A;22;4\n"
                          "2024;Forum;Asso B;11;3\n")),
              "action");
    EXPECT_EQ(chosen(read("Axe;Offre de services;Opérateur;Échelle;Périodicité;Bénéficiaires\n"
                          "1;Forum;PLIE;métropole;annuelle;22\n2;Ateliers;PLIE;quartier;annuelle;11\n")),
              "offre");
}

TEST(Layouts, PillarsOverFundersOverAmounts)
{
    const auto reading =
        read("Action;Porteur;Cohésion sociale;;;;Emploi;;;\n;;Etat;;Région;;Etat;;Région;\n"
             ";;Demandé;Accordé;Demandé;Accordé;Demandé;Accordé;Demandé;Accordé\nAtelier;A;20;10;40;30;60;50;80;70\n"
             "Sport;B;2;1;4;3;;;;\n",
             "action", {"C1:F1", "G1:J1", "C2:D2", "E2:F2", "G2:H2", "I2:J2"});
    Values read = values(reading);
    EXPECT_EQ(read["intitule"], (List{"Atelier", "Atelier", "Sport"}));
    EXPECT_EQ(read["pilier"], (List{"cohesion_sociale", "emploi", "cohesion_sociale"}));
    EXPECT_EQ(read["demande_p147"], (List{"20", "60", "2"}));
    EXPECT_EQ(read["accorde_p147"], (List{"10", "50", "1"}));
    EXPECT_EQ(read["fin_region_demande"], (List{"40", "80", "4"}));
    EXPECT_EQ(read["fin_region"], (List{"30", "70", "3"}));
    EXPECT_TRUE(reading.values.at(0).origin.counts_once) << "one action in two pillars is one";
}

TEST(Layouts, PillarsBesideOtherColumns)
{
    // Without merges the last group reaches over what follows; « Total » is the whole of the pillars.
    Values read = values(schemas::read("Action;Cohésion sociale;;Emploi;;Total;;Bénéficiaires\n"
                                       ";Demandé;Accordé;Demandé;Accordé;Demandé;Accordé;\nA;20;10;40;30;60;40;12\n",
                                       "action"));
    EXPECT_EQ(read["pilier"], (List{"cohesion_sociale", "emploi"}));
    EXPECT_EQ(read["accorde_p147"], (List{"10", "30"}));
    EXPECT_EQ(read["benef_total"], (List{"12", "12"}));
    Values inside =
        values(schemas::read("Action;Montant demandé;;Montant accordé;\n"
                             ";Pilier cohésion sociale;Pilier emploi;Pilier cohésion sociale;Pilier emploi\n"
                             "A;20;40;10;30\n",
                             "action"));
    EXPECT_EQ(inside["pilier"], (List{"cohesion_sociale", "emploi"}));
    EXPECT_EQ(inside["demande_p147"], (List{"20", "40"}));
    EXPECT_EQ(inside["accorde_p147"], (List{"10", "30"}));
}

TEST(Layouts, PillarsOverFiguresOfNothing)
{
    const auto reading = read("Action;Porteur;Cohésion sociale;Cadre de vie;Emploi\nA;P;1000;;\nB;Q;;2000;500\n");
    EXPECT_EQ(chosen(reading), "action") << "« Emploi » is a pillar there, and counts no jobs of an offer";
    EXPECT_EQ(intake::test::findings(reading, "BIL-842").size(), 1U);
}

// ---------------------------------------------------------------- quarters without a group, lists beside a table

TEST(Layouts, QuartersThatNoGroupStandsOver)
{
    const auto reading =
        read("Action;Porteur;Les Tilleuls;Bellefontaine;Hors QPV;Total\nLudobus;La Toupie;30;20;10;60\n"
             "Café;Vélo;5;25;10;40\n",
             "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"Les Tilleuls", "Bellefontaine", "Les Tilleuls", "Bellefontaine"}));
    EXPECT_EQ(values(reading)["benef_qpv"], (List{"30", "20", "5", "25"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"60", "60", "40", "40"})) << "of the whole row";
    EXPECT_EQ(findings(reading, "BIL-846").size(), 2U);
    const auto parts = read("Action;Total bénéficiaires;dont Tilleuls;dont Bellefontaine;dont hors QPV\n"
                            "Ludobus;60;30;20;10\nCafé;40;5;25;10\n",
                            "action");
    EXPECT_EQ(values(parts)["territoire"], (List{"Tilleuls", "Bellefontaine", "Tilleuls", "Bellefontaine"}));
    const auto wide_blanks = read("Action;Total bénéficiaires;dont\u00A0Tilleuls;dont  Bellefontaine;dont hors QPV\n"
                                  "Ludobus;60;30;20;10\nCafé;40;5;25;10\n",
                                  "action");
    EXPECT_EQ(values(wide_blanks)["territoire"], (List{"Tilleuls", "Bellefontaine", "Tilleuls", "Bellefontaine"}));
    const auto wrong = read("Action;Porteur;Les Tilleuls;Bellefontaine;Hors QPV;Total\nLudobus;La Toupie;30;20;10;90\n"
                            "Café;Vélo;5;25;10;40\n",
                            "action");
    EXPECT_FALSE(values(wrong).contains("territoire")) << "they do not add up: who knows what they are";
}

/// Residents in all, then by quarter, then the others: the first is the total of the quarters, and no column of its
/// own.
TEST(Layouts, ResidentsInAllBesideTheirQuarters)
{
    const auto reading =
        read("Action;Porteur;Nb de bénéficiaires;Dont habitants QPV;Les Tilleuls;Bellefontaine;Hors QPV\n"
             "Ludobus;La Toupie;60;50;30;20;10\nCafé;Vélo;40;30;5;25;10\n",
             "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"Les Tilleuls", "Bellefontaine", "Les Tilleuls", "Bellefontaine"}));
    EXPECT_EQ(values(reading)["benef_qpv"], (List{"30", "20", "5", "25"}));
    EXPECT_EQ(values(reading)["benef_hors_qpv"], (List{"10", "10", "10", "10"})) << "of the whole row";
    EXPECT_TRUE(findings(reading, "M03").empty());
    const auto wrong =
        read("Action;Porteur;Nb de bénéficiaires;Dont habitants QPV;Les Tilleuls;Bellefontaine;Hors QPV\n"
             "Ludobus;La Toupie;60;51;30;20;10\nCafé;Vélo;40;30;5;25;10\n",
             "emploi");
    EXPECT_EQ(findings(wrong, "M03").size(), 1U) << "the quarters do not make their total: said";
}

TEST(Layouts, AListBesideATableTakesNothingFromIt)
{
    const auto codes =
        read("Action;Porteur;QPV;Accordé;;Code QPV;Nom\nLudobus;La Toupie;Les Tilleuls;2000;;QP024001;Les "
             "Tilleuls\nJardin;Les Pousses;Les Tilleuls;1500;;QP024002;Bellefontaine\n"
             "Boxe;Club;Bellefontaine;1200;;;\n",
             "action");
    EXPECT_EQ(values(codes)["territoire"], (List{"Les Tilleuls", "Les Tilleuls", "Bellefontaine"}));
    const auto amounts = read("Action;Porteur;QPV;Accordé;Bénéficiaires;;Ligne;Notifié;Engagé\n"
                              "Ludobus;La Toupie;Les Tilleuls;2000;60;;P147;120000;98000\n"
                              "Jardin;Les Pousses;Les Tilleuls;1500;25;;VVV;15000;15000\n"
                              "Boxe;Club;Bellefontaine;1200;30;;;;\n");
    EXPECT_EQ(chosen(amounts), "action");
    EXPECT_EQ(values(amounts)["accorde_p147"], (List{"2000", "1500", "1200"}));
}

// A column of an action holds texts and numbers: it runs across, though most of its lines ask for what nobody knows.
TEST(Layouts, ATableAcrossOfMostlyUnknownLinesIsReadAcross)
{
    const auto reading = read("Fiche;Action 1;Action 2;Action 3\nIntitulé;Permis;Forum;Café\nTruc;a;b;c\nMachin;1;2;3\n"
                              "Bidule;x;y;z\nChose à voir;4;5;6\nQuartier;Clairval;Hors QPV;Bellevue\n"
                              "Nombre d'entrées;10;12;14\nSchmilblick;7;8;9\n",
                              "emploi");
    EXPECT_EQ(intake::test::values_of(reading, "intitule"), (List{"Permis", "Forum", "Café"}));
    EXPECT_EQ(intake::test::values_of(reading, "nb_entrees"), (List{"10", "12", "14"}));
    EXPECT_EQ(intake::test::values_of(reading, "benef_hors_qpv"), List{"(no column)"});
}

TEST(Layouts, ARecordOfKnownWordsIsNoHeader)
{
    Values offers =
        values(read("Offre;Opérateur;Échelle;QPV;Bénéficiaires;Mise en œuvre\n"
                    "Vacances;CS;commune;Le Parc;78;prévu\nParcours;ML;quartier;La Source;457;prévu\n"
                    "Jardin;Foyer;Métropole;Grand Pré;moins de 5;prévu\nTournoi;Club;commune;Le Parc;12;prévu\n",
                    "offre"));
    EXPECT_EQ(offers["offre"], (List{"Vacances", "Parcours", "Jardin", "Tournoi"}));
}

TEST(Layouts, AQuarterOfInexactNumbersIsOneToo)
{
    Values people = values(read("Action;Porteur;Bénéficiaires par QPV;;\n;;Les Tilleuls;Bellefontaine;Le Parc\n"
                                "Forum;CS;7;46;30\nCode;ML;30;au moins 44;79\nJardin;CS;56;plus de 20;NC\n"
                                "Fête;CS;12;salle comble;9\n",
                                "action", {"C1:E1"}));
    EXPECT_EQ(people["territoire"].size(), 12U);
}

} // namespace
} // namespace bilan::schemas
