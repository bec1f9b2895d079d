// SPDX-License-Identifier: MPL-2.0
//
// What a table is called and what stands in it: labels of a comparison, names of sheets, yes or no, cells by hand.
#include "report_workshop.hpp"

#include "script/years_named.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;

class TableWords : public Reports {
protected:
    /// The headers of the first table.
    std::vector<std::string> headers(const std::string& build)
    {
        const BuiltReport report = built("local rows = run:dataset('emploi')\n" + build);
        std::vector<std::string> found;
        for (const workbook::Block& block : report.pages.at(0).blocks)
            if (const auto* table = std::get_if<workbook::Table>(&block))
                for (const workbook::Column& column : table->columns) found.push_back(column.header);
        return found;
    }
};

TEST_F(TableWords, TheSidesOfAComparisonHaveTheLabelsGiven)
{
    const std::string compared = "local years = rows:where { exercice = 2025 }:compare(rows:where { exercice = 2024 }, "
                                 "{ by = 'porteur', measures = { { 'benef_f', bilan.sum(f.benef_f) } }, labels = ";
    EXPECT_THAT(
        headers(compared + "{ now = '2025', before = '2024', change = { fr = 'écart', en = 'change' } } })\n"
                           "run:table { id = 't', title = 'T', data = years:sorted 'benef_f' }"),
        testing::ElementsAre("Porteur de projet", "Femmes 2025", "Femmes 2024", "Femmes écart", "Femmes (évolution)"));
    EXPECT_THAT(headers(compared + "{ now = '2025', before = '2024' } })\nrun:table { id = 't', title = 'T', data = "
                                   "years, headers = { benef_f = 'F', benef_f_growth = 'Taux' } }"),
                testing::ElementsAre("Porteur de projet", "F 2025", "F 2024", "F (écart)", "Taux"));
    EXPECT_THAT(failing("local rows = run:dataset('emploi')\n" + compared + "{ befor = '2024' } })"),
                HasSubstr("Unknown key \"befor\" in \"Query:compare › options › labels\". Did you mean \"before\"?"));
}

TEST_F(TableWords, RowsHaveTotalsOfWhatAddsUp)
{
    const BuiltReport report =
        built("run:table { id = 't', title = 'T', totals = true, data = run:dataset('emploi'):select "
              "{ 'porteur', 'exercice', 'benef_total', 'accorde_p147' } }");
    const auto& columns = std::get<workbook::Table>(report.pages.at(0).blocks.front()).columns;
    EXPECT_EQ(columns[0].total, workbook::Total::label);
    EXPECT_EQ(columns[1].total, workbook::Total::none);
    EXPECT_EQ(std::get<data::Figure>(columns[2].total_value).value, 159);
    EXPECT_TRUE(std::get<data::Figure>(columns[2].total_value).lower_bound);
    EXPECT_EQ(std::get<data::Figure>(columns[3].total_value).value, 15500);
    EXPECT_EQ(std::get<data::Figure>(columns[3].total_value).unit, data::Unit::euro);
}

TEST_F(TableWords, TheFirstRowsSayHowManyThereWere)
{
    const auto listing = [&](const std::string& data, const std::string& more = "") {
        const BuiltReport report =
            built("run:table { id = 't', title = 'T', " + more + "data = run:dataset('emploi')" + data + " }");
        return std::get<workbook::Table>(report.pages.at(0).blocks.front());
    };
    const workbook::Table table = listing(":select { 'porteur', 'benef_f' }:sorted('benef_f', 'descending'):head(2)");
    EXPECT_EQ(table.base, "2 premières lignes sur 5, par «\u00A0Femmes\u00A0» décroissant");
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(std::get<double>(table.rows[0][1]), 50);
    EXPECT_EQ(std::get<double>(table.rows[1][1]), 15);
    const workbook::Table noted = listing(":head(2)", "totals = true, base = 'Mots', ");
    EXPECT_EQ(noted.base, "Mots");
    ASSERT_EQ(noted.notes.size(), 1U);
    EXPECT_EQ(noted.notes.front(), "2 premières lignes sur 5, dans l'ordre des fichiers");
    EXPECT_EQ(std::get<std::string>(noted.columns[0].total_value), "Total des lignes affichées");
    EXPECT_EQ(listing("").base, "");
    inputs_.language = base::Language::english;
    EXPECT_EQ(listing(":sorted 'statut':sorted('porteur'):head(3)").base,
              "First 3 rows of 5, by \"Project holder\", then by \"Status of the action\"");
    EXPECT_EQ(listing(":sorted 'porteur':head(1)").base,
              "First row of 5, by \"Project holder\"; 1 row not shown equals the last");
    EXPECT_EQ(listing(":sorted 'benef_f':head(3):where { porteur = 'Cap' }").base,
              "1 row among the first 3 of 5, by \"Women\"");
}

/// A range of years under the heading of one would be read as that one.
TEST_F(TableWords, ATableIsHeadedByTheYearsOfItsRows)
{
    const auto subtitle = [&](const std::string& options) {
        const BuiltReport report =
            built("local rows = run:dataset('emploi')\nrun:table { id = 't', title = 'T', " + options + " }");
        return report.pages.at(0).subtitle;
    };
    const std::string by = ":group { by = 'statut', measures = { { 'n', bilan.sum(f.benef_f";
    const std::string end = ") } } }";
    EXPECT_EQ(subtitle("data = rows:where { exercice = 2025 }" + by + end), "Ville fictive · 2025");
    EXPECT_EQ(subtitle("data = rows:where { exercice = 2024 }" + by + end), "Ville fictive · 2024");
    EXPECT_EQ(subtitle("data = rows:where(f.exercice:ge(2023)):where(f.exercice:lt(2026))" + by + end),
              "Ville fictive · 2024, 2025");
    EXPECT_EQ(subtitle("data = rows" + by + ", { where = { exercice = 2024 } }" + end), "Ville fictive · 2024");
    EXPECT_EQ(subtitle("data = rows:where { exercice = 2024 }:select { 'porteur', 'benef_f' }"),
              "Ville fictive · 2024");
    EXPECT_EQ(subtitle("columns = { { header = 'A' } }, rows = { { 'x' } }"), "Ville fictive · 2025");
    EXPECT_EQ(subtitle("subtitle = 'Mots', data = rows" + by + end), "Mots");
    inputs_.year.reset();
    EXPECT_EQ(subtitle("data = rows" + by + end), "Ville fictive · 2024, 2025");
}

TEST(Years, AreNamedInSpans)
{
    using base::Language;
    EXPECT_EQ(words_of_years({}, Language::french), "");
    EXPECT_EQ(words_of_years({2025}, Language::french), "2025");
    EXPECT_EQ(words_of_years({2024, 2025}, Language::french), "2024, 2025");
    EXPECT_EQ(words_of_years({2021, 2023, 2024, 2025}, Language::french), "2021, 2023 à 2025");
    EXPECT_EQ(words_of_years({2023, 2024, 2025, 2027, 2028}, Language::english), "2023 to 2025, 2027, 2028");
}

TEST_F(TableWords, ASheetNameThatExcelRefusesIsSaid)
{
    const auto said = [&](const std::string& sheet, base::Language language) {
        inputs_.language = language;
        std::string text;
        for (const JournalLine& line :
             built("run:table { id = 't', title = 'Un titre qui est bien plus long que le nom "
                   "de feuille', " +
                   sheet + "data = run:dataset('emploi') }")
                 .journal)
            text += line.level + ' ' + std::to_string(line.line) + ' ' + line.text;
        return text;
    };
    EXPECT_EQ(said("sheet = 'Nord/Sud', ", base::Language::french),
              "warning 6 Le nom de feuille «\u00A0Nord/Sud\u00A0» ne convient pas à Excel et devient "
              "«\u00A0Nord-Sud\u00A0». Donnez à sheet un nom d'au plus 31 caractères, sans\u00A0: / \\\u00A0? * ni "
              "crochets.");
    EXPECT_EQ(
        said("sheet = 'Nord/Sud', ", base::Language::english),
        "warning 6 The sheet name \"Nord/Sud\" does not suit Excel and becomes \"Nord-Sud\". Give sheet a name of "
        "at most 31 characters, without : / \\ ? * or square brackets.");
    EXPECT_EQ(said("sheet = \"L'accès à l'emploi\", ", base::Language::french), "");
    EXPECT_EQ(said("", base::Language::french), "") << "a title is shortened without a word";
}

TEST_F(TableWords, TrueOfAColumnOfOtherThingsIsSaid)
{
    const std::string words = "run:dataset('emploi'):derive { x = f.benef_f }";
    EXPECT_THAT(
        failing("run:dataset('emploi'):where { porteur = true }", base::Language::french),
        HasSubstr("essai.lua:7\u00A0: Le champ «\u00A0porteur\u00A0» n'est pas un oui ou non\u00A0: ses valeurs "
                  "sont 'Avenir', 'Boussole', 'Cap'. Comparez-le à l'une d'elles\u00A0: f.porteur:eq('Avenir')."));
    EXPECT_THAT(
        failing("run:dataset('emploi'):where(f.benef_f:ne(false))"),
        HasSubstr("essai.lua:7: The field \"benef_f\" is no yes or no: its values are 4, 5, 12, 15, …. Compare it "
                  "with one of them: f.benef_f:eq(4)."));
    // 1 and 0 are true and false
    EXPECT_EQ(
        failing("local two = run:dataset('emploi'):where { porteur = 'Avenir' }\n"
                "assert(two:where(f.exercice:eq(2025)):count() == 2)\nrun:table { id = 't', title = 'T', data = two }"),
        "no error");
}

TEST_F(TableWords, ATableByHandHasItsLimit)
{
    const std::string build = "local row, rows, columns = {}, {}, {}\nfor at = 1, 1000000 do rows[at] = row end\n"
                              "for at = 1, 6 do columns[at] = { header = 'c' .. at } end\n"
                              "run:table { id = 't', title = 'T', columns = columns, rows = rows }";
    EXPECT_THAT(
        failing(build, base::Language::french),
        HasSubstr("essai.lua:10\u00A0: Le tableau «\u00A0t\u00A0» aurait 1000000 × 6 cellules, et 5000000 au plus "
                  "sont écrites à la main. Donnez-le par data, qui n'a pas cette limite, ou faites plusieurs "
                  "tableaux."));
    EXPECT_THAT(
        failing(build),
        HasSubstr("essai.lua:10: The table \"t\" would have 1000000 × 6 cells, and at most 5000000 are written by "
                  "hand. Give it with data, which has no such limit, or make several tables."));
}

TEST_F(TableWords, AConditionIsYesOrNoInEveryTable)
{
    const BuiltReport report =
        built("local rows = run:dataset 'emploi':derive { grande = f.benef_total:ge(20) }\n"
              "run:table { id = 'a', title = 'A', data = rows:group { by = 'grande', measures = { { 'n', bilan.count() "
              "} } } }\n"
              "run:table { id = 'b', title = 'B', data = rows:select { 'porteur', 'grande' } }\n"
              "run:table { id = 'c', title = 'C', data = rows:cross { rows = 'porteur', columns = 'grande', measure = "
              "bilan.count() } }");
    ASSERT_TRUE(report.failures.empty()) << report.failures.front().sentence(base::Language::english);
    const auto table = [&](std::size_t page) -> const workbook::Table& {
        return std::get<workbook::Table>(report.pages[page].blocks.front());
    };
    EXPECT_FALSE(std::get<bool>(table(0).rows[0][0]));
    EXPECT_TRUE(std::get<bool>(table(0).rows[1][0]));
    EXPECT_FALSE(std::get<bool>(table(1).rows[0][1]));
    EXPECT_EQ(table(2).columns[1].header, "Non");
    EXPECT_EQ(table(2).columns[2].header, "Oui");
}

TEST_F(TableWords, AnIndicatorThatIsNotThereShowsThoseOfItsTheme)
{
    EXPECT_THAT(failing("run:indicator 'EMP99'"),
                testing::AllOf(HasSubstr("Indicators: EMP01, EMP02, EMP02e, EMP03"), testing::Not(HasSubstr("BIE01"))));
    EXPECT_THAT(failing("run:indicator 'zorglub'"),
                testing::AllOf(HasSubstr("Indicators: EMP01, EMP02, EMP02e, EMP03"), testing::Not(HasSubstr("BIE01"))))
        << "of the report's datasets";
}

TEST_F(TableWords, RowsAndFunctionsInThePlaceOfOthersAreSaid)
{
    EXPECT_THAT(
        failing("run:key_figures { 'EMP01', run:dataset('emploi') }", base::Language::french),
        HasSubstr("essai.lua:7\u00A0: «\u00A0Run:key_figures › list[2]\u00A0» reçoit des lignes parmi les chiffres "
                  "clés. Donnez-les à part\u00A0: run:key_figures({ 'EMP01' }, lignes)."));
    EXPECT_THAT(
        failing("run:key_figures { 'EMP01', run:dataset('emploi') }"),
        HasSubstr("essai.lua:7: \"Run:key_figures › list[2]\" gets rows among the key figures. Give them apart: "
                  "run:key_figures({ \"EMP01\" }, rows)."));
    EXPECT_THAT(failing("run:dataset('emploi'):figure(bilan.count)", base::Language::french),
                HasSubstr("essai.lua:7\u00A0: «\u00A0Query:figure › measure\u00A0» attend une mesure et reçoit une "
                          "fonction. Ajoutez ses parenthèses\u00A0: bilan.count()."));
    EXPECT_THAT(failing("run:dataset('emploi'):figure(bilan.count)"),
                HasSubstr("essai.lua:7: \"Query:figure › measure\" expects a measure and gets a function. Add its "
                          "brackets: bilan.count()."));
}

TEST_F(TableWords, WhatWasMeantByConditionsColumnsAndNames)
{
    struct Slip {
        const char* build;
        const char* french;
        const char* english;
    };
    const Slip slips[] = {
        {"run:dataset('emploi'):where { benef_f > 3 }",
         "essai.lua:7\u00A0: «\u00A0benef_f\u00A0» est un champ et non une variable. Écrivez f.benef_f, ou "
         "ligne.benef_f "
         "dans une fonction de lignes.",
         "essai.lua:7: \"benef_f\" is a field, not a variable. Write f.benef_f, or row.benef_f in a function of rows."},
        {"run:dataset('emploi'):where { benef_f = { ge = 3 } }",
         "essai.lua:7\u00A0: «\u00A0Query:where › condition › benef_f\u00A0» attend une valeur ou une liste de "
         "valeurs, et "
         "reçoit la clé «\u00A0ge\u00A0». Pour comparer autrement, écrivez where(f.x:ge(3)).",
         "essai.lua:7: \"Query:where › condition › benef_f\" expects a value or a list of values, and gets the key "
         "\"ge\". To compare in another way, write where(f.x:ge(3))."},
        {"run:dataset('emploi'):where 'benef_f > 3'",
         "essai.lua:7\u00A0: «\u00A0Query:where › condition\u00A0» attend une condition et reçoit string \"benef_f > "
         "3\". "
         "Écrivez-la avec des champs\u00A0: f.x:gt(3), ou { x = 3 }.",
         "essai.lua:7: \"Query:where › condition\" expects a condition and gets string \"benef_f > 3\". Write it with "
         "fields: f.x:gt(3), or { x = 3 }."},
        {"run:table { id = 't', title = 'T', columns = { 'x' }, rows = {} }",
         "essai.lua:7\u00A0: «\u00A0Run:table › options › columns[1]\u00A0» attend une colonne et reçoit string \"x\". "
         "Écrivez { header = 'Titre' }.",
         "essai.lua:7: \"Run:table › options › columns[1]\" expects a column and gets string \"x\". Write { header = "
         "\"Title\" }."},
        {"run:dataset('emploi'):filter { porteur = 'Cap' }", "Vouliez-vous dire «\u00A0where\u00A0»\u00A0?",
         "Did you mean \"where\"?"},
        {"return bilan.moyenne(f.benef_f)", "Vouliez-vous dire «\u00A0mean\u00A0»\u00A0?", "Did you mean \"mean\"?"},
        {"local g = run:dataset('emploi'):group { by = 'porteur', measures = {} } return g[99].porteur",
         "Une valeur nil n'a pas de champs.", "A nil value has no fields."},
        {"for row in run:dataset('emploi'):each() do row.porteur = 'x' end",
         "Une ligne ne se modifie pas (écriture de «\u00A0porteur\u00A0»).",
         "A row cannot be changed (writing \"porteur\")."},
    };
    for (const Slip& slip : slips) {
        EXPECT_THAT(failing(slip.build, base::Language::french), HasSubstr(slip.french)) << slip.build;
        EXPECT_THAT(failing(slip.build), HasSubstr(slip.english)) << slip.build;
    }
}

} // namespace

} // namespace bilan::script
