// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

/// Codes of the findings with their cell, of those that begin so.
List said(const intake::FileReading& reading, std::string_view code)
{
    List found;
    for (const intake::Finding& finding : reading.findings)
        if (finding.code == code) found.push_back(finding.header + ": " + finding.sentence(base::Language::french));
    return found;
}

TEST(Action, APlannedAmountTakenForAGrantedOneIsSaid)
{
    const auto alone = schemas::read(
        "Action;Porteur;Bénéficiaires;Région prévu;CAF\nAteliers;P;12;100;50\nParcours;P;13;90;60\n", "action");
    EXPECT_EQ(values(alone)["fin_region"], (List{"100", "90"}));
    EXPECT_EQ(
        said(alone, "BIL-827"),
        List{"Région prévu: « Région prévu » annonce un montant prévu ; faute d'autre colonne, il est repris comme "
             "montant accordé : Financement (fin_region). Demandez le montant accordé, ou laissez la colonne de côté "
             "dans "
             "mappings.toml."});
    const auto beside = schemas::read(
        "Action;Porteur;Bénéficiaires;Région prévu;Région\nAteliers;P;12;100;50\nParcours;P;13;90;60\n", "action");
    EXPECT_EQ(values(beside)["fin_region"], (List{"50", "60"}));
    EXPECT_EQ(said(beside, "BIL-827"), List{});
}

TEST(Action, TheStatusOfThePublicIsNotThatOfTheAction)
{
    const auto reading = schemas::read("Dossier;;Publics bénéficiaires;;Territoires\n"
                                       "Intitulé;Etat dossier;Statut;Nombre;Statut\n"
                                       "A;réalisée;retenue;12;refusée\nB;retenue;refusée;13;refusée\n",
                                       "action", {"A1:B1", "C1:D1"});
    EXPECT_EQ(values(reading)["statut"], (List{"réalisée", "retenue"}));
}

TEST(Action, AMeasureBesideYearsInColumnsIsOfTheLastYear)
{
    const auto wide = schemas::read("Intitulé;Porteur;Coût total;Bénéficiaires 2022;Bénéficiaires 2023\n"
                                    "A;P;1000;12;13\nB;P;900;5;7\n",
                                    "action");
    EXPECT_EQ(values(wide)["benef_total"], (List{"12", "13", "5", "7"}));
    EXPECT_EQ(values(wide)["cout_total"], (List{"<abs>", "1000", "<abs>", "900"}));
    EXPECT_EQ(said(wide, "BIL-826"), List{});
    EXPECT_EQ(said(wide, "BIL-956"),
              List{"Coût total: Le tableau a une colonne par année, sauf pour «\u00A0Coût total\u00A0»\u00A0: ces "
                   "valeurs sont prises pour celles de 2023, les autres années n'en ont pas. Vérifiez."});
    EXPECT_EQ(wide.values.front().origin.varying.count("cout_total"), 1U);
    EXPECT_EQ(wide.values.front().origin.varying.count("benef_total"), 1U);
    EXPECT_FALSE(wide.values.front().origin.counts_once); // two exercises of an action are two
    EXPECT_EQ(
        said(schemas::read("Intitulé;Porteur;Coût total;Bénéficiaires\nA;P;1000;12\nB;P;900;5\n", "action"), "BIL-826"),
        List{});
}

TEST(Action, TheBracketSaysWhichAmount)
{
    Values read = values(schemas::read("Action;Porteur;État P147 (demandé);État P147 (accordé)\n"
                                       "Ateliers;Association fictive;4000;3000\nParcours;Association fictive;900;0\n",
                                       "action"));
    EXPECT_EQ(read["demande_p147"], (List{"4000", "900"}));
    EXPECT_EQ(read["accorde_p147"], (List{"3000", "0"}));
}

TEST(Action, TwoAmountsInACellAreNoIdentifier)
{
    Values read = values(schemas::read("Action;Porteur;Demandé;Accordé\n"
                                       "A;P;8 650,00;100\nB;P;10 750,00;100\nC;P;11850 à 12250;100\nD;P;950,00;100\n",
                                       "action"));
    ASSERT_EQ(read.count("demande_p147"), 1U);
    EXPECT_EQ(read["demande_p147"].front(), "8650");
}

TEST(Action, GenderMarkerAndItsGrid)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Montant accordé;Auto-cotation;Cotation;Cotation comité;"
             "Argumentaire;Éga-conditionnalité;Porteur sensibilisé au BIE;Critères de la grille;;\n"
             ";;;;;;;;;Données sexuées;Équipe mixte;Affichage public\n"
             "Danse;Association A;6000;g1;G0;G0;Public mixte;condition;oui;oui;partiel;s.o.\n"
             "Permanence;Association B;4000;2;G2;non coté;Objectif d'égalité écrit;aucune;x;non;oui;oui\n",
             "action");
    Values read = values(reading);
    EXPECT_EQ(read["cotation_porteur"], (List{"G1", "G2"}));
    EXPECT_EQ(read["cotation_instructeur"], (List{"G0", "G2"}));
    EXPECT_EQ(read["cotation_finale"], (List{"G0", "non_cote"}));
    EXPECT_EQ(read["justification"], (List{"Public mixte", "Objectif d'égalité écrit"}));
    EXPECT_EQ(read["condition_ega"], (List{"condition de versement", "aucune"}));
    EXPECT_EQ(read["formation_porteur"], (List{"1", "1"}));
    EXPECT_EQ(read["crit_donnees_sexuees"], (List{"oui", "non"}));
    EXPECT_EQ(read["crit_equipe"], (List{"partiel", "oui"}));
    EXPECT_EQ(read["crit_affichage_public"], (List{"<so>", "oui"}));
}

TEST(Action, FundersWithWhatWasAskedAndGranted)
{
    const auto reading = read("Action;Porteur;Coût total;État (P147);;Région;;CAF\n"
                              ";;;Demandé;Accordé;Demandé;Accordé;\n"
                              "Danse;Association A;20000;6000;5000;3000;2500;800\n",
                              "action");
    Values read = values(reading);
    EXPECT_EQ(read["demande_p147"], List{"6000"});
    EXPECT_EQ(read["accorde_p147"], List{"5000"});
    EXPECT_EQ(read["fin_region_demande"], List{"3000"});
    EXPECT_EQ(read["fin_region"], List{"2500"});
    EXPECT_EQ(read["fin_caf"], List{"800"});
}

TEST(Action, TheNameOfAFamilyAloneIsNoMemberOfIt)
{
    const auto reading = read("Action;Porteur;Critère(s) visé(s)\n;;critere\nPermanence;Association B;origine\n"
                              "Théâtre;Association C;sexe\n",
                              "action");
    EXPECT_EQ(values(reading)["critere"], (List{"origine", "sexe"}));
}

// « Oui » says that it is specific; « non » is one of the other two, or no action of this kind at all.
TEST(Action, SpecificityAnsweredByYesAndNo)
{
    for (const std::string header : {"Spécifique LCD", "Action spécifique LCD", "Caractère spécifique LCD (O/N)"}) {
        const auto reading = read("Action;Porteur;" + header + "\nUne;A;oui\nDeux;B;non\n", "action");
        EXPECT_EQ(values(reading)["specificite"], (List{"spécifique LCD", "<nc>"})) << header;
        EXPECT_EQ(intake::test::findings(reading, "BIL-554"), List{"C2 oui"}) << header;
        EXPECT_EQ(intake::test::findings(reading, "C15"), List{"C3 non"}) << header;
    }
    const auto open = read("Action;Porteur;Spécificité LCD\nUne;A;oui\n", "action");
    EXPECT_EQ(values(open)["specificite"], List{"<err>"});
    EXPECT_EQ(intake::test::sentence(open, "C15"),
              "«\u00A0oui\u00A0» ne dit pas laquelle de ces valeurs est la bonne\u00A0: spécifique LCD, volet LCD "
              "d'une action, "
              "vivre-ensemble sans objet LCD. Aucune n'a été retenue\u00A0; demandez laquelle au partenaire.");
}

TEST(Action, Discriminations)
{
    const auto reading = read("Action;Porteur;Critère(s) visé(s);Domaine LCD;Type d'action LCD;Spécificité LCD;"
                              "Nb agents formés;Durée (h);Situations recueillies;Suite donnée (LCD);PTLCD (O/N)\n"
                              "Permanence;Association B;origine ¦ lieu de résidence;emploi, logement;"
                              "formation des professionnels;spécifique LCD;14;7,5;9;médiation;oui\n"
                              "Théâtre;Association C;accent;transversal;sensibilisation;volet;NC;;2;plainte;non\n",
                              "action");
    Values read = values(reading);
    EXPECT_EQ(read["critere"], (List{"origine|residence", "<err>"}));
    EXPECT_EQ(read["domaine"], (List{"emploi|logement", "transversal"}));
    EXPECT_EQ(read["type_action"], (List{"formation des professionnels", "sensibilisation du public"}));
    EXPECT_EQ(read["specificite"], (List{"spécifique LCD", "volet LCD d'une action"}));
    EXPECT_EQ(read["nb_formes"], (List{"14", "<nc>"}));
    EXPECT_EQ(read["duree_h"], (List{"7.5", "<vide>"}));
    EXPECT_EQ(read["nb_situations"], (List{"9", "2"}));
    EXPECT_EQ(read["suite"], (List{"médiation", "plainte"}));
    EXPECT_EQ(read["ptlcd"], (List{"1", "0"}));
    EXPECT_EQ(intake::test::findings(reading, "C15"), List{"C3 accent"});
}

} // namespace
} // namespace bilan::schemas
