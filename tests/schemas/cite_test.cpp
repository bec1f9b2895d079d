// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Exercice;Cité de l'emploi;Année de labellisation;Périmètre;QPV concernés;Structure porteuse du poste;Copilotage;"
    "ETP de coordination;Coordonnateur resté en poste;Public cible identifié;Feuille de route actualisée;Cohorte (O/N);"
    "Taille de la cohorte;Nb de partenaires;Nb d'actions;Bénéficiaires;Enveloppe;Dépenses coordination;Dépenses "
    "actions;"
    "Financement du P 147 / CV;Autres financements;Cheminement de la coopération\n"
    "2022;Cité de "
    "Valmont;2020;EPCI;QP069010;EPCI;État-collectivité;0,8;oui;oui;non;oui;30;14;25;310;100000;40000;55000;"
    "20000;5000;approfondissement\n"
    "2022;Cité du Port;2021;commune;QP044012;mission locale;État seul;1;non;non;oui;non;;9;12;95;100000;38000;20000;0;;"
    "diagnostic\n";

TEST(Cite, CleanTable)
{
    for (const char* schema : {"cite", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "cite");
        Values read = values(reading);
        EXPECT_EQ(read["cite"], (List{"Cité de Valmont", "Cité du Port"}));
        EXPECT_EQ(read["annee_label"], (List{"2020", "2021"}));
        EXPECT_EQ(read["exercice"], (List{"2022", "2022"}));
        EXPECT_EQ(read["perimetre_geo"], (List{"EPCI", "commune"}));
        EXPECT_EQ(read["qpv"], (List{"QP069010", "QP044012"}));
        EXPECT_EQ(read["porteur_coord"], (List{"EPCI", "mission locale"}));
        EXPECT_EQ(read["copilotage"], (List{"État-collectivité", "État seul"}));
        EXPECT_EQ(read["etp_coord"], (List{"0.8", "1"}));
        EXPECT_EQ(read["coord_reste"], (List{"1", "0"}));
        EXPECT_EQ(read["public_cible"], (List{"1", "0"}));
        EXPECT_EQ(read["feuille_route_actualisee"], (List{"0", "1"}));
        EXPECT_EQ(read["cohorte"], (List{"1", "0"}));
        EXPECT_EQ(read["cohorte_effectif"], (List{"30", "<vide>"}));
        EXPECT_EQ(read["nb_partenaires"], (List{"14", "9"}));
        EXPECT_EQ(read["nb_actions"], (List{"25", "12"}));
        EXPECT_EQ(read["nb_benef"], (List{"310", "95"}));
        EXPECT_EQ(read["enveloppe"], (List{"100000", "100000"}));
        EXPECT_EQ(read["depense_coordination"], (List{"40000", "38000"}));
        EXPECT_EQ(read["depense_actions"], (List{"55000", "20000"}));
        EXPECT_EQ(read["cofin_p147"], (List{"20000", "0"}));
        EXPECT_EQ(read["cofin_autres"], (List{"5000", "<vide>"}));
        EXPECT_EQ(read["maturite"], (List{"approfondissement", "diagnostic"}));
    }
}

// The questionnaire: actors under their question, « non concerné » and « ne sait pas » are states, spending in k€.
constexpr const char* messy =
    "Cités de l'emploi - enquête\n"
    ";;Satisfaction;;;Dépenses (k€);\n"
    "Nom de la cité;Publics cibles;Mission locale;Département;Entreprises;Coordination;Ingénierie\n"
    "Cité A;jeunes ¦ seniors;Très satisfaisante;Non concerné par la cité;Plutôt satisfaisante;40;2,5\n"
    "Cité B;femmes;Pas très satisfaisante;Ne sait pas;géniale;35;NC\n";

TEST(Cite, MessyQuestionnaire)
{
    for (const char* schema : {"cite", ""}) {
        const auto reading = read(messy, schema);
        ASSERT_EQ(chosen(reading), "cite");
        Values read = values(reading);
        EXPECT_EQ(read["publics_cibles"], (List{"jeunes|seniors", "femmes"}));
        EXPECT_EQ(read["sat_mission_locale"], (List{"Très satisfaisante", "Pas très satisfaisante"}));
        EXPECT_EQ(read["sat_departement"], (List{"<so>", "<nsp>"}));
        EXPECT_EQ(read["sat_entreprise"], (List{"Plutôt satisfaisante", "<err>"}));
        EXPECT_EQ(read["depense_coordination"], (List{"40000", "35000"}));
        EXPECT_EQ(read["depense_ingenierie"], (List{"2500", "<nc>"}));
        EXPECT_EQ(intake::test::findings(reading, "C15"), (List{"E5 géniale"}));
    }
}

TEST(Cite, ASpellingOfGroupAndLabelStandsOverTheLabelAlone)
{
    const auto reading = read(";;;Dépenses;;\n"
                              "Nom de la cité;QPV;Nb d'actions;Coordination;Actions;Cheminement\n"
                              "Cité fictive;QN05927I;115;56000;6900;diagnostic\n"
                              "Cité inventée;QN05923N;118;20000;31300;premières actions\n",
                              "cite");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["depense_actions"], (List{"6900", "31300"}));
    EXPECT_EQ(read_values["nb_actions"], (List{"115", "118"}));
    EXPECT_EQ(read_values["maturite"], (List{"diagnostic", "premières actions"}));
}

// One known header and nothing else but a family: no other table has such labels.
TEST(Cite, NothingButAnswersOfOneFamily)
{
    const auto reading = read("Cité;Satisfaction : mission locale;Satisfaction : région\n"
                              "Cité fictive;Très satisfaisante;Plutôt satisfaisante\n"
                              "Cité inventée;NC;Pas très satisfaisante\n");
    ASSERT_EQ(chosen(reading), "cite");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["cite"], (List{"Cité fictive", "Cité inventée"}));
    EXPECT_EQ(read_values["sat_mission_locale"], (List{"Très satisfaisante", "<nc>"}));
    EXPECT_EQ(read_values["sat_region"], (List{"Plutôt satisfaisante", "Pas très satisfaisante"}));
}

TEST(Cite, AQuestionIsItsHeaderWhereTheCellsAreAnswersOfAScale)
{
    const auto reading = read(
        "Cité de l'emploi;Exercice;Le pilotage local a légitimé la coordination;Implication de l'État/collectivité;"
        "Comment la commune s'en saisit;Poste partagé\n"
        "Cité A;2022;Tout à fait d'accord à d'accord;Forte;Elle commence à s'en saisir;oui\n"
        "Cité B;2022;Ne sait pas;Faible;NC;non\nCité C;2022;Pas du tout d'accord;;;oui\n");
    ASSERT_EQ(chosen(reading), "cite");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["sat_pilotage_local_legitime_coordination"],
              (List{"Tout à fait d'accord à d'accord", "<nsp>", "Pas du tout d'accord"}));
    EXPECT_EQ(read_values["sat_implication_etat_collectivite"], (List{"Forte", "Faible", "<vide>"}));
    EXPECT_EQ(read_values["sat_comment_commune_saisit"], (List{"Elle commence à s'en saisir", "<nc>", "<vide>"}));
    EXPECT_EQ(read_values.count("sat_poste_partage"), 0U) << "yes and no answer any question";
    const base::Message& reason = reading.tables[0].columns[2].reason;
    EXPECT_EQ(
        base::render(reason, base::Language::french),
        "Les cellules de «\u00A0Le pilotage local a légitimé la coordination\u00A0» sont des réponses d'une échelle du "
        "questionnaire\u00A0: l'en-tête est la question. Rien à faire.");
    EXPECT_EQ(base::render(reason, base::Language::english),
              "The cells of \"Le pilotage local a légitimé la coordination\" are answers on a scale of the "
              "questionnaire: the "
              "header is the question. Nothing to do.");
}

} // namespace
} // namespace bilan::schemas
