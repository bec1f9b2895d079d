// SPDX-License-Identifier: MPL-2.0
//
// `bilan watch` as a consultant uses it: a file is saved, and only what changed is said.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string partner = "Porteur;Intitulé;Exercice;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable\n"
                            "Avenir;Atelier;2025;12;7;5;12;8;3\nBoussole;Forum;2025;30;14;16;30;22;9\n";

std::string report(const std::string& field)
{
    return "local bilan = require 'bilan'\nlocal f = bilan.field\nlocal words = require 'mots'\n"
           "return bilan.report {\n  api = 1, id = 'essai', title = 'Essai', datasets = { 'emploi' },\n"
           "  build = function(run)\n    local rows = run:dataset 'emploi'\n"
           "    run:key_figures {\n      { label = words.lignes, figure = rows:figure(bilan.count()) },\n"
           "      { label = 'Personnes', figure = rows:figure(bilan.sum(f." +
           field + ")) },\n    }\n  end,\n}\n";
}

/// The program while it watches, its output in files.
class Watching {
public:
    Watching(const TemporaryFolder& folder, std::vector<std::string> words)
        : out_(folder.path() / "out"), errors_(folder.path() / "errors")
    {
        words.insert(words.begin(), {BILAN_BUILD_DIR "/bin/bilan", "watch"});
        child_ = ::fork();
        if (child_ != 0) return;
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(::open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        ::dup2(::open(errors_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;
    ~Watching()
    {
        if (child_ > 0) (void)end_with(SIGKILL);
    }

    /// What was printed so far, once `rounds` rounds came to an end.
    [[nodiscard]] std::string out_after(std::size_t rounds) const { return out_with(R"("type":"round")", rounds); }
    /// What was printed so far, once these words stand in it so many times.
    [[nodiscard]] std::string out_with(const std::string& words, std::size_t times = 1) const
    {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(15);
        while (count_of(bytes_of(out_), words) < times && std::chrono::steady_clock::now() < patience)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return bytes_of(out_);
    }
    [[nodiscard]] std::string errors() const { return bytes_of(errors_); }
    [[nodiscard]] int end_with(int signal)
    {
        int status = 0;
        ::kill(child_, signal);
        ::waitpid(std::exchange(child_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    std::filesystem::path out_;
    std::filesystem::path errors_;
    pid_t child_ = -1;
};

TEST(Watch, SaysWhatChangesAtEachSave)
{
    const TemporaryFolder folder;
    const TemporaryFolder output;
    folder.write("essai.lua", report("benef_f"));
    folder.write("mots.lua", "return { lignes = 'Lignes' }");
    folder.write("entrees/a.csv", partner);
    Watching watching(output, {(folder.path() / "essai.lua").string(), (folder.path() / "entrees").string(), "--year",
                               "2025", "--lang", "en", "--json"});
    EXPECT_THAT(watching.out_after(1),
                HasSubstr(R"({"type":"round","saved":"","read":true,"figures":2,"changed":2,"failed":false})"));

    folder.write("essai.lua", report("benef_h"));
    std::string out = watching.out_after(2);
    EXPECT_THAT(out, HasSubstr(R"({"type":"round","saved":"essai.lua","read":false,"figures":2,"changed":0,)"
                               R"("failed":false})"))
        << "as many women as men";
    folder.write("essai.lua", report("benef_total"));
    out = watching.out_after(3);
    EXPECT_THAT(out, HasSubstr(R"("label":"Personnes","before":21,"after":42)"));
    EXPECT_EQ(count_of(out, R"("read":true)"), 1U) << "the inputs were read once";

    folder.write("essai.lua", report("benef_totale"));
    (void)watching.out_after(4);
    EXPECT_THAT(watching.errors(), HasSubstr("essai.lua:10"));
    folder.write("essai.lua", report("benef_total"));
    EXPECT_THAT(watching.out_after(5), HasSubstr(R"({"type":"round","saved":"essai.lua","read":false,"figures":2,)"
                                                 R"("changed":0,"failed":false})"));

    folder.write("mots.lua", "return { lignes = 'Actions' }");
    EXPECT_THAT(watching.out_after(6), HasSubstr(R"("label":"Actions","before":null,"after":2)"));

    folder.write("entrees/a.csv", partner + "Cap;Salon;2025;10;4;6;10;5;2\n");
    out = watching.out_after(7);
    EXPECT_THAT(out, HasSubstr(R"("label":"Personnes","before":42,"after":52)"));
    EXPECT_THAT(out, HasSubstr(R"({"type":"round","saved":"a.csv","read":true,"figures":2,"changed":2,)"
                               R"("failed":false})"));
    EXPECT_EQ(watching.end_with(SIGINT), 130);
}

/// A theme of its own, whose report lists rows, adds them up, warns and has a rule.
std::string gardens(const std::string& further = "", const std::string& end = "")
{
    return "local bilan = require 'bilan'\nlocal f = bilan.field\nlocal w = function(t) return { fr = t, en = t } end\n"
           "return bilan.report {\n  api = 1, id = 'jardins', title = w 'Jardins', datasets = { 'jardin' },\n"
           "  schemas = { { id = 'jardin', label = w 'Jardins', hints = { 'jardins' }, fields = {\n"
           "    { id = 'jardin', type = 'text', required = true, label = w 'Jardin' },\n"
           "    { id = 'parcelles', type = 'count', label = w 'Parcelles' },\n"
           "    { id = 'accorde', type = 'euro', label = w 'Accordé' } },\n"
           "    controls = { { id = 'J01', severity = 'A', kind = 'condition', expression = f.parcelles:gt(50), label "
           "= "
           "w 'trop de parcelles', action = w 'Demander.' } } } },\n"
           "  build = function(run)\n    local rows = run:dataset 'jardin'\n    bilan.warning 'Attention au jardin.'\n"
           "    run:key_figures { { label = 'Crédits', figure = rows:figure(bilan.sum(f.accorde)) } }\n"
           "    run:table { id = 'liste', title = 'Liste', data = rows:select { 'jardin', 'parcelles' } }\n"
           "    run:table { id = 'total', title = 'Total par jardin', totals = true, data = rows:group { by = "
           "'jardin', "
           "measures = { { 'p', bilan.sum(f.parcelles) } } } }\n" +
           further + "  end,\n}" + end + "\n";
}

TEST(Watch, SaysCellsTablesTotalsBoundsAndFindingsAndNoWarningTwice)
{
    const TemporaryFolder folder;
    const TemporaryFolder output;
    const std::string gardens_of_one = "Jardin;Parcelles;Accordé\nLes Lilas;12;1000\nLe Pré;8;500.50\n";
    const std::string script = folder.write("jardins.lua", gardens()).string();
    folder.write("entrees/jardins.csv", gardens_of_one);
    Watching watching(output, {script, (folder.path() / "entrees").string(), "--lang", "en"});
    std::string out = watching.out_with("(Ctrl-C to end)");
    EXPECT_EQ(count_of(out, "Attention au jardin."), 1U) << out;
    EXPECT_EQ(count_of(out, "1\u00A0file ·"), 1U);

    folder.write("jardins.lua",
                 gardens("    run:table { id = 'autre', title = 'Autre', columns = { { header = 'A' } }, "
                         "rows = { { 1 } }, notes = { 'Bref.' } }\n"));
    out = watching.out_with("new table: Autre");
    EXPECT_THAT(out, HasSubstr("1\u00A0warning as before"));
    folder.write("jardins.lua", gardens());
    out = watching.out_with("table gone: Autre");

    folder.write("jardins.lua", gardens("", " }"));
    out = watching.out_with("— jardins.lua", 3);
    folder.write("jardins.lua", gardens());
    out = watching.out_with("Nothing changed: no figure, table, note or finding.");
    EXPECT_THAT(out, HasSubstr("3\u00A0figures. Nothing changed")) << out << watching.errors();
    EXPECT_EQ(count_of(out, "1\u00A0file ·"), 1U) << "the theme is not forgotten, and what was read is said once\n"
                                                  << out;
    EXPECT_EQ(count_of(out, "Attention au jardin."), 1U);

    folder.write("entrees/jardins.csv", "Jardin;Parcelles;Accordé\nLes Lilas;60;1000\nLe Pré;8;500.50\nNeuf;2;?\n");
    out = watching.out_with("new finding: ");
    for (const char* said : {"Crédits: 1,501\u00A0€ (base 2, unknown 0) → ≥\u00A01,500.50\u00A0€ (base 2, unknown 1)",
                             "Liste › Les Lilas · Parcelles: 12 → 60", "Liste › new row: Neuf · 2",
                             "Total par jardin › Total · p: 20 → 70", "new finding: "})
        EXPECT_THAT(out, HasSubstr(said)) << out;
    folder.write("entrees/jardins.csv", gardens_of_one);
    out = watching.out_with("finding gone: ");
    EXPECT_THAT(out, HasSubstr("Liste › row gone: Neuf · 2"));
    EXPECT_EQ(count_of(out, "Attention au jardin."), 1U);
    EXPECT_EQ(watching.end_with(SIGINT), 130);
}

TEST(Watch, TellsMachinesOfTablesToo)
{
    const TemporaryFolder folder;
    const TemporaryFolder output;
    const std::string script = folder.write("jardins.lua", gardens()).string();
    folder.write("entrees/jardins.csv", "Jardin;Parcelles;Accordé\nLes Lilas;12;1000\nLe Pré;8;500\n");
    Watching watching(output, {script, (folder.path() / "entrees").string(), "--lang", "fr", "--json"});
    (void)watching.out_after(1);
    folder.write("entrees/jardins.csv", "Jardin;Parcelles;Accordé\nLes Lilas;13;1000\nLe Pré;8;500\n");
    EXPECT_THAT(watching.out_after(2), HasSubstr(R"({"type":"table","change":"cell","table":"Liste","label":)"
                                                 R"("Les Lilas · Parcelles","before":"12","after":"13"})"));
    EXPECT_EQ(watching.end_with(SIGINT), 130);
}

TEST(Watch, OneRoundForPeopleAndItsExitCode)
{
    const TemporaryFolder folder;
    const std::string script = folder.write("essai.lua", report("benef_total")).string();
    folder.write("mots.lua", "return { lignes = 'Lignes' }");
    const std::string input = folder.write("a.csv", partner).string();
    const Ended good = bilan({"watch", script, input, "--rounds", "1"});
    EXPECT_EQ(good.exit, 0) << good.errors;
    EXPECT_THAT(good.out, HasSubstr("2\u00A0chiffres. À chaque enregistrement, ceux qui changent s'affichent ici"));
    EXPECT_EQ(bilan({"watch", script, (folder.path() / "absent").string(), "--rounds", "1"}).exit, 3);
    folder.write("mots.lua", "return { lignes = ");
    const Ended bad = bilan({"surveiller", script, input, "--tours", "1"});
    EXPECT_EQ(bad.exit, 6);
    EXPECT_THAT(bad.errors, HasSubstr("mots.lua:1"));
    EXPECT_THAT(bad.out, Not(HasSubstr("chiffres.")));
}

} // namespace
} // namespace bilan::support
