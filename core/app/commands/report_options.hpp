// SPDX-License-Identifier: MPL-2.0
//
// What the commands that make a report take alike: the report, the inputs, and what goes with them.
#pragma once

#include "app/session.hpp"
#include "run/run_report.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <string>
#include <vector>

namespace bilan::app {

/// What the command line says; lives as long as the command.
struct ReportWords {
    run::ReportRequest request;
    std::vector<std::string> parameters;
    double time_limit = 0;                           ///< seconds; 0: the usual one
    std::shared_ptr<run::UnpackedReport> unpacked{}; ///< of a .bilan file; null: the report is none
};

void add_report_options(CLI::App& command, const Session& session, ReportWords& words);
/// `--param name=value`, repeated.
void add_parameters(CLI::App& command, const Session& session, std::vector<std::string>& parameters);
/// By name. Throws base::Error (exit 2) for one without `=`.
[[nodiscard]] std::map<std::string, std::string> parameters_in(const std::vector<std::string>& options);

/// Puts the words into the request: parameters apart, limits, language. Throws base::Error (exit 2).
void settle(Session& session, ReportWords& words);

} // namespace bilan::app
