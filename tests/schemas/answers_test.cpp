// SPDX-License-Identifier: MPL-2.0
//
// Columns and cells whose words answer another question than their header asks, and findings that must be true of them.
// Persons and places are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

bool all_are(const intake::FileReading& reading, const std::string& code, data::Severity severity)
{
    return std::ranges::all_of(reading.findings, [&](const intake::Finding& finding) {
        return finding.code != code || finding.severity == severity;
    });
}

TEST(Answers, YesAndNoNameNoCouncil)
{
    const auto flag = read("QPV;Conseil citoyen (O/N);Nb membres\nLes Tilleuls;O;18\nCroix-Verte;N;\n", "conseil");
    EXPECT_FALSE(values(flag).contains("nom_cc"));
    EXPECT_EQ(intake::test::findings(flag, "BIL-271").size(), 1U);
    Values beside =
        values(read("QPV;Conseil citoyen (oui/non);Nom du conseil;Nb membres\nLes Tilleuls;oui;CC Tilleuls;18\n"
                    "Croix-Verte;non;;\n",
                    "conseil"));
    EXPECT_EQ(beside["nom_cc"], (List{"CC Tilleuls", "<vide>"}));
    const auto marks = read("Contrat de ville;CC;Nb membres\nVal d'Aure;++;12\nCressac;+;10\n", "conseil");
    EXPECT_FALSE(values(marks).contains("nom_cc"));
}

TEST(Answers, NumbersAreNoWordsOfAList)
{
    const auto rank = read("Porteur;Action;Priorité;Montant accordé\nMJC;Ciné;1;2000\nCIDFF;Droits;2;7000\n", "");
    EXPECT_EQ(chosen(rank), "action");
    EXPECT_FALSE(values(rank).contains("pilier"));
    const auto rates = read(
        "Porteur;Action;Montant accordé;Taux de réalisation\nMJC;Ciné;2000;0.7\nCIDFF;Droits;7000;1.24\n", "action");
    EXPECT_FALSE(values(rates).contains("statut"));
    const auto change = read(
        "Porteur;Action;Montant accordé;Évolution (%)\nMJC;Ciné;2000;0.05\nCIDFF;Droits;7000;nouveau\n", "financement");
    EXPECT_FALSE(values(change).contains("type_engagement"));
}

TEST(Answers, ATitleOutsideTheContractIsNoTopic)
{
    const auto reading =
        read("Porteur;Action;Pilier;Montant accordé\nMJC;Ciné;Lien social;2000\nHORS CONTRAT DE VILLE;;;\n"
             "AS;Foot;Sport;1500\n",
             "action");
    EXPECT_FALSE(values(reading).contains("thematique"));
    EXPECT_EQ(intake::test::findings(reading, "BIL-276").size(), 1U);
}

TEST(Answers, PeopleAreNoPercents)
{
    const auto reading =
        read("Offre;Opérateur;Abandon (%)\nAtelier;ML;10%\nCouveuse;Cré;2 pers.\nForum;FM;5\n", "offre");
    EXPECT_EQ(values(reading)["taux_abandon"], (List{"0.1", "<err>", "0.05"}));
}

TEST(Answers, OneCellInEurosAmongThousands)
{
    const auto reading = read(
        "Dispositif de droit commun;Montant réalisé (k€)\nA;98,5\nB;1180,4\nC;45\nD;27,25\nE;85000\n", "financement");
    EXPECT_EQ(values(reading)["montant_realise"], (List{"98500", "1180400", "45000", "27250", "<err>"}));
    EXPECT_EQ(intake::test::findings(reading, "C23").size(), 1U);
}

TEST(Answers, CrossesUnderFundersAreNoPlaceAndNoStatus)
{
    const auto several =
        read("Porteur;Action;Etat;Ville;CAF;Région;Coût total\nCIDFF;Droits;X;X;;X;7000\nMJC;Ciné;X;;X;;2000\n",
             "financement");
    for (const char* field : {"financeur", "commune", "statut_dc", "fin_commune"})
        EXPECT_FALSE(values(several).contains(field)) << field;
    EXPECT_EQ(intake::test::findings(several, "BIL-538").size(), 1U);
    Values one =
        values(read("Porteur;Action;Ville;CAF;Coût total\nCIDFF;Droits;X;;7000\nMJC;Ciné;;X;2000\n", "financement"));
    EXPECT_EQ(one["financeur"], (List{"commune", "caf"}));
}

TEST(Answers, RowsThatCountActionsAreNone)
{
    for (const char* text :
         {"Porteur;Nb d'actions;Montant demandé;Montant accordé\nCIDFF;2;9000;8000\nMJC;1;3000;2500\n",
          "Cotation;Nb actions;Demandé;Accordé\nG0;12;80000;60000\nG1;8;50000;45000\n"}) {
        const auto reading = read(text, "");
        EXPECT_TRUE(reading.values.empty()) << text;
        EXPECT_EQ(intake::test::findings(reading, "BIL-998").size(), 1U) << text;
        EXPECT_TRUE(all_are(reading, "BIL-998", data::Severity::alert));
        EXPECT_NE(in_english(reading, "BIL-998").find("is a summary"), std::string::npos);
    }
}

TEST(Answers, WordsAmongAmountsDoNotLoseTheColumn)
{
    Values all = values(
        read("Porteur;Action;Montant accordé\nMJC;Ciné;2 000 € (dont 500 € VVV)\nCIDFF;Droits;refus\nAS;Foot;ajourné\n"
             "La Toupie;Jeux;3000\nX;Y;~4 000\n",
             "action"));
    EXPECT_EQ(all["accorde_p147"], (List{"2000", "<err>", "<err>", "3000", "4000"}));
    const auto words =
        read("Porteur;Action;Montant accordé\nMJC;Ciné;voir plus bas\nCIDFF;Droits;cf. mail\n", "action");
    EXPECT_FALSE(values(words).contains("accorde_p147"));
}

TEST(Answers, HeadersOfThisYear)
{
    Values all = values(
        read("Organisateur;Opération;Cotation DDDFE;Condition posée;Octroyé\nMJC;Jardin;G1;aucune;1500\n", "action"));
    EXPECT_EQ(all["porteur"], List{"MJC"});
    EXPECT_EQ(all["intitule"], List{"Jardin"});
    EXPECT_EQ(all["cotation_instructeur"], List{"G1"});
    EXPECT_EQ(all["condition_ega"], List{"aucune"});
    EXPECT_EQ(all["accorde_p147"], List{"1500"});
    Values commitments =
        values(read("Bénéficiaire;Objet;N° EJ;AE engagées;CP payés\nMJC;Jardin;2103456781;1500;900\n", ""));
    EXPECT_EQ(commitments["accorde_p147"], List{"1500"});
    EXPECT_EQ(commitments["paye_p147"], List{"900"});
    Values payments = values(read("N° EJ;Exercice comptable;Code taxe 1;Fournisseur;Centre financier;EUR\n"
                                  "2103456781;2023;35600000000048;MJC;0147-DR33;1 500,00\n",
                                  ""));
    EXPECT_EQ(payments["paye_p147"], List{"1500"});
    EXPECT_EQ(payments["porteur"], List{"MJC"});
}

TEST(Answers, AnUnknownColumnOfTermsIsAsked)
{
    const auto reading = read(
        "Porteur;Action;Montant accordé;Lecture de la référente\nMJC;Ciné;2000;G0\nCIDFF;Droits;7000;G2\n", "action");
    EXPECT_EQ(intake::test::findings(reading, "BIL-267").size(), 1U);
    EXPECT_TRUE(all_are(reading, "BIL-267", data::Severity::alert));
}

TEST(Answers, AFindingWithNothingToDoIsForInformation)
{
    const auto reading =
        read("Porteur;Action;Bénéficiaires;Statut\nMJC;Ciné;douze;retenue (comité de mars)\nMJC;Jeux;20;retenue\n",
             "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"12", "20"}));
    EXPECT_TRUE(all_are(reading, "BIL-200", data::Severity::information));
    EXPECT_TRUE(all_are(reading, "BIL-245", data::Severity::information));
}

TEST(Answers, ColumnsOfYearsAreTheExercise)
{
    const auto reading =
        read("Conventions pluriannuelles 2024-2026;;;\nPorteur;Action;Accordé 2024;Accordé 2025\nMJC;Ciné;2000;1000\n",
             "action");
    EXPECT_TRUE(intake::test::findings(reading, "BIL-299").empty());
    EXPECT_EQ(values(reading)["exercice"], (List{"2024", "2025"}));
}

TEST(Answers, ATotalOverACellThatWasNotReadSaysSo)
{
    const auto reading =
        read("Porteur;Action;Accordé\nMJC;Ciné;1500 francs suisses\nCIDFF;Droits;2500\nAS;Foot;100\nTOTAL;;4000\n",
             "action");
    ASSERT_EQ(intake::test::findings(reading, "BIL-192").size(), 1U);
    EXPECT_NE(in_english(reading, "BIL-192").find("could not be read: 1"), std::string::npos);
}

TEST(Answers, ADossierWithADashNumbersNoRows)
{
    const auto reading =
        read("N° dossier;Porteur;Action;Accordé\n24-001;MJC;Ciné;2500\n24-002;CIDFF;Droits;9000\n", "action");
    EXPECT_TRUE(intake::test::findings(reading, "BIL-582").empty());
}

/// Domain 2.6: same year, holder and title. Two rows of one action count as two, whatever their quarters.
TEST(Answers, OneActionInTwoQuartersIsARepeat)
{
    const std::string header = "Action;Porteur;QPV;Accordé\n";
    EXPECT_EQ(broken(header + "Jardin;MJC;Les Tilleuls;2000\nJardin;MJC;Bellefontaine;1500\n", "action"),
              List{"C13 3"});
    EXPECT_EQ(broken(header + "Jardin;MJC;Les Tilleuls;2000\nJardin;MJC;Bellefontaine;2000\n", "action"),
              List{"C13 3"});
    EXPECT_EQ(broken(header + "Jardin;MJC;Les Tilleuls;2000\nJardin;MJC;Les Tilleuls;1500\n", "action"), List{"C13 3"});
}

TEST(Answers, NothingIsOfferedThatTheWordsDoNotSay)
{
    const auto families = read("Action;Porteur;Familles\nJeux;MJC;20\nCiné;MJC;28\n", "action");
    EXPECT_EQ(intake::test::field_of(families, "Familles"), "");
    const auto kinds = read("Action;Porteur;Bénéficiaires;dont CPO\nJeux;MJC;20;3\nCiné;MJC;28;4\n", "action");
    EXPECT_EQ(intake::test::field_of(kinds, "dont CPO"), "");
}

} // namespace
} // namespace bilan::schemas
