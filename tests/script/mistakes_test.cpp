// SPDX-License-Identifier: MPL-2.0
//
// Mistakes that consultants make, with the whole text that they see, in both languages.
#include "workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

class Mistakes : public Workshop {
protected:
    void expect(const std::string& text, const std::string& french, const std::string& english)
    {
        EXPECT_EQ(sentence(text, base::Language::french), french);
        EXPECT_EQ(sentence(text, base::Language::english), english);
    }
};

TEST_F(Mistakes, MisspeltFunction)
{
    const std::string names =
        "all, any, api, bins, column_sum, completeness, count, count_distinct, field, given, info, max, mean, "
        "median, min, no, number, param, ratio, report, share, spec, state, sum, text, warning, when";
    const std::string excerpt = ".\n  2 | return bilan.repport {}\n    |              ^^^^^^^";
    expect("local bilan = require 'bilan'\nreturn bilan.repport {}",
           "reports/x.lua:2\u00A0: «\u00A0repport\u00A0» n'existe pas dans «\u00A0bilan\u00A0». Vouliez-vous dire "
           "«\u00A0report\u00A0»\u00A0? Noms possibles\u00A0: " +
               names + excerpt,
           "reports/x.lua:2: \"repport\" does not exist in \"bilan\". Did you mean \"report\"? Possible names: " +
               names + excerpt);
}

TEST_F(Mistakes, MisspeltKey)
{
    expect(
        "local bilan = require 'bilan'\nreturn bilan.sum(bilan.field.a, {\n  unti = 'euro' })",
        "reports/x.lua:2\u00A0: Clé inconnue «\u00A0unti\u00A0» dans «\u00A0bilan.sum › options\u00A0». Vouliez-vous "
        "dire «\u00A0unit\u00A0»\u00A0? Clés possibles\u00A0: where, unit.\n"
        "  2 | return bilan.sum(bilan.field.a, {",
        "reports/x.lua:2: Unknown key \"unti\" in \"bilan.sum › options\". Did you mean \"unit\"? Possible keys: "
        "where, "
        "unit.\n  2 | return bilan.sum(bilan.field.a, {");
}

TEST_F(Mistakes, VersionOutOfRange)
{
    expect(
        "local bilan = require 'bilan'\nreturn bilan.report { api = 9, id = 'x', other = 1 }",
        "reports/x.lua:2\u00A0: Ce rapport est écrit pour la version 9 de l'interface\u00A0; ce programme connaît les "
        "versions 1 à 1. Mettez bilan à jour, ou adaptez le rapport d'après CHANGELOG.md.\n"
        "  2 | return bilan.report { api = 9, id = 'x', other = 1 }\n    |                       ^^^",
        "reports/x.lua:2: This report is written for version 9 of the interface; this program knows versions 1 to 1. "
        "Update bilan, or adapt the report after CHANGELOG.md.\n"
        "  2 | return bilan.report { api = 9, id = 'x', other = 1 }\n    |                       ^^^");
}

TEST_F(Mistakes, ArithmeticOnNil)
{
    expect(
        "local taux = nil\nreturn 1 + taux",
        "reports/x.lua:2\u00A0: «\u00A0taux\u00A0» vaut nil et ne se calcule pas. Une valeur inconnue n'est pas "
        "zéro\u00A0: testez-la d'abord.\n  2 | return 1 + taux\n    |            ^^^^",
        "reports/x.lua:2: \"taux\" is nil and cannot be computed with. An unknown value is not zero: test it first.\n"
        "  2 | return 1 + taux\n    |            ^^^^");
}

TEST_F(Mistakes, CallingWhatIsNotThere)
{
    expect("local t = {}\nt.grouper()",
           "reports/x.lua:2\u00A0: «\u00A0grouper\u00A0» vaut nil et ne s'appelle pas comme une fonction. Vérifiez "
           "l'orthographe de ce nom.\n  2 | t.grouper()\n    |   ^^^^^^^",
           "reports/x.lua:2: \"grouper\" is nil and cannot be called as a function. Check the spelling of this name.\n"
           "  2 | t.grouper()\n    |   ^^^^^^^");
}

TEST_F(Mistakes, IndexingNil)
{
    expect(
        "local ligne\nreturn ligne.valeur",
        "reports/x.lua:2\u00A0: «\u00A0ligne\u00A0» vaut nil et n'a pas de champs. Vérifiez l'orthographe, ou que la "
        "valeur existe avant de l'employer.\n  2 | return ligne.valeur\n    |        ^^^^^",
        "reports/x.lua:2: \"ligne\" is nil and has no fields. Check the spelling, or that the value exists before "
        "using "
        "it.\n  2 | return ligne.valeur\n    |        ^^^^^");
}

TEST_F(Mistakes, UnknownName)
{
    expect(
        "local indicateurs = 1\nreturn tostrin(1)",
        "reports/x.lua:2\u00A0: Nom inconnu «\u00A0tostrin\u00A0». Vouliez-vous dire «\u00A0tostring\u00A0»\u00A0? "
        "Noms "
        "globaux\u00A0: _VERSION, assert, error, getmetatable, ipairs, math, next, pairs, pcall, print, rawequal, "
        "rawget, "
        "rawlen, require, select, setmetatable, string, table, tonumber, tostring, type, utf8, xpcall.\n"
        "  2 | return tostrin(1)\n    |        ^^^^^^^",
        "reports/x.lua:2: Unknown name \"tostrin\". Did you mean \"tostring\"? Global names: _VERSION, assert, error, "
        "getmetatable, ipairs, math, next, pairs, pcall, print, rawequal, rawget, rawlen, require, select, "
        "setmetatable, "
        "string, table, tonumber, tostring, type, utf8, xpcall.\n  2 | return tostrin(1)\n    |        ^^^^^^^");
}

TEST_F(Mistakes, UnclosedBlock)
{
    expect("local x = 1\nif x then\n  x = 2\n",
           "reports/x.lua:4\u00A0: Le fichier finit alors que «\u00A0end\u00A0» est attendu. Fermez le bloc ou la "
           "parenthèse.",
           "reports/x.lua:4: The file ends where \"end\" is expected. Close the block or the bracket.");
}

TEST_F(Mistakes, MissingComma)
{
    expect(
        "return {\n  a = 1\n  b = 2,\n}",
        "reports/x.lua:3\u00A0: «\u00A0}\u00A0» est attendu avant «\u00A0b\u00A0». Vérifiez les virgules, les "
        "parenthèses "
        "et les «\u00A0end\u00A0» qui précèdent.\n  3 |   b = 2,\n    |   ^",
        "reports/x.lua:3: \"}\" is expected before \"b\". Check the commas, the brackets and the \"end\" before it.\n"
        "  3 |   b = 2,\n    |   ^");
}

TEST_F(Mistakes, OwnErrors)
{
    expect("local function check()\n  error('le total est faux : 100%s')\nend\ncheck()",
           "reports/x.lua:2\u00A0: le total est faux : 100%s. Corrigez cette ligne du script.\n"
           "  2 |   error('le total est faux : 100%s')",
           "reports/x.lua:2: le total est faux : 100%s. Correct this line of the script, then run again.\n"
           "  2 |   error('le total est faux : 100%s')");
    EXPECT_THAT(sentence("local function check()\n  error('no', 2)\nend\ncheck()"),
                testing::StartsWith("reports/x.lua:4: no."));
    EXPECT_THAT(sentence("\nerror({})"), testing::StartsWith("reports/x.lua:2: The script stops with error(table)"));
    EXPECT_THAT(sentence("\nerror()"), testing::StartsWith("reports/x.lua:2: The script stops with error(nil)"));
    EXPECT_THAT(sentence("error('a\\0b\\27[31m\\xff')"), testing::StartsWith("reports/x.lua:1: a"));
    EXPECT_LT(sentence("error(('x'):rep(1000000))").size(), 2000U);
}

TEST_F(Mistakes, ComparingUnlikeThings)
{
    expect(
        "return 1 < 'a'",
        "reports/x.lua:1\u00A0: Ces valeurs ne se comparent pas\u00A0: number with string. Comparez deux nombres ou "
        "deux "
        "textes, et testez d'abord les inconnues.\n  1 | return 1 < 'a'",
        "reports/x.lua:1: These values cannot be compared: number with string. Compare two numbers or two texts, and "
        "test unknown ones first.\n  1 | return 1 < 'a'");
}

} // namespace

} // namespace bilan::script
