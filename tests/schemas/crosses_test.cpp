// SPDX-License-Identifier: MPL-2.0
//
// Columns of crosses: which field they are of, and what is said of those that nobody knows.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using List = std::vector<std::string>;

bool blocks_with(const intake::FileReading& reading, std::string_view code)
{
    const auto found = std::ranges::find(reading.findings, code, &intake::Finding::code);
    return found != reading.findings.end() && blocks(*found);
}

TEST(Crosses, AMatrixOfOffersAndQuarters)
{
    const auto reading =
        read("Offre de services;Les Tilleuls;Bellegarde;Cité Neuve\nCV;X;;X\nForum;X;X;\nPermanence;;;X\n");
    ASSERT_EQ(chosen(reading), "offre");
    EXPECT_EQ(values(reading)["offre"], (List{"CV", "Forum", "Permanence"}));
    EXPECT_EQ(values(reading)["territoires"].size(), 3U);
    EXPECT_EQ(sentence(reading, "BIL-535"),
              "Les colonnes de croix Les Tilleuls, Bellegarde, Cité Neuve sont lues comme «\u00A0QPV concernés "
              "(territoires)\u00A0», d'après la forme de leurs noms. Vérifiez\u00A0; si ce ne sont pas des quartiers, "
              "dites ce que c'est dans mappings.toml.");
    EXPECT_EQ(
        base::render({"BIL-535", {"territoire", "Bellevue, Nord"}}, base::Language::english),
        "The columns of crosses Bellevue, Nord are read as \"territoire\", by the form of their names. Check it; if "
        "they are no quarters, say what they are in mappings.toml.");
}

TEST(Crosses, AMatrixThatIsNotReadBlocks)
{
    const std::string publics = "Offre de services;Jeunes;Adultes;Seniors\nCV;X;;X\nForum;X;X;\n";
    EXPECT_TRUE(blocks_with(read(publics, "offre"), "BIL-843"));
    EXPECT_TRUE(blocks_with(read(publics), "BIL-277"));
    const auto bare = read("Ateliers du mardi;X;;X\nForum;X;X;\nPermanence;;X;\n", "offre");
    EXPECT_TRUE(blocks_with(bare, "BIL-534"));
    EXPECT_EQ(
        sentence(bare, "BIL-534"),
        "Des croix sont posées dans 3 lignes, mais aucun en-tête n'est reconnu au-dessus\u00A0: rien n'est repris. "
        "Donnez à la première colonne un en-tête connu («\u00A0Action\u00A0», «\u00A0Offre de services\u00A0») et "
        "aux autres le nom de leur quartier, ou demandez une ligne par croix.");
    EXPECT_EQ(
        base::render({"BIL-534", {"3"}}, base::Language::english),
        "Crosses stand in 3 rows, but no header is recognised above them: nothing is taken. Give the first column a "
        "known header (\"Action\", \"Offre de services\") and the others the names of their quarters, or ask for a "
        "row for each cross.");
}

TEST(Crosses, QuartersAndNone)
{
    for (const std::string_view first : {"X;", "X;X"}) { // one of the quarters may be ticked nowhere
        const auto reading = read("Action;QPV Les Tilleuls;QPV Bellegarde;Hors QPV;Montant accordé\nAtelier;" +
                                      std::string(first) + ";X;1000\nSport;X;;;2000\nJardin;;;X;3000\n",
                                  "action");
        EXPECT_EQ(values(reading)["territoire"].at(1), "QPV Les Tilleuls");
        EXPECT_EQ(values(reading)["territoire"].at(2), "<vide>");
        EXPECT_EQ(values(reading).count("benef_qpv"), 0U) << "no unknowns are made of crosses";
        EXPECT_EQ(values(reading).count("benef_hors_qpv"), 0U);
        EXPECT_EQ(reading.values.at(0).source_rows.size(), 3U);
        ASSERT_EQ(findings(reading, "BIL-536").size(), 1U);
        EXPECT_EQ(
            sentence(reading, "BIL-536"),
            "La colonne «\u00A0Hors QPV\u00A0» n'a que des croix, à côté d'autres colonnes de croix\u00A0: elle ne "
            "compte personne et n'est pas reprise comme «\u00A0Hors QPV\u00A0». Demandez le nombre si vous en avez "
            "besoin.");
        EXPECT_EQ(
            in_english(reading, "BIL-536"),
            "The column \"Hors QPV\" holds nothing but crosses, beside other columns of crosses: it counts nobody "
            "and is not taken as \"Hors QPV\". Ask for the number if you need it.");
    }
}

TEST(Crosses, TermsOfOneChoice)
{
    Values scores = values(read("Action;Porteur;G0;G1;G2\nA;P;X;;\nB;Q;;X;\nC;Q;;;\n", "action"));
    EXPECT_EQ(scores["cotation_instructeur"], (List{"G0", "G1", "<vide>"}));
    Values ones = values(read("Action;Porteur;G0;G1;G2\nA;P;1;0;0\nB;Q;0;1;0\n", "action"));
    EXPECT_EQ(ones["cotation_instructeur"], (List{"G0", "G1"}));
    Values grouped = values(read("Action;Cotation;;;Bénéficiaires\n;G0;G1;G2;\nA;X;;;10\nB;;X;;11\n", "action"));
    EXPECT_EQ(grouped["cotation_instructeur"], (List{"G0", "G1"}));
    Values decided = values(read("Action;Porteur;Retenue;Refusée;Ajournée\nA;P;X;;\nB;Q;;X;\n", "action"));
    EXPECT_EQ(decided["statut"], (List{"retenue", "refusée"}));
    Values pillars = values(read("Action;Cohésion sociale;Cadre de vie;Emploi\nA;X;;\nB;;;x\n", "action"));
    EXPECT_EQ(pillars["pilier"], (List{"cohesion_sociale", "emploi"}));
    EXPECT_EQ(values(read("Action;Cohésion sociale;Cadre de vie;Emploi\nA;X;X;\nB;;X;x\n", "action")).count("pilier"),
              0U)
        << "more crosses than actions are no choice of one";
}

TEST(Crosses, LevelsOfAnAnswerBelowTheirQuestionAndWhyThereIsNone)
{
    const auto reading =
        read("Cité de l'emploi;Satisfaction mission locale;;;;Satisfaction France Travail;;;\n"
             ";Très satisfaisante;Plutôt satisfaisante;Pas très satisfaisante;Non concerné par la cité;Très "
             "satisfaisante;Plutôt satisfaisante;Pas très satisfaisante;Ne sait pas\n"
             "A;X;;;;;X;;\nB;;X;;;;;;X\nC;;;;X;X;;;\nD;;;;;;;X;\n",
             "cite");
    Values read = values(reading);
    EXPECT_EQ(read["sat_mission_locale"], (List{"Très satisfaisante", "Plutôt satisfaisante", "<so>", "<vide>"}));
    EXPECT_EQ(read["sat_france_travail"],
              (List{"Plutôt satisfaisante", "<nsp>", "Très satisfaisante", "Pas très satisfaisante"}));
    EXPECT_EQ(read.count("sat_non_concerne_cite"), 0U) << "no question of its own";
}

TEST(Crosses, SeveralCrossesAreNoChoice)
{
    const auto reading = read("Action;Porteur;G0;G1;G2\nA;P;X;;\nB;Q;;X;X\n", "action");
    EXPECT_EQ(values(reading)["cotation_instructeur"], (List{"G0", "<err>"}));
    ASSERT_EQ(findings(reading, "BIL-537").size(), 1U);
    EXPECT_EQ(
        sentence(reading, "BIL-537"),
        "Plusieurs croix pour un seul choix, «\u00A0Cotation de l'instructeur (cotation_instructeur)\u00A0»\u00A0: "
        "G1, G2\u00A0; aucune valeur n'a été retenue. Demandez la bonne au partenaire.");
    EXPECT_EQ(
        base::render({"BIL-537", {"statut", "retenue, refusée"}}, base::Language::english),
        "Several crosses for one choice, \"statut\": retenue, refusée; no value was kept. Ask the partner for the "
        "right one.");
}

TEST(Crosses, ThoseThatNobodyKnowsAreSaid)
{
    const auto reading = read("Action;Porteur;Oui;Non;Bénéficiaires\nA;P;X;;10\nB;Q;;X;11\n", "action");
    EXPECT_EQ(sentence(reading, "BIL-538"),
              "Colonnes de croix qui ne sont pas reconnues, et dont rien n'est repris\u00A0: Oui\u00A0; Non. Si l'une "
              "d'elles répond à un champ, écrivez-le dans mappings.toml, ou demandez une colonne qui le dit en toutes "
              "lettres.");
    EXPECT_EQ(
        in_english(reading, "BIL-538"),
        "Columns of crosses that are not recognised, and of which nothing is taken: Oui\u00A0; Non. If one of them "
        "answers a field, write it in mappings.toml, or ask for a column that says it in full.");
    Values unknown = values(read("Action;Porteur;Bénéficiaires\nA;P;x\nB;Q;12\n", "action"));
    EXPECT_EQ(unknown["benef_total"], (List{"<nc>", "12"})) << "a cross among figures is a figure not given";
}

} // namespace
} // namespace bilan::schemas
