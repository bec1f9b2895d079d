// SPDX-License-Identifier: MPL-2.0
#include "run/watch.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/report_options.hpp"
#include "app/findings_screen.hpp"
#include "base/json.hpp"

#include <array>
#include <chrono>
#include <thread>
#include <utility>

namespace bilan::app {

namespace {

constexpr std::chrono::milliseconds between_looks{150};

struct WatchWords {
    ReportWords report;
    int rounds = 0; ///< 0: until it is interrupted
};

constexpr std::size_t most_shown = 20; ///< of tables and of findings: who changes more looks at the workbook

/// What was read is said again when it is other than the last time it was said.
class Accounted {
public:
    [[nodiscard]] bool is_other(const run::Reading& reading)
    {
        const run::Accounting total = reading.total();
        const Numbers now{reading.files.size(), total.rows_read, total.rows_kept, reading.rules_applied()};
        return std::exchange(last_, now) != now;
    }

private:
    using Numbers = std::array<std::uint64_t, 4>;
    Numbers last_{};
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
    for (const run::TableChange& change : round.table_changes) {
        base::JsonLine line;
        line.member("type", "table").member("change", run::name_of(change.kind)).member("table", change.table);
        line.member("label", change.label).member("before", change.before).member("after", change.after);
        session.out() << line.text() << '\n';
    }
    const auto tell = [&session](const char* change, const std::vector<std::string>& findings) {
        for (const std::string& finding : findings) {
            base::JsonLine line;
            line.member("type", "finding").member("change", change).member("text", finding);
            session.out() << line.text() << '\n';
        }
    };
    tell("new", round.new_findings);
    tell("gone", round.gone_findings);
    base::JsonLine line;
    line.member("type", "round").member("saved", saved_files(round)).member("read", round.has_read);
    line.member("figures", static_cast<std::int64_t>(round.figures));
    line.member("changed", static_cast<std::int64_t>(round.changes.size())).member("failed", !round.failures.empty());
    session.out() << line.text() << '\n';
}

/// The first of many, and how many more there are.
template <class Item, class InWords>
void show_first(Session& session, const std::vector<Item>& items, const InWords& in_words)
{
    for (std::size_t at = 0; at < items.size() && at < most_shown; ++at)
        session.out() << "  " << in_words(items[at]) << '\n';
    if (items.size() <= most_shown) return;
    session.out() << "  … "
                  << session.counted(items.size() - most_shown, {"autre changement", "more change"},
                                     {"autres changements", "more changes"})
                  << '\n';
}

void show_changes(Session& session, const run::WatchRound& round)
{
    const base::Language language = session.language();
    for (const run::FigureChange& change : round.changes) {
        session.out() << "  " << (change.id.empty() ? change.page + " › " : session.bold(change.id) + "  ");
        session.out() << change.label << (language == base::Language::french ? "\u00A0: " : ": ")
                      << run::in_words(change, language) << '\n';
    }
    show_first(session, round.table_changes,
               [language](const run::TableChange& change) { return run::in_words(change, language); });
    const auto finding = [&session](const base::Words& before) {
        return [&session, before](const std::string& text) { return session.say(before) + text; };
    };
    show_first(session, round.new_findings, finding({"nouveau constat\u00A0: ", "new finding: "}));
    show_first(session, round.gone_findings, finding({"constat levé\u00A0: ", "finding gone: "}));
}

bool has_changes(const run::WatchRound& round)
{
    return !round.changes.empty() || !round.table_changes.empty() || !round.new_findings.empty() ||
           !round.gone_findings.empty();
}

void show(Session& session, const run::WatchRound& round, bool is_first, Accounted& accounted)
{
    const bool is_read = round.has_read && round.reading != nullptr;
    if (is_read && accounted.is_other(*round.reading)) show_accounting(session, *round.reading);
    if (!is_first) session.out() << "— " << saved_files(round) << '\n';
    for (const script::JournalLine& line : round.journal)
        session.out() << "  " << session.place_of(line) << "  " << line.text << '\n';
    if (round.same_warnings > 0)
        session.out() << "  "
                      << session.counted(round.same_warnings, {"avertissement inchangé", "warning as before"},
                                         {"avertissements inchangés", "warnings as before"})
                      << '\n';
    if (!is_first && has_changes(round))
        show_changes(session, round);
    else if (round.failures.empty())
        session.out() << "  " << session.counted(round.figures, {"chiffre", "figure"}, {"chiffres", "figures"})
                      << (is_first ? session.say({". À chaque enregistrement, ceux qui changent s'affichent ici "
                                                  "(Ctrl+C pour finir).",
                                                  ". Each time you save, those that change are shown here (Ctrl-C to "
                                                  "end)."})
                                   : session.say({". Rien n'a changé, ni chiffre, ni tableau, ni note, ni constat.",
                                                  ". Nothing changed: no figure, table, note or finding."}))
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
    Accounted accounted;
    for (int round_number = 1;; ++round_number) {
        const run::WatchRound round = watch.round();
        if (session.json)
            show_json(session, round);
        else
            show(session, round, round_number == 1, accounted);
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
         "Les entrées ne sont relues que si l'une d'elles a changé. Ctrl+C pour finir (sortie 130).",
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
