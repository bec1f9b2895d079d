// SPDX-License-Identifier: MPL-2.0
//
// The domain as data: the project's own files are well formed, and what is not is said with its file and line.
#include "workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::AllOf;
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
                HasSubstr("x.lua:3: The id \"a\" is in use since line 2. Give this one another."));
    EXPECT_THAT(loading("schemas/x.lua", "return { id = \"x\", label = \"X\",\n  controls = { \"C01\" } }"),
                HasSubstr("x.lua:2: Unknown value \"C01\" for \"controls\"."));
}

/// A schema with one rule of its own, in its fourth line.
std::string with_rule(const std::string& rule)
{
    return "local f = require('bilan.host').field\n"
           "return { id = 'x', label = 'X', fields = { { id = 'a', type = 'count', label = 'A' },\n"
           "  { id = 'b', type = 'count', label = 'B' }, { id = 'd', type = 'date', label = 'D' },\n"
           "  { id = 't', type = 'text', label = 'T' }, { id = 'p', type = 'choice', vocabulary = 'v', label = 'P' } "
           "},\n"
           "  controls = { { id = \"R1\", severity = 'A', label = 'L', action = 'A', " +
           rule + " } } }";
}

TEST_F(DomainFiles, ARuleThatCouldJudgeNoRowIsRefused)
{
    write("library/bilan/domain/vocabularies/v.lua", "return { id = 'v', terms = { { id = 'oui', label = 'Oui' } } }");
    const auto said = [&](const std::string& rule) { return loading("schemas/x.lua", with_rule(rule)); };
    const auto at_line = [](const char* words) { return AllOf(HasSubstr("x.lua:5: "), HasSubstr(words)); };
    EXPECT_EQ(said("kind = 'order', parts = { 'd', 'd' }"), "no error");
    EXPECT_THAT(
        said("kind = 'order', parts = { 'd' }"),
        at_line("The rule \"R1\" is of kind \"order\" and names 1 field(s) in \"parts\". Name two: the one that "
                "comes first, then the one that follows it."));
    EXPECT_EQ(base::render({"BIL-594", {"R1", "1"}}, base::Language::french),
              "La règle «\u00A0R1\u00A0» est de genre «\u00A0order\u00A0» et nomme 1 champ(s) dans "
              "«\u00A0parts\u00A0». Nommez-en deux\u00A0: celui qui vient d'abord, puis celui qui le suit.");
    EXPECT_THAT(said("kind = 'unique'"), at_line("\"R1\" expects the key \"parts\""));
    EXPECT_THAT(said("kind = 'at_most', parts = { 'a' }"), at_line("\"R1\" expects the key \"whole\""));
    EXPECT_THAT(said("kind = 'at_least', whole = 'a'"), at_line("\"R1\" expects the key \"limit\""));
    EXPECT_THAT(said("kind = 'one_spelling', parts = { 't' }"), at_line("\"R1\" expects the key \"words\""));
    EXPECT_THAT(said("kind = 'condition'"), at_line("\"R1\" expects the key \"expression\""));
    EXPECT_THAT(said("kind = 'at_most', parts = { 't' }, whole = 'a'"), at_line("\"t\" is a text"));
    EXPECT_THAT(said("kind = 'one_spelling', parts = { 'a' }, words = { 'x', 'y' }"),
                at_line("\"a\" holds numbers, and \"one_spelling\" compares words."));
    EXPECT_THAT(said("kind = 'one_spelling', parts = { 't' }, words = { 'x' }"),
                at_line("The rule \"R1\" gives 1 spelling(s) in \"words\", and two are needed at least."));
    EXPECT_THAT(said("kind = 'outlier', parts = { 'a', 'b' }, whole = 'b'"),
                at_line("The rule \"R1\" is of kind \"outlier\" and names 2 field(s) in \"parts\". Name one"));
    EXPECT_THAT(said("kind = 'rounded', whole = 'a', limit = 0"),
                at_line("The rule \"R1\" is of kind \"rounded\" and would judge no row: \"limit\" is not above 0."));
    EXPECT_EQ(said("kind = 'agrees', parts = { 't' }, whole = 'a'"), "no error");
    EXPECT_EQ(said("kind = 'one_spelling', parts = { 't' }, words = { 'x', 'y' }"), "no error");
    const auto in_french = [](const char* code, std::vector<std::string> arguments) {
        return base::render({code, std::move(arguments)}, base::Language::french);
    };
    EXPECT_EQ(
        in_french("BIL-417", {"a"}),
        "«\u00A0a\u00A0» contient des nombres, et «\u00A0one_spelling\u00A0» compare des mots. Nommez un champ de "
        "textes, ou prenez une règle «\u00A0condition\u00A0».");
    EXPECT_EQ(in_french("BIL-418", {"R1", "1"}),
              "La règle «\u00A0R1\u00A0» donne 1 graphie(s) dans «\u00A0words\u00A0», et il en faut au moins deux. "
              "Écrivez d'abord celle d'usage, puis les autres.");
    EXPECT_EQ(in_french("BIL-431", {"R1", "2"}),
              "La règle «\u00A0R1\u00A0» est de genre «\u00A0outlier\u00A0» et nomme 2 champ(s) dans "
              "«\u00A0parts\u00A0». Nommez-en un seul\u00A0: celui qui est rapporté à «\u00A0whole\u00A0».");
    EXPECT_EQ(in_french("BIL-432", {"R1", "scale"}),
              "La règle «\u00A0R1\u00A0» est de genre «\u00A0scale\u00A0» et ne jugerait aucune ligne\u00A0: "
              "«\u00A0limit\u00A0» n'est pas au-dessus de 0. Donnez un nombre positif.");
}

TEST_F(DomainFiles, ARuleThatMeansNothingIsSaidWithItsLine)
{
    write("library/bilan/domain/vocabularies/v.lua", "return { id = 'v', terms = { { id = 'oui', label = 'Oui' } } }");
    const auto said = [&](const std::string& expression) {
        return loading("schemas/x.lua", with_rule("kind = 'condition', expression = " + expression));
    };
    const auto at_line = [](const char* words) { return AllOf(HasSubstr("x.lua:5: "), HasSubstr(words)); };
    EXPECT_EQ(said("(f.a / f.b):gt(3)"), "no error");
    EXPECT_EQ(said("f.p:eq('oui')"), "no error");
    EXPECT_THAT(said("f.a / f.b"), at_line("a condition is wanted here"));
    EXPECT_THAT(said("f.a"), at_line("Write for example f.a:gt(0)"));
    EXPECT_THAT(said("require('bilan.host').all { f.p:eq('oui'), f.b }"), at_line("Write for example f.b:gt(0)"));
    EXPECT_EQ(said("f.p:known()"), "no error");
    write("library/bilan/domain/controls/c.lua",
          "local f = require('bilan.host').field\n"
          "return { R9 = { id = \"R9\", severity = 'A', label = 'L', action = 'A',\n"
          "  kind = 'condition', expression = f.a } }");
    EXPECT_THAT(loading("schemas/x.lua", "return { id = 'x', label = 'X', fields = { { id = 'a', type = 'count', label "
                                         "= 'A' } },\n  controls = { 'R9' } }"),
                AllOf(HasSubstr("c.lua:3: "), HasSubstr("Write for example f.a:gt(0)")));
    EXPECT_THAT(said("f.p:eq('ouj')"), at_line("\"ouj\""));
    EXPECT_THAT(said("f.d:gt('2025')"), at_line("\"2025\" is a text where a number is wanted."));
    EXPECT_THAT(said("f.d:gt(f.t)"), at_line("\"t\" is a text"));
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
