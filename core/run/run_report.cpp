// SPDX-License-Identifier: MPL-2.0
#include "run/run_report.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "run/atomic_file.hpp"
#include "run/concern.hpp"
#include "run/digest.hpp"
#include "run/extra_table.hpp"
#include "run/pages/pages.hpp"
#include "run/parameters.hpp"
#include "run/previous_year.hpp"
#include "run/request_checks.hpp"
#include "run/split.hpp"
#include "run/uncounted_tables.hpp"
#include "run/workbook_file.hpp"
#include "workbook/layout.hpp"
#include "workbook/lint.hpp"

#include <algorithm>
#include <span>

namespace bilan::run {

namespace {

/// Where `run:read` looks beside the inputs: the campaigns' folders, then that of the report when it is none of ours.
std::vector<std::filesystem::path> reading_folders(const script::ReportCard& card, const Engine& engine)
{
    std::vector<std::filesystem::path> folders = engine.campaigns();
    const std::filesystem::path own = card.file.parent_path();
    const auto& system = engine.home().scripts.reports;
    if (std::ranges::find(system, own) == system.end()) folders.push_back(own.empty() ? "." : own);
    return folders;
}

/// The file of the pack that `run:read` finds under this name, wherever it looks; null when there is none.
const PackedFile* packed_file(const Pack& pack, const std::string& name)
{
    const auto is_it = [&](const PackedFile& file) { return file.name == name || file.name.ends_with('/' + name); };
    const auto found = std::ranges::find_if(pack.files, is_it);
    return found == pack.files.end() ? nullptr : &*found;
}

/// Files that the script may read. A table that came with a pack is the author's: an input of the same name does not
/// take its place.
std::vector<InputFile> inputs_of(const Reading& reading, const Pack& pack)
{
    std::vector<InputFile> files;
    for (const FileResult& file : reading.files)
        if (packed_file(pack, file.file.name) == nullptr) files.push_back(file.file);
    return files;
}

/// Whoever gives a newer table than that of the pack would take its figures for those of the workbook.
void say_tables_not_taken(const Reading& reading, const Pack& pack, base::Language language,
                          script::BuiltReport& report)
{
    for (const FileResult& file : reading.files) {
        const PackedFile* const packed = packed_file(pack, file.file.name);
        if (packed == nullptr || sha256(std::as_bytes(std::span(packed->bytes))) == file.file.digest) continue;
        const std::string name = base::for_display(file.file.name);
        const base::Words words = {
            name +
                "\u00A0: le rapport empaqueté apporte sa propre table de ce nom, et c'est elle qui est lue\u00A0; la "
                "vôtre est autre et n'est pas dans ces chiffres. Donnez-lui un autre nom, ou demandez à l'auteur un "
                "paquet sans elle.",
            name +
                ": the packed report brings its own table of that name, which is the one that is read; yours is "
                "another and is not in these figures. Give it another name, or ask the author for a pack without it."};
        report.warnings.push_back(words.in(language));
        report.journal.push_back({"warning", words.in(language), pack.name, 0, pack.name});
    }
}

/// `reading` takes what the report reads by itself and must outlive the inputs.
script::RunInputs script_inputs(const Engine& engine, const ReportRequest& request, const script::ReportCard& card,
                                Reading& reading)
{
    script::RunInputs inputs;
    inputs.domain = engine.domain();
    inputs.datasets = reading.datasets;
    inputs.parameters = parameters_of(card, request.parameters);
    inputs.territory = request.territory;
    inputs.quarter_name = [&engine](std::string_view code) { return engine.quarter_name(code); };
    inputs.year = request.year;
    inputs.profile = request.profile;
    inputs.language = request.language;
    inputs.functions = engine.plugins().function_providers();
    inputs.files = reading.files.size();
    inputs.limits = request.limits;
    inputs.overrun = request.overrun;
    inputs.read_table =
        table_reader(engine, reading_folders(card, engine), inputs_of(reading, request.pack), request.reading,
                     [&reading](FurtherTable table, std::vector<intake::Finding> found) {
                         reading.add(std::move(table), std::move(found));
                     });
    return inputs;
}

/// Everything on the pages was made by us or by the script, so what the lint finds is for whoever wrote them.
void check_workbook(const Workbook& workbook, const script::ReportCard& card)
{
    const std::vector<workbook::LintProblem> problems = workbook::lint(workbook);
    if (!problems.empty())
        throw base::Error(base::ExitCode::script, card.file.filename().string() + " › " + problems.front().place,
                          problems.front().message);
}

/// What all workbooks of a run have in common.
struct Making {
    const Engine& engine;
    const ReportRequest& request;
    const script::ReportCard& card;
    const Writer& writer;
    const PreviousYear* previous; ///< null: none
};

struct Made {
    std::size_t sheets = 0;
    std::size_t figures = 0;
    bool lists_rows = false; ///< rows of a dataset as they are, figures or not
    std::string digest;
    std::vector<script::JournalLine> journal;
    std::vector<base::Error> failures;
};

/// Rows that no part has, which only the whole counts.
/// Of the tables that the report reads: rows of others are counted nowhere.
std::size_t rows_without(const Reading& reading, const script::ReportCard& card, const std::string& field)
{
    std::size_t rows = 0;
    if (field == split_by_file) return rows;
    for (const auto& [schema, dataset] : reading.datasets) {
        if (std::ranges::find(card.datasets, schema) == card.datasets.end()) continue;
        const data::Column* const column = dataset->column(field);
        for (std::size_t row = 0; row < dataset->rows(); ++row)
            rows += static_cast<std::size_t>(column == nullptr || !column->is_known(row));
    }
    return rows;
}

std::string territory_of(const ReportRequest& request, const std::string& part)
{
    if (part.empty() || request.territory.empty()) return part.empty() ? request.territory : part;
    return request.territory + " \u2013 " + part;
}

/// What the first page and the sheet Méthode must say beside what the script says.
void add_words(const Making& making, const Reading& reading, const std::string& part, script::BuiltReport& report)
{
    const auto say = [&](const base::Words& words) { return words.in(making.request.language); };
    const std::size_t blocking = blocking_of(reading, making.card.datasets).counted.size();
    if (making.card.refuses_blocking && blocking > 0)
        report.warnings.insert(report.warnings.begin(),
                               say({"Produit malgré des constats bloquants (" + std::to_string(blocking) +
                                        "). Motif\u00A0: " + base::for_display(making.request.force),
                                    "Made despite blocking findings (" + std::to_string(blocking) +
                                        "). Reason: " + base::for_display(making.request.force)}));
    if (!making.request.split.empty() && part.empty())
        if (const std::size_t rows = rows_without(reading, making.card, making.request.split); rows > 0)
            report.warnings.push_back(say({"Lignes sans valeur pour «\u00A0" + making.request.split +
                                               "\u00A0», comptées ici seulement\u00A0: " + std::to_string(rows) + ".",
                                           "Rows without a value for \"" + making.request.split +
                                               "\", counted only here: " + std::to_string(rows) + "."}));
    if (!part.empty())
        report.parameters.emplace_back(say({"Limité à", "Limited to"}), making.request.split + " = " + part);
    if (const Pack& pack = making.request.pack; !pack.digest.empty())
        report.parameters.emplace_back(say({"Rapport empaqueté", "Packed report"}),
                                       pack.name + (pack.author.empty() ? "" : ", " + pack.author) + ", SHA-256 " +
                                           pack.digest);
    if (making.previous == nullptr) return;
    report.parameters.emplace_back(say({"Classeur de l'année d'avant", "Workbook of the year before"}),
                                   making.previous->file.name + ", SHA-256 " + making.previous->file.digest);
    if (!making.previous->lost.empty())
        report.parameters.emplace_back(say({"Colonnes de ce classeur qui ne sont plus des champs",
                                            "Columns of that workbook that are no fields any more"}),
                                       base::join(making.previous->lost, ", "));
}

/// The rows of the year before, of this part when there is one.
std::map<std::string, std::shared_ptr<const data::Dataset>> previous_datasets(const Making& making,
                                                                              const std::string& part)
{
    if (part.empty()) return making.previous->datasets;
    Reading whole;
    whole.datasets = making.previous->datasets;
    return part_of(making.engine, whole, making.request.split, part, making.request.year).datasets;
}

/// One workbook over the reading, whole or limited to a part.
Made make_workbook(const Making& making, Reading& reading, const std::string& part, const std::filesystem::path& output,
                   Progress& progress)
{
    making.engine.journal().note("report", base::JsonLine().member("report", making.card.id));
    script::RunInputs given = script_inputs(making.engine, making.request, making.card, reading);
    given.part = part;
    given.territory = territory_of(making.request, part);
    if (making.previous != nullptr) given.previous = previous_datasets(making, part);
    script::BuiltReport report = script::build_report(making.engine.home().scripts, making.card, given);
    if (making.previous != nullptr && !report.asked_for_previous && report.failures.empty())
        throw base::Error(base::ExitCode::usage, making.previous->file.name, {"BIL-189", {making.card.id}});
    add_words(making, reading, part, report);
    say_tables_not_taken(reading, making.request.pack, making.request.language, report);

    making.engine.journal().note("writing", base::JsonLine().member("file", output.filename().string()));
    std::vector<workbook::Page> own = std::move(report.pages);
    const pages::Bound bound =
        pages::bind({report, reading, given, making.engine, making.request.produced_on}, std::move(own));
    check_workbook(bound.workbook, making.card);
    progress.at({Step::writing, 0, bound.workbook.sheets.size(), 0, output.filename().string()});
    write_workbook(making.writer, bound.workbook, output);
    Made made{bound.workbook.sheets.size(),
              bound.figures.size(),
              report.lists_rows,
              sha256(base::MappedFile(output).bytes()),
              report.journal,
              report.failures};
    making.engine.journal().note(
        "written", base::JsonLine().member("file", output.filename().string()).member("sha256", made.digest));
    return made;
}

/// One workbook for each value of the field. The whole is written after them: when it stands, all of them do.
std::vector<PartWritten> write_parts(const Making& making, ReportOutcome& outcome, const Inputs& inputs,
                                     Progress& progress)
{
    const ReportRequest& request = making.request;
    const std::vector<std::string> values = parts_of(outcome.reading, request.split);
    const std::vector<std::filesystem::path> files = part_files(request.output, values);
    for (const std::filesystem::path& file : files) {
        check_target(file);
        check_not_an_input(file, inputs);
        check_replaces_own(file, request.replaces);
    }
    std::vector<PartWritten> written;
    for (std::size_t at = 0; at < values.size(); ++at) {
        progress.at({Step::report, at, values.size() + 1, outcome.reading.total().rows_read, values[at]});
        Reading part = part_of(making.engine, outcome.reading, request.split, values[at], request.year);
        const Made made = make_workbook(making, part, values[at], files[at], progress);
        written.push_back({values[at], files[at], made.digest});
    }
    return written;
}

} // namespace

ReportOutcome run_report(const Engine& engine, const ReportRequest& request, Progress& progress)
{
    check_profile(request.profile);
    const script::ReportCard card = script::describe_report(engine.home().scripts, request.report);
    engine.require_reports();
    script::check_datasets(card, *engine.domain());
    const Writer& writer = writer_for(engine, request.output);
    check_target(request.output);

    check_force(card, request);
    const Inputs inputs = find_inputs(request.inputs);
    ReportOutcome outcome;
    check_not_an_input(request.output, inputs);
    check_replaces_own(request.output, request.replaces);
    ReadingOptions reading = request.reading;
    reading.territory = request.territory;
    outcome.reading = read_inputs(engine, inputs, reading, progress);
    check_reading(outcome.reading, card);
    check_year(outcome.reading, card, request.year);
    check_blocking(outcome.reading, card, request);
    say_uncounted(outcome.reading, card);
    std::optional<PreviousYear> previous;
    if (!request.previous.empty()) {
        previous = read_previous_year(engine, request.previous, reading.limits);
        check_previous(*previous, card, request.year);
    }

    const Making making{engine, request, card, writer, previous ? &*previous : nullptr};
    if (!request.split.empty()) outcome.parts = write_parts(making, outcome, inputs, progress);
    progress.at({Step::report, 0, 1, outcome.reading.total().rows_read, card.id});
    const Made made = make_workbook(making, outcome.reading, {}, request.output, progress);
    outcome.journal = made.journal;
    outcome.failures = made.failures;
    outcome.sheets = made.sheets;
    outcome.figures = made.figures;
    if (!request.split.empty()) outcome.rows_in_no_part = rows_without(outcome.reading, card, request.split);
    outcome.lists_rows = made.lists_rows;
    outcome.output_digest = made.digest;
    progress.finished();
    return outcome;
}

Rehearsal rehearse_report(const Engine& engine, const ReportRequest& request, Reading& reading)
{
    check_profile(request.profile);
    const script::ReportCard card = script::describe_report(engine.home().scripts, request.report);
    engine.require_reports();
    script::check_datasets(card, *engine.domain());
    check_reading(reading, card);
    check_year(reading, card, request.year);
    say_uncounted(reading, card);
    script::RunInputs given = script_inputs(engine, request, card, reading);
    if (!request.previous.empty())
        given.previous = read_previous_year(engine, request.previous, request.reading.limits).datasets;
    Rehearsal rehearsal{script::build_report(engine.home().scripts, card, given), {}};
    pages::Bound bound =
        pages::bind({rehearsal.report, reading, given, engine, request.produced_on}, rehearsal.report.pages);
    check_workbook(bound.workbook, card);
    rehearsal.figures = std::move(bound.figures);
    return rehearsal;
}

} // namespace bilan::run
