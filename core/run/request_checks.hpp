// SPDX-License-Identifier: MPL-2.0
//
// What must hold before a workbook is made: each of these throws base::Error for a request that cannot be served. One
// thread.
#pragma once

#include "run/engine.hpp"
#include "run/inputs.hpp"
#include "run/previous_year.hpp"
#include "run/reading.hpp"
#include "run/run_report.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace bilan::run {

/// Exit 5 for a profile that needs statistical secrecy, 2 for one that is none.
void check_profile(const std::string& profile);
/// Zero rows is an error (exit 1), and so is a run whose inputs could none of them be read (exit 3).
void check_reading(const Reading& reading, const script::ReportCard& card);
/// Sheets to hand out that came back as they were hold no row for a reason of their own (exit 1).
void check_filled_in(const Reading& reading);
/// A year that no row is of, while rows of other years were read, is a slip (exit 1): every figure would be zero.
void check_year(const Reading& reading, const script::ReportCard& card, std::optional<int> year);
/// A workbook of the year before of another report has no row to compare with, one of this year no change (exit 2).
void check_previous(const PreviousYear& previous, const script::ReportCard& card, std::optional<int> year);
/// The partners' files are never changed, whatever path leads to them (exit 4).
void check_not_an_input(const std::filesystem::path& output, const Inputs& inputs);
/// Returns written among the inputs would be read as inputs the next time (exit 4).
void check_returns_elsewhere(const std::filesystem::path& returns, const std::vector<std::string>& inputs);
/// A workbook that somebody else made is not replaced (exit 4), nor, unless asked for, one of ours that a spreadsheet
/// has saved since: the comments typed into it would be lost. One as we wrote it, an empty file and other formats are.
void check_replaces_own(const std::filesystem::path& output, bool even_if_saved_since);
/// A reason that no page would show is not taken in silence (exit 2).
void check_force(const script::ReportCard& card, const ReportRequest& request);
/// A report that refuses blocking findings is made despite those of tables it counts only for a reason, which will
/// stand on its first page (exit 1).
void check_blocking(const Reading& reading, const script::ReportCard& card, const ReportRequest& request);

} // namespace bilan::run
