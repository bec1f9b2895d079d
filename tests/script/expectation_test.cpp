// SPDX-License-Identifier: MPL-2.0
//
// What `expect` of a spec says when it is not met: what was wanted, what was found, and a figure with what it rests on.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

struct Miss {
    const char* test;
    const char* french;
    const char* english;
};

class Expectations : public Reports {
protected:
    void SetUp() override
    {
        Reports::SetUp();
        inputs_.read_table = [this](const TableRequest&) { return inputs_.datasets.at("emploi"); };
    }

    /// The sentence of the test's failure, without its place; empty when it passes.
    std::string miss(const std::string& test, base::Language language)
    {
        inputs_.language = language;
        const auto file =
            write("reports/a_spec.lua", "local bilan = require 'bilan'\nlocal f = bilan.field\nlocal spec = require "
                                        "'bilan.spec'\nlocal expect = spec.expect\nspec.it('x', function()\n  local "
                                        "rows = spec.rows('emploi', '')\n  " +
                                            test + "\nend)");
        const std::vector<SpecResult> results = run_specs(path_, file, inputs_);
        if (!results.at(0).failure) return {};
        EXPECT_EQ(results[0].failure->place(), "reports/a_spec.lua:7") << test;
        return base::render(results[0].failure->message(), language);
    }
};

constexpr const char* sum = "rows:figure(bilan.sum(f.benef_total))";
constexpr const char* none = "rows:where { porteur = 'Nul' }:figure(bilan.sum(f.benef_total))";

TEST_F(Expectations, AMissSaysWhatWasWantedAndWhatWasFound)
{
    const std::string of_sum = "expect(" + std::string(sum) + ")";
    const std::string of_rate = "expect(rows:where { exercice = 2025 }:figure(bilan.ratio(f.benef_f, f.benef_h)))";
    const Miss misses[] = {
        {"expect(1):to_be(2)", "Attendu\u00A0: 2\u00A0; trouvé\u00A0: 1.", "expected 2, found 1."},
        {"expect('a'):to_be(nil)", "Attendu\u00A0: nil\u00A0; trouvé\u00A0: \"a\".", "expected nil, found \"a\"."},
        {"expect(bilan.state 'nc'):to_be(true)", "Attendu\u00A0: true\u00A0; trouvé\u00A0: bilan.state \"nc\".",
         "expected true, found bilan.state \"nc\"."},
        {"expect({}):to_be({})",
         "to_be compare deux tables par leur identité, et celles-ci sont deux tables. Employez to_equal pour comparer "
         "ce qu'elles contiennent.",
         "to_be compares tables by identity, and these are two tables. Use to_equal to compare what they hold."},
        {"expect(2):to_be(2, { base = 3 })",
         "«\u00A0base\u00A0» se demande à un chiffre, et la valeur est 2. Donnez à expect un chiffre\u00A0: "
         "expect(lignes:figure(…)).",
         "\"base\" is asked of a figure, and the value is 2. Give expect a figure: expect(rows:figure(…))."},
        {"expect('a'):to_be_near(1)", "Attendu\u00A0: environ 1\u00A0; trouvé\u00A0: \"a\".",
         "expected about 1, found \"a\"."},
        {"expect({ 1, { b = 2 } }):to_equal { 1, { b = 3 } }", "En [2].b, attendu\u00A0: 3\u00A0; trouvé\u00A0: 2.",
         "at [2].b expected 3, found 2."},
        {"local t = {} for i = 1, 12 do t[i] = i end expect(t):to_equal { 1, 3 }",
         "En [2], attendu\u00A0: 3\u00A0; trouvé\u00A0: 2.", "at [2] expected 3, found 2."},
        {"expect({ 1, 2 }):to_equal { 1 }", "En [2], attendu\u00A0: nil\u00A0; trouvé\u00A0: 2.",
         "at [2] expected nil, found 2."},
        {"expect({ ['à jour'] = { 1 } }):to_equal {}",
         "En [\"à jour\"], attendu\u00A0: nil\u00A0; trouvé\u00A0: { [1] = 1 }.",
         "at [\"à jour\"] expected nil, found { [1] = 1 }."},
        {"local t = {} t.t = t expect(t):to_equal {}",
         "«\u00A0bilan.spec.expect › value\u00A0» reçoit une table emboîtée plus de 60 fois, ou qui se contient "
         "elle-même. Comparez une partie de cette table.",
         "\"bilan.spec.expect › value\" gets a table nested more than 60 times, or one that holds itself. Compare a "
         "part of it."},
        {"expect(3):to_be_unknown()", "Aucune valeur n'était attendue\u00A0; trouvé\u00A0: 3.",
         "expected no value, found 3."},
        {"expect(function() end):to_fail()", "Une erreur était attendue, et la fonction finit sans erreur.",
         "expected an error, and the function ends without one."},
        {"expect(function() error('abc', 0) end):to_fail 'abd'",
         "Une erreur avec «\u00A0abd\u00A0» était attendue\u00A0; trouvée\u00A0: reports/a_spec.lua:7\u00A0: abc. "
         "Corrigez cette ligne du script.",
         "expected an error with \"abd\", found: reports/a_spec.lua:7: abc. Correct this line of the script, then run "
         "again."},
        {"expect(3):to_fail()", "to_fail attend une fonction et reçoit 3. Écrivez expect(function() … end):to_fail(…).",
         "to_fail expects a function and gets 3. Write expect(function() … end):to_fail(…)."},
        {"expect(3):to_eq(3)",
         "«\u00A0to_eq\u00A0» n'existe pas dans «\u00A0bilan.Expectation\u00A0». Vouliez-vous dire "
         "«\u00A0to_equal\u00A0»\u00A0? Noms possibles\u00A0: to_be, to_be_near, to_equal, to_be_unknown, to_fail.",
         "\"to_eq\" does not exist in \"bilan.Expectation\". Did you mean \"to_equal\"? Possible names: to_be, "
         "to_be_near, to_equal, to_be_unknown, to_fail."},
    };
    for (const Miss& each : misses) {
        EXPECT_EQ(miss(each.test, base::Language::french), each.french);
        EXPECT_EQ(miss(each.test, base::Language::english), each.english);
    }
    EXPECT_EQ(miss(of_sum + ":to_be(13)", base::Language::french),
              "Attendu\u00A0: 13\u00A0; trouvé\u00A0: 159 (base 4, inconnus 1).");
    EXPECT_EQ(miss(of_sum + ":to_equal(13)", base::Language::english), "expected 13, found 159 (base 4, unknown 1).");
    EXPECT_EQ(miss(of_sum + ":to_be(159, { base = 3 })", base::Language::french),
              "«\u00A0base\u00A0» de ce chiffre\u00A0: attendu 3\u00A0; trouvé 4. Le chiffre\u00A0: 159 (base 4, "
              "inconnus 1).");
    EXPECT_EQ(miss(of_sum + ":to_be(159, { base = 3 })", base::Language::english),
              "\"base\" of this figure: expected 3, found 4. The figure: 159 (base 4, unknown 1).");
    EXPECT_EQ(miss(of_rate + ":to_be_near(1)", base::Language::english),
              "expected about 1, found 1.0588235294117647 (36 / 34, base 4, unknown 0).");
}

TEST_F(Expectations, AnUnknownFigureIsShownWithItsCause)
{
    const std::string unknown =
        "expect(rows:where { porteur = 'Cap', exercice = 2025 }:figure(bilan.mean(f.benef_total)))";
    EXPECT_EQ(miss(unknown + ":to_be(1)", base::Language::french),
              "Attendu\u00A0: 1\u00A0; trouvé\u00A0: nc, non communiqué (base 0, inconnus 1).");
    EXPECT_EQ(miss(unknown + ":to_be_unknown 'so'", base::Language::french),
              "Cause attendue\u00A0: so\u00A0; trouvé\u00A0: nc, non communiqué (base 0, inconnus 1).");
    EXPECT_EQ(miss(unknown + ":to_be_unknown 'so'", base::Language::english),
              "expected the cause so, found nc, not communicated (base 0, unknown 1).");
    EXPECT_THAT(miss(unknown + ":to_be_unknown 'ncc'", base::Language::english),
                testing::StartsWith("Unknown value \"ncc\" for \"Expectation:to_be_unknown\". Did you mean \"nc\"?"));
    EXPECT_EQ(miss(unknown + ":to_be_unknown 'nc'", base::Language::french), "");
    EXPECT_NE(miss("expect(" + std::string(none) + "):to_be_unknown('err')", base::Language::french), "");
}

TEST_F(Expectations, WhatHoldsPasses)
{
    for (const char* test : {
             "expect(2.0):to_be(2) expect(nil):to_be(nil) expect():to_be_unknown()",
             "expect(rows:figure(bilan.sum(f.benef_total))):to_be(159, { base = 4, unknown = 1, lower_bound = true })",
             "expect({ rows:figure(bilan.count()), { a = 'b' } }):to_equal { 5, { a = 'b' } }",
             "local t = { 1 } expect(t):to_be(t) expect({ bilan.state 'nc' }):to_equal { bilan.state 'nc' }",
             "expect(function() rows:where { porter = 1 } end):to_fail 'porteur'",
             "expect(1 / 3):to_be_near(0.33, 0.01)",
             "expect(('abc'):find 'b'):to_be(2)",
         })
        EXPECT_EQ(miss(test, base::Language::english), "") << test;
}

TEST_F(Expectations, ATestThatComparesNothingFails)
{
    const auto file = write("reports/a_spec.lua", "local spec = require 'bilan.spec'\n"
                                                  "spec.it('nothing', function() end)\n"
                                                  "spec.it('half', function() spec.expect(1) end)\n"
                                                  "spec.it('asserts', function() assert(true) end)\n"
                                                  "spec.it('compares', function() spec.expect(1):to_be(1) end)\n");
    const std::vector<SpecResult> results = run_specs(path_, file, inputs_);
    ASSERT_EQ(results.size(), 4U);
    for (std::size_t empty : {0U, 1U}) {
        ASSERT_TRUE(results[empty].failure) << empty;
        EXPECT_EQ(results[empty].failure->place(), "reports/a_spec.lua:" + std::to_string(2 + empty));
        EXPECT_EQ(base::render(results[empty].failure->message(), base::Language::french),
                  "Ce test ne compare rien\u00A0: il passe quoi qu'il arrive. Écrivez ce qui est attendu\u00A0: "
                  "expect(chiffre):to_be(12).");
        EXPECT_EQ(base::render(results[empty].failure->message(), base::Language::english),
                  "This test compares nothing: it passes whatever happens. Write what is expected: "
                  "expect(figure):to_be(12).");
    }
    EXPECT_FALSE(results[2].failure);
    EXPECT_FALSE(results[3].failure);
}

} // namespace

} // namespace bilan::script
