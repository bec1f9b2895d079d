// SPDX-License-Identifier: MPL-2.0
//
// The query words as a report uses them: what they give, and what they say when they are misused.
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;

class QueryWords : public Reports {
protected:
    /// Runs a build that asserts in Lua; `rows` are all actions.
    void holds(const std::string& build)
    {
        const std::string shown = failing("local rows = run:dataset 'emploi'\n" + build +
                                          "\nrun:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }");
        EXPECT_EQ(shown, "no error");
    }
    std::string says(const std::string& build) { return failing("local rows = run:dataset 'emploi'\n" + build); }
};

TEST_F(QueryWords, TheTextOfAFigureHasTheMarkOfItsCell)
{
    holds("assert(rows:figure(bilan.sum(f.benef_total)).text == '≥\u00A0159')\n"
          "assert(rows:figure(bilan.median(f.benef_total)).text == '25\u00A0*')\n"
          "assert(tostring(rows:figure(bilan.sum(f.benef_f))) == '86')\n"
          "assert(rows:where { porteur = 'Cap', exercice = 2025 }:figure(bilan.sum(f.benef_total)).text == 'nc')");
}

TEST_F(QueryWords, SqlDividesWithTheRestAndSaysWhatItsSumsLeaveOut)
{
    inputs_.year.reset();
    const BuiltReport report = built(
        "local few = run:sql [[SELECT count(benef_total) / count(*) AS part, sum(benef_total) AS n FROM emploi]]\n"
        "assert(few:figure(bilan.max(f.part)).value == 0.8)\n"
        "run:key_figures { { label = 'x', figure = few:figure(bilan.count()) } }");
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal.front().line, 6);
    EXPECT_THAT(report.journal.front().text, HasSubstr("sum"));
}

TEST_F(QueryWords, ARatioHasTheUnitOfWhatItSets)
{
    holds("local function unit(above, below) return rows:figure(bilan.ratio(above, below)).unit end\n"
          "assert(unit(f.benef_f, f.benef_total) == 'rate', unit(f.benef_f, f.benef_total))\n"
          "assert(unit(f.accorde_p147, f.benef_total) == 'euro', unit(f.accorde_p147, f.benef_total))\n"
          "assert(unit(f.accorde_p147, f.demande_p147) == 'rate')\n"
          "assert(unit(f.benef_f * f.porteur:eq('Cap'), f.benef_total) == 'rate')\n"
          "assert(unit(f.accorde_p147:gt(0), f.benef_total) == 'rate')\n"
          "assert(unit(f.accorde_p147 * f.porteur:eq('Cap'), f.benef_total) == 'euro')\n"
          "assert(rows:figure(bilan.ratio(f.accorde_p147, f.benef_total, { unit = 'rate' })).unit == 'rate')");
}

TEST_F(QueryWords, SelectKeepsTheFieldsNamed)
{
    holds("local few = rows:select { 'porteur', 'benef_f' }\n"
          "assert(#few:fields() == 2 and few:fields()[1] == 'porteur' and not few:has 'benef_h')");
    EXPECT_THAT(says("rows:select { 'porteurs' }"), HasSubstr("Did you mean \"porteur\"?"));
    EXPECT_THAT(says("rows:select {}"), HasSubstr("gets an empty list"));
}

TEST_F(QueryWords, DeriveTakesExpressionsAndFunctions)
{
    holds(
        "local more = rows:derive { ecart = f.benef_f - f.benef_h,\n"
        "  grand = function(row, state) if state.benef_total ~= 'val' then return bilan.state(state.benef_total) end\n"
        "    return row.benef_total > 15 end }\n"
        "assert(more:where { grand = true }:count() == 3, more:where { grand = true }:count())\n"
        "assert(more:figure(bilan.count { grand = true }).unknown == 1)\n"
        "assert(more:figure(bilan.sum(f.ecart)).value == 3)");
    EXPECT_THAT(says("rows:derive { porteur = f.benef_f }"), HasSubstr("The field \"porteur\" is there already"));
    EXPECT_THAT(says("rows:derive { x = function(row) if row.benef_total == 10 then return 1 end return 'a' end }"),
                HasSubstr("A computed column is of one type"));
    EXPECT_THAT(says("rows:derive { x = function() return {} end }"), HasSubstr("is no value of a cell"));
    EXPECT_THAT(says("rows:derive { x = function() return 0 / 0 end }"), HasSubstr("not a finite number"));
}

TEST_F(QueryWords, AColumnThatGotNoValueIsComparedWithTextsAndWithNumbers)
{
    holds("local more = rows:derive { x = function() end, y = function() return bilan.state 'nc' end }\n"
          "assert(more:where { x = 'a' }:count() == 0 and more:where { x = 1 }:count() == 0)\n"
          "assert(more:where(f.x:ne('a')):count() == 0 and more:where(f.x:eq(f.porteur)):count() == 0)\n"
          "assert(more:where(f.porteur:eq(f.x)):count() == 0 and more:where(f.x:eq(f.y)):count() == 0)\n"
          "assert(more:where(f.x:one_of { 'a', 'b' }):count() == 0)\n"
          "assert(more:where(f.y:known_or('a'):eq 'a'):count() == 5)\n"
          "assert(more:where(f.y:known_or(2):eq(2)):count() == 5)\n"
          "assert(more:where(f.y:known_or(f.porteur):eq 'Cap'):count() == 2)\n"
          "assert(more:where(f.porteur:known_or(f.y):eq 'Cap'):count() == 2)\n"
          "assert(more:figure(bilan.sum(f.y)).unknown == 5)\n"
          "assert(#more:group { by = { 'y' }, measures = { { 'n', bilan.count() } } } == 1)");
    EXPECT_THAT(says("local more = rows:derive { x = function(row) return row.porteur end }\nmore:where { x = 1 }"),
                HasSubstr("holds texts"));
}

TEST_F(QueryWords, NamesOfFieldsMadeInAFunctionAreNotTakenForOthers)
{
    std::string build =
        "local more = rows\nlocal long = ('n'):rep(50)\n"
        "for at = 1, 90 do more = more:derive { [long .. at] = f.benef_f + at } end\n"
        "more = more:derive { right = function(row)\n"
        "  for at = 1, 90 do\n"
        "    local name = long .. at\n" // a text of its own each time, longer than Lua shares
        "    if row[name] ~= row.benef_f + at then return false end\n"
        "    if at % 9 == 0 then local waste = {} for one = 1, 200 do waste[one] = long .. one .. at end "
        "end\n"
        "  end\n"
        "  return true end }\n"
        "assert(more:where { right = true }:count() == 5)";
    holds(build);
    EXPECT_THAT(says("rows:where(function(row) return row[1] end)"), HasSubstr("expects string and gets number 1"));
}

TEST_F(QueryWords, AnErrorInAFunctionNamesTheRowInHand)
{
    inputs_.language = base::Language::french;
    EXPECT_EQ(failing("run:dataset('emploi'):derive {\n  double = function(row) return row.benef_total * 2 end }",
                      base::Language::french),
              "reports/essai.lua:8\u00A0: «\u00A0benef_total\u00A0» vaut nil et ne se calcule pas. Une valeur inconnue "
              "n'est pas zéro\u00A0: testez-la d'abord.\n"
              "  8 |   double = function(row) return row.benef_total * 2 end }\n"
              "    |                                     ^^^^^^^^^^^\n"
              "  en traitant mde_2025.xlsx › Bilan › ligne 5");
    inputs_.language = base::Language::english;
    EXPECT_THAT(says("rows:where(function(row) return row.benef_totl end)"),
                testing::AllOf(HasSubstr("Unknown field \"benef_totl\" in \"emploi\". Did you mean \"benef_total\"?"),
                               HasSubstr("while processing mde_2025.xlsx › Bilan › row 2")));
    EXPECT_THAT(says("rows:where(function() return 1 end)"),
                testing::AllOf(HasSubstr("The function of where gives number 1."), HasSubstr("› row 2")));
}

TEST_F(QueryWords, AFunctionThatComparesANumberWithATextIsRefused)
{
    const std::string number =
        "The field \"exercice\" holds numbers and is compared here with the text \"2025\". Write 2025 "
        "without quotes.";
    EXPECT_THAT(says("rows:where(function(row) return row.exercice == '2025' end)"),
                testing::StartsWith("reports/essai.lua:8: " + number));
    EXPECT_THAT(
        says("local function of_year(line)\n  return '2025' ~= line.exercice\nend\nrows:derive { x = of_year }"),
        testing::StartsWith("reports/essai.lua:9: " + number));
    EXPECT_THAT(says("rows:where(function(row) return row.porteur == 12 end)"),
                testing::StartsWith("reports/essai.lua:8: The field \"porteur\" holds texts"));
    holds("assert(rows:where(function(row) return row.exercice == 2025 and row.porteur ~= 'Cap' end):count() == 3)\n"
          "assert(rows:derive { x = function(row) return row.porteur end }:where(function(row) return row.x == 'Cap' "
          "end):count() == 2)\n"
          "local other = { row = { exercice = '2025' } }\n"
          "assert(rows:where(function(row) return other.row.exercice == '2025' and row.exercice > 2024 end):count() == "
          "4)");
}

TEST_F(QueryWords, AFileThatCountsAsRowsAndIsReadAsATableIsSaid)
{
    inputs_.read_table = [&](const TableRequest&) { return inputs_.datasets.at("emploi"); };
    const auto said = [&](const std::string& file, base::Language language) {
        inputs_.language = language;
        std::string all;
        for (const JournalLine& line : built("local rows = run:read '" + file +
                                             "'\nrun:key_figures { { label = 'x', figure = rows:where { exercice = "
                                             "2025 }:figure(bilan.count()) } }")
                                           .journal)
            all += std::to_string(line.line) + ' ' + line.text;
        return all;
    };
    EXPECT_EQ(said("mde_2025.xlsx", base::Language::english),
              "6 \"mde_2025.xlsx\" is read here as a table, and 5 of its rows count in \"emploi\" as well. If it is a "
              "further "
              "file, put it beside the report rather than among the inputs.");
    EXPECT_EQ(
        said("mde_2025.xlsx", base::Language::french),
        "6 «\u00A0mde_2025.xlsx\u00A0» est lu ici comme un tableau, et 5 de ses lignes comptent aussi dans "
        "«\u00A0emploi\u00A0». Si c'est un fichier annexe, mettez-le à côté du rapport plutôt que parmi les entrées.");
    EXPECT_EQ(said("budgets.csv", base::Language::french), "");
}

TEST_F(QueryWords, ASumOfSharesOfEachRowIsRefused)
{
    EXPECT_THAT(says("rows:figure(bilan.sum(f.benef_f / f.benef_total))"),
                HasSubstr("benef_f / benef_total\" is of type rate: its sum means nothing"));
    EXPECT_THAT(says("rows:derive { part = f.benef_f / (f.benef_f + f.benef_h) }:figure(bilan.sum(f.part))"),
                HasSubstr("is of type rate: its sum means nothing"));
    holds("local part = f.benef_f / f.benef_total\n"
          "assert(rows:figure(bilan.median(part)).value and rows:figure(bilan.sum(part * f.accorde_p147)).value)\n"
          "assert(rows:figure(bilan.sum(f.benef_f / 2)).value == 43)");
}

TEST_F(QueryWords, RowsAreReadOnlyAndOverAfterTheCall)
{
    holds("assert(rows:where(function(row) return row.porteur == 'Cap' end):count() == 2)");
    EXPECT_THAT(says("rows:where(function(row) row.porteur = 'x' end)"), HasSubstr("A row cannot be changed"));
    EXPECT_THAT(says("local kept\nrows:where(function(row) kept = row end)\nreturn kept.porteur"),
                HasSubstr("This row is over"));
    holds("local names = {}\nfor row in rows:each() do names[#names + 1] = row end\n"
          "assert(#names == 5 and names[1].porteur == 'Avenir' and names[5].porteur == 'Cap')\n"
          "assert(tostring(names[2]) == 'mde_2025.xlsx › Bilan › ligne 3', tostring(names[2]))\n"
          "assert(names[4].benef_total == nil and math.type(names[1].benef_total) == 'integer')");
}

TEST_F(QueryWords, BinsShareAndMedian)
{
    holds("local bands = rows:derive { taille = bilan.bins(f.benef_total, { 20, 50 }) }\n"
          "  :group { by = 'taille', measures = { { 'n', bilan.count() } } }\n"
          "assert(bands[1].taille == '< 20' and bands[2].taille == '20 – < 50' and bands[3].taille == '≥ 50')\n"
          "assert(bands[2].n.value == 2 and bands[4].taille == nil)\n"
          "local named = rows:derive { t = bilan.bins(f.benef_total, { 50 }, { labels = { 'petit', 'grand' } }) }\n"
          "assert(named:where { t = 'grand' }:count() == 1)\n"
          "local share = rows:figure(bilan.share(f.benef_total:ge(20)))\n"
          "assert(share.value == 0.75 and share.numerator == 3 and share.unknown == 1 and share.unit == 'rate')\n"
          "assert(rows:figure(bilan.median(f.benef_f)).value == 12 and "
          "rows:figure(bilan.count_distinct(f.porteur)).value == 3)");
    EXPECT_THAT(says("return bilan.bins(f.benef_total, { 5, 5 })"), HasSubstr("expects ascending bounds"));
    EXPECT_THAT(says("return bilan.bins(f.benef_total, { 5 }, { labels = { 'a' } })"),
                HasSubstr("has 1 bound(s), which makes 2 bands, and gets 1 labels"));
    EXPECT_THAT(says("rows:derive { t = bilan.bins(f.porteur, { 5 }) }"), HasSubstr("wants numbers"));
}

TEST_F(QueryWords, GroupsAreRankedSharedAndCut)
{
    holds("local groups = rows:where { exercice = 2025 }:group { by = 'porteur', measures = { { 'f', "
          "bilan.sum(f.benef_f) } } }\n"
          "local all = groups:rank('f', { as = 'rang' }):share('f'):sorted('rang')\n"
          "assert(all[1].porteur == 'Avenir' and all[1].rang.value == 1 and all[2].rang.value == 2)\n"
          "assert(all[1].f_share.numerator == 16 and all[1].f_share.denominator == 36 and #all:head(2) == 2)\n"
          "run:table { id = 't', title = 'T', data = all, totals = true }");
    EXPECT_THAT(says("rows:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:rank 'm'"),
                HasSubstr("Unknown value \"m\" for \"Groups:rank\""));
    EXPECT_THAT(says("rows:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:share('n', { as = 'n' })"),
                HasSubstr("\"n\" is the name of a column of these groups already"));
}

TEST_F(QueryWords, PivotUnpivotUnionAndCompare)
{
    holds("local wide = rows:pivot { rows = 'porteur', columns = 'exercice', measure = bilan.sum(f.benef_f) }\n"
          "assert(wide[3]['2024'].value == 50 and wide[1]['2024'].value == nil and wide[1]['2024'].cause == 'so')\n"
          "local long = rows:unpivot { fields = { { 'F', 'benef_f' }, { 'H', 'benef_h' } }, name = 'sexe', value = "
          "'benef' }\n"
          "assert(long:count() == 10 and long:where { sexe = 'F' }:figure(bilan.sum(f.benef)).value == 86)\n"
          "assert(long:has 'porteur' and not long:has 'accorde_p147')\n"
          "assert(rows:union(rows):count() == 10)\n"
          "local years = rows:where { exercice = 2025 }:compare(rows:where { exercice = 2024 },\n"
          "  { by = 'porteur', measures = { { 'f', bilan.sum(f.benef_f) } } })\n"
          "assert(years[3].f.value == 5 and years[3].f_before.value == 50 and years[3].f_change.value == -45)\n"
          "assert(years[3].f_growth.value == -0.9 and years[1].f_change.value == nil)\n"
          "run:table { id = 'c', title = 'C', data = years, totals = true }");
    EXPECT_THAT(says("rows:pivot { rows = 'porteur', columns = 'exercice', value = 1, measure = bilan.count() }"),
                HasSubstr("Unknown key \"value\" in \"Query:pivot › options\""));
    EXPECT_THAT(says("rows:unpivot { fields = { 'benef_f', 'porteur' }, name = 'n', value = 'v' }"),
                HasSubstr("is a text on one side and a number on the other"));
    EXPECT_THAT(says("rows:compare(rows, { by = 'porteur', measures = {}, coverage = 80 })"),
                HasSubstr("Give a number from 0 to 1."));
}

TEST_F(QueryWords, JoinSaysWhatDoesNotFit)
{
    const auto report = built(R"(
      local rows = run:dataset "emploi"
      local grants = rows:where(f.accorde_p147:ge(1000)):select { "porteur", "accorde_p147" }
      local joined = rows:where { exercice = 2025 }:join(grants, { on = "porteur", fields = "accorde_p147", prefix = "b_" })
      assert(joined:count() == 4, "no row is multiplied")
      local figure = joined:figure(bilan.sum(f.b_accorde_p147))
      assert(figure.value == 11000 and figure.unit == "euro" and figure.unknown == 2, tostring(figure.unknown))
      assert(#figure:sources() == 4 and figure:sources()[1].field == "porteur")
      local summed = rows:join(grants, { on = { porteur = "porteur" }, fields = "accorde_p147", prefix = "s_", repeated = "sum" })
      assert(summed:where { porteur = "Avenir" }:figure(bilan.max(f.s_accorde_p147)).value == 4000)
      run:table { id = "t", title = "T", data = joined:select { "porteur", "b_accorde_p147" } }
    )");
    ASSERT_EQ(report.journal.size(), 4U); // two joins that take grants of another year, and what each finds
    EXPECT_THAT(report.journal[1].text, HasSubstr("«\u00A0jointure par porteur\u00A0» repose sur des lignes d'autres"));
    EXPECT_THAT(report.journal[2].text, HasSubstr("«\u00A0jointure par porteur\u00A0» repose sur des lignes d'autres"));
    EXPECT_THAT(report.journal[3].text, HasSubstr("4 lignes sur 5 reçoivent une valeur de «\u00A0accorde_p147\u00A0»"));
    EXPECT_EQ(report.journal[0].text,
              "Jointure sur «\u00A0porteur\u00A0»\u00A0: 1 clé(s) reviennent plusieurs fois dans «\u00A0emploi\u00A0», "
              "la première à mde_2025.xlsx › Bilan › ligne 4\u00A0; leurs champs sont «\u00A0err\u00A0». Donnez "
              "«\u00A0first\u00A0» ou «\u00A0sum\u00A0» à repeated, ou corrigez le fichier.");
    EXPECT_EQ(report.journal[0].line, 9);
    const auto& table = std::get<workbook::Table>(report.pages[0].blocks.front());
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(std::get<data::State>(table.rows[0][1]), data::State::error);
    EXPECT_EQ(std::get<double>(table.rows[1][1]), 2000);
    EXPECT_EQ(table.columns[1].header, "Subvention accordée (P147)");
}

} // namespace

} // namespace bilan::script
