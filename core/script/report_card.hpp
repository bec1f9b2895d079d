// SPDX-License-Identifier: MPL-2.0
//
// What a report says of itself, before anything is run: where its file is, what it reads, its parameters. Each call
// works in a fresh sandboxed Lua state of its own that is gone when it returns. One thread per call.
#pragma once

#include "base/language.hpp"
#include "data/schema.hpp"

#include <filesystem>
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
    bool declares_domain = false; ///< schemas, vocabularies or rules of its own
    /// No workbook while a blocking finding stands, unless a reason is given (`blocking = "refuse"`).
    bool refuses_blocking = false;
};

/// The file that `name` stands for, an id found on the search path or the path of a .lua file, and behind it those of
/// the same id that it hides. Throws base::Error (exit 2) naming the reports there are.
[[nodiscard]] std::vector<std::filesystem::path> report_files(const SearchPath& path, const std::string& name);

/// `name` is an id found on the search path or the path of a .lua file. Throws base::Error (exit 2 when there is no
/// such report or file, naming those there are; exit 6 when it is not well formed).
[[nodiscard]] ReportCard describe_report(const SearchPath& path, const std::string& name);
/// Throws base::Error (exit 6) with file, line and the nearest when the report asks for a dataset that is no schema.
void check_datasets(const ReportCard& card, const data::Domain& domain);
/// Ids of all reports on the path, each with its file, ascending; a file that cannot be read comes with its error.
struct ListedReport {
    std::string id;
    std::filesystem::path file;
    std::vector<std::filesystem::path> hidden; ///< files of the same id, further back on the path
    std::optional<ReportCard> card;
    std::string error;
};
[[nodiscard]] std::vector<ListedReport> list_reports(const SearchPath& path, base::Language language);

} // namespace bilan::script
