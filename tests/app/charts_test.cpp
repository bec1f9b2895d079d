// SPDX-License-Identifier: MPL-2.0
//
// Chart kinds and what-if tables as a report asks for them, down to the parts of the workbook.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace bilan::support {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string partner =
    "Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable\nAvenir;Atelier;10;4;6;10;8;2\n";

std::string report(const std::string& build)
{
    return "local bilan = require 'bilan'\nlocal f = bilan.field\nreturn bilan.report { api = 1, id = 'essai', title = "
           "'Essai', datasets = { 'emploi' }, build = function(run)\n" +
           build + "\nend }\n";
}

const std::string every_kind = R"lua(
run:table { id = "likert", title = "Opinion", columns = { { header = "Affirmation" }, { header = "Non", kind = "rate" },
    { header = "Neutre", kind = "rate" }, { header = "Oui", kind = "rate" } },
  rows = { { "Le pilotage est partagé", 0.3, 0.1, 0.6 }, { "Les moyens suffisent", 0.55, 0.15, 0.3 } },
  chart = { type = "likert", series = { 2, 3, 4 }, neutral = "Neutre", alt = "Le pilotage convient." } }
run:table { id = "points", title = "Parts", columns = { { header = "Contrat" }, { header = "P1", kind = "rate" },
    { header = "P2", kind = "rate" } }, rows = { { "Valmont", 0.62, 0.41 }, { "Hauteville", 0.48 } },
  chart = { type = "dots", alt = "Valmont est devant." }, heat = { "P1", "P2" } }
run:table { id = "nuage", title = "Coût", columns = { { header = "Action" }, { header = "Personnes", kind = "integer" },
    { header = "Coût (€)", kind = "euro" } }, rows = { { "A", 10, 4000 }, { "B", 30, 9000 } },
  chart = { type = "scatter", alt = "Plus il y a de monde, plus cela coûte." } }
run:table { id = "cascade", title = "Sorties", columns = { { header = "Étape" }, { header = "Personnes", kind = "integer" } },
  rows = { { "Entrées", 120 }, { "Encore en cours", -32 }, { "Sorties", 88 } },
  chart = { type = "waterfall", totals = { "Entrées", "Sorties" }, alt = "88 sorties pour 120 entrées." } }
run:table { id = "pyramide", title = "Âges", columns = { { header = "Âge" }, { header = "Femmes", kind = "integer" },
    { header = "Hommes", kind = "integer" } }, rows = { { "Moins de 26 ans", 312, 288 }, { "26 ans et plus", 81, 97 } },
  chart = { type = "pyramid", alt = "Plus de femmes chez les jeunes." } }
)lua";

const std::string what_if = R"lua(
run:table { id = "simulation", title = "Et si", parameters = { { name = "bonus", label = "Bonus", value = 0.10, kind = "rate" } },
  columns = { { header = "Action", total = "label" }, { header = "Cotation", name = "cot" },
    { header = "Accordé (€)", name = "accorde", kind = "euro", total = "sum" },
    { header = "Simulé (€)", name = "sim", kind = "euro", total = "sum",
      formula = bilan.when(f.cot:eq "G2", f.accorde * (1 + f.bonus), f.accorde) },
    { header = "À enveloppe égale (€)", kind = "euro", total = "sum",
      formula = f.sim * bilan.column_sum(f.accorde) / bilan.column_sum(f.sim) } },
  rows = { { "A", "G2", 4000 }, { "B", "G1", 5000 }, { "C", "G2", 2000 } } }
)lua";

std::string part(const std::string& book, const std::string& name)
{
    return run_program({"/usr/bin/env", "unzip", "-p", book, name}).out;
}

TEST(Charts, EveryKindIsANativeChart)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script = folder.write("essai.lua", report(every_kind)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output});
    EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    EXPECT_THAT(ended.errors, Not(HasSubstr("WARNING"))) << "the library that writes has nothing to complain about";
    const std::string charts = part(output, "xl/charts/chart*.xml");
    std::size_t count = 0;
    for (std::size_t at = charts.find("<c:chartSpace"); at != std::string::npos;
         at = charts.find("<c:chartSpace", at + 1))
        ++count;
    EXPECT_EQ(count, 5U);
    EXPECT_THAT(charts, HasSubstr("<c:scatterChart>"));
    EXPECT_THAT(charts, HasSubstr("<c:numFmt formatCode=\"\u2212#,##0;;\" sourceLinked=\"0\"/><c:spPr><a:solidFill>"
                                  "<a:srgbClr val=\"FFFFFF\"/>"))
        << "a low step of a waterfall is read";
    EXPECT_THAT(charts, HasSubstr("<c:grouping val=\"stacked\"/>"));
    EXPECT_THAT(part(output, "xl/worksheets/sheet*.xml"), HasSubstr("<colorScale>"));
    EXPECT_THAT(part(output, "xl/workbook.xml"), Not(HasSubstr("state=\"hidden\"")))
        << "what charts need is in the table";
}

TEST(Charts, PartsThatDoNotMakeTheWholeLeaveTheChartOutAndSaySo)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    std::string wrong = every_kind;
    wrong.replace(wrong.find("-32"), 3, "-30");
    const std::string script = folder.write("essai.lua", report(wrong)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
    EXPECT_THAT(bilan({"grid", output}).out, HasSubstr("le total est 88 et ses parties font 90. Montrez l'écart"));
}

const std::string uneven_scale = R"lua(
run:table { id = "accord", title = "Accord", columns = { { header = "Question" }, { header = "Pas du tout", kind = "rate" },
    { header = "Plutôt pas", kind = "rate" }, { header = "D'accord", kind = "rate" } },
  rows = { { "Pilotage", 0.2, 0.2, 0.6 } },
  chart = { type = "likert", series = { 2, 3, 4 }, favourable = 1, alt = "La moitié approuve." } }
)lua";

TEST(Charts, AScaleWithAnUnequalNumberOfAnswersOnEachSideStandsAroundItsMiddle)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script = folder.write("essai.lua", report(uneven_scale)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
    const std::string cells = bilan({"grid", output, "--sheet", "Accord"}).out;
    EXPECT_THAT(cells,
                HasSubstr("\"cell\":\"P7\",\"type\":\"number\",\"value\":0.6,\"format\":\"percent\",\"formula\":true"))
        << "1 - 0.2 - 0.2: both on the left";
}

TEST(Charts, AScaleWithoutAMiddleIsRefused)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    for (const std::string wrong : {"", "favourable = 3, ", "favourable = 0, ", "neutral = 2, favourable = 1, "}) {
        std::string build = uneven_scale;
        build.replace(build.find("favourable = 1, "), 16, wrong);
        const std::string script = folder.write("essai.lua", report(build)).string();
        const Ended ended = bilan({"run", script, input, "-o", (folder.path() / "o.xlsx").string()});
        EXPECT_EQ(ended.exit, 6) << wrong;
        EXPECT_THAT(ended.errors,
                    HasSubstr("L'échelle «\u00A0Accord\u00A0» n'a pas de milieu\u00A0: donnez autant de modalités de "
                              "chaque côté, nommez entre elles la modalité neutre (neutral), ou dites combien sont "
                              "favorables (favourable)."))
            << wrong;
    }
}

TEST(Charts, NamesAndSharesOfADotPlotAreWrittenOutForEveryReader)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    std::string one_series = every_kind;
    one_series.replace(one_series.find("type = \"dots\""), 13, "type = \"dots\", series = { 2 }");
    const std::string script = folder.write("essai.lua", report(one_series)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
    const std::string charts = part(output, "xl/charts/chart*.xml");
    EXPECT_THAT(charts, HasSubstr("<a:t>Hauteville</a:t>"));
    EXPECT_THAT(charts, HasSubstr("<a:t>62%</a:t>"));
}

TEST(Charts, LongNamesOfADotPlotOfManyRowsKeepTheirEndsAndStandOnOneLine)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const auto charts_of = [&](int rows) {
        std::string lines;
        for (int row = 10; row < 10 + rows; ++row)
            lines += "{ \"Contrat de ville de la communauté d'agglomération n° " + std::to_string(row) + "\", 0.5 }, ";
        const std::string plot =
            "run:table { id = \"c\", title = \"Contrats\", columns = { { header = \"Contrat\", kind = \"text\" }, "
            "{ header = \"Part\", kind = \"rate\" } }, rows = { " +
            lines + "}, chart = { type = \"dots\", alt = \"Parts.\" } }";
        const std::string output = (folder.path() / (std::to_string(rows) + ".xlsx")).string();
        EXPECT_EQ(bilan({"run", folder.write("essai.lua", report(plot)).string(), input, "-o", output}).exit, 0);
        return part(output, "xl/charts/chart*.xml");
    };
    EXPECT_THAT(charts_of(13), HasSubstr("<a:t>Contrat de vill\u2026mération n° 22</a:t>"));
    EXPECT_THAT(charts_of(3), HasSubstr("<a:t>Contrat de ville de la communauté d'agglomération n° 12</a:t>"));
}

TEST(Charts, NumbersOfADotPlotAreWrittenOutAsTheirColumnShowsThem)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string gaps =
        R"(run:table { id = "ecarts", title = "Écarts", columns = { { header = "Lieu", kind = "text" },
  { header = "Écart", kind = "points" } }, rows = { { "Valmont", 8.66 }, { "Hauteville", -1234 }, { "Bourg", 0 } },
  chart = { type = "dots", alt = "Valmont est devant." } })";
    const std::string script = folder.write("essai.lua", report(gaps)).string();
    for (const auto& [language, ahead, behind] : {std::array{"fr", "<a:t>+8,7</a:t>", "<a:t>-1\u202F234,0</a:t>"},
                                                  std::array{"en", "<a:t>+8.7</a:t>", "<a:t>-1,234.0</a:t>"}}) {
        const std::string output = (folder.path() / "o.xlsx").string();
        EXPECT_EQ(bilan({"run", script, input, "-o", output, "--lang", language}).exit, 0);
        const std::string charts = part(output, "xl/charts/chart*.xml");
        EXPECT_THAT(charts, HasSubstr(ahead));
        EXPECT_THAT(charts, HasSubstr(behind));
        // Names after points that are fewer: LibreOffice would draw none of the points.
        EXPECT_LT(charts.find("<c:v>\u00A0</c:v>"), charts.find("<c:v>Écart</c:v>"));
        EXPECT_THAT(charts, HasSubstr("<c:min val=\"-1400\"/>")) << "names stand left of all points";
        EXPECT_THAT(charts, HasSubstr("<c:pt idx=\"0\"><c:v>-1400</c:v></c:pt>"));
        EXPECT_THAT(charts, HasSubstr("<c:h val=\"0.70875\"/>"))
            << "below two lines of title; no legend, no place for one";
        std::filesystem::remove(output);
    }
}

TEST(Charts, AChartOfATableBelowAnotherStandsOnTheFirstPageToo)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string two =
        R"(run:table { id = "un", title = "Un", columns = { { header = "Lieu", kind = "text" } }, rows = { { "Valmont" } } }
run:table { id = "deux", below = "un", title = "Deux", columns = { { header = "Lieu", kind = "text" },
  { header = "Actions", kind = "integer" } }, rows = { { "Valmont", 3 }, { "Bourg", 2 } },
  chart = { type = "bars", category = 1, series = { 2 }, alt = "Valmont est devant." } }
run:chart_on_first_page "deux")";
    const std::string script = folder.write("essai.lua", report(two)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
    EXPECT_THAT(part(output, "xl/worksheets/sheet1.xml"), HasSubstr("<drawing "));
}

TEST(Charts, WhatIfHoldsTheValueOfItsFormula)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script = folder.write("essai.lua", report(what_if)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output});
    EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    const std::string cells = bilan({"grid", output, "--sheet", "Et si"}).out;
    EXPECT_THAT(cells, HasSubstr("\"value\":4400,"));
    EXPECT_THAT(cells, HasSubstr("\"value\":2200,"));
    EXPECT_THAT(cells, HasSubstr("\"value\":11600,")); // 4400 + 5000 + 2200
    EXPECT_THAT(part(output, "xl/workbook.xml"), HasSubstr("par_simulation_bonus"));
    EXPECT_THAT(part(output, "xl/worksheets/sheet*.xml"), HasSubstr("par_simulation_bonus"));
}

/// A run of a report with one table; `chart` goes with three columns: words, whole numbers, rates.
Ended drawn(const std::string& chart, const std::string& rows = "{ 'A', 10, 0.5 }, { 'B', 30, 0.5 }",
            const std::string& columns = "{ header = 'Nom' }, { header = 'Personnes', kind = 'integer' }, { header = "
                                         "'Part', kind = 'rate' }")
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script = folder
                                   .write("essai.lua", report("run:table { id = 't', title = 'Essai', columns = { " +
                                                              columns + " }, rows = { " + rows + " }, " + chart + " }"))
                                   .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    Ended ended = bilan({"run", script, input, "-o", output});
    if (ended.exit == 0) ended.out = bilan({"grid", output}).out;
    return ended;
}

TEST(Charts, ADoughnutOfManySlicesIsLeftOutWithItsReason)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const auto out_of = [&](const std::string& rows) {
        const std::string script =
            folder
                .write("essai.lua",
                       report("run:table { id = 't', title = 'Essai', columns = { { header = 'Nom' }, { header = "
                              "'N', kind = 'integer' } }, rows = { " +
                              rows + " }, chart = { type = 'doughnut', alt = 'x' } }"))
                .string();
        const std::string output = (folder.path() / "o.xlsx").string();
        EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
        return bilan({"grid", output}).out;
    };
    EXPECT_THAT(out_of("{ 'a', 1 }, { 'b', 2 }, { 'c', 3 }, { 'd', 4 }"),
                HasSubstr("L'anneau a 4 parts, trois au plus se lisent. Choisissez des barres."));
    EXPECT_THAT(out_of("{ 'a', 1 }, { 'b', 2 }, { 'c', 3 }"), testing::Not(HasSubstr("trois au plus se lisent")));
}

TEST(Charts, AMistakeIsToldBeforeAnythingIsDrawn)
{
    const auto said = [](const std::string& chart) {
        const Ended ended = drawn(chart);
        EXPECT_EQ(ended.exit, 6) << chart;
        return ended.errors;
    };
    EXPECT_THAT(
        said("chart = { type = 'scatter', series = { 2 }, alt = 'x' }"),
        HasSubstr("se dessine avec 2 colonnes de nombres, et 1 sont données. Corrigez «\u00A0series\u00A0».\n"));
    EXPECT_THAT(
        said("chart = { type = 'dots', series = { 1 }, alt = 'x' }"),
        HasSubstr("ne se dessine pas avec la colonne «\u00A0Nom\u00A0», qui n'est pas une colonne de nombres."));
    EXPECT_THAT(said("heat = { 'Nom' }"), HasSubstr("[BIL-739]"));
    EXPECT_THAT(said("chart = { type = 'likert', series = { 2, 3 }, alt = 'x' }"),
                HasSubstr("est une échelle\u00A0: la colonne «\u00A0Personnes\u00A0» doit être un taux"));
    EXPECT_THAT(said("chart = { type = 'likert', series = { 3 }, alt = 'x' }"),
                HasSubstr("n'a pas de milieu\u00A0: donnez autant de modalités de chaque côté"));
    EXPECT_THAT(said("chart = { type = 'waterfall', series = { 2 }, totals = { 3 }, alt = 'x' }"),
                HasSubstr("demande la ligne 3 d'un tableau qui en a 2."));
}

TEST(Charts, AWrongValueLeavesTheChartOutAndSaysSo)
{
    const Ended negative = drawn("chart = { type = 'pyramid', series = { 2, 3 }, alt = 'x' }", "{ 'A', -10, 20 }",
                                 "{ header = 'Nom' }, { header = 'F', kind = 'integer' }, { header = 'H', kind = "
                                 "'integer' }");
    EXPECT_EQ(negative.exit, 0) << negative.errors;
    EXPECT_THAT(negative.out, HasSubstr("non dessiné\u00A0: «\u00A0"
                                        "F\u00A0» a une valeur négative (-10). Vérifiez cette valeur à sa "
                                        "source."));
    const Ended scale =
        drawn("chart = { type = 'likert', series = { 2, 3 }, alt = 'x' }", "{ 'A', 0.75, 0.5 }",
              "{ header = 'Nom' }, { header = 'Non', kind = 'rate' }, { header = 'Oui', kind = 'rate' }");
    EXPECT_EQ(scale.exit, 0) << scale.errors;
    EXPECT_THAT(scale.out, HasSubstr("pour «\u00A0"
                                     "A\u00A0», le total est 100,0\u00A0% et ses parties font 125,0\u00A0%."));
}

TEST(Charts, WordsOfFormulas)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const auto said = [&](const std::string& build) {
        const std::string script = folder.write("essai.lua", report(build)).string();
        const Ended ended = bilan({"run", script, input, "-o", (folder.path() / "o.xlsx").string()});
        EXPECT_EQ(ended.exit, 6) << build;
        return ended.errors;
    };
    EXPECT_THAT(said("run:dataset('emploi'):figure(bilan.sum(bilan.column_sum(f.benef_f)))"),
                HasSubstr("additionne une colonne d'un tableau, et n'a de sens que dans la formule d'une colonne."));
    EXPECT_THAT(said("run:table { id = 't', title = 'T', data = run:dataset('emploi'):group { by = { 'porteur' }, "
                     "measures = { { 'n', bilan.count() } } }, columns = { { header = 'X', name = 'x' } } }"),
                HasSubstr("À côté de «\u00A0data\u00A0», la colonne «\u00A0x\u00A0» n'a de sens qu'avec une formule."));
}

TEST(Charts, PointsCarryTheirNamesInEveryReader)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script = folder.write("essai.lua", report(every_kind)).string();
    const std::string output = (folder.path() / "o.xlsx").string();
    ASSERT_EQ(bilan({"run", script, input, "-o", output}).exit, 0);
    const std::string charts = part(output, "xl/charts/chart*.xml");
    EXPECT_THAT(charts, HasSubstr("<a:t>Hauteville</a:t>")) << "words, which LibreOffice shows; not a reference";
    EXPECT_THAT(charts, HasSubstr("<a:t>Valmont</a:t>"));
}

// The worked example of the domain: G0 loses a tenth from 5 000 euros on, G2 gains one, what is not scored keeps
// its own.
TEST(Charts, TheWhatIfOfGenderBudgetingIsLiveAndHoldsItsValues)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", "Intitulé de l'action;Porteur;P147 demandé;P147 accordé;Statut;Cotation BIE\n"
                            "A;Avenir;10000;6000;retenu;G0\nB;Avenir;8000;8000;retenu;G1\n"
                            "C;Avenir;4000;4000;retenu;G2\nD;Avenir;6000;0;refusé;G0\n"
                            "E;Avenir;2000;2000;retenu;non coté\n")
            .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", "bie", input, "-o", output, "--year", "2025", "--lang", "fr"});
    ASSERT_TRUE(ended.exit == 0 || ended.exit == 1) << ended.errors << ended.out;
    const std::string cells = bilan({"grid", output, "--sheet", "Et si"}).out;
    const auto live = [](const std::string& value) {
        return HasSubstr("\"type\":\"number\",\"value\":" + value + ",\"format\":\"number\",\"formula\":true");
    };
    EXPECT_THAT(cells, live("5400")) << "A: 6000 less a tenth";
    EXPECT_THAT(cells, live("19400")) << "all that is simulated";
    EXPECT_THAT(cells, live("-600"));
    const std::string sheets = part(output, "xl/worksheets/sheet*.xml");
    for (const char* const name :
         {"par_bie_simulation_seuil", "par_bie_simulation_malus_g0", "par_bie_simulation_bonus_g2"})
        EXPECT_THAT(sheets, HasSubstr(name));
}

} // namespace
} // namespace bilan::support
