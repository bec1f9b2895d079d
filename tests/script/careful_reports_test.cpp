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
             figure + "rows:where(f.exercice:gt(2020)):figure(bilan.count())",
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
             "run:table { id = 't', title = 'T', totals = true, data = rows:group { by = 'exercice', " + measures +
                 " } }",
             "run:table { id = 't', title = 'T', totals = true, data = rows:cross { rows = 'porteur', columns = "
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
             "run:key_figures { { label = 'Essai', figure = rows:where { exercice = 2025 }:figure(bilan.count()) + " +
                 other + ":figure(bilan.count()) } }",
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
    EXPECT_EQ(std::get<std::string>(first.columns[0].total_value), "Total (dont 2 lignes non affichées)");
    EXPECT_EQ(first.columns[1].total, workbook::Total::given);
    EXPECT_EQ(std::get<data::Figure>(first.columns[1].total_value).value, 86);
    EXPECT_EQ(std::get<data::Figure>(first.columns[2].total_value).value, 12);
    const auto& all = std::get<workbook::Table>(report.pages.at(1).blocks.front());
    EXPECT_EQ(std::get<std::string>(all.columns[0].total_value), "Total");
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
