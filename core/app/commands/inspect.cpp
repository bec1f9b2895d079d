// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/commands/inspect_lines.hpp"
#include "app/findings_screen.hpp"
#include "base/number.hpp"
#include "base/sentence.hpp"
#include "base/text.hpp"
#include "run/reading.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::app {

namespace {

struct InspectWords {
    std::vector<std::string> inputs;
    run::ReadingOptions options;
};

std::string percent(const Session& session, double share)
{
    return base::percent_for_people(share, 0, session.language());
}

/// What, without what to do: « L'en-tête est un libellé connu du champ : … ».
std::string what_of(const Session& session, const base::Message& message)
{
    const std::string sentence = base::render(message, session.language());
    const std::size_t end = base::sentence_end(sentence);
    return end == std::string::npos ? sentence : sentence.substr(0, end - 2);
}

/// mappings.toml says that nothing is made of it: there is no question any more.
bool is_answered_away(const intake::ColumnReading& column)
{
    return column.reason.code == "BIL-274";
}

void show_columns(Session& session, const intake::TableReading& table)
{
    for (const intake::ColumnReading& column : table.columns) {
        session.out() << "    " << column_letters(column.column) << "  «\u00A0" << base::for_display(column.header, 60)
                      << " »";
        if (column.personal)
            session.out() << session.say({"  → écartée\u00A0: désigne des personnes", "  → dropped: names persons"});
        else if (is_answered_away(column))
            session.out() << session.say({"  → écartée\u00A0: votre réponse", "  → left out: your answer"});
        else if (!column.field.empty())
            session.out() << "  → " << session.bold(column.field) << " (" << percent(session, column.confidence) << ", "
                          << what_of(session, column.reason) << ")";
        else if (!column.suggestions.empty())
            session.out() << session.say({"  → question\u00A0: ", "  → question: "})
                          << base::join(column.suggestions, session.say({" ou ", " or "}))
                          << session.say({"\u00A0?", "?"});
        else
            session.out() << session.say({"  → non reconnue, laissée de côté", "  → not known, left out"});
        session.out() << '\n';
    }
}

void show_rows(Session& session, const intake::TableReading& table)
{
    std::map<std::string, std::vector<std::string>> by_reason;
    for (const intake::RowReading& row : table.rows_not_kept)
        by_reason[base::render(row.reason, session.language())].push_back(std::to_string(std::uint64_t{row.row} + 1));
    for (const auto& [reason, rows] : by_reason) {
        const std::size_t shown = std::min<std::size_t>(rows.size(), 12);
        session.out() << "    " << session.say({"lignes ", "rows "}) << base::join(std::span(rows).first(shown), ", ")
                      << (shown < rows.size() ? ", …" : "") << " : " << reason << '\n';
    }
}

/// A header as a key of mappings.toml; one of several of the same name with its column.
std::string mapping_key(const intake::TableReading& table, const intake::ColumnReading& column)
{
    const bool has_namesake =
        std::any_of(table.columns.begin(), table.columns.end(), [&](const intake::ColumnReading& other) {
            return &other != &column && other.header == column.header;
        });
    std::string header = base::replace_all(base::for_display(column.header, 400), "\\", "\\\\");
    header = base::replace_all(header, "\"", "\\\"");
    if (has_namesake) header += " [" + column_letters(column.column) + ']';
    return '"' + header + '"';
}

/// Lines for mappings.toml, ready to be pasted as they are: an answer where a question has one that nothing else gives,
/// a comment to complete for every other column that is not read.
void show_mapping_lines(Session& session, const intake::TableReading& table)
{
    std::set<std::string> taken;
    for (const intake::ColumnReading& column : table.columns) taken.insert(column.field);
    std::string lines;
    for (const intake::ColumnReading& column : table.columns) {
        if (column.personal || !column.field.empty() || column.header.empty() || is_answered_away(column)) continue;
        const bool is_answer = !column.suggestions.empty() && taken.insert(column.suggestions.front()).second;
        lines += is_answer ? "      " : "      # ";
        lines += mapping_key(table, column) + " = \"" +
                 (is_answer ? column.suggestions.front() : session.say({"champ", "field"})) + "\"";
        if (!is_answer && !column.suggestions.empty())
            lines += session.say({"  # pris ailleurs\u00A0: ", "  # taken elsewhere: "}) +
                     base::join(column.suggestions, ", ");
        lines += '\n';
    }
    if (lines.empty()) return;
    session.out() << session.say({"    à vérifier, puis à mettre dans mappings.toml\u00A0:\n",
                                  "    to check, then to put into mappings.toml:\n"})
                  << "      [" << table.schema << "]\n"
                  << lines;
}

void show_file(Session& session, const run::FileResult& file)
{
    session.out() << session.bold(file.file.name) << "  (" << file.format << ")\n";
    for (const intake::TableReading& table : file.reading.tables) {
        session.out() << "  " << base::for_display(table.sheet) << " › " << range_name(table.range) << " : "
                      << (table.schema.empty() ? session.say({"aucun schéma", "no schema"})
                                               : session.bold(table.schema))
                      << " (" << percent(session, table.schema_confidence) << ", "
                      << what_of(session, table.schema_reason) << ")\n"
                      << "    " << session.say({"lignes lues ", "rows read "}) << session.number(table.rows_read)
                      << session.say({" = gardées ", " = kept "}) << session.number(table.rows_kept)
                      << session.say({" + écartées ", " + set aside "}) << session.number(table.rows_set_aside)
                      << session.say({" + refusées ", " + refused "}) << session.number(table.rows_refused) << '\n';
        show_columns(session, table);
        show_rows(session, table);
        if (!table.schema.empty()) show_mapping_lines(session, table);
    }
    for (const intake::SheetReading& sheet : file.reading.passed_over)
        session.out() << "  " << base::for_display(sheet.sheet) << " : "
                      << base::render(sheet.reason, session.language()) << '\n';
    if (file.reading.tables.empty() && file.reading.passed_over.empty())
        session.out() << "  " << session.say({"aucun tableau", "no table"}) << '\n';
}

base::ExitCode inspect(Session& session, const InspectWords& words)
{
    const std::unique_ptr<run::Progress> progress = session.progress();
    const run::Inputs inputs = run::find_inputs(words.inputs);
    const run::Reading reading = run::read_inputs(session.engine(), inputs, words.options, *progress);
    progress->finished();
    base::ExitCode code = base::ExitCode::done;
    for (const run::FileResult& file : reading.files)
        if (file.failure)
            code = session.fail(base::Error(file.failure->exit_code(),
                                            file.failure->place().empty() ? file.file.name : file.failure->place(),
                                            file.failure->message()));
        else if (session.json)
            inspect_lines(session, file);
        else
            show_file(session, file);
    if (session.json)
        inspect_copies(session, reading);
    else
        show_copies(session, reading);
    return code;
}

} // namespace

void add_inspect(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "inspect", "inspecter",
                    {"Ce qui a été compris d'un fichier\u00A0: feuilles, tableaux, en-têtes, lignes écartées",
                     "What was understood of a file: sheets, tables, headers, rows set aside"},
                    {"  bilan inspecter mission_locale.xlsx", "  bilan inspect mission_locale.xlsx"});
    auto words = std::make_shared<InspectWords>();
    add_reading_options(*command, session, words->inputs, words->options);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return inspect(session, *words); }; });
}

} // namespace bilan::app
