// SPDX-License-Identifier: MPL-2.0
//
// What would give a wrong figure without a word: each is refused or said, with its line, in both languages.
#include "base/text.hpp"
#include "report_workshop.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::HasSubstr;

enum class Kind { error, error_without_year, warning };

struct Said {
    Kind kind;
    int further_line; ///< behind the line after `rows`
    const char* build;
    const char* french;
    const char* english;
};

class CarefulReports : public Reports {
protected:
    static constexpr const char* rows = "local rows = run:dataset 'emploi'\n";

    /// The first line of what is said, and where.
    std::string said(const Said& case_, base::Language language)
    {
        inputs_.language = language;
        inputs_.year = case_.kind == Kind::error_without_year ? std::nullopt : std::optional(2025);
        const std::string build = rows + std::string(case_.build) + "\n";
        if (case_.kind != Kind::warning) {
            const std::string shown = failing(build, language);
            return shown.substr(0, shown.find('\n'));
        }
        const BuiltReport report =
            built(build +
                  "run:key_figures { { label = 'x', figure = rows:where { exercice = 2025 }:figure(bilan.count()) } }");
        std::string all;
        for (const JournalLine& line : report.journal)
            all += line.file + ':' + std::to_string(line.line + 1) +
                   (language == base::Language::french ? "\u00A0: " : ": ") + line.text;
        return all;
    }
};

TEST_F(CarefulReports, SayWhatWouldBeAWrongFigure)
{
    const Said cases[] = {
#include "careful_reports.inc"
    };
    for (const Said& each : cases) {
        const std::string line = std::to_string(8 + each.further_line);
        EXPECT_EQ(said(each, base::Language::french), "reports/essai.lua:" + line + "\u00A0: " + each.french)
            << each.build;
        EXPECT_EQ(said(each, base::Language::english), "reports/essai.lua:" + line + ": " + each.english) << each.build;
    }
}

TEST_F(CarefulReports, HasIsFalseForWhatNoFileGivesAndRefusesASlip)
{
    EXPECT_EQ(failing("if run:dataset 'emploi':has 'nb_sorties' then error 'there' end\n"
                      "if run:dataset 'emploi':has 'gender_score' then error 'there' end\nerror 'none'"),
              "reports/essai.lua:9: none. Correct this line of the script, then run again.\n  9 | error 'none'");
    EXPECT_THAT(
        failing("if run:dataset 'emploi':has 'benef_totl' then return end"),
        HasSubstr("reports/essai.lua:7: Unknown field \"benef_totl\" in \"emploi\". Did you mean \"benef_total\"?"));
}

TEST_F(CarefulReports, AnIndicatorOfAnotherUnitThanItsFieldsIsSaid)
{
    const std::string indicator =
        "  indicators = { { id = 'X1', dataset = 'emploi', label = 'x', formula = 'x', unit = 'rate',\n"
        "    measure = function(f, bilan) return bilan.sum(f.benef_f) end } },\n";
    const BuiltReport report = built("run:key_figures { 'X1' }", indicator);
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal.front().text,
              "L'indicateur «\u00A0X1\u00A0» déclare l'unité rate, et ce qu'il calcule est en "
              "people. Corrigez unit, ou la mesure.");
}

TEST_F(CarefulReports, AShareOfMoreThanItsWholeSaysSoOnItsCard)
{
    const auto note = [&](const std::string& further) {
        const std::string indicator =
            "  indicators = { { id = 'X1', dataset = 'emploi', label = 'x', formula = 'x', unit = 'rate',\n" + further +
            "    measure = function(f, bilan) return bilan.ratio(f.benef_total, f.benef_f) end } },\n";
        return built("run:key_figures { 'X1' }", indicator).key_figures.at(0).note;
    };
    EXPECT_EQ(note(""), "à vérifier\u00A0: plus de 100\u00A0%");
    EXPECT_EQ(note("note = 'rappel',"), "rappel · à vérifier\u00A0: plus de 100\u00A0%");
    EXPECT_EQ(note("may_exceed = true,"), "");
    inputs_.language = base::Language::english;
    EXPECT_EQ(note(""), "to be checked: more than 100%");
}

TEST_F(CarefulReports, LetPassWhatIsMeant)
{
    for (const char* build : {
             "assert(rows:derive { jeune = f.benef_f:gt(4) }:where(f.jeune):count() == 4)",
             "assert(rows:derive { oui = bilan.when(f.benef_f:gt(4), 1, 0) }:where(f.oui):count() == 4)",
             "assert(rows:derive { oui = function(row) return row.benef_f > 4 end }:where(f.oui):count() == 4)",
             "assert(rows:figure(bilan.count(bilan.any { f.porteur:eq 'Cap', bilan.no(f.benef_total:known()) })).value "
             "== 2)",
             "assert(rows:where { exercice = run.year }:count() == 4)",
             "local some = rows:where { exercice = 2024 } some = some:where { porteur = 'Cap' }\n"
             "local one = some:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:head(1)",
             "local both, again = rows:where { exercice = 2024 }, rows:derive { x = f.benef_f }\n"
             "assert(rows:where { exercice = 2024 }:count() == 1)",
             "run:table { id = 't', title = 'T', columns = { { header = 'A' }, { header = 'B', kind = 'integer' } },\n"
             "  rows = { { 'x', bilan.state 'nc' }, { 'y', 2.5 }, { nil, 3 } } }",
         }) {
        const BuiltReport report = built(rows + std::string("do ") + build + " end\n" +
                                         "run:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }");
        EXPECT_TRUE(report.failures.empty()) << build << report.failures.front().sentence(base::Language::english);
        EXPECT_TRUE(report.journal.empty()) << build << report.journal.front().text;
    }
}

TEST_F(CarefulReports, LetPassYearsThatWereChosen)
{
    inputs_.previous["emploi"] = inputs_.datasets["emploi"];
    const std::string measures = "measures = { { 'n', bilan.sum(f.benef_f) } }";
    const std::string figure = "figure = ";
    for (const std::string& build : std::vector<std::string>{
             figure + "rows:where { exercice = 2024 }:figure(bilan.count())",
             figure + "rows:where(bilan.all { f.exercice:gt(2020), f.exercice:le(run.year) }):figure(bilan.count())",
             figure + "rows:where(f.exercice:ge(2025)):figure(bilan.count())",
             figure + "rows:derive { an = f.exercice * 1 }:unpivot { fields = { 'benef_f', 'benef_h' }, name = 'q', "
                      "value = 'v', keep = { 'porteur', 'an' } }:group { by = { 'q', 'an' }, measures = { { 'n', "
                      "bilan.sum(f.v) } } }[1].n",
             figure + "rows:where { porteur = 'Cap' }:derive { an = f.exercice * 1 }:union(rows:where { porteur = "
                      "'Avenir' }:derive { an = f.exercice * 1 }):where { an = 2024 }:figure(bilan.count())",
             figure + "rows:where(function(row) return row.exercice < 2026 end):figure(bilan.count())",
             figure + "rows:derive { an = function(row) return row.exercice end }:where { an = 2024 }:figure("
                      "bilan.count())",
             figure + "rows:figure(bilan.sum(f.benef_f, { where = f.exercice:eq(2024) }))",
             figure + "rows:figure(bilan.max(f.exercice))",
             figure + "rows:where { exercice = 2025 }:figure(bilan.count()) - rows:where { exercice = 2024 }:figure("
                      "bilan.count())",
             figure + "rows:where { exercice = 2025 }:union(rows:where { exercice = 2024 }):figure(bilan.count())",
             figure + "run:previous('emploi'):figure(bilan.count())",
             figure + "rows:where { porteur = 'Avenir' }:figure(bilan.count())",
             figure + "rows:group { by = 'exercice', " + measures + " }[1].n",
             "run:table { id = 't', title = 'T', data = rows:group { by = 'exercice', " + measures + " } }",
             "run:table { id = 't', title = 'T', totals = true, data = rows:group { by = 'exercice', measures = { { "
             "'n', bilan.sum(f.benef_f, { where = f.exercice:eq(2025) }) } } } }",
             "run:table { id = 't', title = 'T', totals = true, data = rows:where(bilan.all { f.exercice:gt(2020), "
             "f.exercice:le(run.year) }):group { by = 'exercice', " +
                 measures + " } }",
             "run:table { id = 't', title = 'T', data = rows:cross { rows = 'porteur', columns = 'exercice', measure = "
             "bilan.count() } }",
             "run:table { id = 't', title = 'T', totals = true, data = rows:pivot { rows = 'porteur', columns = "
             "'exercice', measure = bilan.count() } }",
             "run:table { id = 't', title = 'T', data = rows:pivot { rows = 'porteur', columns = 'exercice', measure "
             "= bilan.count() } }",
             "run:table { id = 't', title = 'T', data = rows:where { exercice = 2025 }:compare(rows:where { exercice "
             "= 2024 }, { by = 'porteur', " +
                 measures + " }) }",
             "run:table { id = 't', title = 'T', data = rows }",
             "run:sql[[SELECT count(*) AS n FROM emploi WHERE exercice = 2025]]",
             "run:sql[[SELECT * FROM emploi]]",
             "run:indicator 'EMP05'",
         }) {
        const BuiltReport report =
            built(rows + std::string("local figure\ndo ") + build +
                  "\nrun:key_figures { { label = 'x', figure = figure or bilan.given(1, 'count') "
                  "} } end");
        EXPECT_TRUE(report.failures.empty()) << build << report.failures.front().sentence(base::Language::english);
        EXPECT_TRUE(report.journal.empty()) << build << report.journal.front().text;
        EXPECT_TRUE(report.warnings.empty()) << build << report.warnings.front();
    }
    inputs_.year.reset();
    EXPECT_TRUE(built(std::string(rows) + "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }")
                    .warnings.empty());
}

TEST_F(CarefulReports, ATotalOverYearsIsSaidThoughItsLinesAreToldApart)
{
    inputs_.language = base::Language::french;
    const std::string by_year =
        "rows:group { by = 'exercice', measures = { { 'n', bilan.sum(f.benef_f) }, { 'm', bilan.mean(f.benef_f) } } }";
    for (const std::string& data : std::vector<std::string>{
             by_year, "rows:cross { rows = 'porteur', columns = 'exercice', measure = bilan.count() }",
             "rows:cross { rows = 'exercice', columns = 'porteur', measure = bilan.count() }",
             "rows:pivot { rows = 'exercice', columns = 'porteur', measure = bilan.count() }", "rows",
             "rows:group { by = { 'porteur', 'exercice' }, measures = { { 'n', bilan.count() } } }",
             "rows:group { by = 'exercice', measures = { { 'n', bilan.count() }, { 'm', bilan.sum(f.benef_f, { where = "
             "f.exercice:eq(2025) }) } } }"}) {
        const BuiltReport report =
            built(rows + ("run:table { id = 't', title = 'Essai', totals = true, data = " + data + " }") +
                  "\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }");
        ASSERT_TRUE(report.failures.empty()) << data << report.failures.front().sentence(base::Language::english);
        ASSERT_EQ(report.warnings.size(), 1U) << data;
        ASSERT_EQ(report.journal.size(), 1U) << data;
        EXPECT_EQ(report.journal[0].line, 7) << data;
        if (data.find("cross") != std::string::npos) continue; // a column of totals is one of its lines
        EXPECT_EQ(
            report.journal[0].text,
            "Le total de «\u00A0Essai\u00A0» additionne des lignes d'autres exercices (2024), dans un classeur de "
            "2025. Retirez totals ou share, ou choisissez l'année\u00A0: par :where({ exercice = run.year }), ou "
            "par le where de chaque mesure.")
            << data;
        EXPECT_EQ(report.warnings[0],
                  "Le total de «\u00A0Essai\u00A0» additionne des lignes d'autres exercices (2024) que 2025. Lisez ses "
                  "lignes et non son total, ou demandez à l'auteur du rapport de le retirer.")
            << data;
    }
    EXPECT_EQ(built(rows + ("run:table { id = 't', title = 'T', data = " + by_year + ":share('n') }") +
                    "\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }")
                  .warnings.size(),
              1U);
    EXPECT_EQ(
        base::render({"BIL-484", {"T", "2024", "2025"}}, base::Language::english),
        "The total of \"T\" adds up rows of other years (2024), in a workbook of 2025. Remove totals or share, or "
        "choose the year: with :where({ exercice = run.year }), or in the where of each measure.");
    EXPECT_EQ(
        base::render({"BIL-485", {"T", "2024", "2025"}}, base::Language::english),
        "The total of \"T\" adds up rows of other years (2024) than 2025. Read its lines and not its total, or ask "
        "the report's author to remove it.");
}

TEST_F(CarefulReports, YearsThatMixAreSaidOnTheFirstPage)
{
    inputs_.language = base::Language::french;
    const std::string measures = "measures = { { 'n', bilan.sum(f.benef_f) } }";
    const std::string other = "rows:where { statut = 'réalisée' }";
    for (const std::string& build : std::vector<std::string>{
             "run:table { id = 't', title = 'Essai', data = rows:group { by = 'porteur', " + measures + " } }",
             "run:table { id = 't', title = 'Essai', data = rows:cross { rows = 'porteur', columns = 'statut', measure "
             "= bilan.count() } }",
             "run:table { id = 't', title = 'Essai', data = rows:select { 'porteur', 'benef_f' } }",
             "run:table { id = 't', title = 'Essai', columns = { { header = 'A' } }, rows = { { " + other +
                 ":figure(bilan.count()) } } }",
             "run:key_figures { { label = 'Essai', figure = rows:group { by = 'porteur', " + measures + " }[3].n } }",
             "run:key_figures { { label = 'Essai', figure = rows:where { exercice = 2025 }:figure(bilan.count()) - " +
                 other + ":figure(bilan.count()) } }",
             "run:key_figures { { label = 'Essai', figure = rows:where(f.exercice:known()):figure(bilan.count()) } }",
             "run:key_figures { { label = 'Essai', figure = rows:where(f.exercice:ge(2023)):figure(bilan.count()) } }",
             "run:key_figures { { label = 'Essai', figure = rows:where(bilan.no(f.exercice:in_state { 'nc' "
             "})):figure(bilan.count()) } }",
             "run:key_figures { { label = 'Essai', figure = rows:figure(bilan.sum(f.benef_f, { where = "
             "f.exercice:ge(2023) })) } }",
             "run:key_figures { { label = 'Essai', figure = rows:unpivot { fields = { 'benef_f' }, name = 'q', value = "
             "'v' }:figure(bilan.sum(f.v)) } }",
         }) {
        const BuiltReport report = built(rows + build +
                                         "\nrun:key_figures { { label = 'x', figure = bilan.given(1, "
                                         "'count') } }");
        ASSERT_TRUE(report.failures.empty()) << build << report.failures.front().sentence(base::Language::english);
        ASSERT_EQ(report.warnings.size(), 1U) << build;
        EXPECT_EQ(report.warnings[0], "«\u00A0Essai\u00A0» repose sur des lignes d'autres exercices (2024) que 2025. "
                                      "Lisez ses chiffres ainsi, ou demandez à l'auteur du rapport de choisir "
                                      "l'année.");
        ASSERT_EQ(report.journal.size(), 1U) << build;
        EXPECT_EQ(report.journal[0].line, 7) << build;
    }
    EXPECT_EQ(base::render({"BIL-414", {"T", "2024", "2025"}}, base::Language::english),
              "\"T\" rests on rows of other years (2024) than 2025. Read its figures so, or ask the report's author to "
              "choose the year.");
}

TEST_F(CarefulReports, AJoinThatTakesRowsOfOtherYearsIsSaid)
{
    const std::string join =
        "local now = rows:where { exercice = 2025 }\n"
        "local all = now:join(rows:select { 'porteur', 'accorde_p147' }, { on = 'porteur', fields = "
        "'accorde_p147', prefix = 'a_', repeated = 'sum' })\n"
        "run:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }";
    inputs_.language = base::Language::french;
    const BuiltReport report = built(rows + join);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0],
              "«\u00A0jointure par porteur\u00A0» repose sur des lignes d'autres exercices (2024) que "
              "2025. Lisez ses chiffres ainsi, ou demandez à l'auteur du rapport de choisir "
              "l'année.");
    EXPECT_EQ(report.journal.at(0).line, 8);
    std::string chosen = join;
    chosen.replace(chosen.find("rows:select"), 11, "now:select");
    EXPECT_TRUE(built(rows + chosen).warnings.empty());
    std::string by_year = join;
    by_year.replace(by_year.find("{ 'porteur', 'acc"), 11, "{ 'exercice', 'porteur'");
    by_year.replace(by_year.find("on = 'porteur'"), 14, "on = { 'porteur', 'exercice' }");
    EXPECT_TRUE(built(rows + by_year).warnings.empty());
    inputs_.year.reset(); // a workbook of no year: what is added up over years is said all the same
    EXPECT_EQ(
        built(rows + join).journal.at(0).text,
        "La jointure par «\u00A0porteur\u00A0» additionne des lignes de «\u00A0emploi\u00A0» de plusieurs exercices "
        "(2024, 2025). Choisissez l'année par :where({ exercice = … }), ou joignez aussi par exercice.");
    EXPECT_EQ(base::render({"BIL-434", {"porteur", "emploi", "2024, 2025"}}, base::Language::english),
              "The join on \"porteur\" adds up rows of \"emploi\" of several years (2024, 2025). Choose the year with "
              ":where({ exercice = … }), or join on exercice as well.");
}

TEST_F(CarefulReports, RowsWithoutAYearThatAChoiceLosesAreSaidWithTheirFiles)
{
    MadeDataset made(inputs_.domain->schema("emploi"));
    made.numbers("exercice", {2025, std::nullopt, 2024}).texts("porteur", {"Avenir", "Boussole", "Cap"});
    inputs_.datasets["emploi"] = made.made();
    inputs_.language = base::Language::french;
    const std::string end = "\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }";
    for (const char* choice : {"rows:where { exercice = 2025 }:count()", "rows:where(f.exercice:le(2024)):count()",
                               "rows:where(f.exercice:ge(2023)):where(f.exercice:lt(2026)):count()",
                               "rows:derive { an = f.exercice }:where { an = 2025 }:count()"}) {
        const BuiltReport report = built(rows + std::string("local n = ") + choice + end);
        ASSERT_EQ(report.journal.size(), 1U) << choice;
        EXPECT_EQ(
            report.journal[0].text,
            "1 ligne(s) de «\u00A0emploi\u00A0» sans exercice ne sont d'aucune année et sortent de ce choix\u00A0: "
            "mde_2025.xlsx (1). Faites compléter ces fichiers\u00A0; pour supposer une année, écrivez "
            "f.exercice:known_or(run.year):eq(run.year).");
        EXPECT_EQ(report.journal[0].line, 7) << choice;
        ASSERT_EQ(report.warnings.size(), 1U) << choice;
        EXPECT_EQ(
            report.warnings[0],
            "1 ligne(s) de «\u00A0emploi\u00A0» sans exercice ne comptent pas dans les chiffres de "
            "l'année\u00A0: mde_2025.xlsx (1). Complétez la colonne de l'exercice, ou écrivez l'année dans le titre "
            "du tableau.");
    }
    for (const char* choice : {"rows:figure(bilan.sum(f.benef_f, { where = f.exercice:eq(2025) })).value",
                               "run:sql[[SELECT count(*) AS n FROM emploi WHERE exercice = 2025]]"})
        EXPECT_EQ(built(rows + std::string("local n = ") + choice + end).warnings.size(), 1U) << choice;
    for (const char* meant : {"rows:where(f.exercice:known_or(2025):eq(2025)):count()",
                              "rows:where { exercice = 2025, porteur = 'Cap' }:count()", "rows:count()",
                              "rows:where(f.exercice:ne(2024)):count()", "rows:where(f.exercice:known()):count()",
                              "rows:where { porteur = 'Cap' }:where { exercice = 2024 }:count()"})
        EXPECT_TRUE(built(rows + std::string("local n = ") + meant + end).journal.empty()) << meant;
    EXPECT_EQ(base::render({"BIL-433", {"1", "emploi", "a.xlsx (1)"}}, base::Language::english),
              "1 row(s) of \"emploi\" without a year are of none and fall out of this choice: a.xlsx (1). Have these "
              "files completed; to suppose a year, write f.exercice:known_or(run.year):eq(run.year).");
}

TEST_F(CarefulReports, AmountsKeepTheirCents)
{
    MadeDataset made(inputs_.domain->schema("emploi"));
    made.numbers("exercice", {2025, 2025, 2025}).numbers("accorde_p147", {1.4, 0.2, std::nullopt});
    inputs_.datasets["emploi"] = made.made();
    inputs_.language = base::Language::english;
    EXPECT_EQ(failing("local sum = run:dataset('emploi'):figure(bilan.sum(f.accorde_p147))\n"
                      "assert(math.abs(sum.value - 1.6) < 1e-9)\n"
                      "assert(tostring(sum) == '≥\u00A01.60\u00A0€', tostring(sum))\n"
                      "assert(tostring(sum * 1000) == '≥\u00A01,600\u00A0€', tostring(sum * 1000))\n"
                      "assert(tostring(sum * 1000.01) == '≥\u00A01,600\u00A0€', tostring(sum * 1000.01))\n"
                      "assert(tostring(sum * 1000.5) == '≥\u00A01,600.80\u00A0€', tostring(sum * 1000.5))\n"
                      "assert(tostring(bilan.given(1600.8, 'euro')) == '1,601\u00A0€')\n"
                      "run:key_figures { { label = 'x', figure = sum } }"),
              "no error");
}

TEST_F(CarefulReports, TheLatestDayIsADayAndTheTimeBetweenTwoAreDays)
{
    MadeDataset made(inputs_.domain->schema("emploi"));
    made.numbers("date_debut", {45691, 45692, 45721}).numbers("date_fin", {45701, 45702, 45722});
    inputs_.datasets["emploi"] = made.made();
    inputs_.language = base::Language::english;
    EXPECT_EQ(failing("local rows = run:dataset 'emploi'\n"
                      "local last = rows:figure(bilan.max(f.date_debut))\n"
                      "assert(last.unit == 'date' and last.value == 45721, last.unit)\n"
                      "assert(tostring(last) == '2025-03-05', tostring(last))\n"
                      "local span = last - rows:figure(bilan.min(f.date_debut))\n"
                      "assert(span.value == 30 and span.unit == 'number', span.unit)\n"
                      "local days = rows:figure(bilan.mean(f.date_fin - f.date_debut))\n"
                      "assert(days.value == 7 and days.unit == 'number', days.unit)\n"
                      "run:key_figures { { label = 'x', figure = last } }"),
              "no error");
}

TEST_F(CarefulReports, AQuotientOfABoundOverACompleteFigureIsABound)
{
    EXPECT_EQ(failing("local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
                      "local people, actions = rows:figure(bilan.sum(f.benef_total)), rows:figure(bilan.count())\n"
                      "local mean = people / actions\n"
                      "assert(mean.value == 15 and mean.lower_bound, tostring(mean))\n"
                      "assert(not (rows:figure(bilan.sum(f.benef_f)) / people).lower_bound)\n"
                      "run:key_figures { { label = 'x', figure = mean } }"),
              "no error");
}

TEST_F(CarefulReports, AQuotientOfSumsOverOtherRowsIsSaidOnceALine)
{
    const std::string of_year = "local rows = run:dataset('emploi'):where { exercice = 2025 }\n";
    const std::string end = "\nrun:key_figures { { label = 'x', figure = bilan.given(1, 'count') } }";
    const BuiltReport report =
        built(of_year +
              "for turn = 1, 3 do local part = rows:figure(bilan.sum(f.benef_f)) / rows:figure(bilan.sum("
              "f.benef_total)) end" +
              end);
    ASSERT_EQ(report.journal.size(), 1U);
    EXPECT_EQ(report.journal[0].line, 7);
    EXPECT_EQ(
        base::render({"BIL-441", {}}, base::Language::french),
        "Ce quotient divise deux sommes qui ne reposent pas sur les mêmes lignes\u00A0: certaines donnent le haut et "
        "pas le bas. Écrivez bilan.ratio(f.haut, f.bas), qui garde les lignes où les deux sont connus.");
    EXPECT_EQ(
        base::render({"BIL-441", {}}, base::Language::english),
        "This quotient divides two sums that do not rest on the same rows: some give what is above and not what is "
        "below. Write bilan.ratio(f.above, f.below), which keeps the rows where both are known.");
    for (const char* fine : {"rows:figure(bilan.sum(f.benef_total)) / rows:figure(bilan.sum(f.benef_f))",
                             "rows:figure(bilan.sum(f.benef_f)) / rows:figure(bilan.count())",
                             "rows:where { porteur = 'Avenir' }:figure(bilan.sum(f.benef_total)) / "
                             "rows:figure(bilan.sum(f.benef_total))"})
        EXPECT_TRUE(built(of_year + "local part = " + fine + end).journal.empty()) << fine;
}

TEST_F(CarefulReports, WhatAConditionLooksAtSaysNothingOfTheUnit)
{
    EXPECT_EQ(failing("local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
                      "local people = bilan.when(f.exercice:eq(2025), f.benef_f, 0)\n"
                      "assert(rows:figure(bilan.sum(people)).unit == 'people', rows:figure(bilan.sum(people)).unit)\n"
                      "local grant = bilan.when(f.benef_f:gt(4), f.accorde_p147)\n"
                      "assert(rows:figure(bilan.sum(grant)).unit == 'euro')\n"
                      "assert(rows:figure(bilan.sum(grant)).value == 5500 and "
                      "rows:figure(bilan.sum(grant)).not_applicable == 1)\n"
                      "run:key_figures { { label = 'x', figure = rows:figure(bilan.sum(people)) } }"),
              "no error");
}

/// « Non précisé » is an answer that says nothing: no fault of the file, so not `err`.
TEST_F(CarefulReports, WhatAConditionLeavesOutHasTheCauseThatTheScriptGives)
{
    EXPECT_EQ(failing("local rows = run:dataset('emploi'):where { exercice = 2025 }\n"
                      "local few = bilan.when(f.benef_f:gt(1000), 1, bilan.state 'nc')\n"
                      "assert(rows:figure(bilan.sum(few)).cause == 'nc', rows:figure(bilan.sum(few)).cause)\n"
                      "assert(rows:figure(bilan.sum(bilan.when(f.benef_f:gt(1000), 1))).cause == 'so')\n"
                      "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }"),
              "no error");
}

/// A part that fails takes what it put below other tables with it.
TEST_F(CarefulReports, ATableMayStandBelowAnother)
{
    const BuiltReport report =
        built("local function small(id, below) run:table { id = id, title = id, below = below, columns = { { header = "
              "'A' } }, "
              "rows = {} } end\n"
              "small('one') small('two') small('three', 'one') run:note('a note') small('four', 'three')\n"
              "run:part('broken', function() small('five', 'two') error 'x' end)");
    ASSERT_EQ(report.pages.size(), 3U);
    const auto id = [&](std::size_t page, std::size_t block) {
        return std::get<workbook::Table>(report.pages[page].blocks.at(block)).id;
    };
    ASSERT_EQ(report.pages[0].blocks.size(), 3U);
    EXPECT_EQ(id(0, 1), "three");
    EXPECT_EQ(id(0, 2), "four");
    EXPECT_THAT(std::get<workbook::Table>(report.pages[0].blocks[1]).notes, testing::ElementsAre("a note"));
    EXPECT_EQ(report.pages[1].blocks.size(), 1U);
    EXPECT_EQ(id(1, 0), "two");
}

TEST_F(CarefulReports, AStackOfTwoUnitsIsRefusedAtItsLine)
{
    const auto chart = [](const char* type) {
        return "run:table { id = 't', title = 'T', data = run:dataset('emploi'):where { exercice = 2025 }:group { by = "
               "'porteur', measures = { { 'a', bilan.sum(f.benef_f) }, { 'b', bilan.sum(f.accorde_p147) } } },\n"
               "chart = { type = '" +
               std::string(type) + "', alt = 'x' } }";
    };
    for (const char* type : {"share_bars", "share_columns", "stacked_bars", "stacked_columns"}) {
        EXPECT_THAT(failing(chart(type)),
                    HasSubstr("The chart \"T\" stacks \"a\" and \"b\", which are not of one unit: together they make "
                              "nothing. Name columns of one unit in \"series\", or make two charts."))
            << type;
        EXPECT_THAT(failing(chart(type), base::Language::french),
                    HasSubstr("Le graphique «\u00A0T\u00A0» empile «\u00A0a\u00A0» et «\u00A0b\u00A0», qui ne sont pas "
                              "de la même unité\u00A0: ensemble ils ne font rien. Nommez par «\u00A0series\u00A0» des "
                              "colonnes d'une même unité, ou faites deux graphiques."));
    }
    EXPECT_THAT(failing(chart("bars")), HasSubstr("have no scale in common"));
}

TEST_F(CarefulReports, AMeasureThatAGroupDoesNotHaveIsNamed)
{
    const std::string group = rows + std::string("local groups = rows:group { by = 'porteur', measures = { { 'nombre', "
                                                 "bilan.count() } } }\n");
    EXPECT_THAT(failing(group + "return groups[1].nombr"),
                HasSubstr("\"nombr\" does not exist in \"Query:group\". Did you mean \"nombre\"?"));
    EXPECT_THAT(failing(group + "for _, one in ipairs(groups:rows()) do assert(one.porteurs) end"),
                HasSubstr("Did you mean \"porteur\"?"));
    EXPECT_EQ(failing(group +
                      "for index, one in ipairs(groups) do one.rang = index assert(one.rang and one.nombre) end\n"
                      "local first = rows:pivot { rows = 'porteur', columns = 'statut', measure = bilan.count() }[1]\n"
                      "assert(first['reportée'] == nil)\n"
                      "run:key_figures { { label = 'x', figure = groups[1].nombre } }"),
              "no error");
}

TEST_F(CarefulReports, TheTotalsOfTheFirstGroupsAreThoseOfAll)
{
    const BuiltReport report = built(
        "local groups = run:dataset('emploi'):group { by = 'porteur', measures = { { 'f', bilan.sum(f.benef_f) }, "
        "{ 'm', bilan.median(f.benef_f) } } }\n"
        "run:table { id = 't', title = 'T', totals = true, data = groups:sorted('f', 'descending'):head(1) }\n"
        "run:table { id = 'u', title = 'U', totals = true, data = groups:head(9) }");
    const auto& first = std::get<workbook::Table>(report.pages.at(0).blocks.front());
    ASSERT_EQ(first.rows.size(), 1U);
    EXPECT_EQ(std::get<std::string>(first.columns[0].total_value), "Ensemble (dont 2 lignes non affichées)");
    EXPECT_EQ(first.columns[1].total, workbook::Total::given);
    EXPECT_EQ(std::get<data::Figure>(first.columns[1].total_value).value, 86);
    EXPECT_EQ(std::get<data::Figure>(first.columns[2].total_value).value, 12);
    const auto& all = std::get<workbook::Table>(report.pages.at(1).blocks.front());
    EXPECT_EQ(std::get<std::string>(all.columns[0].total_value), "Ensemble") << "a median is no sum";
    EXPECT_EQ(all.columns[1].total, workbook::Total::sum);
}

TEST_F(CarefulReports, TablesOfAnIncludedReportThatHaveAnIdInUseAreNamed)
{
    const std::string table = "run:table { id = 't', title = 'T', data = run:dataset 'emploi' }";
    std::string other = report(table);
    write("reports/autre.lua", other.replace(other.find("'essai'"), 7, "'autre'"));
    const auto said = [&](base::Language language) {
        inputs_.language = language;
        const BuiltReport twice =
            built(table + " run:include(require 'autre', 'Autre')", "  includes = { require 'autre' },\n");
        return twice.failures.empty() ? "no error" : twice.failures.front().sentence(language);
    };
    EXPECT_THAT(
        said(base::Language::english),
        HasSubstr("The table \"t\" of the included report \"Autre\" has the id of a table that is in this workbook "
                  "already. Give it another id in one of the two reports."));
    EXPECT_THAT(
        said(base::Language::french),
        HasSubstr("Le tableau «\u00A0t\u00A0» du rapport inclus «\u00A0Autre\u00A0» porte l'identifiant d'un tableau "
                  "déjà écrit dans ce classeur. Donnez-lui un autre id dans l'un des deux rapports."));
}

TEST_F(CarefulReports, AChangeOfALowerBoundIsOne)
{
    EXPECT_EQ(
        failing("local rows = run:dataset 'emploi'\nlocal groups = rows:where { exercice = 2025 }:compare(rows:where "
                "{ exercice = 2024 }, { by = 'statut', coverage = 0.5, measures = { { 'n', bilan.sum(f.benef_total) }, "
                "{ 'f', bilan.sum(f.benef_f) } } })\n"
                "for _, one in ipairs(groups) do if one.statut == 'réalisée' then\n"
                "  assert(one.n_change.value == -69 and one.n_change.lower_bound, one.n_change.text)\n"
                "  assert(one.f_change.value == -26 and not one.f_change.lower_bound) end end\n"
                "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }"),
        "no error");
}

class CarefulThemes : public Reports {
protected:
    /// What loading says of a report with these tables of its own; line 5 is their first.
    std::string loading(const std::string& tables, base::Language language)
    {
        write("reports/essai.lua",
              report("run:key_figures { { label = 'x', figure = run:dataset('emploi'):figure(bilan.count()) } }",
                     tables));
        try {
            (void)load_domain(path_, {folder_ / "reports" / "essai.lua"});
            const BuiltReport built = build_report(path_, describe_report(path_, "essai"), inputs_);
            return "no error";
        } catch (const base::Error& error) {
            const std::string shown = error.sentence(language);
            return shown.substr(0, shown.find('\n'));
        }
    }
    void expect(const std::string& tables, const std::string& french, const std::string& english)
    {
        EXPECT_EQ(loading(tables, base::Language::french), french);
        EXPECT_EQ(loading(tables, base::Language::english), english);
    }
};

TEST_F(CarefulThemes, RefuseWhatStandsTwice)
{
    const std::string term = "vocabularies = { { id = 'mode', terms = {\n  { id = \"velo\", label = 'Vélo' },\n"
                             "  { id = \"permis\", label = 'Permis', spellings = { ";
    expect(
        term + "'VELO' } } } } },\n",
        "reports/essai.lua:7\u00A0: «\u00A0VELO\u00A0» s'écrit pour deux termes du vocabulaire "
        "«\u00A0mode\u00A0»\u00A0: "
        "«\u00A0velo\u00A0» et «\u00A0permis\u00A0». Une cellule qui le porte n'irait à aucun des deux\u00A0: "
        "laissez-le à "
        "un seul.",
        "reports/essai.lua:7: \"VELO\" is written for two terms of the vocabulary \"mode\": \"velo\" and \"permis\". A "
        "cell that holds it would go to neither: leave it to one of them.");
    expect("vocabularies = { { id = 'mode', terms = {\n  { id = 'velo', label = 'V' }, { id = 'velo', label = 'W' } } "
           "} },\n",
           "reports/essai.lua:6\u00A0: Le terme «\u00A0velo\u00A0» est déclaré deux fois dans le vocabulaire "
           "«\u00A0mode\u00A0», la première à la ligne 6. Ôtez l'un des deux, ou donnez à celui-ci un autre "
           "identifiant.",
           "reports/essai.lua:6: The term \"velo\" is declared twice in the vocabulary \"mode\", first on line 6. "
           "Take one away, or give this one another id.");
    EXPECT_THAT(loading("vocabularies = { { id = 'autre', terms = {\n  { id = 'velo', label = 'V' } } },\n"
                        "  { id = 'mode', terms = {\n  { id = 'velo', label = 'V', spellings = { 'velos' } },\n"
                        "  { id = 'pied', label = 'velo à pied' },\n  { id = 'velo', label = 'W' } } } },\n",
                        base::Language::english),
                HasSubstr("reports/essai.lua:10: The term \"velo\" is declared twice in the vocabulary \"mode\", "
                          "first on line 8."));
    const std::string hidden = "vocabularies = (function()\n  local terms = { { id = 'velo', label = 'V' } }\n"
                               "  terms[2] = terms[1]\n  return { { id = 'mode', terms = terms } }\nend)(),\n";
    expect(hidden,
           "reports/essai.lua:6\u00A0: Le terme «\u00A0velo\u00A0» est déclaré deux fois dans le vocabulaire "
           "«\u00A0mode\u00A0». Ôtez l'un des deux, ou donnez-lui un autre identifiant.",
           "reports/essai.lua:6: The term \"velo\" is declared twice in the vocabulary \"mode\". Take one away, or "
           "give it another id.");
    expect("schemas = { { id = 'mob', label = 'M', fields = {\n"
           "  { id = \"a\", type = 'text', label = 'A', headers = { 'Structure' } },\n"
           "  { id = \"b\", type = 'text', label = 'B', headers = { 'structure' } } } } },\n",
           "reports/essai.lua:7\u00A0: L'en-tête «\u00A0structure\u00A0» est donné à deux champs du schéma "
           "«\u00A0mob\u00A0»\u00A0: «\u00A0a\u00A0» et «\u00A0b\u00A0». Une colonne ne peut répondre aux deux\u00A0: "
           "laissez-le à "
           "un seul.",
           "reports/essai.lua:7: The header \"structure\" is given to two fields of the schema \"mob\": \"a\" and "
           "\"b\". A "
           "column cannot answer to both: leave it to one of them.");
    EXPECT_EQ(loading("vocabularies = { { id = 'mode', terms = { { id = 'velo', label = 'Vélo', spellings = { 'vélo', "
                      "'velo' } } } } },\n",
                      base::Language::english),
              "no error");
}

TEST_F(CarefulThemes, RefuseIndicatorsThatAreOneOrOverNothing)
{
    const std::string rest =
        "', unit = 'count', label = 'X', formula = 'x', measure = function() return bilan.count() end }";
    EXPECT_EQ(loading("indicators = {\n  { id = 'X01', dataset = 'emploi" + rest +
                          ",\n  { id = 'X01', dataset = 'emploi" + rest + " },\n",
                      base::Language::english),
              "reports/essai.lua:7: The id \"X01\" is in use since line 6. Give this one another.");
    EXPECT_EQ(base::render({"BIL-416", {"X01", "6"}}, base::Language::french),
              "L'identifiant «\u00A0X01\u00A0» sert déjà à la ligne 6. Donnez-en un autre à celui-ci.");
    EXPECT_THAT(
        loading("indicators = {\n  { id = \"X01\", dataset = 'emplois" + rest + " },\n", base::Language::english),
        HasSubstr("reports/essai.lua:6: Unknown value \"emplois\" for \"X01 › dataset\". Did you mean \"emploi\"?"));
}

TEST_F(CarefulThemes, NameTheLineOfAMeasure)
{
    try {
        (void)built(
            "run:key_figures { 'X01' }",
            "  indicators = {\n  { id = 'X01', dataset = 'emploi', unit = 'count', label = 'X', formula = 'x',\n"
            "    measure = function(f, bilan)\n      return bilan.sum(f.benef_ff) end } },\n");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_THAT(error.sentence(base::Language::english),
                    HasSubstr("reports/essai.lua:8: Unknown field \"benef_ff\" in \"emploi\""));
    }
}

TEST_F(CarefulThemes, NameTheLineOfAFieldWithoutAnId)
{
    EXPECT_THAT(
        loading("schemas = { { id = 'mob', label = 'M', fields = {\n  { id = 'a', type = 'text', label = 'A' },\n"
                "  { type = 'text', label = { fr = \"Quartier\", en = \"Quarter\" } } } } },\n",
                base::Language::english),
        HasSubstr("reports/essai.lua:7: \"schemas › fields[2]\" expects the key \"id\""));
}

} // namespace

} // namespace bilan::script
