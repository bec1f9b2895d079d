// SPDX-License-Identifier: MPL-2.0
//
// Ages crossed with sex, whichever of the two stands above the other; kinds of exits in several columns.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using intake::test::rows_not_kept;
using testing::ElementsAre;
using List = std::vector<std::string>;

TEST(Emploi, WomenAndMenOfAnAgeInOneHeader)
{
    const auto reading =
        read("Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Femmes 16-25 ans;Hommes 16-25 ans;F 26-49 ans;"
             "H 26-49 ans;50 ans et + / Femmes;50 ans et + / Hommes;- de 26 ans\n"
             "Avenir;Atelier;10;6;4;1;1;3;2;2;1;2\nCap;Forum;8;4;4;NC;2;1;0;3;2;2\n",
             "emploi");
    Values read = values(reading);
    EXPECT_EQ(read["f_age_16_25"], (List{"1", "<nc>"}));
    EXPECT_EQ(read["h_age_16_25"], (List{"1", "2"}));
    EXPECT_EQ(read["f_age_26_49"], (List{"3", "1"}));
    EXPECT_EQ(read["h_age_26_49"], (List{"2", "0"}));
    EXPECT_EQ(read["f_age_50_p"], (List{"2", "3"}));
    EXPECT_EQ(read["h_age_50_p"], (List{"1", "2"}));
    EXPECT_EQ(read["age_0_25"], (List{"2", "2"})) << "everybody of an age has a field of its own";
    EXPECT_EQ(read["benef_f"], (List{"6", "4"}));
}

// Signs, and titles that only the lack of another one carries over their second column, as in a csv file.
TEST(Emploi, BandsAboveWomenAndMenBesideATotalOfThem)
{
    for (const char* schema : {"", "action", "emploi", "offre"}) {
        const auto reading = read("Action;Porteur;- de 26 ans;;26 ans et +;;Total;\n;;F;H;F;H;F;H\n"
                                  "Atelier;Avenir;5;7;3;2;8;9\nForum;Cap;4;6;1;2;5;8\n",
                                  schema);
        Values read = values(reading);
        EXPECT_EQ(read["f_age_0_25"], (List{"5", "4"})) << schema;
        EXPECT_EQ(read["h_age_0_25"], (List{"7", "6"})) << schema;
        EXPECT_EQ(read["f_age_26_p"], (List{"3", "1"})) << schema;
        EXPECT_EQ(read["h_age_26_p"], (List{"2", "2"})) << schema;
        EXPECT_EQ(read["benef_f"], (List{"8", "5"})) << schema;
        EXPECT_EQ(read["benef_h"], (List{"9", "8"})) << schema;
        EXPECT_EQ(intake::test::findings(reading, "BIL-821"), List{}) << schema;
    }
}

TEST(Emploi, AgesOfSomeOthersAreNotThoseOfAll)
{
    for (const char* group : {"Habitants QPV", "Sorties", "Entrées", "Public prévu"})
        for (const char* schema : {"action", "emploi"}) {
            const std::string title(group);
            Values crossed = values(read("Action;Porteur;Bénéficiaires;" + title +
                                             ";;\n;;;- de 26 ans;;\n;;;F;H;\nAtelier;Avenir;17;5;7;\n"
                                             "Forum;Cap;13;4;6;\n",
                                         schema));
            Values plain = values(read("Action;Porteur;Bénéficiaires;" + title +
                                           ";\n;;;- de 26 ans;26 ans et +\nAtelier;Avenir;17;5;7\nForum;Cap;13;4;6\n",
                                       schema));
            for (const auto& read : {crossed, plain})
                for (const auto& [field, texts] : read) {
                    EXPECT_EQ(field.find("age_"), std::string::npos) << title << ": " << field;
                    EXPECT_NE(field, "benef_f") << title;
                    EXPECT_NE(field, "benef_h") << title;
                }
        }
}

TEST(Emploi, WomenAndMenAboveTheirBands)
{
    const auto reading =
        read("Porteur;Intitulé;Bénéficiaires;Femmes;;Hommes;\n;;;- de 26 ans;26 ans et +;- de 26 ans;26 ans et +\n"
             "Avenir;Atelier;21;1;2;4;5\nCap;Forum;21;3;6;7;5\n",
             "emploi", {"D1:E1", "F1:G1"});
    Values read = values(reading);
    EXPECT_EQ(read["f_age_0_25"], (List{"1", "3"}));
    EXPECT_EQ(read["f_age_26_p"], (List{"2", "6"}));
    EXPECT_EQ(read["h_age_0_25"], (List{"4", "7"}));
    EXPECT_EQ(read["h_age_26_p"], (List{"5", "5"}));
    EXPECT_FALSE(read.contains("age_0_25"));
}

TEST(Emploi, PositiveExitsBesideExitsToEmploymentAreAskedAbout)
{
    const auto reading = read("Intitulé de l'action;Porteur;Entrées;Sorties positives;CDI;CDD -6 mois\n"
                              "Atelier;Avenir;20;10;4;3\nForum;Cap;30;12;5;3\n",
                              "emploi");
    ASSERT_EQ(intake::test::findings(reading, "BIL-523").size(), 1U);
    EXPECT_EQ(intake::test::sentence(reading, "BIL-523"),
              "La colonne «\u00A0Sorties positives\u00A0» peut compter les seules entrées en formation et en SIAE, ou "
              "toutes les sorties dynamiques, emploi compris\u00A0; elle est lue comme les premières, et s'ajoute aux "
              "sorties en emploi. Demandez au partenaire ce qu'elle compte.");
    EXPECT_EQ(
        in_english(reading, "BIL-523"),
        "The column \"Sorties positives\" may count entries into training and work integration alone, or all "
        "dynamic exits, employment included; it is read as the former, and adds to the exits to employment. Ask the "
        "partner what it counts.");
    const auto with_whole =
        read("Intitulé de l'action;Porteur;Sorties;Sorties positives;CDI\nAtelier;Avenir;20;10;4\n", "emploi");
    EXPECT_TRUE(intake::test::findings(with_whole, "BIL-523").empty()) << "M01 compares them";
}

TEST(Emploi, ExitsBelowTheirGroup)
{
    Values read = values(schemas::read("Action;;Sorties;;;\n"
                                       "Intitulé de l'action;Porteur;Emploi durable;Création d'entreprise;Suite "
                                       "inconnue;SIAE\n"
                                       "Atelier;Avenir;5;1;2;3\nForum;Cap;6;0;1;4\n",
                                       "emploi", {"A1:B1", "C1:F1"}));
    EXPECT_EQ(read["nb_creation"], (List{"1", "0"}));
    EXPECT_EQ(read["nb_suite_inconnue"], (List{"2", "1"}));
    EXPECT_EQ(read["nb_sortie_positive"], (List{"3", "4"}));
}

TEST(Emploi, QuartersBesideThoseOutside)
{
    Values read = values(schemas::read("Intitulé de l'action;Porteur;Nb de bénéficiaires;QN06901M;QN06902I;Hors QPV\n"
                                       "Atelier;Avenir;48;20;25;3\n",
                                       "emploi"));
    EXPECT_EQ(read["territoire"], (List{"QN06901M", "QN06902I"}));
    EXPECT_EQ(read["benef_qpv"], (List{"20", "25"}));
}

TEST(Emploi, QuartersBesideTheirWholeAndThoseOutside)
{
    Values read =
        values(schemas::read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Dont habitants QPV;Bellefeinte;"
                             "Les Songes;Clair-Mirage;Hors QPV\n"
                             "Atelier;Avenir;18;8;1;0;7;10\nForum;Cap;30;20;4;8;8;10\n",
                             "emploi"));
    EXPECT_EQ(read["benef_qpv"], (List{"1", "0", "7", "4", "8", "8"})) << "their sums stand beside them";
    EXPECT_EQ(read["benef_hors_qpv"].front(), "10");
}

TEST(Emploi, BothSexesAreNoColumnOfOne)
{
    Values read = values(schemas::read(
        "Porteur;Intitulé;Bénéficiaires;H/F 16-25 ans;Femmes QPV 16-25 ans\nAvenir;Atelier;10;6;2\n", "emploi"));
    for (const auto& [field, texts] : read) {
        EXPECT_FALSE(field.starts_with("f_age_")) << field;
        EXPECT_FALSE(field.starts_with("h_age_")) << field;
    }
}

TEST(Emploi, BandsOfWomenDoNotExceedTheWomen)
{
    EXPECT_EQ(broken("Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Femmes 16-25 ans;Femmes 26-49 ans;Hommes 16-25 ans\n"
                     "Avenir;Atelier;10;6;4;3;3;4\nCap;Forum;10;6;4;4;3;4\nRive;Stage;10;6;4;3;3;5\n",
                     "emploi"),
              (List{"M05 3", "M05 4"}));
}

// Exits in two columns are two parts of one kind of exit (domain dossier 3.4.5).
TEST(Emploi, KindsOfContractsAreAddedToKindsOfExits)
{
    const auto reading = read("Action;Opérateur;Nb entrées;Nb sorties;CDI;CDD + 6 mois;CDD - 6 mois;Intérim\n"
                              "Coaching;PLIE;30;20;4;3;2;1\n"
                              "Atelier;Mission locale;10;8;1;;2;0\n",
                              "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["nb_emploi_durable"], (List{"7", "<vide>"})); // unknown is not zero
    EXPECT_EQ(read_values["nb_emploi_transition"], (List{"3", "2"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-829"), (List{"E1", "F1", "G1", "H1"}));
}

TEST(Emploi, ASumKnowsAllItsCells)
{
    const auto reading = read("Action;Opérateur;Nb sorties;CDI;CDD + 6 mois;Création d'entreprise\n"
                              "Coaching;PLIE;20;4;3;1\n"
                              "Atelier;Cap;8;sans objet;2;1\n",
                              "emploi");
    data::DatasetBuilder builder(reading.values.front().schema);
    builder.append(reading.values.front());
    const auto dataset = builder.finish();
    const auto cells = [&](std::size_t row, const char* field) {
        const std::size_t column = dataset->column_index(field).value();
        List names{cell_name(dataset->cell(row, column).value())};
        for (const CellPosition& cell : dataset->further_cells(row, column)) names.push_back(cell_name(cell));
        return names;
    };
    EXPECT_EQ(cells(0, "nb_emploi_durable"), (List{"D2", "E2", "F2"}));
    EXPECT_EQ(cells(0, "nb_creation"), (List{"F2"}));
    EXPECT_EQ(cells(1, "nb_emploi_durable"), (List{"E3", "F3"})) << "what does not apply adds nothing";
}

// The worked example of the domain dossier, 3.4.7, column by column as an operator counts.
TEST(Emploi, CreationIsALastingExitAndTrainingAPositiveOneWhereOnlyPartsAreCounted)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Entrées;Abandons;En cours au 31/12;Sorties;CDI;CDD > 6 mois;"
             "Création d'entreprise;CDD < 6 mois;Contrat aidé;Entrée en formation;Autre SIAE;Chômage;"
             "Sans nouvelles;Déménagement\n"
             "Parcours;Avenir;40;6;4;30;5;4;1;6;2;4;1;4;2;1\n"
             "Atelier;Cap;12;1;1;10;1;2;NC;3;0;1;0;2;1;0\n",
             "emploi");
    Values counts = values(reading);
    EXPECT_EQ(counts["nb_emploi_durable"], (List{"10", "<nc>"}));
    EXPECT_EQ(counts["nb_creation"], (List{"1", "<nc>"})) << "it keeps its own field";
    EXPECT_EQ(counts["nb_emploi_transition"], (List{"8", "3"}));
    EXPECT_EQ(counts["nb_sortie_positive"], (List{"5", "1"}));
    EXPECT_EQ(counts["nb_formation"], (List{"4", "1"}));
    EXPECT_EQ(counts["nb_autres_sorties"], (List{"4", "2"}));
    EXPECT_TRUE(intake::test::findings(reading, "M01").empty());
    EXPECT_GE(intake::test::findings(reading, "BIL-829").size(), 7U) << "each part is said";
    for (const intake::Finding& finding : reading.findings) {
        if (finding.code != "BIL-829") continue;
        EXPECT_EQ(finding.severity, data::Severity::information);
    }
}

// « Sorties positives: 23 » is the dynamic total, not its third category (domain dossier 3.4.7).
TEST(Emploi, PositiveExitsThatWouldExceedTheExitsAreAllDynamicOnes)
{
    const std::string headers =
        "Intitulé de l'action;Porteur;Sorties;Emploi durable;Emploi de transition;Sorties positives;Neutralisées\n";
    const auto reading = read(headers + "Parcours;Avenir;30;10;8;23;1\n", "emploi");
    Values counts = values(reading);
    EXPECT_EQ(counts["nb_sorties_dynamiques"], (List{"23"}));
    EXPECT_EQ(counts.count("nb_sortie_positive"), 0U);
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-146"),
        "Avec les sorties en emploi, la colonne «\u00A0Sorties positives\u00A0» dépasserait toutes les sorties\u00A0: "
        "elle est lue comme le total des sorties dynamiques, emploi compris. Vérifiez-le auprès du partenaire.");
    EXPECT_EQ(
        in_english(reading, "BIL-146"),
        "With the exits to employment, the column \"Sorties positives\" would be more than all exits: it is read as "
        "the total of dynamic exits, employment included. Check it with the partner.");
    EXPECT_EQ(values(read(headers + "Parcours;Avenir;30;10;8;5;1\n", "emploi"))["nb_sortie_positive"], (List{"5"}));
    // Fewer than the exits to employment: no total of them either; M01 compares.
    EXPECT_EQ(values(read(headers + "Parcours;Avenir;30;10;8;15;1\n", "emploi"))["nb_sortie_positive"], (List{"15"}));
}

TEST(Emploi, PositiveExitsThatHoldTheExitsToEmploymentAreAllDynamicOnes)
{
    const auto reading = read("Intitulé de l'action;Porteur;Entrées;Sorties;Sorties positives;dont emploi durable;"
                              "dont emploi de transition;dont formation\n"
                              "Parcours;Avenir;40;30;20;10;5;5\nAtelier;Cap;60;50;25;10;10;5\n",
                              "emploi");
    EXPECT_EQ(values(reading)["nb_sorties_dynamiques"], (List{"20", "25"}));
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-194"),
        "La colonne «\u00A0Sorties positives\u00A0» est suivie de colonnes «\u00A0dont\u00A0» de sorties en emploi, "
        "qu'elle compte donc\u00A0: elle est lue comme le total des sorties dynamiques, emploi compris. "
        "Vérifiez-le auprès du partenaire.");
    EXPECT_EQ(in_english(reading, "BIL-194"),
              "The column \"Sorties positives\" is followed by columns \"dont\" of exits to employment, which it "
              "therefore counts: it is read as the total of dynamic exits, employment included. Check it with the "
              "partner.");
}

TEST(Emploi, TrainingIsThePositiveExitsWhereTheOutcomesAddUpWithItOnly)
{
    const std::string headers =
        "Intitulé de l'action;Porteur;Sorties;CDI;CDD > 6 mois;CDD < 6 mois;Formation;Sans nouvelles\n";
    const auto reading = read(headers + "Parcours;Avenir;20;5;3;6;4;2\nAtelier;Cap;10;2;1;3;2;2\n", "emploi");
    Values counts = values(reading);
    EXPECT_EQ(counts["nb_sortie_positive"], (List{"4", "2"}));
    EXPECT_EQ(counts["nb_formation"], (List{"4", "2"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-829"), (List{"D1", "E1", "G1"})) << "a column of two fields is said";
    const auto open = read(headers + "Parcours;Avenir;20;5;3;6;4;1\n", "emploi");
    EXPECT_EQ(values(open).count("nb_sortie_positive"), 0U) << "they may have left otherwise";
}

TEST(Emploi, CreationBesideTheWholeAddsNothing)
{
    Values whole = values(read("Intitulé de l'action;Porteur;Sorties;Emploi durable;Création d'activité\n"
                               "Atelier;Avenir;20;8;2\n",
                               "emploi"));
    EXPECT_EQ(whole["nb_emploi_durable"], (List{"8"}));
    EXPECT_EQ(whole["nb_creation"], (List{"2"}));
    Values part = values(read("Intitulé de l'action;Porteur;Sorties;CDI;dont création d'activité;CDD > 6 mois\n"
                              "Atelier;Avenir;20;8;2;3\n",
                              "emploi"));
    EXPECT_EQ(part["nb_emploi_durable"], (List{"11"})) << "« dont » is a part of the column before";
}

TEST(Emploi, WomenAndMenOfEntriesAreTheEntries)
{
    const auto reading =
        read("Action;Entrées;;;Sorties;\n;F;H;dont QPV;F;H\nCoaching;11;12;5;4;3\nAtelier;1;2;1;0;1\n");
    EXPECT_EQ(chosen(reading), "emploi");
    EXPECT_EQ(values(reading)["nb_entrees"], (List{"23", "3"}));
    EXPECT_EQ(values(reading)["nb_sorties"], (List{"7", "1"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-829"), (List{"B2", "C2", "E2", "F2"}));
    const auto total =
        read("Action;Structure;Sorties;;;Entrées\n;;Femmes;Hommes;Total;\nA;X;4;3;7;20\nB;Y;5;2;7;30\n", "emploi");
    EXPECT_EQ(values(total)["nb_sorties"], (List{"7", "7"})) << "the whole is there";
    const auto others =
        read("Action;Structure;Sorties;;;Entrées\n;;Femmes;Hommes;Autre;\nA;X;4;3;1;20\nB;Y;5;2;0;30\n", "emploi");
    EXPECT_FALSE(values(others).contains("nb_sorties")) << "women and men are not all of them";
}

TEST(Emploi, ThePublicOfAnActionByLevelIsNoDuplicate)
{
    const std::string header = "Exercice;Action;Structure;Niveau de qualification;Nb de bénéficiaires\n";
    const List by_level = broken(header + "2024;Ateliers;PLIE;infra 3;10\n2024;Ateliers;PLIE;4;12\n", "emploi");
    EXPECT_EQ(std::ranges::count(by_level, "C13 3"), 0);
    const List twice = broken(header + "2024;Ateliers;PLIE;4;10\n2024;Ateliers;PLIE;4;12\n", "emploi");
    EXPECT_EQ(std::ranges::count(twice, "C13 3"), 1);
    const List without = broken(header + "2024;Ateliers;PLIE;;10\n2024;Ateliers;PLIE;;12\n", "emploi");
    EXPECT_EQ(std::ranges::count(without, "C13 3"), 1);
}

/// The births are taken out of the remarks, which stay.
TEST(Emploi, RemarksThatTellABirthAreKept)
{
    Values read_values = values(
        read("Action;Structure;Nb de bénéficiaires;Commentaire\nAteliers;A;10;Une dame née le 12/03/1980 est venue\n"
             "Forum;B;12;bon public\nDanse;C;14;rien\nChant;D;15;un homme né le 3 mars 1975 aussi\n",
             "emploi"));
    ASSERT_EQ(read_values.count("commentaire"), 1U);
    EXPECT_EQ(read_values["commentaire"][1], "bon public");
    EXPECT_EQ(read_values["commentaire"][0].find("1980"), std::string::npos);
    EXPECT_EQ(read_values["commentaire"][3].find("1975"), std::string::npos);
    const auto births = read("Action;Structure;Nb de bénéficiaires;Public\nAteliers;A;10;née le 12/03/1980\n"
                             "Forum;B;12;né le 3 mars 1975\n",
                             "emploi");
    EXPECT_EQ(intake::test::findings(births, "C21").size(), 1U);
}

TEST(Emploi, AWholeBesideAPartStandsAlone)
{
    const auto reading = read("Action;Opérateur;Nb sorties;CDI;Emploi durable\nCoaching;PLIE;20;4;7\n"
                              "Atelier;Mission locale;9;1;2\n",
                              "emploi");
    EXPECT_EQ(values(reading)["nb_emploi_durable"], (List{"7", "2"}));
}

TEST(Emploi, ShortContractsAreNoLastingJobs)
{
    for (const std::string header : {"CDD - de 6 mois", "CDD (- de 6 mois)", "CDD <= 6 mois", "CDD (≤ 6 mois)"})
        EXPECT_EQ(values(schemas::read("Action;Structure;Entrées;" + header + "\nAtelier;A;20;3\n", "emploi"))
                      .count("nb_emploi_transition"),
                  1U)
            << header;
    for (const std::string header : {"CDD + de 6 mois", "CDD (+ de 6 mois)", "CDD >= 6 mois", "CDD (≥ 6 mois)"})
        EXPECT_EQ(values(schemas::read("Action;Structure;Entrées;" + header + "\nAtelier;A;20;3\n", "emploi"))
                      .count("nb_emploi_durable"),
                  1U)
            << header;
    const auto rate =
        schemas::read("Action;Structure;Entrées\nAtelier;A;20\nForum;B;15\nTaux de sortie;;45 %\n", "emploi");
    EXPECT_THAT(rows_not_kept(rate), ElementsAre("4 BIL-822"));
}

TEST(Emploi, AGroupThatSortsAllWhoLeftIsTheirs)
{
    for (const std::string_view group : {"Type de sortie", "Situation en fin de parcours", "Motif de sortie"}) {
        Values rows = values(read("Action;Opérateur;Entrées;" + std::string(group) +
                                      ";;;\n;;;Total;CDI / CDD + 6 mois;CDD - 6 mois / intérim;Formation / SIAE\n"
                                      "Permis;ML;40;30;10;8;6\nForum;PLIE;20;12;4;2;3\n",
                                  "emploi"));
        EXPECT_EQ(rows["nb_emploi_durable"], (std::vector<std::string>{"10", "4"})) << group;
        EXPECT_EQ(rows["nb_emploi_transition"], (std::vector<std::string>{"8", "2"})) << group;
        EXPECT_EQ(rows["nb_sortie_positive"], (std::vector<std::string>{"6", "3"})) << group;
    }
}

} // namespace
} // namespace bilan::schemas
