// SPDX-License-Identifier: MPL-2.0
//
// Two figures or two lots of rows the wrong way round: what lies on which side of a comparison, and what is a part of
// what.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Sides : public Reports {
protected:
    static constexpr const char* head =
        "local rows = run:dataset 'emploi'\nlocal now, before = rows:where { exercice = 2025 }, rows:where { exercice "
        "= 2024 }\nlocal by = { by = 'porteur', measures = { { 'n', bilan.sum(f.benef_f) } } }\n";
    static constexpr const char* end = "\nrun:key_figures { { label = 'x', figure = now:figure(bilan.count()) } }";

    std::string says(const std::string& build, base::Language language = base::Language::english)
    {
        inputs_.language = language;
        return failing(head + build + end, language);
    }
    BuiltReport made(const std::string& build, base::Language language = base::Language::english)
    {
        inputs_.language = language;
        inputs_.year.reset();
        BuiltReport report = built(head + build + end);
        EXPECT_THAT(report.failures, IsEmpty()) << (report.failures.empty() ? "" : report.failures[0].what());
        return report;
    }
    std::vector<std::string> said(const std::string& build, base::Language language = base::Language::english)
    {
        std::vector<std::string> lines;
        for (const JournalLine& line : made(build, language).journal) lines.push_back(line.text);
        return lines;
    }
};

TEST_F(Sides, TheYearBeforeIsNotALaterOne)
{
    EXPECT_THAT(says("local x = before:compare(now, by)"),
                HasSubstr("compare: the rows before are of 2025, those of now of 2024: a fall would look like a rise. "
                          "Swap the two sides: the later year:compare(the year before, …)."));
    EXPECT_THAT(
        says("local x = before:compare(now, by)", base::Language::french),
        HasSubstr("compare\u00A0: les lignes d'avant sont de 2025, celles de maintenant de 2024\u00A0: un recul "
                  "passerait pour une hausse. Échangez les deux côtés\u00A0: l'année récente:compare(l'année "
                  "d'avant, …)."));
    EXPECT_THAT(said("local x = now:compare(before, by)\nlocal y = now:compare(now:where { porteur = 'zzzz' }, by)"),
                IsEmpty());
}

TEST_F(Sides, ALabelNamesTheYearOfItsOwnSide)
{
    const auto labelled = [](const std::string& labels) {
        return "by.labels = { " + labels + " }\nlocal x = now:compare(before, by)";
    };
    EXPECT_THAT(
        says(labelled("now = 'Bilan 2024', before = 'Bilan 2025'")),
        HasSubstr("compare: the label \"Bilan 2024\" names a year of the other side; the rows of \"now\" are of "
                  "2025. Swap the labels, or the two sides."));
    EXPECT_THAT(
        says(labelled("before = '2025'"), base::Language::french),
        HasSubstr("compare\u00A0: le libellé «\u00A02025\u00A0» nomme une année de l'autre côté\u00A0; les lignes "
                  "de «\u00A0before\u00A0» sont de 2024. Échangez les libellés, ou les deux côtés."));
    EXPECT_THAT(said(labelled("now = '2025 après 2024', before = 'lot 120255'")), IsEmpty());
    EXPECT_THAT(said(labelled("now = { fr = '2025', en = '2025' }, before = 'liste de 2015'")), IsEmpty());
}

TEST_F(Sides, RowsOfBothSidesAreSaidBelowTheTable)
{
    const BuiltReport report =
        made("run:table { id = 't', title = 'T', data = rows:compare(before, by):sorted('n', 'descending') }");
    const std::string sentence =
        "1 row(s) are on both sides: a sum counts them twice, a comparison sees no change in them. Take them out of "
        "one of the two by where.";
    EXPECT_THAT(std::get<workbook::Table>(report.pages.at(0).blocks.front()).notes, Contains(sentence));
}

TEST_F(Sides, AShareIsAPartOfAWholeOfItsUnit)
{
    const std::string women = "local women = now:figure(bilan.sum(f.benef_f))\n";
    const std::string euros = "local euros = now:figure(bilan.sum(f.accorde_p147))\n";
    EXPECT_THAT(
        said(women + euros + "run:share('Effort', women, euros)"),
        ElementsAre("\"Effort\" divides 36 (people) by 6,500\u00A0€ (euro): this is no part of a whole, which has the "
                    "same unit and which it does not exceed. Check both; any other ratio is written with "
                    "\"/\"."));
    EXPECT_THAT(said(women + "run:share('Part', women, 20)", base::Language::french),
                ElementsAre("«\u00A0Part\u00A0» divise 36 (people) par 20 (number)\u00A0: ce n'est pas la part d'un "
                            "tout, qui a la même unité et qu'elle ne dépasse pas. Vérifiez les deux\u00A0; un autre "
                            "rapport s'écrit avec «\u00A0/\u00A0»."));
    EXPECT_THAT(said(women + "run:share('Part', women, 80)\nrun:share('Tout', women, women)\nrun:share('Actions', "
                             "now:figure(bilan.count()), women)"),
                IsEmpty());
}

TEST_F(Sides, RatesAndMeansOfGroupsDoNotAddUp)
{
    const std::string groups =
        "local groups = now:group { by = 'porteur', measures = { { 'part', bilan.ratio(f.benef_f, f.benef_total) }, { "
        "'moyenne', bilan.mean(f.benef_f) }, { 'n', bilan.sum(f.benef_f) } } }\nlocal sum, weighed = 0, 0\n";
    const std::string sentence =
        "\"ratio(benef_f, benef_total)\" of different rows is added up: a sum of rates or means is none, and divided "
        "it "
        "weighs a small group like a large one. Ask this measure once of all these rows: rows:figure(…).";
    EXPECT_THAT(said(groups + "for _, row in ipairs(groups) do sum = sum + row.part end"), ElementsAre(sentence));
    EXPECT_THAT(said(groups + "sum = (groups[1].part + groups[2].part) / 2"), ElementsAre(sentence));
    EXPECT_THAT(said(groups + "sum = groups[1].moyenne + groups[2].moyenne", base::Language::french),
                ElementsAre("«\u00A0mean(benef_f)\u00A0» de lignes différentes est additionné\u00A0: une somme de taux "
                            "ou de moyennes n'en est pas un, et divisée elle pèse un petit groupe comme un grand. "
                            "Demandez cette mesure une fois à toutes ces lignes\u00A0: lignes:figure(…)."));
    EXPECT_THAT(said("local part = bilan.ratio(f.benef_f, f.benef_total)\nlocal x = now:figure(part) + "
                     "before:figure(part)"),
                ElementsAre(sentence));
}

TEST_F(Sides, PartsOfOneWholeAndWhatIsWeighedAddUp)
{
    const std::string groups =
        "local groups = now:group { by = 'porteur', measures = { { 'part', bilan.ratio(f.benef_f, f.benef_total) }, { "
        "'autre', bilan.ratio(f.benef_h, f.benef_total) }, { 'n', bilan.sum(f.benef_f) } } }:share('n')\n"
        "local sum = 0\n";
    EXPECT_THAT(said(groups + "for _, row in ipairs(groups) do sum = sum + row.n_share end"), IsEmpty());
    EXPECT_THAT(said(groups + "for _, row in ipairs(groups) do sum = sum + row.part * row.n end"), IsEmpty());
    EXPECT_THAT(said(groups + "sum = groups[1].part * 0.3 + groups[2].part * 0.7"), IsEmpty());
    EXPECT_THAT(said(groups + "sum = groups[1].part + groups[1].autre\nsum = groups[1].part - groups[2].part"),
                IsEmpty());
}

TEST_F(Sides, AModuleOfANearNameIsNamed)
{
    EXPECT_THAT(says("require 'bilan.khi_deu'", base::Language::french),
                HasSubstr("Le module «\u00A0bilan.khi_deu\u00A0» est introuvable. Vouliez-vous dire "
                          "«\u00A0bilan.khi_deux\u00A0»\u00A0?"));
    EXPECT_THAT(says("require 'completely_other'"),
                HasSubstr("The module \"completely_other\" is not found. A module is in the library"));
}

} // namespace

} // namespace bilan::script
