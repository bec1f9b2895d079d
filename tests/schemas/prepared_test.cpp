// SPDX-License-Identifier: MPL-2.0
//
// What a form holds before anybody writes in it, and remarks that look like rows.
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

TEST(Prepared, ATermOfAListIsNeverAppended)
{
    const auto asked = read("Porteur;Action;Statut;Montant accordé\nA;Un;Retenue;4000\nB;Deux;Retenue;3000\n"
                            ";;Choisir\n;;Choisir\n",
                            "action");
    EXPECT_THAT(values(asked)["statut"], ElementsAre("retenue", "retenue"));
    EXPECT_THAT(rows_not_kept(asked), ElementsAre("4 BIL-284", "5 BIL-284"));
    const auto defaults = read("Porteur;Action;Statut;Cotation BIE;Montant accordé\nA;Un;Retenue;G1;4000\n"
                               "B;Deux;Retenue;G2;3000\n;;Déposée;G0\n;;Déposée;G0\n",
                               "action");
    EXPECT_THAT(values(defaults)["statut"], ElementsAre("retenue", "retenue"));
    EXPECT_THAT(values(defaults)["cotation_instructeur"], ElementsAre("G1", "G2"));
    EXPECT_THAT(findings(defaults, "C15"), IsEmpty());
}

TEST(Prepared, YearsCommunesAndZerosBelowTheLastAction)
{
    const auto years =
        read("Exercice;Commune;Porteur;Action;Montant accordé\n2023;Bron;A;Un;4000\n2023;Bron;B;Deux;3000\n"
             "2023;Bron\n2023;Bron\n",
             "action");
    EXPECT_THAT(rows_kept(years), ElementsAre(2U, 3U));
    EXPECT_THAT(findings(years, "BIL-129"), IsEmpty());
    const auto zeros =
        read("Porteur;Action;Montant accordé;Nb bénéficiaires\nA;Un;4000;20\nB;Deux;3000;30\n;;0;0\n;;0;0\n", "action");
    EXPECT_THAT(rows_kept(zeros), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(zeros), ElementsAre("4 BIL-284", "5 BIL-284"));
}

/// The list of a column that bilan has no field for was filled in down to the end: 40 actions nobody wrote.
TEST(Prepared, AnswersInAColumnOfWhichNoFieldIsKnown)
{
    std::string beside = "Porteur;Action;Nouveau projet ?;Pilier;Montant accordé\nA;Un;Non;Emploi;4000\n"
                         "B;Deux;Non;Emploi;3000\n";
    std::string alone = "Porteur;Action;Nouveau projet ?;Montant accordé\nA;Un;Non;4000\nB;Deux;Oui;3000\n";
    for (int row = 0; row < 40; ++row) {
        beside += ";;Non;Emploi;\n";
        alone += ";;Non;\n";
    }
    for (const std::string& form : {beside, alone}) {
        const auto read_rows = read(form, "action");
        EXPECT_THAT(rows_kept(read_rows), ElementsAre(2U, 3U));
        EXPECT_EQ(rows_not_kept(read_rows).back(), "43 BIL-284");
        EXPECT_THAT(findings(read_rows, "BIL-276"), IsEmpty());
    }
    const auto words = read("Porteur;Action;Dispositif local;Pilier;Montant accordé\nA;Un;Été;Emploi;4000\n"
                            "B;Deux;Hiver;Emploi;3000\n;;Noël;Emploi;\n",
                            "action");
    EXPECT_THAT(rows_kept(words), ElementsAre(2U, 3U, 4U)) << "a word of its own was written by somebody";
    const auto numbers = read("Porteur;Action;Indice local;Pilier;Montant accordé\nA;Un;7;Emploi;4000\n"
                              "B;Deux;8;Emploi;3000\n;;8;Emploi;\n",
                              "action");
    EXPECT_THAT(rows_kept(numbers), ElementsAre(2U, 3U, 4U)) << "a number may be one that somebody typed";
}

TEST(Prepared, RowsWithFiguresOrActionsBelowThemStay)
{
    const auto figures = read("Exercice;Porteur;Action;Montant accordé\n2023;A;Un;4000\n2023;;;3000\n", "action");
    EXPECT_THAT(rows_kept(figures), ElementsAre(2U, 3U));
    const auto between = read("Porteur;Action;Statut;Cotation BIE;Montant "
                              "accordé\nA;Un;Retenue;G1;4000\n;;Refusée;G0\nB;Deux;Retenue;G1;3000\n",
                              "action");
    EXPECT_THAT(rows_kept(between), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(values(between)["statut"], ElementsAre("retenue", "refusée", "retenue"));
}

TEST(Prepared, LettersAndExplanationsBelowTheHeader)
{
    const auto letters =
        read("Porteur;Action;Coût total;Montant accordé\n;;(a);(b)\nA;Un;9000;4000\nB;Deux;8000;3000\n", "action");
    EXPECT_THAT(rows_not_kept(letters), ElementsAre("2 BIL-286"));
    const auto explained = read("Porteur;Action;Montant accordé;Nb bénéficiaires\n"
                                "nom de la structure;intitulé exact;montant notifié en €;nombre total\n"
                                "A;Un;4000;20\nB;Deux;3000;30\n",
                                "action");
    EXPECT_THAT(rows_not_kept(explained), ElementsAre("2 BIL-286"));
}

TEST(Prepared, ATotalMayHoldItsSumInItsLabel)
{
    const auto reading = read("Porteur;Action;Montant accordé\nA;Un;4000\nB;Deux;3000\nTotal : 7 000 €\n", "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(findings(reading, "C14"), ElementsAre("A4 Total : 7 000 €"));
}

TEST(Prepared, RemarksWithAMarkOrANumber)
{
    const auto reading = read("Porteur;Action;Montant accordé\nA;Un;4000\nB;Deux;3000\n(*) avenant en cours\n"
                              "NB : 500 € restent à attribuer;;500\n",
                              "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-282", "5 BIL-282"));
}

TEST(Prepared, ACouncilMayBeCalledEnsemble)
{
    const auto reading = read("Conseil citoyen;Code QPV;Nb membres\nCC Bel Air;QN06907I;20\nEnsemble;QN06908I;22\n"
                              "Total;;42\n",
                              "conseil");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty());
    const auto subtotal = read("Action;Porteur;Code QPV;Montant accordé\nUn;A;QN06907I;20\nDeux;B;QN06907I;22\n"
                               "Ensemble;;QN06907I;42\n",
                               "action");
    EXPECT_THAT(rows_kept(subtotal), ElementsAre(2U, 3U));
}

TEST(Prepared, FiguresAboveTheTableAreSaid)
{
    const auto reading = read(
        "Enveloppe 2023;50000\nReste;41000\n;\nPorteur;Action;Montant accordé\nA;Un;4000\nB;Deux;5000\n", "action");
    EXPECT_EQ(
        sentence(reading, "BIL-098"),
        "Les chiffres au-dessus du tableau (Enveloppe 2023, Reste) n'entrent dans aucune ligne\u00A0: ils sont mis "
        "de côté. Rien à faire s'ils résument le tableau.");
    EXPECT_EQ(in_english(reading, "BIL-098"),
              "The figures above the table (Enveloppe 2023, Reste) belong to no row: they are set aside. Nothing to do "
              "if they sum the table up.");
}

} // namespace
} // namespace bilan::schemas
