// SPDX-License-Identifier: MPL-2.0
//
// The last row of a table: what it is called, and what is said of a cell that is no sum.
#include "report_workshop.hpp"

#include "script/console.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TotalRow : public Reports {
protected:
    workbook::Table table(const std::string& data, base::Language language = base::Language::french)
    {
        inputs_.language = language;
        const BuiltReport report = built("local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
                                         "run:table { id = 't', title = 'T', totals = true, data = " +
                                         data + " }");
        return std::get<workbook::Table>(report.pages.at(0).blocks.front());
    }
    static std::string name_of(const workbook::Table& table)
    {
        return std::get<std::string>(table.columns.at(0).total_value);
    }
    static std::string group(const std::string& measures)
    {
        return "rows:group { by = 'porteur', measures = { " + measures + " } }";
    }
    const std::string sum_ = "{ 'n', bilan.count() }, { 'accorde', bilan.sum(f.accorde_p147) }";
};

TEST_F(TotalRow, SumsAreATotalAndRatesBesideThemLeaveIt)
{
    const workbook::Table sums = table(group(sum_));
    EXPECT_EQ(name_of(sums), "Total");
    EXPECT_THAT(sums.notes, IsEmpty());
    const workbook::Table with_rate = table(group(sum_ + ", { 'part', bilan.ratio(f.benef_f, f.benef_total) }"));
    EXPECT_EQ(name_of(with_rate), "Total");
    EXPECT_THAT(with_rate.notes, IsEmpty());
}

TEST_F(TotalRow, OfAListingWithNothingToAddIsLeftOut)
{
    const std::string listing = "rows:select { 'porteur', 'statut' }";
    const workbook::Table none = table(listing);
    EXPECT_EQ(none.columns.at(0).total, workbook::Total::none);
    EXPECT_THAT(none.notes,
                ElementsAre("Pas de total\u00A0: aucune colonne ne compte des personnes ou des choses, ni des euros."));
    EXPECT_THAT(table(listing, base::Language::english).notes,
                ElementsAre("No total: no column counts people or things, or is of euros."));
    EXPECT_EQ(name_of(table("rows:select { 'porteur', 'accorde_p147' }")), "Total");
}

TEST_F(TotalRow, ThatOfMaximaIsNoTotal)
{
    const std::string measures = sum_ +
                                 ", { 'plus', bilan.max(f.accorde_p147) }, { 'moins', bilan.min(f.accorde_p147) },"
                                 "{ 'autre', bilan.max(f.benef_f) }, { 'milieu', bilan.median(f.benef_f) }";
    const workbook::Table mixed = table(group(measures));
    EXPECT_EQ(name_of(mixed), "Ensemble");
    EXPECT_EQ(std::get<data::Figure>(mixed.columns.at(3).total_value).value, 3000);
    EXPECT_THAT(mixed.notes,
                ElementsAre("Ensemble\u00A0: calculé sur toutes les lignes, non additionné\u00A0: maximum "
                            "(«\u00A0plus\u00A0», «\u00A0autre\u00A0»)\u00A0; minimum («\u00A0moins\u00A0»)\u00A0; "
                            "médiane («\u00A0milieu\u00A0»)."));
    const workbook::Table english = table(group(measures), base::Language::english);
    EXPECT_EQ(name_of(english), "Overall");
    EXPECT_THAT(english.notes, ElementsAre("Overall: computed over all rows, not added up: maximum (\"plus\", "
                                           "\"autre\"); minimum (\"moins\"); median (\"milieu\")."));
}

TEST_F(TotalRow, EachMeasureHasItsWord)
{
    const auto said = [&](const std::string& measure) {
        const workbook::Table one = table(group("{ 'x', " + measure + " }"));
        EXPECT_EQ(name_of(one), "Ensemble") << measure;
        return one.notes.empty() ? std::string() : one.notes.front();
    };
    const std::string begin = "Ensemble\u00A0: calculé sur toutes les lignes, non additionné\u00A0: ";
    EXPECT_EQ(said("bilan.mean(f.benef_f)"), begin + "moyenne.");
    EXPECT_EQ(said("bilan.quantile(f.benef_f, 0.9)"), begin + "quantile.");
    EXPECT_EQ(said("bilan.standard_deviation(f.benef_f)"), begin + "écart type.");
    EXPECT_EQ(said("bilan.count_distinct(f.statut)"), begin + "valeurs différentes.");
    EXPECT_EQ(said("bilan.ratio(f.accorde_p147, f.benef_total)"), begin + "rapport des sommes.");
    EXPECT_EQ(said("bilan.max(f.date_fin)"), begin + "dernière date.");
    EXPECT_EQ(said("bilan.min(f.date_fin)"), begin + "première date.");
    EXPECT_EQ(said("bilan.ratio(f.benef_f, f.benef_total)"), "") << "a rate is no sum for anybody";
    EXPECT_EQ(said("bilan.completeness(f.benef_f)"), "");
}

TEST_F(TotalRow, RowsUnderSeveralGroupsAreCountedOnce)
{
    MadeDataset made(inputs_.domain->schema("emploi"));
    const std::string both = std::string("un") + data::list_separator + "deux";
    made.numbers("exercice", {2025, 2025}).texts("territoire", {both, "un"}).numbers("benef_total", {10, 20});
    inputs_.datasets["emploi"] = made.made();
    const std::string group = "rows:group { by = 'territoire', measures = { { 'n', bilan.sum(f.benef_total) } }";
    const workbook::Table each = table(group + " }");
    EXPECT_EQ(std::get<data::Figure>(each.columns.at(1).total_value).value, 30);
    EXPECT_EQ(name_of(each), "Ensemble");
    EXPECT_THAT(each.notes, ElementsAre(HasSubstr("chaque ligne comptée une fois.")));
    EXPECT_EQ(name_of(table(group + ", lists = 'as_written' }")), "Total");
    EXPECT_EQ(name_of(table("rows:cross { rows = 'territoire', columns = 'exercice', measure = bilan.count() }")),
              "Ensemble");
}

TEST_F(TotalRow, APivotAndAComparisonSayItToo)
{
    const workbook::Table pivot =
        table("rows:pivot { rows = 'porteur', columns = 'statut', measure = bilan.max(f.benef_f) }");
    EXPECT_EQ(name_of(pivot), "Ensemble");
    EXPECT_THAT(pivot.notes,
                ElementsAre("Ensemble\u00A0: calculé sur toutes les lignes, non additionné\u00A0: maximum."));
    const std::string compare = "rows:compare(run:dataset('emploi'):where { exercice = 2024 }, { by = 'porteur', "
                                "measures = { { 'x', bilan.";
    EXPECT_EQ(name_of(table(compare + "sum(f.benef_f) } } })")), "Total");
    EXPECT_EQ(name_of(table(compare + "ratio(f.benef_f, f.benef_total) } } })")), "Ensemble");
    const workbook::Table means = table(compare + "mean(f.benef_f) } } })");
    EXPECT_EQ(name_of(means), "Ensemble");
    EXPECT_THAT(means.notes, ElementsAre(HasSubstr("moyenne («\u00A0x\u00A0», «\u00A0x (avant)\u00A0»)")));
}

TEST_F(TotalRow, ThatOfACrossingNamesItsLastColumnAsWell)
{
    const workbook::Table counts =
        table("rows:cross { rows = 'porteur', columns = 'statut', measure = bilan.count() }");
    EXPECT_EQ(counts.columns.back().header, "Total");
    const workbook::Table means =
        table("rows:cross { rows = 'porteur', columns = 'statut', measure = bilan.mean(f.benef_f) }");
    EXPECT_EQ(name_of(means), "Ensemble");
    EXPECT_EQ(means.columns.back().header, "Ensemble");
    EXPECT_THAT(means.notes, ElementsAre(HasSubstr("moyenne.")));
    inputs_.language = base::Language::french;
    Console console(path_, inputs_, folder_);
    const ConsoleAnswer answer =
        console.evaluate("emploi:cross { rows = 'porteur', columns = 'statut', measure = bilan.mean(f.benef_f) }");
    ASSERT_EQ(answer.shown.size(), 1U);
    EXPECT_EQ(answer.shown[0].headers.back(), "Ensemble");
    EXPECT_THAT(answer.shown[0].note, HasSubstr("moyenne."));
}

} // namespace

} // namespace bilan::script
