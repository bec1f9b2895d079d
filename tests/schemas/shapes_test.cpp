// SPDX-License-Identifier: MPL-2.0
//
// How tables lie: groups and labels in one cell, levels below a merged title, tables side by side without a gap, titles
// between tables, one action over several rows, quarters that are groups, women and men or funders in rows.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using intake::test::values_of;
using testing::IsEmpty;
using testing::Not;
using List = std::vector<std::string>;

// ---------------------------------------------------------------- group and label in one cell

TEST(Shapes, FieldsInRowsCalledByGroupAndLabel)
{
    const auto firms =
        read("Entreprise signataire;Transports Alpina;Garage Girod\nType;Entreprise;réseau\n"
             "Recruter - Embauches;14;68\nRecruter - Emplois francs (ne pas remplir si non concerné);0;2\n"
             "Recruter - Testing;non;oui\nHeures de clauses d'insertion;1,5;2\n");
    EXPECT_EQ(chosen(firms), "paqte");
    Values of_firms = values(firms);
    EXPECT_EQ(of_firms["entreprise"], (List{"Transports Alpina", "Garage Girod"}));
    EXPECT_EQ(of_firms["embauches"], (List{"14", "68"}));
    EXPECT_EQ(of_firms["emplois_francs"], (List{"0", "2"}));
    Values offers =
        values(read("Offre;Séjours;Théâtre-forum\nMise en œuvre;Abandonné;PREVU\nNb hab. QPV;9;0\n"
                    "Tranche d'âge - < 26 ans;2;5\nTranche d'âge - 26 à 49 ans;73;75\n"
                    "Suites de parcours - CDI/CDD +6 mois;4;3\nSuites de parcours - Entrée en formation;5;7\n",
                    "offre"));
    EXPECT_EQ(offers["offre"], (List{"Séjours", "Théâtre-forum"}));
    EXPECT_EQ(offers["age_26_49"], (List{"73", "75"}));
    EXPECT_EQ(offers["nb_emploi_durable"], (List{"4", "3"}));
}

TEST(Shapes, ADashThatIsASignPartsNothing)
{
    Values ages = values(read("Action;Porteur;Participants;Participants - 26 ans;Participants - de 18 ans\n"
                              "Ludobus;A;60;30;12\nJardin;B;25;10;4\n",
                              "action"));
    EXPECT_EQ(ages["benef_total"], (List{"60", "25"}));
    for (const auto& [field, cells] : ages) EXPECT_FALSE(field.starts_with("age_")) << field; // below 26, and not of 26
    // Two remarks of two persons are none of them the holder.
    Values remarks = values(read("Action;Nb de participants;Commentaire - porteur;Commentaire - instructeur\n"
                                 "Ludobus;60;bien;Asso A\nJardin;25;très bien;Asso B\n",
                                 "action"));
    EXPECT_FALSE(remarks.contains("porteur"));
}

// ---------------------------------------------------------------- levels below a title

TEST(Shapes, DigitsBelowATitleBesideLabelsMergedOverBothRows)
{
    const std::string text = "Libellé de l'action;Structure;Nb de bénéficiaires;Niveau de formation;;;Abandons\n"
                             ";;;3;4;5;\nAteliers;CS;40;12;8;6;3\nForum;MLJ;60;20;15;9;5\n";
    for (const List& merges : {List{"A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"}, List{}}) {
        Values levels = values(read(text, "emploi", merges));
        EXPECT_EQ(levels["intitule"], (List{"Ateliers", "Forum"})) << merges.size();
        EXPECT_EQ(levels["niv_3"], (List{"12", "20"})) << merges.size();
        EXPECT_EQ(levels["niv_5"], (List{"6", "9"})) << merges.size();
        EXPECT_FALSE(levels.contains("niveau_qualif")) << merges.size();
    }
}

TEST(Shapes, ARecordBelowMergedLabelsStaysOne)
{
    const auto reading = read("Action;Bénéficiaires;;Accordé\nLudobus;12;8;400\nJardin;3;4;900\n", "action", {"B1:C1"});
    EXPECT_EQ(values(reading)["intitule"], (List{"Ludobus", "Jardin"}));
}

// ---------------------------------------------------------------- tables side by side

TEST(Shapes, TablesSideBySideWithoutAnEmptyColumn)
{
    const auto years = read("2022;;;2023;;\nAction;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                            "Ateliers;12;500;Forum;30;800\nPerm;7;90;Vélo;3;70\n",
                            "action", {"A1:C1", "D1:F1"});
    ASSERT_EQ(years.values.size(), 2U);
    EXPECT_EQ(values_of(years, "intitule", 1), (List{"Forum", "Vélo"}));
    EXPECT_EQ(values_of(years, "benef_total", 1), (List{"30", "3"}));
    EXPECT_EQ(values_of(years, "exercice", 0), (List{"2022", "2022"}));
    EXPECT_EQ(values_of(years, "exercice", 1), (List{"2023", "2023"}));
    const auto bare = read("Action;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                           "Ateliers;12;500;Forum;30;800\nPerm;7;90;Vélo;3;70\n");
    ASSERT_EQ(bare.values.size(), 2U);
    EXPECT_EQ(values_of(bare, "intitule", 0), (List{"Ateliers", "Perm"}));
    EXPECT_EQ(values_of(bare, "accorde_p147", 1), (List{"800", "70"}));
}

TEST(Shapes, ANameRepeatedForReadingIsNoTable)
{
    const auto reading = read("2022;;;2023;;\nAction;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                              "Ateliers;12;500;Ateliers;30;800\nPerm;7;90;Perm;3;70\n",
                              "action", {"A1:C1", "D1:F1"});
    ASSERT_EQ(reading.values.size(), 1U);
    EXPECT_EQ(values(reading)["exercice"], (List{"2022", "2023", "2022", "2023"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"12", "30", "7", "3"}));
}

// ---------------------------------------------------------------- titles between tables

TEST(Shapes, TheTitleOfALaterTableGivesTheStatus)
{
    const auto reading = read("Action;Bénéf.;Accordé\nAteliers;12;500\nForum;30;800\n;\nActions refusées;;\n"
                              "Action;Bénéf.;Demandé\nSurf;50;9000\n",
                              "action");
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(values_of(reading, "statut", 1), List{"refusée"});
    EXPECT_EQ(sentence(reading, "BIL-298"),
              "Aucune colonne ne donne Statut de l'action (statut)\u00A0: la valeur refusée vient de «\u00A0Actions "
              "refusées\u00A0». Vérifiez-la.");
}

TEST(Shapes, TheTitleOfALaterTableThatTellsNothingIsSaid)
{
    const std::string first = "Action;Bénéf.;Accordé\nAteliers;12;500\nForum;30;800\n;\n";
    EXPECT_EQ(findings(read(first + "Hors contrat;;\nAction;Bénéf.;Demandé\nSurf;50;9000\n", "action"), "BIL-276"),
              List{"A5 Hors contrat"});
    EXPECT_THAT(
        findings(read(first + "Programmation 2023;;\nAction;Bénéf.;Demandé\nSurf;50;9000\n", "action"), "BIL-276"),
        IsEmpty())
        << "the year is taken";
}

TEST(Shapes, ATitleInThePlaceOfTheFirstLabel)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Femmes;Hommes\nAteliers;CS;12;5;7\n"
             "Forum;MLJ;30;8;22\nPILIER EMPLOI;Porteur;Nb de bénéficiaires;Hommes;Femmes\nVélo;X;9;4;5\n",
             "action");
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(values_of(reading, "intitule", 1), List{"Vélo"});
    EXPECT_EQ(values_of(reading, "pilier", 1), List{"emploi"});
    EXPECT_EQ(values_of(reading, "benef_h", 1), List{"4"});
}

// ---------------------------------------------------------------- one action over several rows

const std::string shared = "N° action;Porteur;Intitulé;Statut;Accordé P147;QPV;Nb bénéficiaires\n"
                           "10000001;Asso A;Jardin;retenue;6000;QN03801M;40\n;;;;;QN03802M;10\n"
                           "10000002;Asso B;Mentorat;retenue;8000;QN03801M;30\nTotal;;;;14000;;80\n";
const List merged{"A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3"};

TEST(Shapes, AMergedNumberIsOneActionWithItsQuarters)
{
    const auto reading = read(shared, "action", merged);
    Values rows = values(reading);
    EXPECT_EQ(rows["territoire"], (List{"QN03801M", "QN03802M", "QN03801M"}));
    EXPECT_EQ(rows["accorde_p147"], (List{"6000", "6000", "8000"})) << "of the whole action, taken once in totals";
    EXPECT_EQ(rows["benef_total"], (List{"40", "10", "30"}));
    const data::TableOrigin& origin = reading.values.front().origin;
    EXPECT_TRUE(origin.counts_once);
    EXPECT_TRUE(origin.repeats("accorde_p147"));
    EXPECT_FALSE(origin.repeats("benef_total"));
    EXPECT_EQ(reading.values.front().source_rows, (std::vector<std::uint32_t>{1, 1, 3}));
    for (const char* code : {"BIL-270", "BIL-118", "BIL-280"}) EXPECT_THAT(findings(reading, code), IsEmpty()) << code;
    EXPECT_EQ(sentence(reading, "BIL-031"),
              "Les lignes 2-3 sont sous une cellule fusionnée qui les nomme\u00A0: chacune de ces actions compte une "
              "fois. Chaque ligne a ses propres valeurs pour QPV, Nb bénéficiaires\u00A0; le reste vaut pour toute "
              "l'action. Vérifiez que c'est bien le cas.");
    EXPECT_EQ(
        in_english(reading, "BIL-031"),
        "Rows 2-3 are below a merged cell that names them: each of these actions counts once. Each row has values "
        "of its own for QPV, Nb bénéficiaires; all else holds for the whole action. Check that this is so.");
}

TEST(Shapes, AMergedHolderIsNoAction)
{
    const auto reading = read("N° action;Porteur;Intitulé;Accordé P147;QPV\n10000001;Asso A;Jardin;6000;QN03801M\n"
                              "10000003;;Potager;500;QN03802M\n",
                              "action", {"B2:B3"});
    EXPECT_FALSE(reading.values.front().origin.counts_once);
    EXPECT_THAT(findings(reading, "BIL-031"), IsEmpty());
    const auto numbers = read("N° action;Intitulé;Accordé P147;QPV\n10000001;Jardin;6000;QN03801M\n"
                              "10000003;;500;QN03802M\n",
                              "action", {"B2:B3"});
    EXPECT_FALSE(numbers.values.front().origin.counts_once) << "two numbers of action";
}

TEST(Shapes, WomenAndMenInRowsAreOneAction)
{
    const std::string header = "Intitulé de l'action;Porteur;Sexe;Nb de bénéficiaires;Montant accordé\n";
    const auto reading = read(header + "Ateliers;CS;F;12;500\nAteliers;CS;H;5;500\nForum;MLJ;Hommes;22;80\n"
                                       "Forum;MLJ;Femmes;30;\nCiné;MJC;F;9;70\n",
                              "action");
    Values rows = values(reading);
    EXPECT_EQ(rows["intitule"], (List{"Ateliers", "Forum", "Ciné"}));
    EXPECT_EQ(rows["benef_f"], (List{"12", "30", "9"}));
    EXPECT_EQ(rows["benef_h"], (List{"5", "22", "<vide>"}));
    EXPECT_EQ(rows["accorde_p147"], (List{"500", "80", "70"}));
    EXPECT_FALSE(rows.contains("benef_total")) << "nobody said that these are all";
    EXPECT_EQ(intake::test::rows_not_kept(reading), (List{"3 BIL-032", "5 BIL-032"}));
    EXPECT_EQ(sentence(reading, "BIL-032"),
              "La ligne compte les personnes de l'autre sexe de la ligne 2\u00A0: elle lui "
              "est réunie. Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-032"),
              "The row counts the people of the other sex of row 2: it is joined to it. Nothing to do.");
    EXPECT_EQ(sentence(reading, "BIL-033"),
              "«\u00A0Sexe\u00A0» dit de qui sont les nombres de «\u00A0Nb de bénéficiaires\u00A0»\u00A0: ils sont lus "
              "comme femmes (benef_f) et hommes (benef_h), une action par groupe de lignes. Vérifiez-le.");
    EXPECT_EQ(
        in_english(reading, "BIL-033"),
        "\"Sexe\" says whose the numbers of \"Nb de bénéficiaires\" are: they are read as women (benef_f) and men "
        "(benef_h), one action for each group of rows. Check it.");
    const auto twice = read(header + "Ateliers;CS;F;12;500\nAteliers;CS;F;5;500\nForum;MLJ;H;22;80\n", "action");
    EXPECT_FALSE(values(twice).contains("benef_total"));
    EXPECT_FALSE(values(twice).contains("benef_f"));
    EXPECT_EQ(
        sentence(twice, "BIL-034"),
        "«\u00A0Nb de bénéficiaires\u00A0» compte à chaque ligne les femmes ou les hommes («\u00A0Sexe\u00A0»), et "
        "les lignes d'une même action ne se réunissent pas sûrement\u00A0: ces nombres ne sont pas repris. Demandez "
        "une colonne pour chacun.");
    EXPECT_EQ(in_english(twice, "BIL-034"),
              "\"Nb de bénéficiaires\" counts women or men in each row (\"Sexe\"), and the rows of one action cannot "
              "surely be joined: these numbers are left out. Ask for a column each.");
    EXPECT_EQ(values(read(header + "Ateliers;CS;F;12;500\nForum;MLJ;Mixte;5;500\n", "action"))["benef_total"],
              (List{"12", "5"}))
        << "whom an action is for";
}

// ---------------------------------------------------------------- quarters as groups

TEST(Shapes, QuartersOverSeveralMeasures)
{
    const auto codes = read("Intitulé de l'action;Porteur;QN06903M;;QN06904M;\n"
                            ";;Nb bénéf.;Montant accordé;Nb bénéf.;Montant accordé\n"
                            "Ateliers;CS;5;600;7;800\nForum;MLJ;1;200;3;400\n",
                            "action");
    EXPECT_EQ(values(codes)["territoire"], (List{"QN06903M", "QN06904M", "QN06903M", "QN06904M"}));
    EXPECT_EQ(values(codes)["benef_total"], (List{"5", "7", "1", "3"}));
    EXPECT_EQ(values(codes)["accorde_p147"], (List{"600", "800", "200", "400"}));
    const auto names = [](const std::string& one, const std::string& other, const std::string& total) {
        return read("Intitulé de l'action;Porteur;" + one + ";;" + other + ";;Total;\n;;F;H;F;H;F;H\n" +
                        "Ateliers;CS;5;6;7;8;" + total + ";14\nForum;MLJ;1;2;3;4;4;6\n",
                    "action");
    };
    EXPECT_EQ(values(names("Les Vernes", "Bellevue", "12"))["benef_f"], (List{"5", "7", "1", "3"}));
    EXPECT_FALSE(values(names("Les Vernes", "Bellevue", "13")).contains("territoire")) << "they do not add up";
    EXPECT_FALSE(values(names("Jeunes", "Adultes", "12")).contains("territoire"));
    EXPECT_FALSE(values(names("Entrées", "Abandons", "12")).contains("territoire"));
}

TEST(Shapes, QuartersBesideIndicatorsAndYears)
{
    const auto reading = read("Indicateur;Année;Les Vernes;Centre-ville\nPopulation;2020;2400;3100\n"
                              "Taux de pauvreté;2020;42;38\nPart des ménages seuls;2021;41;37\n",
                              "territoire");
    Values rows = values(reading);
    EXPECT_EQ(rows["valeur"], (List{"2400", "3100", "42", "38", "41", "37"}));
    EXPECT_EQ(rows["territoire"].front(), "Les Vernes");
    EXPECT_EQ(rows["exercice"].back(), "2021");
    EXPECT_THAT(findings(reading, "BIL-822"), IsEmpty()) << "a rate is an indicator there, and no remark";
    EXPECT_THAT(findings(reading, "BIL-846"), Not(IsEmpty()));
    EXPECT_FALSE(values(read("Indicateur;Année;Valeur brute;Évolution\nPopulation;2020;2400;3100\n"
                             "Taux de pauvreté;2020;42;38\n",
                             "territoire"))
                     .contains("territoire"));
}

// ---------------------------------------------------------------- funders in rows

TEST(Shapes, FundersInRowsUnderTheActionsThatTheyFund)
{
    const auto reading = read("Financeur;Ateliers ASL;Forum emploi;Jardins\nÉtat P147;5000;8000;1000\n"
                              "Région;2000;0;400\nVille;3000;1500;500\n");
    Values plan = values(reading);
    EXPECT_EQ(plan["intitule"], (List{"Ateliers ASL", "Forum emploi", "Jardins"}));
    EXPECT_EQ(plan["fin_p147"], (List{"5000", "8000", "1000"}));
    EXPECT_FALSE(plan.contains("financeur"));
    EXPECT_THAT(findings(reading, "BIL-597"), Not(IsEmpty()));
}

TEST(Shapes, APublicOfWomenAndMenSaysWhomABareNumberCounts)
{
    for (const std::string_view says : {"Public", "Sexe"}) {
        const auto reading = read("Action;Porteur;" + std::string(says) +
                                  ";Nombre\nAtelier;Asso A;Femmes;12\nAtelier;Asso A;Hommes;8\n"
                                  "Chantier;Asso B;Femmes;3\nChantier;Asso B;Hommes;9\n");
        Values rows = values(reading);
        EXPECT_EQ(chosen(reading), "action") << says;
        EXPECT_EQ(rows["intitule"], (List{"Atelier", "Chantier"})) << says;
        EXPECT_EQ(rows["benef_f"], (List{"12", "3"})) << says;
        EXPECT_EQ(rows["benef_h"], (List{"8", "9"})) << says;
        EXPECT_EQ(intake::test::findings(reading, "BIL-033").size(), 1U) << says;
    }
}

// « F » below « Habitants QPV » is no quarter: who lives in one, and not where.
TEST(Shapes, WomenAndMenBelowResidentsAreNoQuarters)
{
    for (const std::string_view group :
         {"Habitants QPV;;Habitants hors QPV;", "Bénéficiaires QPV;;Bénéficiaires hors QPV;", "QPV;;Hors QPV;"}) {
        const auto reading = read("Action;Porteur;" + std::string(group) +
                                      "\n;;F;H;F;H\nAtelier;Asso A;10;5;3;2\n"
                                      "Forum;Asso B;7;8;0;4\n",
                                  "action");
        Values rows = values(reading);
        EXPECT_EQ(rows["intitule"], (List{"Atelier", "Forum"})) << group;
        EXPECT_EQ(rows["benef_qpv"], (List{"15", "15"})) << group;
        EXPECT_EQ(rows["benef_hors_qpv"], (List{"5", "4"})) << group;
        EXPECT_FALSE(rows.contains("territoire")) << group;
    }
    const auto ages = read("Action;Porteur;Habitants QPV;\n;;- 26 ans;26 ans et +\nAtelier;Asso A;10;5\n"
                           "Forum;Asso B;7;8\n",
                           "action");
    EXPECT_FALSE(values(ages).contains("territoire"));
}

} // namespace
} // namespace bilan::schemas
