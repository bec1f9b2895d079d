// SPDX-License-Identifier: MPL-2.0
//
// The right schema among ten, from headers alone; and a word when two are as likely.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

TEST(Choice, NeighboursAreToldApart)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"action", "Exercice;N° dossier;Intitulé de l'action;Porteur;SIRET;Pilier;Quartier(s);Montant demandé;"
                   "Montant accordé;Bénéficiaires;Femmes;Hommes;dont QPV\n"
                   "2024;484430;Danse;Association A;;Cohésion sociale;QP069010;3000;2500;40;22;18;30\n"},
        {"action", "Action;Porteur;Coût total;Demandé;Accordé;Région;Département;CAF;Bailleurs\n"
                   "Danse;Association A;9000;3000;2500;1000;500;800;0\n"},
        {"action",
         "Action;Porteur;Bénéficiaires;Femmes;Hommes;Entrées;Montant accordé;Montant demandé;Pilier;Statut;Cotation\n"
         "Danse;Association A;40;22;18;40;2500;3000;Emploi;retenue;G1\n"},
        {"emploi", "Action;Opérateur;Bénéficiaires;Entrées;Sorties;Abandons;Emploi durable;Emploi de transition;"
                   "Autres sorties;Accordé\n"
                   "Parcours;PLIE du Val;40;40;30;6;10;8;6;5000\n"},
        {"emploi",
         "Intitulé de l'action;Porteur;Nb inscrits;Nb de sortants;CDI;Formation;- de 26 ans;26-45;Niveau V;BRSA\n"
         "Parcours;PLIE du Val;40;30;10;8;20;20;15;12\n"},
        {"financement", "Action;Financeur;Montant prévu;Montant réalisé\nDanse;CAF;1000;900\n"},
        {"offre", "Axe;Offre de services;Opérateur;Public;QPV;Périodicité;Nb de bénéficiaires;Cible;Réalisé\n"
                  "1;Forum;France Travail;habitants;QP044012;annuelle;80;100;80\n"},
        {"conseil",
         "Conseil citoyen;QPV;Nb membres;Collège habitants;Collège acteurs;Séances\nCC Nord;QP069010;12;7;5;4\n"},
        {"territoire", "Code QPV;Nom du quartier;Population;Taux de pauvreté\n'QP069010;Tilleuls;2150;0,43\n"},
        {"paqte", "Entreprise;SIRET;Stages 3e;Alternants;Embauches\nSociété Une;;3;2;1\n"},
        {"cite", "Cité;Année de labélisation;ETP;Partenaires;Actions\nCité A;2020;0,8;14;25\n"},
        {"rapport", "Contrat;Modalité;Place EFH;Place LCD;BIE mentionné\nContrat A;interne;2;0;sensibilisation\n"},
        {"demarche",
         "Participants/ Territoire;Démarches;Mes défis;Mes besoins;Mes ressources\nPETR du Val;PLIE;a;b;c\n"},
    };
    for (const auto& [schema, text] : cases) EXPECT_EQ(chosen(read(text)), schema) << text;
}

TEST(Choice, TheChoiceIsSaid)
{
    const auto reading = read("Conseil citoyen;QPV;Nb membres;Collège habitants\nCC Nord;QP069010;12;7\n");
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_EQ(reading.tables[0].schema_reason.code, "BIL-275");
    EXPECT_EQ(reading.tables[0].schema_reason.arguments.front(), "conseil");
}

TEST(Choice, ADoubtIsAFinding)
{
    const auto reading = read("Structure;Bénéficiaires;dont QPV\nAssociation A;40;30\n");
    EXPECT_FALSE(chosen(reading).empty());
    EXPECT_EQ(intake::test::findings(reading, "BIL-278").size(), 1U)
        << "as well an action as a scheme of ordinary policy";
    EXPECT_NE(intake::test::sentence(reading, "BIL-278").find("Précisez --schema "), std::string::npos);
    EXPECT_NE(intake::test::sentence(reading, "BIL-278").find(" ou --schema "), std::string::npos);
    EXPECT_NE(in_english(reading, "BIL-278").find(" or --schema "), std::string::npos);
}

TEST(Choice, HolidaysOfChildrenAreNoEmployment)
{
    EXPECT_EQ(
        chosen(schemas::read("Opération Ville Vie Vacances\n"
                             "Porteur;Intitulé;Nombre de jeunes;Filles;Garçons;Moins de 12 ans;12-15 ans;16-17 ans;"
                             "Dont QPV;Subvention VVV\nAlpha;Camp;12;5;7;2;5;5;10;1500\n"
                             "Bêta;Mer;10;5;5;2;4;4;8;500\n")),
        "action");
    const auto named = schemas::read("Action VVV;Structure;Nombre de jeunes;Filles;Garçons;QPV;Coût\n"
                                     "Sortie en mer;Alpha;12;5;7;Bellevue;1200\nCirque;Bêta;20;11;9;Malakoff;3000\n");
    ASSERT_EQ(chosen(named), "action") << "the header of the actions names the scheme";
    EXPECT_EQ(values(named)["intitule"], (List{"Sortie en mer", "Cirque"}));
    EXPECT_EQ(values(named)["benef_total"], (List{"12", "20"})) << "girls and boys add up to it";
    EXPECT_EQ(values(schemas::read("Intitulé;Porteur;Nombre de jeunes;Filles;Garçons\nMer;Alpha;15;5;7\nCirque;Bêta;20;"
                                   "11;9\n",
                                   "action"))
                  .count("benef_total"),
              0U)
        << "they do not here: young people may be some of them";
}

TEST(Choice, ATableOfNothingButSharedColumnsIsOfActions)
{
    for (const std::string_view text :
         {"Action;Porteur;Montant accordé;Nb bénéficiaires\nA;P;100;10\nB;Q;200;20\n",
          "Action;Porteur;Nb bénéficiaires\nA;P;10\nB;Q;20\n", "Action;Bénéficiaires;F;H\nA;10;4;6\nB;11;5;6\n",
          "Porteur;Action;Coût total;Subvention accordée\nP;A;1000;500\nQ;B;2000;600\n",
          "Projet;Association;Montant demandé;Montant accordé;Public touché\nA;P;100;10;5\nB;Q;200;20;6\n"}) {
        const auto reading = read(text);
        EXPECT_EQ(chosen(reading), "action") << text;
        EXPECT_EQ(reading.tables.at(0).schema_reason.code, "BIL-275") << text;
    }
    EXPECT_EQ(chosen(read("Action;Porteur;Entrées;Sorties\nA;P;10;5\nB;Q;20;6\n")), "emploi");
    EXPECT_EQ(chosen(read("Action;Financeur;Montant accordé\nA;CAF;10\nB;Région;20\n")), "financement");
    EXPECT_EQ(chosen(read("Nom / organisme;Défis rencontrés;Besoins\nPETR du Val;a;b\nCC du Lac;c;d\n")), "demarche");
}

TEST(Choice, TheNameOfASheetMakesNoEmploymentOfAnAction)
{
    const intake::test::Rows rows{{"Intitulé de l'action", "Porteur", "Montant accordé", "Nb de bénéficiaires"},
                                  {"Jardin", "Régie C", "2400", "33"}};
    intake::test::BookMaker maker;
    maker.sheet("Cohésion sociale", rows);
    maker.sheet("Emploi", {rows[0], {"Couture", "Asso A", "1200", "12"}});
    intake::Options options;
    options.domain = &domain();
    const auto reading = intake::take_in(maker.book(), "fichier.xlsx", options);
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_EQ(reading.tables[0].schema, "action");
    EXPECT_EQ(reading.tables[1].schema, "action");
    EXPECT_EQ(intake::test::findings(reading, "BIL-278").size(), 1U) << "it may be the pillar, or another schema";
}

TEST(Choice, TheNameOfASheetThatIsAPillarATermOrAStepIsNoQuarter)
{
    const intake::test::Rows rows{{"Intitulé de l'action", "Porteur", "Montant accordé"},
                                  {"Jardin", "Régie C", "2400"}};
    intake::Options options;
    options.domain = &domain();
    options.schema = "action";
    const auto given = [&](const std::string& first, const std::string& second, const std::string& field) {
        intake::test::BookMaker maker;
        maker.sheet(first, rows);
        maker.sheet(second, {rows[0], {"Couture", "Asso A", "1200"}});
        const auto reading = intake::take_in(maker.book(), "fichier.xlsx", options);
        return intake::test::values_of(reading, field, 0).front() + " | " +
               intake::test::values_of(reading, field, 1).front();
    };
    EXPECT_EQ(given("Cohésion sociale", "Cadre de vie", "pilier"), "cohesion_sociale | cadre_de_vie");
    EXPECT_EQ(given("Cohésion sociale", "Cadre de vie", "territoire"), "(no column) | (no column)");
    EXPECT_EQ(given("Bellevue", "Les Tilleuls", "territoire"), "Bellevue | Les Tilleuls");
    const std::vector<std::pair<std::string, std::string>> others{
        {"Axe 1", "Axe 2"},      {"AAP", "CPO"},         {"Adultes-relais", "FONJEP"}, {"DDETS", "Métropole"},
        {"Femmes", "Hommes"},    {"Santé", "Education"}, {"1er comité", "2e comité"},  {"Comité mars", "Comité juin"},
        {"Prog. 23", "Prog. 24"}};
    for (const auto& [first, second] : others)
        EXPECT_EQ(given(first, second, "territoire"), "(no column) | (no column)") << first;
}

// The plan of each action is « P147 » in one schema and « fin_p147 » in the other, and no word tells them apart.
TEST(Choice, AFundingPlanOfActionsIsAskedAbout)
{
    const auto reading = read("N° dossier;Intitulé;État P147;Région;Département;Ville;CAF\n"
                              "10000001;Ateliers;1000;500;20;10;0\n10000002;Chantier;300;200;0;0;5\n");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(intake::test::sentence(reading, "BIL-278"),
              "Le tableau est lu avec le schéma financement, mais action conviendrait presque aussi bien. Précisez "
              "--schema financement ou --schema action.");
    const auto natures = read("Intitulé;Nature du crédit;P147;Région;CAF;Ville\nAteliers;droit commun;100;50;20;10\n"
                              "Chantier;spécifique;30;20;0;5\n");
    const auto programming =
        read("Pilier;Porteur;Intitulé;QPV;Coût total;Demandé P147;Attribué P147\n"
             "Emploi;Asso A;Ateliers;Nord;1000;500;500\nCadre de vie;Asso B;Jardin;Sud;900;400;\n");
    EXPECT_EQ(chosen(programming), "action") << "one funder makes no plan";
    EXPECT_THAT(intake::test::findings(natures, "BIL-278"), testing::IsEmpty()) << "no action has a kind of credit";
}

} // namespace
} // namespace bilan::schemas
