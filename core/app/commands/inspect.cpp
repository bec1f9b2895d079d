// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "app/commands/inspect_lines.hpp"
#include "app/findings_screen.hpp"
#include "base/number.hpp"
#include "base/sentence.hpp"
#include "base/text.hpp"
#include "run/reading.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>

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

/// Nothing is made of it, and nothing is to be asked either.
bool is_left_out(const intake::ColumnReading& column)
{
    return !column.personal && !is_answered_away(column) && column.field.empty() && column.suggestions.empty();
}

/// « H à BS (64 colonnes) → non reconnues, laissées de côté : « a », « b », … »
void show_left_out(Session& session, std::span<const intake::ColumnReading> columns)
{
    constexpr std::size_t most_named = 8;
    std::vector<std::string> named;
    std::size_t with_header = 0;
    for (const intake::ColumnReading& column : columns) {
        if (column.header.empty()) continue;
        ++with_header;
        if (named.size() < most_named) named.push_back("«\u00A0" + base::for_display(column.header, 40) + " »");
    }
    session.out() << "    " << column_letters(columns.front().column) << session.say({" à ", " to "})
                  << column_letters(columns.back().column) << " ("
                  << session.counted(columns.size(), {"colonne", "column"}, {"colonnes", "columns"})
                  << session.say({")  → non reconnues, laissées de côté", ")  → not known, left out"});
    if (with_header == 0)
        session.out() << session.say({", sans en-tête", ", no header"});
    else
        session.out() << session.say({"\u00A0: ", ": "}) << base::join(named, ", ")
                      << (named.size() < with_header ? ", …" : "");
    session.out() << '\n';
}

void show_column(Session& session, const intake::ColumnReading& column)
{
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
                      << base::join(column.suggestions, session.say({" ou ", " or "})) << session.say({"\u00A0?", "?"});
    else
        session.out() << session.say({"  → non reconnue, laissée de côté", "  → not known, left out"});
    session.out() << '\n';
}

void show_columns(Session& session, const intake::TableReading& table)
{
    constexpr std::size_t fewest_told_together = 4;
    const std::span<const intake::ColumnReading> columns = table.columns;
    for (std::size_t at = 0; at < columns.size();) {
        std::size_t end = at;
        while (end < columns.size() && is_left_out(columns[end])) ++end;
        if (end - at >= fewest_told_together) {
            show_left_out(session, columns.subspan(at, end - at));
            at = end;
        } else {
            show_column(session, columns[at++]);
        }
    }
}

void show_rows(Session& session, const intake::TableReading& table)
{
    std::map<std::string, std::vector<std::string>> by_reason;
    for (const intake::RowReading& row : table.rows_not_kept)
        by_reason[base::render(row.reason, session.language())].push_back(std::to_string(std::uint64_t{row.row} + 1));
    for (const auto& [reason, rows] : by_reason) {
        const std::size_t shown = std::min<std::size_t>(rows.size(), 12);
        session.out() << "    "
                      << (rows.size() == 1 ? session.say({"ligne ", "row "}) : session.say({"lignes ", "rows "}))
                      << base::join(std::span(rows).first(shown), ", ") << (shown < rows.size() ? ", …" : "")
                      << session.say({"\u00A0: ", ": "}) << reason << '\n';
    }
}

/// A header as a key of mappings.toml; one of several of the same name with its column.
std::string mapping_key(const intake::TableReading& table, const intake::ColumnReading& column)
{
    const bool has_namesake =
        std::any_of(table.columns.begin(), table.columns.end(), [&](const intake::ColumnReading& other) {
            return &other != &column && other.header == column.header;
        });
    // Headers are compared without their line breaks.
    const std::string on_one_line = base::replace_all(base::replace_all(column.header, "\r", " "), "\n", " ");
    std::string header = base::replace_all(base::for_display(on_one_line, 400), "\\", "\\\\");
    header = base::replace_all(header, "\"", "\\\"");
    if (has_namesake) header += " [" + column_letters(column.column) + ']';
    return '"' + header + '"';
}

/// « N-1 / Femmes », « Femmes (encadrantes) », « G »: what the header says more, or hardly says, makes it another
/// thing.
bool may_be_another(const intake::ColumnReading& column)
{
    const bool is_qualified =
        column.header.find_first_of("([") != std::string::npos || column.header.find(" / ") != std::string::npos;
    return column.reason.code == "BIL-267" && (is_qualified || column.header.size() == 1);
}

/// What the column may be and no other column is.
std::vector<std::string> free_answers(const intake::ColumnReading& column, const std::set<std::string>& taken)
{
    std::vector<std::string> free;
    std::ranges::copy_if(column.suggestions, std::back_inserter(free),
                         [&](const std::string& field) { return !taken.contains(field); });
    return free;
}

/// Behind a line to complete: the answers to choose from, or why none is left.
std::string said_of_answers(Session& session, const intake::ColumnReading& column, const std::vector<std::string>& free)
{
    if (!free.empty() && column.suggestions.size() > 1)
        return session.say({"  # au choix\u00A0: ", "  # one of: "}) + base::join(free, ", ");
    if (!free.empty() && may_be_another(column))
        return session.say({"  # peut-être\u00A0: ", "  # perhaps: "}) + free.front();
    if (!free.empty() || column.suggestions.empty()) return {};
    return session.say({"  # pris ailleurs\u00A0: ", "  # taken elsewhere: "}) + base::join(column.suggestions, ", ");
}

/// Lines for mappings.toml, ready to be pasted as they are: an answer where a question has just one, that nothing else
/// gives, a comment to complete for the first of the other columns that are not read.
void show_mapping_lines(Session& session, const intake::TableReading& table, const std::string& schema)
{
    std::set<std::string> taken;
    for (const intake::ColumnReading& column : table.columns) taken.insert(column.field);
    constexpr std::size_t most_to_complete = 12;
    std::size_t to_complete = 0;
    std::string lines;
    for (const intake::ColumnReading& column : table.columns) {
        if (column.personal || !column.field.empty() || column.header.empty() || is_answered_away(column)) continue;
        const std::vector<std::string> free = free_answers(column, taken);
        // « dont QPV H », women or residents: that the one is taken does not make it the other.
        // Nor is what the cells cannot be (BIL-271) an answer to paste.
        const bool is_one = free.size() == 1 && column.suggestions.size() == 1;
        const bool is_answer = is_one && column.reason.code != "BIL-271" && !may_be_another(column);
        if (is_answer) taken.insert(free.front());
        if (!is_answer && ++to_complete > most_to_complete) continue;
        lines += is_answer ? "      " : "      # ";
        lines += mapping_key(table, column) + " = \"" + (is_answer ? free.front() : session.say({"champ", "field"})) +
                 '"' + said_of_answers(session, column, free) + '\n';
    }
    if (to_complete > most_to_complete)
        lines += session.say({"      # … toutes les autres\u00A0: --json", "      # … all others: --json"}) + '\n';
    if (to_complete > 0)
        lines += session.say({"      # les champs\u00A0: bilan reference ", "      # the fields: bilan doc "}) +
                 schema + '\n';
    if (lines.empty()) return;
    session.out() << session.say({"    à vérifier, puis à mettre dans mappings.toml\u00A0:\n",
                                  "    to check, then to put into mappings.toml:\n"})
                  << "      [" << schema << "]\n"
                  << lines;
}

/// `asked`: the schema that was asked for, which an answer can make fit.
void show_file(Session& session, const run::FileResult& file, const std::string& asked)
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
        const std::string& schema = table.schema.empty() ? asked : table.schema;
        if (!schema.empty()) show_mapping_lines(session, table, schema);
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
            show_file(session, file, words.options.schema);
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
