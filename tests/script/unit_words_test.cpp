// SPDX-License-Identifier: MPL-2.0
//
// The unit that figures get of the fields behind them, and how many digits are shown.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class UnitWords : public Reports {
protected:
    /// The first words of the journal, in English.
    std::string said(const std::string& expression)
    {
        inputs_.language = base::Language::english;
        const BuiltReport report = built("local rows = run:dataset 'emploi'\nprint((" + expression +
                                         ").unit)\nrun:table { id = 't', title = 'T', columns = { { header = 'A' } }, "
                                         "rows = {} }");
        std::string lines;
        for (const JournalLine& line : report.journal)
            lines += (lines.empty() ? "" : "\n") + (line.level == "warning" ? "! " + line.text : line.text);
        return lines;
    }
};

TEST_F(UnitWords, APartOfAWholeIsARateInEveryMeasure)
{
    for (const char* measure : {"mean", "median", "min", "max"}) {
        const std::string of = "rows:figure(bilan." + std::string(measure) + "(f.benef_f / f.benef_total))";
        EXPECT_EQ(said(of), "rate") << measure;
    }
    EXPECT_EQ(said("rows:derive { part = f.benef_f / f.benef_total }:figure(bilan.median(f.part))"), "rate");
    EXPECT_EQ(said("rows:figure(bilan.mean(f.accorde_p147 / f.benef_total))"), "euro");
    EXPECT_EQ(said("rows:figure(bilan.sum(f.benef_f * f.statut:eq 'réalisée'))"), "people");
    EXPECT_EQ(said("rows:figure(bilan.mean(f.benef_f:gt(10)))"), "rate");
    EXPECT_EQ(said("rows:figure(bilan.sum(f.benef_f))"), "people");
}

TEST_F(UnitWords, PeopleForEachEuroAreANumberAndNoPercentage)
{
    EXPECT_EQ(said("rows:figure(bilan.ratio(f.benef_f, f.accorde_p147))"), "number");
    EXPECT_EQ(said("rows:figure(bilan.ratio(f.accorde_p147, f.benef_f))"), "euro");
    EXPECT_EQ(said("rows:figure(bilan.ratio(f.benef_f, f.benef_total))"), "rate");
    EXPECT_EQ(said("rows:figure(bilan.ratio(f.accorde_p147, f.accorde_p147))"), "rate");
}

TEST_F(UnitWords, WhatHasNoCommonUnitIsSaid)
{
    EXPECT_THAT(said("rows:figure(bilan.sum(f.benef_f + f.accorde_p147))"),
                HasSubstr("! \"benef_f + accorde_p147\" adds different units (people and euro): the result is a number "
                          "without a unit. Make a measure of each, or say the unit: { unit = … }."));
    EXPECT_THAT(said("rows:figure(bilan.sum(f.benef_f)) + rows:figure(bilan.sum(f.accorde_p147))"),
                HasSubstr("! Two figures of different units (people and euro) are added: the result is a number "
                          "without a unit. Show them apart, or say the unit first: with_unit."));
    EXPECT_THAT(said("rows:figure(bilan.mean(f.benef_f / f.benef_total)) + rows:figure(bilan.count())"),
                HasSubstr("(rate and count)"));
    EXPECT_THAT(said("rows:figure(bilan.sum(f.benef_f + f.benef_h))"), "people");
    EXPECT_EQ(said("rows:figure(bilan.sum(f.benef_f)) + 1"), "people");
    inputs_.language = base::Language::french;
    const BuiltReport report = built("local rows = run:dataset 'emploi'\nrun:key_figures { { label = 'x', figure = "
                                     "rows:figure(bilan.sum(f.benef_f - f.accorde_p147)) + "
                                     "rows:figure(bilan.share(f.benef_f:gt(10))) } }");
    ASSERT_EQ(report.journal.size(), 2U);
    EXPECT_THAT(report.journal[0].text, HasSubstr("ajoute des unités différentes (people et euro)"));
}

TEST_F(UnitWords, ADerivedShareIsListedInPercent)
{
    const BuiltReport report = built("run:table { id = 't', title = 'T', data = run:dataset 'emploi':derive { part = "
                                     "f.benef_f / f.benef_total }:select { 'porteur', 'part' } }");
    const auto& table = std::get<workbook::Table>(report.pages.front().blocks.front());
    EXPECT_EQ(table.columns[1].kind, workbook::ColumnKind::rate);
}

TEST_F(UnitWords, DigitsBehindTheCommaAreTheAuthorsToSay)
{
    const BuiltReport report = built(
        "local p = bilan.given(0.0342, 'number', { decimals = 4 })\nrun:key_figures { { label = 'p', figure = p } }\n"
        "print(p.text, bilan.given(0.5, 'rate'):with_decimals(0).text)\n"
        "run:table { id = 't', title = 'T', columns = { { header = 'p', kind = 'number', decimals = 3 } }, rows = { { "
        "0.0342 } } }");
    EXPECT_EQ(report.journal[0].text, "0,0342 50\u00A0%");
    const auto& table = std::get<workbook::Table>(report.pages.front().blocks.front());
    EXPECT_EQ(table.columns[0].kind, workbook::ColumnKind::decimal);
    EXPECT_EQ(table.columns[0].decimals, 3);
    EXPECT_EQ(report.key_figures[0].figure.decimals, 4);
    EXPECT_THAT(failing("bilan.given(1, 'number', { decimals = 11 })"), HasSubstr("decimals"));
}

TEST_F(UnitWords, KeysThatWouldBeLostAreNamed)
{
    EXPECT_THAT(failing("run:dataset 'emploi':group { by = 'porteur', measures = { { 'lic', bilan.count(), label = 'L' "
                        "} } }"),
                HasSubstr("The measure \"lic\" has an entry too many: \"label\". Write { name, measure }; its header "
                          "is given in headers of the table."));
    inputs_.language = base::Language::french;
    EXPECT_THAT(failing("run:dataset 'emploi':group { by = 'porteur', measures = { { 'lic', bilan.count(), 3 } } }",
                        base::Language::french),
                HasSubstr("La mesure «\u00A0lic\u00A0» a une entrée de trop"));
    EXPECT_THAT(failing("run:table { id = 't', title = 'T', dat = run:dataset 'emploi' }"), HasSubstr("data"));
    EXPECT_THAT(failing("run:table { id = 't', titel = 'T', data = run:dataset 'emploi' }"), HasSubstr("title"));
}

TEST_F(UnitWords, AFunctionThatChoosesTheYearSaysWhichRowsItLost)
{
    inputs_.domain = load_domain(path_);
    MadeDataset made(inputs_.domain->schema("emploi"));
    made.numbers("exercice", {2025, std::nullopt}).texts("porteur", {"Avenir", "Cap"});
    inputs_.datasets["emploi"] = made.made();
    const BuiltReport report =
        built("local rows = run:dataset('emploi'):where(function(row) return row.exercice == 2025 end)\n"
              "run:table { id = 't', title = 'T', data = rows }");
    ASSERT_THAT(report.warnings, testing::Not(IsEmpty()));
    EXPECT_EQ(report.journal.size(), 1U);
}

TEST_F(UnitWords, NamesThatDifferByCaseOnlyAreSaid)
{
    MadeDataset made(inputs_.domain->schema("emploi"));
    made.numbers("exercice", {2025, 2025, 2025}).texts("porteur", {"Les Tilleuls", "les tilleuls", "Cap"});
    inputs_.datasets["emploi"] = made.made();
    const std::string table = "run:table { id = 't', title = 'T', data = run:dataset('emploi'):group { by = 'porteur', "
                              "measures = { { 'n', bilan.count() } } } }";
    const BuiltReport report = built(table);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_THAT(report.warnings[0], HasSubstr("1 valeur(s) de «\u00A0porteur\u00A0» ne diffèrent que par la casse"));
    inputs_.language = base::Language::english;
    EXPECT_THAT(built(table).warnings[0],
                HasSubstr("differ by case or accents only and stand on lines of their own (Les "
                          "Tilleuls / les tilleuls)"));
}

} // namespace

} // namespace bilan::script
