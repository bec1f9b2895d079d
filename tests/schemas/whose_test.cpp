// SPDX-License-Identifier: MPL-2.0
//
// Whose the numbers of a column are: of all people or of the men, of the programme for the quarters or of another purse
// of the State, euros or something else. Persons and places are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* two_rows = "\nCode;40;25;15;8;4\nFrançais;24;10;14;7;3\n";

TEST(Whose, AgesRightOfTheMenAreOfAll)
{
    for (const char* header : {"Action;Nb participants;dont femmes;dont hommes;dont 26-49 ans;dont 50 ans et plus",
                               "Action;Bénéficiaires;F;H;dont 26-49 ans;dont 50 ans et +",
                               "Action;Total participants;Femmes;Hommes;dont 26-49 ans;dont 50 ans et plus"}) {
        Values all = values(read(std::string(header) + two_rows, "action"));
        EXPECT_EQ(all["age_26_49"], (List{"8", "7"})) << header;
        EXPECT_EQ(all["age_50_p"], (List{"4", "3"})) << header;
        EXPECT_FALSE(all.contains("h_age_26_49")) << header;
    }
    Values beside = values(read("Action;Total participants;Femmes;Hommes;dont QPV;dont moins de 26 ans\n"
                                "Code;40;25;15;30;8\n",
                                "action"));
    EXPECT_EQ(beside["benef_qpv"], List{"30"});
    EXPECT_EQ(beside["age_0_25"], List{"8"});
    Values women =
        values(read("Action;Bénéficiaires;Dont femmes;Dont moins de 18 ans;Dont 18-25 ans;Dont habitants du QPV\n"
                    "Jeux;35;33;17;2;30\n",
                    "action"));
    EXPECT_EQ(women["age_0_17"], List{"17"});
    EXPECT_EQ(women["age_18_25"], List{"2"});
}

TEST(Whose, AgesInACardWrittenAcrossAreOfAll)
{
    Values card = values(read("Intitulé de l'action;Code;Français\nNombre de participants;83;53\ndont femmes;25;22\n"
                              "dont hommes;58;31\ndont moins de 26 ans;12;9\n",
                              "action"));
    EXPECT_EQ(card["age_0_25"], (List{"12", "9"}));
    EXPECT_FALSE(card.contains("h_age_0_25"));
}

TEST(Whose, AnAgeBehindEachSexIsTheirs)
{
    Values both =
        values(read("Action;Total;Femmes;dont - de 26 ans;Hommes;dont - de 26 ans\nCode;40;25;9;15;6\n", "action"));
    EXPECT_EQ(both["f_age_0_25"], List{"9"});
    EXPECT_EQ(both["h_age_0_25"], List{"6"});
    Values merged =
        values(read("Action;Femmes;;Hommes;\n;- de 26 ans;26 ans et +;- de 26 ans;26 ans et +\nCode;5;4;6;3\n",
                    "action", {"B1:C1", "D1:E1"}));
    EXPECT_EQ(merged["f_age_0_25"], List{"5"});
    EXPECT_EQ(merged["h_age_26_p"], List{"3"});
}

TEST(Whose, AnAgeRightOfTheWomenAloneIsAsked)
{
    const auto reading = read("Action;Bénéficiaires;Femmes;dont moins de 26 ans;Hommes\nCode;40;25;8;15\n", "action");
    EXPECT_EQ(intake::test::field_of(reading, "dont moins de 26 ans"), "?age_0_25,f_age_0_25");
}

TEST(Whose, WaysOfSayingYoung)
{
    Values all = values(read("Action;Bénéficiaires;dont - 25 ans;dont mineurs\nCode;40;8;4\n", "action"));
    EXPECT_EQ(all["age_0_24"], List{"8"});
    EXPECT_EQ(all["age_0_17"], List{"4"});
    Values minors = values(read("Action;Bénéficiaires;dont - 18 ans\nCode;40;8\n", "action"));
    EXPECT_EQ(minors["age_0_17"], List{"8"});
}

TEST(Whose, WomenAmongThoseWhoLeftAreNotAllWomen)
{
    Values all = values(read("Action;Opérateur;Nb entrées;dont femmes;Nb sorties;dont femmes\nCode;Volant;40;25;30;20\n"
                             "Atelier;Volant;60;22;41;15\n",
                             "emploi"));
    EXPECT_EQ(all["benef_f"], (List{"25", "22"}));
}

TEST(Whose, BoysAndGirlsUnderAges)
{
    Values groups = values(read("Action;Filles;;Garçons;\n;11-14 ans;15-17 ans;11-14 ans;15-17 ans\nVoile;5;4;6;3\n",
                                "action", {"B1:C1", "D1:E1"}));
    EXPECT_EQ(groups["f_age_11_14"], List{"5"});
    EXPECT_EQ(groups["h_age_15_17"], List{"3"});
    Values letters = values(read("Action;11-14 ans;;15-17 ans;;Total\n;F;G;F;G;\nVoile;5;6;4;3;18\nJeux;3;4;2;6;15\n",
                                 "action", {"B1:C1", "D1:E1"}));
    EXPECT_EQ(letters["h_age_11_14"], (List{"6", "4"}));
    EXPECT_FALSE(letters.contains("cotation_instructeur"));
}

TEST(Whose, OtherPursesOfTheStateAreNotTheProgramme)
{
    for (const char* other : {"Etat (hors 147)", "Etat (autres)", "Etat (DRAC)", "État (FIPD)", "Etat (DC)",
                              "Etat - ARS", "État (autres crédits)", "Etat (hors PV)", "État (droit commun)"}) {
        const std::string text =
            std::string("Porteur;Action;Etat (147);") + other + ";Ville;CAF\nMJC;Ciné;2000;500;10;20\n";
        Values plan = values(read(text, "financement"));
        EXPECT_EQ(plan["fin_p147"], List{"2000"}) << other;
        EXPECT_EQ(plan["fin_etat_autre"], List{"500"}) << other;
        Values action = values(read(text, "action"));
        EXPECT_EQ(action["accorde_p147"], List{"2000"}) << other;
        EXPECT_EQ(action["fin_etat_autre"], List{"500"}) << other;
    }
    for (const char* own : {"Etat (147)", "Etat (PV)", "État (politique de la ville)", "Etat (CV)", "Etat (P147)"}) {
        Values plan =
            values(read(std::string("Porteur;Action;Ville;CAF;") + own + "\nMJC;Ciné;10;20;2000\n", "action"));
        EXPECT_EQ(plan["accorde_p147"], List{"2000"}) << own;
    }
}

TEST(Whose, SeveralPursesAreAddedAndSaidAndOneThatMayHoldThemIsAsked)
{
    const auto added =
        read("Porteur;Action;Etat (P147);Etat (DRAC);Etat (FIPD)\nMJC;Ciné;2000;500;100\n", "financement");
    EXPECT_EQ(values(added)["fin_etat_autre"], List{"600"});
    EXPECT_EQ(intake::test::findings(added, "BIL-829").size(), 2U);
    const auto towns = read(
        "Porteur;Action;Ville (PV);Ville (DC);Etat (PV)\nMJC;Ciné;1000;500;2000\nMJC;Jeux;800;0;900\n", "financement");
    EXPECT_EQ(values(towns)["fin_commune"], (List{"500", "0"}));
    EXPECT_EQ(values(towns)["fin_commune_pv"], (List{"1000", "800"})) << "specific and ordinary money are never added";
    EXPECT_TRUE(intake::test::findings(towns, "BIL-829").empty());
    const auto envelopes =
        read("Porteur;Action;EPCI (politique de la ville);Métropole (droit commun);Ville (contrat de ville)\n"
             "MJC;Ciné;1000;500;200\nMJC;Jeux;800;0;100\n",
             "action");
    EXPECT_EQ(values(envelopes)["fin_epci_pv"], (List{"1000", "800"}));
    EXPECT_EQ(values(envelopes)["fin_epci"], (List{"500", "0"}));
    EXPECT_EQ(values(envelopes)["fin_commune_pv"], (List{"200", "100"}));
    const auto open =
        read("Porteur;Action;Etat (P147);Etat (autres);Etat (DRAC)\nMJC;Ciné;2000;500;100\n", "financement");
    EXPECT_EQ(values(open)["fin_etat_autre"], List{"<err>"});
    EXPECT_EQ(intake::test::findings(open, "BIL-821").size(), 2U);
}

TEST(Whose, AnUnknownPurseIsAsked)
{
    const auto reading = read("Porteur;Action;Etat (ZZTOP);Ville;CAF\nMJC;Ciné;2000;500;100\n", "action");
    EXPECT_FALSE(values(reading).contains("accorde_p147"));
    EXPECT_EQ(intake::test::findings(reading, "BIL-267").size(), 1U);
}

TEST(Whose, AmountsBesideAFunderAreItsOwn)
{
    const std::string text =
        "Action;Porteur;Financeur;Demandé;Obtenu\nCiné;MJC;Ville de Cressac;2000;1500\nCiné;MJC;CAF;800;700\n";
    const auto reading = read(text, "");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values(reading)["montant_accorde"], (List{"1500", "700"}));
    Values action = values(read(text, "action"));
    EXPECT_FALSE(action.contains("accorde_p147"));
    EXPECT_FALSE(action.contains("demande_p147"));
    Values funders = values(
        read("Action;Financeur;Montant accordé;Montant prévu\nCiné;État – politique de la ville (BOP 147);4000;1\n"
             "Ciné;Etat (FIPD);3000;2\nCiné;Bailleur Logis du Lac;500;3\n",
             "financement"));
    EXPECT_EQ(funders["financeur"], (List{"p147", "etat_autre", "bailleurs"}));
}

TEST(Whose, ATotalWithoutOwnFundsIsAsked)
{
    const std::string text = "Porteur;Action;P147;Ville;CAF;Total financements;Autofinancement;Coût total\n"
                             "MJC;Ciné;2000;1000;500;3500;500;4000\nCIDFF;Droits;7000;0;1000;8000;2000;10000\n";
    EXPECT_FALSE(values(read(text, "action")).contains("total_produits"));
    EXPECT_EQ(intake::test::findings(read(text, "action"), "BIL-267").size(), 1U);
    EXPECT_TRUE(broken(text, "action").empty());
    Values whole = values(
        read("Porteur;Action;P147;Ville;Autofinancement;Total des produits\nMJC;Ciné;2000;1000;500;3500\n", "action"));
    EXPECT_EQ(whole["total_produits"], List{"3500"});
}

TEST(Whose, FundersByShortNames)
{
    Values all =
        values(read("Porteur;Action;Sub. Etat;Sub. Ville;CR;CD24;Interco.;Autof.\nMJC;Ciné;2000;500;300;400;150;100\n"
                    "MJC;Droits;7000;900;800;700;600;0\n",
                    "financement"));
    EXPECT_EQ(all["fin_p147"], (List{"2000", "7000"}));
    EXPECT_EQ(all["fin_commune"], (List{"500", "900"}));
    EXPECT_EQ(all["fin_region"], (List{"300", "800"}));
    EXPECT_EQ(all["fin_departement"], (List{"400", "700"}));
    EXPECT_EQ(all["fin_epci"], (List{"150", "600"}));
    EXPECT_EQ(all["fin_autofinancement"], (List{"100", "0"}));
}

TEST(Whose, WhatWasRealisedIsMoneyBesideMoney)
{
    const auto people = read("Action;Porteur;Objectif;Réalisé\nForum;MJC;100;72\nParrainage;CIDFF;40;31\n", "");
    for (const char* field : {"realise", "montant_realise", "benef_prevu", "cible"})
        EXPECT_FALSE(values(people).contains(field)) << field;
    EXPECT_EQ(intake::test::findings(people, "BIL-267").size(), 2U);
    Values sessions =
        values(read("Porteur;Action;Nb de bénéficiaires;;Nb de séances;\n;;Objectif;Réalisé;Objectif;Réalisé\n"
                    "MJC;Forum;100;72;5;4\nCIDFF;Droits;40;31;20;18\n",
                    "action", {"C1:D1", "E1:F1"}));
    EXPECT_EQ(sessions["benef_prevu"], (List{"100", "40"}));
    EXPECT_EQ(sessions["benef_total"], (List{"72", "31"}));
    EXPECT_FALSE(sessions.contains("realise"));
    Values money = values(read("Action;Porteur;Coût total;Réalisé\nForum;MJC;9000;8500\n", "action"));
    EXPECT_EQ(money["realise"], List{"8500"});
    Values offers = values(read("Offre de services;Opérateur;Objectif;Réalisé\nForum;MJC;100;72\n", "offre"));
    EXPECT_EQ(offers["realise"], List{"72"});
    // The people and the public that is meant have columns of their own: nothing else is left to count.
    Values told = values(read("Axe;Dispositif;Structure;QPV;Public cible;Bénéficiaires;Attendu;Atteint\n"
                              "1;Parrainage;Mission locale;QN44001M;jeunes;25;30;25\n"
                              "2;CEJ;Mission locale;QN44003M;jeunes;80;100;80\n",
                              "offre"));
    EXPECT_EQ(told["cible"], (List{"30", "100"}));
    EXPECT_EQ(told["realise"], (List{"25", "80"}));
    EXPECT_EQ(told["benef_total"], (List{"25", "80"}));
    Values paid =
        values(read("Axe;Dispositif;Structure;Public cible;Bénéficiaires;Attendu;Atteint\n"
                    "1;Parrainage;Mission locale;jeunes;25;30000;25000\n2;CEJ;Mission locale;jeunes;8;9000;8000\n",
                    "offre"));
    EXPECT_FALSE(paid.contains("realise")) << "amounts";
    Values budget = values(read("Dispositif de droit commun;Prévu;Réalisé\nAide;120;98\nSport;45;40\n", "financement"));
    EXPECT_EQ(budget["montant_realise"], (List{"98", "40"}));
}

TEST(Whose, PositiveExitsThatMayBeAllOfTheDynamicOnesAreAsked)
{
    const auto reading =
        read("Action;Porteur;Nb sorties;Sorties positives;Autres sorties\nSuivi;PLIE;41;29;12\n", "emploi");
    EXPECT_FALSE(values(reading).contains("nb_sortie_positive"));
    EXPECT_EQ(values(reading)["nb_sorties"], List{"41"});
    EXPECT_EQ(intake::test::findings(reading, "BIL-267").size(), 1U);
    Values parts = values(
        read("Action;Porteur;Nb sorties;Emploi durable;Sorties positives;Autres sorties\nSuivi;PLIE;41;10;19;12\n",
             "emploi"));
    EXPECT_EQ(parts["nb_sortie_positive"], List{"19"});
}

TEST(Whose, PositiveExitsWithoutAnyExitToEmploymentAreAsked)
{
    const auto reading = read("Action;Porteur;Entrées;Nb sorties;Sorties positives\nSuivi;PLIE;50;41;29\n", "emploi");
    EXPECT_FALSE(values(reading).contains("nb_sortie_positive"));
    EXPECT_EQ(intake::test::findings(reading, "BIL-267").size(), 1U);
    Values told =
        values(read("Action;Porteur;Nb sorties;Sorties positives (formation, SIAE)\nSuivi;PLIE;41;4\n", "emploi"));
    EXPECT_EQ(told["nb_sortie_positive"], List{"4"});
    Values room =
        values(read("Action;Porteur;Nb sorties;Sorties positives;Autres sorties\nSuivi;PLIE;41;10;12\n", "emploi"));
    EXPECT_EQ(room["nb_sortie_positive"], List{"10"}) << "19 others found work";
}

TEST(Whose, CurrenciesMayStandBeforeAllAmounts)
{
    Values found = values(read("Porteur;Action;Montant accordé\nAvenir;Atelier;EUR 1 000,00\nCap;Forum;EUR 2 000\n"
                               "Cap;Fête;€ 1 500\n",
                               "action"));
    EXPECT_EQ(found["accorde_p147"], (List{"1000", "2000", "1500"}));
}

TEST(Whose, AProposalIsNoGrant)
{
    const auto reading =
        read("Porteur;Action;Montant demandé;Proposition État;Proposition Ville;Proposition Métropole\n"
             "Avenir;Atelier;5000;4000;300;500\nCap;Forum;6000;4500;200;600\n",
             "action");
    Values found = values(reading);
    EXPECT_EQ(found["propose_p147"], (List{"4000", "4500"}));
    for (const auto& [field, texts] : found) EXPECT_FALSE(field.starts_with("fin_")) << field;
}

TEST(Whose, PartsOfALevelAreAdded)
{
    Values roman = values(read("Action;Participants;VI;V bis;V;IV\nCode;35;5;7;15;8\n", "emploi"));
    EXPECT_EQ(roman["niv_infra3"], List{"12"});
    Values diplomas =
        values(read("Action;Participants;Sans diplôme;Brevet;CAP-BEP;Bac +3 et plus\nCode;40;5;7;15;2\n", "emploi"));
    EXPECT_EQ(diplomas["niv_infra3"], List{"12"});
    EXPECT_EQ(diplomas["niv_6_8"], List{"2"});
    Values said =
        values(read("Action;Participants;dont sans diplôme;dont CAP/BEP;dont bac et +\nCode;40;5;15;20\n", "emploi"));
    EXPECT_EQ(said["niv_infra3"], List{"5"});
    EXPECT_EQ(said["niv_3"], List{"15"});
    EXPECT_EQ(said["niv_4_8"], List{"20"});
    Values digits = values(read("Action;Participants;Niv. 1-2;Niv. 3\nCode;27;12;15\n", "emploi"));
    EXPECT_EQ(digits["niv_infra3"], List{"12"});
    const auto mixed = read("Action;Participants;VI;Brevet;V;IV\nCode;35;5;7;15;8\n", "emploi");
    EXPECT_EQ(values(mixed)["niv_infra3"], List{"<err>"}) << "they may be the same people";
}

TEST(Whose, CodesOfDepartmentsUnderTheRegionAreAsked)
{
    const std::string header = "Porteur;Action;Région;Coût total;Accordé\n";
    const auto codes = read(
        header + "A;a;42;9000;4000\nB;b;38;8000;3000\nC;c;38;7000;2000\nD;d;42;5000;1000\nE;e;69;6000;900\n", "action");
    EXPECT_FALSE(values(codes).contains("fin_region"));
    Values amounts = values(
        read("Porteur;Action;Ville;Région;CAF\nA;a;50;42;30\nB;b;60;38;45\nC;c;70;38;20\nD;d;80;42;10\n", "action"));
    EXPECT_EQ(amounts["fin_region"], (List{"42", "38", "38", "42"})) << "small amounts among others";
}

TEST(Whose, ResidentsAndOthersByTheirSex)
{
    const std::vector<std::pair<std::string, std::string>> layouts{
        {"Action;QPV;;Hors QPV;;Total\n;F;H;F;H;\n", "Code;18;12;7;3;40\nNum;8;10;2;4;24\n"},
        {"Action;Femmes;;Hommes;;Total\n;QPV;Hors QPV;QPV;Hors QPV;\n", "Code;18;7;12;3;40\nNum;8;2;10;4;24\n"}};
    for (const auto& [header, rows] : layouts) {
        const auto reading = read(header + rows, "action", {"B1:C1", "D1:E1"});
        Values read_values = values(reading);
        EXPECT_EQ(read_values["benef_qpv"], (List{"30", "18"})) << header;
        EXPECT_EQ(read_values["benef_hors_qpv"], (List{"10", "6"})) << header;
        EXPECT_EQ(read_values["benef_f"], (List{"25", "10"})) << header;
        EXPECT_EQ(read_values["benef_h"], (List{"15", "14"})) << header;
        EXPECT_EQ(read_values["benef_total"], (List{"40", "24"})) << header;
        EXPECT_EQ(intake::test::findings(reading, "BIL-038").size(), 4U) << header;
        EXPECT_EQ(intake::test::findings(reading, "BIL-039"), (List{"F2"})) << header;
    }
    const auto wider = read("Action;QPV;;Hors QPV;;Poches;\n;F;H;F;H;F;H\nCode;18;12;7;3;1;2\nNum;8;10;2;4;0;3\n",
                            "action", {"B1:C1", "D1:E1", "F1:G1"});
    EXPECT_EQ(values(wider)["benef_qpv"], (List{"30", "18"}));
    EXPECT_FALSE(values(wider).contains("benef_f")) << "some of the women, not all of them";
}

} // namespace
} // namespace bilan::schemas
