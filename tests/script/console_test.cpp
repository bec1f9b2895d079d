// SPDX-License-Identifier: MPL-2.0
//
// The console below the terminal: entries that need their end, names that last, limits for each entry, completion.
#include "report_workshop.hpp"

#include "script/console.hpp"
#include "script/console_entry.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace bilan::script {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Consoles : public Reports {
protected:
    void SetUp() override
    {
        Reports::SetUp();
        inputs_.language = base::Language::english;
    }
    Console& console()
    {
        if (!console_) console_ = std::make_unique<Console>(path_, inputs_, folder_);
        return *console_;
    }
    /// The answer in one text: printed, then words and cells, then failures.
    std::string say(const std::string& entry)
    {
        const ConsoleAnswer answer = console().evaluate(entry);
        std::string text;
        for (const std::string& line : answer.printed) text += line + '\n';
        for (const Shown& shown : answer.shown) {
            text += shown.text + '\n';
            for (const std::vector<std::string>& row : shown.rows) {
                for (const std::string& cell : row) text += cell + '|';
                text += '\n';
            }
            text += shown.note;
        }
        for (const base::Error& failure : answer.failures) text += failure.sentence(inputs_.language) + '\n';
        return text;
    }
    std::unique_ptr<Console> console_;
};

TEST(ConsoleEntry, OutermostLocalsLast)
{
    EXPECT_EQ(with_lasting_locals("local x = 1"), "      x = 1");
    EXPECT_EQ(with_lasting_locals("local function f() local y = 2 return y end local a, b = f()"),
              "      function f() local y = 2 return y end       a, b = f()");
    EXPECT_EQ(with_lasting_locals("if x then local y = 1 end"), "if x then local y = 1 end");
    EXPECT_EQ(with_lasting_locals("repeat local y = 1 until y local z = 2"), "repeat local y = 1 until y       z = 2");
    EXPECT_EQ(with_lasting_locals("for i = 1, 2 do local y = i end"), "for i = 1, 2 do local y = i end");
    EXPECT_EQ(with_lasting_locals("local x <const> = 1"), "local x <const> = 1");
    EXPECT_EQ(with_lasting_locals("local x"), "local x");
    EXPECT_EQ(with_lasting_locals("a = 'end local b = 1' -- local c = 1"), "a = 'end local b = 1' -- local c = 1");
    EXPECT_EQ(with_lasting_locals("a = [==[ ]] end ]==] local b = 1"), "a = [==[ ]] end ]==]       b = 1");
}

TEST(ConsoleEntry, WhatStandsBeforeTheCursor)
{
    const BeforeCursor chain = before_cursor("x = run.params.ex");
    EXPECT_THAT(chain.chain, ElementsAre("run", "params"));
    EXPECT_EQ(chain.word, "ex");
    EXPECT_EQ(chain.from, 15U);
    EXPECT_THAT(before_cursor("emploi:gr").chain, ElementsAre("emploi"));
    EXPECT_FALSE(before_cursor("emploi:where{}:gr").is_nameable);
    const BeforeCursor text = before_cursor("run:indicator \"EM");
    EXPECT_TRUE(text.is_text);
    EXPECT_EQ(text.word, "EM");
    EXPECT_EQ(text.from, 15U);
    EXPECT_FALSE(before_cursor("f 'a' x").is_text);
    EXPECT_EQ(before_cursor("").word, "");
}

TEST_F(Consoles, AnEntryMayTakeSeveralLines)
{
    EXPECT_TRUE(console().is_unfinished("emploi:group {"));
    EXPECT_TRUE(console().is_unfinished("local function g()"));
    EXPECT_TRUE(console().is_unfinished("1 +"));
    EXPECT_TRUE(console().is_unfinished("x = [[a"));
    EXPECT_TRUE(console().is_unfinished("f("));
    EXPECT_FALSE(console().is_unfinished("emploi"));
    EXPECT_FALSE(console().is_unfinished("emploi:count")) << "brackets are missing, not lines";
    EXPECT_FALSE(console().is_unfinished("x = 1"));
    EXPECT_FALSE(console().is_unfinished("x = = 1"));
    EXPECT_FALSE(console().is_unfinished("-- a word"));
}

TEST_F(Consoles, ValuesAreShownAndNamesLast)
{
    EXPECT_EQ(say("1 + 1"), "2\n");
    EXPECT_EQ(say("local part = bilan.ratio(f.benef_f, f.benef_total)"), "");
    EXPECT_THAT(say("emploi:group { by = { 'porteur' }, measures = { { 'part', part } } }"),
                HasSubstr("Avenir|40.0%|\nBoussole|75.0%|\n"));
    EXPECT_THAT(say("emploi:figure(bilan.sum(f.benef_total))"),
                AllOf(HasSubstr("159"), HasSubstr("base 4, unknown 1, coverage 80%")));
    EXPECT_EQ(say("_, 7"), "≥\u00A0159  (base 4, unknown 1, coverage 80%)\n7\n");
    EXPECT_THAT(say("emploi"),
                AllOf(HasSubstr("emploi\u00A0· 5\u00A0rows"), HasSubstr("2025|Cap|réalisée|500|nc|5|5|")));
    EXPECT_THAT(say("emploi:where(f.porteur:eq 'Nobody')"), HasSubstr("0\u00A0rows"));
    EXPECT_THAT(say("emploi:cross { rows = 'porteur', columns = 'exercice', measure = bilan.count() }"),
                HasSubstr("Cap|1|1|2|\nTotal|1|4|5|\n"));
    EXPECT_EQ(say("{ 1, 'a', { b = true, a = nil }, g = print }"), "{ 1, \"a\", { b = true }, g = function }\n");
    EXPECT_EQ(say("print('é', 2)"), "é 2\n");
    EXPECT_EQ(say("nil"), "");
    EXPECT_EQ(say("'one\\ntwo'"), "one\ntwo\n");
}

TEST_F(Consoles, PagesAreShownAndMayBeMadeAgain)
{
    const std::string table =
        "run:table { id = 't', title = 'Trial', parameters = { { name = 'k', value = 2, label = 'k' } }, "
        "columns = { { header = 'Holder' }, { header = 'n', kind = 'integer' }, "
        "{ header = 'Twice', kind = 'integer', formula = f.n * f.k } }, rows = { { 'Avenir', 2 } } }";
    EXPECT_THAT(say(table), HasSubstr("Avenir|2|4|"));
    EXPECT_THAT(say(table), HasSubstr("Avenir|2|4|")) << "the same id, tried again";
    EXPECT_THAT(say("run:key_figures { 'EMP01' }"), HasSubstr("EMP01|"));
    EXPECT_THAT(say("run:part('Part', function() run:table { id = 't' } end)"), HasSubstr("console:4"));
}

TEST_F(Consoles, AnErrorNamesItsLineAndEndsNothing)
{
    EXPECT_EQ(say("local function g(a)\n  return a.b.c\nend"), "");
    EXPECT_THAT(say("g({})"), AllOf(HasSubstr("console:2: "), HasSubstr("2 |   return a.b.c")))
        << "the entry that fails is the one that was typed first";
    EXPECT_THAT(say("emplo"),
                AllOf(HasSubstr("console:5: "), HasSubstr("Did you mean \"emploi\"?"), Not(HasSubstr("_VERSION"))));
    EXPECT_THAT(say("x = = 1"), AllOf(HasSubstr("console:6: "), HasSubstr("6 | x = = 1")));
    EXPECT_THAT(say("emploi:where(f.benef_totale:gt(1))"), HasSubstr("benef_total"));
    EXPECT_THAT(say("emploi:where(function(row) return row.benef_f.x end)"), HasSubstr("mde_2025.xlsx"));
    console().pass_over(":doc");
    EXPECT_EQ(console().next_line(), 10);
    EXPECT_EQ(say("1"), "1\n");
}

TEST_F(Consoles, LimitsHoldForEachEntryAlone)
{
    inputs_.limits.instructions = 2'000'000;
    inputs_.limits.memory_bytes = std::size_t{16} << 20U;
    EXPECT_THAT(say("while true do end"), HasSubstr("2 million steps"));
    EXPECT_THAT(say("while true do pcall(function() while true do end end) end"), HasSubstr("2 million steps"));
    EXPECT_EQ(say("1"), "1\n");
    EXPECT_THAT(say("local t = {} for i = 1, 1e6 do t[i] = { i } end"),
                AllOf(HasSubstr("memory"), HasSubstr("the names defined so far are forgotten")));
    EXPECT_THAT(say("emploi"), HasSubstr("5\u00A0rows"));
    EXPECT_THAT(say("\n\nt"), HasSubstr("console:8: "));
    EXPECT_EQ(say("for i = 1, 3e5 do end return 2"), "2\n");
    EXPECT_EQ(say("for i = 1, 3e5 do end return 3"), "3\n") << "steps are counted anew";
}

TEST_F(Consoles, AnEntryCanBeInterrupted)
{
    (void)say("1");
    std::thread hand([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        console().interruption() = true;
    });
    EXPECT_THAT(say("while true do pcall(function() while true do end end) end"), HasSubstr("Interrupted."));
    hand.join();
    EXPECT_EQ(say("2"), "2\n");
}

TEST_F(Consoles, TheSandboxIsThatOfReports)
{
    for (const char* attack : {"os", "io", "debug", "load", "dofile", "package", "collectgarbage"})
        EXPECT_THAT(say(attack), HasSubstr("is a name of Lua that the sandbox leaves out on purpose")) << attack;
    EXPECT_THAT(say("require '../x'"), HasSubstr("console:"));
    EXPECT_THAT(say("bilan.sum = 1"), HasSubstr("cannot be changed"));
    EXPECT_THAT(say("run:read '/etc/passwd'"), HasSubstr("console:"));
    EXPECT_THAT(say("setmetatable({}, { __gc = print })"), HasSubstr("__gc"));
    EXPECT_EQ(say("print = nil"), "") << "a name of the person's own stands before the sandbox's";
}

TEST_F(Consoles, CompletesNamesMembersFieldsAndIds)
{
    const auto words = [this](const std::string& text) { return console().complete(text).words; };
    EXPECT_THAT(words("empl"), ElementsAre("emploi"));
    EXPECT_THAT(words("emploi:gr"), ElementsAre("group"));
    EXPECT_THAT(words("f.benef_"), AllOf(Contains("benef_total"), Contains("benef_f"), Not(Contains("porteur"))));
    EXPECT_THAT(words("bilan.text."), Not(IsEmpty()));
    EXPECT_THAT(words("emploi:where { }:cros"), ElementsAre("cross"));
    EXPECT_THAT(words("run:indicator 'EMP0"), Contains("EMP05"));
    EXPECT_THAT(words("run:dataset \"emp"), ElementsAre("emploi"));
    EXPECT_EQ(say("mine = { alpha = 1, beta = 2 }"), "");
    EXPECT_THAT(words("print(mine.al"), ElementsAre("alpha"));
    EXPECT_THAT(words("nothing.x"), IsEmpty());
    EXPECT_EQ(say("trap = setmetatable({}, { __index = function() while true do end end })"), "");
    EXPECT_THAT(words("trap.a.b"), IsEmpty()) << "and the limits hold";
    EXPECT_EQ(console().complete("x = emploi:gr").from, 11U);
}

TEST_F(Consoles, FieldsOfADataset)
{
    const Shown shown = console().fields("emploi");
    EXPECT_THAT(shown.rows, Contains(ElementsAre("benef_total", "count", "4", testing::_)));
    EXPECT_THAT(console().fields("conseil").rows, Not(IsEmpty())) << "a schema without rows";
    EXPECT_THROW((void)console().fields("emplois"), base::Error);
}

/// « 1 +* 2 » is no statement that begins with a 1: what is wrong is the star.
TEST_F(Consoles, AValueIsJudgedAsAValue)
{
    EXPECT_THAT(say("1 +* 2"), HasSubstr("\"*\" is not expected here"));
    EXPECT_THAT(say("emploi:count())"), HasSubstr("\")\""));
    EXPECT_THAT(say("emploi:count())"), Not(HasSubstr("no statement")));
    EXPECT_THAT(say("for i = 1, 2 x"), HasSubstr("\"do\""));
    EXPECT_TRUE(is_meant_as_value("1 +* 2", "unexpected symbol near '1'"));
    EXPECT_TRUE(is_meant_as_value("f.licencies)", "syntax error near ')'"));
    EXPECT_FALSE(is_meant_as_value("x = 1 +* 2", "unexpected symbol near '*'"));
    EXPECT_FALSE(is_meant_as_value("local x y", "syntax error near 'y'"));
}

TEST_F(Consoles, TheLastValueIsNoneBeforeThereIsOne)
{
    EXPECT_THAT(say("_"), HasSubstr("\"_\" is the last value shown, and there is none yet."));
    EXPECT_THAT(say("40 + 2"), HasSubstr("42"));
    EXPECT_THAT(say("_ + 1"), HasSubstr("43"));
}

TEST_F(Consoles, ParametersAndLibrariesShowWhatTheyHold)
{
    EXPECT_THAT(say("bilan"), AllOf(HasSubstr("count()"), HasSubstr("text = {")));
    EXPECT_THAT(say("bilan.text"), HasSubstr("fold()"));
}

TEST_F(Consoles, MarksOfFiguresAreExplainedBelowThem)
{
    const std::string group = "emploi:group { by = 'porteur', measures = { { 'n', bilan.sum(f.benef_total) }, { 'm', "
                              "bilan.mean(f.benef_total) } } }";
    EXPECT_THAT(say(group), HasSubstr("≥: at least, for some rows are unknown; *: of the known rows alone"));
    EXPECT_THAT(say("emploi:where { exercice = 2024 }" + group.substr(6)), Not(HasSubstr("at least")));
    EXPECT_THAT(say("emploi:cross { rows = 'porteur', columns = 'statut', measure = bilan.sum(f.benef_total) }"),
                HasSubstr("≥: at least, for some rows are unknown"));
}

TEST_F(Consoles, RowsAreShownInTheirOrder)
{
    EXPECT_THAT(say("emploi:select { 'porteur', 'benef_f' }:sorted('benef_f', 'descending'):head(2)"),
                AllOf(HasSubstr("emploi\u00A0· First 2 rows of 5, by \"Women\", descending\n"),
                      HasSubstr("Cap|50|\nBoussole|15|\n")));
}

} // namespace
} // namespace bilan::script
