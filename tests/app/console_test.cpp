// SPDX-License-Identifier: MPL-2.0
//
// `bilan console` as a person uses it: lines piped in, and keys at a terminal.
#include "app/bilan.hpp"
#include "support/terminal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string partner = "Porteur;Intitulé;Exercice;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable\n"
                            "Avenir;Atelier;2025;12;7;5;12;8;3\nBoussole;Forum;2025;30;14;16;30;22;9\n";

class ConsoleProgram : public testing::Test {
protected:
    Ended piped(const std::string& lines, std::vector<std::string> words = {})
    {
        words.insert(words.begin(), {BILAN_BUILD_DIR "/bin/bilan", "console", folder_.write("a.csv", partner).string(),
                                     "--year", "2025"});
        return run_program(words, {}, folder_.write("lines", lines));
    }
    TemporaryFolder folder_;
};

TEST_F(ConsoleProgram, AnswersWhatIsPipedInWithoutPrompts)
{
    const Ended ended = piped("emploi:figure(bilan.sum(f.benef_total))\n\nemploi:group { by = { 'porteur' },\n"
                              "  measures = { { 'part', bilan.ratio(f.benef_f, f.benef_total) } } }\n");
    EXPECT_EQ(ended.exit, 0) << ended.errors;
    EXPECT_EQ(ended.errors, "");
    EXPECT_EQ(ended.out, "42  (base\u00A02)\n2\u00A0lignes\nporteur     part\n────────  ──────\n"
                         "Avenir    58,3\u00A0%\nBoussole  46,7\u00A0%\n");
}

TEST_F(ConsoleProgram, AnErrorEndsNothingButIsTheExitCode)
{
    const Ended ended = piped("x = 1\nemplo\n:zzz\nx + 1", {"--lang", "en"});
    EXPECT_EQ(ended.exit, 6);
    EXPECT_EQ(ended.out, "2\n");
    EXPECT_THAT(ended.errors, HasSubstr("bilan: console:2: Unknown name \"emplo\""));
    EXPECT_THAT(ended.errors, HasSubstr("  2 | emplo\n    | ^^^^^ [BIL-617]"));
    EXPECT_THAT(ended.errors, HasSubstr("There is no command \":zzz\". Type :help to see them"));
    EXPECT_EQ(piped(":zzz\n").exit, 2);
    EXPECT_EQ(piped(":zzz\nrows\n").exit, 6) << "an entry that failed is more than a misspelt order";
    EXPECT_EQ(piped("emploi:group {\n").exit, 6) << "an entry that lacks its end";
    EXPECT_EQ(piped("'\xC3'\n").exit, 6) << "bytes that are no text";
}

TEST_F(ConsoleProgram, OrdersInBothLanguages)
{
    EXPECT_THAT(piped(":aide\n").out, AllOf(HasSubstr(":quitter"), HasSubstr("un « local » reste")));
    EXPECT_THAT(piped(":help\n", {"--lang", "en"}).out, AllOf(HasSubstr(":quit "), HasSubstr("a \"local\" stays")));
    EXPECT_THAT(piped(":doc Query:join\n").out, HasSubstr("Query:join(other, options)"));
    EXPECT_THAT(piped(":doc C02\n").out, HasSubstr("C02  "));
    EXPECT_THAT(piped(":doc Query:jion\n", {"--lang", "en"}).errors, HasSubstr("Did you mean \"Query:join\"?"));
    EXPECT_THAT(piped(":champs\n").out, HasSubstr("benef_total"));
    EXPECT_THAT(piped(":fields emploi\n", {"--lang", "en"}).out, HasSubstr("known: number of rows, of 2"));
    const Ended amid = piped("x = {\n:doc bilan.sum\n7 }\nx[1]\n", {"--lang", "en"});
    EXPECT_EQ(amid.errors, "") << "an order amid an entry does not become Lua";
    EXPECT_THAT(amid.out, AllOf(HasSubstr("bilan.sum(expression"), HasSubstr("\n7\n")));
    const Ended quit = piped(":quit\nemplo\n");
    EXPECT_EQ(quit.exit, 0);
    EXPECT_EQ(quit.errors, "");
    EXPECT_EQ(piped(":fields emplois\n").exit, 2);
}

TEST_F(ConsoleProgram, LinesForMachines)
{
    EXPECT_EQ(piped("1\nemploi:group { by = { 'porteur' }, measures = { { 'n', bilan.count() } } }\n", {"--json"}).out,
              "{\"type\":\"answer\",\"text\":\"1\"}\n{\"type\":\"answer\",\"text\":\"2\u00A0lignes\",\"headers\":"
              "[\"porteur\",\"n\"],\"rows\":[[\"Avenir\",\"1\"],[\"Boussole\",\"1\"]],\"note\":\"\"}\n");
}

TEST_F(ConsoleProgram, WithoutInputsAndWithBadOnes)
{
    const auto run = [this](std::vector<std::string> words, const std::string& lines) {
        words.insert(words.begin(), BILAN_BUILD_DIR "/bin/bilan");
        return run_program(words, {}, folder_.write("lines", lines));
    };
    EXPECT_EQ(run({"dialoguer"}, "bilan.number.text(1234.5, 1)\n").out, "1\u202F234,5\n");
    EXPECT_EQ(run({"console", (folder_ / "absent").string()}, "1\n").exit, 3);
    EXPECT_EQ(run({"console", "--time-limit", "0.2"}, "while true do end\n2\n").out, "2\n");
}

TEST_F(ConsoleProgram, KeysAtATerminal)
{
    const std::string home = folder_.path().string();
    const std::vector<std::string> words{BILAN_BUILD_DIR "/bin/bilan",
                                         "console",
                                         folder_.write("a.csv", partner).string(),
                                         "--year",
                                         "2025",
                                         "--lang",
                                         "en"};
    // libedit keeps two names of its own until the end, which a sanitizer would take for a leak of ours.
    const std::vector<std::string> environment{"PATH=/usr/bin:/bin", "HOME=" + home, "TERM=xterm", "LANG=C",
                                               "ASAN_OPTIONS=detect_leaks=0"};
    {
        AtTerminal terminal(words, environment);
        EXPECT_THAT(terminal.until("1> "), AllOf(HasSubstr(":help, :quit"), HasSubstr("emploi")));
        terminal.type("emploi:fig\t(bilan.sum(f.benef_to\t))\r");
        EXPECT_THAT(terminal.until("2> "), HasSubstr("42  (base 2)"));
        terminal.type("half a line\x03");
        EXPECT_THAT(terminal.until("2> "), HasSubstr("(:quit to end)"));
        terminal.type("f.benef_\t");
        EXPECT_THAT(terminal.until("benef_total"), HasSubstr("benef_f"));
        terminal.type("\x15"
                      "1 +\r");
        EXPECT_THAT(terminal.until("| "), HasSubstr("3"));
        terminal.type("1\r");
        EXPECT_THAT(terminal.until("4> "), HasSubstr("\n2\r\n"));
        terminal.type("while true do end\r");
        EXPECT_THAT(terminal.until("\n"), HasSubstr("while"));
        ::usleep(200'000);
        terminal.type("\x03");
        EXPECT_THAT(terminal.until("5> "), HasSubstr("Interrupted."));
        terminal.type("local été = 1\r");
        EXPECT_THAT(terminal.until("6> "), HasSubstr("console:5"));
        terminal.type("t = 'été'\r");
        (void)terminal.until("7> ");
        terminal.type("t\r");
        EXPECT_THAT(terminal.until("8> "), HasSubstr("\nété\r\n"));
        EXPECT_EQ(terminal.end_by("\x04"), 0) << "what failed was seen";
    }
    const std::filesystem::path history = folder_ / ".local/state/bilan/console_history";
    EXPECT_THAT(bytes_of(history), AllOf(HasSubstr("t = 'été'\nt\n"), Not(HasSubstr("half"))));
    EXPECT_EQ(std::filesystem::status(history).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    AtTerminal again(words, environment);
    (void)again.until("1> ");
    again.type("\x1b[A\x1b[A\r"); // two lines up in the history of last time
    (void)again.until("2> ");
    again.type("t\r");
    EXPECT_THAT(again.until("3> "), HasSubstr("\nété\r\n"));
    again.type(":quit\r");
    EXPECT_EQ(again.end_by("\x04"), 0);
}

} // namespace
} // namespace bilan::support
