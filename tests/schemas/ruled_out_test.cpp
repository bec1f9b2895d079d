// SPDX-License-Identifier: MPL-2.0
//
// Headers that share words with a field and say by another word that they are something else: they are not read.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

/// A table of employment actions with one more column.
intake::FileReading with_column(const std::string& header, const std::string& first, const std::string& second)
{
    return read("Action;Porteur;Quartier;Bénéficiaires;Femmes;Hommes;Sorties;" + header +
                    "\nPermis;Cap;Bellevue;45;20;25;30;" + first + "\nCode;Cap;Bellevue;15;8;7;12;" + second + "\n",
                "emploi");
}

std::string field_of(const std::string& header, const std::string& first = "12", const std::string& second = "7")
{
    return intake::test::field_of(with_column(header, first, second), header);
}

List suggestions_of(const std::string& header, const std::string& first, const std::string& second)
{
    const auto reading = with_column(header, first, second);
    return reading.tables.at(0).columns.back().suggestions;
}

TEST(RuledOut, AnAmountByHeadIsNoTotal)
{
    for (const char* header :
         {"Coût par bénéficiaire", "Coût / pers.", "Coût/pers", "Budget par participant", "Coût par action",
          "Coût moyen", "Coût unitaire", "Subvention moyenne", "Montant accordé par bénéficiaire"})
        EXPECT_EQ(field_of(header, "200", "300"), "") << header;
    EXPECT_EQ(field_of("Coût total", "9000", "4500"), "cout_total");
    EXPECT_EQ(field_of("Coût de l'action", "9000", "4500"), "cout_total");
}

TEST(RuledOut, MoneyCountsNobody)
{
    for (const char* header : {"Autre subvention", "Autres financements", "Autre montant", "Budget femmes",
                               "Autres (€)", "Montant QPV", "Subvention jeunes"})
        EXPECT_EQ(field_of(header, "5000", "1000"), "") << header;
    EXPECT_EQ(field_of("Autres sorties"), "nb_autres_sorties");
}

TEST(RuledOut, PlacesAreNoPeople)
{
    for (const char* header : {"Nombre de QPV", "QPV (nombre)", "Nb de quartiers", "Nombre de communes concernées",
                               "Nb QPV touchés", "Nbre total de QPV"})
        EXPECT_EQ(field_of(header, "2", "1"), "") << header;
    EXPECT_EQ(suggestions_of("Nombre de QPV", "2", "1"), List{});
    EXPECT_EQ(field_of("Nombre d'habitants QPV"), "benef_qpv");
    EXPECT_EQ(field_of("Nb de bénéficiaires QPV"), "benef_qpv");
    const auto grouped = read("Action;Porteur;Bénéficiaires;;\n;;Total;Femmes;QPV (nombre)\n"
                              "Permis;Cap;45;20;12\nCode;Cap;15;8;7\n",
                              "emploi", {"C1:E1"});
    EXPECT_EQ(values(grouped)["benef_qpv"], (List{"12", "7"})) << "under a group of people they are people";
}

TEST(RuledOut, HoursAreNoMonthsAndNoPeople)
{
    for (const char* header :
         {"Nb d'heures", "Durée moyenne (h)", "Durée du parcours en jours", "Nombre d'heures bénéficiaires"})
        EXPECT_EQ(field_of(header, "120", "300"), "") << header;
    EXPECT_EQ(field_of("Durée moyenne (mois)"), "duree_moy");
    EXPECT_EQ(field_of("Durée moyenne du parcours"), "duree_moy");
}

TEST(RuledOut, ADurationOfAnotherUnitIsInNoHours)
{
    const auto duration = [](const std::string& header) {
        return intake::test::field_of(
            read("Intitulé de l'action;Porteur;" + header + ";Accordé\nJardin;MJC;6;1000\nForum;CS;12;2000\n",
                 "action"),
            header);
    };
    for (const char* header : {"Durée (mois)", "Durée en mois", "Durée (jours)", "Durée (semaines)", "Durée (années)",
                               "Durée (j)", "Durée", "Durée de l'action"})
        EXPECT_EQ(duration(header), "") << header;
    for (const char* header : {"Durée (heures)", "Durée (h)", "Durée en heures"})
        EXPECT_EQ(duration(header), "duree_h") << header;
}

TEST(RuledOut, AScaleIsNoShare)
{
    for (const char* header : {"Satisfaction (/5)", "Note de satisfaction sur 10", "Satisfaction (1 à 5)",
                               "Satisfaction (1-5)", "Satisfaction", "Satisfaction (note)", "Taux de satisfaction"})
        EXPECT_EQ(field_of(header, "4.2", "3.8"), "") << header;
    EXPECT_EQ(field_of("Satisfaction (%)", "85", "92"), "satisfaction");
    EXPECT_EQ(field_of("Taux de satisfaction", "85", "92"), "satisfaction");
    EXPECT_EQ(field_of("Satisfaction", "0.85", "0.92"), "satisfaction");
}

TEST(RuledOut, PartsOfAPostInPercentAreParts)
{
    const auto posts = [](const std::string& header, const std::string& first, const std::string& second) {
        return read("Nom de la cité;" + header + ";QPV\nCité de Valmont;" + first + ";QN06910M\nCité du Port;" +
                        second + ";QN06911M\n",
                    "cite");
    };
    for (const char* header : {"% ETP", "ETP (%)", "ETP en %"})
        EXPECT_EQ(values(posts(header, "80", "100"))["etp_coord"], (List{"0.8", "1"})) << header;
    EXPECT_EQ(values(posts("% ETP", "80 %", "100 %"))["etp_coord"], (List{"0.8", "1"}));
    EXPECT_EQ(values(posts("ETP", "0,8", "1,5"))["etp_coord"], (List{"0.8", "1.5"}));
    const std::string text = "Nom de la cité;Quotité;QPV\nCité A;80;QN06910M\nCité B;1;QN06911M\n";
    EXPECT_EQ(broken(text, "cite"), (List{"C16 2"})) << "eighty posts";
}

TEST(RuledOut, TheFirstBandOfAgesNeedsNoWord)
{
    const auto bands = read("Intitulé de l'action;Porteur;Nb de bénéficiaires;0-5;6-11;12-17\nA;X;60;10;11;9\n"
                            "B;Y;50;8;7;6\n",
                            "action");
    EXPECT_EQ(values(bands)["age_0_5"], (List{"10", "8"}));
    EXPECT_EQ(values(bands)["age_6_11"], (List{"11", "7"}));
}

TEST(RuledOut, SharesAndNumbersOfPeopleAreNotTheSame)
{
    const auto field = [](const std::string& header, const std::string& first, const std::string& second) {
        return intake::test::field_of(read("Code QPV;Nom du QPV;Population;" + header + "\nQN06910M;Lac;2000;" + first +
                                               "\nQN06911M;Fort;3000;" + second + "\n",
                                           "territoire"),
                                      header);
    };
    for (const char* header : {"Part DELD", "Part RSA", "Part DEFM"})
        EXPECT_EQ(field(header, "40", "30"), "") << header;
    EXPECT_EQ(field("DELD", "40", "30"), "defm_deld");
    for (const char* header : {"Moins de 25 ans", "Familles monoparentales", "Locataires"})
        EXPECT_EQ(field(header, "800", "90"), "") << header;
    EXPECT_EQ(field("Familles monoparentales", "22", "31"), "part_monoparentales");
    for (const char* header : {"Nb familles monoparentales", "Familles monoparentales (nb)", "Nombre de locataires"})
        EXPECT_EQ(field(header, "80", "90"), "") << header;
    EXPECT_EQ(field("DEFM < 26", "40", "41"), "defm_0_25");
}

TEST(RuledOut, NothingIsSuggestedThatUnitOrCellsSpeakAgainst)
{
    EXPECT_EQ(suggestions_of("Subvention ville (k€)", "1.5", "2.5"), List{});
    EXPECT_EQ(suggestions_of("Femmes (%)", "55", "45"), List{});
}

// ---------------------------------------------------------------- another year than the table's

std::string with_amount(const std::string& title, const std::string& header)
{
    return title + ";;;;\nAction;Porteur;Quartier;Bénéficiaires;" + header +
           "\nPermis;Cap;Bellevue;45;8000\nCode;Cap;Bellevue;15;2000\n";
}

TEST(RuledOut, TheFigureOfAnotherYearIsNotThatOfTheTable)
{
    const auto reading = read(with_amount("Bilan 2025", "Subvention P147 2024"), "emploi");
    EXPECT_FALSE(values(reading).contains("accorde_p147"));
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-832"),
        "La colonne «\u00A0Subvention P147 2024\u00A0» parle de 2024, et le tableau de 2025\u00A0: elle n'est pas "
        "reprise. Demandez au partenaire le chiffre de 2025. S'il s'agit bien de 2025, écrivez "
        "«\u00A0accorde_p147\u00A0» pour cet en-tête dans mappings.toml.");
    for (const char* header : {"Subvention P147 2025", "Subvention P147 2024-2025", "Subvention P147"})
        EXPECT_TRUE(values(read(with_amount("Bilan 2025", header), "emploi")).contains("accorde_p147")) << header;
    EXPECT_TRUE(values(read(with_amount("Bilan 2025", "dont QPV 2024"), "emploi")).contains("benef_qpv"))
        << "the year of the map";
    EXPECT_TRUE(values(read(with_amount("Bilan", "Subvention P147 2024"), "emploi")).contains("accorde_p147"))
        << "no other year is known";
}

TEST(RuledOut, TheYearsOfTheRowsStandOverTheTitle)
{
    const std::string rows = "\n2024;Permis;Cap;45;8000\n2025;Code;Cap;15;2000\n";
    const std::string headers = "Bilan 2025;;;;\nExercice;Action;Porteur;Bénéficiaires;Subvention P147 ";
    EXPECT_TRUE(values(read(headers + "2024" + rows, "emploi")).contains("accorde_p147"));
    EXPECT_FALSE(values(read(headers + "2023" + rows, "emploi")).contains("accorde_p147"));
}

TEST(RuledOut, TheStateHasOtherProgrammes)
{
    const auto reading = read(with_amount("Bilan 2025", "Subvention État"), "emploi");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"8000", "2000"}));
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-833"),
        "La colonne «\u00A0Subvention État\u00A0» dit «\u00A0État\u00A0» sans dire quel programme\u00A0; elle est lue "
        "comme des crédits P147 (accorde_p147). Si elle réunit d'autres crédits de l'État, dites-le dans "
        "mappings.toml, par exemple avec le champ fin_etat_autre.");
    EXPECT_EQ(intake::test::findings(reading, "BIL-844"), List{});
    for (const char* header : {"Subvention État (P147)", "État (CV)"})
        EXPECT_EQ(intake::test::findings(read(with_amount("Bilan 2025", header), "emploi"), "BIL-833"), List{})
            << header;
}

TEST(RuledOut, WordsInEnglish)
{
    EXPECT_EQ(
        in_english(read(with_amount("Bilan 2025", "Subvention P147 2024"), "emploi"), "BIL-832"),
        "The column \"Subvention P147 2024\" speaks of 2024, and the table of 2025: it is left out. Ask the partner "
        "for the figure of 2025. If it is of 2025 all the same, write \"accorde_p147\" for this header into "
        "mappings.toml.");
    EXPECT_EQ(
        in_english(read(with_amount("Bilan 2025", "Subvention État"), "emploi"), "BIL-833"),
        "The column \"Subvention État\" says \"État\" and not which programme; it is read as P147 credits "
        "(accorde_p147). If it holds other credits of the State, say so in mappings.toml, for example with the field "
        "fin_etat_autre.");
}

TEST(RuledOut, AFewQuartersAreNoInhabitants)
{
    const auto few = read("Porteur;Action;Nb QPV;Montant accordé\nAvenir;Forum;1;4000\nCap;Atelier;2;3000\n", "action");
    EXPECT_FALSE(values(few).contains("benef_qpv"));
    EXPECT_EQ(intake::test::findings(few, "BIL-842").size(), 1U);
    const auto many =
        read("Porteur;Action;Nb QPV;Montant accordé\nAvenir;Forum;21;4000\nCap;Atelier;2;3000\n", "action");
    EXPECT_EQ(values(many)["benef_qpv"], (List{"21", "2"}));
}

TEST(RuledOut, AFlagIsNoPlace)
{
    const auto reading = read("Porteur;Action;QPV (O/N);Nom du quartier;Montant accordé\n"
                              "Avenir;Forum;O;Bel Air;4000\nCap;Atelier;N;;3000\nCap;Fête;O;Plaine;3000\n",
                              "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"Bel Air", "<vide>", "Plaine"}));
}

TEST(RuledOut, SessionsAreNoMembersAndTraineesNoPupils)
{
    EXPECT_FALSE(values(read("Conseil citoyen;QPV;Nb de membres;Nb de formations\nCC Nord;QN06907I;20;2\n", "conseil"))
                     .contains("formation"));
    EXPECT_FALSE(values(read("Entreprise;Jeunes accueillis;Alternants\nMenuiserie fictive;12;3\n", "paqte"))
                     .contains("jeunes_sensibilises"));
}

} // namespace
} // namespace bilan::schemas
