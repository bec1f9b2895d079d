// SPDX-License-Identifier: MPL-2.0
//
// What a statement says to a partner: nothing of commands or answers files, and questions asked directly.
#include "run/partner_words.hpp"

#include "base/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::run {
namespace {

std::string said(const std::string& code, std::vector<std::string> arguments = {"Effectif", "12", "x", "y"})
{
    intake::Finding finding;
    finding.header = "Effectif";
    finding.message = {code, std::move(arguments)};
    return partner_words(finding);
}

TEST(PartnerWords, AskDirectly)
{
    EXPECT_EQ(said("BIL-280", {"215", "214"}),
              "Le total écrit est 215, la somme des lignes 214. Dites-nous lequel est juste.");
    EXPECT_EQ(said("BIL-267", {"Effectif", "benef_total"}),
              "La colonne «\u00A0Effectif\u00A0» n'est pas reprise\u00A0: on ne sait pas ce qu'elle contient. "
              "Dites-le-nous, ou donnez-lui un intitulé plus précis.");
    EXPECT_EQ(said("BIL-842", {"Zorglub\u00A0; Blorg"}),
              "Des colonnes de nombres ne sont pas reprises\u00A0: Zorglub\u00A0; Blorg. Dites-nous ce qu'elles "
              "comptent, ou donnez-leur un intitulé plus précis.");
}

TEST(PartnerWords, AQuotedHeaderIsNeitherCutNorChanged)
{
    EXPECT_EQ(said("BIL-280", {"« Nb hab. qpv »", "214"}),
              "Le total écrit est « Nb hab. qpv », la somme des lignes 214. Dites-nous lequel est juste.");
    EXPECT_EQ(said("BIL-280", {"« a. -- b »", "1"}), "Dites-nous lequel est juste.") << "one sentence, left out whole";
}

TEST(PartnerWords, AControlFromDataIsAskedDirectlyToo)
{
    intake::Finding finding;
    finding.words.french = "Règle non respectée (12 ≠ 13). Demander au partenaire laquelle des valeurs est fausse.";
    EXPECT_EQ(partner_words(finding), "Règle non respectée (12 ≠ 13). Dites-nous laquelle des valeurs est fausse.");
    finding.words.french = "Règle non respectée (12 ≠ 13). Vérifier ces valeurs avec le partenaire.";
    EXPECT_EQ(partner_words(finding), "Règle non respectée (12 ≠ 13). Vérifier ces valeurs.");
    finding.words.french = "Règle non respectée. À corriger : demander le nombre exact au partenaire.";
    EXPECT_EQ(partner_words(finding), "Règle non respectée. À corriger : donnez-nous le nombre exact.");
    finding.words.french = "À répondre dans mappings.toml.";
    EXPECT_EQ(partner_words(finding),
              "Cette partie du fichier n'a pas été comprise comme prévu. Merci de la vérifier.");
}

/// A control of data may quote at length what a partner wrote.
TEST(PartnerWords, ALongSentenceIsNoTrouble)
{
    intake::Finding finding;
    finding.words.french = "Demandez " + std::string(4'000'000, 'x');
    EXPECT_EQ(partner_words(finding), finding.words.french);
}

/// Every message that reading a partner's file may give.
TEST(PartnerWords, NoMessageOfReadingSpeaksToTheOfficer)
{
    std::size_t looked_at = 0;
    for (const base::CatalogueLine& line : base::catalogue()) {
        const bool is_of_reading = (line.code >= "BIL-200" && line.code < "BIL-300") ||
                                   (line.code >= "BIL-500" && line.code < "BIL-600") ||
                                   (line.code >= "BIL-820" && line.code < "BIL-850");
        if (!is_of_reading) continue;
        ++looked_at;
        const std::string words = said(std::string(line.code));
        EXPECT_FALSE(words.empty()) << line.code;
        for (const char* mark : {"artenaire", "mappings.toml", "--", "bilan "})
            EXPECT_EQ(words.find(mark), std::string::npos) << line.code << ": " << words;
    }
    EXPECT_GT(looked_at, 80U);
}

} // namespace
} // namespace bilan::run
