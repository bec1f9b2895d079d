// SPDX-License-Identifier: MPL-2.0
//
// Ways of writing that an examiner of the readings found. Persons and places are invented.
#include "schemas/schema_reading.hpp"

#include "intake/value/participant_reader.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* actions = "Intitulé de l'action;Porteur;Accordé;Nb de bénéficiaires\n";

TEST(Wordings, APersonRightBesideAnOrganisation)
{
    EXPECT_EQ(intake::without_persons("CC du Lac DURANDAL"), "CC du Lac");
    EXPECT_EQ(intake::without_persons("Anne Lefictif MDE de Cressac"), "MDE de Cressac");
    EXPECT_EQ(intake::without_persons("LEFICTIF Anne PLIE du Val"), "PLIE du Val");
    EXPECT_EQ(intake::without_persons("Metropole de Brigny Paul Durandal"), "Metropole de Brigny");
    EXPECT_EQ(intake::without_persons("Association Tremplin Anne Lefictif"), "Association Tremplin");
    EXPECT_EQ(intake::without_persons("Karim (PLIE du Lac)"), "PLIE du Lac");
    EXPECT_EQ(intake::without_persons("PLIE du Lac : Jeanne Valmont"), "PLIE du Lac");
    EXPECT_EQ(intake::without_persons("PLIE du Val Mme Lefictif"), "PLIE du Val");
    for (const char* whole : {"Maison Anne Frank", "Centre social Jean Valmont", "Mission locale VALMONT",
                              "CC du Val METROPOLE", "PETR Aure", "CA de Saint GENIS", "Ville de Saint Jean Valmont"})
        EXPECT_EQ(intake::without_persons(whole), whole);
}

TEST(Wordings, AStructureNamedAfterSomebodyIsNoPerson)
{
    const auto reading = read(std::string(actions) + "Jardin;MJC Louis Aragon;1000;20\n"
                                                     "Forum;CS Jean Macé;900;12\n"
                                                     "Repas;EHPAD Paul Cézanne;800;15\n"
                                                     "Club;ATDE Jules Verne;700;10\n"
                                                     "Foot;US Jean Lefictif;650;10\n"
                                                     "Ciné;DURANDAL Paul;600;11\n",
                              "action");
    EXPECT_EQ(values(reading)["porteur"], (List{"MJC Louis Aragon", "CS Jean Macé", "EHPAD Paul Cézanne",
                                                "ATDE Jules Verne", "US Jean Lefictif", "<nc>"}));
}

TEST(Wordings, ARowThatGoesOnFillsAnEmptyCellAbove)
{
    const std::string header = "Participants/ Territoire;Démarches;Mes défis;Mes besoins;Je peux être ressource sur\n";
    Values read_on = values(read(header + "PLIE du Lac;TZCLD en préparation;;;\n;et une plateforme;;diagnostic;\n"
                                          "CA de Valmont;ESS;a;b;c\n",
                                 "demarche"));
    EXPECT_EQ(read_on["participant"], (List{"PLIE du Lac", "CA de Valmont"}));
    EXPECT_EQ(read_on["demarches"], (List{"TZCLD en préparation et une plateforme", "ESS"}));
    EXPECT_EQ(read_on["besoins"], (List{"diagnostic", "b"}));
    const auto doubtful = read(header + "PLIE du Lac;TZCLD en préparation;;;\n;Plateforme;;Diagnostic;\n"
                                        "CA de Valmont;ESS;a;b;c\n",
                               "demarche");
    EXPECT_EQ(values(doubtful)["participant"], (List{"PLIE du Lac", "<vide>", "CA de Valmont"}));
    EXPECT_EQ(intake::test::findings(doubtful, "BIL-824").size(), 1U) << "another text, or another participant";
}

TEST(Wordings, HowManyRowsFollowIsNoPartOfAGroup)
{
    for (const char* title :
         {"Pilier Cohésion sociale (2 actions)", "Cohésion sociale (2 actions)", ";Cohésion sociale (2)",
          "Cohésion sociale - 2 projets", "Cohésion sociale : 2 actions"}) {
        const auto reading = read(std::string(actions) + title + "\nJardin;MJC;1000;20\nForum;CS;900;12\n", "action");
        EXPECT_EQ(values(reading)["pilier"], (List{"cohesion_sociale", "cohesion_sociale"})) << title;
        EXPECT_EQ(values(reading)["intitule"], (List{"Jardin", "Forum"})) << title;
    }
}

TEST(Wordings, ATitleMergedOverNumbersIsNoAmount)
{
    const auto reading = read(std::string(actions) + "Cohésion sociale (2 actions);;;\nJardin;MJC;1000;20\n"
                                                     "Forum;CS;900;12\n",
                              "action", {"A2:D2"});
    EXPECT_EQ(values(reading)["pilier"], (List{"cohesion_sociale", "cohesion_sociale"}));
    EXPECT_TRUE(intake::test::findings(reading, "BIL-519").empty());
}

TEST(Wordings, AnActionMayBeginWithTheWordOfAnAverage)
{
    const auto reading = read(std::string(actions) + "Jardin;MJC;1000;20\n"
                                                     "Moyenne section : langage;École du Lac;900;12\n"
                                                     "Forum;Moyenne Vallée Emploi;800;11\n"
                                                     "Moyenne par action;;900;14,3\n",
                              "action");
    EXPECT_EQ(values(reading)["intitule"], (List{"Jardin", "Moyenne section : langage", "Forum"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-822"), (List{"A5 Moyenne par action"}));
}

TEST(Wordings, RowsThatNumberTheColumns)
{
    for (const char* numbers :
         {"col. 1;col. 2;col. 3;col. 4", "Col 1;Col 2;Col 3;Col 4", "(col. 1);(col. 2);(col. 3);(col. 4)",
          "(a);(b);(c);(d)=(b)+(c)", "col. A;col. B;col. C;col. D", "Colonne A;Colonne B;Colonne C;Colonne D"}) {
        const auto reading = read(std::string(actions) + numbers + "\nJardin;MJC;1000;20\nForum;CS;900;12\n", "action");
        EXPECT_EQ(values(reading)["intitule"], (List{"Jardin", "Forum"})) << numbers;
        EXPECT_EQ(intake::test::findings(reading, "BIL-286").size(), 1U) << numbers;
    }
}

TEST(Wordings, AHeaderMergedDownwardsIsNoGroup)
{
    Values read_alone = values(read("Intitulé de l'action;Porteur;Bénéficiaires;;Région;;\n"
                                    ";;Femmes;Hommes;;Accordé;Demandé\n"
                                    "Jardin;MJC;1;2;500;1000;2000\nClub;CS;2;3;400;900;900\n",
                                    "action", {"A1:A2", "B1:B2", "E1:E2"}));
    EXPECT_EQ(read_alone["fin_region"], (List{"500", "400"}));
    EXPECT_EQ(read_alone["accorde_p147"], (List{"1000", "900"}));
    EXPECT_EQ(read_alone["demande_p147"], (List{"2000", "900"}));
    EXPECT_EQ(read_alone["benef_f"], (List{"1", "2"}));
    EXPECT_FALSE(read_alone.contains("fin_region_demande"));
}

TEST(Wordings, AGroupBesideMergedOnesIsCarried)
{
    Values read_groups =
        values(read(";;Subvention P147;;Région;;Etat hors 147;\n"
                    "Intitulé de l'action;Porteur;Demandé;Accordé;Demandé;Accordé;Demandé *;Accordé (€)\n"
                    "Jardin;MJC;2000;1000;500;400;300;200\nForum;CS;900;800;500;400;300;200\n",
                    "action", {"E1:F1"}));
    EXPECT_EQ(read_groups["accorde_p147"], (List{"1000", "800"}));
    EXPECT_EQ(read_groups["fin_region"], (List{"400", "400"}));
    EXPECT_EQ(read_groups["fin_etat_autre"], (List{"200", "200"}));
}

TEST(Wordings, AGroupOfOneColumnBesideMergedOnesIsNotCarried)
{
    Values read_groups = values(read(";Porteur;;Bénéficiaires;\nIntitulé de l'action;Nom;Statut;Femmes;Hommes\n"
                                     "Jardin;MJC;réalisée;1;2\nForum;CS;annulée;3;4\n",
                                     "action", {"D1:E1"}));
    EXPECT_FALSE(read_groups.contains("type_porteur")) << "« Porteur / Statut » is not said";
}

TEST(Wordings, ADayOfTheDocumentIsNoExercice)
{
    const std::string records = std::string("\n\n") + actions + "Jardin;MJC;1000;20\nForum;CS;900;12\n";
    for (const char* title : {"Mise à jour : 12/03/2024", "À retourner avant le 31/03/2024", "Reçu le 5.4.2024",
                              "Date limite de retour : 31 mars 2024"})
        EXPECT_FALSE(values(read(title + records, "action")).contains("exercice")) << title;
    for (const char* title : {"Situation au 31/12/2024", "Bilan 2024", "Actions du 01/01/2024 au 31/12/2024"})
        EXPECT_EQ(values(read(title + records, "action"))["exercice"], (List{"2024", "2024"})) << title;
}

TEST(Wordings, PartsBehindAPartThatHasNoField)
{
    Values parts =
        values(read("Intitulé de l'action;Porteur;Nb de bénéficiaires;dont F;dont QPV;Sorties;dont F;dont QPV\n"
                    "Jardin;MJC;20;12;5;10;6;3\nForum;CS;21;11;4;9;5;2\n",
                    "emploi"));
    EXPECT_EQ(parts["benef_qpv"], (List{"5", "4"}));
    EXPECT_EQ(parts["nb_sorties_qpv"], (List{"3", "2"}));
    EXPECT_EQ(parts["benef_f"], (List{"12", "11"}));
}

TEST(Wordings, ATermAfterItsOwnNumber)
{
    Values axes = values(read("Cité de l'emploi;Axe;Nb actions\nCité A;1 Recenser et fédérer;5\n"
                              "Cité B;2 Aller-vers et raccrocher;6\nCité C;3 Recenser et fédérer;7\n",
                              "cite"));
    EXPECT_EQ(axes["axe"], (List{"1", "2", "<err>"})) << "the number is another term's";
}

TEST(Wordings, ALetterInACodeOfAQuarterIsSaidAndKept)
{
    const auto reading = read("Intitulé de l'action;Porteur;QPV;Accordé\nJardin;MJC;QN0691OM;1000\n"
                              "Forum;CS;QN06911M;900\nClub;CS;QNO6912M;800\nRepas;CS;QP06901O;700\n",
                              "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"QN0691OM", "QN06911M", "QNO6912M", "QP06901O"}));
    EXPECT_EQ(intake::test::findings(reading, "C11"), (List{"C2 QN0691OM", "C4 QNO6912M", "C5 QP06901O"}));
}

TEST(Wordings, CrossesForAMissingText)
{
    Values places = values(read("Code QPV;Nom du QPV;Commune;Population\nQN06910M;Bellefontaine;xx;2000\n"
                                "QN06911M;Tilleuls;Valmont;3000\n",
                                "territoire"));
    EXPECT_EQ(places["lib_com"], (List{"<nc>", "Valmont"}));
}

TEST(Wordings, OfHeadersAndTerms)
{
    EXPECT_EQ(
        values(read("Intitulé de l'action;Porteur;Forme;Accordé\nJardin;MJC;association;1000\nForum;CS;commune;9\n",
                    "action"))["type_porteur"],
        (List{"association", "commune"}));
    Values trained =
        values(read("Intitulé de l'action;Porteur;Formé;Accordé\nJardin;MJC;Oui;1000\nForum;CS;Non;9\n", "action"));
    EXPECT_EQ(trained["formation_porteur"], (List{"1", "0"}));
    EXPECT_FALSE(trained.contains("type_porteur"));
    Values council = values(read(";;Composition;;;\nConseil citoyen;QPV;Total;F;H;Nb de réunions\n"
                                 "CC A;Lac;20;11;9;5\nCC B;Fort;18;10;8;4\n",
                                 "conseil", {"C1:E1"}));
    EXPECT_EQ(council["nb_membres"], (List{"20", "18"}));
    EXPECT_EQ(council["nb_f"], (List{"11", "10"}));
    EXPECT_EQ(values(read("Axe;Offre;Opérateur;Suite de parcours;\n;;;Emploi durable;Entrées en formation\n"
                          "1;Forum;MJC;2;1\n2;Ateliers;CS;3;2\n",
                          "offre", {"D1:E1"}))["nb_emploi_durable"],
              (List{"2", "3"}));
    Values companies = values(read("Entreprise;Engagement;Embauches;Embauches issues des QPV\n"
                                   "A SA;PACTE départemental;10;3\nB SA;Pacte national;12;4\n",
                                   "paqte"));
    EXPECT_EQ(companies["embauches_qpv"], (List{"3", "4"}));
    EXPECT_EQ(companies["engagement"], (List{"PaQte départemental", "PaQte national"}));
}

TEST(Wordings, WhatPartnersCallPeopleExitsAndSchemes)
{
    const auto reading =
        read("Action;Porteur;Salariés en insertion;Sorties dans l'année\nEspaces verts;ACI Nord;32;14\n", "emploi");
    EXPECT_EQ(values(reading)["benef_total"], (List{"32"}));
    EXPECT_EQ(values(reading)["nb_sorties"], (List{"14"}));
    const auto holidays = read("Organisateur;Intitulé;Coût;VVV\nMJC;Séjour voile;9800;3500\nAS;Tournoi;3200;1200\n");
    EXPECT_EQ(values(holidays)["accorde_p147"], (List{"3500", "1200"}));
    const auto sexes =
        read("Dossier;Evaluation;;\nIntitulé;Femmes;Hommes;Total\nAtelier;48;12;60\n", "action", {"B1:D1"});
    EXPECT_EQ(values(sexes)["benef_f"], (List{"48"}));
}

TEST(Wordings, TwoNamesOfOneFieldAreThatField)
{
    Values rows = values(read("Intitulé;Association / structure;Réalisé / prévu;Accordé\nAtelier;Asso A;3;500\n"
                              "Forum;Asso B;4;800\n",
                              "action"));
    EXPECT_EQ(rows["porteur"], (std::vector<std::string>{"Asso A", "Asso B"}));
    EXPECT_FALSE(rows.contains("realise")) << "two fields, and nobody says which";
    Values titles = values(
        read("Dispositif / action;Opérateur;Entrées\nPermis solidaire;ML;12\nForum des métiers;ML;30\n", "emploi"));
    EXPECT_EQ(titles["intitule"], (std::vector<std::string>{"Permis solidaire", "Forum des métiers"}));
    EXPECT_FALSE(titles.contains("dispositif"));
}

TEST(Wordings, WordsThatSayOfWhatOrWhenAreNoOtherMeaning)
{
    struct Case {
        const char* schema;
        const char* header;
        const char* row;
        const char* field;
    };
    const std::vector<Case> cases{
        {"conseil", "Conseil citoyen;Effectif du conseil", "Nord;25", "nb_membres"},
        {"conseil", "Conseil citoyen;Réunions plénières tenues", "Nord;4", "nb_reunions"},
        {"cite", "Cité;Actions menées dans l'année", "Nord;12", "nb_actions"},
        {"offre", "Offre;Total bénéficiaires de l'offre", "Forum;40", "benef_total"},
        {"action", "Nom de l'action financée;Bénéficiaires", "Forum;40", "intitule"},
        {"territoire", "Code QPV;Nombre d'habitants du quartier", "QP069010;1200", "population"}};
    for (const Case& one : cases) {
        const auto reading = read(std::string(one.header) + '\n' + one.row + '\n', one.schema);
        EXPECT_TRUE(values(reading).contains(one.field)) << one.header;
        EXPECT_EQ(intake::test::findings(reading, "BIL-040").size(), 1U) << one.header;
    }
    for (const char* const header :
         {"Budget du comité", "Membres du conseil municipal", "Effectif demandé au conseil"}) {
        const auto other = read(std::string("Conseil citoyen;Nb de réunions;") + header + "\nNord;4;25\n", "conseil");
        EXPECT_TRUE(intake::test::findings(other, "BIL-040").empty()) << header;
    }
}

/// « Participants recrutés » are some of the participants, and nobody knows how many there are of all.
TEST(Wordings, WordsThatChooseSomeOfWhatIsCountedAreAnotherMeaning)
{
    for (const char* const header : {"Participants recrutés", "Femmes recrutées", "Hommes évalués", "Femmes déclarées",
                                     "Bénéficiaires associés", "Coût total cofinancé"}) {
        const auto reading =
            read(std::string("Action;Porteur;") + header + "\nForum;Association fictive;12\n", "action");
        EXPECT_TRUE(intake::test::findings(reading, "BIL-040").empty()) << header;
        for (const char* const field : {"benef_total", "benef_f", "benef_h", "cout_total"})
            EXPECT_FALSE(values(reading).contains(field)) << header;
    }
}

TEST(Wordings, ACountOfSomethingIsNotItsName)
{
    Values offers = values(read("Offre de services proposée aux habitants;Total bénéficiaires de l'offre;dont femmes\n"
                                "Forum;40;12\nAtelier;55;20\n",
                                "offre"));
    EXPECT_FALSE(offers.contains("offre")) << "a question, and no numbers";
    EXPECT_EQ(offers["benef_total"], (List{"40", "55"}));
}

TEST(Wordings, FundersBelowAHeaderOfMoreWordsAreValues)
{
    for (const std::string_view header : {"Organisme financeur", "Nom du cofinanceur", "Financeur public ou privé"}) {
        const auto reading = read("Titre;" + std::string(header) +
                                      ";Montant versé (€);Budget de départ (€)\n"
                                      "Forum;CAF;1000;1200\nCode;Région;3000;2500\nJardin;Commune;500;800\n",
                                  "financement");
        EXPECT_TRUE(intake::test::findings(reading, "BIL-292").empty()) << header;
        EXPECT_EQ(values(reading)["montant_realise"], (List{"1000", "3000", "500"})) << header;
    }
}

TEST(Wordings, WhoLivesInAQuarterIsSaidInManyWords)
{
    for (const std::string_view living : {"résidant en QPV", "issus des QPV", "habitants des quartiers prioritaires"}) {
        Values firms =
            values(read("Entreprise;Alternants;Alternants " + std::string(living) + "\nBois;4;1\nClub;3;0\n", "paqte"));
        EXPECT_EQ(firms["alternants_qpv"], (List{"1", "0"})) << living;
    }
    EXPECT_EQ(values(read("Entreprise;Stages de troisième offerts\nBois;4\nClub;3\n", "paqte"))["stages3_offerts"],
              (List{"4", "3"}));
}

TEST(Wordings, AGroupThatIsATopicLeavesANumberOfThingsAlone)
{
    Values councils = values(read(";Vie du conseil;;Moyens\nConseil citoyen;Nombre de séances plénières;État;Budget\n"
                                  "Nord;4;actif;500\nSud;6;actif;800\n",
                                  "conseil"));
    EXPECT_EQ(councils["nb_reunions"], (List{"4", "6"}));
}

TEST(Wordings, ABudgetBesideFundersMayBeTheirPart)
{
    const std::string rows = "Forum;CAF;1000\nForum;Région;3000\n";
    const auto asked = read("Intitulé;Financeur;Budget prévisionnel (€)\n" + rows, "financement");
    EXPECT_FALSE(values(asked).contains("cout_total"));
    EXPECT_EQ(intake::test::findings(asked, "BIL-267"), (List{"C1"}));
    const auto paid = read("Intitulé;Financeur;Budget prévisionnel (€);Montant versé (€)\nForum;CAF;1000;900\n"
                           "Forum;Région;3000;3000\n",
                           "financement");
    EXPECT_FALSE(values(paid).contains("cout_total"));
    EXPECT_TRUE(
        values(read("Intitulé;Financeur;Budget total de l'action\n" + rows, "financement")).contains("cout_total"));
}

TEST(Wordings, AListIsToldByAWordAndByItsCells)
{
    const auto offers = read("Offre;Nb de bénéficiaires;Stade de mise en œuvre;Échelle géographique\n"
                             "Forum;40;en cours;commune\nCode;12;réalisé;quartier\nJardin;9;prévu;métropole\n",
                             "offre");
    EXPECT_EQ(values(offers)["etat"], (List{"en cours", "réalisé", "prévu"}));
    EXPECT_EQ(values(offers)["echelle"], (List{"commune", "quartier", "métropole"}));
    EXPECT_FALSE(intake::test::findings(offers, "BIL-041").empty());
    const auto other = read("Offre;Nb de bénéficiaires;Stade précédent\nForum;40;en cours\nCode;12;réalisé\n", "offre");
    EXPECT_FALSE(values(other).contains("etat")) << "of another year";
}

TEST(Wordings, WhatOfficesCallAName)
{
    EXPECT_EQ(values(read("Dénomination de l'offre;Nb de bénéficiaires\nForum;4\nCode;5\n", "offre"))["offre"],
              (List{"Forum", "Code"}));
    EXPECT_EQ(values(read("Libellé du projet porté;Nb de bénéficiaires\nForum;4\nCode;5\n", "action"))["intitule"],
              (List{"Forum", "Code"}));
}

TEST(Wordings, AgesAndLevelsWithTheNameOfTheirPeople)
{
    Values jobs = values(read("Action;Entrées;Adultes de 26 à 49 ans;CAP ou BEP (niveau 3);Baccalauréat (niveau 4)\n"
                              "Forum;40;12;5;6\nCode;30;10;4;3\n",
                              "emploi"));
    EXPECT_EQ(jobs["age_26_49"], (List{"12", "10"}));
    EXPECT_EQ(jobs["niv_3"], (List{"5", "4"}));
    EXPECT_EQ(jobs["niv_4"], (List{"6", "3"}));
}

TEST(Wordings, CellsThatCannotBeWhatTheHeaderMayMean)
{
    const auto years = read("Action;Année;Bénéficiaires\nForum;362;40\nCode;145;12\n", "action");
    EXPECT_FALSE(values(years).contains("exercice")) << "no years";
    const auto councils = read("Conseil citoyen;Nb de membres;Accompagné\nNord;20;oui, en cours\n"
                               "Sud;18;oui, terminé\nEst;15;non\n",
                               "conseil");
    EXPECT_FALSE(values(councils).contains("accompagnateur")) << "whether, and not by whom";
}

TEST(Wordings, AQuarterBesideItsCodeIsItsName)
{
    Values read_values = values(read("Code QP;Quartier;Population\nQP069010;Les Tilleuls;1200\n"
                                     "QP069011;Bellefontaine;2400\n",
                                     "territoire"));
    EXPECT_EQ(read_values["lib_qp"], (List{"Les Tilleuls", "Bellefontaine"}));
    EXPECT_EQ(read_values["code_qp"], (List{"QP069010", "QP069011"}));
}

TEST(Wordings, WhatBecameOfPeopleIsNoFrame)
{
    const auto jobs =
        read("Action;Entrées;Femmes recrutées;Montant financé\nForum;40;12;900\nCode;30;10;800\n", "emploi");
    EXPECT_FALSE(values(jobs).contains("benef_f"));
    EXPECT_TRUE(intake::test::findings(jobs, "BIL-040").empty());
}

TEST(Wordings, WhatWasUnderstoodIsSaid)
{
    const auto frame = read("Conseil citoyen;Effectif du conseil\nNord;25\n", "conseil");
    EXPECT_EQ(
        intake::test::sentence(frame, "BIL-040"),
        "« Effectif du conseil » est lu comme « Nombre de membres » : les autres mots de l'en-tête disent de quoi ou "
        "de quand il s'agit. Rien à faire si c'est bien le cas.");
    EXPECT_EQ(in_english(frame, "BIL-040"),
              "\"Effectif du conseil\" is read as \"Nombre de membres\": the other words of "
              "the header say of what or of when it is. Nothing to do if this is so.");
    const auto list =
        read("Offre;Nb de bénéficiaires;Stade de mise en œuvre\nForum;40;en cours\nCode;12;réalisé\n", "offre");
    EXPECT_EQ(
        intake::test::sentence(list, "BIL-041"),
        "« Stade de mise en œuvre » est lu comme « Mise en œuvre » : son en-tête en partage un mot, et toutes ses "
        "cellules sont des valeurs de cette liste. Vérifiez-le ; sinon, répondez dans mappings.toml.");
    const auto crossed = read("Action;QPV;;Hors QPV;;Total\n;F;H;F;H;\nCode;18;12;7;3;40\nNum;8;10;2;4;24\n", "action",
                              {"B1:C1", "D1:E1"});
    EXPECT_EQ(
        intake::test::sentence(crossed, "BIL-038"),
        "La colonne « QPV / F » est à la fois une part de Dont habitants QPV (benef_qpv), Femmes (benef_f) : elle est "
        "ajoutée aux autres parts de chacun. Vérifiez que ces colonnes comptent tout le public, sans personne "
        "d'oublié.");
    EXPECT_EQ(intake::test::sentence(crossed, "BIL-039"), "« Total » est, sur l'ensemble des lignes, la somme des "
                                                          "colonnes de « QPV / F » à « Hors QPV / H » : la colonne "
                                                          "est lue comme le total du public. Vérifiez-le.");
}

} // namespace
} // namespace bilan::schemas
