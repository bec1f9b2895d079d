// SPDX-License-Identifier: MPL-2.0
//
// What comes with a form and was never filled in; tables that say other things of the same actions.
#include "schemas/schema_reading.hpp"

#include "base/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view header = "Action;Porteur;Montant accordé;Nb bénéficiaires\n";
constexpr std::string_view records = "Ateliers;Asso A;1000;31\nSport;Club B;1700;32\nJardin;Régie C;2400;33\n";

intake::FileReading rows(const std::string& before, const std::string& after = {})
{
    return read(std::string(header) + before + std::string(records) + after, "action");
}

TEST(Templates, TheRowBelowALineThatSaysExampleIsTheExample)
{
    const auto reading = rows("Exemple\nMon action;Mon association;9999;99\n");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-285", "3 BIL-531"));
    EXPECT_THAT(rows_kept(reading), ElementsAre(4U, 5U, 6U));
    EXPECT_EQ(sentence(reading, "BIL-531"),
              "La ligne suit «\u00A0Exemple\u00A0»\u00A0: elle est lue comme l'exemple du modèle et mise de côté. Si "
              "c'est une vraie ligne, supprimez le mot «\u00A0Exemple\u00A0» au-dessus.");
    EXPECT_EQ(in_english(reading, "BIL-531"),
              "The row follows \"Exemple\": it is read as the example of the form and set aside. If it is a real row, "
              "delete the word \"Exemple\" above it.");
    EXPECT_THAT(rows_not_kept(rows("EXEMPLE DE LIGNE REMPLIE\nSorties;Club Z;500;10\n")),
                ElementsAre("2 BIL-285", "3 BIL-531"));
    EXPECT_THAT(rows_not_kept(rows(";Ligne d'exemple\nSorties;Club Z;500;10\nÀ compléter :\n")),
                ElementsAre("2 BIL-285", "3 BIL-531", "4 BIL-284"));
    EXPECT_THAT(rows_not_kept(rows("", "Exemple\nSorties;Club Z;500;10\n")), ElementsAre("5 BIL-285", "6 BIL-531"));
}

TEST(Templates, SeveralExamplesEndAtAGap)
{
    EXPECT_THAT(rows_not_kept(rows("Exemples\nSorties;Club Z;500;10\nForum;Club Y;600;10\n;\n")),
                ElementsAre("2 BIL-285", "3 BIL-531", "4 BIL-531"));
    EXPECT_THAT(rows_not_kept(rows("Exemples\nSorties;Club Z;500;10\n")), ElementsAre("2 BIL-285", "3 BIL-531"))
        << "no gap: the first one is sure, no other";
    EXPECT_THAT(rows_not_kept(rows("ex : Sorties;Club Z;500;10\n")), ElementsAre("2 BIL-285"));
}

TEST(Templates, RowsThatWereNeverFilledIn)
{
    const auto reading = rows("", "[titre de l'action];[porteur];0;0\nLorem ipsum;xxx;1;1\n0;0;0;0\nx;x;x;x\n"
                                  "À compléter;…;…;…\n<titre>;<porteur>\nxxx;xxx;xxx\n"
                                  "Mon action;Mon association;0;\nIndiquer le titre;Préciser la structure;;\n");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("5 BIL-284", "6 BIL-284", "7 BIL-284", "8 BIL-284", "9 BIL-284",
                                                    "10 BIL-284", "11 BIL-284", "12 BIL-284", "13 BIL-284"));
}

TEST(Templates, WhatMayBeARealRowIsKeptInDoubt)
{
    const auto reading = rows("", "[titre];Asso D;100;10\nX;Club E;100;10\nNC;NC;NC;NC\nLorem ipsum;Asso F;100;10\n");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 5U, 6U, 7U, 8U));
    EXPECT_EQ(findings(reading, "BIL-532").size(), 4U);
    EXPECT_EQ(sentence(reading, "BIL-532"),
              "La ligne paraît venir du modèle, non remplie («\u00A0[titre]\u00A0»)\u00A0; elle est gardée et comptée. "
              "Si ce n'est pas une action, retirez-la du fichier.");
    EXPECT_EQ(in_english(reading, "BIL-532"), "The row seems to come from the form, not filled in (\"[titre]\"); it is "
                                              "kept and counted. If it is no action, take it out of the file.");
    const auto real = rows("", "Choisir son métier;Mission locale;500;12\nNuméro zéro;Asso 0;0;0\nTextes;Asso F;0;0\n");
    EXPECT_EQ(rows_kept(real).size(), 6U);
    EXPECT_THAT(findings(real, "BIL-532"), IsEmpty());
}

TEST(SharedRecords, ASecondTableOfTheSameActionsCountsThemTwice)
{
    const auto reading = read("Bénéficiaires\nAction;Femmes;Hommes\nAtelier;3;4\nSport;5;6\n;\nFinancement\n"
                              "Action;Porteur;Montant demandé;Montant accordé\nAtelier;A;1000;500\nSport;B;1500;900\n",
                              "action");
    ASSERT_EQ(reading.values.size(), 2U);
    ASSERT_EQ(findings(reading, "BIL-530").size(), 1U);
    EXPECT_TRUE(blocks(*std::ranges::find(reading.findings, "BIL-530", &intake::Finding::code)));
    EXPECT_EQ(sentence(reading, "BIL-530"),
              "2 lignes de ce tableau nomment ce que «\u00A0" + reading.values[0].origin.sheet +
                  "\u00A0» nomme déjà (lignes 3-4)\u00A0: chaque action y compte deux fois. Mettez les colonnes des "
                  "deux tableaux côte à côte, une ligne par action, ou n'en gardez qu'un.");
    EXPECT_EQ(
        base::render({"BIL-530", {"2", "F", "3-4"}}, base::Language::english),
        "2 rows of this table name what \"F\" names already (rows 3-4): each action counts twice. Put the columns "
        "of both tables side by side, one row an action, or keep but one of them.");
}

TEST(SharedRecords, WhatTellsThemApartIsNoRepetition)
{
    const auto by_year = read("Bilan 2023\nAction;Porteur;Femmes\nAtelier;A;3\nSport;B;5\n;\nBilan 2024\n"
                              "Action;Porteur;Femmes\nAtelier;A;3\nSport;B;5\n",
                              "action");
    EXPECT_THAT(findings(by_year, "BIL-530"), IsEmpty());
    const auto by_holder = read("Action;Porteur;Femmes\nAtelier;A;3\nSport;B;5\n;\n"
                                "Action;Porteur;Montant accordé\nAtelier;C;300\nSport;D;500\n",
                                "action");
    EXPECT_THAT(findings(by_holder, "BIL-530"), IsEmpty());
    const auto by_figure = read("Action;Porteur;Femmes\nAtelier;A;3\nSport;B;5\n;\n"
                                "Action;Porteur;Femmes;Montant accordé\nAtelier;A;4;300\nSport;B;6;500\n",
                                "action");
    EXPECT_THAT(findings(by_figure, "BIL-530"), IsEmpty());
    const auto money = read("Action;Financeur;Montant accordé\nAtelier;CAF;3\nSport;Région;5\n;\n"
                            "Action;Financeur;Montant réalisé\nAtelier;CAF;4\nSport;Région;6\n",
                            "financement");
    EXPECT_THAT(findings(money, "BIL-530"), IsEmpty()) << "a row of funding is that of an action and a funder";
}

} // namespace
} // namespace bilan::schemas
