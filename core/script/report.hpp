// SPDX-License-Identifier: MPL-2.0
//
// What run/ asks of scripts: the domain as data, what a report declares, and a report built. Each call works in a fresh
// sandboxed Lua state of its own that is gone when it returns. One thread per call.
#pragma once

#include "base/error.hpp"
#include "base/language.hpp"
#include "data/query.hpp"
#include "intake/controls.hpp"
#include "intake/finding.hpp"
#include "script/limits.hpp"
#include "workbook/document.hpp"

#include <bilan/function.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bilan::script {

/// Where scripts and Lua modules are looked for, first match wins: campaign, user, system.
struct SearchPath {
    std::vector<std::filesystem::path> libraries; ///< folders that hold `bilan/` (the project's is `scripts/`)
    std::vector<std::filesystem::path> reports;   ///< folders that hold `emploi.lua`
};

/// All schemas and vocabularies of `bilan/domain/`, later folders adding to earlier ones. Throws base::Error (exit 6)
/// with file and line for anything that is not well formed. Schemas and vocabularies that these report files declare
/// themselves come last of all.
[[nodiscard]] std::shared_ptr<const data::Domain> load_domain(const SearchPath& path,
                                                              const std::vector<std::filesystem::path>& reports = {});

using ParameterValue = std::variant<std::monostate, bool, double, std::string>;

struct ParameterCard {
    std::string name;
    std::string type; ///< `year`, `rate`, `number`, `integer`, `text`, `boolean`, `choice`, `euro`
    base::Words label;
    ParameterValue initial;
    std::vector<std::string> choices;
};

/// What a report says of itself before anything is run.
struct ReportCard {
    std::string id;
    std::filesystem::path file;
    base::Words title;
    int api = 0;                       ///< version of the interface it was written for
    std::vector<std::string> datasets; ///< schema ids
    std::vector<ParameterCard> parameters;
    bool declares_domain = false; ///< schemas or vocabularies of its own
    /// No workbook while a blocking finding stands, unless a reason is given (`blocking = "refuse"`).
    bool refuses_blocking = false;
};

/// The file that `name` stands for, an id found on the search path or the path of a .lua file, and behind it those of
/// the same id that it hides. Throws base::Error (exit 2) naming the reports there are.
[[nodiscard]] std::vector<std::filesystem::path> report_files(const SearchPath& path, const std::string& name);

/// `name` is an id found on the search path or the path of a .lua file. Throws base::Error (exit 2 when there is no
/// such report, naming those there are; exit 6 when it is not well formed).
[[nodiscard]] ReportCard describe_report(const SearchPath& path, const std::string& name);
/// Ids of all reports on the path, each with its file, ascending; a file that cannot be read comes with its error.
struct ListedReport {
    std::string id;
    std::filesystem::path file;
    std::vector<std::filesystem::path> hidden; ///< files of the same id, further back on the path
    std::optional<ReportCard> card;
    std::string error;
};
[[nodiscard]] std::vector<ListedReport> list_reports(const SearchPath& path, base::Language language);

/// A table that a script asks for beside the datasets of its schemas: `run:read("budget.xlsx", { sheet = "2025" })`.
struct TableRequest {
    std::string file;                    ///< name as the script writes it
    std::string sheet;                   ///< empty: the first sheet that holds a table
    std::optional<std::uint32_t> header; ///< row of the headers, from 1; else found
    std::string text;                    ///< the content itself, of a test's own table; empty: read from the file
    std::string schema;                  ///< rows of this schema, as partner files are read; empty: types by column
};

/// What a run gives to a report.
struct RunInputs {
    std::shared_ptr<const data::Domain> domain;
    std::map<std::string, std::shared_ptr<const data::Dataset>> datasets; ///< by schema id
    /// Rows of the year before, from bilan's own workbook of then, by schema id; empty when none was given.
    std::map<std::string, std::shared_ptr<const data::Dataset>> previous;
    std::map<std::string, ParameterValue> parameters; ///< checked against the card by build_report
    std::string territory;
    std::optional<int> year;
    std::string profile = "interne";
    base::Language language = base::Language::french;
    std::string part; ///< what the workbook is limited to (`--split contrat`: the contract); empty: everything
    std::vector<FunctionProvider*> functions; ///< words that plugins add: `bilan.fn.median`
    std::size_t files = 0;                    ///< partner files that were read
    /// Reports whose own indicators are known beside the library's; `domain` has their schemas. Of a console and of
    /// tests.
    std::vector<std::filesystem::path> themes;
    Limits limits;
    /// Reads further files; empty where there are none to be read. Throws base::Error.
    std::function<std::shared_ptr<const data::Dataset>(const TableRequest&)> read_table;
    /// Called from another thread when one long step keeps a script past its time and nothing inside can stop it. Ends
    /// the process without renaming any output; when empty, the sentence goes to the error stream and the exit code
    /// is 6.
    std::function<void(const base::Error&)> overrun;
};

/// One indicator or definition for the sheet Méthode.
struct MethodLine {
    std::string id;
    std::string label;
    std::string formula; ///< in words
    std::string unit;
    std::string unknowns; ///< how unknowns are treated
    std::vector<std::string> fields;
};

struct JournalLine {
    std::string level; ///< `info`, `warning`
    std::string text;
    std::string file;
    int line = 0;
};

/// What a report made. Key figures, charts and warnings of the first page, then the table pages in script order.
struct BuiltReport {
    ReportCard card;
    std::string title; ///< in the run's language
    std::vector<workbook::KeyFigure> key_figures;
    std::vector<workbook::ChartOf> first_page_charts; ///< at most two
    std::vector<std::string> warnings;
    std::vector<workbook::Page> pages;
    std::vector<MethodLine> method;
    std::vector<std::pair<std::string, std::string>> parameters; ///< name and value as printed
    std::vector<JournalLine> journal;
    /// Parts that failed: each has a page that says why, and the other pages stand.
    std::vector<base::Error> failures;
};

/// Runs the report's `build`. Throws base::Error (exit 6) that shows file, line, source line and what to do; a report
/// that writes nothing is such an error. An error after a first page leaves the pages that are there, see `failures`.
[[nodiscard]] BuiltReport build_report(const SearchPath& path, const ReportCard& card, const RunInputs& inputs);

/// One `it` of a spec file: what it is called, and the error it ended with.
struct SpecResult {
    std::string name;
    std::optional<base::Error> failure;
};
/// Runs a spec file (`describe`, `it`, `expect`) in the sandbox of reports. Throws base::Error (exit 6) when the file
/// itself fails, or holds no `it`.
[[nodiscard]] std::vector<SpecResult> run_specs(const SearchPath& path, const std::filesystem::path& file,
                                                const RunInputs& inputs);

/// One page of the reference: what is called `name` (`run:table`, `Query:join`, `bilan.sum`, `table`), or all names
/// when it is empty. Throws base::Error (exit 2) with the nearest names.
[[nodiscard]] std::string reference_of(const std::string& name, base::Language language);
/// Markdown pages made from the records, by file name.
[[nodiscard]] std::map<std::string, std::string> reference_pages();

/// LuaLS definitions of the whole script interface, from the very records that register it.
[[nodiscard]] std::string editor_definitions();

} // namespace bilan::script
