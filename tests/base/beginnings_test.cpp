// SPDX-License-Identifier: MPL-2.0
#include "base/beginnings.hpp"

#include <gtest/gtest.h>

namespace {

bilan::base::Beginnings some()
{
    bilan::base::Beginnings made;
    for (const char* const text : {"nc", "action x", "nom de l'action", "oui/non", "montant"}) made.add_whole(text);
    for (const char* const text : {"saisir", "lorem ipsum"}) made.add_opening(text);
    made.seal();
    return made;
}

TEST(Beginnings, LetsThroughWhatTheTextsAre)
{
    for (const char* const text : {"nc", "NC", " nc", "Action X", "Nom de l'action", "OUI/NON", "Montant"})
        EXPECT_TRUE(some().may_begin(text)) << text;
}

TEST(Beginnings, LetsThroughWhatGoesOnBehindAnOpening)
{
    for (const char* const text : {"Saisir", "saisir le montant", "saisir…", "Lorem ipsum dolor"})
        EXPECT_TRUE(some().may_begin(text)) << text;
}

TEST(Beginnings, RefusesOtherTextsThatBeginWithTheSameLetters)
{
    for (const char* const text : {"Action pilote", "nc total", "Nombre", "Saison des arts", "Lorraine", "Montants"})
        EXPECT_FALSE(some().may_begin(text)) << text;
}

TEST(Beginnings, SignsInFrontAreForWhoeverAsks)
{
    for (const char* const text : {"", "  ", "n.c.", "é", "nc*", "(nc)", "12", "action  x", "Oui, mais"})
        EXPECT_TRUE(some().may_begin(text)) << text;
}

} // namespace
