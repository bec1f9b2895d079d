// SPDX-License-Identifier: MPL-2.0
//
// What a script may compute without a mistake of its own, and would mislead whoever reads it: values counted twice,
// rows that a condition could not judge, parts on top of their wholes, units side by side.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class HonestFigures : public Reports {
protected:
    BuiltReport made_of(const std::string& build, base::Language language = base::Language::english)
    {
        inputs_.language = language;
        BuiltReport made = built("local rows = run:dataset 'emploi'\nlocal now = rows:where { exercice = 2025 }\n" +
                                 build + "\nrun:key_figures { { label = 'x', figure = now:figure(bilan.count()) } }");
        EXPECT_THAT(made.failures, IsEmpty()) << (made.failures.empty() ? "" : made.failures[0].what());
        return made;
    }
    static std::vector<std::string> journal(const BuiltReport& report)
    {
        std::vector<std::string> lines;
        for (const JournalLine& line : report.journal) lines.push_back(line.text);
        return lines;
    }
    std::vector<std::string> said(const std::string& build, base::Language language = base::Language::english)
    {
        return journal(made_of(build, language));
    }
    std::string says(const std::string& build)
    {
        return failing("local now = run:dataset('emploi'):where { exercice = 2025 }\n" + build);
    }
    static const workbook::Table& table(const BuiltReport& report)
    {
        return std::get<workbook::Table>(report.pages.at(0).blocks.front());
    }
    std::string chart(const std::string& keys)
    {
        return says("run:table { id = 't', title = 'T', data = now:group { by = 'porteur', measures = {\n"
                    "{ 'f', bilan.sum(f.benef_f) }, { 't', bilan.sum(f.benef_total) }, { 'h', bilan.sum(f.benef_h) },\n"
                    "{ 'e', bilan.sum(f.accorde_p147) }, { 'r', bilan.ratio(f.benef_f, f.benef_total) } } },\n"
                    "chart = { alt = 'a', title = 'C', " +
                    keys + " } }\nrun:key_figures { { label = 'x', figure = now:figure(bilan.count()) } }");
    }
};

TEST_F(HonestFigures, RowsThatAreInBothPartsOfAUnionAreSaid)
{
    const BuiltReport made = made_of(
        "local both = now:union(now)\n"
        "run:key_figures { { label = 'Femmes', figure = both:figure(bilan.sum(f.benef_f)) } }\n"
        "run:table { id = 't', title = 'T', totals = true, data = both:group { by = 'porteur', measures = { { 'n', "
        "bilan.sum(f.benef_f) } } } }");
    EXPECT_THAT(
        journal(made),
        ElementsAre("4 row(s) are on both sides: a sum counts them twice, a comparison sees no change in them. Take "
                    "them out of one of the two by where."));
    EXPECT_THAT(made.warnings,
                ElementsAre("\"Femmes\": 4 row(s) are there twice, put together by union, and counted "
                            "twice.",
                            "\"T\": 4 row(s) are there twice, put together by union, and counted twice."));
    EXPECT_THAT(table(made).notes, ElementsAre(made.warnings[1]));
    EXPECT_THAT(
        made_of("local both = now:union(now)\n"
                "run:key_figures { { label = 'Femmes', figure = both:figure(bilan.sum(f.benef_f)) } }",
                base::Language::french)
            .warnings,
        ElementsAre("«\u00A0Femmes\u00A0»\u00A0: 4 ligne(s) sont là deux fois, réunies par union, et comptées deux "
                    "fois."));
    EXPECT_THAT(said("local both = now:union(now)", base::Language::french),
                ElementsAre("4 ligne(s) sont des deux côtés\u00A0: une somme les compte deux fois, une comparaison n'y "
                            "voit aucun changement. Ôtez-les de "
                            "l'un des deux par where."));
}

TEST_F(HonestFigures, AUnionOfOtherRowsOrOfOtherFieldsUnderOneNameIsNone)
{
    EXPECT_THAT(said("local one = now:where { porteur = 'Cap' }:union(now:where { porteur = 'Boussole' })\n"
                     "assert(one:figure(bilan.sum(f.benef_f)).value == 20)\n"
                     "local long = now:derive { n = f.benef_f }:select { 'porteur', 'n' }\n"
                     "  :union(now:derive { n = f.benef_h }:select { 'porteur', 'n' })\n"
                     "run:key_figures { { label = 'N', figure = long:figure(bilan.sum(f.n)) } }"),
                IsEmpty());
    EXPECT_THAT(said("local all = now\nfor _ = 1, 2 do all = all:union(rows:where { exercice = 2024 }) end\n"
                     "run:key_figures { { label = 'N', figure = all:figure(bilan.count()) } }"),
                ElementsAre(HasSubstr("1 row(s) are on both sides")));
}

TEST_F(HonestFigures, AJoinedValueThatSeveralRowsGetIsSaidWhereItsSumIsShown)
{
    const std::string join = "local paid = now:where(f.benef_total:eq(30)):derive { z = f.accorde_p147 }\n"
                             "local joined = now:join(paid, { on = 'porteur', fields = 'z' })\n";
    const BuiltReport made = made_of(
        join + "run:key_figures { { label = 'Voté', figure = joined:figure(bilan.sum(f.z)) } }\n"
               "run:table { id = 't', title = 'T', totals = true, data = now:join(paid, { on = 'porteur', fields "
               "= 'accorde_p147', prefix = 'p_' }):select { 'porteur', 'p_accorde_p147' } }");
    EXPECT_THAT(
        made.warnings,
        ElementsAre("\"Voté\": the sum of \"z\" counts one value more than once, which 2 rows get together by a "
                    "join.",
                    AllOf(HasSubstr("\"T\": the sum of \""), HasSubstr("which 2 rows get together by a join."))));
    EXPECT_THAT(table(made).notes, ElementsAre(made.warnings[1]));
    EXPECT_THAT(
        made_of(join + "run:key_figures { { label = 'Voté', figure = joined:figure(bilan.sum(f.z)) } }",
                base::Language::french)
            .warnings,
        ElementsAre("«\u00A0Voté\u00A0»\u00A0: la somme de «\u00A0z\u00A0» compte plusieurs fois la même valeur, que "
                    "2 lignes reçoivent ensemble par jointure."));
    EXPECT_THAT(made_of(join + "run:key_figures { { label = 'Le plus', figure = joined:figure(bilan.max(f.z)) },\n"
                               "{ label = 'Part', figure = joined:figure(bilan.sum(f.z * 0.5)) } }")
                    .warnings,
                IsEmpty())
        << "the greatest is one of them, and a part of it is no repeat";
}

TEST_F(HonestFigures, AMeanOfNoRowSaysThatThereIsNone)
{
    const std::string build = "local none = now:where { porteur = 'zzzz' }\nrun:key_figures { { label = 'a', figure = "
                              "none:figure(bilan.mean(f.benef_f)) }, { label = 'b', figure = "
                              "none:figure(bilan.max(f.benef_f)) } }";
    const BuiltReport made = made_of(build);
    EXPECT_EQ(made.key_figures[0].figure.cause, data::State::not_applicable) << "no cell was left empty";
    EXPECT_EQ(made.key_figures[0].base, "no row");
    EXPECT_EQ(made.key_figures[1].base, "no row");
    EXPECT_EQ(made_of(build, base::Language::french).key_figures[1].base, "aucune ligne");
}

TEST_F(HonestFigures, RowsThatAConditionCannotJudgeAreAmongTheUnknownOnes)
{
    const BuiltReport made = made_of(
        "run:key_figures { { label = 'Grandes', figure = now:where(f.benef_total:ge(20)):figure(bilan.count()) },\n"
        "{ label = 'Femmes', figure = now:where(f.benef_total:ge(20)):figure(bilan.sum(f.benef_f)) },\n"
        "{ label = 'Part', figure = now:where(f.benef_total:ge(20)):figure(bilan.ratio(f.benef_f, f.benef_total)) },\n"
        "{ label = 'Celles-ci', figure = now:where(f.benef_total:known()):figure(bilan.count()) } }\n"
        "run:table { id = 't', title = 'T', data = now:where(f.benef_total:ge(20)):group { by = 'porteur', measures "
        "= { { 'n', bilan.count() } } } }");
    ASSERT_EQ(made.key_figures.size(), 5U);
    EXPECT_EQ(made.key_figures[0].base, "2 known rows of 3");
    EXPECT_TRUE(made.key_figures[0].fragile && made.key_figures[0].figure.lower_bound);
    EXPECT_TRUE(made.key_figures[1].figure.lower_bound) << "further women would only add to it";
    EXPECT_FALSE(made.key_figures[2].figure.lower_bound);
    EXPECT_EQ(made.key_figures[2].figure.unknown, 1U);
    EXPECT_EQ(made.key_figures[3].base, "3 known rows of 3");
    EXPECT_EQ(made.key_figures[4].base, "4 known rows of 4");
    EXPECT_EQ(table(made).base, "Base: 2 known rows of 3 (coverage 67%)");
}

TEST_F(HonestFigures, AKeyFigureOfOtherYearsNamesThem)
{
    const auto bases = [&](base::Language language) {
        std::vector<std::string> all;
        for (const workbook::KeyFigure& key :
             made_of("run:key_figures { { label = 'A', figure = now:figure(bilan.count()) },\n"
                     "{ label = 'B', figure = rows:where { exercice = 2024 }:figure(bilan.count()) },\n"
                     "{ label = 'C', figure = rows:where(f.exercice:le(run.year)):figure(bilan.count()) },\n"
                     "{ label = 'D', figure = bilan.given(3, 'count') } }",
                     language)
                 .key_figures)
            all.push_back(key.base);
        all.resize(4); // behind them stands the one of every report here
        return all;
    };
    EXPECT_THAT(bases(base::Language::english),
                ElementsAre("4 known rows of 4", "1 known row of 1 · 2024", "5 known rows of 5 · 2024, 2025", ""));
    EXPECT_THAT(bases(base::Language::french), ElementsAre("4 lignes connues sur 4", "1 ligne connue sur 1 · 2024",
                                                           "5 lignes connues sur 5 · 2024, 2025", ""));
}

TEST_F(HonestFigures, AYearThatOnlyOneOfTwoConditionsHoldsIsNotChosen)
{
    const auto warnings = [&](const std::string& condition) {
        return made_of("run:key_figures { { label = 'A', figure = rows:where(" + condition +
                       "):figure(bilan.count()) } }")
            .warnings;
    };
    EXPECT_THAT(warnings("bilan.any { f.exercice:eq(2025), f.porteur:eq('Cap') }"), testing::SizeIs(1));
    EXPECT_THAT(warnings("bilan.no(bilan.all { f.exercice:gt(2025), f.porteur:eq('Avenir') })"), testing::SizeIs(1));
    EXPECT_THAT(warnings("bilan.any { f.exercice:eq(2025), f.exercice:eq(2024) }"), IsEmpty());
    EXPECT_THAT(warnings("bilan.all { f.exercice:le(2025), f.porteur:eq('Cap') }"), IsEmpty());
    EXPECT_THAT(warnings("bilan.no(bilan.any { f.exercice:gt(2025), f.porteur:eq('Avenir') })"), IsEmpty());
}

TEST_F(HonestFigures, APartIsNeitherAddedToItsWholeNorStackedOnIt)
{
    EXPECT_THAT(
        said("local n = now:figure(bilan.sum(f.benef_total + f.benef_f))"),
        ElementsAre("\"benef_total + benef_f\" adds \"benef_f\" to \"benef_total\", of which it is a part: these "
                    "people or amounts would count twice. Take one of the two away."));
    EXPECT_THAT(said("local n = now:figure(bilan.ratio(f.benef_total, f.benef_f))", base::Language::french),
                ElementsAre("«\u00A0benef_total\u00A0» est mis au-dessus de «\u00A0benef_f\u00A0», qui en est une "
                            "partie\u00A0: le rapport dépasse 100\u00A0%. Une part s'écrit bilan.ratio(f.benef_f, "
                            "f.benef_total)."));
    EXPECT_THAT(said("local n = now:figure(bilan.sum(f.benef_f + f.benef_h))\n"
                     "local p = now:figure(bilan.ratio(f.benef_f, f.benef_total))"),
                IsEmpty());
    EXPECT_THAT(
        chart("type = 'stacked_bars', series = { 'f', 't' }"),
        HasSubstr("Chart \"C\": \"f\" is a part of \"t\" and is not stacked on it, which would count it twice."));
    EXPECT_THAT(chart("type = 'share_bars', series = { 't', 'f' }"), HasSubstr("\"f\" is a part of \"t\""));
    EXPECT_EQ(chart("type = 'stacked_bars', series = { 'f', 'h' }"), "no error");
    EXPECT_EQ(chart("type = 'bars', series = { 'f', 't' }"), "no error");
}

TEST_F(HonestFigures, AnAxisHasOneUnitAndAChartItsOwnKeys)
{
    EXPECT_THAT(
        chart("type = 'bars', series = { 'f', 'e' }"),
        HasSubstr("\"C\": \"f\" and \"e\" are not of one unit and have no scale in common. Make a chart for each."));
    EXPECT_THAT(chart("type = 'dots', series = { 'r', 'e' }"), HasSubstr("have no scale in common"));
    EXPECT_THAT(chart("type = 'bars', series = { 'f', 'f' }"), HasSubstr("Chart \"C\": \"f\" is in it twice."));
    EXPECT_THAT(chart("type = 'bars', series = { 'r' }, target = 60"), HasSubstr("gets 60 for a rate"));
    EXPECT_EQ(chart("type = 'bars', series = { 'r' }, target = 0.6"), "no error");
    EXPECT_THAT(chart("type = 'bars', series = { 'f' }, neutral = 't'"),
                HasSubstr("Chart \"C\": \"neutral\" is a key of likert charts and says nothing of this one."));
    EXPECT_THAT(chart("type = 'bars', series = { 'f' }, totals = { 1 }"), HasSubstr("key of waterfall charts"));
    EXPECT_THAT(
        says("run:table { id = 't', title = 'T', heat = { 'f', 'e' }, data = now:group { by = 'porteur', measures "
             "= { { 'f', bilan.sum(f.benef_f) }, { 'e', bilan.sum(f.accorde_p147) } } } }"),
        HasSubstr("have no scale in common"));
}

TEST_F(HonestFigures, QuartersOfTwoListsDoNotCompare)
{
    MadeDataset made(inputs_.domain->schema("action"));
    made.numbers("exercice", {2025, 2024})
        .texts("territoire", {"QN04401M", "QP044001"})
        .numbers("benef_total", {120, 100});
    inputs_.datasets["emploi"] = made.made();
    const BuiltReport compared = made_of(
        "run:table { id = 't', title = 'T', totals = true, data = now:compare(rows:where { exercice = 2024 }, { by = "
        "'territoire', measures = { { 'n', bilan.sum(f.benef_total) } } }) }");
    const std::string sentence =
        "\"T\": on one side the quarters are those of the list of 2015, on the other those of the list of 2024; they "
        "do "
        "not compare one by one, and their total has no change. Compare by town, or show each year apart.";
    EXPECT_THAT(compared.warnings, ElementsAre(sentence));
    EXPECT_THAT(journal(compared), ElementsAre(sentence));
    EXPECT_THAT(table(compared).notes, testing::Contains(sentence));
}

TEST_F(HonestFigures, AWeightedMeanHasTheUnitOfWhatIsWeighed)
{
    EXPECT_THAT(said("local mean = now:figure(bilan.ratio(f.accorde_p147 * f.benef_total, f.benef_total))\n"
                     "assert(mean.unit == 'euro' and mean.base == 3, mean.unit)\n"
                     "local small = now:figure(bilan.ratio(f.benef_f, f.accorde_p147))\n"
                     "assert(small.text == '0.0055', small.text)\n"
                     "local share = now:figure(bilan.ratio(f.accorde_p147 * f.benef_total:gt(0), f.accorde_p147))\n"
                     "assert(share.unit == 'rate', share.unit)"),
                IsEmpty());
}

TEST_F(HonestFigures, NoPcallHoldsTheLimitsOfAReport)
{
    EXPECT_THAT(
        says("for i = 1, 3000 do pcall(run.table, run, { id = 't' .. i, title = 'T', columns = { { header = 'x' } "
             "}, rows = { { 1 } } }) end"),
        HasSubstr("2000"));
    EXPECT_THAT(
        says("local charts = {}\nfor i = 1, 51 do charts[i] = { type = 'bars', alt = 'a' } end\n"
             "run:table { id = 't', title = 'T', columns = { { header = 'x' }, { header = 'n' } }, rows = { { 'a', "
             "1 } }, charts = charts }"),
        HasSubstr("Table \"t\": 51 charts, more than the 50 that a sheet shows. Make several tables."));
}

TEST_F(HonestFigures, DatesAreTakenByYearQuarterAndMonth)
{
    MadeDataset made(inputs_.domain->schema("action"));
    made.numbers("exercice", {2025, 2025, 2025, 2025})
        .numbers("date_debut", {45689, 45717, 45992, std::nullopt}) // 1 Feb, 1 Mar, 1 Dec 2025
        .numbers("benef_total", {1, 2, 4, 8});
    inputs_.datasets["emploi"] = made.made();
    EXPECT_THAT(
        said("local by = now:derive { mois = f.date_debut:month(), trimestre = f.date_debut:quarter(), annee = "
             "f.date_debut:year() }\n"
             "local months = by:group { by = 'mois', measures = { { 'n', bilan.sum(f.benef_total) } } }\n"
             "assert(#months == 4 and months[1].mois == '2025-02' and months[3].mois == '2025-12')\n"
             "assert(months[4].mois == nil and months[4].n.value == 8)\n"
             "local quarters = by:group { by = 'trimestre', measures = { { 'n', bilan.sum(f.benef_total) } } }\n"
             "assert(quarters[1].trimestre == '2025-T1' and quarters[1].n.value == 3)\n"
             "local down = quarters:sorted('trimestre', 'descending')\n"
             "assert(down[1].trimestre == '2025-T4' and down[3].trimestre == nil)\n"
             "assert(by:where { annee = 2025 }:count() == 3)\n"
             "assert(tostring(f.date_debut:month()) == 'month(date_debut)')\n"
             "run:table { id = 't', title = 'T', data = by:group { by = 'annee', measures = { { 'n', bilan.count() } "
             "} } }"),
        IsEmpty());
    EXPECT_THAT(says("now:derive { m = f.benef_total:month() }"),
                HasSubstr("\"benef_total\" is no date: year, quarter and month are taken of a field of type date."));
}

TEST_F(HonestFigures, ASumOverActionsIsNoNumberOfPeople)
{
    const std::string sentence =
        "\"People\" adds up the public of 3 rows, where who comes twice counts twice: it is no "
        "number of people. Write \"cumulative participants\", or give a note.";
    EXPECT_THAT(said("run:key_figures { { label = 'People', figure = now:figure(bilan.sum(f.benef_total)) } }"),
                ElementsAre(sentence));
    EXPECT_THAT(
        said("run:key_figures { { label = 'Personnes', figure = now:figure(bilan.sum(f.benef_total)) } }",
             base::Language::french),
        ElementsAre("«\u00A0Personnes\u00A0» additionne le public de 3 lignes, où qui vient deux fois compte deux "
                    "fois\u00A0: ce n'est pas un nombre de personnes. Écrivez «\u00A0bénéficiaires cumulés\u00A0», ou "
                    "donnez une note."));
    EXPECT_THAT(
        said("run:key_figures { { label = 'Personnes (cumul)', figure = now:figure(bilan.sum(f.benef_total)) },\n"
             "{ label = 'Personnes 2', note = 'n', figure = now:figure(bilan.sum(f.benef_total)) },\n"
             "{ label = 'Personnes par action', figure = now:figure(bilan.mean(f.benef_total)) } }"),
        IsEmpty());
}

TEST_F(HonestFigures, AFieldSeesNoOtherOfItsDerive)
{
    EXPECT_THAT(says("now:derive { z = f.benef_f + 0, b = f.z + 1 }"),
                HasSubstr("\"b\" is computed with \"z\", which is of the same derive: a field does not see the others "
                          "there. Put one derive behind the other."));
}

TEST_F(HonestFigures, AStandardReportIsFoundFromAnywhereToBeIncluded)
{
    std::filesystem::create_directories(folder_ / "own");
    write("reports/standard.lua",
          report("run:table { id = 's', title = 'S', data = run:dataset 'emploi':select { 'porteur' "
                 "} }"));
    write("own/mine.lua", "local bilan = require 'bilan'\nlocal standard = require 'standard'\nreturn bilan.report {\n"
                          "  api = 1, id = 'mine', title = 'M', datasets = { 'emploi' }, includes = { standard },\n"
                          "  build = function(run) run:include(standard) end,\n}\n");
    const std::string file = (folder_ / "own" / "mine.lua").string();
    const BuiltReport made = build_report(path_, describe_report(path_, file), inputs_);
    EXPECT_THAT(made.failures, IsEmpty());
    EXPECT_EQ(made.pages.size(), 1U);
    write("own/standard.lua", "return 3");
    EXPECT_THROW((void)describe_report(path_, file), base::Error) << "a module beside the report comes first";
}

/// A report that shows one table of its id, and includes another when it is given what to ask for.
std::string including(const std::string& id, const std::string& other)
{
    const std::string table = "run:table { id = '" + id + "', title = '" + id +
                              "', columns = { { header = 'x' } }, rows = { { '" + id + "' } } }";
    if (other.empty())
        return "local bilan = require 'bilan'\nreturn bilan.report {\n  api = 1, id = 'essai', title = 'E', datasets = "
               "{ "
               "'emploi' },\n  build = function(run) " +
               table + " end,\n}\n";
    return "local bilan = require 'bilan'\nlocal other = require '" + other +
           "'\nreturn bilan.report {\n  api = 1, id = 'essai', title = 'E', datasets = { 'emploi' }, includes = { "
           "other "
           "},\n  build = function(run) " +
           table + " run:include(other) end,\n}\n";
}

TEST_F(HonestFigures, AReportOfTheNameOfAStandardOneAsksForThatOne)
{
    const auto tables = [&](const std::string& file) {
        std::vector<std::string> ids;
        for (const workbook::Page& page :
             build_report(path_, describe_report(path_, (folder_ / file).string()), inputs_).pages)
            ids.push_back(std::get<workbook::Table>(page.blocks.front()).id);
        return ids;
    };
    write("reports/standard.lua", including("standard", ""));
    write("own/standard.lua", including("own", "standard"));
    EXPECT_THAT(tables("own/standard.lua"), testing::ElementsAre("own", "standard"));
    write("own/both.lua", including("both", "standard"));
    EXPECT_THAT(tables("own/both.lua"), testing::ElementsAre("both", "own", "standard")) << "as a module too";
    write("reports/whole.lua", including("whole", "standard"));
    write("own/of_whole.lua", including("of_whole", "whole"));
    EXPECT_THAT(tables("own/of_whole.lua"), testing::ElementsAre("of_whole", "whole", "standard"))
        << "what a standard report asks for is standard";
    write("own/alone.lua", "return require 'alone'");
    EXPECT_THROW(tables("own/alone.lua"), base::Error);

    write("mine/reports/standard.lua", including("mine", "standard") + "local x = nil + 1\n");
    try {
        tables("mine/reports/standard.lua");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_THAT(error.sentence(base::Language::english), HasSubstr("reports/standard.lua:"));
    }
    write("reports/standard.lua", "local bilan = require 'bilan'\n\nbilan.zzz()\n");
    write("mine/reports/standard.lua", including("mine", "standard"));
    try {
        tables("mine/reports/standard.lua");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_THAT(error.sentence(base::Language::english),
                    testing::AllOf(testing::StartsWith("bilan/reports/standard.lua:3: "), HasSubstr("bilan.zzz()")))
            << "two folders of one name";
    }
}

TEST_F(HonestFigures, TextsAreReadAndTurnedAsPeopleWriteThem)
{
    EXPECT_THAT(said("assert(bilan.number.read '1 200,50' == 1200.5 and bilan.number.read '2 k€' == 2000)\n"
                     "assert(bilan.number.read 'NC' == nil)\n"
                     "assert(('école'):upper() == 'ÉCOLE' and string.lower 'ÉTÉ' == 'été')\n"
                     "assert(('\\xff'):upper() == '\\xff')"),
                IsEmpty());
}

} // namespace

} // namespace bilan::script
