// SPDX-License-Identifier: MPL-2.0
//
// A small schema of the user's own beside bilan's large ones: which of them a table is read with.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OwnSchema : public testing::Test {
protected:
    /// Five of its columns are known to `action`, three to the campaign's own schema, which needs « Ludothèque ».
    void SetUp() override
    {
        folder_.write("prets.csv",
                      "Ludothèque;Quartier;Public accueilli;dont enfants;dont QPV;Nb de jeux;Budget;Observations\n"
                      "Les Dés;Bel Air;60;40;30;120;4000;\nLe Pion;La Source;95;70;50;200;5200;\n");
    }
    void declare(const std::string& more)
    {
        folder_.write("campagne/scripts/bilan/domain/schemas/ludotheque.lua",
                      "return { id = 'ludotheque', label = 'Ludothèques', " + more +
                          "\n  fields = {\n"
                          "    { id = 'nom', type = 'text', required = true, label = 'Ludothèque' },\n"
                          "    { id = 'public', type = 'count', people = true, label = 'Public accueilli' },\n"
                          "    { id = 'enfants', type = 'count', people = true, label = 'Enfants', headers = { 'dont "
                          "enfants' } },\n  } }\n");
    }
    std::string inspected(const std::vector<std::string>& more = {})
    {
        std::vector<std::string> words{"inspect", (folder_ / "prets.csv").string(), "--campaign",
                                       (folder_ / "campagne").string()};
        words.insert(words.end(), more.begin(), more.end());
        return bilan(words).out;
    }
    TemporaryFolder folder_;
};

TEST_F(OwnSchema, NamedByAHintItComesBeforeThoseOfBilan)
{
    declare("hints = { 'prets' },");
    EXPECT_THAT(inspected(), AllOf(HasSubstr(": ludotheque ("), HasSubstr("→ nom"), Not(HasSubstr("conviendrait"))));
}

TEST_F(OwnSchema, OfWhichNothingAroundTheTableSpeaksIsAQuestion)
{
    declare("");
    EXPECT_THAT(inspected(), HasSubstr("Le tableau est lu avec le schéma ludotheque, mais action conviendrait presque "
                                       "aussi bien"));
    EXPECT_THAT(inspected({"--schema", "ludotheque"}), Not(HasSubstr("conviendrait")));
}

TEST_F(OwnSchema, WithoutTheColumnThatItNeedsItIsOutOfTheQuestion)
{
    declare("hints = { 'prets' },");
    folder_.write("prets.csv", "Structure;Intitulé de l'action;Public accueilli;dont enfants;Budget\n"
                               "Les Dés;Jeux de rue;60;40;4000\nLe Pion;Soirées;95;70;5200\n");
    EXPECT_THAT(inspected(), AllOf(HasSubstr(": action ("), Not(HasSubstr("ludotheque"))));
}

} // namespace
} // namespace bilan::support
