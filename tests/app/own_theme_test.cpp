// SPDX-License-Identifier: MPL-2.0
//
// A report that brings its own theme: the example of docs/guide/own_theme.md, and what is said when it is not well
// formed.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The first block of that kind on a page of the guide.
std::string block(const std::string& kind, const std::string& of_page = "own_theme.md")
{
    const std::string page = bytes_of(std::filesystem::path(BILAN_SOURCE_DIR) / "docs/guide" / of_page);
    const std::string opening = "```" + kind + "\n";
    const std::size_t begin = page.find(opening) + opening.size();
    return page.substr(begin, page.find("```", begin) - begin);
}

class OwnTheme : public testing::Test {
protected:
    void SetUp() override
    {
        folder_.write("jardins.csv", block("csv"));
        write(block("lua theme"));
    }
    void write(const std::string& report) { folder_.write("jardins.lua", report); }
    std::string path(const std::string& name) { return (folder_ / name).string(); }
    Ended run(const std::string& report = "jardins.lua")
    {
        return bilan({"run", path(report), path("jardins.csv"), "-o", path("jardins.xlsx")});
    }
    std::string without(const std::string& old, const std::string& by)
    {
        std::string text = block("lua theme");
        return text.replace(text.find(old), old.size(), by);
    }
    TemporaryFolder folder_;
};

/// A theme whose fields are named by a title and the label below it.
std::string under_a_title(const std::vector<std::string>& labels)
{
    std::string fields = "{ id = 's', type = 'text', required = true, label = 'Structure' }";
    for (const std::string& label : labels)
        fields += ",\n    { id = 'v_" + label + "', type = 'count', label = 'Valeur de " + label +
                  "', headers = { 'Tranquillité / " + label + "' } }";
    return "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'calme', title = 'Calme', datasets = { "
           "'calme' },\n  schemas = { { id = 'calme', label = 'Calme', fields = {\n    " +
           fields + " } } },\n  build = function(run) end }\n";
}

TEST_F(OwnTheme, QuartersAndYearsBelowATitleAreColumnsOfTheirOwn)
{
    for (const std::vector<std::string>& labels :
         {std::vector<std::string>{"T1", "T2", "T3"}, std::vector<std::string>{"2022", "2023", "2024"}}) {
        folder_.write("calme.lua", under_a_title(labels));
        folder_.write("calme.xls",
                      "<table><tr><td rowspan=2>Structure</td><td colspan=3>Tranquillité</td></tr><tr><td>" +
                          labels[0] + "</td><td>" + labels[1] + "</td><td>" + labels[2] +
                          "</td></tr><tr><td>Alpha</td><td>1</td><td>2</td><td>3</td></tr>"
                          "<tr><td>Beta</td><td>4</td><td>5</td><td>6</td></tr></table>");
        const Ended read = bilan({"read", path("calme.xls"), "--report", path("calme.lua"), "--schema", "calme"});
        EXPECT_THAT(read.out, HasSubstr("\"values\":{\"s\":\"Alpha\",\"v_" + labels[0] + "\":1,\"v_" + labels[1] +
                                        "\":2,\"v_" + labels[2] + "\":3}"))
            << labels[0];
        EXPECT_THAT(read.out, HasSubstr("\"rows_kept\":2")) << labels[0];
    }
}

TEST_F(OwnTheme, RulesOverManyRowsFindWhatTheGuideSays)
{
    folder_.write("ateliers.csv", block("csv", "rules.md"));
    folder_.write("ateliers.lua", block("lua theme", "rules.md"));
    const Ended checked = bilan({"--json", "check", path("ateliers.csv"), "--report", path("ateliers.lua")});
    for (const char* rule : {"R01", "R02", "R03", "R04"})
        EXPECT_EQ(count_of(checked.out, std::string("\"code\":\"") + rule + '"'), 1U) << rule << checked.out;
    for (const char* kind : {"agrees", "outlier", "scale", "rounded"})
        EXPECT_THAT(bilan({"doc", kind}).out, HasSubstr(std::string("(kind = \"") + kind + "\")"));
    EXPECT_THAT(bilan({"--lang", "en", "doc", "outlier"}).out,
                HasSubstr("the field of parts over whole is not far above"));
    EXPECT_THAT(bilan({"--lang", "fr", "doc", "outlier"}).out,
                HasSubstr("le champ de parts rapporté à whole n'est pas"));
}

TEST_F(OwnTheme, AColumnThatMustBeThereIsMissed)
{
    folder_.write("sans.csv", "Site;Nb parcelles;dont cultivées;État\nLes Haies;20;18;ouvert\nBel Air;12;9;ouvert\n");
    const auto said = [&](const std::string& language) {
        return bilan({"--lang", language, "check", path("sans.csv"), "--report", path("jardins.lua"), "--schema",
                      "jardin"})
            .out;
    };
    EXPECT_THAT(said("fr"),
                AllOf(HasSubstr("Aucune colonne n'est lue comme «\u00A0Jardin (jardin)\u00A0», que ce schéma "
                                "dit obligatoire. Ajoutez la colonne, ou répondez dans mappings.toml laquelle "
                                "c'est."),
                      HasSubstr("sans.csv")));
    EXPECT_THAT(said("en"),
                HasSubstr("No column is read as \"Garden (jardin)\", which this schema says is required. Add "
                          "the column, or answer in mappings.toml which one it is."));
    EXPECT_THAT(bilan({"check", path("jardins.csv"), "--report", path("jardins.lua")}).out,
                Not(HasSubstr("obligatoire")));
}

TEST_F(OwnTheme, AQuarterIsOneHoweverItIsWritten)
{
    folder_.write("un.csv", "Intitulé de l'action;Porteur;Quartier;Nb de bénéficiaires\nAtelier;Cap;qp le canal;12\n"
                            "Chant;Cap;QP Le Canal;5\n");
    folder_.write("deux.csv", "Intitulé de l'action;Porteur;Quartier;Nb de bénéficiaires\nSport;Avenir;QP LE CANAL;8\n"
                              "Danse;Avenir;QP Le Canal;4\n");
    const std::string rows = bilan({"read", path("un.csv"), path("deux.csv"), "--schema", "action"}).out;
    EXPECT_EQ(count_of(rows, "\"territoire\":[\"QP Le Canal\"]"), 4U) << rows;
    EXPECT_EQ(count_of(rows, "\"code\":\"BIL-419\""), 1U);
}

TEST_F(OwnTheme, TheExampleOfTheGuide)
{
    const Ended ended = run();
    ASSERT_EQ(ended.exit, 0) << ended.errors;
    const std::string first = bilan({"grid", path("jardins.xlsx"), "--sheet", "Synthèse"}).out;
    EXPECT_THAT(first, HasSubstr("Parcelles cultivées"));
    const std::string table = bilan({"grid", path("jardins.xlsx"), "--sheet", "Jardins par état"}).out;
    EXPECT_THAT(table, AllOf(HasSubstr("\"value\":2200"), HasSubstr("\"value\":800")));
    const std::string controls = bilan({"grid", path("jardins.xlsx"), "--sheet", "Contrôles"}).out;
    EXPECT_THAT(controls, HasSubstr("\"J01\""));
    EXPECT_THAT(bilan({"grid", path("jardins.xlsx"), "--sheet", "Méthode"}).out, HasSubstr("\"JAR01\""));
    const std::string figures =
        bilan({"watch", path("jardins.lua"), path("jardins.csv"), "--rounds", "1", "--json"}).out;
    EXPECT_THAT(figures, HasSubstr("\"after\":1.03125")) << "33 of 32, La Source left out";
}

TEST_F(OwnTheme, ItIsThatReportsAlone)
{
    EXPECT_THAT(bilan({"read", path("jardins.csv")}).out, Not(HasSubstr("\"schema\":\"jardin\"")));
    ASSERT_EQ(bilan({"pack", path("jardins.lua"), "-o", path("jardins.bilan")}).exit, 0);
    folder_.write("jardins.lua", "");
    EXPECT_EQ(run("jardins.bilan").exit, 0);
}

TEST_F(OwnTheme, ReadCheckAndInspectKnowItWhenTheReportIsNamed)
{
    const std::string theme = path("jardins.lua");
    const std::string rows = bilan({"read", path("jardins.csv"), "--report", theme}).out;
    EXPECT_THAT(rows, AllOf(HasSubstr("\"schema\":\"jardin\""), HasSubstr("\"etat\":\"travaux\""),
                            HasSubstr("\"subvention\":1200"), HasSubstr("\"code\":\"J01\"")));
    EXPECT_THAT(bilan({"lire", path("jardins.csv"), "--rapport", theme, "--schema", "jardin"}).out,
                HasSubstr("\"schema\":\"jardin\""));
    EXPECT_THAT(bilan({"check", path("jardins.csv"), "--report", theme}).out, HasSubstr("J01"));
    EXPECT_THAT(bilan({"inspect", path("jardins.csv"), "--report", theme}).out, HasSubstr("→ cultivees"));
    ASSERT_EQ(bilan({"pack", theme, "-o", path("jardins.bilan")}).exit, 0);
    EXPECT_EQ(bilan({"read", path("jardins.csv"), "--report", path("jardins.bilan")}).out, rows);
    std::filesystem::create_directories(folder_ / "campagne/reports");
    std::filesystem::copy_file(theme, folder_ / "campagne/reports/jardins.lua");
    EXPECT_EQ(bilan({"read", path("jardins.csv"), "--campaign", path("campagne"), "--report", "jardins"}).out, rows);
}

TEST_F(OwnTheme, TheConsoleKnowsItsRowsAndIndicators)
{
    folder_.write("lignes.txt", "jardin:count()\nrun:indicator 'JAR01'\n");
    const Ended ended =
        run_program({BILAN_BUILD_DIR "/bin/bilan", "console", path("jardins.csv"), "--report", path("jardins.lua")}, {},
                    path("lignes.txt"));
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("3"), HasSubstr("103")));
}

TEST_F(OwnTheme, TheConsoleKnowsItsParameters)
{
    write(without("  vocabularies = {", "  params = { seuil = bilan.param.rate(0.80) },\n  vocabularies = {"));
    folder_.write("lignes.txt", "run.params.seuil\n");
    const auto said = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{BILAN_BUILD_DIR "/bin/bilan", "console", path("jardins.csv"), "--report",
                                       path("jardins.lua")};
        words.insert(words.end(), more.begin(), more.end());
        return run_program(words, {}, path("lignes.txt"));
    };
    EXPECT_EQ(said({}).out, "0.8\n");
    EXPECT_EQ(said({"--param", "seuil=70 %"}).out, "0.7\n");
    EXPECT_EQ(said({"--param", "seul=0,7"}).exit, 2);
    EXPECT_EQ(said({"--param", "seuil=1,7"}).exit, 2);
    EXPECT_EQ(said({"--param", "seuil"}).exit, 2);
}

TEST_F(OwnTheme, ItsTestsKnowItByTheirName)
{
    const std::string spec = block("lua spec");
    folder_.write("jardins_spec.lua", spec);
    const Ended beside = bilan({"test", folder_.path().string()});
    EXPECT_EQ(beside.exit, 0) << beside.out;
    EXPECT_THAT(beside.out, HasSubstr("2\u00A0tests passés"));
    std::string missed = spec;
    missed.replace(missed.find("to_be(0.9"), 9, "to_be(0.8");
    folder_.write("jardins_spec.lua", missed);
    EXPECT_THAT(bilan({"--lang", "en", "test", folder_.path().string()}).out, HasSubstr(block("text")));
    folder_.write("jardins_spec.lua", spec);
    folder_.write("ailleurs/essais_spec.lua", spec);
    EXPECT_EQ(bilan({"test", path("ailleurs")}).exit, 6);
    EXPECT_EQ(bilan({"test", path("ailleurs"), "--report", path("jardins.lua")}).exit, 0);
    write(without("unit = \"rate\"", "unit = \"taux\""));
    EXPECT_THAT(bilan({"test", folder_.path().string()}).out, HasSubstr("jardins.lua:38"));
    write("return { haies = 3 }"); // a module has no theme, and is no mistake
    EXPECT_THAT(bilan({"test", folder_.path().string()}).out, Not(HasSubstr("jardins.lua")));
}

TEST_F(OwnTheme, ItsTestsMakeTheWholeReport)
{
    folder_.write("jardins_spec.lua", block("lua spec build"));
    const Ended guide = bilan({"--lang", "en", "test", folder_.path().string()});
    EXPECT_EQ(guide.exit, 0) << guide.out << guide.errors;
    EXPECT_THAT(guide.out, HasSubstr("1\u00A0test passed"));

    const auto said = [&](const std::string& test, const std::string& language = "en") {
        folder_.write("jardins_spec.lua", "local spec = require 'bilan.spec'\nlocal expect = spec.expect\nspec.it('x', "
                                          "function()\n" +
                                              test + "\nend)\n");
        return bilan({"--lang", language, "test", folder_.path().string()});
    };
    const std::string files = "files = { ['a.csv'] = 'Nom du jardin;Nb parcelles;dont cultivées;État\\nLes "
                              "Haies;20;24;ouvert\\nLa Source;16;8;ouvert\\n' }";
    const Ended whole = said("local made = spec.build('jardins', { " + files +
                             " })\n"
                             "expect(made.figures.JAR01):to_be_near(32 / 36, 1e-9)\n"
                             "expect(made.tables.etats.title):to_be 'Gardens by state'\n"
                             "expect(made.tables.etats.rows[1].State):to_be 'open'\n"
                             "expect(made.tables.etats.rows[1].jardins):to_be(2)\n"
                             "expect(made.tables.etats.rows[1][2]):to_be(2)\n"
                             "expect(made.tables.etats.rows[1].Grant):to_be_unknown 'abs'\n"
                             "expect(made.findings[1].code):to_be 'J01'\n"
                             "expect(made.findings[1].row):to_be(2)\n"
                             "expect(made.findings[1].file):to_be 'a.csv'\n"
                             "expect(spec.run({ year = 2025, params = { seuil = 0.7 } }).year):to_be(2025)\n"
                             "expect(spec.run({ params = { seuil = 0.7 } }).params.seuil):to_be(0.7)\n"
                             "expect(spec.run { year = 2025 }:indicator('JAR01', spec.rows('jardin', 'Nom du jardin;Nb "
                             "parcelles;dont cultivées\\nA;10;5\\n'))):to_be(0.5)");
    EXPECT_EQ(whole.exit, 0) << whole.out;
    const Ended misspelt = said("local made = spec.build('jardins', { " + files +
                                " })\n"
                                "expect(made.tables.etats.rows[1].Gardens):to_be(2)");
    EXPECT_THAT(misspelt.out, HasSubstr("\"Gardens\" does not exist in \"rows\""));
    const Ended order = said("local made = spec.build('jardins', { files = { ['a.csv'] = 'Nom du jardin;Nb "
                             "parcelles;dont cultivées\\nA;10;8\\nC;5;5\\nTotal;15;13\\n', ['b.csv'] = 'Nom du "
                             "jardin;Nb parcelles;dont cultivées\\nB;20;24\\n' } })\n"
                             "expect(#made.findings > 1):to_be(true)\nexpect(made.findings[1].code):to_be 'J01'");
    EXPECT_EQ(order.exit, 0) << order.out << "the gravest first";
    const Ended wrong = said("spec.build('jardins', { files = { ['../a.csv'] = 'x' } })");
    EXPECT_THAT(wrong.out,
                HasSubstr("\"../a.csv\" is not the name of a file. Give each file of a test a name without a "
                          "folder: return.csv."));
    EXPECT_THAT(said("spec.build('jardins', { files = { ['a/b.csv'] = 'x' } })", "fr").out,
                HasSubstr("n'est pas un nom de fichier. Donnez à chaque fichier d'essai un nom sans dossier"));
    EXPECT_THAT(said("spec.run { year = 25 }").out,
                HasSubstr("25 is not a year. Give it in four digits: year = 2025."));
    EXPECT_THAT(said("spec.run { year = 25 }", "fr").out,
                HasSubstr("25 n'est pas une année. Donnez-la en quatre chiffres\u00A0: year = 2025."));
    EXPECT_THAT(said("spec.build('jardins', { year = 2025 })").out, HasSubstr("files"));
}

TEST_F(OwnTheme, ATestTableWithoutARowSaysWhy)
{
    folder_.write("jardins_spec.lua",
                  "local spec = require 'bilan.spec'\nspec.it('reads', function()\n"
                  "  spec.expect(spec.rows('jardin', 'Nom du jardin\\nA\\n'):count()):to_be(1)\nend)\n");
    const Ended english = bilan({"--lang", "en", "test", folder_.path().string()});
    EXPECT_EQ(english.exit, 6);
    EXPECT_THAT(english.out,
                AllOf(HasSubstr("jardins_spec.lua:3: Nothing to read in this test: "),
                      HasSubstr(" So no row of \"jardin\" was read."),
                      HasSubstr("\"jardin\" knows these headers: Nom du jardin, Nb parcelles, dont cultivées, État, "
                                "Subvention. Write at least two of them, and a row of values below.")));
    EXPECT_THAT(bilan({"--lang", "fr", "test", folder_.path().string()}).out,
                AllOf(HasSubstr("Aucune ligne de «\u00A0jardin\u00A0» n'a donc été lue."),
                      HasSubstr("Écrivez-en au moins deux, et une ligne de valeurs dessous.")));
}

TEST_F(OwnTheme, ItsTestsSayWhichHeadersNobodyReads)
{
    folder_.write("jardins_spec.lua", "local spec = require 'bilan.spec'\nspec.it('reads', function()\n"
                                      "  local rows = spec.rows('jardin', 'Nom du jardin;Nb parcelles;Surface\\nLes "
                                      "Haies;20;300\\nBel Air;12;150\\n')\n"
                                      "  spec.expect(rows:count()):to_be(2)\nend)\n");
    const Ended said = bilan({"test", folder_.path().string()});
    EXPECT_EQ(said.exit, 0) << said.out;
    EXPECT_THAT(said.out, HasSubstr("jardins_spec.lua:3\u00A0: «\u00A0jardin\u00A0» ne lit pas ces colonnes\u00A0: "
                                    "Surface. Corrigez leurs titres, ou ajoutez-les aux «\u00A0headers\u00A0» d'un "
                                    "champ."));
    EXPECT_THAT(bilan({"--lang", "en", "test", folder_.path().string()}).out,
                HasSubstr("jardins_spec.lua:3: \"jardin\" does not read these columns: Surface. Correct their headers, "
                          "or add them to the \"headers\" of a field."));
}

TEST_F(OwnTheme, AFileOfAnotherThemeIsToldHowToLookAtIt)
{
    folder_.write("jardins.csv", "Nom;Prix\nA;3\nB;4\n");
    EXPECT_THAT(run().errors,
                HasSubstr("donnez --schema\u00A0; «\u00A0bilan inspecter --rapport jardins.lua\u00A0» dit ce qui"));
    EXPECT_THAT(bilan({"--lang", "en", "run", path("jardins.lua"), path("jardins.csv"), "-o", path("a.xlsx")}).errors,
                HasSubstr("give --schema; \"bilan inspect --report jardins.lua\" says what"));
}

TEST_F(OwnTheme, ATermAskedForAsPartnersSpellItIsTold)
{
    write(without("local gardens = run:dataset \"jardin\"",
                  "local gardens = run:dataset \"jardin\" assert(gardens:where { etat = \"En service\" })"));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("«\u00A0En service\u00A0»"), HasSubstr("«\u00A0ouvert\u00A0»"),
                                    HasSubstr("[BIL-658]")));
}

TEST_F(OwnTheme, WithoutRulesItRuns)
{
    std::string theme = block("lua theme");
    const std::size_t begin = theme.find("      controls = {");
    theme.erase(begin, theme.find("      } },\n  },\n\n  indicators") - begin);
    const std::size_t end = theme.find("      } },\n  },\n\n  indicators");
    ASSERT_NE(end, std::string::npos);
    theme.replace(end, 10, "    },");
    write(theme);
    const Ended ended = run();
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(ended.out, HasSubstr("0\u00A0règle appliquée"));
}

TEST_F(OwnTheme, ItsSheetForPartnersIsAskedForWithItsReport)
{
    const std::string sheet = path("collecte.xlsx");
    EXPECT_EQ(bilan({"template", "jardin", "-o", sheet}).exit, 2);
    const Ended made = bilan({"template", "jardin", "-o", sheet, "--report", path("jardins.lua")});
    EXPECT_EQ(made.exit, 0) << made.errors;
    EXPECT_THAT(bilan({"grid", sheet}).out, AllOf(HasSubstr("Parcelles"), HasSubstr("en travaux")));
}

TEST_F(OwnTheme, RowsOfNoPartAreSaidAndADatasetWithoutRowsOfAPartIsThere)
{
    const std::string field =
        "{ id = 'ville', type = 'text', required = true, label = { fr = 'Ville', en = 'Town' } }, ";
    const auto schema = [&](const std::string& id, const std::string& label, bool has_town) {
        return "{ id = '" + id + "', label = { fr = '" + label + "', en = '" + label + "' }, fields = { " +
               (has_town ? field : "") + "{ id = 'nb_" + id + "', type = 'count', label = { fr = 'Nb " + id +
               "', en = 'No " + id + "' } }, { id = 'n_" + id + "', type = 'text', label = { fr = 'Nom " + id +
               "', en = 'Name " + id + "' } } } }";
    };
    const auto report = [&](bool both_have_town) {
        folder_.write("deux.lua", "local bilan = require 'bilan'\nlocal f = bilan.field\n"
                                  "return bilan.report { api = 1, id = 'deux', title = 'Deux', datasets = { 'arbre', "
                                  "'banc' }, schemas = { " +
                                      schema("arbre", "Arbres", true) + ", " + schema("banc", "Bancs", both_have_town) +
                                      " }, build = function(run)\n"
                                      "run:key_figures { { label = 'A', figure = run:dataset 'arbre':figure(bilan.sum("
                                      "f.nb_arbre)) }, { label = 'B', figure = run:dataset 'banc':figure(bilan.sum("
                                      "f.nb_banc)) } } end }\n");
    };
    report(true);
    folder_.write("e/a.csv", "Ville;Nb arbre;Nom arbre\nUn;3;x\n;4;y\nDeux;5;z\n");
    folder_.write("e/b.csv", "Ville;Nb banc;Nom banc\nUn;2;x\n");
    const auto split = [&](const std::string& language) {
        return bilan(
            {"--lang", language, "run", path("deux.lua"), path("e"), "-o", path("deux.xlsx"), "--split", "ville"});
    };
    const Ended french = split("fr");
    EXPECT_EQ(french.exit, 0) << french.errors;
    EXPECT_THAT(french.out, HasSubstr("1\u00A0ligne sans valeur pour «\u00A0ville\u00A0»\u00A0: dans le classeur "
                                      "d'ensemble seulement, dans aucun des autres."));
    EXPECT_THAT(
        split("en").out,
        HasSubstr("1\u00A0row without a value for \"ville\": in the whole workbook alone, in none of the others."));
    EXPECT_TRUE(std::filesystem::exists(path("deux_deux.xlsx"))) << "a town without benches has none";
    report(false);
    folder_.write("e/b.csv", "Nb banc;Nom banc\n2;x\n");
    const Ended uncut = split("fr");
    EXPECT_EQ(uncut.exit, 6);
    EXPECT_THAT(
        uncut.errors,
        AllOf(HasSubstr("«\u00A0banc\u00A0» n'a pas le champ par lequel les classeurs sont découpés\u00A0: ses lignes "
                        "ne sont pas de «\u00A0Deux\u00A0» ni d'une autre partie. Testez d'abord "
                        "run:has_dataset('banc'), ou découpez par un champ que tous ont (--separer fichier)."),
              HasSubstr("[BIL-438]")));
    EXPECT_THAT(
        split("en").errors,
        HasSubstr("\"banc\" lacks the field that the workbooks are split by: its rows are neither of \"Deux\" nor of "
                  "another part. Test run:has_dataset('banc') first, or split by a field that all have (--split "
                  "fichier)."));
}

TEST_F(OwnTheme, AReportThatIsNotThereOrNotWellFormedIsSaid)
{
    const Ended unknown = bilan({"read", path("jardins.csv"), "--report", "jardin"});
    EXPECT_EQ(unknown.exit, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("BIL-600"));
    write(without("type = \"count\", parent", "type = \"cuont\", parent"));
    for (const std::string command : {"read", "check", "inspect", "console"}) {
        const Ended wrong = bilan({command, path("jardins.csv"), "--report", path("jardins.lua")});
        EXPECT_EQ(wrong.exit, 6) << command;
        EXPECT_THAT(wrong.errors, HasSubstr("jardins.lua:21")) << command;
    }
}

TEST_F(OwnTheme, AnswersToItsHeadersWaitForItsReport)
{
    std::filesystem::create_directories(folder_ / "campagne/reports");
    std::filesystem::copy_file(folder_ / "jardins.lua", folder_ / "campagne/reports/jardins.lua");
    folder_.write("campagne/mappings.toml", "[jardin]\n\"Surface\" = \"parcelles\"\n");
    folder_.write("surfaces.csv", "Nom du jardin;Surface;État\nLes Haies;20;ouvert\nBel Air;30;ouvert\n");
    const std::string campaign = path("campagne");
    EXPECT_THAT(bilan({"read", path("surfaces.csv"), "--campaign", campaign, "--report", "jardins"}).out,
                HasSubstr("\"parcelles\":20"));
    EXPECT_THAT(bilan({"read", path("surfaces.csv"), "--campaign", campaign}).errors, Not(HasSubstr("BIL-162")));
    folder_.write("campagne/mappings.toml", "[jardins]\n\"Surface\" = \"parcelles\"\n");
    EXPECT_THAT(bilan({"read", path("surfaces.csv"), "--campaign", campaign}).errors, HasSubstr("BIL-162"));
}

TEST_F(OwnTheme, HeadersThatDifferByTheirSignAloneAreTwo)
{
    folder_.write("ages.lua", R"(local bilan = require "bilan"
return bilan.report { api = 1, id = "ages", title = "Ages", datasets = { "ages" }, schemas = { { id = "ages",
  label = { fr = "Ages" }, hints = { "ages" }, fields = {
    { id = "nom", type = "text", label = { fr = "Structure" } },
    { id = "autres", type = "count", label = { fr = "Autres" }, headers = { "> 12 ans", "+ 12 ans" } },
    { id = "jeunes", type = "count", label = { fr = "Jeunes" }, headers = { "- 12 ans" } } },
  controls = { { id = "A1", severity = "A", kind = "at_least", whole = "jeunes", limit = 0, label = { fr = "Pas de négatif" },
    action = { fr = "Corriger" } } } } },
  build = function(run) run:key_figures { { label = "Jeunes", figure = run:dataset("ages"):figure(bilan.sum(bilan.field.jeunes)) } } end }
)");
    folder_.write("ages.csv", "Structure;- 12 ans\nA;7\nB;8\n");
    const Ended ended = bilan({"read", path("ages.csv"), "--report", path("ages.lua"), "--schema", "ages"});
    EXPECT_THAT(ended.out, AllOf(HasSubstr("\"jeunes\":7"), Not(HasSubstr("autres"))));
}

TEST_F(OwnTheme, AReportAddsRulesToASchemaOfBilan)
{
    folder_.write("regles.lua", block("lua rule"));
    folder_.write("actions.csv", "Intitulé de l'action;Porteur;Exercice;Nb de bénéficiaires;Accordé P147\n"
                                 "Atelier;Cap;2025;12;800\nForum;;2025;130;5000\nChant;Avenir;2025;9;1000\n");
    const std::string rules = path("regles.lua");
    const auto findings = [&](const std::string& out, const char* id) {
        return count_of(out, std::string("\"code\":\"") + id + '"');
    };
    const std::string checked = bilan({"--json", "check", path("actions.csv"), "--report", rules}).out;
    EXPECT_EQ(findings(checked, "V01"), 1U) << checked;
    EXPECT_EQ(findings(checked, "V02"), 1U) << checked;
    const std::size_t at = checked.find("\"code\":\"V01\"");
    const std::string line =
        checked.substr(checked.rfind('\n', at) + 1, checked.find('\n', at) - checked.rfind('\n', at));
    EXPECT_THAT(line, AllOf(HasSubstr("actions.csv"), HasSubstr("\"cell\":\"E2\""))) << "at the partner's cell";
    EXPECT_EQ(findings(bilan({"--json", "check", path("actions.csv")}).out, "V01"), 0U) << "of that report alone";
    ASSERT_EQ(bilan({"run", rules, path("actions.csv"), "-o", path("regles.xlsx")}).exit, 0);
    EXPECT_THAT(bilan({"grid", path("regles.xlsx"), "--sheet", "Contrôles"}).out,
                AllOf(HasSubstr("\"V01\""), HasSubstr("\"V02\"")));
    folder_.write("autre.lua",
                  "local bilan = require 'bilan'\nlocal rules = require 'regles'\n"
                  "return bilan.report { api = 1, id = 'autre', title = 'Autre', datasets = { 'action' },\n"
                  "  includes = { rules }, build = function(run) run:key_figures { { label = 'x', figure = "
                  "run:dataset('action'):figure(bilan.count()) } } end }\n");
    EXPECT_EQ(findings(bilan({"--json", "check", path("actions.csv"), "--report", path("autre.lua")}).out, "V01"), 1U);
}

TEST_F(OwnTheme, AnAddedRuleThatCannotBeJudgedHasItsLine)
{
    const auto said = [&](const std::string& old, const std::string& by, const char* tongue = "en") {
        std::string text = block("lua rule");
        folder_.write("regles.lua", text.replace(text.find(old), old.size(), by));
        return bilan({"--lang", tongue, "check", path("jardins.csv"), "--report", path("regles.lua")}).errors;
    };
    EXPECT_THAT(said("schema = \"action\", id = \"V02\"", "schema = \"actoin\", id = \"V02\""),
                AllOf(HasSubstr("regles.lua:11"), HasSubstr("Did you mean \"action\"?")));
    EXPECT_THAT(said("whole = \"accorde_p147\"", "whole = \"acorde_p147\""),
                AllOf(HasSubstr("regles.lua:8"), HasSubstr("Did you mean \"accorde_p147\"?")));
    EXPECT_THAT(said("id = \"V01\"", "id = \"C02\""),
                AllOf(HasSubstr("regles.lua:8"), HasSubstr("\"C02\" is there twice, and only one would count.")));
    EXPECT_THAT(said("limit = 1000", "limite = 1000"),
                AllOf(HasSubstr("regles.lua:8"), HasSubstr("Unknown key \"limite\""), HasSubstr("\"limit\"")));
    EXPECT_THAT(said("schema = \"action\", id = \"V01\"", "id = \"V01\"", "fr"),
                AllOf(HasSubstr("regles.lua:8"), HasSubstr("attend la clé «\u00A0schema\u00A0»")));
    EXPECT_THAT(said("f.benef_total:ge(100)", "f.benef_total"), HasSubstr("regles.lua:"));
}

TEST_F(OwnTheme, ThePageListsEveryKindOfRule)
{
    const std::string page = bytes_of(std::filesystem::path(BILAN_SOURCE_DIR) / "docs/guide/own_theme.md");
    const std::string kinds = bytes_of(std::filesystem::path(BILAN_SOURCE_DIR) / "docs/reference/controls.md");
    std::size_t listed = 0;
    for (std::size_t at = kinds.find("\n| `", kinds.find("## Kinds of rules")); at != std::string::npos;
         at = kinds.find("\n| `", at + 1), ++listed) {
        const std::string kind = kinds.substr(at + 3, kinds.find('`', at + 4) - at - 2);
        EXPECT_THAT(page.substr(0, page.find("## A rule for a schema")), HasSubstr(kind));
    }
    EXPECT_GE(listed, 17U);
}

TEST_F(OwnTheme, AMistakeHasItsLine)
{
    write(without("type = \"count\", parent", "type = \"cuont\", parent"));
    const Ended type = run();
    EXPECT_EQ(type.exit, 6);
    EXPECT_THAT(type.errors, AllOf(HasSubstr("jardins.lua:21"), HasSubstr("cuont"), HasSubstr("count")));
    write(without("vocabulary = \"etat_jardin\"", "vocabulary = \"etat_jardins\""));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:"), HasSubstr("etat_jardin")));
    write(without("unit = \"rate\"", "unit = \"taux\""));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:38"), HasSubstr("taux")));
    write(without("schemas = {", "schemas = { 7,"));
    EXPECT_THAT(run().errors, AllOf(HasSubstr("jardins.lua:"), HasSubstr("schemas[1]")));
    write(without("schemas = {", "schemes = {"));
    EXPECT_THAT(run().errors, HasSubstr("schemas"));
}

TEST_F(OwnTheme, ARuleOverAFieldThatIsNotThereIsNoSilence)
{
    write(without("parts = { \"cultivees\" }", "parts = { \"cultives\" }"));
    EXPECT_THAT(
        run().errors,
        HasSubstr("jardins.lua:27\u00A0: Champ inconnu «\u00A0cultives\u00A0» dans «\u00A0jardin\u00A0». "
                  "Vouliez-vous dire «\u00A0cultivees\u00A0»\u00A0? Champs\u00A0: jardin, parcelles, cultivees, "
                  "etat, subvention."));
    write(without("whole = \"parcelles\"", "whole = \"parcelle\""));
    EXPECT_THAT(run().errors, HasSubstr("Vouliez-vous dire «\u00A0parcelles\u00A0»\u00A0?"));
    write(without("f.subvention:in_state", "f.subventions:in_state"));
    EXPECT_THAT(run().errors, HasSubstr("Vouliez-vous dire «\u00A0subvention\u00A0»\u00A0?"));
}

TEST_F(OwnTheme, AMeasureIsTheAnswerOfAFunction)
{
    const std::string right = "function() return bilan.ratio(f.cultivees, f.parcelles) end";
    const auto said = [&](const std::string& by, const char* tongue) {
        write(without(right, by));
        return bilan({"--lang", tongue, "run", path("jardins.lua"), path("jardins.csv"), "-o", path("jardins.xlsx")})
            .errors;
    };
    const std::string bare = "bilan.ratio(f.cultivees, f.parcelles)";
    EXPECT_THAT(
        said(bare, "fr"),
        HasSubstr("«\u00A0indicators[1] › measure\u00A0» attend une fonction et reçoit une mesure. Mettez-la dans "
                  "une fonction\u00A0: measure = function() return bilan.sum(f.x) end."));
    EXPECT_THAT(said(bare, "en"),
                HasSubstr("\"indicators[1] › measure\" expects a function and gets a measure. Put it into a function: "
                          "measure = function() return bilan.sum(f.x) end."));
    const std::string mute = "function() local x = " + bare + " end";
    EXPECT_THAT(said(mute, "fr"),
                HasSubstr("La fonction de «\u00A0JAR01 › measure\u00A0» ne rend pas de mesure. Il manque peut-être un "
                          "return\u00A0: measure = function() return bilan.sum(f.x) end."));
    EXPECT_THAT(said(mute, "en"), HasSubstr("The function of \"JAR01 › measure\" gives no measure. A return may be "
                                            "missing: measure = function() return bilan.sum(f.x) end."));
}

} // namespace
} // namespace bilan::support
