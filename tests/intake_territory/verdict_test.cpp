// SPDX-License-Identifier: MPL-2.0
//
// What the lists say of a quarter and of a commune as written: exactly one is settled, everything else only said.
#include "intake/territory/verdict.hpp"
#include "made_reference.hpp"

#include <gtest/gtest.h>

namespace bilan::intake::test {
namespace {

/// `QN06902I BIL-560`: what the text becomes, and the messages.
std::string line(const TerritoryVerdict& verdict)
{
    std::string text = verdict.settled.empty() ? "=" : verdict.settled;
    for (const TerritoryVerdict::Said& said : verdict.said) {
        const bool settles = said.done == Done::converted;
        EXPECT_EQ(said.code, settles ? said.message.code : "C11");
        text += ' ' + said.message.code;
    }
    return text;
}

Scope in_commune(std::string code)
{
    Scope scope;
    scope.commune = std::move(code);
    return scope;
}

Scope in_department(std::string code)
{
    Scope scope;
    scope.department = std::move(code);
    return scope;
}

class Verdicts : public testing::Test {
protected:
    std::string quarter(std::string_view item, const Scope& scope = {}, std::optional<int> year = 2024) const
    {
        return line(judge_quarter(reference_, item, scope, year));
    }
    std::string commune(std::string_view text, const Scope& scope = {}) const
    {
        return line(judge_commune(reference_, text, scope));
    }
    const Reference reference_ = made_reference();
};

TEST_F(Verdicts, ANameThatIsOneCodeBecomesIt)
{
    EXPECT_EQ(quarter("la plaine / la forge"), "QN06901M BIL-560");
    EXPECT_EQ(quarter("Quartier St Eloi"), "QN06903N BIL-560");
    EXPECT_EQ(quarter("QPV Bellevue", in_department("44")), "QN04401M BIL-560");
    EXPECT_EQ(quarter("Bellevue", in_commune("69901")), "QN06902I BIL-560");
}

TEST_F(Verdicts, WhatIsNotSureIsOnlySaid)
{
    EXPECT_EQ(quarter("Bellevue"), "= BIL-562");
    EXPECT_EQ(quarter("La Forge"), "= BIL-563");
    EXPECT_EQ(quarter("Saint-Eloy"), "= BIL-563");
    EXPECT_EQ(quarter("Bellevue", in_commune("69902")), "= BIL-058"); // it exists, elsewhere
    EXPECT_EQ(commune("Villefictive", in_department("44")), "= BIL-058");
    EXPECT_EQ(
        base::render({"BIL-058", {"Bellevue", "QN06902I (Bellevue)", "liste.csv"}}, base::Language::french),
        "«\u00A0Bellevue\u00A0» est dans la liste liste.csv, mais ailleurs que là où la ligne ou le territoire le "
        "situe\u00A0: QN06902I (Bellevue). Il est gardé tel quel\u00A0; vérifiez ce nom, la commune et le "
        "département.");
    EXPECT_EQ(base::render({"BIL-058", {"Bellevue", "QN06902I (Bellevue)", "liste.csv"}}, base::Language::english),
              "\"Bellevue\" is in the list liste.csv, but elsewhere than the row or the territory says: QN06902I "
              "(Bellevue). It is kept as written; check this name, the municipality and the department.");
    EXPECT_EQ(quarter("Montfictif"), "= BIL-567");
    EXPECT_EQ(quarter("tous"), "=");
    EXPECT_EQ(quarter("hors QPV"), "=");
}

TEST_F(Verdicts, CandidatesAreNamed)
{
    const TerritoryVerdict verdict = judge_quarter(reference_, "Bellevue", {}, 2024);
    EXPECT_EQ(verdict.said.front().message.arguments[1],
              "QN04401M (Bellevue, Portfictif (44901)), QN06902I (Bellevue, Villefictive (69901))");
    EXPECT_EQ(verdict.said.front().message.arguments[2], "qpv2024.csv");
}

TEST_F(Verdicts, CodesAreCompared)
{
    EXPECT_EQ(quarter("QN06902I"), "=");
    EXPECT_EQ(quarter("QN06909M"), "= BIL-561");
    EXPECT_EQ(quarter("QN06902I", in_commune("69902")), "= BIL-565");
    EXPECT_EQ(quarter("QN06902I", in_department("44")), "= BIL-573");
    EXPECT_EQ(quarter("QN06903N"), "= BIL-566");
    EXPECT_EQ(quarter("QN06903N", in_commune("69903")), "= BIL-566");
    EXPECT_EQ(judge_quarter(reference_, "QN06903N", {}, 2024).said.front().severity, data::Severity::information);
}

TEST_F(Verdicts, VintagesAreNeverMixed)
{
    EXPECT_EQ(quarter("QP069010", {}, 2024), "= BIL-564");
    EXPECT_EQ(quarter("QN06901M", {}, 2022), "= BIL-564");
    EXPECT_EQ(quarter("QN06902I", {}, 2022), "= BIL-574");
    EXPECT_EQ(quarter("La Plaine", {}, 2022), "QP069010 BIL-560");
    EXPECT_EQ(quarter("La Plaine", {}, 2024), "= BIL-563");
    EXPECT_EQ(quarter("Saint-Éloi", {}, 2022), "= BIL-567");
    EXPECT_EQ(quarter("La Plaine", {}, {}), "QP069010 BIL-560"); // a name of one vintage only
    const Reference only_2024 = made_reference(false);
    const TerritoryVerdict unknown = judge_quarter(only_2024, "La Plaine", {}, 2022);
    EXPECT_EQ(line(unknown), "=");
    EXPECT_TRUE(unknown.unchecked.quarters_2015);
    EXPECT_FALSE(unknown.unchecked.quarters_2024);
    EXPECT_TRUE(judge_quarter(only_2024, "QP069010", {}, 2022).unchecked.quarters_2015);
}

TEST_F(Verdicts, Communes)
{
    EXPECT_EQ(commune("69901"), "=");
    EXPECT_EQ(commune("69999"), "= BIL-571");
    EXPECT_EQ(commune("69901", in_department("44")), "= BIL-572");
    EXPECT_EQ(commune("VILLEFICTIVE"), "69901 BIL-568");
    EXPECT_EQ(commune("69901 - Villefictive"), "69901 BIL-568");
    EXPECT_EQ(commune("69100 Villefictive"), "69901 BIL-568"); // a postcode
    EXPECT_EQ(commune("St Denis le Fictif (44)"), "44902 BIL-568");
    EXPECT_EQ(commune("Saint-Denis-le-Fictif"), "= BIL-569");
    EXPECT_EQ(commune("Saint-Denis-le-Fictif", in_department("69")), "69904 BIL-568");
    EXPECT_EQ(commune("Vilefictive"), "= BIL-570");
    EXPECT_EQ(commune("Nullepart"), "= BIL-571");
    EXPECT_TRUE(judge_commune(made_reference(true, false), "69901", {}).unchecked.communes);
}

TEST(Commune, ArrondissementsAreTheirCity)
{
    EXPECT_EQ(whole_commune("75113"), "75056");
    EXPECT_EQ(whole_commune("69381"), "69123");
    EXPECT_EQ(whole_commune("13216"), "13055");
    EXPECT_EQ(whole_commune("13217"), "13217");
    EXPECT_EQ(department_of_commune("2A004"), "2A");
    EXPECT_EQ(department_of_commune("97411"), "974");
    EXPECT_EQ(department_of_quarter("QP02A001"), "2A");
    EXPECT_EQ(department_of_quarter("QN97401I"), "974");
}

} // namespace
} // namespace bilan::intake::test
