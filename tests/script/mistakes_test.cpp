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
        "all, any, api, bins, column_sum, completeness, count, count_distinct, date, field, given, info, is_figure, "
        "max, "
        "mean, median, min, no, number, param, quantile, ratio, report, share, spec, standard_deviation, state, sum, "
        "text, warning, when";
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
        "reports/x.lua:3\u00A0: Clé inconnue «\u00A0unti\u00A0» dans «\u00A0bilan.sum › options\u00A0». Vouliez-vous "
        "dire «\u00A0unit\u00A0»\u00A0? Clés possibles\u00A0: where, unit.\n"
        "  3 |   unti = 'euro' })\n    |   ^^^^",
        "reports/x.lua:3: Unknown key \"unti\" in \"bilan.sum › options\". Did you mean \"unit\"? Possible keys: "
        "where, "
        "unit.\n  3 |   unti = 'euro' })\n    |   ^^^^");
}

TEST_F(Mistakes, ANameThatIsNotThereYet)
{
    expect("return bilan.report {}",
           "reports/x.lua:1\u00A0: Le nom «\u00A0bilan\u00A0» n'est pas encore là. Écrivez en tête\u00A0: local bilan "
           "= require "
           "'bilan'.\n  1 | return bilan.report {}\n    |        ^^^^^",
           "reports/x.lua:1: The name \"bilan\" is not there yet. Write on top: local bilan = require \"bilan\".\n"
           "  1 | return bilan.report {}\n    |        ^^^^^");
    expect("local bilan = require 'bilan'\nreturn { f.benef_f }",
           "reports/x.lua:2\u00A0: Le nom «\u00A0f\u00A0» n'est pas encore là. Pour les champs, écrivez en tête\u00A0: "
           "local f = "
           "bilan.field.\n  2 | return { f.benef_f }\n    |          ^",
           "reports/x.lua:2: The name \"f\" is not there yet. For fields, write on top: local f = bilan.field.\n"
           "  2 | return { f.benef_f }\n    |          ^");
}

TEST_F(Mistakes, AParameterIsNotItsValue)
{
    expect(
        "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'x', title = 'X', datasets = { 'emploi' }, "
        "build = print,\n  params = { seuil = 0.8 } }",
        "reports/x.lua:3\u00A0: «\u00A0bilan.report › definition › params › seuil\u00A0» attend un paramètre et reçoit "
        "number 0.8. Déclarez son type\u00A0: bilan.param.number(…), integer, rate, euro, text, boolean, choice ou "
        "year.\n  3 |   params = { seuil = 0.8 } }\n    |              ^^^^^",
        "reports/x.lua:3: \"bilan.report › definition › params › seuil\" expects a parameter and gets number 0.8. "
        "Declare its type: bilan.param.number(…), integer, rate, euro, text, boolean, choice or year.\n"
        "  3 |   params = { seuil = 0.8 } }\n    |              ^^^^^");
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

TEST_F(Mistakes, NamesOfLuaThatTheSandboxIsWithout)
{
    expect(
        "local x = 1\nos.execute('ls')",
        "reports/x.lua:2\u00A0: «\u00A0os\u00A0» est un nom de Lua qui manque exprès au bac à sable\u00A0: un rapport "
        "n'atteint ni fichiers, ni système, ni horloge. Lisez un fichier par run:read, un module par require, l'année "
        "par run.year, ou retirez cet appel.\n  2 | os.execute('ls')\n    | ^^",
        "reports/x.lua:2: \"os\" is a name of Lua that the sandbox leaves out on purpose: a report reaches no files, "
        "no system and no clock. Read a file with run:read, a module with require, the year with run.year, or take "
        "the call out.\n  2 | os.execute('ls')\n    | ^^");
    for (const char* name : {"io", "load", "dofile", "debug", "coroutine", "rawset"})
        EXPECT_THAT(sentence("return " + std::string(name)), testing::HasSubstr("leaves out on purpose")) << name;
}

TEST_F(Mistakes, WhatTheCompilerSaysIsPutIntoWords)
{
    struct Slip {
        const char* text;
        const char* french;
        const char* english;
    };
    const Slip slips[] = {
        {"x = = 3", "«\u00A0=\u00A0» n'est pas attendu ici. Une valeur ou un mot manque avant lui, ou il est de trop.",
         "\"=\" is not expected here. A value or a word is missing before it, or it is one too many."},
        {"local x =", "Le fichier finit au milieu d'une instruction. Complétez-la, ou ôtez ce qui en est écrit.",
         "The file ends in the middle of a statement. Complete it, or take out what there is of it."},
        {"local x = 'abc\nlocal y = 1",
         "Un texte commence ici et n'est pas fermé sur sa ligne\u00A0: 'abc. Ajoutez le guillemet qui "
         "manque.",
         "A text begins here and is not closed on its line: 'abc. Add the missing quote."},
        {"local x = 12abc",
         "«\u00A012abc\u00A0» n'est pas un nombre de Lua. Écrivez 1200.5, avec un point et sans espace "
         "ni unité\u00A0; un nom ne commence pas par un chiffre.",
         "\"12abc\" is no number of Lua. Write 1200.5, with a point and without blanks or unit; a name does not begin "
         "with a digit."},
        {"local end = 1",
         "Un nom est attendu avant «\u00A0end\u00A0». Écrivez-le en lettres sans accent, chiffres et "
         "«\u00A0_\u00A0»\u00A0; les mots de Lua (end, for, function…) n'en sont pas.",
         "A name is expected before \"end\". Write it in letters without accents, digits and \"_\"; the words of Lua "
         "(end, for, function…) are no names."},
        {"local x <const> = 1\nx = 2",
         "«\u00A0x\u00A0» est déclaré <const> et ne change plus. Déclarez-le sans <const>, "
         "ou donnez un autre nom à la nouvelle valeur.",
         "\"x\" is declared <const> and does not change. Declare it without <const>, or give the new value another "
         "name."},
        {"local x = 1\nx + 1",
         "Une valeur toute seule n'est pas une instruction (avant «\u00A0+\u00A0»). Mettez-la dans "
         "une variable (local x = …), ou appelez la fonction avec ses parenthèses.",
         "A value by itself is no statement (before \"+\"). Put it into a variable (local x = …), or call the function "
         "with its brackets."},
        {"local x = '\\q'",
         "«\u00A0'\\q\u00A0» n'est pas une séquence d'échappement. Doublez la barre oblique inverse "
         "(\\\\) pour en écrire une.",
         "\"'\\q\" is no escape sequence. Write the backslash twice (\\\\) to have one."},
        {"break",
         "«\u00A0break\u00A0» est hors de toute boucle. Retirez-le, ou mettez-le dans un for, un while ou un "
         "repeat.",
         "\"break\" stands outside any loop. Take it out, or put it into a for, a while or a repeat."},
        {"return math.floor({})",
         "«\u00A0floor\u00A0» reçoit un argument qui ne convient pas\u00A0: le numéro 1 (number "
         "attendu, table reçu). Vérifiez sa valeur.",
         "\"floor\" gets an argument that does not suit: number 1 (number expected, table given). Check its value."},
    };
    for (const Slip& slip : slips) {
        EXPECT_THAT(sentence(slip.text, base::Language::french), testing::HasSubstr(slip.french)) << slip.text;
        EXPECT_THAT(sentence(slip.text, base::Language::english), testing::HasSubstr(slip.english)) << slip.text;
    }
}

TEST_F(Mistakes, SignsOfOtherLanguagesAndOfWordProcessorsAreNamed)
{
    struct Slip {
        const char* text;
        const char* french;
        const char* english;
    };
    constexpr const char* for_in_french =
        "for … in attend de quoi parcourir et reçoit number. Pour compter, écrivez for i = 1, 3 do\u00A0; pour "
        "parcourir "
        "une liste, for i, x in ipairs(liste) do\u00A0; des lignes, for ligne in lignes:each() do.";
    constexpr const char* for_in_english =
        "for … in expects something to walk through and gets number. To count, write for i = 1, 3 do; to walk through "
        "a "
        "list, for i, x in ipairs(list) do; through rows, for row in rows:each() do.";
    constexpr const char* blank_in_french =
        "reports/x.lua:2\u00A0: Une espace insécable ou invisible, venue d'un traitement de texte ou d'une page, est "
        "sur "
        "cette ligne. Remplacez-la par une espace simple (effacez et retapez le blanc).";
    constexpr const char* blank_in_english = "reports/x.lua:2: A no-break or invisible space, from a word processor or "
                                             "a web page, is on this line. Replace it "
                                             "by a plain space (delete the blank and type it again).";
    const Slip slips[] = {
        {"local x = 1\nx += 1",
         "reports/x.lua:2\u00A0: Lua n'a pas d'opérateur «\u00A0+=\u00A0». Écrivez l'opération en entier, comme x = x "
         "+ 1.",
         "reports/x.lua:2: Lua has no operator \"+=\". Write the operation out, such as x = x + 1.\n  2 | x += 1\n    "
         "|   ^^"},
        {"local x = 'a' -- += \nx ..= 'b'",
         "Lua n'a pas d'opérateur «\u00A0..=\u00A0». Écrivez l'opération en entier, comme x = x .. 1.",
         "Lua has no operator \"..=\". Write the operation out, such as x = x .. 1."},
        {"local x = 1\nif x != 2 then end",
         "«\u00A0!=\u00A0» n'est pas de Lua. Écrivez ~= pour différent de, not pour le contraire.",
         "reports/x.lua:2: \"!=\" is not of Lua. Write ~= for not equal, not for the contrary."},
        {"local x = !true", "«\u00A0!\u00A0» n'est pas de Lua.", "\"!\" is not of Lua."},
        {"local x = true && false", "«\u00A0&&\u00A0» n'est pas de Lua. Écrivez and pour et, or pour ou.",
         "\"&&\" is not of Lua. Write and for both, or for one of the two."},
        {"local x = true || false", "«\u00A0||\u00A0» n'est pas de Lua.", "\"||\" is not of Lua."},
        {"for i in 1, 3 do print(i) end", for_in_french, for_in_english},
        {"local a = '“é'\nlocal x = “abc”",
         "reports/x.lua:2\u00A0: Le guillemet “ vient d'un traitement de texte, et Lua ne le connaît pas. Écrivez le "
         "texte "
         "entre guillemets droits\u00A0: 'texte'.",
         "reports/x.lua:2: The quote “ comes from a word processor, and Lua does not know it. Write the text between "
         "straight quotes: 'text'."},
        {"print(‘abc’)", "Le guillemet ‘ vient", "The quote ‘ comes"},
        {"local y = 1\nlocal\u00A0x = 1", blank_in_french, blank_in_english},
        {"local y = 1\nlocal x\u202F= 1", blank_in_french, blank_in_english},
        {"local é = 1",
         "«\u00A0é\u00A0» n'est pas un signe de Lua hors d'un texte entre guillemets. Un nom s'écrit en lettres sans "
         "accent, chiffres et «\u00A0_\u00A0»\u00A0; le moins est un simple trait d'union.",
         "\"é\" is no sign of Lua outside a text in quotes. A name is written in letters without accents, digits and "
         "\"_\"; minus is a plain hyphen."},
    };
    for (const Slip& slip : slips) {
        EXPECT_THAT(sentence(slip.text, base::Language::french), testing::HasSubstr(slip.french)) << slip.text;
        EXPECT_THAT(sentence(slip.text, base::Language::english), testing::HasSubstr(slip.english)) << slip.text;
    }
}

TEST_F(Mistakes, ACallOverSeveralLinesIsBlamedWhereTheMistakeStands)
{
    const std::string call = "local bilan = require 'bilan'\nlocal t = bilan.sum(bilan.field.a, {\n";
    EXPECT_THAT(sentence(call + "  -- unti is no key\n  where = nil,\n  unti = 1 })\nlocal unti = 2"),
                testing::StartsWith("reports/x.lua:5: Unknown key"));
    // what stands behind the call is another's
    EXPECT_THAT(sentence("local bilan = require 'bilan'\nlocal key = 'un' .. 'ti'\nbilan.sum(bilan.field.a,\n"
                         "  { [key] = 1 })\nlocal unti = 2"),
                testing::StartsWith("reports/x.lua:3: Unknown key"));
}

TEST_F(Mistakes, UnclosedBlock)
{
    expect("local x = 1\nif x then\n  x = 2\n",
           "reports/x.lua:2\u00A0: «\u00A0if\u00A0», ou ce qu'il contient, n'est jamais fermé\u00A0: le fichier finit "
           "alors que «\u00A0end\u00A0» est attendu. Ajoutez-le.\n  2 | if x then\n    | ^^",
           "reports/x.lua:2: \"if\", or what it holds, is never closed: the file ends where \"end\" is expected. Add "
           "it.\n  2 | if x then\n    | ^^");
    expect("repeat local x = 1",
           "reports/x.lua:1\u00A0: Le fichier finit alors que «\u00A0until\u00A0» est attendu. Fermez le bloc ou la "
           "parenthèse.\n  1 | repeat local x = 1",
           "reports/x.lua:1: The file ends where \"until\" is expected. Close the block or the bracket.\n"
           "  1 | repeat local x = 1");
}

TEST_F(Mistakes, MissingComma)
{
    expect("return {\n  a = 1\n  b = 2,\n}",
           "reports/x.lua:3\u00A0: Avant «\u00A0b\u00A0» manque une virgule, ou le «\u00A0}\u00A0» qui ferme le "
           "«\u00A0{\u00A0» de la ligne 1. Ajoutez l'un des deux.\n  3 |   b = 2,\n    |   ^",
           "reports/x.lua:3: Before \"b\" a comma is missing, or the \"}\" that closes the \"{\" of line 1. Add one of "
           "the two.\n  3 |   b = 2,\n    |   ^");
    expect(
        "local function f(a, b c) end",
        "reports/x.lua:1\u00A0: «\u00A0)\u00A0» est attendu avant «\u00A0c\u00A0». Vérifiez les virgules, les "
        "parenthèses et les «\u00A0end\u00A0» qui précèdent.\n  1 | local function f(a, b c) end\n    |                "
        "   "
        "    ^",
        "reports/x.lua:1: \")\" is expected before \"c\". Check the commas, the brackets and the \"end\" before it.\n"
        "  1 | local function f(a, b c) end\n    |                       ^");
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
        "reports/x.lua:1\u00A0: number et string ne se comparent pas. Comparez deux nombres ou deux textes, et testez "
        "d'abord les inconnues.\n  1 | return 1 < 'a'",
        "reports/x.lua:1: number and string cannot be compared. Compare two numbers or two texts, and test unknown "
        "ones first.\n  1 | return 1 < 'a'");
}

} // namespace

} // namespace bilan::script
