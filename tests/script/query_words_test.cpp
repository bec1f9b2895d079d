// SPDX-License-Identifier: MPL-2.0
//
// The query words as a report uses them: what they give, and what they say when they are misused.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class QueryWords : public Reports {
protected:
    /// Runs a build that asserts in Lua; `rows` are all actions.
    void holds(const std::string& build)
    {
        const std::string shown = failing("local rows = run:dataset 'emploi'\n" + build +
                                          "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }");
        EXPECT_EQ(shown, "no error");
    }
    std::string says(const std::string& build) { return failing("local rows = run:dataset 'emploi'\n" + build); }
};

TEST_F(QueryWords, TheTextOfAFigureHasTheMarkOfItsCell)
{
    holds("assert(rows:figure(bilan.sum(f.benef_total)).text == '≥\u00A0159')\n"
          "assert(rows:figure(bilan.median(f.benef_total)).text == '25\u00A0*')\n"
          "assert(tostring(rows:figure(bilan.sum(f.benef_f))) == '86')\n"
          "assert(rows:where { porteur = 'Cap', exercice = 2025 }:figure(bilan.sum(f.benef_total)).text == 'nc')");
}

TEST_F(QueryWords, SqlDividesWithTheRestAndSaysWhatItsSumsLeaveOut)
{
    inputs_.year.reset();
    const BuiltReport report = built(
        "local few = run:sql [[SELECT count(benef_total) / count(*) AS part, sum(benef_total) AS n FROM emploi]]\n"
        "assert(few:figure(bilan.max(f.part)).value == 0.8)\n"
        "run:key_figures { { label = 'x', figure = few:figure(bilan.count()) } }");
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal.front().line, 6);
    EXPECT_THAT(report.journal.front().text, HasSubstr("sum"));
}

TEST_F(QueryWords, QuantilesAndDeviationsKeepTheirBase)
{
    holds(
        "local q = rows:figure(bilan.quantile(f.benef_total, 0.25))\n"
        "assert(q.value == 17.5 and q.base == 4 and q.unknown == 1 and q.unit == 'people', q.unit)\n"
        "assert(q.text == '17,5\u00A0*', q.text)\n"
        "local by = rows:group { by = 'porteur', measures = { { 's', bilan.standard_deviation(f.benef_f) },\n"
        "  { 'd', bilan.quantile(f.accorde_p147, 0.9) } } }\n"
        "assert(math.abs(by[1].s.value - 32 ^ 0.5) < 1e-12 and by[1].s.base == 2, by[1].s.text)\n"
        "assert(by[2].porteur == 'Boussole' and by[2].s.value == nil and by[2].s.cause == 'so' and by[2].s.base == 1)\n"
        "assert(by[1].d.value == 2800 and by[1].d.unit == 'euro')\n"
        "assert(rows:figure(bilan.standard_deviation(f.exercice)).unit == 'number')\n"
        "assert(tostring(bilan.quantile(f.benef_f, 0.9)) == 'quantile(benef_f, 0.9)')");
    EXPECT_THAT(says("rows:figure(bilan.quantile(f.benef_f, 90))"),
                HasSubstr("essai.lua:8: bilan.quantile wants a fraction of the rows, 0 to 1, and got 90."));
    EXPECT_THAT(says("rows:figure(bilan.quantile(f.benef_f))"), HasSubstr("essai.lua:8: "));
    EXPECT_THAT(says("rows:figure(bilan.percentile(f.benef_f, 0.9))"), HasSubstr("Did you mean \"quantile\"?"));
    EXPECT_THAT(says("rows:figure(bilan.sd(f.benef_f))"), HasSubstr("Did you mean \"standard_deviation\"?"));
    EXPECT_THAT(says("local s = rows:figure(bilan.standard_deviation(f.benef_f))\nreturn s + s"),
                HasSubstr("essai.lua:9: Two quantiles or standard deviations do not add up"));
}

TEST_F(QueryWords, AJoinKeepsAllRowsThoseThatFindOrThoseThatDoNot)
{
    const std::string two = "local paid = rows:where(f.accorde_p147:ge(2000)):where { exercice = 2025 }\n";
    holds(two +
          "local inner = rows:join(paid, { on = 'porteur', fields = 'accorde_p147', prefix = 'p_', kind = 'inner' })\n"
          "assert(inner:count() == 3 and inner:figure(bilan.sum(f.p_accorde_p147)).value == 8000)\n"
          "assert(rows:join(paid, { on = 'porteur', kind = 'inner' }):count() == 3)\n"
          "local none = rows:join(paid, { on = 'porteur', kind = 'anti' })\n"
          "assert(none:count() == 2 and none:distinct('porteur')[1] == 'Cap')\n"
          "assert(rows:join(paid, { on = 'porteur', fields = 'accorde_p147', prefix = 'p_', kind = 'left' }):count() "
          "== 5)\n"
          "local keyless = rows:join(paid, { on = 'benef_total', kind = 'anti' })\n"
          "assert(keyless:count() == 3)");
    EXPECT_THAT(says(two + "rows:join(paid, { on = 'porteur', fields = 'accorde_p147', kind = 'anti' })"),
                HasSubstr("A join of kind = \"anti\" keeps the rows that find nothing"));
    EXPECT_THAT(says(two + "rows:join(paid, { on = 'porteur', fields = 'accorde_p147', kind = 'iner' })"),
                HasSubstr("Did you mean \"inner\"?"));
    EXPECT_THAT(says(two + "rows:join(paid, { on = 'porteur' })"), HasSubstr("\"fields\""));
}

TEST_F(QueryWords, AJoinSaysWhatBecomesOfRowsThatFindNothing)
{
    const auto said = [&](const std::string& kind, const std::string& on) {
        std::string text;
        for (const JournalLine& line :
             built("local rows = run:dataset 'emploi':where(f.exercice:le(2025))\nlocal paid = rows:where { porteur = "
                   "'Boussole' }\n"
                   "local kept = rows:join(paid, { on = '" +
                   on + "', kind = '" + kind +
                   "' })\nrun:key_figures { { label = 'x', figure = kept:figure(bilan.count()) } }")
                 .journal)
            text += std::to_string(line.line) + ' ' + line.text + '\n';
        return text;
    };
    EXPECT_THAT(
        said("inner", "benef_total"),
        HasSubstr(
            "8 Jointure kind = «\u00A0inner\u00A0» sur «\u00A0benef_total\u00A0»\u00A0: 4 ligne(s) sur 5 ne trouvent "
            "rien dans «\u00A0emploi\u00A0», dont 1 sans clé, et ne sont pas gardées."));
    EXPECT_THAT(said("anti", "benef_total"), HasSubstr("1 ligne(s) sur 5 n'ont pas de clé et comptent parmi les 4"));
    EXPECT_EQ(said("anti", "porteur"), "");
}

TEST_F(QueryWords, RowsAreListedInAnOrder)
{
    holds("local function names(q, field) local all = {} for row in q:each() do all[#all + 1] = tostring(row[field]) "
          "end\n"
          "  return table.concat(all, ' ') end\n"
          "assert(names(rows:sorted 'benef_total', 'benef_total') == '10 20 30 99 nil')\n"
          "assert(names(rows:sorted('benef_total', 'descending'), 'benef_total') == '99 30 20 10 nil')\n"
          "assert(names(rows:sorted('benef_f', 'descending'):sorted 'porteur', 'benef_f') == '12 4 15 50 5')\n"
          "local first = rows:where { exercice = 2025 }:sorted('accorde_p147', 'descending'):head(2)\n"
          "assert(first:count() == 2 and first:figure(bilan.sum(f.accorde_p147)).value == 5000)\n"
          "assert(names(first:derive { double = f.benef_f * 2 }, 'double') == '24 30')\n"
          "assert(rows:head(99):count() == 5 and rows:head(0):count() == 0)");
    EXPECT_THAT(says("rows:sorted 'benef_ff'"), HasSubstr("Did you mean \"benef_f\"?"));
    EXPECT_THAT(says("rows:sorted('benef_f', 'desc')"), HasSubstr("Did you mean \"descending\"?"));
    EXPECT_THAT(says("rows:head(-1)"), HasSubstr("head wants a number of rows, and got -1."));
    EXPECT_THAT(says("rows:arrange 'benef_f'"), HasSubstr("Did you mean \"sorted\"?"));
}

TEST_F(QueryWords, AChoiceMayBeOfTexts)
{
    holds("local r = rows:derive { t = bilan.when(f.benef_total:ge(20), 'grand', 'petit'),\n"
          "  s = bilan.when({ porteur = 'Cap' }, 'autre', f.statut), u = bilan.when(f.benef_total:ge(20), 'oui'),\n"
          "  v = bilan.when({ porteur = 'Cap' }, f.porteur, bilan.when(f.benef_f:gt(10), 'x', 'Cap')) }\n"
          "local by = r:group { by = 't', measures = { { 'n', bilan.count() } } }\n"
          "assert(by[1].t == 'grand' and by[1].n.value == 3 and by[2].n.value == 1 and by[3].t == nil)\n"
          "assert(r:where { s = 'en cours' }:count() == 1 and r:where { s = 'autre' }:count() == 2)\n"
          "assert(r:where { u = 'oui' }:count() == 3 and r:where(f.u:in_state { 'so' }):count() == 1)\n"
          "assert(r:where { v = 'Cap' }:count() == 3 and r:where { v = 'x' }:count() == 2)");
    EXPECT_THAT(says("rows:derive { t = bilan.when(f.benef_total:ge(20), 'grand', 0) }"),
                HasSubstr("gives a text on one side and a number on the other."));
    EXPECT_THAT(
        failing("local rows = run:dataset 'emploi'\nrows:derive { t = bilan.when(f.benef_f:ge(20), 1, f.statut) }",
                base::Language::french),
        HasSubstr("essai.lua:8\u00A0: «\u00A0"));
}

/// 512 MiB at a time, 2 GiB in all: a column that a function makes is counted like one that a union copies.
TEST_F(QueryWords, ColumnsOfFunctionsCountAmongWhatAScriptMakes)
{
    inputs_.limits.made_bytes = 400;
    EXPECT_THAT(says("for i = 1, 20 do rows:derive { x = function(row) return row.benef_f end } end"),
                HasSubstr("essai.lua:8: This script makes more than 0 MiB"));
    inputs_.limits.made_bytes = 20'000;
    EXPECT_THAT(says("local lines = {}\nfor i = 1, 50 do lines[i] = { rows:figure(bilan.sum(f.benef_f)) } end\n"
                     "run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = lines }"),
                HasSubstr("essai.lua:10: This script makes more than 0 MiB"))
        << "a figure is more than its number";
    inputs_.limits.made_bytes = 400;
    EXPECT_THAT(says("for i = 1, 20 do rows:head(2) end"), HasSubstr("essai.lua:8: This script makes more than 0 MiB"));
}

/// A value of another type says what was meant by it.
TEST_F(QueryWords, WhatStandsForSomethingElseSaysWhatToWrite)
{
    EXPECT_THAT(says("local g = rows:group { by = f.porteur, measures = { { 'n', bilan.count() } } }"),
                HasSubstr("essai.lua:8: \"Query:group › options › by\" expects the name of a field and gets an "
                          "expression. Write the name in quotes: 'porteur', not f.porteur."));
    EXPECT_THAT(says("local s = rows:sorted(f.benef_f)"),
                HasSubstr("expects the name of a field and gets an expression"));
    EXPECT_THAT(
        says("run:table { id = 't', title = 'T', data = rows:figure(bilan.sum(f.benef_f)) }"),
        HasSubstr("essai.lua:8: \"Run:table › options › data\" expects rows or groups and gets a single figure."));
    EXPECT_THAT(says("run:key_figures { { label = 'x', figure = 12 } }"),
                HasSubstr("gets number 12. Write bilan.given(12, 'people')"));
    EXPECT_THAT(says("run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = rows }"),
                HasSubstr("expects rows written by hand and gets bilan.Query. Give it as data = …"));
    EXPECT_THAT(says("local s = rows:figure(bilan.sum(f.benef_f, f.exercice:eq(2025)))"),
                HasSubstr("Write { where = f.x:eq(3) } for a condition."));
    EXPECT_THAT(says("local d = rows:derive { part = bilan.ratio(f.benef_f, f.benef_total) }"),
                HasSubstr("\"Query:derive › fields › part\" computes row by row and gets a measure"));
    EXPECT_THAT(failing("local g = run:dataset('emploi'):sorted(f.benef_f)", base::Language::french),
                HasSubstr("attend le nom d'un champ et reçoit une expression"));
}

TEST_F(QueryWords, DatesAreComparedWithDays)
{
    holds("assert(bilan.date(2025, 9, 1) == 45901)\n"
          "assert(rows:where(f.date_debut:ge(bilan.date(2025, 1, 1))):count() == 0)");
    EXPECT_THAT(
        says("local r = rows:where(f.date_debut:ge('2025-09-01'))"),
        HasSubstr(
            "The field \"date_debut\" holds dates and is compared here with \"2025-09-01\", which is none to bilan. "
            "Write bilan.date(2025, 9, 1)."));
    EXPECT_THAT(says("local r = rows:where { date_debut = '01/09/2025' }"),
                HasSubstr("Write bilan.date(2025, 1, 31)."));
    EXPECT_THAT(
        says("local r = rows:where(f.date_debut:ge(2025))"),
        HasSubstr("is compared here with \"2025\", which is none to bilan. Write f.date_debut:year():ge(2025)."));
    EXPECT_THAT(says("local r = rows:where { date_debut = 2025 }"), HasSubstr("Write f.date_debut:year():eq(2025)."));
    EXPECT_THAT(
        says("local r = rows:where(function(row) return row.date_debut == '2025-09-01' end)"),
        HasSubstr("is compared here with \"2025-09-01\", which is none to bilan. Write bilan.date(2025, 9, 1)."));
    EXPECT_THAT(
        says("local r = rows:where(function(row) return row.date_debut and row.date_debut >= '2025-09-01' end)"),
        HasSubstr("Write bilan.date(2025, 9, 1)."));
    EXPECT_THAT(says("local r = rows:where(function(row) return 2025 < row.date_debut end)"),
                HasSubstr("is compared here with \"2025\", which is none to bilan. Write bilan.date(2025, 1, 1)."));
    EXPECT_THAT(says("local r = rows:where(function(row) return row.date_debut > 2025 end)"),
                HasSubstr("Write bilan.date(2025, 1, 1)."));
    holds("assert(rows:where(f.date_debut:year():ge(2025)):count() == 0)\n"
          "assert(rows:where(function(row) return row.date_debut ~= nil and row.date_debut < 45901 end):count() == 0)");
    EXPECT_THAT(says("return bilan.date(2025, 2, 29)"), HasSubstr("\"bilan.date › day = 29\" is out of bounds. Give a "
                                                                  "number from 1 to 28."));
}

TEST_F(QueryWords, ARateTimesAHundredIsSaid)
{
    const auto said = [&](const std::string& build) {
        std::string text;
        for (const JournalLine& line :
             built("local rows = run:dataset('emploi'):where { exercice = 2025 }\n" + build +
                   "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }")
                 .journal)
            text += std::to_string(line.line) + ' ' + line.text + '\n';
        return text;
    };
    const char* words = "est un taux multiplié par 100";
    EXPECT_THAT(said("local m = rows:figure(bilan.mean(100 * f.benef_f / f.benef_total))"), HasSubstr(words));
    EXPECT_THAT(said("local m = rows:figure(bilan.ratio(f.benef_f * 100, f.benef_total))"), HasSubstr(words));
    EXPECT_THAT(said("local d = rows:derive { p = f.benef_f / f.benef_total * 100 }"),
                HasSubstr(std::string("7 «\u00A0")));
    EXPECT_EQ(said("local m = rows:figure(bilan.mean(100 * f.benef_f / f.benef_total, { unit = 'number' }))"), "");
    EXPECT_EQ(said("local m = rows:figure(bilan.mean(f.accorde_p147 / f.benef_total * 100))"), "");
}

TEST_F(QueryWords, ARatioHasTheUnitOfWhatItSets)
{
    holds("local function unit(above, below) return rows:figure(bilan.ratio(above, below)).unit end\n"
          "assert(unit(f.benef_f, f.benef_total) == 'rate', unit(f.benef_f, f.benef_total))\n"
          "assert(unit(f.accorde_p147, f.benef_total) == 'euro', unit(f.accorde_p147, f.benef_total))\n"
          "assert(unit(f.accorde_p147, f.demande_p147) == 'rate')\n"
          "assert(unit(f.benef_f * f.porteur:eq('Cap'), f.benef_total) == 'rate')\n"
          "assert(unit(f.accorde_p147:gt(0), f.benef_total) == 'rate')\n"
          "assert(unit(f.accorde_p147 * f.porteur:eq('Cap'), f.benef_total) == 'euro')\n"
          "assert(rows:figure(bilan.ratio(f.accorde_p147, f.benef_total, { unit = 'rate' })).unit == 'rate')");
}

TEST_F(QueryWords, SelectKeepsTheFieldsNamed)
{
    holds("local few = rows:select { 'porteur', 'benef_f' }\n"
          "assert(#few:fields() == 2 and few:fields()[1] == 'porteur' and not few:has 'benef_h')");
    EXPECT_THAT(says("rows:select { 'porteurs' }"), HasSubstr("Did you mean \"porteur\"?"));
    EXPECT_THAT(says("rows:select {}"), HasSubstr("gets an empty list"));
}

TEST_F(QueryWords, DeriveTakesExpressionsAndFunctions)
{
    holds(
        "local more = rows:derive { ecart = f.benef_f - f.benef_h,\n"
        "  grand = function(row, state) if state.benef_total ~= 'val' then return bilan.state(state.benef_total) end\n"
        "    return row.benef_total > 15 end }\n"
        "assert(more:where { grand = true }:count() == 3, more:where { grand = true }:count())\n"
        "assert(more:figure(bilan.count { grand = true }).unknown == 1)\n"
        "assert(more:figure(bilan.sum(f.ecart)).value == 3)");
    EXPECT_THAT(says("rows:derive { porteur = f.benef_f }"), HasSubstr("The field \"porteur\" is there already"));
    EXPECT_THAT(says("rows:derive { x = function(row) if row.benef_total == 10 then return 1 end return 'a' end }"),
                HasSubstr("A computed column is of one type"));
    EXPECT_THAT(says("rows:derive { x = function() return {} end }"), HasSubstr("is no value of a cell"));
    EXPECT_THAT(says("rows:derive { x = function() return 0 / 0 end }"), HasSubstr("not a finite number"));
}

TEST_F(QueryWords, AColumnThatGotNoValueIsComparedWithTextsAndWithNumbers)
{
    holds("local more = rows:derive { x = function() end, y = function() return bilan.state 'nc' end }\n"
          "assert(more:where { x = 'a' }:count() == 0 and more:where { x = 1 }:count() == 0)\n"
          "assert(more:where(f.x:ne('a')):count() == 0 and more:where(f.x:eq(f.porteur)):count() == 0)\n"
          "assert(more:where(f.porteur:eq(f.x)):count() == 0 and more:where(f.x:eq(f.y)):count() == 0)\n"
          "assert(more:where(f.x:one_of { 'a', 'b' }):count() == 0)\n"
          "assert(more:where(f.y:known_or('a'):eq 'a'):count() == 5)\n"
          "assert(more:where(f.y:known_or(2):eq(2)):count() == 5)\n"
          "assert(more:where(f.y:known_or(f.porteur):eq 'Cap'):count() == 2)\n"
          "assert(more:where(f.porteur:known_or(f.y):eq 'Cap'):count() == 2)\n"
          "assert(more:figure(bilan.sum(f.y)).unknown == 5)\n"
          "assert(#more:group { by = { 'y' }, measures = { { 'n', bilan.count() } } } == 1)");
    EXPECT_THAT(says("local more = rows:derive { x = function(row) return row.porteur end }\nmore:where { x = 1 }"),
                HasSubstr("holds texts"));
}

TEST_F(QueryWords, NamesOfFieldsMadeInAFunctionAreNotTakenForOthers)
{
    std::string build =
        "local more = rows\nlocal long = ('n'):rep(50)\n"
        "for at = 1, 90 do more = more:derive { [long .. at] = f.benef_f + at } end\n"
        "more = more:derive { right = function(row)\n"
        "  for at = 1, 90 do\n"
        "    local name = long .. at\n" // a text of its own each time, longer than Lua shares
        "    if row[name] ~= row.benef_f + at then return false end\n"
        "    if at % 9 == 0 then local waste = {} for one = 1, 200 do waste[one] = long .. one .. at end "
        "end\n"
        "  end\n"
        "  return true end }\n"
        "assert(more:where { right = true }:count() == 5)";
    holds(build);
    EXPECT_THAT(says("rows:where(function(row) return row[1] end)"), HasSubstr("expects string and gets number 1"));
}

TEST_F(QueryWords, AnErrorInAFunctionNamesTheRowInHand)
{
    inputs_.language = base::Language::french;
    EXPECT_EQ(failing("run:dataset('emploi'):derive {\n  double = function(row) return row.benef_total * 2 end }",
                      base::Language::french),
              "reports/essai.lua:8\u00A0: «\u00A0benef_total\u00A0» vaut nil et ne se calcule pas. Une valeur inconnue "
              "n'est pas zéro\u00A0: testez-la d'abord.\n"
              "  8 |   double = function(row) return row.benef_total * 2 end }\n"
              "    |                                     ^^^^^^^^^^^\n"
              "  en traitant mde_2025.xlsx › Bilan › ligne 5");
    inputs_.language = base::Language::english;
    EXPECT_THAT(says("rows:where(function(row) return row.benef_totl end)"),
                testing::AllOf(HasSubstr("Unknown field \"benef_totl\" in \"emploi\". Did you mean \"benef_total\"?"),
                               HasSubstr("while processing mde_2025.xlsx › Bilan › row 2")));
    EXPECT_THAT(says("rows:where(function() return 1 end)"),
                testing::AllOf(HasSubstr("The function of where gives number 1."), HasSubstr("› row 2")));
}

TEST_F(QueryWords, AFunctionThatComparesANumberWithATextIsRefused)
{
    const std::string number =
        "The field \"exercice\" holds numbers and is compared here with the text \"2025\". Write 2025 "
        "without quotes.";
    EXPECT_THAT(says("rows:where(function(row) return row.exercice == '2025' end)"),
                testing::StartsWith("reports/essai.lua:8: " + number));
    EXPECT_THAT(
        says("local function of_year(line)\n  return '2025' ~= line.exercice\nend\nrows:derive { x = of_year }"),
        testing::StartsWith("reports/essai.lua:9: " + number));
    EXPECT_THAT(says("rows:where(function(row) return row.porteur == 12 end)"),
                testing::StartsWith("reports/essai.lua:8: The field \"porteur\" holds texts"));
    holds("assert(rows:where(function(row) return row.exercice == 2025 and row.porteur ~= 'Cap' end):count() == 3)\n"
          "assert(rows:derive { x = function(row) return row.porteur end }:where(function(row) return row.x == 'Cap' "
          "end):count() == 2)\n"
          "local other = { row = { exercice = '2025' } }\n"
          "assert(rows:where(function(row) return other.row.exercice == '2025' and row.exercice > 2024 end):count() == "
          "4)");
}

TEST_F(QueryWords, ATextThatIsNoNumberIsNotToBeWrittenWithoutItsQuotes)
{
    const std::string said =
        "compares a text with a number. Compare values of one kind; what is not known is looked for "
        "with in_state { 'nc' }.";
    EXPECT_THAT(says("rows:where(f.benef_total:eq('NC'))"), HasSubstr("\"benef_total = 'NC'\" " + said));
    EXPECT_THAT(says("rows:where(function(row) return row.benef_total == 'NC' end)"),
                HasSubstr("\"benef_total = 'NC'\" " + said));
    inputs_.language = base::Language::french;
    EXPECT_THAT(
        failing("run:dataset('emploi'):where(f.benef_total:eq('NC'))", base::Language::french),
        HasSubstr("«\u00A0benef_total = 'NC'\u00A0» compare un texte et un nombre. Comparez des valeurs de même "
                  "nature\u00A0; ce qui n'est pas connu se cherche par in_state { 'nc' }."));
}

TEST_F(QueryWords, AListIsNeverEqualToAText)
{
    const std::string build = "rows:where(function(row) return row.territoire == 'QN07701M' end)";
    EXPECT_THAT(says(build),
                HasSubstr("\"row.territoire\" is a list, which Lua never holds for equal to a text. Choose with "
                          "where(f.territoire:eq(…)), or go through it: for _, x in ipairs(row.territoire) do."));
    inputs_.language = base::Language::french;
    EXPECT_THAT(failing("run:dataset('emploi'):where(function(row) return row.territoire == 'QN07701M' end)",
                        base::Language::french),
                HasSubstr("«\u00A0row.territoire\u00A0» est une liste, que Lua ne tient jamais pour égale à un texte. "
                          "Choisissez par where(f.territoire:eq(…)), ou parcourez-la\u00A0: for _, x in "
                          "ipairs(row.territoire) do."));
    holds("assert(rows:where(function(row) return row.territoire ~= nil end):count() == 0)");
}

TEST_F(QueryWords, WhatLuaDropsWithoutAWordIsRefused)
{
    const std::string said = "'Avenir' or 'Cap' is always 'Avenir': Lua keeps the first value alone. Write one_of { "
                             "'Avenir', 'Cap' }, or { 'Avenir', 'Cap' } in a table of where.";
    EXPECT_THAT(says("rows:where(f.porteur:eq('Avenir' or 'Cap'))"), HasSubstr(said));
    EXPECT_THAT(says("rows:where { porteur = 'Avenir' or 'Cap' }"), HasSubstr(said));
    EXPECT_THAT(failing("return run:dataset('emploi'):where { exercice = 2024 or 2025 }", base::Language::french),
                HasSubstr("2024 or 2025 vaut toujours 2024\u00A0: Lua ne garde que la première valeur. "
                          "Écrivez one_of { 2024, 2025 }, ou { 2024, 2025 } dans une table de where."));
    EXPECT_THAT(
        says("rows:where {\n  porteur = 'Avenir', exercice = 2025,\n  porteur = 'Cap' }"),
        AllOf(HasSubstr("essai.lua:10: "), HasSubstr("\"porteur\" is there twice, and only one would count. Give the "
                                                     "second another name, or take it out.")));
    EXPECT_THAT(
        failing("return run:dataset('emploi'):where { porteur = 'Avenir', porteur = 'Cap' }", base::Language::french),
        HasSubstr("«\u00A0porteur\u00A0» est là deux fois, et un seul compterait. Donnez un autre nom au second, "
                  "ou ôtez-le."));
    holds(
        "local one = rows:count() > 3 and 'a' or 'b'\nlocal other = one or 'c'\nassert(one == 'a' and other == 'a')\n"
        "local t = { a = 1, b = { a = 2 }, c = function() local a, b = 1, 2 if a then a = 3 end return a end, d = 4 }\n"
        "assert(t.b.a == 2 and t.c() == 3)");
}

TEST_F(QueryWords, RowsOnBothSidesOfASumOrAComparisonAreSaid)
{
    const auto said = [&](const std::string& build) {
        std::string all;
        for (const JournalLine& line :
             built(
                 "local rows = run:dataset 'emploi'\n" + build +
                 "\nrun:key_figures { { label = 'x', figure = rows:where { exercice = 2025 }:figure(bilan.count()) } }")
                 .journal)
            all += line.text + '\n';
        return all;
    };
    inputs_.language = base::Language::english;
    const std::string two =
        "2 row(s) are on both sides: a sum counts them twice, a comparison sees no change in them. Take "
        "them out of one of the two by where.";
    const std::string sums = "local now = rows:where { exercice = 2025 }\nlocal total = bilan.sum(f.benef_total)\n";
    EXPECT_THAT(said(sums + "local x = now:where(f.benef_total:ge(10)):figure(total) + "
                            "now:where(f.benef_total:ge(20)):figure(total)"),
                HasSubstr(two));
    EXPECT_THAT(said(sums + "local x = now:compare(rows, { by = 'porteur', measures = { { 'n', bilan.count() } } })"),
                HasSubstr("4 row(s) are on both sides"));
    EXPECT_THAT(said(sums +
                     "local all\nfor _, g in ipairs(now:group { by = 'porteur', measures = { { 'b', total } } "
                     "}:rows()) do all = all and all + g.b or g.b end\n"
                     "local y = now:figure(total) + now:figure(bilan.sum(f.benef_f))\n"
                     "local z = now:figure(total) - now:where { porteur = 'Cap' }:figure(total)\n"
                     "local c = now:compare(rows:where { exercice = 2024 }, { by = 'porteur', measures = { { 'b', "
                     "total } } })"),
                Not(HasSubstr("on both sides")));
    inputs_.language = base::Language::french;
    EXPECT_THAT(
        said(sums + "local x = now:figure(total) + rows:where(f.benef_total:ge(20)):figure(total)"),
        HasSubstr("2 ligne(s) sont des deux côtés\u00A0: une somme les compte deux fois, une comparaison n'y voit "
                  "aucun changement. Ôtez-les de l'un des deux par where."));
}

TEST_F(QueryWords, AFileThatCountsAsRowsAndIsReadAsATableIsSaid)
{
    inputs_.read_table = [&](const TableRequest&) { return inputs_.datasets.at("emploi"); };
    const auto said = [&](const std::string& file, base::Language language) {
        inputs_.language = language;
        std::string all;
        for (const JournalLine& line : built("local rows = run:read '" + file +
                                             "'\nrun:key_figures { { label = 'x', figure = rows:where { exercice = "
                                             "2025 }:figure(bilan.count()) } }")
                                           .journal)
            all += std::to_string(line.line) + ' ' + line.text;
        return all;
    };
    EXPECT_EQ(said("mde_2025.xlsx", base::Language::english),
              "6 \"mde_2025.xlsx\" is read here as a table, and 5 of its rows count in \"emploi\" as well. If it is a "
              "further "
              "file, put it beside the report rather than among the inputs.");
    EXPECT_EQ(
        said("mde_2025.xlsx", base::Language::french),
        "6 «\u00A0mde_2025.xlsx\u00A0» est lu ici comme un tableau, et 5 de ses lignes comptent aussi dans "
        "«\u00A0emploi\u00A0». Si c'est un fichier annexe, mettez-le à côté du rapport plutôt que parmi les entrées.");
    EXPECT_EQ(said("budgets.csv", base::Language::french), "");
}

TEST_F(QueryWords, TypesOfColumnsAreOfThoseThatTheFileHas)
{
    std::map<std::string, data::FieldType> asked;
    inputs_.read_table = [&](const TableRequest& request) {
        asked = request.types;
        return inputs_.datasets.at("emploi");
    };
    holds("assert(run:read('x.csv', { types = { porteur = 'code', benef_f = 'number' } }):count() == 5)");
    EXPECT_EQ(asked, (std::map<std::string, data::FieldType>{{"porteur", data::FieldType::code},
                                                             {"benef_f", data::FieldType::number}}));
    EXPECT_THAT(says("run:read('x.csv', { types = { porteurs = 'code' } })"),
                testing::AllOf(HasSubstr("\"porteurs\""), HasSubstr("Did you mean \"porteur\"?")));
    EXPECT_THAT(says("run:read('x.csv', { types = { porteur = 'codes' } })"),
                testing::AllOf(HasSubstr("\"codes\""), HasSubstr("Did you mean \"code\"?")));
    EXPECT_THAT(says("run:read('x.csv', { types = { porteur = 'choice' } })"), HasSubstr("text, count, number"));
    EXPECT_THAT(says("run:read('x.csv', { types = { 'code' } })"), HasSubstr("types"));
}

TEST_F(QueryWords, ASumOfSharesOfEachRowIsRefused)
{
    EXPECT_THAT(says("rows:figure(bilan.sum(f.benef_f / f.benef_total))"),
                HasSubstr("benef_f / benef_total\" is of type rate: its sum means nothing"));
    EXPECT_THAT(says("rows:derive { part = f.benef_f / (f.benef_f + f.benef_h) }:figure(bilan.sum(f.part))"),
                HasSubstr("is of type rate: its sum means nothing"));
    holds("local part = f.benef_f / f.benef_total\n"
          "assert(rows:figure(bilan.median(part)).value and rows:figure(bilan.sum(part * f.accorde_p147)).value)\n"
          "assert(rows:figure(bilan.sum(f.benef_f / 2)).value == 43)");
}

TEST_F(QueryWords, RowsAreReadOnlyAndOverAfterTheCall)
{
    holds("assert(rows:where(function(row) return row.porteur == 'Cap' end):count() == 2)");
    EXPECT_THAT(says("rows:where(function(row) row.porteur = 'x' end)"), HasSubstr("A row cannot be changed"));
    EXPECT_THAT(says("local kept\nrows:where(function(row) kept = row end)\nreturn kept.porteur"),
                HasSubstr("This row is over"));
    holds("local names = {}\nfor row in rows:each() do names[#names + 1] = row end\n"
          "assert(#names == 5 and names[1].porteur == 'Avenir' and names[5].porteur == 'Cap')\n"
          "assert(tostring(names[2]) == 'mde_2025.xlsx › Bilan › ligne 3', tostring(names[2]))\n"
          "assert(names[4].benef_total == nil and math.type(names[1].benef_total) == 'integer')");
}

TEST_F(QueryWords, BinsShareAndMedian)
{
    holds("local bands = rows:derive { taille = bilan.bins(f.benef_total, { 20, 50 }) }\n"
          "  :group { by = 'taille', measures = { { 'n', bilan.count() } } }\n"
          "assert(bands[1].taille == '< 20' and bands[2].taille == '20 – < 50' and bands[3].taille == '≥ 50')\n"
          "assert(bands[2].n.value == 2 and bands[4].taille == nil)\n"
          "local named = rows:derive { t = bilan.bins(f.benef_total, { 50 }, { labels = { 'petit', 'grand' } }) }\n"
          "assert(named:where { t = 'grand' }:count() == 1)\n"
          "local share = rows:figure(bilan.share(f.benef_total:ge(20)))\n"
          "assert(share.value == 0.75 and share.numerator == 3 and share.unknown == 1 and share.unit == 'rate')\n"
          "assert(rows:figure(bilan.median(f.benef_f)).value == 12 and "
          "rows:figure(bilan.count_distinct(f.porteur)).value == 3)");
    EXPECT_THAT(says("return bilan.bins(f.benef_total, { 5, 5 })"), HasSubstr("expects ascending bounds"));
    EXPECT_THAT(says("return bilan.bins(f.benef_total, { 5 }, { labels = { 'a' } })"),
                HasSubstr("has 1 bound(s), which makes 2 bands, and gets 1 labels"));
    EXPECT_THAT(says("rows:derive { t = bilan.bins(f.porteur, { 5 }) }"), HasSubstr("wants numbers"));
}

TEST_F(QueryWords, GroupsAreRankedSharedAndCut)
{
    holds("local groups = rows:where { exercice = 2025 }:group { by = 'porteur', measures = { { 'f', "
          "bilan.sum(f.benef_f) } } }\n"
          "local all = groups:rank('f', { as = 'rang' }):share('f'):sorted('rang')\n"
          "assert(all[1].porteur == 'Avenir' and all[1].rang.value == 1 and all[2].rang.value == 2)\n"
          "assert(all[1].f_share.numerator == 16 and all[1].f_share.denominator == 36 and #all:head(2) == 2)\n"
          "run:table { id = 't', title = 'T', data = all, totals = true }");
    EXPECT_THAT(says("rows:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:rank 'm'"),
                HasSubstr("Unknown value \"m\" for \"Groups:rank\""));
    EXPECT_THAT(says("rows:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:share('n', { as = 'n' })"),
                HasSubstr("\"n\" is the name of a column of these groups already"));
}

TEST_F(QueryWords, PivotUnpivotUnionAndCompare)
{
    holds("local wide = rows:pivot { rows = 'porteur', columns = 'exercice', measure = bilan.sum(f.benef_f) }\n"
          "assert(wide[3]['2024'].value == 50 and wide[1]['2024'].value == nil and wide[1]['2024'].cause == 'so')\n"
          "local long = rows:unpivot { fields = { { 'F', 'benef_f' }, { 'H', 'benef_h' } }, name = 'sexe', value = "
          "'benef' }\n"
          "assert(long:count() == 10 and long:where { sexe = 'F' }:figure(bilan.sum(f.benef)).value == 86)\n"
          "assert(long:has 'porteur' and not long:has 'accorde_p147')\n"
          "assert(rows:union(rows):count() == 10)\n"
          "local years = rows:where { exercice = 2025 }:compare(rows:where { exercice = 2024 },\n"
          "  { by = 'porteur', measures = { { 'f', bilan.sum(f.benef_f) } } })\n"
          "assert(years[3].f.value == 5 and years[3].f_before.value == 50 and years[3].f_change.value == -45)\n"
          "assert(years[3].f_growth.value == -0.9 and years[1].f_change.value == nil)\n"
          "run:table { id = 'c', title = 'C', data = years, totals = true }");
    EXPECT_THAT(says("rows:pivot { rows = 'porteur', columns = 'exercice', value = 1, measure = bilan.count() }"),
                HasSubstr("Unknown key \"value\" in \"Query:pivot › options\""));
    EXPECT_THAT(says("rows:unpivot { fields = { 'benef_f', 'porteur' }, name = 'n', value = 'v' }"),
                HasSubstr("is a text on one side and a number on the other"));
    EXPECT_THAT(says("rows:compare(rows, { by = 'porteur', measures = {}, coverage = 80 })"),
                HasSubstr("Give a number from 0 to 1."));
}

TEST_F(QueryWords, JoinSaysWhatDoesNotFit)
{
    const auto report = built(R"(
      local rows = run:dataset "emploi"
      local grants = rows:where(f.accorde_p147:ge(1000)):select { "porteur", "accorde_p147" }
      local joined = rows:where { exercice = 2025 }:join(grants, { on = "porteur", fields = "accorde_p147", prefix = "b_" })
      assert(joined:count() == 4, "no row is multiplied")
      local figure = joined:figure(bilan.sum(f.b_accorde_p147))
      assert(figure.value == 11000 and figure.unit == "euro" and figure.unknown == 2, tostring(figure.unknown))
      assert(#figure:sources() == 4 and figure:sources()[1].field == "porteur")
      local summed = rows:join(grants, { on = { porteur = "porteur" }, fields = "accorde_p147", prefix = "s_", repeated = "sum" })
      assert(summed:where { porteur = "Avenir" }:figure(bilan.max(f.s_accorde_p147)).value == 4000)
      run:table { id = "t", title = "T", data = joined:select { "porteur", "b_accorde_p147" } }
    )");
    ASSERT_EQ(report.journal.size(), 4U); // two joins that take grants of another year, and what each finds
    EXPECT_THAT(report.journal[1].text, HasSubstr("«\u00A0jointure par porteur\u00A0» repose sur des lignes d'autres"));
    EXPECT_THAT(report.journal[2].text, HasSubstr("«\u00A0jointure par porteur\u00A0» repose sur des lignes d'autres"));
    EXPECT_THAT(report.journal[3].text, HasSubstr("4 lignes sur 5 reçoivent une valeur de «\u00A0accorde_p147\u00A0»"));
    EXPECT_EQ(report.journal[0].text,
              "Jointure sur «\u00A0porteur\u00A0»\u00A0: 1 clé(s) reviennent plusieurs fois dans «\u00A0emploi\u00A0», "
              "la première à mde_2025.xlsx › Bilan › ligne 4\u00A0; leurs champs sont «\u00A0err\u00A0». Donnez "
              "«\u00A0first\u00A0» ou «\u00A0sum\u00A0» à repeated, ou corrigez le fichier.");
    EXPECT_EQ(report.journal[0].line, 9);
    const auto& table = std::get<workbook::Table>(report.pages[0].blocks.front());
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(std::get<data::State>(table.rows[0][1]), data::State::error);
    EXPECT_EQ(std::get<double>(table.rows[1][1]), 2000);
    EXPECT_EQ(table.columns[1].header, "Subvention accordée (P147)");
}

} // namespace

} // namespace bilan::script
