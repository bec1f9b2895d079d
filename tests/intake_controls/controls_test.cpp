// SPDX-License-Identifier: MPL-2.0
//
// Every kind of control on small tables: what is judged, what is broken, what the finding says.
#include "base/date.hpp"
#include "data/table_maker.hpp"
#include "intake/controls.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

using data::Control;
using data::FieldType;
using data::Schema;
using data::test::make_field;
using data::test::TableMaker;

Control control(std::string id, std::string kind, std::string whole, std::vector<std::string> parts)
{
    Control rule;
    rule.id = std::move(id);
    rule.kind = std::move(kind);
    rule.whole = std::move(whole);
    rule.parts = std::move(parts);
    rule.label = {"La règle", "The rule"};
    rule.action = {"Demander.", "Ask."};
    return rule;
}

std::shared_ptr<const Schema> schema_with(Control rule)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "action";
    schema->fields = {make_field("f", FieldType::count),       make_field("h", FieldType::count),
                      make_field("nc", FieldType::count),      make_field("total", FieldType::count),
                      make_field("demande", FieldType::euro),  make_field("accorde", FieldType::euro),
                      make_field("debut", FieldType::date),    make_field("fin", FieldType::date),
                      make_field("exercice", FieldType::year), make_field("porteur", FieldType::text),
                      make_field("intitule", FieldType::text), make_field("taux", FieldType::rate)};
    schema->families.resize(2);
    schema->families[0].prefix = "age_";
    schema->families[1].prefix = "fin_";
    schema->controls = {std::move(rule)};
    return schema;
}

ControlReport run(const TableMaker& table, std::optional<int> year = std::nullopt)
{
    return run_controls(table.dataset(), data::Domain{}, year);
}

std::vector<std::uint32_t> rows(const ControlReport& report)
{
    std::vector<std::uint32_t> all;
    for (const Finding& finding : report.findings) all.push_back(finding.place.row.value());
    return all;
}

Control sexes()
{
    Control rule = control("C01", "sum_equals", "total", {"f", "h", "nc"});
    rule.optional = {"nc"};
    rule.severity = data::Severity::blocking;
    rule.label = {"Femmes + hommes + sexe non connu = total", "Women + men + sex not known = total"};
    rule.action = {"Demander au partenaire laquelle des valeurs est fausse.", "Ask the partner which value is wrong."};
    return rule;
}

TEST(SumEquals, NamesEveryValueComparedAndTheCellOfTheTotal)
{
    TableMaker table(schema_with(sexes()));
    table.column("f", {"12", "12"}).column("h", {"8", "8"}).column("total", {"22", "20"});
    table.header("f", "F").header("total", "Total ");
    const ControlReport report = run(table);
    ASSERT_EQ(report.findings.size(), 1U);
    const Finding& finding = report.findings[0];
    EXPECT_EQ(finding.code, "C01");
    EXPECT_EQ(finding.severity, data::Severity::blocking);
    EXPECT_EQ(finding.done, Done::kept);
    EXPECT_EQ(finding.place.file, "a.xlsx");
    EXPECT_EQ(finding.place.sheet, "Bilan");
    EXPECT_EQ(cell_name({*finding.place.row, *finding.place.column}), "C2");
    EXPECT_EQ(finding.header, "Total ");
    EXPECT_EQ(finding.read, "F 12, Libellé de h 8, Total  22");
    EXPECT_EQ(
        finding.sentence(base::Language::french),
        "Règle non respectée\u00A0: «\u00A0Femmes + hommes + sexe non connu = total\u00A0» (F 12, Libellé de h 8, "
        "Total  22\u00A0; somme 20). Demander au partenaire laquelle des valeurs est fausse.");
    EXPECT_EQ(finding.sentence(base::Language::english),
              "Rule not kept: \"Women + men + sex not known = total\" (F 12, Label of h 8, Total  22; sum 20). Ask the "
              "partner which value is wrong.");
    ASSERT_EQ(report.runs.size(), 1U);
    EXPECT_EQ(report.runs[0].control, "C01");
    EXPECT_EQ(report.runs[0].judged, 2U);
    EXPECT_EQ(report.runs[0].broken, 1U);
}

// `non_cote` is the id of an answer that people read « non coté ».
TEST(Condition, SaysTheAnswersByTheirLabels)
{
    auto words = std::make_shared<data::Vocabulary>();
    words->id = "cotation";
    words->terms = {{"non_cote", {"non coté", "not scored"}, {}, {}}};
    data::Domain domain;
    domain.vocabularies = {words};
    Control rule = control("B06", "condition", "", {});
    rule.expression = data::apply(data::Operation::one_of, {data::field("cotation")}, {std::string("non_cote")});
    auto schema = std::make_shared<Schema>();
    schema->id = "action";
    schema->fields = {make_field("cotation", FieldType::choice, "cotation")};
    schema->controls = {std::move(rule)};
    const ControlReport report =
        run_controls(TableMaker(schema).column("cotation", {"non_cote"}).dataset(), domain, std::nullopt);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].sentence(base::Language::french),
              "Règle non respectée\u00A0: «\u00A0La règle\u00A0» (Libellé de cotation non coté). Demander.");
    EXPECT_EQ(report.findings[0].sentence(base::Language::english),
              "Rule not kept: \"The rule\" (Label of cotation not scored). Ask.");
    EXPECT_EQ(report.findings[0].read, "Libellé de cotation non coté") << "as the sheet of findings shows it";
}

TEST(SumEquals, AnOptionalUnknownIsZeroAndAnyOtherKeepsTheRowUnjudged)
{
    TableMaker table(schema_with(sexes()));
    table.column("f", {"5", "!nc", "5", "5", "!so", "5"})
        .column("h", {"5", "5", "5", "5", "4", "5"})
        .column("nc", {"!vide", "0", "!nc", "1", "1", "!vide"})
        .column("total", {"10", "9", "!vide", "10", "5", "12"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 4U);
    EXPECT_THAT(rows(report), testing::ElementsAre(4U, 6U));
}

TEST(SumEquals, SpellsOutFamiliesAndLeavesOutColumnsOfOtherTables)
{
    const auto schema = schema_with(control("C03", "sum_equals", "total", {"age_*"}));
    data::DatasetBuilder builder(schema);
    builder.append(TableMaker(schema, "a.xlsx")
                       .column("age_0_25", {"4", "4"})
                       .column("age_26_p", {"6", "!nc"})
                       .column("total", {"11", "10"})
                       .values());
    builder.append(TableMaker(schema, "b.xlsx").column("age_16_25", {"3"}).column("total", {"3"}).values());
    builder.append(TableMaker(schema, "c.xlsx").column("total", {"3"}).values());
    const ControlReport report = run_controls(builder.finish(), {}, std::nullopt);
    EXPECT_EQ(report.runs[0].judged, 2U) << "an unknown band, and a table without bands, cannot be judged";
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].read, "Libellé de age_0_25 4, Libellé de age_26_p 6, Libellé de total 11");
}

TEST(SumEquals, AnUnknownPartIsAtLeastNothing)
{
    TableMaker table(schema_with(control("C03", "sum_equals", "total", {"age_*"})));
    table.column("total", {"21", "21", "21"})
        .column("age_0_25", {"14", "12", "22"})
        .column("age_26_49", {"9", "9", "0"})
        .column("age_50_p", {"!nc", "!nc", "!nc"});
    const ControlReport report = run(table);
    EXPECT_THAT(rows(report), testing::ElementsAre(1U)) << "one part alone above the whole is what other rules say";
    EXPECT_EQ(report.runs[0].judged, 1U);
    EXPECT_THAT(report.findings[0].sentence(base::Language::french), testing::HasSubstr("somme 23"));
}

TEST(SumEquals, ABandBesideItsUnknownAgesIsALoneBand)
{
    Control rule = control("C03", "sum_equals", "total", {"age_*", "nc"});
    rule.optional = {"nc"};
    TableMaker table(schema_with(rule));
    table.column("total", {"26", "26"}).column("age_0_25", {"9", "30"}).column("nc", {"1", "1"});
    EXPECT_THAT(rows(run(table)), testing::ElementsAre(2U));
}

TEST(SumAtMost, SaysNotAgainWhatAPartAloneSays)
{
    auto schema = std::make_shared<Schema>(*schema_with(control("C02", "at_most", "total", {"f"})));
    schema->controls.push_back(control("C02", "sum_at_most", "total", {"f", "h"}));
    TableMaker table(schema);
    table.column("total", {"20", "20"}).column("f", {"21", "12"}).column("h", {"0", "9"});
    EXPECT_THAT(rows(run(table)), testing::ElementsAre(1U, 2U));
}

TEST(SumEquals, OneBandAloneIsNoSumAndNoMoreThanTheWhole)
{
    TableMaker table(schema_with(control("C03", "sum_equals", "total", {"age_*"})));
    table.column("total", {"26", "26"}).column("age_0_25", {"9", "30"});
    EXPECT_THAT(rows(run(table)), testing::ElementsAre(2U));
}

TEST(SumEquals, AmountsAskedAreNoPartOfAmountsGranted)
{
    Control rule = control("C07", "sum_equals", "demande", {"accorde", "fin_*"});
    rule.tolerance = 1;
    TableMaker table(schema_with(rule));
    table.column("accorde", {"100.4", "100"})
        .column("fin_region", {"50", "50"})
        .column("fin_region_demande", {"999", "999"})
        .column("demande", {"151", "152.5"});
    const ControlReport report = run(table);
    EXPECT_THAT(rows(report), testing::ElementsAre(2U));
    EXPECT_THAT(report.findings[0].sentence(base::Language::french), testing::HasSubstr("152,50"));
}

/// The total of a funding plan holds valued contributions or not: the worked example of 3.6.4 leaves them below.
TEST(SumEquals, APartMayLieOutsideTheWhole)
{
    Control rule = control("C07", "sum_equals", "demande", {"accorde", "fin_*"});
    rule.also = {"fin_valorisation"};
    rule.tolerance = 1;
    TableMaker table(schema_with(rule));
    table.column("accorde", {"100", "100", "100"})
        .column("fin_valorisation", {"15", "15", "15"})
        .column("demande", {"100", "115", "130"});
    EXPECT_THAT(rows(run(table)), testing::ElementsAre(3U));
}

TEST(AtMost, ComparesEachKnownPartWithTheWhole)
{
    TableMaker table(schema_with(control("C04", "at_most", "total", {"f", "h"})));
    table.column("f", {"5", "11", "!nc", "!nc", "3"})
        .column("h", {"10", "12", "11", "!vide", "3"})
        .column("total", {"10", "10", "10", "10", "!nc"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 3U);
    EXPECT_THAT(rows(report), testing::ElementsAre(2U, 3U)) << "one finding a row";
    EXPECT_EQ(report.findings[1].read, "Libellé de h 11, Libellé de total 10");
}

TEST(SumAtMost, AllowsForWhatMayBeAdded)
{
    Control rule = control("M02", "sum_at_most", "total", {"f", "h"});
    rule.optional = {"h"};
    rule.also = {"nc"};
    TableMaker table(schema_with(rule));
    table.column("f", {"6", "6", "11", "6", "6"})
        .column("h", {"5", "5", "!vide", "5", "5"})
        .column("total", {"10", "10", "10", "10", "11"})
        .column("nc", {"1", "0", "0", "!nc", "!so"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 4U);
    EXPECT_THAT(rows(report), testing::ElementsAre(2U, 3U));
}

TEST(AtLeast, HoldsAgainstItsLimit)
{
    Control rule = control("K01", "at_least", "taux", {});
    rule.limit = 0.5;
    TableMaker table(schema_with(rule));
    table.column("taux", {"0.5", "0.49", "!nc"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 2U);
    ASSERT_THAT(rows(report), testing::ElementsAre(2U));
    EXPECT_EQ(report.findings[0].read, "Libellé de taux 0.49");
    EXPECT_THAT(report.findings[0].words.french, testing::HasSubstr("(Libellé de taux 49,0\u00A0%)"));
}

TEST(Order, ComparesDatesAndSpeaksOfThemAsDates)
{
    TableMaker table(schema_with(control("C10", "order", "", {"debut", "fin"})));
    const auto day = [](int year, int month, int number) {
        return base::shortest(base::serial_of({year, month, number}));
    };
    table.column("debut", {day(2025, 3, 1), day(2025, 3, 1), "!nc"})
        .column("fin", {day(2025, 3, 1), day(2024, 12, 31), day(2025, 3, 1)});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 2U);
    ASSERT_THAT(rows(report), testing::ElementsAre(2U));
    EXPECT_EQ(report.findings[0].read, "Libellé de debut 2025-03-01, Libellé de fin 2024-12-31");
    EXPECT_THAT(report.findings[0].words.french, testing::HasSubstr("01/03/2025"));
    EXPECT_THAT(report.findings[0].words.english, testing::HasSubstr("2025-03-01"));
}

TEST(Unique, NamesThePlaceOfTheOtherRow)
{
    const auto schema = schema_with(control("C13", "unique", "", {"exercice", "porteur", "intitule"}));
    data::DatasetBuilder builder(schema);
    builder.append(TableMaker(schema, "a.xlsx")
                       .column("exercice", {"2025", "2025", "2024"})
                       .column("porteur", {"Ville A", "ville  a", "Ville A"})
                       .column("intitule", {"Été", "!vide", "Été"})
                       .values());
    builder.append(TableMaker(schema, "b.xlsx", "Suite")
                       .column("exercice", {"2025"})
                       .without_cells()
                       .column("porteur", {"VILLE A"})
                       .column("intitule", {"ete "})
                       .values());
    const ControlReport report = run_controls(builder.finish(), {}, std::nullopt);
    EXPECT_EQ(report.runs[0].judged, 3U);
    ASSERT_EQ(report.findings.size(), 1U);
    const Finding& finding = report.findings[0];
    EXPECT_EQ(finding.place.file, "b.xlsx");
    EXPECT_EQ(cell_name({*finding.place.row, *finding.place.column}), "B2") << "no cell gave the year";
    EXPECT_THAT(finding.words.french, testing::HasSubstr("\u00A0; déjà en a.xlsx › Bilan › A2)"));
    EXPECT_THAT(finding.words.english, testing::HasSubstr("; already at a.xlsx › Bilan › A2)"));
    EXPECT_EQ(finding.read, "Libellé de exercice 2025, Libellé de porteur VILLE A, Libellé de intitule ete");
}

TEST(Repeats, SaysANumberOnceAndNamesEveryRow)
{
    const auto schema = schema_with(control("C19", "repeats", "total", {"porteur"}));
    data::DatasetBuilder builder(schema);
    builder.append(TableMaker(schema, "a.xlsx")
                       .column("porteur", {"Ville A", "ville  a", "Ville B", "VILLE A", "Ville A"})
                       .column("total", {"41", "41", "41", "41", "!nc"})
                       .values());
    builder.append(
        TableMaker(schema, "b.xlsx", "Suite").column("porteur", {"Ville A"}).column("total", {"41"}).values());
    const ControlReport report = run_controls(builder.finish(), {}, std::nullopt);
    EXPECT_EQ(report.runs[0].judged, 5U);
    ASSERT_EQ(report.findings.size(), 1U);
    const Finding& finding = report.findings[0];
    EXPECT_EQ(cell_name({*finding.place.row, *finding.place.column}), "B3") << "the number, where it comes again";
    const std::string places = "a.xlsx › Bilan › B2\u00A0; de même en B5, b.xlsx › Suite › B2).";
    EXPECT_THAT(finding.words.french, testing::HasSubstr("\u00A0; déjà en " + places));
    EXPECT_THAT(finding.words.english,
                testing::HasSubstr("; already at a.xlsx › Bilan › B2; likewise at B5, b.xlsx › Suite › B2)."));
}

TEST(Repeats, NamesAHundredRowsAndCountsTheOthers)
{
    const auto schema = schema_with(control("C19", "repeats", "total", {"porteur"}));
    TableMaker table(schema);
    table.column("porteur", std::vector<std::string>(105, "A")).column("total", std::vector<std::string>(105, "3"));
    const ControlReport report = run(table);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_THAT(report.findings[0].words.french, testing::HasSubstr(", B103 et 3 autres)."));
    EXPECT_THAT(report.findings[0].words.english, testing::HasSubstr(", B103 and 3 others)."));
}

TEST(Unique, WithAPartThatNoTableHasJudgesNothing)
{
    TableMaker table(schema_with(control("C13", "unique", "", {"exercice", "porteur"})));
    table.column("porteur", {"A", "A"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 0U);
    EXPECT_TRUE(report.findings.empty());
}

TEST(Condition, MustNotBeTrue)
{
    using data::Operation;
    Control rule = control("C18", "condition", "", {});
    rule.expression = data::apply(Operation::greater, {data::field("accorde"), data::field("demande")});
    TableMaker table(schema_with(rule));
    table.column("accorde", {"5", "15", "!nc"}).column("demande", {"10", "10", "10"});
    const ControlReport report = run(table);
    EXPECT_EQ(report.runs[0].judged, 2U);
    ASSERT_THAT(rows(report), testing::ElementsAre(2U));
    EXPECT_EQ(report.findings[0].read, "Libellé de accorde 15, Libellé de demande 10");
    EXPECT_EQ(cell_name({*report.findings[0].place.row, *report.findings[0].place.column}), "A3");
}

TEST(Condition, MaySpeakOfTheYearOfTheRun)
{
    using data::Operation;
    Control rule = control("C22", "condition", "", {});
    rule.expression = data::apply(Operation::not_equal, {data::field("exercice"), data::field("exercice_bilan")});
    TableMaker table(schema_with(rule));
    table.column("exercice", {"2025", "2024"});
    EXPECT_THAT(rows(run(table, 2025)), testing::ElementsAre(2U));
    const ControlReport without = run(table);
    EXPECT_TRUE(without.findings.empty());
    EXPECT_EQ(without.runs[0].judged, 0U);
}

TEST(Condition, OfTheYearIsSaidOnceAValue)
{
    using data::Operation;
    Control rule = control("C22", "condition", "", {});
    rule.expression = data::apply(Operation::not_equal, {data::field("exercice"), data::field("exercice_bilan")});
    TableMaker table(schema_with(rule));
    table.column("exercice", {"2024", "2025", "2024", "2023", "2024"});
    const ControlReport report = run(table, 2025);
    EXPECT_THAT(rows(report), testing::ElementsAre(1U, 4U));
    EXPECT_EQ(report.runs[0].broken, 4U) << "rows, however few the remarks";
    EXPECT_THAT(report.findings[0].words.french, testing::HasSubstr("de même en A4, A6"));
}

TEST(Controls, ThatJudgeNoRowAreSaid)
{
    TableMaker table(schema_with(control("C04", "at_most", "total", {"f"})));
    table.column("h", {"1"});
    const ControlReport report = run(table);
    ASSERT_EQ(report.runs.size(), 1U);
    EXPECT_EQ(report.runs[0].judged, 0U);
    EXPECT_EQ(report.runs[0].broken, 0U);
}

TEST(Controls, OfNumbersOverATextJudgeNothing)
{
    TableMaker table(schema_with(control("X01", "sum_equals", "porteur", {"intitule"})));
    table.column("porteur", {"A"}).column("intitule", {"B"});
    EXPECT_EQ(run(table).runs[0].judged, 0U);
}

TEST(SaysMore, IsOfTheRowsThatTheExpressionKeeps)
{
    Control rule = control("B05", "says_more", "", {"intitule"});
    rule.words = {"public", "mixte", "à", "tous"};
    rule.expression = data::apply(data::Operation::greater, {data::field("f"), data::constant(0.0)});
    TableMaker table(schema_with(rule));
    table.column("f", {"1", "1", "0", "1", "1"})
        .column("intitule", {"Public : MIXTE !", "public mixte, horaires adaptés", "mixte", "!vide", "« à tous »"});
    const ControlReport report = run(table);
    EXPECT_THAT(rows(report), testing::ElementsAre(1U, 4U, 5U));
    EXPECT_EQ(report.runs[0].judged, 4U);
    EXPECT_EQ(report.findings[1].read, "Libellé de intitule (non renseigné), Libellé de f 1");
    EXPECT_EQ(report.findings[0].header, "Libellé de intitule");
}

TEST(Condition, PointsAtTheCellThatSaysNothing)
{
    Control rule = control("C18", "condition", "", {});
    rule.expression = data::apply(
        data::Operation::all_of,
        {data::apply(data::Operation::equal, {data::field("porteur"), data::constant(std::string("A"))}),
         data::apply(data::Operation::in_state, {data::field("accorde")}, {std::string("vide"), std::string("nc")})});
    TableMaker table(schema_with(rule));
    table.column("porteur", {"A", "B", "A"}).column("accorde", {"!vide", "!vide", "12"});
    const ControlReport report = run(table);
    ASSERT_THAT(rows(report), testing::ElementsAre(1U));
    EXPECT_EQ(report.findings[0].header, "Libellé de accorde");
    EXPECT_EQ(report.findings[0].read, "Libellé de porteur A, Libellé de accorde (non renseigné)");
    EXPECT_THAT(report.findings[0].sentence(base::Language::english),
                testing::HasSubstr("accorde (" + data::words(data::State::empty).english + ")"));
}

TEST(Unique, PointsAtWhatIsThereTwiceNotAtTheYear)
{
    Control rule = control("C13", "unique", "", {"exercice", "intitule"});
    rule.optional = {"exercice"};
    TableMaker table(schema_with(rule));
    table.column("exercice", {"2025", "2025"}).column("intitule", {"Atelier", "atelier"});
    const ControlReport report = run(table);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].header, "Libellé de intitule");
}

} // namespace
} // namespace bilan::intake
