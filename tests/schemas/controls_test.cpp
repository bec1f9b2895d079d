// SPDX-License-Identifier: MPL-2.0
//
// The controls of each theme on rows of its schema: the rows that break them, and no other.
#include "schemas/schema_reading.hpp"

#include "script/control_reference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

TEST(Controls, AllStandInTheReference)
{
    std::ifstream file(std::filesystem::path(BILAN_SOURCE_DIR) / "docs" / "reference" / "controls.md",
                       std::ios::binary);
    const std::string found{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(found, script::controls_page(domain())) << "run bilan doc --pages docs/reference";
}

TEST(Controls, ThatAreNotJudgedOnRowsSayWhy)
{
    const auto check = [](const data::Control& control) {
        const bool is_elsewhere =
            control.kind == "elsewhere" || control.kind == "in_contract" || control.kind == "quarters_add_up";
        EXPECT_EQ(is_elsewhere, !control.reason.french.empty()) << control.id;
        EXPECT_EQ(is_elsewhere, !control.reason.english.empty()) << control.id;
    };
    for (const auto& schema : domain().schemas)
        for (const data::Control& control : schema->controls) check(control);
    EXPECT_GE(domain().other_controls.size(), 12U);
    for (const data::Control& control : domain().other_controls) check(control);
}

TEST(Controls, OfCouncils)
{
    const List found = broken("Exercice;Conseil citoyen;QPV;Date d'installation;Nb membres;Collège habitants;"
                              "Collège associations et acteurs locaux;Femmes;Hommes;Membres actifs;Nb réunions;État\n"
                              "2024;CC A;QP069010;'15/06/2015;20;12;8;11;9;14;6;actif\n"
                              "2024;CC B;QP069011;'15/06/2015;20;12;9;11;9;14;6;actif\n"
                              "2024;CC C;QP069012;'15/06/2015;20;12;8;11;8;14;6;actif\n"
                              "2024;CC D;QP069013;'15/06/2013;20;8;12;10;10;25;0;actif\n"
                              "2024;CC E;QP069010, QP069014;'15/06/2015;20;10;10;10;10;2;0;dissous\n",
                              "conseil");
    EXPECT_EQ(found, (List{"K01 3", "K02 4", "K03 5", "K05 5", "K06 5", "K07 6", "K08 5"}));
    EXPECT_EQ(broken("Conseil citoyen;Nb membres;Collège habitants;Femmes collège habitants;Hommes collège habitants\n"
                     "CC A;20;12;6;6\nCC B;20;12;8;4\nCC C;20;11;5;6\n",
                     "conseil"),
              List{"K04 3"});
}

TEST(Controls, OfACiteWhoseEnvelopeStandsBesideItsSpendingAndItsCoFunding)
{
    const std::string headers =
        "Exercice;Cité de l'emploi;Enveloppe;Dépenses coordination;Dépenses actions;Autres financements\n";
    EXPECT_EQ(broken(headers + "2022;Cité de Valmont;50000;20000;9000;\n2022;Cité de Valmont;50000;;;5000\n", "cite"),
              List{})
        << "two tables repeat the envelope";
    EXPECT_EQ(
        broken(headers + "2022;Cité de Valmont;50000;20000;9000;\n2022;Cité de Valmont;50000;20000;9000;\n", "cite"),
        List{"C13 3"});
}

TEST(Controls, OfTerritoriesOncePerSource)
{
    const std::string headers = "Niveau;Code QPV;SIREN EPCI;EPCI;Année;Population;Source\n";
    EXPECT_EQ(broken(headers + "EPCI;;'200999910;CA A;2024;90000;INSEE\nEPCI;;'200999928;CC B;2024;40000;INSEE\n"
                               "Département;;;;2024;500000;INSEE\nEPCI;;'200999910;CA A;2024;90500;Caf\n",
                     "territoire"),
              List{})
        << "one territory a year and source; the EPCI is what tells areas apart";
    EXPECT_EQ(broken(headers + "QPV;QN00101M;'200999910;CA A;2024;2000;INSEE\n"
                               "QPV;QN00101M;'200999910;CA A;2024;2100;INSEE\n",
                     "territoire"),
              List{"C13 3"});
}

TEST(Controls, OfReports)
{
    EXPECT_EQ(broken("Contrat;Place CC;CC réussites;Place DC;DC part;DC conclusion;Place emploi;Emploi conclusion;"
                     "Emploi difficultés;Codeur\n"
                     "Contrat A;3;animation du quartier;3;12 %;positif;3;mitigé;moyens;aa\n"
                     "Contrat B;0;animation du quartier;1;;mitigé;1;négatif;;aa\n"
                     "Contrat C;0;;0;150 %;sans conclusion;0;;moyens;aa\n"
                     "Contrat A;3;;3;12 %;positif;3;;;bb\n"
                     "contrat a;3;;3;12 %;positif;3;;;AA\n",
                     "rapport"),
              (List{"S01 4", "S02 3", "S02 4", "S03 4", "S04 6", "S06 3", "S06 3"}));
}

TEST(Controls, OfReportsWithAShareThatSaysNothing)
{
    EXPECT_EQ(
        broken("Contrat;Place DC;DC part\nContrat A;2;0 %\nContrat B;2;100 %\nContrat C;2;1 %\nContrat D;2;99 %\n",
               "rapport"),
        (List{"D03 2", "D03 3"}));
}

TEST(Controls, OfTheGridOfEquality)
{
    const List found =
        broken("Action;Porteur;Cotation instructeur;Justification;Objectif d'égalité;Données sexuées;Équipe mixte\n"
               "A;P;G2;Horaires adaptés;non;oui;oui\n"  // B02
               "B;P;G2;Horaires adaptés;oui;oui;non\n"  // as it should be
               "C;P;G1;Horaires adaptés;non;non;\n"     // B09: nothing met
               "D;P;G1;Horaires adaptés;non;partiel;\n" // something met
               "E;P;G1;Horaires adaptés;;;\n"           // nothing answered
               "F;P;G0;Horaires adaptés;oui;non;non\n"  // B09: an objective is no G0
               "G;P;G0;Horaires adaptés;non;oui;non\n",
               "action");
    List grid;
    for (const std::string& id : found)
        if (id.starts_with("B02") || id.starts_with("B09")) grid.push_back(id);
    EXPECT_EQ(grid, (List{"B02 2", "B09 4", "B09 7"}));
}

TEST(Controls, OfCites)
{
    EXPECT_EQ(broken("Exercice;Cité;Année de labellisation;Enveloppe;Dépenses coordination;Dépenses actions;"
                     "Autres financements\n"
                     "2022;Cité A;2020;100;60;40;0\n2022;Cité B;2019;100;80;40;10\n2022;Cité C;2021;100;80;40;20\n"
                     "2022;cite a;2020;100;1;1;\n",
                     "cite"),
              (List{"C13 5", "T01 3", "T05 3"}));
}

TEST(Controls, OfThePaqte)
{
    EXPECT_EQ(broken("Entreprise;Département;Engagement;Date de signature;Stages de 3e offerts;Stages de 3e pourvus;"
                     "Alternants;Alternants QPV;Embauches;Embauches QPV;dont CDI;Achats inclusifs;Total achats\n"
                     "Une;44;PaQte national;'01/09/2018;10;9;4;1;8;3;2;10;100\n"
                     "Deux;44;PaQte national;'01/09/2017;10;11;4;5;8;9;9;110;100\n"
                     "Trois;44;charte;'01/09/2014;10;0;0;0;0;0;0;0;0\n"
                     "une;49;charte;'01/09/2014;1;0;0;0;0;0;0;0;0\n",
                     "paqte"),
              (List{"P02 3", "P03 3", "P03 3", "P03 3", "P03 3", "P04 3", "P06 5"}));
}

TEST(Controls, OfOffers)
{
    EXPECT_EQ(broken("Axe;Offre;Opérateur;QPV;Bénéficiaires;Femmes;Hommes;dont QPV\n"
                     "1;Forum;France Travail;QP044012;80;40;40;60\n"
                     ";Ateliers;PLIE;QP044012;30;10;20;10\n"
                     "2;Forum;Mission locale;QP044012, QP044013;NC;5;5;2\n"
                     "3;Locaux;Agglo;QP044013;so;so;so;so\n",
                     "offre"),
              (List{"O01 3", "O03 4", "O04 4"}));
}

TEST(Controls, OfFunding)
{
    EXPECT_EQ(broken("Action;Financeur;Nature du crédit;Montant prévu;Montant réalisé;Périmètre du "
                     "calcul;Bénéficiaires;dont QPV\n"
                     "Danse;Région;DC;1000;900;P1;40;30\n"
                     "Danse;Région;CS;1000;900;P1;40;30\n"
                     "Danse;CAF;;500;500;;40;50\n"
                     "Danse;Commune;valorisation;200;200;P3;;\n",
                     "financement"),
              (List{"C02 4", "D02 3", "D04 4", "D05 5", "D06 4"}));
    EXPECT_EQ(broken("Action;Porteur;P147;Région;CAF;Total produits\nDanse;A;100;50;25;175\nForum;B;100;50;25;180\n",
                     "financement"),
              List{"D01 3"});
}

TEST(Controls, OfTerritories)
{
    EXPECT_EQ(broken("Code QPV;Nom du quartier;DEFM ABC;DEFM femmes;Taux de pauvreté\n"
                     "'QP069010;Tilleuls;100;60;0,43\n'QP069011;Fort;100;120;0,43\n'QP069010;Tilleuls;100;60;0,43\n",
                     "territoire"),
              (List{"C04 3", "C13 4"}));
}

TEST(Controls, OfTheGenderMarker)
{
    const List found = broken("Action;Porteur;Demandé;Accordé;Auto-cotation;Cotation;Justification\n"
                              "A;P1;100;80;G1;G1;Objectif d'égalité écrit au projet\n"
                              "B;P2;100;80;G0;G2;Marche exploratoire de femmes\n"
                              "C;P3;100;80;G1;G1;Public mixte\n"
                              "D;P4;100;80;G1;non coté;\n"
                              "E;P5;100;80;G1;G1/G2;Objectif\n"
                              "F;P6;;;G1;G2;Objectif d'égalité\n"
                              "A;P1;100;80;G1;G0;Objectif d'égalité écrit au projet\n",
                              "action");
    EXPECT_THAT(found, IsSupersetOf({"B07 3", "B05 4", "B06 5", "B01 6", "B03 7", "B08 8"}));
    for (const char* wrong : {"B05 2", "B07 2", "B06 2", "B01 2", "B03 2", "B08 2", "B05 5", "B06 4"})
        EXPECT_THAT(found, Not(Contains(wrong)));
}

TEST(Controls, OfScoresWhoseReasonSaysNothingAndOfScoresThatAreMissing)
{
    const List found = broken("Action;Porteur;Cotation instructeur;Subvention accordée (P147);Justification\n"
                              "A;P1;G1;100;Public mixte !\n"
                              "B;P2;G2;110;Action ouverte à toutes et à tous\n"
                              "C;P3;G1;120;Public mixte, horaires adaptés aux mères\n"
                              "D;P4;G0;130;mixte\n"
                              "E;P5;;140;\n"
                              "F;P6;;0;\n"
                              "G;P7;non coté;150;\n",
                              "action");
    List scores;
    for (const std::string& id : found)
        if (id.starts_with('B')) scores.push_back(id);
    EXPECT_EQ(scores, (List{"B05 2", "B05 3", "B06 6", "B06 8"}));
}

TEST(Controls, OfAgesAndLevelsThatAreNotKnown)
{
    EXPECT_EQ(broken("Action;Porteur;Bénéficiaires;Moins de 26 ans;26 ans et plus;Âge inconnu;Infra 3;Niveau 3;"
                     "Niveau inconnu\n"
                     "A;P1;22;10;11;1;9;10;3\nB;P2;23;10;11;1;9;10;3\n",
                     "emploi"),
              (List{"C03 3", "M05 3"}));
}

TEST(Controls, OfDiscriminations)
{
    EXPECT_EQ(
        broken("Action;Porteur;Critère LCD;Type d'action LCD;Spécificité LCD;Situations recueillies;Bénéficiaires;"
               "Cotation\n"
               "A;P1;origine;formation des professionnels;spécifique LCD;4;12;G0\n"
               "B;P2;sexe;vivre-ensemble;volet;0;13;G1\n"
               "C;P3;âge;vivre-ensemble ¦ testing;spécifique;3;0;G0\n",
               "action"),
        (List{"L01 3", "L03 4", "L04 2", "L04 4", "L05 3"}));
}

TEST(Controls, OfFewSituations)
{
    EXPECT_EQ(broken("Action;Porteur;Situations recueillies;Bénéficiaires\n"
                     "A;P1;1;12\nB;P2;4;13\nC;P3;5;14\nD;P4;0;15\nE;P5;NC;16\nF;P6;<5;17\nG;P7;;18\n",
                     "action"),
              (List{"L04 2", "L04 3"}))
        << "neither five, nor none, nor what is not known or masked already";
}

TEST(Controls, OfCriteriaThatTheLawDoesNotHave)
{
    const intake::FileReading reading = read("Action;Porteur;Critère LCD;Spécificité LCD\n"
                                             "A;P1;racisme;spécifique\nB;P2;sexe, quartier;spécifique\n"
                                             "C;P3;origine;spécifique\nD;P4;NC;spécifique\n",
                                             "action");
    EXPECT_EQ(values(reading)["critere"], (List{"origine", "sexe|residence", "origine", "<nc>"}));
    EXPECT_EQ(intake::test::findings(reading, "L02"), (List{"C2 racisme", "C3 sexe, quartier"}));
    EXPECT_EQ(
        intake::test::sentence(reading, "L02"),
        "Ce n'est pas un terme de la liste\u00A0; le plus proche a été retenu\u00A0: racisme → origine. Faites-le "
        "confirmer par le partenaire.");
}

TEST(Controls, OfSignatoriesOfTwoKinds)
{
    EXPECT_EQ(broken("Exercice;Entreprise;Type de signataire;Retour\n"
                     "2024;Une;entreprise;oui\n2024;UNE;réseau;oui\n2024;Deux;réseau;oui\n2024;Deux;;oui\n"
                     "2023;Deux;club;oui\n",
                     "paqte"),
              (List{"P01 3", "P05 3", "P05 5"}))
        << "the same kind, an unknown one and that of another year break nothing";
}

TEST(Controls, OfContractsWithoutAReport)
{
    EXPECT_EQ(broken("Contrat;Type de source;Place CC;Place DC;BIE;Codeur\n"
                     "Contrat A;rapport;3;1;non évoqué;aa\nContrat B;rapport;;;;aa\nContrat C;;0;NC;;aa\n"
                     "Contrat D;;NC;;;aa\nContrat E;DDETS;;;;aa\n",
                     "rapport"),
              (List{"S05 3", "S05 5"}))
        << "one variable coded is a coded report; a DDETS that says nothing is no missing report";
}

TEST(Controls, OfCodesOutsideTheirTheme)
{
    EXPECT_EQ(
        broken("Contrat;Place CC;CC accompagné;Place DC;DC part;Place emploi;Part emploi;BIE;Conséquences BIE;Codeur\n"
               "Contrat A;1;oui;2;12 %;1;20 %;sensibilisation;non;aa\n"
               "Contrat B;0;oui;2;12 %;1;20 %;sensibilisation;non;aa\n"
               "Contrat C;0;non;0;12 %;1;20 %;sensibilisation;oui;aa\n"
               "Contrat D;;oui;NC;12 %;;20 %;;oui;aa\n"
               "Contrat E;0;NC;0;;0;20 %;non évoqué;non;aa\n"
               "Contrat F;0;;0;;0;;non évoqué;oui;aa\n",
               "rapport"),
        (List{"S01 3", "S01 4", "S01 6", "S01 7"}))
        << "what is not known of the place breaks nothing";
}

TEST(Controls, OfOneSpellingOfThePaqte)
{
    EXPECT_EQ(broken("Participants/ Territoire;Démarches;J'ai besoin de ressources sur...\n"
                     "PETR A;PaQte signé en 2019;mobilité\nPETR B;PACTE signé;mobilité\nPETR C;;loi PACTE, PAQTE\n"
                     "PETR D;loi PACTE;un pacte local\nPETR E;IMPACTE;\nPETR F;;\n",
                     "demarche"),
              (List{"X05 3", "X05 4"}));
}

TEST(Controls, OfMoneyDatesAndStatus)
{
    EXPECT_EQ(broken("Exercice;Action;Porteur;Statut;Date de début;Date de fin;Accordé;Compte 86;Compte 87\n"
                     "2024;A;P1;retenue;'01/01/2024;'31/12/2024;80;10;10\n"
                     "2024;B;P2;retenue;'01/09/2024;'31/08/2025;0;10;10\n"
                     "2024;C;P3;refusée;'31/12/2023;'31/12/2024;80;10;20\n"
                     "2023;D;P4;retenue;'01/01/2023;'01/09/2024;80;;\n",
                     "action"),
              (List{"C08 4", "C10 4", "C10 5", "C18 3", "C18 4", "C22 5"}));
}

TEST(Controls, OfEstimatesAndUnits)
{
    std::string rounded = "Action;Porteur;Bénéficiaires;Femmes;Hommes\n";
    std::string exact = rounded;
    for (int row = 1; row <= 5; ++row) {
        const std::string name = "A" + std::to_string(row) + ";P" + std::to_string(row) + ';';
        rounded +=
            name + std::to_string(row * 20) + ';' + std::to_string(row * 8) + ';' + std::to_string(row * 12) + '\n';
        exact += name + std::to_string(row * 20 + 1) + ';' + std::to_string(row * 8) + ';' +
                 std::to_string(row * 12 + 1) + '\n';
    }
    EXPECT_EQ(broken(rounded, "action"), List{"C24 2"}) << "all of them multiples of 10";
    EXPECT_EQ(broken(exact, "action"), List{});
    EXPECT_EQ(
        broken("Action;Porteur;Bénéficiaires;Femmes;Hommes\nA;P;41;20;21\nB;P;41;20;21\nC;Q;44;22;22\n", "action"),
        (List{"C19 3", "C24 4"}));
    EXPECT_EQ(
        broken("Action;Porteur;Bénéficiaires\nA;P;41\nB;P;41\nC;Q;41\nD;P;41\nE;P;7\nF;P;7\nG;P;0\nH;P;0\n", "action"),
        (List{"C19 3", "C19 7"}))
        << "one number of one holder is one finding, however many actions have it";

    std::string units = "Action;Porteur;Coût total;Accordé;Bénéficiaires\n";
    for (int row = 1; row <= 9; ++row)
        units += "A" + std::to_string(row) + ";P" + std::to_string(row) + ';' + std::to_string(row * 5000) + ';' +
                 std::to_string(row * 2) + ';' + std::to_string(row == 9 ? 1 : row * 2 + 1) + '\n';
    EXPECT_EQ(broken(units, "action"), (List{"C17 10", "C23 2"})) << "costs in €, grants in k€; one dear action";
}

} // namespace
} // namespace bilan::schemas
