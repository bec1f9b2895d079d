// SPDX-License-Identifier: MPL-2.0
//
// What a report asks for and no workbook holds, and what it may not use up or send to a terminal.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace bilan::script {

namespace {

using testing::HasSubstr;

class ReportLimits : public Reports {};

TEST_F(ReportLimits, ATableThatNoSheetHoldsIsRefusedAtItsLine)
{
    const std::string rows = "run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = rows }";
    const std::string columns = "run:table { id = 't', title = 'T', columns = columns, rows = {} }";
    struct Slip {
        std::string build;
        const char* french;
        const char* english;
    };
    const Slip slips[] = {
        {"local row, rows = { 'a' }, {} for i = 1, 1048501 do rows[i] = row end " + rows,
         "reports/essai.lua:7\u00A0: Le tableau «\u00A0t\u00A0» a 1048501 lignes\u00A0; une feuille d'Excel en tient "
         "1048500. "
         "Regroupez les lignes (group), ou faites plusieurs tableaux.",
         "reports/essai.lua:7: The table \"t\" has 1048501 rows; a sheet of Excel holds 1048500. Group the rows "
         "(group), or "
         "make several tables."},
        {"local columns = {} for i = 1, 16001 do columns[i] = { header = 'c' .. i } end " + columns,
         "reports/essai.lua:7\u00A0: Le tableau «\u00A0t\u00A0» a 16001 colonnes\u00A0; une feuille d'Excel en tient "
         "16000. "
         "Mettez en lignes ce qui est en colonnes, ou faites plusieurs tableaux.",
         "reports/essai.lua:7: The table \"t\" has 16001 columns; a sheet of Excel holds 16000. Turn the columns into "
         "rows, "
         "or make several tables."},
        {"run:table { id = ('x'):rep(201), title = 'T', columns = { { header = 'A' } }, rows = {} }",
         "reports/essai.lua:7\u00A0: L'identifiant (id) de «\u00A0Run:table › options\u00A0» est vide, trop long ou "
         "contient un caractère invisible. "
         "Donnez-lui "
         "de 1 à 200 caractères\u00A0; les mots vont dans title.",
         "reports/essai.lua:7: The id of \"Run:table › options\" is empty, too long or holds a character that "
         "cannot be seen. Give it 1 to 200 characters; "
         "words go "
         "into title."},
        {"run:table { id = '', title = 'T', columns = { { header = 'A' } }, rows = {} }", "est vide, trop long",
         "is empty, too long"},
        {"run:table { id = 'a\\0b', title = 'T', columns = { { header = 'A' } }, rows = {} }", "un caractère invisible",
         "a character that cannot be seen"},
        {"run:table { id = 't', title = ' ', columns = { { header = 'A' } }, rows = {} }",
         "reports/essai.lua:7\u00A0: Le titre (title) de «\u00A0Run:table › options\u00A0» est vide. Dites en quelques "
         "mots ce "
         "que l'on y lit\u00A0: il est écrit en tête de la feuille.",
         "reports/essai.lua:7: The title of \"Run:table › options\" is empty. Say in a few words what is read there: "
         "it is "
         "written on top of the sheet."},
    };
    for (const Slip& slip : slips) {
        inputs_.language = base::Language::french;
        EXPECT_THAT(failing(slip.build, base::Language::french), HasSubstr(slip.french));
        inputs_.language = base::Language::english;
        EXPECT_THAT(failing(slip.build), HasSubstr(slip.english));
    }
}

TEST_F(ReportLimits, AReportWithoutATitleIsRefused)
{
    write("reports/essai.lua",
          "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'essai', title = '',\n"
          "  datasets = { 'emploi' }, build = function() end }\n");
    try {
        (void)describe_report(path_, "essai");
        ADD_FAILURE() << "taken";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.message().code, "BIL-928");
    }
}

TEST_F(ReportLimits, OneLongTextInManyRowsIsCutAndCounted)
{
    const auto times = [&](const std::string& count) {
        return "local text = ('é'):rep(4000000) local rows = {} for i = 1, " + count +
               " do rows[i] = { text } end "
               "run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = rows }";
    };
    inputs_.limits.memory_bytes = std::size_t{64} << 20U;
    const BuiltReport report = built(times("3"), "");
    ASSERT_EQ(report.pages.size(), 1U);
    const auto& table = std::get<workbook::Table>(report.pages.front().blocks.front());
    EXPECT_LT(std::get<std::string>(table.rows[2][0]).size(), 70'000U);
    EXPECT_THAT(failing(times("20000")), HasSubstr("The script is above 64 MiB of memory and is stopped."));
}

TEST_F(ReportLimits, TheJournalMovesNoTerminal)
{
    const BuiltReport report = built("bilan.info('a\\27[2Jb\\n\\tc\\7') run:table { id = 't', title = 'T', columns = { "
                                     "{ header = 'A' } }, rows = {} }",
                                     "");
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal.front().text, "a\\u001b[2Jb\n\tc\\u0007");
}

TEST_F(ReportLimits, AFailedExpectationIsSaidInBothLanguages)
{
    const auto file = write("reports/a_spec.lua", "local spec = require 'bilan.spec'\n"
                                                  "spec.it('a', function() spec.expect(1):to_be(2) end)\n"
                                                  "spec.it('b', function() spec.expect(1):to_be_unknown() end)\n"
                                                  "spec.it('c', function() spec.expect(1):to_be_near(2) end)\n");
    const auto said = [&](base::Language language) {
        std::vector<std::string> lines;
        for (const SpecResult& result : run_specs(path_, file, inputs_)) {
            const std::string sentence = result.failure ? result.failure->sentence(language) : "passed";
            lines.push_back(sentence.substr(0, sentence.find('\n')));
        }
        return lines;
    };
    EXPECT_THAT(
        said(base::Language::french),
        testing::ElementsAre("reports/a_spec.lua:2\u00A0: Attendu\u00A0: 2\u00A0; trouvé\u00A0: 1.",
                             "reports/a_spec.lua:3\u00A0: Aucune valeur n'était attendue\u00A0; trouvé\u00A0: 1.",
                             "reports/a_spec.lua:4\u00A0: Attendu\u00A0: environ 2\u00A0; trouvé\u00A0: 1."));
    EXPECT_THAT(said(base::Language::english),
                testing::ElementsAre("reports/a_spec.lua:2: expected 2, found 1.",
                                     "reports/a_spec.lua:3: expected no value, found 1.",
                                     "reports/a_spec.lua:4: expected about 2, found 1."));
}

TEST_F(ReportLimits, ATestThatLoopsLeavesTheOthersTheirResults)
{
    inputs_.limits.instructions = 2'000'000;
    const auto file = write("reports/a_spec.lua", "local spec = require 'bilan.spec'\n"
                                                  "spec.it('before', function() spec.expect(1):to_be(1) end)\n"
                                                  "spec.it('loops', function() while true do end end)\n"
                                                  "spec.it('after', function() spec.expect(1):to_be(1) end)\n");
    const std::vector<SpecResult> results = run_specs(path_, file, inputs_);
    ASSERT_EQ(results.size(), 3U);
    EXPECT_FALSE(results[0].failure);
    EXPECT_EQ(results[1].name, "loops");
    ASSERT_TRUE(results[1].failure);
    EXPECT_EQ(results[1].failure->message().code, "BIL-670");
    EXPECT_FALSE(results[2].failure) << "has what a script may use anew";

    const auto endless =
        write("reports/b_spec.lua", "local spec = require 'bilan.spec'\nspec.it('holds', function() "
                                    "spec.expect(1):to_be(1) end)\n"
                                    "while true do spec.it('loops', function() while true do end end) end\n");
    const std::vector<SpecResult> ended = run_specs(path_, endless, inputs_);
    ASSERT_EQ(ended.size(), 6U) << "the one that holds, four that loop, and what ended the file";
    EXPECT_FALSE(ended[0].failure);
    EXPECT_EQ(ended[5].name, "–");
    EXPECT_TRUE(ended[5].failure);
}

TEST_F(ReportLimits, ALoopOfUnionsCopiesEveryRowOnce)
{
    inputs_.limits.wall_clock = std::chrono::milliseconds(20'000); // one by one it would take minutes
    EXPECT_EQ(failing("local rows = run:dataset('emploi')\nlocal one = rows:where { porteur = 'Cap' }\n"
                      "local all = rows\nfor turn = 1, 10000 do all = all:union(one) end\n"
                      "assert(all:count() == 20005 and all:figure(bilan.sum(f.benef_f)).value == 86 + 10000 * 55)\n"
                      "assert(all:figure(bilan.sum(f.benef_f)):sources(1)[1].file == 'mde_2025.xlsx')\n"
                      "run:table { id = 't', title = 'T', data = all:group { by = 'porteur', measures = { { 'n', "
                      "bilan.count() } } } }"),
              "no error");
}

TEST_F(ReportLimits, TwoUnionsMayGoOnFromOne)
{
    EXPECT_EQ(failing("local rows = run:dataset('emploi')\nlocal cap = rows:where { porteur = 'Cap' }\n"
                      "local avenir = rows:where { porteur = 'Avenir' }\nlocal both = rows:union(cap)\n"
                      "local left, right = both:union(avenir), both:union(cap)\n"
                      "assert(both:count() == 7 and left:count() == 9 and right:count() == 9)\n"
                      "assert(left:where { porteur = 'Avenir' }:count() == 4)\n"
                      "assert(right:where { porteur = 'Cap' }:count() == 6)\n"
                      "assert(right:union(both:derive { x = f.benef_f }):figure(bilan.sum(f.x)).unknown == 9)\n"
                      "run:table { id = 't', title = 'T', data = left }"),
              "no error");
    EXPECT_THAT(failing("local rows = run:dataset('emploi')\nlocal x = rows:derive { x = f.benef_f }\n"
                        "x:union(rows:derive { x = f.porteur })"),
                testing::StartsWith("reports/essai.lua:9: \"x\" is a text on one side and a number on the other."));
}

TEST_F(ReportLimits, UnionsOfNothingEndToo)
{
    inputs_.limits.made_cells = 1'000'000;
    EXPECT_THAT(failing("local none = run:dataset('emploi'):where { porteur = 'Nul' }\nlocal all = none\n"
                        "while true do all = all:union(none) end"),
                testing::StartsWith("reports/essai.lua:9: This script has made more than 1 million cells"));
}

TEST_F(ReportLimits, TheTimeHoldsForALoopOfLongCalls)
{
    // Too few steps for the hook of Lua: without a look in each call, what watches from outside ends the whole process.
    inputs_.limits.wall_clock = std::chrono::milliseconds(300);
    EXPECT_THAT(failing("local all = run:dataset('emploi')\nfor turn = 1, 14 do all = all:union(all) end\n"
                        "while true do all:group { by = 'benef_f', measures = { { 'm', bilan.median(f.benef_h) } } } "
                        "end"),
                HasSubstr("The script is above 0.3 s and is stopped."));
}

TEST_F(ReportLimits, MoreThanAnybodyTurnsIsRefused)
{
    const std::string tables =
        "for at = 1, 2001 do run:table { id = 't' .. at, title = 'T', columns = { { header = 'a' } "
        "}, rows = { { 1 } } } end";
    const std::string keys =
        "for at = 1, 501 do run:key_figures { { label = 'K', figure = bilan.given(1, 'count') } } end";
    EXPECT_THAT(
        failing(tables, base::Language::french),
        HasSubstr("essai.lua:7\u00A0: Ce rapport a déjà 2000 tableaux, et chacun a sa feuille. Réunissez-les (une "
                  "colonne dit de quoi il s'agit), ou faites plusieurs rapports."));
    EXPECT_THAT(failing(tables),
                HasSubstr("essai.lua:7: This report has 2000 tables already, and each has its sheet. Put "
                          "them together (a column says which is which), or make several reports."));
    EXPECT_THAT(failing(keys, base::Language::french),
                HasSubstr("essai.lua:7\u00A0: La première page a déjà 500 chiffres clés. Mettez les autres dans un "
                          "tableau\u00A0: run:table."));
    EXPECT_THAT(failing(keys),
                HasSubstr("essai.lua:7: The first page has 500 key figures already. Put the others into a "
                          "table: run:table."));
    const std::string warnings = "for at = 1, 501 do run:warning('W') end";
    EXPECT_THAT(
        failing(warnings, base::Language::french),
        HasSubstr("essai.lua:7\u00A0: La première page a déjà 500 avertissements, que personne ne lira. Comptez "
                  "les cas et dites-les en une phrase."));
    EXPECT_THAT(failing(warnings),
                HasSubstr("essai.lua:7: The first page has 500 warnings already, which nobody will read. Count the "
                          "cases and say them in one sentence."));
    const std::string notes = "run:table { id = 't', title = 'T', columns = { { header = 'a' } }, rows = { { 1 } } } "
                              "for at = 1, 201 do run:note('N') end";
    EXPECT_THAT(failing(notes, base::Language::french),
                HasSubstr("essai.lua:7\u00A0: Ce tableau a déjà 200 notes, que personne ne lira. Comptez les cas et "
                          "dites-les en une phrase, ou mettez-les dans une colonne."));
    EXPECT_THAT(failing(notes),
                HasSubstr("essai.lua:7: This table has 200 notes already, which nobody will read. Count the cases and "
                          "say them in one sentence, or put them into a column."));
}

/// Scripts that try to get out, to go on for ever or to fill the machine, each ended where it stands.
TEST_F(ReportLimits, WhatIsHostileEndsAtItsLine)
{
    inputs_.limits.instructions = 6'000'000;
    inputs_.limits.wall_clock = std::chrono::milliseconds(5'000);
    struct Attack {
        const char* build;
        const char* message;
    };
    constexpr const char* endless = "million steps and is stopped";
    constexpr const char* deep = "Too many nested calls";
    const Attack attacks[] = {
        {"do local x <close> = setmetatable({}, { __close = function() while true do end end }) end", endless},
        {"local m = { __eq = function(a, b) return a == b end } return setmetatable({}, m) == setmetatable({}, m)",
         deep},
        {"local t t = setmetatable({}, { __concat = function(a, b) return a .. b end }) return t .. 'x'", deep},
        {"local t t = setmetatable({}, { __call = function(self) return 1 + self() end }) return t()", deep},
        {"local function less(a, b) table.sort({ 3, 1, 2 }, less) return a < b end table.sort({ 3, 1, 2 }, less)",
         deep},
        {"local m m = { __lt = function(a, b) table.sort({ a, b }) return true end }\n"
         "table.sort({ setmetatable({}, m), setmetatable({}, m) })",
         deep},
        {"local function g(s) return (s:gsub('.', g)) end return g('abc')", deep},
        {"xpcall(error, function() while true do end end)", endless},
        {"while true do pcall(function() while true do end end) end", endless},
        {"print(setmetatable({}, { __tostring = function() while true do end end }))", endless},
        {"for k in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) do end",
         endless},
        {"error(setmetatable({}, { __tostring = function() while true do end end, __name = ('x'):rep(1e6) }))",
         "The script stops with error(table), without a text."},
        {"return utf8.codepoint(('é'):rep(1e6), 1, -1)", "Too many values at once"},
        {"local s = ('é'):rep(1e6) while true do for place in utf8.codes(s) do end end", endless},
        {"local t = {} for at = 1, 1e6 do t = setmetatable({}, { __index = t }) end return t.x", endless},
        {"local function g() for row in run:dataset('emploi'):each() do g() end end g()", endless},
        {"local q = run:dataset('emploi')\nlocal function g() return q:derive { a = g }:figure(bilan.sum(f.a)).value "
         "end "
         "return g()",
         deep},
        {"local function g() run:part('x', g) end g()", deep},
        {"return _ENV.io.open('/etc/passwd')", "leaves out on purpose"},
        {"return load('\\27Lua')()", "leaves out on purpose"},
    };
    for (const Attack& attack : attacks) {
        const std::string said = failing(attack.build);
        EXPECT_THAT(said, HasSubstr(attack.message)) << attack.build;
        EXPECT_THAT(said, testing::StartsWith("reports/essai.lua:")) << attack.build;
    }
}

/// Each turn has a handful of steps and takes as long as thousands of them.
TEST_F(ReportLimits, AnErrorThatIsCaughtCostsWhatItTakes)
{
    const auto started = std::chrono::steady_clock::now();
    inputs_.limits.instructions = 200'000'000;
    for (const char* loop : {"while true do pcall(error, 'x') end", "while true do xpcall(error, tostring, 'x') end",
                             "while true do pcall(run.dataset, run, 'absent') end",
                             "while true do pcall(error, setmetatable({}, {})) end"})
        EXPECT_THAT(failing(loop), HasSubstr("reports/essai.lua:7: The script is above 200 million steps")) << loop;
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(10));
    inputs_.limits.instructions = 2'000'000'000;
    EXPECT_EQ(failing("local failed = 0 for at = 1, 20000 do\n"
                      "if not pcall(error, 'x') then failed = failed + 1 end end\nassert(failed == 20000)\n"
                      "run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = {} }"),
              "no error");
}

/// Each turn of these takes tens of microseconds outside Lua.
TEST_F(ReportLimits, WhatBilanDoesInALoopCountsToo)
{
    const auto started = std::chrono::steady_clock::now();
    inputs_.limits.instructions = 100'000'000;
    const std::string rows = "local q = run:dataset('emploi')\n";
    for (const char* loop :
         {"while true do q:figure(bilan.sum(f.benef_f)) end",
          "while true do q:group { by = 'porteur', measures = { { 'n', bilan.count() } } } end",
          "local s = q:figure(bilan.count()) while true do s = s + q:figure(bilan.count()) end",
          "for at = 1, 1e6 do q = q:derive { ['c' .. at] = f.benef_f } end",
          "for turn = 1, 12 do q = q:union(q) end for a in q:each() do for b in q:each() do end end"})
        EXPECT_THAT(failing(rows + loop), HasSubstr("reports/essai.lua:8: The script is above 100 million steps"))
            << loop;
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(20));
}

TEST_F(ReportLimits, PartsThatFailByTheHundredEndTheReport)
{
    const std::string parts = "for at = 1, 100000 do\nrun:part('P' .. at, function() error('x') end) end";
    const auto last = [&](base::Language language) { return built(parts).failures.back().sentence(language); };
    EXPECT_THAT(
        last(base::Language::english),
        testing::StartsWith("reports/essai.lua:7: 100 parts of this report have failed, each with its sheet: the "
                            "script is stopped at this line. Mend the first; the others often have the same "
                            "cause."));
    EXPECT_THAT(
        last(base::Language::french),
        testing::StartsWith("reports/essai.lua:7\u00A0: 100 parties de ce rapport ont échoué, chacune avec sa "
                            "feuille\u00A0: le script est arrêté à cette ligne. Corrigez la première, les autres "
                            "ont souvent la même cause."));
}

TEST_F(ReportLimits, DoublingTheRowsOfAFewFilesEndsEarly)
{
    EXPECT_THAT(failing("local all = run:dataset('emploi')\nfor turn = 1, 60 do all = all:union(all) end"),
                testing::StartsWith("reports/essai.lua:8: This script has made more than 30 million cells"));
    EXPECT_EQ(failing("local all = run:dataset('emploi'):figure(bilan.sum(f.benef_f))\n"
                      "for turn = 1, 60 do all = all + all end\nassert(#all:sources() == 5)\n"
                      "run:key_figures { { label = 'x', figure = all } }"),
              "no error");
}

TEST_F(ReportLimits, WordsThatNoCellHoldsAreRefusedAtTheirPlace)
{
    struct Slip {
        const char* build;
        const char* message;
    };
    const Slip slips[] = {
        {"run:table { id = 't', title = 'T',\ncolumns = { { header = ('h'):rep(256) } }, rows = {} }",
         "reports/essai.lua:8: This text is above 255 characters, which nobody will read."},
        {"run:table { id = 't',\ntitle = ('é'):rep(1001), columns = { { header = 'A' } }, rows = {} }",
         "reports/essai.lua:8: This text is above 1000 characters"},
        {"run:key_figures { { label = ('x'):rep(256), figure = bilan.given(1, 'number') } }",
         "reports/essai.lua:7: This text is above 255 characters"},
        {"run:table { id = 't', title = { fr = 'a\\0b', en = 'T' }, columns = { { header = 'A' } }, rows = {} }",
         "holds a control character (code 0)"},
    };
    for (const Slip& slip : slips) EXPECT_THAT(failing(slip.build), HasSubstr(slip.message)) << slip.build;
    EXPECT_EQ(failing("run:table { id = 't', title = ('é'):rep(1000), sheet = 'S', columns = { { header = "
                      "('é'):rep(255) } }, rows = { { ('é'):rep(32000) } } }"),
              "no error");
    const auto journal = [&](const std::string& cell) {
        return built("run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = { { " + cell + " } } }")
            .journal;
    };
    EXPECT_TRUE(journal("('é'):rep(32000)").empty());
    ASSERT_EQ(journal("('é'):rep(40000)").size(), 1U) << "cut, and said at its line";
    EXPECT_EQ(journal("('é'):rep(40000)").front().line, 6);
}

TEST_F(ReportLimits, ALookupInTheDarkHasItsCaret)
{
    EXPECT_THAT(failing("run:read('a\\0b.csv')"), HasSubstr("  7 | run:read('a\\0b.csv')\n    |     ^^^^"));
}

TEST_F(ReportLimits, AListMadeUpByFunctionsIsRefused)
{
    EXPECT_THAT(failing("run:table { id = 't', title = 'T', columns = { { header = 'A' } },\nrows = setmetatable({}, { "
                        "__index = function() return { 1 } end, __len = function() return 9 end }) }"),
                testing::StartsWith("reports/essai.lua:8: \"Run:table › options › rows\" expects list without "
                                    "setmetatable and gets table with a metatable."));
}

TEST_F(ReportLimits, WhatPilesUpOutsideLuaCountsAsTheScriptsMemory)
{
    inputs_.language = base::Language::english;
    {
        inputs_.limits.memory_bytes = std::size_t{16} << 20U; // Lua sees 40 bytes of each, of which C++ holds hundreds
        EXPECT_THAT(failing("local kept = {} for at = 1, 200000 do kept[at] = bilan.param.rate(0.5) end"),
                    HasSubstr("essai.lua:7: The script is above 16 MiB of memory"));
    }
    inputs_.limits.memory_bytes = std::size_t{24} << 20U;
    const std::string sql = "run:sql [[WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 2000) "
                            "SELECT n, printf('%0900d', n) AS s FROM t]]";
    const std::string texts = "run:dataset('emploi'):derive { x = function(row) return ('x'):rep(1e5) .. at .. "
                              "row.porteur end }";
    for (const std::string& made : {sql, texts}) {
        EXPECT_THAT(failing("local kept = {}\nfor at = 1, 200 do kept[at] = " + made + " end"),
                    HasSubstr("reports/essai.lua:8: The script is above 24 MiB of memory"))
            << made;
        EXPECT_THAT(failing("for at = 1, 40 do local lost = " + made +
                            " end\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }"),
                    "no error")
            << made;
    }
    EXPECT_THAT(failing("local s = run:sql [[WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < "
                        "900000) SELECT n, printf('%0900d', n) AS s FROM t]]"),
                HasSubstr("The script is above 24 MiB of memory"));
    EXPECT_THAT(
        failing("local s = run:sql [[WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 400)\n"
                "SELECT sum(length(s)) AS n FROM (SELECT DISTINCT hex(zeroblob(100000)) || n AS s FROM t)]]"),
        HasSubstr("The script is above 24 MiB of memory"));
}

TEST_F(ReportLimits, ObjectsThatLuaDoesNotSeeCountAtTheirLine)
{
    inputs_.limits.memory_bytes = std::size_t{24} << 20U;
    inputs_.limits.instructions = 1'000'000'000;
    const std::string groups = "local g = run:dataset('emploi'):group { by = 'porteur', measures = { { 'n', "
                               "bilan.count() } } }\n";
    for (const std::string made : {"f.benef_f + at", "g[1].n", "bilan.sum(f.benef_f)", "g[1].n + at"}) {
        EXPECT_THAT(failing(groups + "local kept = {}\nfor at = 1, 300000 do\n  kept[at] = " + made + "\nend"),
                    HasSubstr("reports/essai.lua:10: The script is above 24 MiB of memory"))
            << made;
        EXPECT_EQ(failing(groups + "for at = 1, 300000 do local lost = " + made +
                          " end\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }"),
                  "no error")
            << made;
    }
    const std::string deep = "local kept = {}\nlocal function fill()\n  for at = 1, 1e9 do\n    kept[at] = { at }\n"
                             "  end\nend\nlocal before = 0\nfor at = 1, 100 do before = before + at end\nfill()";
    EXPECT_THAT(failing(deep), HasSubstr("reports/essai.lua:10: The script is above 24 MiB of memory"));
}

TEST_F(ReportLimits, SqlHasNoMoreTimeThanTheScript)
{
    inputs_.limits.wall_clock = std::chrono::milliseconds(500);
    const auto begin = std::chrono::steady_clock::now();
    const std::string endless = "run:sql [[WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT "
                                "count(*) AS c FROM t]]";
    EXPECT_THAT(failing("local one = 1\nwhile true do pcall(function() return " + endless + " end) end"),
                HasSubstr("reports/essai.lua:8: The script is above 0.5 s and is stopped."));
    EXPECT_THAT(failing(endless), HasSubstr("reports/essai.lua:7: The script is above 0.5 s and is stopped."));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(2'900)) << "no watchdog was needed";
}

TEST_F(ReportLimits, AFormulaIsLookedAtOnceHoweverOftenItsPartsAreShared)
{
    const std::string end = "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.sum(x)) } }";
    EXPECT_EQ(failing("local rows, x = run:dataset 'emploi', f.benef_f\nfor at = 1, 900 do x = x + x end" + end),
              "no error");
    EXPECT_EQ(failing("local rows, x = run:dataset('emploi'), f.benef_f\nlocal is = f.benef_f:gt(4)\n"
                      "for at = 1, 300 do is = bilan.all { is, is, bilan.no(is) } end\nrows = rows:where(is)" +
                      end),
              "no error");
    const std::string many = "local many = {}\nfor at = 1, 3000 do many[at] = f.benef_f:eq(at) end\n"
                             "return run:dataset('emploi'):where(bilan.any(many))";
    EXPECT_THAT(failing(many), testing::StartsWith(
                                   "reports/essai.lua:9: This formula makes more than 5000 operations. For many values "
                                   "of a field, write f.field:one_of { … }; otherwise split it with derive."));
    EXPECT_THAT(
        failing(many, base::Language::french),
        testing::StartsWith("reports/essai.lua:9\u00A0: Cette formule fait plus de 5000 opérations. Pour beaucoup "
                            "de valeurs d'un champ, écrivez f.champ:one_of { … }\u00A0; sinon, découpez-la par "
                            "derive."));
}

TEST_F(ReportLimits, AllThatAScriptMakesIsWithinOneBudget)
{
    const std::string table = "run:table { id = 't' .. i, title = 'T', columns = { { header = 'A' } }, rows = rows }";
    const std::string loop =
        "local rows = {} for i = 1, 5000 do rows[i] = { i } end\nfor i = 1, 40 do " + table + " end";
    EXPECT_EQ(failing(loop), "no error");
    inputs_.limits.made_bytes = std::uint64_t{8} << 20U;
    EXPECT_THAT(failing(loop), HasSubstr("reports/essai.lua:8: This script makes more than 8 MiB of rows, tables and "
                                         "texts in all. Keep fewer fields (select) or rows (where), or group (group) "
                                         "before a table is written."));
    EXPECT_THAT(failing(loop, base::Language::french),
                HasSubstr("Ce script fait plus de 8 Mio de lignes, de tableaux et de textes en tout."));
    EXPECT_THAT(failing("local all = run:dataset('emploi')\nfor turn = 1, 30 do all = all:union(all) end"),
                testing::StartsWith("reports/essai.lua:8: This script makes more than 8 MiB"));
    EXPECT_THAT(failing("local all = run:dataset('emploi')\nfor turn = 1, 16 do all = all:union(all) end\n"
                        "run:table { id = 't', title = 'T', data = all }"),
                HasSubstr("This script makes more than 8 MiB"));
}

TEST_F(ReportLimits, TextsThatNobodyReadsAreRefused)
{
    const std::string table = "run:table { id = 't', title = 'T', columns = { { header = 'A' } }, rows = {} }\n";
    for (const char* written : {"run:note(('n'):rep(32001))", "run:warning(('n'):rep(32001))",
                                "bilan.info(('n'):rep(32001))", "bilan.warning(('n'):rep(32001))",
                                "run:table { id = 'u', title = 'U', notes = { ('n'):rep(32001) }, columns = { { header "
                                "= 'A' } }, rows = {} }"}) {
        EXPECT_THAT(
            failing(table + written),
            testing::StartsWith("reports/essai.lua:8: This text is above 32000 characters, which nobody will read. "
                                "Say what matters in a few sentences, or make it a table."))
            << written;
        EXPECT_THAT(failing(table + written, base::Language::french),
                    HasSubstr("Ce texte dépasse 32000 caractères, que personne ne lira."));
    }
    EXPECT_EQ(failing(table + "run:note(('n'):rep(32000))"), "no error");
}

} // namespace

} // namespace bilan::script
