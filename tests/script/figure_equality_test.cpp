// SPDX-License-Identifier: MPL-2.0
//
// A figure compared with a number, which Lua answers without asking anybody.
#include "report_workshop.hpp"

#include "script/console.hpp"
#include "script/figure_equality.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;

const std::string figure = "local women = rows:figure(bilan.sum(f.benef_f))\n";
const std::string groups = "local groups = rows:group { by = { 'porteur', 'exercice' }, measures = { { 'benef', "
                           "bilan.sum(f.benef_f) }, { 'femmes', run:measure 'EMP03' } } }\n";

TEST(FigureEquality, IsFoundWhereTheTextShowsAFigure)
{
    for (const std::string& code :
         {figure + "if women == 86 then end", figure + "if women ~= 86 then end", figure + "if 86 == women then end",
          figure + "return -0.5 == women", figure + "local ok = not (women == 0.5)", figure + "assert(women == '86')",
          std::string("if rows:figure(bilan.count()) == 3 then end"),
          std::string("return run:indicator 'EMP05' == 0.5"),
          std::string("return 3 == rows:where { a = 1 }:figure(bilan.count())"),
          std::string("local one = bilan.given(3, 'count')\nreturn one == 3"),
          std::string("local part = crossing:row_total('Cap')\nreturn part == 3"),
          groups + "return groups[1].benef == 3", groups + "for _, group in ipairs(groups) do x(group.benef == 3) end",
          groups + "for _, group in ipairs(groups:rows()) do x(group.femmes == 3) end",
          groups + "for _, group in ipairs(groups:sorted('benef')) do x(group.femmes == 3) end",
          groups + "local first = groups[1]\nreturn first.benef == 3",
          groups + "local top = groups:sorted('benef'):head(3)\nreturn top[1].benef == 3",
          figure + "return { women = women, is = women == 3 }"})
        EXPECT_TRUE(figure_equality(code).has_value()) << code;
}

TEST(FigureEquality, LeavesAloneWhatMayBeANumber)
{
    for (const std::string& code : {figure + "return women.value == 86",
                                    figure + "return women == other",
                                    figure + "return women > 3",
                                    figure + "women = 3\nreturn women == 3",
                                    figure + "local women = 3\nreturn women == 3",
                                    figure + "local function f(women) return women == 3 end",
                                    figure + "return women == nil",
                                    std::string("local n = rows:count()\nreturn n == 3"),
                                    std::string("local n = rows:figure(m).base\nreturn n == 3"),
                                    groups + "return groups[1].exercice == 2025",
                                    groups + "return #groups == 3",
                                    groups + "return groups[1].benef.value == 3",
                                    groups + "return groups[1].porteur == 'Cap'",
                                    groups + "return row.benef == 3",
                                    std::string("-- women == 3\nlocal text = 'rows:figure(x) == 3'"),
                                    std::string("local women = rows:figure(m).value or 0\nreturn women == 0"),
                                    std::string("local women = rows:figure(m) and 3\nreturn women == 3"),
                                    std::string("return x.figure == 3"),
                                    std::string("a == "),
                                    std::string("=="),
                                    std::string("3 == ")})
        EXPECT_FALSE(figure_equality(code).has_value()) << code;
}

class FigureEqualities : public Reports {};

TEST_F(FigureEqualities, TheLineTeaches)
{
    const std::string build = "local rows = run:dataset 'emploi'\n" + figure + "if women == 86 then print 'all' end";
    EXPECT_THAT(failing(build),
                HasSubstr("reports/essai.lua:9: \"women\" is a figure, with its base and sources: Lua never holds it "
                          "for equal to a number or a text. Compare its value: women.value == 86."));
    EXPECT_THAT(
        failing(build, base::Language::french),
        HasSubstr(
            "«\u00A0women\u00A0» est un chiffre, avec sa base et ses sources\u00A0: Lua ne le tient jamais pour égal à "
            "un nombre ou à un texte. Comparez sa valeur\u00A0: women.value == 86."));
    EXPECT_THAT(failing("return run:dataset('emploi'):where { exercice = 2025 }:figure(bilan.sum(f.benef_f)) ~= 3"),
                HasSubstr("Compare its value: …:figure(…).value ~= 3."));
    Console console(path_, inputs_, folder_);
    const ConsoleAnswer answer = console.evaluate("emploi:figure(bilan.count()) == 5");
    ASSERT_EQ(answer.failures.size(), 1U);
    EXPECT_EQ(answer.failures[0].message().code, "BIL-195");
}

TEST_F(FigureEqualities, MeasuresAreNoNumbersEither)
{
    const auto said = [&](const std::string& code) { return failing("return " + code); };
    EXPECT_THAT(said("bilan.sum(f.benef_f) / bilan.sum(f.benef_total)"),
                HasSubstr("\"/\" does not take bilan.Measure. Write bilan.ratio(f.benef_f, f.benef_total)."));
    EXPECT_THAT(
        failing("return bilan.sum(f.benef_f) / bilan.sum(f.benef_total)", base::Language::french),
        HasSubstr("«\u00A0/\u00A0» ne prend pas bilan.Measure. Écrivez bilan.ratio(f.benef_f, f.benef_total)."));
    EXPECT_THAT(said("bilan.sum(f.benef_f + 1) / bilan.mean(f.benef_total)"),
                HasSubstr("Write bilan.ratio(f.a, f.b)."));
    EXPECT_THAT(said("bilan.sum(f.benef_f) + bilan.sum(f.benef_h)"),
                HasSubstr("Write bilan.sum(f.benef_f + f.benef_h)."));
    EXPECT_THAT(said("bilan.count(f.benef_f:ge(3)) / bilan.count()"), HasSubstr("Write bilan.share(f.a:ge(1))."));
    EXPECT_THAT(said("bilan.sum(f.benef_f) * 100"), HasSubstr("Write rows:figure(bilan.sum(f.a)) * 2."));
    EXPECT_THAT(said("2 - bilan.max(f.benef_f)"), HasSubstr("\"-\" does not take bilan.Measure."));
}

} // namespace

} // namespace bilan::script
