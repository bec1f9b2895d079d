// SPDX-License-Identifier: MPL-2.0
#include "base/system_answer.hpp"

#include "base/message.hpp"

#include <gtest/gtest.h>

#include <cerrno>

namespace bilan::base {
namespace {

std::string said(int error, Language language)
{
    return render({"BIL-187", {system_answer(error)}}, language);
}

TEST(SystemAnswer, IsSaidInTheLanguageOfTheMessage)
{
    EXPECT_EQ(
        said(EACCES, Language::french),
        "Ce dossier ne peut pas être lu (réponse du système\u00A0: accès refusé). Demandez le droit de le lire, ou "
        "copiez ses fichiers dans un dossier à vous.");
    EXPECT_NE(said(EACCES, Language::english).find("(the system's answer: access denied)"), std::string::npos);
    EXPECT_NE(said(ENOSPC, Language::french).find("le disque est plein"), std::string::npos);
    EXPECT_NE(said(EROFS, Language::french).find("le disque est en lecture seule"), std::string::npos);
}

TEST(SystemAnswer, ARareOneIsSaidInTheWordsOfTheSystem)
{
    EXPECT_NE(said(EDOM, Language::french).find("Numerical argument"), std::string::npos);
}

} // namespace
} // namespace bilan::base
