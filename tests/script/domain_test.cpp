// SPDX-License-Identifier: MPL-2.0
//
// The domain as data: the project's own files are well formed, and what is not is said with its file and line.
#include "workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

class DomainFiles : public Workshop {
protected:
    std::string loading(const std::string& name, const std::string& text)
    {
        write("library/bilan/domain/" + name, text);
        path_.libraries = {folder_ / "library"};
        try {
            (void)load_domain(path_);
            return "no error";
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::script);
            return error.sentence(base::Language::english);
        }
    }
};

TEST_F(DomainFiles, TheProjectsOwnAreWellFormed)
{
    const auto domain = load_domain(path_);
    const auto emploi = domain->schema("emploi");
    ASSERT_NE(emploi, nullptr);
    const data::Field* entries = emploi->field("nb_entrees");
    ASSERT_NE(entries, nullptr);
    EXPECT_EQ(entries->type, data::FieldType::count);
    EXPECT_TRUE(entries->people);
    EXPECT_EQ(entries->label.french, "Entrées dans l'action");
    ASSERT_NE(emploi->field("exercice"), nullptr) << "included from fields/commun.lua";
    EXPECT_TRUE(emploi->field("exercice")->required);
    EXPECT_EQ(emploi->field("nb_sorties")->parent, "nb_entrees");
    ASSERT_FALSE(emploi->controls.empty());
    EXPECT_EQ(emploi->controls.front().id, "C01");
    EXPECT_EQ(emploi->controls.front().severity, data::Severity::blocking);
    ASSERT_NE(domain->vocabulary("territoire"), nullptr);
    EXPECT_TRUE(domain->vocabulary("territoire")->open);
    EXPECT_NE(domain->schema("action")->family_of("fin_region"), nullptr);
}

TEST_F(DomainFiles, UnknownKeyHasFileLineAndSuggestion)
{
    EXPECT_THAT(
        loading("schemas/x.lua", "return {\n  id = \"x\", label = \"X\",\n  fields = {\n"
                                 "    { id = \"a\", type = \"count\", label = \"A\" },\n"
                                 "    { id = \"b\", type = \"count\", label = \"B\",\n"
                                 "      header = { \"B\" } },\n  },\n}\n"),
        StartsWith("library/bilan/domain/schemas/x.lua:6: Unknown key \"header\" in \"domain › fields[2]\". Did "
                   "you mean \"headers\"?"));
}

TEST_F(DomainFiles, WrongTypeOfFieldIsSaidWithAllTypes)
{
    EXPECT_THAT(loading("schemas/x.lua", "return { id = \"x\", label = \"X\",\n  fields = {\n"
                                         "    { id = \"a\", type = \"cout\", label = \"A\" } } }"),
                AllOf(StartsWith("library/bilan/domain/schemas/x.lua:3: Unknown value \"cout\""),
                      HasSubstr("Did you mean \"count\"?")));
}

TEST_F(DomainFiles, MissingVocabularyAndParentAreSaid)
{
    EXPECT_THAT(loading("schemas/x.lua",
                        "return { id = \"x\", label = \"X\", fields = {\n"
                        "  { id = \"a\", type = \"choice\", vocabulary = \"pillier\", label = \"A\" } } }"),
                HasSubstr("x.lua:2: Unknown value \"pillier\" for \"vocabulary\"."));
    EXPECT_THAT(loading("schemas/x.lua", "return { id = \"x\", label = \"X\", fields = {\n"
                                         "  { id = \"a\", type = \"count\", parent = \"b\", label = \"A\" } } }"),
                HasSubstr("Unknown value \"b\" for \"parent\"."));
}

TEST_F(DomainFiles, DoubleIdsAndUnknownControlsAreSaid)
{
    EXPECT_THAT(loading("schemas/x.lua", "return { id = \"x\", label = \"X\", fields = {\n"
                                         "  { id = \"a\", type = \"count\", label = \"A\" },\n"
                                         "  { id = \"a\", type = \"count\", label = \"A\" } } }"),
                HasSubstr("The id \"a\" is used twice."));
    EXPECT_THAT(loading("schemas/x.lua", "return { id = \"x\", label = \"X\",\n  controls = { \"C01\" } }"),
                HasSubstr("x.lua:2: Unknown value \"C01\" for \"controls\"."));
}

TEST_F(DomainFiles, OneFieldOfAFileCanBeTaken)
{
    write("library/bilan/domain/fields/g.lua", "return { { id = 'a', type = 'count', label = 'A' },\n"
                                               "  { id = 'b', type = 'text', label = 'B' } }");
    EXPECT_EQ(loading("schemas/x.lua", "return { id = 'x', label = 'X', include = { 'g.b' } }"), "no error");
    const auto taken = load_domain(path_)->schema("x");
    ASSERT_EQ(taken->fields.size(), 1U);
    EXPECT_EQ(taken->fields.front().id, "b");
    EXPECT_THAT(loading("schemas/x.lua", "return { id = 'x', label = 'X', include = { 'g.c' } }"),
                HasSubstr("Unknown value \"g.c\" for \"include\""));
}

TEST_F(DomainFiles, AFamilyOfChoicesHasTheVocabularyOfItsPrefix)
{
    EXPECT_THAT(loading("schemas/x.lua", "return { id = 'x', label = 'X', families = {\n"
                                         "  { prefix = 'avis_', reader = 'suffix', type = 'choice', label = 'A' } } }"),
                HasSubstr("Unknown value \"avis\" for \"vocabulary\""));
}

TEST_F(DomainFiles, SyntaxErrorHasItsLine)
{
    EXPECT_THAT(loading("vocabularies/v.lua", "return {\n  id = \"v\"\n  open = true,\n}"),
                StartsWith("library/bilan/domain/vocabularies/v.lua:3: Before \"open\" a comma is missing, or the "
                           "\"}\" that closes the \"{\" of line 1."));
}

TEST_F(DomainFiles, CampaignsAddToTheProject)
{
    write("campaign/bilan/domain/vocabularies/mine.lua",
          "return { id = 'mine', terms = { { id = 'a', label = 'A' } } }");
    path_.libraries.insert(path_.libraries.begin(), folder_ / "campaign");
    const auto domain = load_domain(path_);
    EXPECT_NE(domain->vocabulary("mine"), nullptr);
    EXPECT_NE(domain->schema("emploi"), nullptr);
}

} // namespace

} // namespace bilan::script
