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
    [[nodiscard]] std::string out_after(std::size_t rounds) const
    {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (count_of(bytes_of(out_), R"("type":"round")") < rounds && std::chrono::steady_clock::now() < patience)
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
