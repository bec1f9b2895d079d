// SPDX-License-Identifier: MPL-2.0
#include "base/error.hpp"
#include "base/message.hpp"

#include <gtest/gtest.h>

namespace bilan::base {
namespace {

TEST(Message, FillsItsBlanksInBothLanguages)
{
    const Message message{"BIL-383", {"retour_plie.xlsx"}};
    EXPECT_EQ(render(message, Language::french),
              "«\u00A0retour_plie.xlsx\u00A0» est vide (0 octet). Demandez au partenaire de renvoyer le fichier.");
    EXPECT_EQ(render(message, Language::english),
              "\"retour_plie.xlsx\" is empty (0 bytes). Ask the partner to send the file again.");
}

TEST(Message, BlanksInAnArgumentStayAsTheyAre)
{
    EXPECT_EQ(render({"BIL-383", {"{0}{1} 100%s"}}, Language::english),
              "\"{0}{1} 100%s\" is empty (0 bytes). Ask the partner to send the file again.");
}

TEST(Message, AnArgumentCannotBreakTheLine)
{
    EXPECT_EQ(render({"BIL-383", {"a\nb\u202E"}}, Language::english),
              "\"a\\nb\\u202e\" is empty (0 bytes). Ask the partner to send the file again.");
}

TEST(Message, AMissingArgumentLeavesItsBlankEmpty)
{
    EXPECT_EQ(render({"BIL-383", {}}, Language::english),
              "\"\" is empty (0 bytes). Ask the partner to send the file again.");
}

TEST(Message, AnArgumentMaySpeakBothLanguages)
{
    const Message message{"BIL-383", {in_each_language({"Femmes (benef_f)", "Women (benef_f)"})}};
    EXPECT_EQ(render(message, Language::french),
              "«\u00A0Femmes (benef_f)\u00A0» est vide (0 octet). Demandez au partenaire de renvoyer le fichier.");
    EXPECT_EQ(render(message, Language::english),
              "\"Women (benef_f)\" is empty (0 bytes). Ask the partner to send the file again.");
    EXPECT_EQ(render({"BIL-383",
                      {"a\x1f"
                       "b"}},
                     Language::english),
              "\"a\\u001fb\" is empty (0 bytes). Ask the partner to send the file again.")
        << "a partner's text is no words";
}

TEST(Error, StandsWhereItWasTypedOnTheTerminalOnly)
{
    Error error(ExitCode::script, "reports/x.lua:2", {"BIL-673", {}}, "  2 | f()");
    EXPECT_EQ(error.sentence_here(Language::english), error.sentence(Language::english));
    error.stand_at("../x.lua:2");
    EXPECT_EQ(error.sentence_here(Language::english),
              "../x.lua:2: Too many nested calls. Look for a function that calls "
              "itself without end.\n  2 | f()");
    EXPECT_TRUE(error.sentence(Language::english).starts_with("reports/x.lua:2: "));
}

TEST(Message, WithoutCodeGivesTheSentencesOfThePlugin)
{
    const Message message{"", {"Phrase.", "Sentence."}};
    EXPECT_EQ(render(message, Language::french), "Phrase.");
    EXPECT_EQ(render(message, Language::english), "Sentence.");
    EXPECT_EQ(render({"", {"Phrase."}}, Language::english), "Phrase.");
    EXPECT_EQ(render({"", {}}, Language::english), "");
}

TEST(Message, OfUnknownCodeLosesNothing)
{
    EXPECT_EQ(render({"BIL-999", {"C12", "douze"}}, Language::french), "BIL-999 C12 douze");
    EXPECT_EQ(render({"AAA", {}}, Language::french), "AAA");
}

TEST(Error, BeginsWithItsPlace)
{
    const Error error(ExitCode::unreadable, "entrées/retour.xlsx", {"BIL-390", {}});
    EXPECT_EQ(error.exit_code(), ExitCode::unreadable);
    EXPECT_EQ(error.place(), "entrées/retour.xlsx");
    EXPECT_EQ(error.message().code, "BIL-390");
    EXPECT_EQ(error.sentence(Language::french),
              "entrées/retour.xlsx\u00A0: Ce fichier n'existe pas. Vérifiez le chemin "
              "et l'orthographe du nom.");
    EXPECT_STREQ(error.what(), "entrées/retour.xlsx: This file does not exist. Check the path and the spelling of the "
                               "name.");
}

TEST(Error, WithoutPlaceIsItsMessage)
{
    const Error error(ExitCode::plugin, "", {"", {"Phrase.", "Sentence."}});
    EXPECT_EQ(error.sentence(Language::french), "Phrase.");
    EXPECT_EQ(error.sentence(Language::english), "Sentence.");
}

TEST(Error, ShowsAPlaceOnOneLine)
{
    EXPECT_EQ(Error(ExitCode::usage, "a\nb", {"", {"Phrase."}}).sentence(Language::english), "a\\nb: Phrase.");
}

} // namespace
} // namespace bilan::base
