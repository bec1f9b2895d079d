// SPDX-License-Identifier: MPL-2.0
#include "app/findings_screen.hpp"

#include "base/text.hpp"
#include "run/place_words.hpp"

#include <bilan/place.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace bilan::app {

namespace {

struct Group {
    const intake::Finding* first = nullptr;
    std::vector<const intake::Finding*> others;
};

/// What was set aside or converted asks nothing of anybody and is told with the information.
data::Severity shown_severity(const intake::Finding& finding)
{
    const bool settled = finding.severity == data::Severity::blocking && !intake::blocks(finding);
    return settled ? data::Severity::information : finding.severity;
}

std::size_t count_of(const run::Reading& reading, data::Severity severity)
{
    return static_cast<std::size_t>(std::ranges::count(reading.findings, severity, shown_severity));
}

std::vector<Group> groups_of(const run::Reading& reading, data::Severity severity)
{
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> index;
    std::vector<Group> groups;
    for (const intake::Finding& finding : reading.findings) {
        if (shown_severity(finding) != severity || finding.code == run::copy_of_another) continue;
        const auto [at, is_new] = index.try_emplace({finding.place.file, finding.code, finding.header}, groups.size());
        if (is_new)
            groups.push_back({&finding, {}});
        else
            groups[at->second].others.push_back(&finding);
    }
    return groups;
}

std::string title_of(const Session& session, std::size_t all, data::Severity severity)
{
    if (severity == data::Severity::blocking)
        return session.counted(all, {"constat bloquant", "blocking finding"},
                               {"constats bloquants", "blocking findings"});
    if (severity == data::Severity::alert)
        return session.counted(all, {"constat à regarder", "finding to look at"},
                               {"constats à regarder", "findings to look at"});
    return session.counted(all, {"information (conversions, lignes écartées)", "note (conversions, rows set aside)"},
                           {"informations (conversions, lignes écartées)", "notes (conversions, rows set aside)"});
}

/// « et 2 de même cause : C3 « 1.200 », C7 « 1,5 » »: each may have been read otherwise than the first.
void show_others(Session& session, const Group& group)
{
    constexpr std::size_t most = 4;
    if (group.others.empty()) return;
    session.out() << session.say({" et ", " and "}) << session.number(group.others.size())
                  << session.say({" de même cause", " of the same cause"});
    std::string named;
    for (std::size_t at = 0; at < group.others.size() && at < most; ++at) {
        const intake::Finding& other = *group.others[at];
        if (!other.place.row || !other.place.column) return;
        named += (at > 0 ? ", " : "") + cell_name({*other.place.row, *other.place.column});
        if (!other.read.empty()) named += " «\u00A0" + base::for_display(other.read, 20) + "\u00A0»";
    }
    session.out() << session.say({"\u00A0: ", ": "}) << named << (group.others.size() > most ? ", …" : "");
}

/// All that --quiet leaves of the findings.
void show_counts(Session& session, const run::Reading& reading)
{
    using data::Severity;
    const auto count = [&](Severity severity) { return title_of(session, count_of(reading, severity), severity); };
    session.out() << count(Severity::blocking) << " · " << count(Severity::alert) << " · "
                  << count(Severity::information) << '\n';
}

void show_severity(Session& session, const run::Reading& reading, data::Severity severity,
                   const base::Words& where_the_rest_is, std::size_t most)
{
    const std::size_t all = count_of(reading, severity);
    if (all == 0) return;
    const bool blocking = severity == data::Severity::blocking;
    const std::string title = title_of(session, all, severity);
    session.out() << "\n  " << (blocking ? session.red(title) : session.bold(title)) << '\n';
    const std::vector<Group> groups = groups_of(reading, severity);
    for (std::size_t at = 0; at < groups.size() && at < most; ++at) {
        const Group& group = groups[at];
        session.out() << "    " << group.first->code << "  " << run::place_words(group.first->place);
        show_others(session, group);
        session.out() << "\n      " << group.first->sentence(session.language()) << '\n';
    }
    if (groups.size() > most)
        session.out() << "    … "
                      << session.counted(groups.size() - most, {"autre cause", "other cause"},
                                         {"autres causes", "other causes"})
                      << session.say({"\u00A0: ", ": "}) << session.say(where_the_rest_is) << '\n';
}

} // namespace

void show_accounting(Session& session, const run::Reading& reading)
{
    const run::Accounting total = reading.total();
    std::size_t tables = 0;
    for (const run::FileResult& file : reading.files) tables += file.reading.tables.size();
    session.out() << session.counted(reading.files.size(), {"fichier", "file"}, {"fichiers", "files"}) << " · "
                  << session.counted(tables, {"tableau", "table"}, {"tableaux", "tables"}) << " · "
                  << session.counted(total.rows_read, {"ligne lue", "row read"}, {"lignes lues", "rows read"}) << " = "
                  << session.counted(total.rows_kept, {"gardée", "kept"}, {"gardées", "kept"}) << " + "
                  << session.counted(total.rows_set_aside, {"écartée", "set aside"}, {"écartées", "set aside"}) << " + "
                  << session.counted(total.rows_refused, {"refusée", "refused"}, {"refusées", "refused"}) << " · "
                  << session.counted(reading.rules_applied(), {"règle appliquée", "rule applied"},
                                     {"règles appliquées", "rules applied"})
                  << '\n';
    show_copies(session, reading);
}

void show_copies(Session& session, const run::Reading& reading)
{
    for (const intake::Finding& finding : reading.findings)
        if (finding.code == run::copy_of_another) session.out() << "  " << finding.sentence(session.language()) << '\n';
}

void show_findings(Session& session, const run::Reading& reading, const base::Words& where_the_rest_is,
                   std::size_t most)
{
    if (session.quiet) {
        show_counts(session, reading);
        return;
    }
    for (const intake::Finding& finding : reading.findings)
        if (finding.place.file.empty() && finding.severity == data::Severity::information)
            session.out() << "  " << finding.sentence(session.language()) << '\n';
    show_severity(session, reading, data::Severity::blocking, where_the_rest_is, most);
    show_severity(session, reading, data::Severity::alert, where_the_rest_is, most);
    if (reading.total().rows_kept == 0) { // then they are the reason
        show_severity(session, reading, data::Severity::information, where_the_rest_is, most);
        return;
    }
    if (const std::size_t told = count_of(reading, data::Severity::information); told > 0)
        session.out() << "\n  " << title_of(session, told, data::Severity::information)
                      << session.say({"\u00A0: ", ": "}) << session.say(where_the_rest_is) << '\n';
}

} // namespace bilan::app
