// SPDX-License-Identifier: MPL-2.0
//
// What must hold before a workbook is made: each of these throws base::Error for a request that cannot be served. One
// thread.
#pragma once

#include "run/engine.hpp"
#include "run/inputs.hpp"
#include "run/reading.hpp"
#include "run/run_report.hpp"

#include <filesystem>
#include <string>

namespace bilan::run {

/// Exit 5 for a profile that needs statistical secrecy, 2 for one that is none.
void check_profile(const std::string& profile);
/// Zero rows is an error (exit 1), and so is a run whose inputs could none of them be read (exit 3).
void check_reading(const Reading& reading, const script::ReportCard& card);
/// The partners' files are never changed, whatever path leads to them (exit 4).
void check_not_an_input(const std::filesystem::path& output, const Inputs& inputs);
/// A reason that no page would show is not taken in silence (exit 2).
void check_force(const script::ReportCard& card, const ReportRequest& request);
/// A report that refuses blocking findings is made only for a reason that will stand on its first page (exit 1).
void check_blocking(const Reading& reading, const script::ReportCard& card, const ReportRequest& request);

} // namespace bilan::run
