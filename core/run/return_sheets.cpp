// SPDX-License-Identifier: MPL-2.0
#include "run/return_sheets.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "run/atomic_file.hpp"
#include "run/partner_words.hpp"
#include "run/split.hpp"
#include "run/text_file.hpp"
#include "run/version.hpp"
#include "run/workbook_file.hpp"
#include "workbook/layout.hpp"
#include "workbook/lint.hpp"

#include <bilan/place.hpp>

#include <algorithm>
#include <array>

namespace bilan::run {

namespace {

using intake::Done;
using intake::Finding;

/// What the partner is asked: nothing for what was settled or only told.
enum class Asked { correct, check, nothing };

Asked asked_by(const Finding& finding)
{
    if (intake::blocks(finding)) return Asked::correct;
    return finding.severity == data::Severity::alert ? Asked::check : Asked::nothing;
}

constexpr std::string_view unreadable = "Votre fichier n'a pas pu être lu.";

std::string asked_words(const Finding& finding)
{
    switch (asked_by(finding)) {
    case Asked::correct: return "à corriger";
    case Asked::check: return "à vérifier";
    case Asked::nothing: break;
    }
    return "pour information";
}

std::string done_words(Done done)
{
    switch (done) {
    case Done::kept: return "gardé tel quel";
    case Done::converted: return "converti";
    case Done::set_aside: return "mis de côté";
    case Done::refused: break;
    }
    return "non repris";
}

/// Whether people open the file as a workbook, in which a link can lead to a cell. Names come from partners: one that
/// is longer than a link may be is named and not linked.
bool may_lead_into(const std::string& file, const std::string& sheet)
{
    constexpr std::array<std::string_view, 5> workbooks = {".xlsx", ".xlsm", ".xls", ".ods", ".fods"};
    const std::string extension = base::fold(std::filesystem::path(file).extension().string());
    constexpr std::size_t longest = 150; // bytes of a name, of which each may become three: Excel follows 2 079
    if (file.size() > longest || sheet.empty() || sheet.size() > longest) return false;
    return std::ranges::find(workbooks, extension) != workbooks.end();
}

std::string cell_words(const Place& place)
{
    if (place.row && place.column) return cell_name({*place.row, *place.column});
    if (place.row) return "ligne " + std::to_string(std::uint64_t{*place.row} + 1);
    if (place.column) return "colonne " + column_letters(*place.column);
    return "feuille";
}

/// A partner sees nothing of another partner's file: an action counted twice across files is the officer's to settle.
bool names_another_file(const Reading& reading, const Finding& finding)
{
    const std::string sentence = finding.sentence(base::Language::french);
    const auto is_named = [&](const std::string& name) {
        for (std::size_t at = sentence.find(name + " ›"); at != std::string::npos;
             at = sentence.find(name + " ›", at + 1))
            if (at == 0 || sentence[at - 1] == ' ' || sentence[at - 1] == '(' || sentence[at - 1] == '\xA0')
                return true;
        return false; // « mission_a.csv › B2 » does not name a.csv
    };
    return std::ranges::any_of(reading.files, [&](const FileResult& other) {
        return other.file.name != finding.place.file && is_named(other.file.name);
    });
}

std::vector<const Finding*> findings_of(const Reading& reading, const std::string& file)
{
    std::vector<const Finding*> found;
    for (const Finding& finding : reading.findings)
        if (finding.place.file == file && !names_another_file(reading, finding)) found.push_back(&finding);
    std::ranges::stable_sort(found, {}, [](const Finding* finding) { return asked_by(*finding); });
    return found;
}

std::size_t count_of(const std::vector<const Finding*>& findings, Asked asked)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(findings, [&](const Finding* finding) { return asked_by(*finding) == asked; }));
}

/// The cell, as a link into the partner's own file where it has one.
workbook::Value cell_of(const Place& place, bool may_link)
{
    std::string words = cell_words(place);
    if (!may_link || !place.row || !place.column || !may_lead_into(place.file, place.sheet)) return words;
    return workbook::FileLink{std::filesystem::path(place.file).filename().string(),
                              place.sheet,
                              {*place.row, *place.column},
                              std::move(words)};
}

workbook::Table table_of(const std::vector<const Finding*>& findings)
{
    using workbook::ColumnKind;
    workbook::Table table;
    table.id = "releve";
    table.columns = {
        {"Demande", ColumnKind::text},           {"Feuille", ColumnKind::text},
        {"Cellule", ColumnKind::code},           {"En-tête de votre fichier", ColumnKind::text},
        {"Valeur lue", ColumnKind::text},        {"Constat, et ce qu'il faut faire", ColumnKind::long_text},
        {"Ce qui a été fait", ColumnKind::text}, {"Règle", ColumnKind::code}};
    constexpr std::size_t longest = 200;
    constexpr std::size_t most_links = 60'000; // Excel reads 65 530 of a sheet
    std::size_t links = 0;
    for (const Finding* finding : findings) {
        workbook::Value cell = cell_of(finding->place, links < most_links);
        links += static_cast<std::size_t>(std::holds_alternative<workbook::FileLink>(cell));
        table.rows.push_back({asked_words(*finding), finding->place.sheet, std::move(cell),
                              base::for_display(finding->header, longest), base::for_display(finding->read, longest),
                              partner_words(*finding), done_words(finding->done), finding->code});
    }
    if (links > 0)
        table.notes.emplace_back("La colonne « Cellule » mène à la cellule de votre fichier, quand ce relevé est "
                                 "enregistré dans le même dossier que lui.");
    return table;
}

std::string accounting_words(const FileResult& file)
{
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
    for (const Accounting& part : file.accounting) {
        read += part.rows_read;
        kept += part.rows_kept;
    }
    return "Lignes lues\u00A0: " + std::to_string(read) + ", dont reprises\u00A0: " + std::to_string(kept) + ".";
}

std::string request_words(const FileResult& file, const ReturnSheet& sheet)
{
    if (file.failure) return "Merci de renvoyer le fichier une fois ce point réglé.";
    if (sheet.to_correct + sheet.to_check == 0) return "Rien n'est à corriger ni à vérifier dans ce fichier.";
    return "À corriger\u00A0: " + std::to_string(sheet.to_correct) +
           ". À vérifier\u00A0: " + std::to_string(sheet.to_check) +
           ". Merci de corriger directement dans votre fichier et de le renvoyer.";
}

workbook::Page page_of(const FileResult& file, const ReturnSheet& sheet, const std::vector<const Finding*>& findings,
                       std::optional<int> year)
{
    workbook::Page page;
    page.id = "releve";
    page.name = std::string(return_sheet);
    page.title = "Relevé de lecture\u00A0: " + base::for_display(file.file.name);
    if (year) page.subtitle = "Exercice " + std::to_string(*year);
    const std::string read = file.failure ? std::string(unreadable) : accounting_words(file);
    page.blocks.emplace_back(workbook::Paragraph{read + " " + request_words(file, sheet), false});
    if (!findings.empty()) page.blocks.emplace_back(table_of(findings));
    return page;
}

Workbook workbook_of(const workbook::Page& page, const FileResult& file, std::optional<int> year)
{
    workbook::Layout layout({}, base::Language::french);
    (void)layout.add(page);
    WorkbookProperties properties;
    properties.title = page.title;
    properties.subject = page.subtitle;
    properties.author = "bilan";
    properties.created = std::to_string(year.value_or(2000)) + "-12-31T00:00:00Z";
    properties.language = "fr-FR";
    properties.custom = {{"bilan_version", std::string(version())}, {"bilan_input_sha256", file.file.digest}};
    Workbook made = layout.finish(properties);
    const std::vector<workbook::LintProblem> problems = workbook::lint(made);
    if (!problems.empty())
        throw base::Error(base::ExitCode::internal, problems.front().place, problems.front().message);
    return made;
}

/// What keeps the file from being read stands in the e-mail itself: it is all there is to say.
std::string said_of_reading(const FileResult& file, const ReturnSheet& sheet,
                            const std::vector<const Finding*>& findings)
{
    const std::string workbook = "le classeur joint, « " + sheet.workbook.filename().string() + " »";
    if (!file.failure)
        return "La lecture du fichier est terminée\u00A0; le détail est dans " + workbook + ", cellule par cellule.";
    const std::string reason = findings.empty() ? std::string() : partner_words(*findings.front()) + "\n\n";
    return std::string(unreadable) + "\n\n" + reason + "Cela est redit dans " + workbook + ".";
}

std::string letter_of(const FileResult& file, const ReturnSheet& sheet, const std::vector<const Finding*>& findings,
                      std::optional<int> year)
{
    const std::string exercise = year ? " (exercice " + std::to_string(*year) + ")" : std::string();
    return "Objet\u00A0: votre fichier « " + base::for_display(sheet.file) + " »" + exercise +
           "\n\nBonjour,\n\nMerci pour votre envoi. " + said_of_reading(file, sheet, findings) + "\n\n" +
           request_words(file, sheet) + "\n\nBien cordialement,\n";
}

void check_no_input(const std::filesystem::path& output, const Reading& reading)
{
    for (const FileResult& input : reading.files) {
        std::error_code none;
        if (std::filesystem::equivalent(input.file.path, output, none))
            throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-425", {}});
    }
}

void write(const Writer& writer, const Workbook& made, const ReturnSheet& sheet, const std::string& letter)
{
    write_workbook(writer, made, sheet.workbook);
    write_atomically(sheet.letter, [&](const std::filesystem::path& target) { write_text(target, letter); });
}

} // namespace

std::vector<ReturnSheet> write_return_sheets(const Engine& engine, const Reading& reading, std::optional<int> year,
                                             const std::filesystem::path& folder)
{
    const Writer* const writer = engine.plugins().writer_for("xlsx");
    if (writer == nullptr) throw base::Error(base::ExitCode::usage, folder.string(), {"BIL-160", {"xlsx"}});
    make_folder(folder);
    std::vector<std::string> names;
    for (const FileResult& file : reading.files) names.push_back(file.file.name);
    const std::vector<std::filesystem::path> targets = part_files(folder / "releve.xlsx", names);
    for (const std::filesystem::path& target : targets) {
        check_target(target);
        check_no_input(target, reading);
    }
    std::vector<ReturnSheet> written;
    for (std::size_t at = 0; at < targets.size(); ++at) {
        const FileResult& file = reading.files[at];
        const std::vector<const Finding*> findings = findings_of(reading, file.file.name);
        std::filesystem::path letter = targets[at];
        letter.replace_extension(".txt");
        ReturnSheet sheet{file.file.name, targets[at], std::move(letter), count_of(findings, Asked::correct),
                          count_of(findings, Asked::check)};
        write(*writer, workbook_of(page_of(file, sheet, findings, year), file, year), sheet,
              letter_of(file, sheet, findings, year));
        written.push_back(std::move(sheet));
    }
    return written;
}

} // namespace bilan::run
