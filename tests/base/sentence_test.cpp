// SPDX-License-Identifier: MPL-2.0
#include "base/sentence.hpp"

#include <gtest/gtest.h>

namespace bilan::base {
namespace {

TEST(Sentence, EndsBehindItsFullStopAndSpace)
{
    EXPECT_EQ(sentence_end("Un. Deux."), 4U);
    EXPECT_EQ(sentence_end("Un seul, 3.5 km."), std::string_view::npos);
    EXPECT_EQ(sentence_end(""), std::string_view::npos);
}

TEST(Sentence, DoesNotEndInsideQuotes)
{
    const std::string_view french = "L'en-tête « Nb hab. QPV » est lu. Vérifiez.";
    EXPECT_EQ(french.substr(sentence_end(french)), "Vérifiez.");
    const std::string_view english = "The header \"Nb hab. QPV\" is read. Check.";
    EXPECT_EQ(english.substr(sentence_end(english)), "Check.");
    const std::string_view mixed = "« 5\" hab. » et \"a » b. c\". Fin.";
    EXPECT_EQ(mixed.substr(sentence_end(mixed)), "Fin.");
    EXPECT_EQ(sentence_end("« sans fin. Deux."), std::string_view::npos);
}

} // namespace
} // namespace bilan::base
