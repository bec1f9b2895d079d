// SPDX-License-Identifier: MPL-2.0
//
// Reports handed on as one file, and what a file that is none, or not whole, is answered.
#include "app/bilan.hpp"
#include "base/text.hpp"
#include "run/digest.hpp"
#include "support/terminal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <iterator>
#include <span>
#include <thread>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string partner = "Porteur;Intitulé;Exercice;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable\n"
                            "Avenir;Atelier;2025;12;7;5;12;8;3\nBoussole;Forum;2025;30;14;16;30;22;9\n";

class Packs : public testing::Test {
protected:
    void SetUp() override
    {
        folder_.write("a.csv", partner);
        folder_.write("essai/essai.lua", report("rows:figure(bilan.count())"));
        folder_.write("essai/mots/lignes.lua", "return { lignes = 'Lignes' }");
    }
    static std::string report(const std::string& figure)
    {
        return "local bilan = require 'bilan'\nlocal words = require 'mots.lignes'\n"
               "return bilan.report {\n  api = 1, id = 'essai', title = 'Essai', datasets = { 'emploi' },\n"
               "  params = { seuil = bilan.param.rate(0.8) },\n"
               "  build = function(run)\n    local rows = run:dataset 'emploi'\n"
               "    run:key_figures { { label = words.lignes, figure = " +
               figure + " } }\n  end,\n}\n";
    }
    std::string path(const std::string& name) { return (folder_ / name).string(); }
    Ended pack(std::vector<std::string> more = {})
    {
        more.insert(more.begin(), {"pack", path("essai/essai.lua"), "-o", path("essai.bilan")});
        return bilan(more);
    }
    Ended run(const std::string& pack, std::vector<std::string> more = {})
    {
        more.insert(more.begin(), {"run", path(pack), path("a.csv"), "-o", path("essai.xlsx"), "--year", "2025"});
        return bilan(more);
    }
    TemporaryFolder folder_;
};

TEST_F(Packs, OneFileRunsElsewhereAsItDidHere)
{
    const Ended packed = pack({"--author", "Cabinet Exemple"});
    EXPECT_EQ(packed.exit, 0) << packed.errors;
    EXPECT_THAT(packed.out, AllOf(HasSubstr("auteur\u00A0: Cabinet Exemple"), HasSubstr("essai.lua, mots/lignes.lua")));
    const std::string bytes = bytes_of(path("essai.bilan"));
    EXPECT_THAT(bytes, StartsWith("bilan-report 1\nid essai\ntitle Essai\nauthor Cabinet Exemple\napi 1\nreads emploi\n"
                                  "writes xlsx\nfile essai.lua "));
    EXPECT_EQ(pack({"--author", "Cabinet Exemple"}).exit, 0);
    EXPECT_EQ(bytes_of(path("essai.bilan")), bytes) << "the same report, the same bytes";

    std::filesystem::remove_all(folder_ / "essai");
    const Ended first = run("essai.bilan");
    EXPECT_EQ(first.exit, 0) << first.errors;
    const std::string workbook = bytes_of(path("essai.xlsx"));
    EXPECT_EQ(run("essai.bilan").exit, 0);
    EXPECT_EQ(bytes_of(path("essai.xlsx")), workbook) << "wherever it was unpacked";
    EXPECT_THAT(bilan({"run", path("essai.bilan"), "--help"}).out, HasSubstr("seuil  taux, entre 0 et 1"));
    EXPECT_THAT(bilan({"watch", path("essai.bilan"), path("a.csv"), "--rounds", "1", "--json"}).out,
                HasSubstr(R"("label":"Lignes","before":null,"after":2)"));
    EXPECT_THAT(bilan({"pack", path("essai.bilan"), "--json"}).out,
                HasSubstr(R"("datasets":["emploi"],"files":["essai.lua","mots/lignes.lua"],"asks_for":[],"sha256":")"));
}

TEST_F(Packs, WhatAPackAsksForAndDoesNotHoldIsSaid)
{
    const auto emploi = [&](const std::string& more) {
        folder_.write("essai/emploi.lua", "local bilan = require 'bilan'\nlocal standard = require 'emploi'\n" + more +
                                              "return bilan.report {\n  api = 1, id = 'essai', title = 'Essai', "
                                              "datasets = { 'emploi' }, includes = { standard },\n"
                                              "  build = function(run) run:include(standard) end,\n}\n");
        return bilan({"pack", path("essai/emploi.lua"), "-o", path("emploi.bilan")});
    };
    const Ended packed = emploi("");
    EXPECT_EQ(packed.exit, 0) << packed.errors;
    EXPECT_THAT(packed.out, AllOf(HasSubstr("contient\u00A0: emploi.lua\n"),
                                  HasSubstr("demande les rapports de bilan\u00A0: emploi\n")));
    EXPECT_EQ(bilan({"pack", path("emploi.bilan")}).out, packed.out) << "whoever gets it is told as well";
    EXPECT_THAT(bilan({"pack", path("emploi.bilan"), "--json"}).out, HasSubstr(R"("asks_for":["emploi"])"));
    EXPECT_THAT(bilan({"pack", path("emploi.bilan"), "--lang", "en"}).out,
                HasSubstr("asks for reports of bilan: emploi\n"));
    EXPECT_EQ(run("emploi.bilan").exit, 0);

    const Ended missing = emploi("local function late() return require 'absent' end\n");
    EXPECT_EQ(missing.exit, 6);
    EXPECT_THAT(missing.errors,
                AllOf(HasSubstr("essai/emploi.lua:3"), HasSubstr("«\u00A0absent\u00A0» est introuvable")));
}

TEST_F(Packs, TablesThatTheReportNamesGoWithIt)
{
    folder_.write("essai/barème 2025.csv", "Porteur;Seuil\nAvenir;10\nBoussole;40\n");
    folder_.write("essai/dictionnaire/poids.csv", "Porteur;Poids\nAvenir;1\n");
    folder_.write("essai/autre.csv", "Porteur;Poids\nAvenir;1\n");
    folder_.write("essai/mots/lignes.lua", "return { lignes = 'Lignes', poids = 'poids.csv' }");
    const std::string build =
        report("bilan.when and run:read('barème 2025.csv'):figure(bilan.sum(bilan.field.seuil)) or "
               "run:read(words.poids) -- 'absent.csv', '../a.csv'");
    folder_.write("essai/essai.lua",
                  build.substr(0, build.find(" -- ")) + " } } print('absent.csv', '../a.csv') end }");
    const Ended packed = pack();
    ASSERT_EQ(packed.exit, 0) << packed.errors;
    EXPECT_THAT(packed.out, HasSubstr("essai.lua, mots/lignes.lua, barème 2025.csv, dictionnaire/poids.csv\n"));
    std::filesystem::remove_all(folder_ / "essai");
    const Ended ended = run("essai.bilan");
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_THAT(bilan({"grid", path("essai.xlsx"), "--sheet", "Synthèse"}).out, HasSubstr("\"value\":50"));
    EXPECT_THAT(bilan({"grid", path("essai.xlsx"), "--sheet", "Sources"}).out, HasSubstr("barème 2025.csv"));
}

TEST_F(Packs, ALinkThatLeadsOutOfTheFolderIsNotPacked)
{
    folder_.write("dehors.lua", "return { lignes = 'secret' }");
    std::filesystem::remove(folder_ / "essai/mots/lignes.lua");
    std::filesystem::create_symlink(folder_ / "dehors.lua", folder_ / "essai/mots/lignes.lua");
    const Ended packed = pack();
    EXPECT_THAT(packed.out, Not(HasSubstr("lignes.lua"))) << packed.out;
    EXPECT_THAT(bytes_of(path("essai.bilan")), Not(HasSubstr("secret")));
}

TEST_F(Packs, TextsOfAReportCannotSteerTheTerminal)
{
    folder_.write("signes.lua",
                  "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'signes', title = 'S', "
                  "datasets = { 'emploi' },\n  params = { p = bilan.param.text('v\\27[32m', { label = "
                  "'L\\27[31m\\nM' }) },\n  build = function() end }\n");
    const Ended help = bilan({"run", path("signes.lua"), "--help"});
    EXPECT_THAT(help.out, HasSubstr("signes"));
    EXPECT_THAT(help.out, Not(HasSubstr("\x1B")));
    folder_.write("a_spec.lua", "local spec = require 'bilan.spec'\nspec.describe('d\\27[31m', function()\n"
                                "  spec.it('i\\27[32m', function() spec.expect(1):to_be(2) end)\nend)\n");
    const Ended tested = bilan({"test", path("a_spec.lua")});
    EXPECT_EQ(tested.exit, 6) << tested.out << tested.errors;
    EXPECT_THAT(tested.out + tested.errors, Not(HasSubstr("\x1B")));
}

TEST_F(Packs, ATableThatAPackDoesNotTakeIsSaidToItsAuthor)
{
    folder_.write("essai/.cache/poids.csv", "Porteur;Poids\nAvenir;1\n");
    folder_.write("essai/mots/lignes.lua", "return { lignes = '.cache/poids.csv' }");
    const Ended hidden = pack();
    EXPECT_EQ(hidden.exit, 6);
    EXPECT_THAT(hidden.errors,
                AllOf(HasSubstr(".cache/poids.csv"), HasSubstr("ne peut pas être empaqueté"), HasSubstr("[BIL-196]")));
    EXPECT_FALSE(std::filesystem::exists(path("essai.bilan")));
    folder_.write("essai/poids.csv", std::string(17U << 20U, 'x'));
    folder_.write("essai/mots/lignes.lua", "return { lignes = 'poids.csv' }");
    EXPECT_THAT(pack().errors, HasSubstr("[BIL-196]"));
}

TEST_F(Packs, AModuleWhoseNameIsComputedIsRefused)
{
    const std::string code = bytes_of(path("essai/essai.lua"));
    for (const char* asked : {"require('mots.' .. 'lignes')", "require(nom)", "require (  -- d'ici\n nom)"}) {
        folder_.write("essai/essai.lua", "-- require(nom)\nlocal nom = 'mots.lignes'\nlocal function autre() return " +
                                             std::string(asked) + " end\n" + code);
        const Ended packed = pack();
        EXPECT_EQ(packed.exit, 6) << asked;
        EXPECT_THAT(packed.errors, AllOf(HasSubstr("essai.lua:3"), HasSubstr("[BIL-439]"))) << asked;
    }
}

/// The program at work on a pack, its temporary folders in one of the test's.
pid_t start(const std::vector<std::string>& words, const std::string& temporary)
{
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int nowhere = ::open("/dev/null", O_RDWR); // NOLINT(cppcoreguidelines-pro-type-vararg)
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
    ::setenv("TMPDIR", temporary.c_str(), 1); // NOLINT(concurrency-mt-unsafe): the child has one thread
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(BILAN_BUILD_DIR "/bin/bilan", arguments.data());
    ::_exit(127);
}

std::size_t entries(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST_F(Packs, NothingStaysInTheTemporaryFolderHoweverTheRunEnds)
{
    folder_.write("essai/mots/lignes.lua", "return { lignes = 'Lignes' }");
    folder_.write("essai/essai.lua", report("(function() while true do end end)()"));
    ASSERT_EQ(pack().exit, 0);
    const std::filesystem::path temporary = folder_ / "temporaire";
    std::filesystem::create_directories(temporary);
    const std::vector<std::string> endless{
        "bilan", "run", path("essai.bilan"), path("a.csv"), "-o", path("essai.xlsx"), "--time-limit", "60"};
    std::vector<int> signals{SIGTERM, SIGINT, SIGHUP, SIGKILL};
#if !defined(__SANITIZE_ADDRESS__) // a sanitizer reports a crash by itself
    signals.insert(signals.begin(), SIGSEGV);
#endif
    for (const int signal : signals) {
        const pid_t child = start(endless, temporary.string());
        for (int look = 0; look < 1000 && entries(temporary) == 0; ++look)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ASSERT_EQ(entries(temporary), 1U) << signal;
        std::this_thread::sleep_for(std::chrono::milliseconds(30)); // while its files are written, or after
        ::kill(child, signal);
        ::waitpid(child, nullptr, 0);
        EXPECT_EQ(entries(temporary), signal == SIGKILL ? 1U : 0U) << signal;
    }
    folder_.write("temporaire/bilan-run-1-abcdef/essai.lua", "of a process that lives");
    const Ended after =
        bilan({"run", path("essai.bilan"), path("a.csv"), "-o", path("essai.xlsx"), "--time-limit", "0.2"},
              {{"TMPDIR", temporary.string()}});
    EXPECT_EQ(after.exit, 6);
    EXPECT_EQ(entries(temporary), 1U) << "what a killed run left is swept, what another one uses is not";
}

TEST_F(Packs, ThatOfAnotherReportIsNotWrittenOver)
{
    ASSERT_EQ(pack({"--author", "Cabinet Exemple"}).exit, 0);
    EXPECT_EQ(pack({"--author", "Cabinet Exemple"}).exit, 0) << "a newer one of the same report";
    const std::string before = bytes_of(folder_ / "essai.bilan");
    const Ended other = pack({"--author", "Autre Cabinet", "--lang", "fr"});
    EXPECT_EQ(other.exit, 2);
    EXPECT_THAT(
        other.errors,
        AllOf(HasSubstr("Ce fichier est le paquet d'un autre rapport ou d'un autre auteur\u00A0: «\u00A0essai\u00A0», "
                        "«\u00A0Essai\u00A0» (auteur\u00A0: Cabinet Exemple). Il serait perdu\u00A0: "
                        "donnez un autre nom avec -o, ou --remplacer pour l'écraser."),
              HasSubstr("[BIL-193]")));
    EXPECT_THAT(
        pack({"--lang", "en"}).errors,
        HasSubstr(
            "This file is the pack of another report or author: \"essai\", \"Essai\" (author: Cabinet Exemple). It "
            "would be lost: give another name with -o, or --replace to write over it."));
    EXPECT_EQ(bytes_of(folder_ / "essai.bilan"), before);
    EXPECT_EQ(pack({"--replace"}).exit, 0);
    folder_.write("autre/essai.lua", "return require('bilan').report { api = 1, id = 'essai', title = 'Autre chose', "
                                     "datasets = { 'emploi' }, build = function() end }\n");
    const Ended titled = bilan({"pack", path("autre/essai.lua"), "-o", path("essai.bilan")});
    EXPECT_EQ(titled.exit, 2) << "no author tells them apart, their titles do";
    folder_.write("note.bilan", "une note");
    const Ended note = bilan({"pack", path("essai/essai.lua"), "-o", path("note.bilan"), "--lang", "en"});
    EXPECT_EQ(note.exit, 2);
    EXPECT_THAT(note.errors, HasSubstr("[BIL-789]"));
    EXPECT_EQ(bytes_of(folder_ / "note.bilan"), "une note");
}

TEST_F(Packs, MethodeNamesThePack)
{
    ASSERT_EQ(pack({"--author", "Cabinet Exemple"}).exit, 0);
    ASSERT_EQ(run("essai.bilan").exit, 0);
    EXPECT_THAT(bilan({"grid", path("essai.xlsx"), "--sheet", "Méthode"}).out,
                AllOf(HasSubstr("Rapport empaqueté"), HasSubstr("essai.bilan, Cabinet Exemple, SHA-256 ")));
}

TEST_F(Packs, AnErrorInsideNamesTheFileOfThePack)
{
    folder_.write("essai/essai.lua", report("rows:figure(bilan.sum(bilan.field.benef_totale))"));
    ASSERT_EQ(pack().exit, 0);
    const Ended failed = run("essai.bilan");
    EXPECT_EQ(failed.exit, 6);
    EXPECT_THAT(failed.errors, HasSubstr("bilan: essai/essai.lua:8"));
}

TEST_F(Packs, WhatWasAlteredIsNotRun)
{
    ASSERT_EQ(pack().exit, 0);
    const std::string bytes = bytes_of(path("essai.bilan"));
    const auto said = [&](const std::string& altered) {
        folder_.write("altered.bilan", altered);
        const Ended ended = run("altered.bilan");
        EXPECT_EQ(ended.exit, 3) << ended.errors;
        EXPECT_FALSE(std::filesystem::exists(folder_ / "essai.xlsx"));
        return ended.errors;
    };
    const auto with = [&](const std::string& old, const std::string& by) {
        std::string text = bytes;
        return text.replace(text.find(old), old.size(), by);
    };
    EXPECT_THAT(said(bytes + "x"), HasSubstr("[BIL-175]"));
    EXPECT_THAT(said(bytes.substr(0, bytes.size() - 1)), HasSubstr("[BIL-175]"));
    EXPECT_THAT(said(with("seuil", "sevil")), HasSubstr("[BIL-175]"));
    EXPECT_THAT(said(with("title Essai", "title Autre")), HasSubstr("a été modifié ou coupé"));
    EXPECT_THAT(said(with("bilan-report 1", "bilan-report 2")), HasSubstr("[BIL-173]"));
    EXPECT_THAT(said(with("writes xlsx", "writes disk")), HasSubstr("[BIL-173]"));
    EXPECT_THAT(said(base::replace_all(bytes, "\n", "\r\n")), HasSubstr("[BIL-175]")) << "no other version";
    for (const auto& [old, by] :
         std::vector<std::pair<std::string, std::string>>{{"mots/lignes.lua", "../../lignes.lua"},
                                                          {"mots/lignes.lua", "/etc/lignes.lua"},
                                                          {"mots/lignes.lua", "mots/lignes.exe"},
                                                          {"mots/lignes.lua", "mots/.lignes.lua"},
                                                          {"mots/lignes.lua", "mots\\lignes.lua"},
                                                          {"mots/lignes.lua", "mots//lignes.lua"},
                                                          {"id essai", "id ../essai"},
                                                          {"api 1", "api x"},
                                                          {"file essai.lua ", "file essai.lua 99999999999999999999 "},
                                                          {"file essai.lua ", "file essai.lua -"},
                                                          {"digest ", "digest x"},
                                                          {"author", "auteur"}})
        EXPECT_THAT(said(with(old, by)), HasSubstr("[BIL-172]")) << by;
    for (const std::size_t length : {0U, 5U, 14U, 40U, 120U, 200U})
        EXPECT_THAT(said(bytes.substr(0, length)), HasSubstr("BIL-17")) << length;
    EXPECT_THAT(said("PK\x03\x04"), HasSubstr("Ce n'est pas un rapport empaqueté (.bilan) entier."));
    EXPECT_THAT(said(bytes + std::string(17U << 20U, ' ')), HasSubstr("[BIL-174]"));
    EXPECT_EQ(run("absent.bilan").exit, 3);
}

TEST_F(Packs, WhereItCannotBeUnpackedOrWritten)
{
    ASSERT_EQ(pack().exit, 0);
    const Ended ended =
        bilan({"run", path("essai.bilan"), path("a.csv"), "-o", path("essai.xlsx")}, {{"TMPDIR", "/proc/self"}});
    EXPECT_EQ(ended.exit, 4);
    EXPECT_THAT(ended.errors, HasSubstr("ne peut pas être déballé ici"));
    EXPECT_EQ(bilan({"pack", path("essai/essai.lua"), "-o", path("essai.zip")}).exit, 2);
    EXPECT_EQ(bilan({"pack", path("essai/essai.lua"), "-o", path("absent/essai.bilan")}).exit, 4);
    EXPECT_EQ(bilan({"empaqueter", "nothing_of_that_name"}).exit, 2);
}

TEST_F(Packs, WhatWasNotGivenIsAskedForAtATerminal)
{
    std::string text = report("bilan.given(run.params.plafond or 7, 'euro')");
    const std::string known = "seuil = bilan.param.rate(0.8)";
    text.replace(text.find(known), known.size(),
                 known + ", plafond = bilan.param.euro(nil, { label = { fr = 'Plafond', en = 'Ceiling' } }), an = "
                         "bilan.param.year()");
    folder_.write("essai/essai.lua", text);
    ASSERT_EQ(pack().exit, 0);
    const std::vector<std::string> words{BILAN_BUILD_DIR "/bin/bilan",
                                         "run",
                                         path("essai.bilan"),
                                         path("a.csv"),
                                         "-o",
                                         path("essai.xlsx"),
                                         "--year",
                                         "2025",
                                         "--lang",
                                         "en"};
    const std::vector<std::string> environment{"PATH=/usr/bin:/bin", "HOME=" + folder_.path().string(), "TERM=dumb",
                                               "LANG=C"};
    AtTerminal terminal(words, environment);
    const std::string question = "Ceiling – plafond (amount in euros; Enter: no value): ";
    EXPECT_THAT(terminal.until(question), StartsWith("Ceiling")) << "the year is that of the run";
    terminal.answer("beaucoup");
    EXPECT_THAT(terminal.until(question), HasSubstr("beaucoup"));
    terminal.answer("1 200,50");
    EXPECT_THAT(terminal.until("Written: "), Not(HasSubstr("seuil")));
    EXPECT_EQ(terminal.end_by(""), 0);
    EXPECT_THAT(bilan({"grid", path("essai.xlsx"), "--sheet", "Summary"}).out, HasSubstr("1200.5"));
    const Ended without = run("essai.bilan");
    EXPECT_EQ(without.exit, 0) << "nobody is there to answer";
    EXPECT_THAT(without.errors, Not(HasSubstr("Plafond")));
}

TEST_F(Packs, AReportThatReadsItsOwnTablesAloneIsPackedToo)
{
    folder_.write("essai/poids.csv", "Porteur;Poids\nAvenir;1\n");
    const std::string lone =
        "local bilan = require 'bilan'\nreturn bilan.report { api = 1, id = 'essai', title = "
        "'Essai', datasets = {}, build = function(run)\n"
        "local rows = run:read 'poids.csv'\nlocal other = #rows.text > 0 or run:read('absent.csv')\n"
        "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()) } } end }\n";
    folder_.write("essai/essai.lua", base::replace_all(lone, "#rows.text", "rows:count()"));
    const Ended packed = pack();
    EXPECT_EQ(packed.exit, 0) << packed.errors;
    EXPECT_THAT(packed.out, HasSubstr("«\u00A0absent.csv\u00A0» n'est pas dans le paquet\u00A0: le fichier n'est pas à "
                                      "côté du rapport."));
    EXPECT_THAT(packed.out, Not(HasSubstr("poids.csv\u00A0»")));
    EXPECT_THAT(bilan({"--lang", "en", "pack", path("essai/essai.lua"), "-o", path("b.bilan")}).out,
                HasSubstr("\"absent.csv\" is not in the pack: the file is not beside the report. Put it there, or tell "
                          "those who receive the pack to add it to their inputs. [BIL-125]"));
    EXPECT_EQ(run("essai.bilan").exit, 0);
}

TEST_F(Packs, AForgedManifestMovesNoTerminal)
{
    ASSERT_EQ(pack({"--author", "Cabinet Exemple"}).exit, 0);
    std::string bytes = bytes_of(path("essai.bilan"));
    const std::size_t body = bytes.find("\n\n") + 2;
    const std::size_t digest = bytes.find("digest ");
    std::string manifest = base::replace_all(bytes.substr(0, digest), "author Cabinet Exemple", "author \x1b[2JT");
    const std::string all = manifest + bytes.substr(body);
    folder_.write("forge.bilan",
                  manifest + "digest " + run::sha256(std::as_bytes(std::span(all))) + "\n\n" + bytes.substr(body));
    const Ended shown = bilan({"pack", path("forge.bilan")});
    EXPECT_EQ(shown.exit, 0) << shown.errors;
    EXPECT_THAT(shown.out, AllOf(HasSubstr("[2JT"), Not(HasSubstr("\x1b"))));
}

TEST_F(Packs, AManifestThatDoesNotSayWhatIsInsideIsRefused)
{
    ASSERT_EQ(pack().exit, 0);
    const std::string bytes = bytes_of(path("essai.bilan"));
    const std::size_t body = bytes.find("\n\n") + 2;
    const std::string honest = bytes.substr(0, bytes.find("digest "));
    for (const auto& [old, by] : std::vector<std::pair<std::string, std::string>>{{"id essai", "id emploi"},
                                                                                  {"title Essai", "title Autre"},
                                                                                  {"api 1", "api 9"},
                                                                                  {"reads emploi", "reads action"}}) {
        const std::string manifest = base::replace_all(honest, old, by);
        ASSERT_NE(manifest, honest) << old;
        const std::string all = manifest + bytes.substr(body);
        folder_.write("forge.bilan",
                      manifest + "digest " + run::sha256(std::as_bytes(std::span(all))) + "\n\n" + bytes.substr(body));
        const std::string value = old.substr(old.find(' ') + 1);
        for (const Ended& ended : {bilan({"--lang", "fr", "pack", path("forge.bilan")}), run("forge.bilan")}) {
            EXPECT_EQ(ended.exit, 3) << ended.out;
            EXPECT_THAT(ended.errors, HasSubstr("Le manifeste dit «\u00A0" + by +
                                                "\u00A0», et le rapport qu'il "
                                                "accompagne dit «\u00A0" +
                                                value +
                                                "\u00A0». Ne lancez pas ce fichier"
                                                "\u00A0: demandez-le de nouveau à son auteur."));
        }
        EXPECT_THAT(bilan({"--lang", "en", "pack", path("forge.bilan")}).errors,
                    HasSubstr("The manifest says \"" + by + "\", and the report beside it says \"" + value +
                              "\". Do not run this file: ask its author for it again."));
    }
}

TEST_F(Packs, FilesOfAPackStandInOneAnother)
{
    const auto said = [&](const std::vector<std::pair<std::string, std::string>>& files) {
        std::string manifest = "bilan-report 1\nid essai\ntitle Essai\nauthor\napi 1\nreads emploi\nwrites xlsx\n";
        std::string body;
        for (const auto& [name, text] : files) {
            manifest += "file " + name + ' ' + std::to_string(text.size()) + ' ' +
                        run::sha256(std::as_bytes(std::span(text))) + '\n';
            body += text;
        }
        const std::string all = manifest + body;
        folder_.write("odd.bilan", manifest + "digest " + run::sha256(std::as_bytes(std::span(all))) + "\n\n" + body);
        const Ended ended = bilan({"pack", path("odd.bilan")});
        return std::to_string(ended.exit) + ' ' + ended.errors;
    };
    const std::string module = "return { lignes = 'Lignes' }";
    const std::string script = report("rows:figure(bilan.count())");
    EXPECT_THAT(said({{"essai.lua", script}, {"mots/lignes.lua", module}}), StartsWith("0"));
    EXPECT_THAT(said({{"bareme.csv", "a;b"}, {"essai.lua", script}, {"mots/lignes.lua", module}}),
                AllOf(StartsWith("3"), HasSubstr("[BIL-172]")))
        << "the report comes first";
    EXPECT_THAT(said({{"essai.lua", script}, {"a.lua", module}, {"a.lua-b.lua", module}, {"a.lua/b.lua", module}}),
                AllOf(StartsWith("3"), HasSubstr("[BIL-172]")))
        << "a file is no folder";
    EXPECT_THAT(said({{"essai.lua", "return 1"}}),
                StartsWith("6 bilan: essai/essai.lua\u00A0: Ce fichier ne rend pas un"))
        << "not where it was unpacked";
}

TEST_F(Packs, AnInputOfTheSameNameDoesNotTakeThePlaceOfThePacksOwnTable)
{
    folder_.write("essai/bareme.csv", "Porteur;Seuil\nAvenir;10\nBoussole;40\n");
    folder_.write("essai/essai.lua", report("run:read('bareme.csv'):figure(bilan.sum(bilan.field.seuil))"));
    ASSERT_EQ(pack().exit, 0);
    folder_.write("bareme.csv", "Porteur;Seuil\nAvenir;999\n");
    const Ended ended =
        bilan({"watch", path("essai.bilan"), path("a.csv"), path("bareme.csv"), "--rounds", "1", "--json"});
    EXPECT_THAT(ended.out, HasSubstr(R"("label":"Lignes","before":null,"after":50)")) << ended.errors;

    const std::string said =
        "bareme.csv\u00A0: le rapport empaqueté apporte sa propre table de ce nom, et c'est elle qui "
        "est lue\u00A0; la vôtre est autre et n'est pas dans ces chiffres. Donnez-lui un autre nom, "
        "ou demandez à l'auteur un paquet sans elle.";
    const Ended other = run("essai.bilan", {path("bareme.csv")});
    EXPECT_THAT(other.out + other.errors, HasSubstr("essai.bilan  " + said));
    const Ended english = run("essai.bilan", {path("bareme.csv"), "--lang", "en"});
    EXPECT_THAT(english.out + english.errors,
                HasSubstr("bareme.csv: the packed report brings its own table of that name, which is the one that is "
                          "read; yours is another and is not in these figures. Give it another name, or ask the author "
                          "for a pack without it."));
    folder_.write("bareme.csv", "Porteur;Seuil\nAvenir;10\nBoussole;40\n");
    const Ended same = run("essai.bilan", {path("bareme.csv")});
    EXPECT_THAT(same.out + same.errors, Not(HasSubstr("apporte sa propre table"))) << "the same table";
}

} // namespace
} // namespace bilan::support
