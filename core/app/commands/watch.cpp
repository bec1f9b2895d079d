// SPDX-License-Identifier: MPL-2.0
#include "run/watch.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/report_options.hpp"
#include "app/findings_screen.hpp"
#include "base/json.hpp"

#include <chrono>
#include <thread>

namespace bilan::app {

namespace {

constexpr std::chrono::milliseconds between_looks{150};

struct WatchWords {
    ReportWords report;
    int rounds = 0; ///< 0: until it is interrupted
};

std::string saved_files(const run::WatchRound& round)
{
    std::string names;
    for (const std::filesystem::path& file : round.saved)
        names += (names.empty() ? "" : ", ") + file.filename().string();
    return names;
}

void show_json(Session& session, const run::WatchRound& round)
{
    const auto member = [](base::JsonLine& line, const char* name, const std::optional<data::Figure>& figure) {
        if (figure && figure->value)
            line.member(name, *figure->value);
        else
            line.null(name);
    };
    for (const run::FigureChange& change : round.changes) {
        base::JsonLine line;
        line.member("type", "change").member("page", change.page).member("id", change.id);
        line.member("label", change.label);
        member(line, "before", change.before);
        member(line, "after", change.after);
        session.out() << line.text() << '\n';
    }
    base::JsonLine line;
    line.member("type", "round").member("saved", saved_files(round)).member("read", round.has_read);
    line.member("figures", static_cast<std::int64_t>(round.figures));
    line.member("changed", static_cast<std::int64_t>(round.changes.size())).member("failed", !round.failures.empty());
    session.out() << line.text() << '\n';
}

void show_changes(Session& session, const run::WatchRound& round)
{
    for (const run::FigureChange& change : round.changes) {
        session.out() << "  " << (change.id.empty() ? change.page + " › " : session.bold(change.id) + "  ");
        session.out() << change.label << (session.language() == base::Language::french ? "\u00A0: " : ": ")
                      << run::in_words(change, session.language()) << '\n';
    }
}

void show(Session& session, const run::WatchRound& round, bool is_first)
{
    if (round.has_read && round.reading != nullptr) show_accounting(session, *round.reading);
    if (!is_first) session.out() << "— " << saved_files(round) << '\n';
    for (const script::JournalLine& line : round.journal)
        session.out() << "  " << line.file << ':' << line.line << "  " << line.text << '\n';
    if (!is_first && !round.changes.empty())
        show_changes(session, round);
    else if (round.failures.empty())
        session.out() << "  " << session.counted(round.figures, {"chiffre", "figure"}, {"chiffres", "figures"})
                      << (is_first ? session.say({". À chaque enregistrement, ceux qui changent s'affichent ici "
                                                  "(Ctrl-C pour finir).",
                                                  ". Each time you save, those that change are shown here (Ctrl-C to "
                                                  "end)."})
                                   : session.say({". Aucun n'a changé\u00A0; les cellules des listes de lignes et les "
                                                  "textes ne sont pas comparés.",
                                                  ". None of them changed; cells of listed rows and texts are not "
                                                  "compared."}))
                      << '\n';
}

base::ExitCode watch(Session& session, WatchWords& words)
{
    settle(session, words.report);
    const std::unique_ptr<run::Progress> progress = session.progress();
    run::Watch watch(
        [&session](bool anew) -> const run::Engine& { return anew ? session.renew_engine() : session.engine(); },
        words.report.request, *progress);
    base::ExitCode ended = base::ExitCode::done;
    for (int round_number = 1;; ++round_number) {
        const run::WatchRound round = watch.round();
        if (session.json)
            show_json(session, round);
        else
            show(session, round, round_number == 1);
        session.out().flush();
        for (const base::Error& failure : round.failures) (void)session.fail(failure);
        ended = round.failures.empty() ? base::ExitCode::done : round.failures.front().exit_code();
        if (round_number == words.rounds) break;
        while (!watch.has_news()) std::this_thread::sleep_for(between_looks);
    }
    return ended;
}

} // namespace

void add_watch(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(
        app, session, "watch", "surveiller",
        {"Refaire un rapport à chaque enregistrement et dire quels chiffres changent, sans écrire de classeur",
         "Make a report again each time you save and say which figures change, without writing a workbook"},
        {"  bilan surveiller mon_rapport.lua entrees/ --annee 2025\n"
         "Les entrées ne sont relues que si l'une d'elles a changé. Ctrl-C pour finir (sortie 130).",
         "  bilan watch my_report.lua inputs/ --year 2025\n"
         "The inputs are read again only when one of them changed. Ctrl-C to end (exit 130)."});
    auto words = std::make_shared<WatchWords>();
    add_report_options(*command, session, words->report);
    command
        ->add_option("--rounds,--tours", words->rounds,
                     session.say({"s'arrêter après tant de tours", "end after that many rounds"}))
        ->check(CLI::Range(1, 1'000'000));
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return watch(session, *words); }; });
}

} // namespace bilan::app
