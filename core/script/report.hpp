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
#include "script/report_card.hpp"
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

/// All schemas and vocabularies of `bilan/domain/`, later folders adding to earlier ones. Throws base::Error (exit 6)
/// with file and line for anything that is not well formed. Schemas and vocabularies that these report files declare
/// themselves come last of all.
[[nodiscard]] std::shared_ptr<const data::Domain> load_domain(const SearchPath& path,
                                                              const std::vector<std::filesystem::path>& reports = {});

/// A table that a script asks for beside the datasets of its schemas: `run:read("budget.xlsx", { sheet = "2025" })`.
struct TableRequest {
    std::string file;                    ///< name as the script writes it
    std::string sheet;                   ///< empty: the first sheet that holds a table
    std::optional<std::uint32_t> header; ///< row of the headers, from 1; else found
    bool keeps_totals = false;           ///< rows that say « Total » are rows like others
    std::string text;                    ///< the content itself, of a test's own table; empty: read from the file
    std::string schema;                  ///< rows of this schema, as partner files are read; empty: types by column
    std::vector<std::string>* unread = nullptr; ///< takes the headers that are no field of the schema; may be null
    /// Takes what was found when there is not one row, and the headers that the schema knows; may be null.
    std::vector<base::Message>* why_no_row = nullptr;
    /// Takes what the author is told of a table without a schema; may be null.
    std::vector<base::Message>* remarks = nullptr;
    std::map<std::string, data::FieldType> types; ///< of columns, by the id of their field; the others are found
};

struct TrialRequest;
struct TriedReport;

/// What a run gives to a report.
struct RunInputs {
    std::shared_ptr<const data::Domain> domain;
    std::map<std::string, std::shared_ptr<const data::Dataset>> datasets; ///< by schema id
    /// Rows of the year before, from bilan's own workbook of then, by schema id; empty when none was given.
    std::map<std::string, std::shared_ptr<const data::Dataset>> previous;
    std::map<std::string, ParameterValue> parameters; ///< checked against the card by build_report
    std::string territory;
    /// The name that the user's list gives to the code of a quarter; empty when it gives none, or when there is no
    /// list.
    std::function<std::string(std::string_view)> quarter_name;
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
    /// Makes a whole report for a test; empty outside of tests. Throws base::Error.
    std::function<std::shared_ptr<const TriedReport>(const TrialRequest&)> try_report;
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
    std::string here{}; ///< the file as this machine knows it, as in the position of an error; not for a workbook
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
    bool lists_rows = false;         ///< a table holds rows of a dataset as they are
    bool asked_for_previous = false; ///< the script looked for the rows of the year before
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
    std::vector<std::string> remarks{}; ///< what a test's own tables left unread, with its place
};
/// Runs a spec file (`describe`, `it`, `expect`) in the sandbox of reports. Throws base::Error (exit 6) when the file
/// itself fails before its first `it`, or holds none; what ends it later is the last result, named `–`.
[[nodiscard]] std::vector<SpecResult> run_specs(const SearchPath& path, const std::filesystem::path& file,
                                                const RunInputs& inputs);

/// One page of the reference: what is called `name` (`run:table`, `Query:join`, `bilan.sum`, `table`), or all names
/// when it is empty. Throws base::Error (exit 2) with the nearest of them and of the `further` names that the caller
/// knows.
[[nodiscard]] std::string reference_of(const std::string& name, base::Language language,
                                       const std::vector<std::string>& further = {});
/// Markdown pages made from the records, by file name.
[[nodiscard]] std::map<std::string, std::string> reference_pages();

/// LuaLS definitions of the whole script interface, from the very records that register it.
[[nodiscard]] std::string editor_definitions();

} // namespace bilan::script
