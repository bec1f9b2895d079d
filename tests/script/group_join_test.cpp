// SPDX-License-Identifier: MPL-2.0
//
// Groups joined to groups and to rows.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class GroupJoins : public Reports {
protected:
    /// What the journal says of a build that makes `people` by holder and `paid`, those of 1 000 € or more.
    std::vector<std::string> said(const std::string& build, base::Language language = base::Language::english)
    {
        inputs_.language = language;
        const BuiltReport report = built(begin_ + build + end_);
        EXPECT_THAT(report.failures, IsEmpty()) << (report.failures.empty() ? "" : report.failures[0].what());
        std::vector<std::string> lines;
        for (const JournalLine& line : report.journal) lines.push_back(line.text);
        return lines;
    }
    const std::string begin_ =
        "local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
        "local people = rows:group { by = 'porteur', measures = { { 'benef', bilan.sum(f.benef_total) } } }\n"
        "local paid = rows:where(f.accorde_p147:ge(1000)):group { by = 'porteur', measures = { { 'accorde', "
        "bilan.sum(f.accorde_p147) } } }\n";
    const std::string end_ = "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }";
};

TEST_F(GroupJoins, FiguresStayFigures)
{
    EXPECT_THAT(said("local both = people:join(paid, { on = 'porteur', fields = 'accorde', prefix = 'p_' })\n"
                     "assert(#both == 3 and both[1].porteur == 'Avenir' and both[1].benef.value == 40)\n"
                     "assert(both[1].p_accorde.value == 4000 and both[1].p_accorde.base == 2)\n"
                     "assert(both[1].p_accorde.unit == 'euro' and #both[1].p_accorde:sources() == 2)\n"
                     "assert(both[3].p_accorde.value == nil and both[3].p_accorde.cause == 'nd')"),
                ElementsAre("Join on \"porteur\": 1 row(s) of 3 have no match in \"emploi\"; their fields are \"nd\". "
                            "Check the keys."));
}

/// A report whose first page says in its reader's words what found nothing has no need of the author's.
TEST_F(GroupJoins, QuietOnesSayNothingOfWhatIsExpected)
{
    EXPECT_THAT(
        said("local both = people:join(paid, { on = 'porteur', fields = 'accorde', prefix = 'p_', quiet = true })\n"
             "assert(both[3].p_accorde.cause == 'nd')\n"
             "local each = rows:join(rows:where(f.accorde_p147:ge(2000)), { on = 'porteur', fields = 'intitule', "
             "prefix = 'q_', quiet = true })\n"
             "assert(each:count() == rows:count())"),
        IsEmpty());
}

TEST_F(GroupJoins, KindsKeepWhatTheyKeepOfRows)
{
    EXPECT_THAT(said("local found = people:join(paid, { on = 'porteur', kind = 'inner', fields = 'accorde' })\n"
                     "local lost = people:join(paid, { on = 'porteur', kind = 'anti' })\n"
                     "assert(#found == 2 and #lost == 1 and lost[1].porteur == 'Cap')"),
                IsEmpty());
    const BuiltReport report =
        built(begin_ + "run:table { id = 't', title = 'T', totals = true, data = people:join(paid, { on = 'porteur', "
                       "kind = 'inner', fields = 'accorde' }) }");
    const auto& table = std::get<workbook::Table>(report.pages.at(0).blocks.front());
    EXPECT_EQ(std::get<std::string>(table.columns[0].total_value), "Total (with 1 row not shown)");
    EXPECT_EQ(std::get<data::Figure>(table.columns[1].total_value).value, 60) << "of all groups";
}

TEST_F(GroupJoins, ATotalStandsForWhatIsShown)
{
    const auto total = [&](const std::string& groups, const std::string& other) -> std::optional<double> {
        const BuiltReport report = built(begin_ +
                                         "local few = rows:where { porteur = 'Avenir' }:group { by = 'porteur', "
                                         "measures = { { 'benef', bilan.sum(f.benef_total) } } }\n"
                                         "run:table { id = 't', title = 'T', totals = true, data = " +
                                         groups + ":join(" + other + ", { on = 'porteur', fields = 'accorde' }) }");
        const auto& column = std::get<workbook::Table>(report.pages.at(0).blocks.front()).columns[2];
        if (column.total != workbook::Total::given) return std::nullopt;
        return std::get<data::Figure>(column.total_value).value;
    };
    EXPECT_EQ(total("people", "paid"), 6000);
    EXPECT_EQ(total("few", "paid"), std::nullopt) << "a group of the others is not shown";
    EXPECT_EQ(total("people", "paid:head(1)"), std::nullopt) << "its total would be that of all of them";
}

TEST_F(GroupJoins, OneFoundTwiceDoesNotStandForOneFoundNever)
{
    const BuiltReport report = built(
        begin_ +
        "local here = rows:derive { cle = bilan.when(f.benef_total:eq(30), 'AVENIR', f.porteur) }:group { by = "
        "'cle', "
        "measures = { { 'n', bilan.count() } } }\n"
        "local there = rows:derive { cle = bilan.when(f.porteur:eq('Cap'), 'Autre', f.porteur) }:group { by = 'cle', "
        "measures = { { 'accorde', bilan.sum(f.accorde_p147) } } }\n"
        "run:table { id = 't', title = 'T', totals = true, data = here:join(there, { on = 'cle', fields = 'accorde', "
        "match = 'folded' }) }");
    const auto& table = std::get<workbook::Table>(report.pages.at(0).blocks.front());
    EXPECT_EQ(table.rows.size(), 4U) << "two of them find « Avenir », none « Autre »";
    EXPECT_EQ(table.columns[2].total, workbook::Total::none);
}

TEST_F(GroupJoins, RowsStandForTheGroupsOfTheirKey)
{
    EXPECT_THAT(said("local once = rows:where(f.benef_total:ge(30))\n"
                     "local both = people:join(once, { on = 'porteur', fields = 'accorde_p147' })\n"
                     "assert(both[1].accorde_p147.value == 3000 and #both[1].accorde_p147:sources() == 1)"),
                ElementsAre(HasSubstr("2 row(s) of 3 have no match")));
    EXPECT_THAT(said("local both = people:join(rows, { on = 'porteur', fields = 'accorde_p147' })\n"
                     "assert(both[1].accorde_p147.value == nil and both[1].accorde_p147.cause == 'err')\n"
                     "assert(both[2].accorde_p147.value == 2000)"),
                ElementsAre(HasSubstr("1 key(s) come several times in \"emploi\", first at \"Avenir\"")));
    EXPECT_THAT(said("local both = people:join(rows, { on = 'porteur', fields = 'accorde_p147', repeated = 'sum' })\n"
                     "assert(both[1].accorde_p147.value == 4000 and both[1].accorde_p147.base == 2)"),
                IsEmpty());
}

TEST_F(GroupJoins, KeysAreFolded)
{
    EXPECT_THAT(said("local other = rows:derive { cle = function(row) return row.porteur:upper() end }:group { by = "
                     "'cle', measures = { { 'n', bilan.count() } } }\n"
                     "local both = people:join(other, { on = { porteur = 'cle' }, fields = 'n', match = 'folded' })\n"
                     "assert(both[1].n.value == 2)"),
                IsEmpty());
}

TEST_F(GroupJoins, MistakesTeach)
{
    const auto failed = [&](const std::string& build, base::Language language = base::Language::english) {
        return failing(begin_ + "return people:join(" + build + ")", language);
    };
    EXPECT_THAT(failed("paid, { on = 'porteurs', fields = 'accorde' }"),
                HasSubstr("Unknown value \"porteurs\" for \"Groups:join › options › on\". Did you mean \"porteur\"?"));
    EXPECT_THAT(failed("paid, { on = 'porteur', fields = 'acorde' }"), HasSubstr("Did you mean \"accorde\"?"));
    EXPECT_THAT(failed("people, { on = 'porteur', fields = 'benef' }"), HasSubstr("\"benef\" is there already"));
    EXPECT_THAT(failed("rows, { on = 'porteur', fields = 'statut' }"), HasSubstr("\"statut\" is a text"));
    EXPECT_THAT(failed("rows, { on = 'porteur', fields = 'benef_f', repeated = 'first' }"),
                HasSubstr("Unknown value \"first\" for \"Groups:join › options › repeated\""));
    EXPECT_THAT(failed("12, { on = 'porteur', fields = 'benef_f' }"),
                HasSubstr("\"Groups:join › other\" expects bilan.Groups|bilan.Query and gets number 12."));
    EXPECT_THAT(failing(begin_ + "return rows:join(people, { on = 'porteur', fields = 'benef' })"),
                HasSubstr("\"Query:join › other\" does not take bilan.Groups. Write groups:join(others, { … }), "
                          "rows:join(rows, { …, repeated = \"sum\" })."));
    EXPECT_THAT(
        failing(begin_ + "return rows:join(people, { on = 'porteur', fields = 'benef' })", base::Language::french),
        HasSubstr("«\u00A0Query:join › other\u00A0» ne prend pas bilan.Groups. Écrivez groups:join(others, { … })"));
}

} // namespace

} // namespace bilan::script
