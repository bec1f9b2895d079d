// SPDX-License-Identifier: MPL-2.0
//
// What a consultant types: a skeleton, its tests, its workbook; further files; parts that fail; parameters.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string partner = "Porteur;Intitulé;Exercice;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable\n"
                            "Avenir;Atelier;2025;12;7;5;12;8;3\nBoussole;Forum;2025;30;14;16;30;22;9\n";

std::string report(const std::string& build, const std::string& params = "")
{
    return "local bilan = require 'bilan'\nlocal f = bilan.field\nreturn bilan.report {\n  api = 1, id = 'essai', "
           "title = 'Essai', datasets = { 'emploi' },\n" +
           params + "  build = function(run)\n    local rows = run:dataset 'emploi'\n" + build + "\n  end,\n}\n";
}

TEST(Script, WhatASpecPrintsIsShown)
{
    const TemporaryFolder folder;
    folder.write("mots_spec.lua", "local spec = require 'bilan.spec'\n"
                                  "spec.it('un', function() print('bonjour', 3) spec.expect(1):to_be(1) end)\n"
                                  "spec.it('deux', function() print('deux') spec.expect(1):to_be(2) end)\n");
    const Ended ended = bilan({"test", folder.path().string()});
    EXPECT_THAT(ended.out, HasSubstr("mots_spec.lua:2\u00A0: bonjour 3\n"));
    EXPECT_THAT(ended.out, HasSubstr("mots_spec.lua:3\u00A0: deux\n"));
    EXPECT_THAT(ended.out, HasSubstr("1\u00A0fichier, 1\u00A0test passé, 1\u00A0échec"));
}

TEST(Script, ASkeletonTestsAndRunsAsItIs)
{
    const TemporaryFolder folder;
    const std::string target = (folder.path() / "taux").string();
    EXPECT_EQ(bilan({"new", "report", "taux", target}).exit, 0);
    for (const char* stub : {"/stubs/bilan.d.lua", "/stubs/bilan.spec.d.lua"})
        EXPECT_TRUE(std::filesystem::exists(target + stub)) << stub;
    const Ended tests = bilan({"test", target});
    EXPECT_EQ(tests.exit, 0) << tests.out << tests.errors;
    EXPECT_THAT(tests.out, HasSubstr("1\u00A0fichier, 2\u00A0tests passés, 0\u00A0échec"));
    EXPECT_THAT(bilan({"check", target + "/exemple.csv"}).out, testing::Not(HasSubstr("BIL-")));
    const Ended run = bilan({"run", target + "/taux.lua", target + "/exemple.csv", "-o", target + "/taux.xlsx"});
    EXPECT_EQ(run.exit, 0) << run.out << run.errors;
    EXPECT_TRUE(std::filesystem::exists(target + "/taux.xlsx"));
    EXPECT_THAT(bilan({"grid", target + "/taux.xlsx"}).out,
                HasSubstr("\"Σ «\u00A0Femmes\u00A0» / Σ («\u00A0Femmes\u00A0» + «\u00A0Hommes\u00A0»)\""))
        << "the share of women is that of every report";
    const Ended again = bilan({"new", "report", "taux", target});
    EXPECT_EQ(again.exit, 4);
    EXPECT_THAT(again.errors, HasSubstr("[BIL-789]"));
    EXPECT_EQ(bilan({"new", "report", "Taux!", target}).exit, 2);
}

TEST(Script, WhatAScriptPrintedIsShownWhenItFails)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    for (const char* build : {"print('ici', 12)\nlocal x = nil\nx.y = 1", "print('ici', 12)"}) {
        const std::string script = folder.write("essai.lua", report(build)).string();
        const Ended ended = bilan({"run", script, input, "-o", (folder.path() / "o.xlsx").string()});
        EXPECT_EQ(ended.exit, 6);
        EXPECT_THAT(ended.out, HasSubstr(":7  ici 12\n")) << build << ended.errors;
        EXPECT_THAT(bilan({"run", "--json", script, input, "-o", (folder.path() / "o.xlsx").string()}).out,
                    testing::Not(HasSubstr("ici")));
    }
}

TEST(Script, TheSkeletonOfASpecIsNoSpecYet)
{
    const TemporaryFolder folder;
    folder.write("NAME_spec.lua", "@NAME@");
    EXPECT_THAT(bilan({"test", folder.path().string()}).errors, HasSubstr("[BIL-790]"));
    folder.write("x_spec.lua", "local spec = require 'bilan.spec'\nspec.it('holds', function() "
                               "spec.expect(1):to_be(1) end)");
    EXPECT_EQ(bilan({"test", folder.path().string()}).exit, 0);
}

TEST(Script, MoreFiguresThanASheetHasLinksAreTracedAllTheSame)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script =
        folder
            .write("essai.lua", report("local figure, lines = rows:figure(bilan.count()), {}\n"
                                       "for at = 1, 33000 do lines[at] = { figure, figure } end\n"
                                       "run:table { id = 'n', title = 'N', rows = lines, columns = { { header "
                                       "= 'A', kind = 'integer' }, { header = 'B', kind = 'integer' } } }"))
            .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output});
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    const std::string traced = bilan({"grid", output, "--sheet", "Traçabilité"}).out;
    EXPECT_THAT(traced, HasSubstr("N › B3"));
    EXPECT_THAT(traced, HasSubstr("› B33000")) << "the last ones name their cell without a link";
}

TEST(Script, ASkeletonOfACampaignAndOfAPlugin)
{
    const TemporaryFolder folder;
    EXPECT_EQ(bilan({"new", "campaign", "cdv", (folder.path() / "cdv").string()}).exit, 0);
    for (const char* part : {"entrees", "references", "dictionnaire", "reports", "scripts", "mappings.toml"})
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "cdv" / part)) << part;
    // It works as it is: its words on what goes where are no partner's file, no list and no module.
    const std::string input = folder.write("cdv/entrees/a.csv", partner).parent_path().string();
    const Ended checked = bilan({"check", input, "--campaign", (folder.path() / "cdv").string(), "--lang", "en"});
    EXPECT_EQ(checked.exit, 0) << checked.out << checked.errors;
    EXPECT_THAT(checked.out, HasSubstr("1\u00A0file"));
    EXPECT_THAT(checked.out, Not(HasSubstr("LISEZMOI")));
    EXPECT_EQ(bilan({"new", "plugin", "mots", (folder.path() / "mots").string()}).exit, 0);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "mots" / "mots.cpp"));
}

TEST(Script, AFailingTestIsShownAndEndsWithSix)
{
    const TemporaryFolder folder;
    folder.write("a_spec.lua", "local spec = require 'bilan.spec'\nspec.describe('sums', function()\n"
                               "  spec.it('adds', function()\n    spec.expect(1 + 1):to_be(3)\n  end)\n"
                               "  spec.it('holds', function() spec.expect(2):to_be(2) end)\nend)\n");
    const Ended ended = bilan({"test", folder.path().string(), "--lang", "en"});
    EXPECT_EQ(ended.exit, 6);
    EXPECT_THAT(ended.out, HasSubstr("a_spec.lua › sums › adds"));
    EXPECT_THAT(ended.out, HasSubstr("a_spec.lua:4: expected 3, found 2."));
    EXPECT_THAT(ended.out, HasSubstr("1\u00A0test passed, 1\u00A0failure"));
    const TemporaryFolder empty;
    EXPECT_EQ(bilan({"test", empty.path().string()}).exit, 2);
}

TEST(Script, FurtherFilesAreReadFromTheFoldersOfTheReport)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("entrees/a.csv", partner).string();
    folder.write("budget.csv", "Budget 2025;;\nPorteur;Montant accordé (€);Date\nAvenir;1 200,50;01/02/2025\n"
                               "Boussole;NC;03/02/2025\n");
    const std::string script =
        folder
            .write("essai.lua",
                   report("    local budget = run:read 'budget.csv'\n"
                          "    assert(budget:count() == 2 and budget:has 'montant_accorde')\n"
                          "    local total = budget:figure(bilan.sum(f.montant_accorde))\n"
                          "    assert(total.value == 1200.5 and total.unknown == 1 and total.unit == 'euro')\n"
                          "    assert(total:sources()[1].cell == 'B3', total:sources()[1].cell)\n"
                          "    assert(run:read('a.csv'):count() == 2)\n"
                          "    local rows = run:sql [[SELECT count(*) AS n FROM budget]]\n"
                          "    assert(rows:figure(bilan.sum(f.n)).value == 2)\n"
                          "    run:table { id = 't', title = 'T', data = budget }"))
            .string();
    std::filesystem::create_symlink("/etc/hostname", folder.path() / "lien.csv");
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output});
    EXPECT_EQ(ended.exit, 0) << ended.out << ended.errors;
    for (const auto& [name, code] : std::vector<std::pair<std::string, std::string>>{{"/etc/passwd", "BIL-773"},
                                                                                     {"lien.csv", "BIL-773"},
                                                                                     {"budgets.csv", "BIL-774"},
                                                                                     {"loyers.csv", "BIL-777"}}) {
        folder.write("essai.lua", report("    run:read '" + name + "'"));
        const Ended refused = bilan({"run", script, input, "-o", output});
        EXPECT_EQ(refused.exit, 6) << name;
        EXPECT_THAT(refused.errors, HasSubstr(code)) << name;
        if (name == "budgets.csv") {
            EXPECT_THAT(refused.errors, HasSubstr("budget.csv")) << "it stands beside the report";
        }
    }
    folder.write("essai.lua", report("    run:table { id = 't', title = 'T', data = run:read '" + input + "' }"));
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 0) << "the path of an input is that input";
}

TEST(Script, AYearIsNoQuantity)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    folder.write("budget.csv", "Porteur;Année;Année de création;Exercices;Places\nAvenir;2025;1998;2024;2025\n"
                               "Boussole;2024;nc;3;1998\n");
    folder.write("lignes.txt", "run:read('budget.csv')\nrun:read('budget.csv'):figure(bilan.max(f.annee))\n"
                               "run:read('budget.csv'):figure(bilan.sum(f.annee))\n");
    const Ended ended = run_program(
        {BILAN_BUILD_DIR "/bin/bilan", "console", "--campaign", folder.path().string(), input, "--lang", "fr"}, {},
        (folder.path() / "lignes.txt").string());
    EXPECT_THAT(ended.out, AllOf(HasSubstr("1998"), HasSubstr("2025  (base"), HasSubstr("2\u202F025")))
        << "places are a quantity" << ended.out << ended.errors;
    EXPECT_EQ(ended.out.find("2\u202F025"), ended.out.rfind("2\u202F025")) << "and they alone";
    EXPECT_EQ(ended.exit, 6) << "years are not added up";
}

TEST(Script, TheJournalAndAnErrorNameAFileAlike)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script =
        folder
            .write("essai/essai.lua", report("    bilan.info 'dit'\n    run:table { id = 't', title = 'T', data = "
                                             "run:dataset 'emploi' }\n    error 'fin'"))
            .string();
    const Ended ended = bilan({"run", script, input, "-o", (folder.path() / "o.xlsx").string()});
    EXPECT_THAT(ended.out, HasSubstr(script + ":")) << "as it was typed, so that it can be opened";
    EXPECT_THAT(ended.errors, HasSubstr(script + ":"));
    const std::string other =
        folder
            .write("spec_spec.lua", "local spec = require 'bilan.spec'\n"
                                    "spec.it('reads', function()\n"
                                    "  spec.expect(spec.rows('emplois', 'Porteur\\nCap\\n'):count()):to_be(1)\n"
                                    "end)\n")
            .string();
    const Ended spec = bilan({"test", other, "--lang", "en"});
    EXPECT_THAT(spec.out, AllOf(HasSubstr(other + ":3: Unknown value \"emplois\" for \"bilan.spec › schema\". Did you "
                                                  "mean \"emploi\"?")));
}

TEST(Script, ATableThatTheReportReadsByItselfNeedFitNoSchema)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.csv", partner);
    folder.write("entrees/grille.csv", "Critère;Points\nMixité;3\nParité;2\nAccueil;1\n");
    folder.write("entrees/autre.csv", "Article;Prix\nTable;30\nChaise;20\nLampe;10\n");
    const std::string script = (folder.path() / "essai.lua").string();
    std::string sources;
    const auto said = [&](const std::string& build) {
        folder.write("essai.lua",
                     report(build + "\n    run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }"));
        const std::string output = (folder.path() / "o.xlsx").string();
        const Ended ended = bilan({"run", script, (folder.path() / "entrees").string(), "-o", output, "--json"});
        EXPECT_THAT(ended.errors, Not(HasSubstr("BIL-7"))) << ended.errors;
        sources = bilan({"grid", output, "--sheet", "Sources"}).out;
        return bilan({"grid", output, "--sheet", "Contrôles"}).out;
    };
    const std::string unread = said("");
    EXPECT_THAT(unread, HasSubstr("BIL-277"));
    EXPECT_THAT(unread, HasSubstr("grille.csv"));
    const std::string read = said("    assert(run:read('grille.csv'):count() == 3)");
    EXPECT_THAT(read, Not(HasSubstr("grille.csv"))) << "what it reads by itself is no question any more";
    EXPECT_THAT(read, HasSubstr("autre.csv")) << "every other table still is";
    EXPECT_THAT(sources,
                AllOf(HasSubstr("tableau du rapport"), HasSubstr("lu par le rapport lui-même\u00A0: ses lignes")));
}

TEST(Script, AReportMayReadAllItsTablesByItself)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("besoins.csv", "Besoin;Urgence\nSalle;3\nBus;1\n").string();
    const auto run = [&](const std::string& build) {
        const std::string script =
            folder
                .write("seul.lua", "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = "
                                   "'seul', title = 'Seul', datasets = {},\n  build = function(run) " +
                                       build + " end }\n")
                .string();
        return bilan({"run", script, input, "-o", (folder.path() / "seul.xlsx").string()});
    };
    const Ended ended = run("run:table { id = 'b', title = 'B', data = run:read 'besoins.csv' }");
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(bilan({"grid", (folder.path() / "seul.xlsx").string(), "--sheet", "B"}).out, HasSubstr("Salle"));
    EXPECT_EQ(run("local n = 1").exit, 6) << "nothing written is no success";
}

TEST(Script, PersonsInAFurtherFileStayOutsideAndTheFileIsASource)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    folder.write("budget.csv", "Porteur;Prénom;Nom du contact;Courriel;Montant accordé (€)\n"
                               "Avenir;Zélie;Marqueurdenom;zelie@exemple.fr;1200\n"
                               "Boussole;Ulysse;Marqueurdenom;ulysse@exemple.fr;800\n");
    const std::string script = folder
                                   .write("essai.lua", report("    local budget = run:read 'budget.csv'\n"
                                                              "    assert(run:read('budget.csv'):count() == 2)\n"
                                                              "    bilan.info(bilan.text.join(budget:fields(), ' '))\n"
                                                              "    run:table { id = 't', title = 'T', data = budget }"))
                                   .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output, "--json"});
    EXPECT_EQ(ended.exit, 1) << ended.errors;
    EXPECT_THAT(ended.out + ended.errors, Not(HasSubstr("Marqueurdenom")));
    const std::string text = run_program({"/usr/bin/env", "unzip", "-p", output}).out;
    EXPECT_THAT(text, Not(HasSubstr("Marqueurdenom")));
    EXPECT_THAT(text, Not(HasSubstr("zelie@exemple.fr")));
    EXPECT_THAT(text, HasSubstr("Prénom, Nom du contact, Courriel"));
    EXPECT_THAT(text, HasSubstr("Tableaux lus par le rapport lui-même"));
}

TEST(Script, AReportIncludesAnotherWithItsTablesAndNotItsFirstPage)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string build =
        "    local rows = run:dataset 'emploi'\n"
        "    run:key_figures({ 'EMP01' }, rows)\n"
        "    if run.params.seuil == 7 then run:warning 'sept' end\n"
        "    run:table { id = 'dedans', title = 'Dedans', sheet = 'Tableau', data = rows:group { by = "
        "'porteur', measures = { { 'n', bilan.count() } } }, chart = { type = 'bars', category = 1, "
        "series = { 2 }, alt = 'Barres.' } }\n"
        "    run:chart_on_first_page 'dedans'\n";
    const std::string head = "local bilan = require 'bilan'\nlocal f = bilan.field\n";
    folder.write("inner.lua", head +
                                  "return bilan.report { api = 1, id = 'inner', title = 'Dedans', datasets = { "
                                  "'emploi' }, params = { seuil = bilan.param.number(7) }, build = function(run)\n" +
                                  build + "end }");
    const auto outer = [&](const std::string& includes, const std::string& name) {
        return folder
            .write("outer.lua", head +
                                    "local inner = require 'inner'\nreturn bilan.report { api = 1, id = 'outer', title "
                                    "= 'Dehors', datasets = { 'emploi', 'conseil' }, " +
                                    includes + " build = function(run)\n  run:warning('dit : ' .. run:include(inner" +
                                    name +
                                    ")[1])\n  run:table { id = 'dehors', title = 'Dehors', data = run:dataset "
                                    "'emploi':group { by = 'porteur', measures = { { 'n', bilan.count() } } } }\nend }")
            .string();
    };
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", outer("includes = { inner },", ", 'Le thème'"), input, "-o", output});
    EXPECT_EQ(ended.exit, 0) << ended.errors << ended.out;
    const std::string cells = bilan({"grid", output}).out;
    EXPECT_THAT(cells, HasSubstr("\"sheet\":\"Le thème – Tableau\""));
    EXPECT_THAT(cells, HasSubstr("dit\u00A0: sept"));
    EXPECT_THAT(bilan({"grid", output, "--sheet", "Synthèse"}).out, Not(HasSubstr("EMP01")));

    const Ended undeclared = bilan({"run", outer("", ""), input, "-o", output});
    EXPECT_EQ(undeclared.exit, 6);
    EXPECT_THAT(undeclared.errors, HasSubstr("BIL-769"));
    const Ended other = bilan(
        {"run", outer("includes = { inner }, params = { seuil = bilan.param.text 'x' },", ""), input, "-o", output});
    EXPECT_EQ(other.exit, 6);
    EXPECT_THAT(other.errors, HasSubstr("BIL-768"));
}

TEST(Script, TheReportThatWinsIsNamed)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string table = report("    run:table { id = 't', title = 'T', data = rows }");
    const std::string campaign = folder.write("cdv/reports/essai.lua", table).parent_path().parent_path().string();
    const std::string users = folder.write("user/bilan/reports/essai.lua", "not Lua").string();
    const std::pair<std::string, std::string> home{"XDG_DATA_HOME", (folder.path() / "user").string()};
    const std::string winner = campaign + "/reports/essai.lua passe avant " + users;
    const Ended list = bilan({"reports", "--campaign", campaign}, {home});
    EXPECT_THAT(list.out, HasSubstr(winner)) << list.errors;
    EXPECT_THAT(bilan({"reports", "--campaign", campaign, "--json"}, {home}).out,
                HasSubstr("\"file\":\"" + campaign + "/reports/essai.lua\",\"hides\":[\"" + users + "\"]"));
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended run = bilan({"run", "essai", input, "--campaign", campaign, "-o", output}, {home});
    EXPECT_EQ(run.exit, 0) << run.errors;
    EXPECT_THAT(run.out, HasSubstr(winner));
    EXPECT_EQ(count_of(bilan({"reports"}).out, "passe avant"), 0U);
}

TEST(Script, APartThatFailsDoesNotLoseTheOthers)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string table = "run:table { id = 'ID', title = 'ID', data = rows:group { by = 'porteur', measures = { { "
                              "'n', bilan.count() } } } }";
    const auto named = [&](const std::string& id) {
        std::string text = table;
        for (std::size_t at = text.find("ID"); at != std::string::npos; at = text.find("ID")) text.replace(at, 2, id);
        return text;
    };
    const std::string script =
        folder
            .write("essai.lua", report("    " + named("un") +
                                       "\n    run:part('Deux', function()\n      local x = rows:where "
                                       "{ porter = 1 }\n    end)\n    " +
                                       named("trois")))
            .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended = bilan({"run", script, input, "-o", output, "--lang", "en"});
    EXPECT_EQ(ended.exit, 6);
    EXPECT_THAT(ended.out, AllOf(HasSubstr("Written, incomplete: "), HasSubstr("Next: a part was not computed"),
                                 Not(HasSubstr("open the workbook"))));
    const std::string french = (folder.path() / "f.xlsx").string();
    EXPECT_THAT(bilan({"run", script, input, "-o", french, "--lang", "fr"}).out,
                AllOf(HasSubstr("Écrit, incomplet"), HasSubstr("une partie n'a pas été calculée")));
    EXPECT_THAT(ended.errors,
                HasSubstr("essai.lua:9: Unknown field \"porter\" in \"emploi\". Did you mean \"porteur\"?"));
    const Ended sheets = bilan({"grid", output});
    EXPECT_THAT(sheets.out, HasSubstr("\"sheet\":\"un\""));
    EXPECT_THAT(sheets.out, HasSubstr("\"sheet\":\"Deux\""));
    EXPECT_THAT(sheets.out, HasSubstr("\"sheet\":\"trois\""));
    EXPECT_THAT(sheets.out, HasSubstr("This part could not be computed."));
    // an error outside any part leaves what was written before it
    folder.write("essai.lua", report("    " + named("un") + "\n    error 'stop'"));
    EXPECT_EQ(bilan({"run", script, input, "-o", output}).exit, 6);
    EXPECT_THAT(bilan({"grid", output}).out, HasSubstr("Suite du rapport"));
    // and nothing at all when nothing was written
    folder.write("essai.lua", report("    error 'stop'"));
    const std::string other = (folder.path() / "p.xlsx").string();
    EXPECT_EQ(bilan({"run", script, input, "-o", other}).exit, 6);
    EXPECT_FALSE(std::filesystem::exists(other));
}

TEST(Script, AnErrorStandsAtThePathAsTypedAndNotSoInTheWorkbook)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    folder.write("mien/essai.lua",
                 report("    run:table { id = 't', title = 'T', data = rows }\n    require 'mots'\n"));
    folder.write("mien/mots.lua", "return 1 + nil\n");
    std::filesystem::create_directories(folder / "ici");
    const auto run_from = [&](const std::string& where, const std::string& script, const std::string& output) {
        return run_program({"/bin/sh", "-c", "cd \"$1\" && exec \"$2\" run \"$3\" \"$4\" -o \"$5\" --lang en", "sh",
                            (folder / where).string(), BILAN_BUILD_DIR "/bin/bilan", script, input,
                            (folder / output).string()});
    };
    const Ended beside = run_from("ici", "../mien/essai.lua", "un.xlsx");
    EXPECT_EQ(beside.exit, 6);
    EXPECT_THAT(beside.errors, HasSubstr("bilan: ../mien/mots.lua:1: "));
    const Ended below = run_from(".", "mien/essai.lua", "deux.xlsx");
    EXPECT_THAT(below.errors, HasSubstr("bilan: mien/mots.lua:1: "));
    const std::string whole = (folder / "mien/essai.lua").string();
    EXPECT_THAT(run_from("mien", whole, "trois.xlsx").errors, HasSubstr("bilan: " + (folder / "mien").string()));
    EXPECT_EQ(bytes_of(folder / "un.xlsx"), bytes_of(folder / "deux.xlsx"));
    EXPECT_EQ(bytes_of(folder / "un.xlsx"), bytes_of(folder / "trois.xlsx"));
    EXPECT_THAT(bilan({"grid", (folder / "un.xlsx").string()}).out, HasSubstr("mien/mots.lua:1: "));
    const Ended outside = run_from("mien", "essai.lua", "ici/quatre.xlsx");
    EXPECT_THAT(outside.errors, HasSubstr("bilan: ./mots.lua:1: ")) << outside.errors;
    EXPECT_THAT(run_from("ici", "../mien/absent.lua", "cinq.xlsx").errors, HasSubstr("[BIL-864]"));
}

TEST(Script, ParametersAreReadAsPeopleWriteThem)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", partner).string();
    const std::string script =
        folder
            .write("essai.lua", report("    assert(run.params.montant == 1200000 and run.params.part == 0.125)\n"
                                       "    run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } }",
                                       "  params = { montant = bilan.param.euro(nil, { label = 'enveloppe' }), part = "
                                       "bilan.param.rate(0.5) },\n"))
            .string();
    const std::string output = (folder.path() / "o.xlsx").string();
    const Ended ended =
        bilan({"run", script, input, "-o", output, "--param", "montant=1 200 000 €", "--param", "part=12,5 %"});
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(ended.out, HasSubstr("  montant\u00A0: 1\u202F200\u202F000\u00A0€\n  part\u00A0: 12,5\u00A0%\n"));
    const Ended wrong = bilan({"run", script, input, "-o", output, "--param", "montant=12 %"});
    EXPECT_EQ(wrong.exit, 2);
    const auto said = [&](const char* given) {
        return bilan({"--lang", "en", "run", script, input, "-o", output, "--param", given}).errors;
    };
    EXPECT_THAT(said("montant=60.000"), HasSubstr("\"60.000\" may be read as 60000 or 60. Write the number without a "
                                                  "thousands separator. [BIL-124]"));
    EXPECT_THAT(said("montant=-5"), HasSubstr("\"-5\" is an amount below zero. Give the parameter montant an amount in "
                                              "euros, for example 60000. [BIL-126]"));
    EXPECT_THAT(said("part=85"), HasSubstr("\"85\" is above 1, and part is a rate. Write 85% if it is a percentage. "
                                           "[BIL-127]"));
    EXPECT_THAT(said("montant=beaucoup"), HasSubstr("Give a number to the parameter montant, for example 60000."));
    EXPECT_THAT(
        bilan({"run", script, input, "-o", output, "--param", "montant=1,2 M€", "--param", "part=0,125"}).errors,
        Not(HasSubstr("BIL-124")));
    const Ended help = bilan({"run", script, "--help"});
    EXPECT_THAT(help.out, HasSubstr("montant  montant en euros\u00A0; sans valeur si rien n'est dit"));
    EXPECT_THAT(help.out, HasSubstr("enveloppe"));
    EXPECT_THAT(help.out, HasSubstr("part  taux, entre 0 et 1\u00A0; sinon 0,5"));
}

TEST(Script, ACampaignAddsItsOwnSchemasAndIndicators)
{
    const TemporaryFolder folder;
    const std::string input =
        folder.write("jardins.csv", "Jardin;Parcelles;Jardiniers\nLes Lilas;12;20\nLe Pré;8;NC\n").string();
    folder.write(
        "scripts/bilan/domain/schemas/jardin.lua",
        "return { id = 'jardin', label = { fr = 'Jardins', en = 'Gardens' }, fields = {\n"
        "  { id = 'jardin', type = 'text', label = { fr = 'Jardin', en = 'Garden' }, required = true },\n"
        "  { id = 'parcelles', type = 'count', label = { fr = 'Parcelles', en = 'Plots' } },\n"
        "  { id = 'jardiniers', type = 'count', label = { fr = 'Jardiniers', en = 'Gardeners' }, people = "
        "true } },\n"
        "  controls = { { id = 'J01', severity = 'A', kind = 'at_most', parts = { 'parcelles' }, whole = "
        "'jardiniers',\n"
        "    label = { fr = 'Parcelles', en = 'Plots' }, action = { fr = 'Corriger', en = 'Correct' } } } }\n");
    folder.write(
        "scripts/bilan/domain/indicators/jardin.lua",
        "return { { id = 'JAR01', dataset = 'jardin', unit = 'count', label = { fr = 'Parcelles', en = 'Plots' },\n"
        "  formula = { fr = 'somme', en = 'sum' }, measure = function(f, bilan) return bilan.sum(f.parcelles) end } "
        "}\n");
    folder.write("reports/jardins.lua",
                 "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'jardins', title = 'Jardins', "
                 "datasets = { 'jardin' },\n"
                 "  build = function(run)\n    assert(run:indicator('JAR01', run:dataset 'jardin').value == 20)\n"
                 "    run:key_figures({ 'JAR01' }, run:dataset 'jardin')\n  end }\n");
    const Ended ended = bilan(
        {"run", "jardins", input, "-o", (folder.path() / "o.xlsx").string(), "--campaign", folder.path().string()});
    EXPECT_EQ(ended.exit, 0) << ended.out << ended.errors;
}

TEST(Script, DocIsOffline)
{
    EXPECT_THAT(bilan({"doc", "Query:join"}).out, HasSubstr("Query:join(other, options)"));
    EXPECT_THAT(bilan({"doc", "totals"}).out, HasSubstr("bilan.TableOptions\n    totals? boolean  a last row"));
    for (const char* name : {"herfindahl", "fn.herfindahl", "bilan.fn.herfindahl"}) // a word of a plugin
        EXPECT_THAT(bilan({"doc", name}).out, testing::StartsWith("bilan.fn.herfindahl(")) << name;
    EXPECT_THAT(bilan({"doc", "median"}).out, HasSubstr("bilan.median(expression")) << "bilan's own comes first";
    EXPECT_THAT(bilan({"doc", "fn.median"}).out, testing::StartsWith("bilan.fn.median("));
    EXPECT_EQ(bilan({"doc", "fn.medain"}).exit, 2);
    const Ended wrong = bilan({"doc", "jion", "--lang", "en"});
    EXPECT_EQ(wrong.exit, 2);
    EXPECT_THAT(wrong.errors, HasSubstr("Did you mean \"join\"?"));
}

TEST(Script, TheProjectsOwnScriptsHaveTests)
{
    const Ended ended = bilan({"test", std::string(BILAN_SOURCE_DIR) + "/tests/scripts"});
    EXPECT_EQ(ended.exit, 0) << ended.out << ended.errors;
}

} // namespace
} // namespace bilan::support
