// SPDX-License-Identifier: MPL-2.0
//
// Reports end to end on a dataset made by hand: five actions, one unknown value, one other year.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace bilan::script {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const workbook::Table& table_of(const workbook::Page& page)
{
    return std::get<workbook::Table>(page.blocks.front());
}

TEST_F(Reports, DescribesItselfBeforeAnythingRuns)
{
    write("reports/essai.lua",
          report("error('not run')",
                 "  params = { seuil = bilan.param.rate(0.8, { label = { fr = 'Seuil', en = "
                 "'Threshold' } }),\n    mode = bilan.param.choice('a', { choices = { 'a', 'b' } }) },\n"));
    const ReportCard card = describe_report(path_, "essai");
    EXPECT_EQ(card.id, "essai");
    EXPECT_EQ(card.title.english, "Trial");
    EXPECT_THAT(card.datasets, ElementsAre("emploi"));
    ASSERT_EQ(card.parameters.size(), 2U);
    EXPECT_EQ(card.parameters[0].name, "mode");
    EXPECT_THAT(card.parameters[0].choices, ElementsAre("a", "b"));
    EXPECT_EQ(card.parameters[1].label.french, "Seuil");
    EXPECT_EQ(std::get<double>(card.parameters[1].initial), 0.8);
    const auto listed = list_reports(path_, base::Language::french);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_TRUE(listed[0].card.has_value());
}

TEST_F(Reports, UnknownReportNamesThoseThereAre)
{
    write("reports/essai.lua", report(""));
    try {
        (void)describe_report(path_, "esai");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::usage);
        EXPECT_EQ(error.sentence(base::Language::english),
                  "There is no report \"esai\". Did you mean \"essai\"? Reports available: essai.");
    }
}

TEST_F(Reports, AFileThatIsNotThereIsSaidAsAFile)
{
    write("reports/essai.lua", report(""));
    const auto said = [&](const std::string& name) {
        try {
            (void)describe_report(path_, name);
            return std::string("none");
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::usage);
            return error.message().code + ' ' + error.sentence(base::Language::english);
        }
    };
    const std::string folder = (folder_ / "reports").string();
    EXPECT_EQ(said("zorglub"), "BIL-600 There is no report \"zorglub\". Reports available: essai.");
    EXPECT_EQ(said("zorglub.lua"),
              "BIL-864 zorglub.lua: There is no such report file. Check the path; a report of bilan "
              "is asked for by its name alone, without \".lua\" (bilan reports lists them).");
    EXPECT_EQ(said(folder + "/esai.lua"), "BIL-863 " + folder +
                                              "/esai.lua: There is no such report file. Did you mean \"" + folder +
                                              "/essai.lua\"?");
    EXPECT_EQ(said(folder), "BIL-862 " + folder +
                                ": This is no report file. Give a .lua file, or the name of a report "
                                "that bilan reports lists.");
}

TEST_F(Reports, ADatasetThatIsNoSchemaIsNamedWithItsLine)
{
    const auto file =
        write("reports/essai.lua", "local bilan = require 'bilan'\nreturn bilan.report {\n  api = 1, id = "
                                   "'emploie', title = 'Essai',\n  datasets = { 'action', 'emploie' },\n"
                                   "  build = function(run) end,\n}\n");
    try {
        check_datasets(describe_report(path_, file.string()), *inputs_.domain);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::script);
        EXPECT_THAT(
            error.sentence(base::Language::english),
            StartsWith("reports/essai.lua:4: Unknown value \"emploie\" for \"bilan.report › datasets\". Did you "
                       "mean \"emploi\"? Possible values: "));
        EXPECT_THAT(error.sentence(base::Language::english),
                    HasSubstr("  4 |   datasets = { 'action', 'emploie' },\n    |                           ^^^^^^^"));
        EXPECT_EQ(error.here(), file.string() + ":4");
    }
}

TEST_F(Reports, AMisspeltKeyOfAReportIsNamed)
{
    write("reports/essai.lua",
          "local bilan = require 'bilan'\nreturn bilan.report {\n  api = 1, id = 'essai',\n  title = "
          "'Essai', datasets = { 'emploi' },\n  built = function(run) end,\n}\n");
    try {
        (void)describe_report(path_, "essai");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(
            error.sentence(base::Language::english),
            "reports/essai.lua:5: Unknown key \"built\" in \"bilan.report › definition\". Did you mean \"build\"? "
            "Possible keys: api, id, title, datasets, params, includes, blocking, schemas, vocabularies, indicators, "
            "controls, "
            "build.\n  5 |   built = function(run) end,\n    |   ^^^^^");
    }
}

TEST_F(Reports, FiguresKnowWhatTheyRestOn)
{
    const auto report = built(R"(
      local rows = run:dataset("emploi"):where { exercice = run.year }
      local total = rows:figure(bilan.sum(f.benef_total))
      assert(total.value == 60 and total.base == 3 and total.unknown == 1 and total.coverage == 0.75)
      assert(total.unit == "people" and total.lower_bound)
      local women = rows:figure(bilan.ratio(f.benef_f, f.benef_f + f.benef_h))
      assert(women.numerator == 36 and women.denominator == 70 and women.unit == "rate")
      local gap = women - rows:where(f.porteur:eq("Avenir")):figure(bilan.ratio(f.benef_f, f.benef_f + f.benef_h))
      assert(gap.unit == "points" and gap.base == 4, "two shares of the same rows are no more rows")
      local avenir = rows:where(f.porteur:eq("Avenir")):figure(bilan.ratio(f.benef_f, f.benef_f + f.benef_h))
      assert(gap.value == 100 * (women.value - avenir.value), "points, of which one has a hundred")
      assert(gap.text:find("points"), gap.text)
      assert(rows:label("benef_f") == "Femmes" and rows:label("porteur") == "Porteur de projet")
      assert(tostring(women) == "51,4\u{A0}%", tostring(women))
      local none = rows:where(f.porteur:eq("Personne")):figure(bilan.ratio(f.benef_f, f.benef_h))
      assert(none.value == nil and none.cause ~= nil)
      assert(rows:count() == 4 and #rows:distinct("porteur") == 3 and rows:has("porteur") and not rows:has("nb_cdi"))
      assert(rows:label("porteur") == "Porteur de projet" and rows:derive({ x = f.benef_f * 2 }):label "x" == "x")
      assert(rows:where(bilan.any { f.porteur:eq("Cap"), f.benef_total:gt(25) }):count() == 2)
      assert(rows:where(bilan.no(f.benef_total:known())):count() == 1)
      local either = f.benef_total:known_or(f.benef_f + f.benef_h)
      assert(rows:figure(bilan.sum(either)).value == 70 and rows:figure(bilan.sum(either)).unknown == 0)
      assert(rows:figure(bilan.sum(f.benef_total:known_or(7))).value == 67)
      assert(rows:derive { double = f.benef_f * 2 }:figure(bilan.max(f.double)).value == 30)
      run:key_figures { { label = "Total", figure = total } }
    )");
    ASSERT_EQ(report.key_figures.size(), 1U);
    EXPECT_TRUE(report.key_figures[0].fragile);
    EXPECT_EQ(report.key_figures[0].base, "3 lignes connues sur 4");
    EXPECT_FALSE(report.key_figures[0].figure.sources.empty());
}

TEST_F(Reports, NumbersThatAScriptCountedHaveNoRowsToBeKnown)
{
    const auto report = built("run:key_figures { { label = 'Part', figure = run:share('P', 2, 5) } }");
    EXPECT_EQ(report.key_figures[0].base, "2 sur 5");
    EXPECT_EQ(
        built("run:key_figures { { label = 'Khi-deux', figure = bilan.given(3.2, 'number') } }").key_figures[0].base,
        "");
}

TEST_F(Reports, WhatAScriptComputesItselfSaysItsBase)
{
    const auto report = built("run:key_figures { { label = 'Rho', figure = bilan.given(0.4, 'number', { base = 6, "
                              "unknown = 2 }) } }");
    EXPECT_EQ(report.key_figures[0].base, "6 lignes connues sur 8");
    EXPECT_TRUE(report.key_figures[0].fragile);
    EXPECT_THAT(failing("return bilan.given(1, 'count', { unknown = -1 })"),
                HasSubstr("\"unknown\" is a number of rows. Give a whole number from 0 on."));
    EXPECT_THAT(failing("return bilan.given(1, 'count', { base = -1 })", base::Language::french),
                HasSubstr("«\u00A0base\u00A0» est un nombre de lignes. Donnez un entier à partir de 0."));
}

TEST_F(Reports, AnUnknownFigureIsGivenByItsCause)
{
    const auto report = built("local figure = bilan.given(bilan.state 'nd', 'euro')\n"
                              "assert(figure.value == nil and figure.cause == 'nd' and figure.unit == 'euro')\n"
                              "run:key_figures { { label = 'Rho', figure = figure } }");
    EXPECT_FALSE(report.key_figures.at(0).figure.value);
    EXPECT_THAT(failing("return bilan.given('3', 'count')"), HasSubstr("number"));
}

TEST_F(Reports, AJoinKeepsTheOrderOfItsFields)
{
    EXPECT_EQ(
        failing("local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
                "local other = rows:select { 'porteur', 'statut', 'benef_f', 'accorde_p147' }\n"
                "local joined = rows:select { 'porteur' }:join(other, { on = 'porteur', fields = { 'statut', "
                "'benef_f', 'accorde_p147' }, prefix = 'b_', repeated = 'first' })\n"
                "local names = bilan.text.join(joined:fields(), ' ')\n"
                "assert(names == 'porteur b_statut b_benef_f b_accorde_p147', names)\n"
                "local whole = rows:join(other, { on = 'porteur', fields = { 'statut', 'benef_f' }, prefix = 'b_', "
                "repeated = 'first' }):fields()\n"
                "assert(whole[#whole] == 'b_benef_f' and whole[#whole - 1] == 'b_statut', whole[#whole])\n"
                "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }"),
        "no error");
}

TEST_F(Reports, AnIncludedReportHasModulesOfItsOwn)
{
    write("reports/compteur.lua", "return { n = 0 }");
    const auto other = [&](const std::string& id) {
        std::string text = report("local compteur = require 'compteur'\ncompteur.n = compteur.n + 1\n"
                                  "run:table { id = '" +
                                  id + "', title = 'N', columns = { { header = 'n' } }, rows = { { compteur.n } } }");
        text.replace(text.find("'essai'"), 7, "'" + id + "'");
        return "local compteur = require 'compteur' compteur.n = compteur.n + 10\n" + text;
    };
    write("reports/un.lua", other("un"));
    write("reports/deux.lua", other("deux"));
    const auto made = built("local compteur = require 'compteur'\ncompteur.n = 5\n"
                            "run:include(require 'un') run:include(require 'deux')\n"
                            "assert(compteur.n == 5 and require 'compteur' == compteur, compteur.n)\n"
                            "run:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }",
                            "  includes = { require 'un', require 'deux' },\n");
    ASSERT_TRUE(made.failures.empty()) << made.failures.front().sentence(base::Language::english);
    ASSERT_EQ(made.pages.size(), 2U);
    for (const workbook::Page& page : made.pages) EXPECT_EQ(std::get<double>(table_of(page).rows.at(0).at(0)), 11);
    write("reports/un.lua", "local deux = require 'deux'\n" + other("un"));
    write("reports/deux.lua", "local un = require 'un'\n" + other("deux"));
    EXPECT_THAT(failing("return require 'un'"), HasSubstr("\"un\""));
}

TEST_F(Reports, MediansDoNotAddUp)
{
    const std::string median = "local m = run:dataset('emploi'):figure(bilan.median(f.benef_f))\n";
    (void)built(median + "assert((m - m).value == 0 and (m + 1).value == m.value + 1)\n" +
                "run:key_figures { { label = 'M', figure = m } }");
    EXPECT_THAT(failing(median + "return m + m"),
                HasSubstr("Two medians do not add up: their sum is the median of no rows. "
                          "Ask bilan.median of all rows, or add their .value when that "
                          "is meant."));
    EXPECT_THAT(failing(median + "return m + m", base::Language::french),
                HasSubstr("Deux médianes ne s'additionnent pas\u00A0: leur somme n'est la médiane d'aucune ligne. "
                          "Demandez bilan.median sur toutes les lignes, ou additionnez leurs .value si c'est voulu."));
}

/// « seuil » is any threshold of a report: 10 people must not make every figure fragile.
TEST_F(Reports, OnlyTheThresholdOfCoverageMakesAFigureFragile)
{
    const std::string figure = "run:key_figures { { label = 'Femmes', figure = run:dataset('emploi')"
                               ":figure(bilan.sum(f.benef_f)) } }";
    EXPECT_FALSE(built(figure, "  params = { seuil = bilan.param.integer(10) },\n").key_figures[0].fragile);
    EXPECT_TRUE(built(figure, "  params = { seuil_couverture = bilan.param.number(1.5) },\n").key_figures[0].fragile);
}

TEST_F(Reports, IndicatorsBringTheirDefinition)
{
    inputs_.language = base::Language::english;
    const auto report = built("run:key_figures { 'EMP01', 'EMP03' }\nassert(run:indicator('EMP03').numerator == 36)");
    ASSERT_EQ(report.key_figures.size(), 2U);
    EXPECT_EQ(report.key_figures[0].id, "EMP01");
    EXPECT_EQ(report.key_figures[0].figure.value, 60);
    EXPECT_EQ(report.key_figures[1].label, "Share of women");
    EXPECT_EQ(report.key_figures[1].base, "36 of 70 · 4 known rows of 4");
    ASSERT_EQ(report.method.size(), 2U);
    EXPECT_EQ(report.method[1].formula, "women / (women + men)");
    EXPECT_THAT(report.method[1].fields, ElementsAre("benef_f", "benef_h"));
}

/// A figure made of others has no expression that says what it reads.
TEST_F(Reports, AMadeIndicatorNamesItsFields)
{
    const auto report = built("run:key_figures { 'OWN01' }",
                              "  indicators = { { id = 'OWN01', label = 'Own', dataset = 'emploi', unit = 'number', "
                              "formula = 'rows', fields = { 'benef_f' }, figure = function(_, rows) "
                              "return rows:figure(bilan.count()) end } },\n");
    ASSERT_EQ(report.method.size(), 1U);
    EXPECT_THAT(report.method[0].fields, ElementsAre("benef_f"));
}

TEST_F(Reports, GroupsBecomeATable)
{
    const auto report = built(R"(
      local groups = run:dataset("emploi"):where { exercice = run.params.exercice }:group {
        by = { "porteur" },
        measures = { { "benef", bilan.sum(f.benef_total) }, { "femmes", bilan.ratio(f.benef_f, f.benef_f + f.benef_h) } },
      }
      local first = groups:sorted("benef", "descending")
      assert(first[1].porteur == "Avenir" and first[2].porteur == "Boussole" and first[3].benef.cause == "nc")
      assert(run:reliability(first[1].benef) == "solide" and run:reliability(first[3].benef) == "non calculable")
      assert(run:share("X", first[1].benef, 80).value == 0.5 and tostring(bilan.state "nd") == "nd")
      assert(#groups == 3 and groups[1].porteur == "Avenir" and groups[1].benef.value == 40)
      assert(groups:rows()[3].benef.value == nil)
      run:table { id = "par_porteur", title = "Par porteur", data = groups, totals = true,
        headers = { benef = { fr = "Bénéficiaires", en = "Beneficiaries" } }, notes = { "Une note." },
        chart = { type = "bars", alt = "Avenir accueille le plus de monde.", series = { "benef" }, target = 20 } }
      run:note("Une autre.")
      run:chart_on_first_page("par_porteur")
      run:warning { fr = "Attention.", en = "Careful." }
      bilan.info("fini")
    )",
                              "  params = { exercice = bilan.param.year() },\n");
    ASSERT_EQ(report.pages.size(), 1U);
    const workbook::Table& table = table_of(report.pages[0]);
    EXPECT_EQ(table.id, "par_porteur");
    EXPECT_EQ(table.subtitle, "Ville fictive · 2025");
    EXPECT_EQ(table.source, "Source\u00A0: 1 fichier de partenaire");
    EXPECT_EQ(table.base, "Base\u00A0: 3 lignes connues sur 4 (couverture 75\u00A0%)");
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_EQ(table.columns[0].header, "Porteur de projet");
    EXPECT_EQ(table.columns[0].total, workbook::Total::label);
    EXPECT_EQ(table.columns[1].header, "Bénéficiaires");
    EXPECT_EQ(table.columns[1].kind, workbook::ColumnKind::integer);
    EXPECT_EQ(table.columns[1].total, workbook::Total::sum);
    EXPECT_EQ(table.columns[2].total, workbook::Total::given);
    EXPECT_EQ(std::get<data::Figure>(table.columns[2].total_value).denominator, 70);
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(std::get<std::string>(table.rows[1][0]), "Boussole");
    ASSERT_EQ(table.charts.size(), 1U);
    EXPECT_THAT(table.charts[0].series_columns, ElementsAre(1U));
    EXPECT_THAT(table.notes, ElementsAre("Une note.", "Une autre."));
    EXPECT_EQ(report.first_page_charts.size(), 1U);
    EXPECT_THAT(report.warnings, ElementsAre("Attention."));
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal[0].file, "reports/essai.lua");
    EXPECT_THAT(report.parameters, ElementsAre(std::pair<std::string, std::string>("exercice", "2025")));
}

/// A script that wants to know asks: `pcall` would hide a fault inside.
TEST_F(Reports, AScriptMayAskBeforeItTakes)
{
    const auto report =
        built("local rows = run:dataset('emploi')\n"
              "assert(run:has_param 'seuil' and not run:has_param 'population')\n"
              "assert(not run:has_chart 'a' and not run:has_chart('a', 1))\n"
              "run:table { id = 'a', title = 'A', columns = { { header = 'Nom' }, { header = 'N' } }, "
              "rows = { { 'x', 1 }, { 'y', 2 } }, chart = { type = 'bars', category = 1, series = { 2 "
              "}, title = 'A', alt = 'Deux barres.' } }\n"
              "assert(run:has_chart 'a' and run:has_chart('a', 1) and not run:has_chart('a', 2))\n"
              "local sum = rows:figure(bilan.sum(f.benef_f))\n"
              "assert(bilan.is_figure(sum) and bilan.is_figure(bilan.given(bilan.state 'nd', 'euro')))\n"
              "for _, other in ipairs { bilan.state 'nd', 3, 'x', true, {}, rows } do\n"
              "  assert(not bilan.is_figure(other))\nend\nassert(not bilan.is_figure(nil))\n"
              "run:key_figures { { label = 'S', figure = sum } }",
              "  params = { seuil = bilan.param.integer() },\n");
    EXPECT_TRUE(report.failures.empty());
}

TEST_F(Reports, CrossingsAndOwnRowsBecomeTables)
{
    const auto report = built(R"(
      local rows = run:dataset("emploi"):where { exercice = 2025 }
      local crossing = rows:cross { rows = "porteur", columns = "statut", measure = bilan.sum(f.benef_f) }
      assert(crossing:cell("Avenir", "en cours").value == 12 and crossing.total.value == 36)
      assert(crossing:row_total("Avenir").value == 16)
      run:table { id = "croise", title = "Croisé", data = crossing, totals = true }
      run:table { id = "libre", title = "Libre", base = "Base", source = "Moi",
        columns = { { header = "Nom" }, { header = "Part", name = "part", kind = "rate" }, { header = "N", total = "sum" } },
        rows = { { "a", 0.5, 3 }, { Nom = "b", N = 4 } } }
    )");
    ASSERT_EQ(report.pages.size(), 2U);
    const workbook::Table& crossed = table_of(report.pages[0]);
    EXPECT_EQ(crossed.columns.size(), 4U);
    EXPECT_EQ(crossed.columns.back().header, "Total");
    const workbook::Table& own = table_of(report.pages[1]);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(own.rows[1][1]));
    EXPECT_EQ(own.columns[2].kind, workbook::ColumnKind::integer);
    EXPECT_EQ(own.columns[1].kind, workbook::ColumnKind::rate);
}

TEST_F(Reports, ATableStandsOnItsWeakestColumn)
{
    const auto base = [&](const std::string& measures) {
        const BuiltReport report =
            built("run:table { id = 't', title = 'T', data = run:dataset('emploi'):group { by = 'porteur', "
                  "measures = { " +
                  measures + " } } }");
        return table_of(report.pages.front()).base;
    };
    EXPECT_EQ(base("{ 'n', bilan.count() }"), "Base\u00A0: 5 lignes connues sur 5 (couverture 100\u00A0%)");
    EXPECT_EQ(base("{ 'n', bilan.count() }, { 'benef_total', bilan.sum(f.benef_total) }"),
              "Base\u00A0: 4 lignes connues sur 5 (couverture 80\u00A0%) pour «\u00A0Bénéficiaires (total)\u00A0», la "
              "colonne la moins "
              "renseignée");
    EXPECT_EQ(base("{ 'benef_total', bilan.sum(f.benef_total) }, { 'n', bilan.count() }"),
              "Base\u00A0: 4 lignes connues sur 5 (couverture 80\u00A0%)");
}

TEST_F(Reports, ParametersAreChecked)
{
    const std::string params =
        "  params = { seuil = bilan.param.rate(0.80), mode = bilan.param.text(), plus = bilan.param.euro(nil) },\n";
    const auto refusal = [&] {
        try {
            (void)built("assert(run.params.plus == nil)\nrun:key_figures({ 'EMP01' }, run:dataset 'emploi')", params);
            return std::string("no error");
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::usage);
            return error.sentence(base::Language::english);
        }
    };
    EXPECT_EQ(refusal(), "no error");
    inputs_.language = base::Language::english;
    inputs_.parameters["mode"] = 1.0;
    EXPECT_EQ(refusal(), "The parameter \"mode\" expects text and gets 1. Give it with --param mode=value.");
    inputs_.parameters["mode"] = std::string("a");
    inputs_.parameters["seuil"] = 3.0;
    EXPECT_EQ(refusal(),
              "The parameter \"seuil\" expects rate, between 0 and 1 and gets 3. Give it with --param seuil=value.");
    inputs_.parameters.erase("seuil");
    inputs_.parameters["seul"] = 0.5;
    EXPECT_EQ(refusal(), "The parameter \"seul\" does not exist in the report \"essai\". Did you mean \"seuil\"? "
                         "Parameters: mode, plus, seuil.");
}

TEST_F(Reports, MistakesAreLocated)
{
    EXPECT_THAT(failing(""), StartsWith("reports/essai.lua: This report writes nothing."));
    EXPECT_THAT(
        failing("run:dataset('emploi'):where { exercise = 2025 }"),
        StartsWith("reports/essai.lua:7: Unknown field \"exercise\" in \"emploi\". Did you mean \"exercice\"?"));
    EXPECT_THAT(
        failing("run:dataset('emploi'):where(f.exercice == 2025)"),
        HasSubstr(":7: f.exercice is a field, and Lua compares itself, not its values. Write f.exercice:eq(…)"));
    EXPECT_THAT(failing("local field = f.exercice\nrun:dataset('emploi'):where(field == 2025)"),
                HasSubstr(":8: The condition of \"Query:where › condition\" is true or false before any row is read."));
    EXPECT_THAT(failing("run:dataset('emploi'):where(f.exercice < 2025)"), HasSubstr("Write f.x:lt(3)"));
    EXPECT_THAT(failing("run:dataset('emploi'):where { exercice = '2025' }"),
                HasSubstr("The field \"exercice\" holds numbers and is compared here with the text \"2025\"."));
    EXPECT_THAT(failing("run:dataset('emploi'):where { porteur = 12 }"), HasSubstr("holds texts"));
    EXPECT_THAT(failing("run:dataset('action')"), HasSubstr("The dataset \"action\" is not declared by the report"));
    EXPECT_THAT(failing("run:indicator 'EMP99'"), HasSubstr("Unknown indicator \"EMP99\""));
    EXPECT_THAT(failing("run.dataset('emploi')"), HasSubstr("Write object:dataset(…), not object.dataset(…)."));
    EXPECT_THAT(failing("return run.params.seuill"), HasSubstr("Did you mean \"seuil\"?"));
    EXPECT_THAT(failing("run:tabel {}"),
                HasSubstr("\"tabel\" does not exist in \"bilan.Run\". Did you mean \"table\"?"));
    EXPECT_THAT(failing("run:table { id = 'a', titel = 'A', columns = {}, rows = {} }"), HasSubstr("\"title\""));
    EXPECT_THAT(
        failing("for i = 1, 2 do run:table { id = 'a', title = 'A', columns = { { header = 'A' } }, rows = {} } end"),
        HasSubstr("\"a\" is there twice, and only one would count. Give the second another name, or take it out."));
    EXPECT_THAT(
        failing("run:table { id = 'a', title = 'A', columns = { { header = 'A' }, { header = 'A' } }, rows = {} }"),
        HasSubstr("The table \"a\" has two columns \"A\"."));
    EXPECT_THAT(
        failing("run:table { id = 'a', title = 'A', columns = { { header = 'A', kind = 'rat' } }, rows = {} }"),
        HasSubstr("Unknown value \"rat\" for \"Run:table › options › columns[1] › kind\". Did you mean \"rate\"?"));
    EXPECT_THAT(failing("local n = run:dataset('emploi'):where(f.porteur:eq('x')):figure(bilan.sum(f.benef_f))\n"
                        "if n / run:dataset('emploi'):where(f.porteur:eq('x')):figure(bilan.count()) > 0.5 then end"),
                HasSubstr("This figure is unknown (so) and cannot be compared."));
}

TEST_F(Reports, AParameterThatIsNotDeclaredSaysWhereTo)
{
    try {
        (void)built("return run.params.seuil");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(
            error.sentence(base::Language::english),
            "reports/essai.lua:6: \"seuil\" does not exist in \"run.params\", which is empty. Declare it first; a "
            "parameter is declared in params = { … } of bilan.report.\n  6 | return run.params.seuil\n"
            "    |                   ^^^^^");
    }
}

TEST_F(Reports, AFunctionThatForgetsToReturnIsWarnedOf)
{
    const std::string end = "\nrun:key_figures({ 'EMP01' }, run:dataset('emploi'):where { exercice = 2025 })";
    const auto warnings = [&](const std::string& derived) {
        std::string words;
        for (const JournalLine& entry : built(derived + end).journal)
            words += entry.level + ' ' + std::to_string(entry.line) + ": " + entry.text + '\n';
        return words;
    };
    EXPECT_EQ(
        warnings("local more = run:dataset('emploi'):derive { n = function(row) local x = row.benef_f end }"),
        "warning 6: La fonction de «\u00A0n\u00A0» n'a donné de valeur à aucune des 5 lignes. Il manque peut-être un "
        "return.\n");
    EXPECT_EQ(warnings("local more = run:dataset('emploi'):derive { n = function(row) return row.benef_f end }"), "");
}

TEST_F(Reports, TheProjectsOwnBuild)
{
    path_.reports = {std::filesystem::path(BILAN_SOURCE_DIR) / "reports"};
    for (const ListedReport& listed : list_reports(path_, base::Language::english)) {
        ASSERT_TRUE(listed.card.has_value()) << listed.error;
        const auto is_given = [&](const std::string& id) { return inputs_.datasets.contains(id); };
        if (!std::ranges::all_of(listed.card->datasets, is_given)) continue; // this test makes one dataset only
        try {
            EXPECT_FALSE(build_report(path_, *listed.card, inputs_).pages.empty()) << listed.id;
        } catch (const base::Error& error) {
            ADD_FAILURE() << error.sentence(base::Language::english);
        }
    }
}

TEST_F(Reports, OneRunIsLikeTheOther)
{
    const std::string build = "run:key_figures { { label = 'x' .. math.random(1000), figure = "
                              "run:dataset('emploi'):figure(bilan.count()) } }";
    EXPECT_EQ(built(build).key_figures[0].label, built(build).key_figures[0].label);
}

class Median final : public FunctionProvider {
public:
    [[nodiscard]] std::string name() const override { return "trial"; }
    [[nodiscard]] std::span<const FunctionCard> functions() const override { return cards_; }
    FunctionValue call(std::size_t /*function*/, std::span<const FunctionValue> arguments) override
    {
        const auto& numbers = std::get<std::vector<double>>(arguments[0]);
        if (numbers.empty()) throw std::invalid_argument("no numbers");
        return numbers[numbers.size() / 2];
    }

private:
    std::vector<FunctionCard> cards_ = {
        {"middle", "The middle one.", {{"numbers", ValueType::numbers, "ascending", false}}, ValueType::number}};
};

TEST_F(Reports, PluginsAddWords)
{
    Median median;
    inputs_.functions = {&median};
    EXPECT_THAT(failing("assert(bilan.fn.middle { 1, 5, 9 } == 5)"), HasSubstr("writes nothing"));
    EXPECT_THAT(failing("bilan.fn.middle {}"), HasSubstr(":7: \"bilan.fn.middle\" failed: no numbers."));
    EXPECT_THAT(failing("bilan.fn.middle('a')"), HasSubstr("\"bilan.fn.middle › numbers\" expects list"));
    EXPECT_THAT(failing("bilan.fn.midle {}"), HasSubstr("Did you mean \"middle\"?"));
}

} // namespace

} // namespace bilan::script
