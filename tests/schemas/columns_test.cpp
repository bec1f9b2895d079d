// SPDX-License-Identifier: MPL-2.0
//
// What a column is taken for beside others, below a group, in spite of some words among its numbers. Persons and places
// are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;
using intake::test::BookMaker;
using intake::test::field_of;
using intake::test::findings;
using intake::test::rows_not_kept;
using intake::test::sentence;

TEST(Columns, EachOfTwoTotalsIsOfItsNeighbours)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Coût total;Région;Département;Ville;Total;Femmes;Hommes;Total\n"
             "Code;Cap;5000;500;200;300;1000;10;20;30\nForum;MJC;1000;100;0;1000;1100;5;6;11\n",
             "action");
    EXPECT_EQ(values(reading)["total_produits"], (List{"1000", "1100"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"30", "11"}));
    Values wrong = values(read("Intitulé de l'action;Porteur;Région;Ville;Total;Femmes;Hommes\n"
                               "Code;Cap;500;300;30;10;20\nForum;MJC;100;1000;11;5;6\n",
                               "action"));
    EXPECT_EQ(wrong["benef_total"], (List{"30", "11"})) << "not the sum of the funders, but of the people";
}

TEST(Columns, ATotalBehindTheFundersIsTheIncome)
{
    Values read_values = values(read("Intitulé de l'action;Porteur;Région;Ville;CAF;Autres;Total\n"
                                     "Code;Cap;500;300;100;50;950\nForum;MJC;100;1000;0;0;1100\n",
                                     "financement"));
    EXPECT_EQ(read_values["total_produits"], (List{"950", "1100"}));
}

TEST(Columns, PartsOfAGroupThatIsAFieldOfItsOwn)
{
    const auto reading =
        read("Conseil citoyen;Nombre de membres;Membres actifs;\n;;F;H\nCC Nord;26;8;10\nCC Sud;29;12;15\n", "conseil",
             {"C1:D1"});
    EXPECT_FALSE(values(reading).contains("nb_f"));
    EXPECT_FALSE(values(reading).contains("nb_h"));
}

TEST(Columns, ResidentsAmongOtherPeopleAreAsked)
{
    for (const char* group : {"Refus", "Liste d'attente", "Bénévoles", "Candidats"}) {
        const auto reading = read("Intitulé de l'action;Porteur;Nb de bénéficiaires;" + std::string(group) +
                                      ";\n;;;Total;QPV\nCode;Cap;40;12;10\nForum;MJC;60;18;15\n",
                                  "action", {"D1:E1"});
        EXPECT_FALSE(values(reading).contains("benef_qpv")) << group;
        EXPECT_EQ(values(reading)["benef_total"], (List{"40", "60"})) << group;
    }
    Values own =
        values(read("Intitulé de l'action;Porteur;Public touché;\n;;Total;QPV\nCode;Cap;12;10\nForum;MJC;18;15\n",
                    "action", {"C1:D1"}));
    EXPECT_EQ(own["benef_qpv"], (List{"10", "15"}));
}

TEST(Columns, NeverOneOfTwoTwins)
{
    const std::string rows = "\n;;;F;H;F;H\nCode;Cap;40;8;10;12;14\nForum;MJC;60;12;15;18;21\n";
    const auto reading = read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Public enfants;;Public adultes;" + rows,
                              "action", {"D1:E1", "F1:G1"});
    EXPECT_FALSE(values(reading).contains("benef_f"));
    EXPECT_FALSE(values(reading).contains("benef_h"));
    Values own = values(read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Bénévoles;;Bénéficiaires;" + rows,
                             "action", {"D1:E1", "F1:G1"}));
    EXPECT_EQ(own["benef_f"], (List{"12", "18"})) << "all of them";
}

TEST(Columns, AFewWordsDoNotLoseAColumnThatItsHeaderNames)
{
    const auto reading =
        read("Libellé de l'action;Structure;Nb de bénéficiaires;Abandons;Sorties\nCode;Cap;40;12;beaucoup\n"
             "Forum;MJC;60;4;22\nRepas;CS;30;2;beaucoup\n",
             "emploi");
    EXPECT_EQ(values(reading)["nb_sorties"], (List{"<err>", "22", "<err>"}));
    EXPECT_EQ(findings(reading, "BIL-212"), (List{"E2 beaucoup", "E4 beaucoup"}));
    EXPECT_EQ(findings(reading, "BIL-271").size(), 0U);
    const auto names = read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Participants\nCode;Cap;40;Ville, CAF\n"
                            "Forum;MJC;60;DDETS\nRepas;CS;30;Ville\n",
                            "action");
    EXPECT_EQ(values(names)["benef_total"], (List{"40", "60", "30"})) << "participants may be organisations";
}

TEST(Columns, AHeaderReadOnOneSheetIsReadOnItsTwins)
{
    BookMaker maker;
    const std::vector<std::string> head{"Libellé de l'action", "Structure", "Nb de bénéficiaires", "Ruptures"};
    maker.sheet("Nord", {head, {"Code", "Cap", "40", "4"}, {"Forum", "MJC", "60", "6"}});
    maker.sheet("Sud", {head, {"Repas", "CS", "30", "beaucoup"}, {"Jeux", "ASL", "20", "salle comble"}});
    intake::Options options;
    options.domain = &domain();
    options.schema = "emploi";
    const intake::FileReading reading = intake::take_in(maker.book(), "x.xlsx", options);
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_EQ(field_of(reading, "Ruptures", 1), "nb_abandons");
    EXPECT_EQ(intake::test::values_of(reading, "nb_abandons", 1), (List{"<err>", "<err>"}));
    EXPECT_EQ(
        sentence(reading, "BIL-053"),
        "La colonne «\u00A0Ruptures\u00A0» est lue comme nb_abandons, comme dans la feuille «\u00A0Nord\u00A0» qui a "
        "les mêmes en-têtes\u00A0; ses cellules disent ici autre chose. Vérifiez-les.");
    EXPECT_EQ(
        in_english(reading, "BIL-053"),
        "The column \"Ruptures\" is read as nb_abandons, as on the sheet \"Nord\", which has the same headers; its "
        "cells say something else here. Check them.");
}

TEST(Columns, StagesInShortBelowAFunder)
{
    Values read_values = values(read("Intitulé de l'action;Porteur;État;;Région;;Ville;\n"
                                     ";;Demandé;Accordé;Dem.;Acc.;Sollicité;Notifié\n"
                                     "Code;Cap;5000;4000;1000;900;800;700\nForum;MJC;8000;8000;2000;2000;900;900\n",
                                     "financement", {"C1:D1", "E1:F1", "G1:H1"}));
    EXPECT_EQ(read_values["fin_region_demande"], (List{"1000", "2000"}));
    EXPECT_EQ(read_values["fin_region"], (List{"900", "2000"}));
    EXPECT_EQ(read_values["fin_commune"], (List{"700", "900"}));
    EXPECT_EQ(read_values["fin_commune_demande"], (List{"800", "900"}));
}

TEST(Columns, FundersByNumberWithTheirAmounts)
{
    const auto reading = read("Intitulé de l'action;Porteur;Cofinanceur 1;Montant cofinanceur 1;Cofinanceur 2;"
                              "Montant cofinanceur 2\nCode;Cap;Région;800;CAF;300\nForum;MJC;Ville;100;Région;50\n",
                              "financement");
    EXPECT_EQ(values(reading)["financeur"], (List{"region", "caf", "commune", "region"}));
    EXPECT_EQ(values(reading)["montant_accorde"], (List{"800", "300", "100", "50"}));
}

TEST(Columns, OtherProgrammesOfTheStateAreItsOtherPurses)
{
    Values read_values = values(read("Intitulé de l'action;Porteur;BOP 147;BOP 163;BOP 104;FIPD\n"
                                     "Code;Cap;5000;100;200;300\nForum;MJC;8000;10;20;30\n",
                                     "action"));
    EXPECT_EQ(read_values["accorde_p147"], (List{"5000", "8000"}));
    EXPECT_EQ(read_values["fin_etat_autre"], (List{"600", "60"}));
}

TEST(Columns, LongHeadersSayWhatTheyMean)
{
    const std::vector<std::pair<const char*, const char*>> said{
        {"Nombre de personnes touchées par l'action", "benef_total"},
        {"Montant accordé par l'État au titre du BOP 147 (€)", "accorde_p147"},
        {"Montant de la subvention demandée au titre du contrat de ville", "demande_p147"},
        {"Nombre de bénéficiaires ne résidant pas en QPV", "benef_hors_qpv"},
        {"Coût total HT", "cout_total"},
        {"Subvention Région obtenue", "fin_region"},
        {"Participation de la Ville (€)", "fin_commune"}};
    for (const auto& [header, field] : said) {
        const auto reading =
            read("Intitulé de l'action;Porteur de projet;" + std::string(header) + "\nCode;Cap;1200\nForum;MJC;1300\n",
                 "action");
        EXPECT_EQ(field_of(reading, header), field) << header;
    }
    for (const char* header : {"Nb total de bénéficiaires dont nb de femmes", "Total des financements publics"}) {
        const auto reading =
            read("Intitulé de l'action;Porteur de projet;" + std::string(header) + "\nCode;Cap;1200\nForum;MJC;1300\n",
                 "action");
        EXPECT_FALSE(values(reading).contains("benef_f")) << header;
        EXPECT_FALSE(values(reading).contains("total_produits")) << header;
    }
    for (const auto& [header, field] : {std::pair("Date de début du projet (prévisionnelle)", "date_debut"),
                                        std::pair("Date de fin réelle", "date_fin")})
        EXPECT_EQ(field_of(read("Intitulé de l'action;Porteur de projet;" + std::string(header) +
                                    "\nCode;Cap;01/02/2024\nForum;MJC;15/06/2024\n",
                                "action"),
                           header),
                  field);
}

TEST(Columns, AGroupWrittenBeforeItsLabel)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Cofinancements - Région;Localisation - QPV;"
             "Région - Département\nCode;Cap;12;300;Bellevue;40\nForum;MJC;13;600;Vernes;50\n",
             "action");
    EXPECT_EQ(field_of(reading, "Cofinancements - Région"), "fin_region");
    EXPECT_EQ(field_of(reading, "Localisation - QPV"), "territoire");
    EXPECT_FALSE(values(reading).contains("fin_departement")) << "two funders, or one of them";
    const auto work = read("Libellé de l'action;Structure;Nb de bénéficiaires;Sorties;Niveau de formation - V;"
                           "Suites de parcours - CDI/CDD +6 mois\nCode;Cap;12;9;3;4\nForum;MJC;13;8;6;5\n",
                           "emploi");
    EXPECT_EQ(field_of(work, "Niveau de formation - V"), "niv_3");
    EXPECT_EQ(field_of(work, "Suites de parcours - CDI/CDD +6 mois"), "nb_emploi_durable");
}

TEST(Columns, WhatWasAimedAtIsNoRow)
{
    const std::string rows = "Intitulé de l'action;Porteur;Nb de bénéficiaires\nCode;Cap;40\nForum;MJC;60\n";
    for (const char* below :
         {"TOTAL;;100\nObjectif 2025;;150\n", "Objectif;;150\n", "Objectif;;150\nCible 2025;;160\n"}) {
        const auto reading = read(rows + below, "action");
        EXPECT_EQ(values(reading)["benef_total"], (List{"40", "60"})) << below;
        EXPECT_FALSE(rows_not_kept(reading).empty()) << below;
    }
    Values kept = values(read(rows + "Objectif emploi;CS;30\n", "action"));
    EXPECT_EQ(kept["benef_total"], (List{"40", "60", "30"}));
}

TEST(Columns, ATitleThatGoesOnBesideARemarkMayBeNoRow)
{
    const std::string head = "Intitulé de l'action;Porteur;Nb de bénéficiaires;Commentaire\n";
    const auto reading = read(head + "Ateliers sociolinguistiques;CS;12;Très bonne\net numériques;;;mobilisation\n"
                                     "Forum;MJC;30;RAS\n",
                              "action");
    EXPECT_EQ(findings(reading, "BIL-824").size(), 1U);
    const auto other = read(head + "Ateliers;CS;12;Bien\nCinéma;;;à suivre\nForum;MJC;30;RAS\n", "action");
    EXPECT_EQ(findings(other, "BIL-824").size(), 0U) << "a title of its own";
}

TEST(Columns, WhatAFormProposesIsNoAction)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires\nNom de votre action;Votre structure;0\n"
             "ex. atelier cuisine;Asso;10\nForum;MJC;30\nEx-détenus : insertion;SPIP;9\n",
             "action");
    EXPECT_EQ(values(reading)["intitule"], (List{"Forum", "Ex-détenus : insertion"}));
}

TEST(Columns, CrossesAreNoNumberOfPeople)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Hors QPV\nCode;Cap;40;\nForum;MJC;60;X\n"
             "Repas;CS;8;X\n",
             "action");
    EXPECT_FALSE(values(reading).contains("benef_hors_qpv") && values(reading)["benef_hors_qpv"].back() == "1");
    EXPECT_EQ(findings(reading, "BIL-054"), List{"D1"});
    EXPECT_EQ(sentence(reading, "BIL-054"), "La colonne «\u00A0Hors QPV\u00A0» n'a que des croix, et un nombre y est "
                                            "attendu (benef_hors_qpv)\u00A0: aucune "
                                            "valeur n'a été retenue. Demandez les nombres au partenaire.");
    EXPECT_EQ(
        in_english(reading, "BIL-054"),
        "The column \"Hors QPV\" holds nothing but crosses where a number is expected (benef_hors_qpv): no value was "
        "kept. Ask the partner for the numbers.");
}

TEST(Columns, OneEndOfAPeriodIsNotTheOther)
{
    const auto reading = read("Intitulé de l'action;Porteur;Période\nCode;Cap;du 01/03/2024 au 30/06/2024\n"
                              "Forum;MJC;jusqu'au 30/06/2024\nRepas;CS;à partir du 01/09/2024\n",
                              "action");
    EXPECT_EQ(values(reading)["date_debut"], (List{"45352", "<nc>", "45536"}));
    EXPECT_EQ(values(reading)["date_fin"], (List{"45473", "45473", "<nc>"}));
    EXPECT_EQ(sentence(reading, "BIL-055"), "«\u00A0jusqu'au 30/06/2024\u00A0» ne dit que la fin\u00A0: elle est lue "
                                            "30/06/2024, et le début n'est pas connu. "
                                            "Demandez-le au partenaire.");
    EXPECT_EQ(
        in_english(reading, "BIL-055"),
        "\"jusqu'au 30/06/2024\" says the end only: it is read as 30/06/2024, and the beginning is not known. Ask the "
        "partner for it.");
}

TEST(Columns, ANameWithItsNumberAndAStatusWithItsDay)
{
    Values read_values =
        values(read("Financeur;Dispositif;Montant prévu\nCD69;A;100\nRégion;B;200\nCAF69;C;300\n", "financement"));
    EXPECT_EQ(read_values["financeur"], (List{"departement", "region", "caf"}));
    Values status = values(read("Intitulé de l'action;Porteur;Statut\nCode;Cap;reportée en 2025\nForum;MJC;refusée le "
                                "12/03/2024\nRepas;CS;réalisée à 80%\nJeux;ASL;irrecevable\n",
                                "action"));
    EXPECT_EQ(status["statut"], (List{"reportée", "refusée", "partiellement réalisée", "refusée"}));
}

} // namespace
} // namespace bilan::schemas
