// SPDX-License-Identifier: MPL-2.0
#include "run/request_checks.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "run/concern.hpp"
#include "run/own_report_file.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bilan::run {

namespace {

/// A sheet to hand out with nothing but the example in it.
bool is_blank_template(const FileResult& file)
{
    const auto is_example = [](const intake::RowReading& row) { return row.reason.code == "BIL-285"; };
    return !file.reading.tables.empty() &&
           std::ranges::all_of(file.reading.tables, [&](const intake::TableReading& table) {
               return !table.rows_not_kept.empty() && table.rows_kept == 0 &&
                      std::ranges::all_of(table.rows_not_kept, is_example);
           });
}

/// How many rows of the report's schemas are of each year.
std::map<int, std::size_t> rows_by_year(const Reading& reading, const script::ReportCard& card)
{
    std::map<int, std::size_t> rows;
    for (const std::string& schema : card.datasets) {
        if (schema == "territoire") continue; // figures of public sources, each of the year it was published for
        const auto dataset = reading.datasets.find(schema);
        if (dataset == reading.datasets.end()) continue;
        const data::Column* const column = dataset->second->column("exercice");
        for (std::size_t row = 0; column != nullptr && row < dataset->second->rows(); ++row)
            if (column->is_known(row)) ++rows[static_cast<int>(column->numbers[row])];
    }
    return rows;
}

/// « a.csv (action) » for the first files; what had no schema says so.
base::Words what_was_read(const Reading& reading)
{
    constexpr std::size_t most = 5;
    base::Words words;
    for (std::size_t at = 0; at < reading.files.size() && at < most; ++at) {
        std::set<std::string> schemas;
        for (const intake::TableReading& table : reading.files[at].reading.tables)
            if (!table.schema.empty()) schemas.insert(table.schema);
        const std::string read = base::join(std::vector<std::string>(schemas.begin(), schemas.end()), ", ");
        const std::string file = (at > 0 ? "; " : "") + base::for_display(reading.files[at].file.name);
        words.french += file + " (" + (read.empty() ? "aucun schéma" : read) + ')';
        words.english += file + " (" + (read.empty() ? "no schema" : read) + ')';
    }
    if (reading.files.size() > most) words.french += "; …";
    if (reading.files.size() > most) words.english += "; …";
    return words;
}

/// What makes the report's own theme known to another command; nothing where it has none.
std::string known_with(const script::ReportCard& card)
{
    if (!card.declares_domain) return {};
    const std::string file = ' ' + base::for_display(card.file.filename().string());
    return base::in_each_language({" --rapport" + file, " --report" + file});
}

} // namespace

void check_year(const Reading& reading, const script::ReportCard& card, std::optional<int> year)
{
    if (!year) return;
    const std::map<int, std::size_t> rows = rows_by_year(reading, card);
    if (rows.empty() || rows.contains(*year)) return;
    std::vector<std::string> years;
    std::size_t known = 0;
    for (const auto& [other, count] : rows) {
        years.push_back(std::to_string(other));
        known += count;
    }
    throw base::Error(base::ExitCode::findings, card.id,
                      {"BIL-953", {std::to_string(*year), std::to_string(known), base::join(years, ", ")}});
}

namespace {

/// A workbook of this very year, or of a later one, would show no change at all. Rows without a year say nothing.
void check_is_before(const PreviousYear& previous, int year)
{
    std::optional<double> latest;
    for (const auto& [schema, dataset] : previous.datasets) {
        const data::Column* const years = dataset->column("exercice");
        if (years == nullptr || years->numbers.empty()) continue;
        for (std::size_t row = 0; row < dataset->rows(); ++row) {
            if (!years->is_known(row)) continue;
            if (years->numbers[row] < year) return;
            latest = std::max(latest.value_or(0), years->numbers[row]);
        }
    }
    if (latest)
        throw base::Error(base::ExitCode::usage, previous.file.name,
                          {"BIL-028", {base::shortest(*latest), std::to_string(year)}});
}

} // namespace

void check_previous(const PreviousYear& previous, const script::ReportCard& card, std::optional<int> year)
{
    std::vector<std::string> held;
    for (const auto& [schema, dataset] : previous.datasets) {
        if (card.datasets.empty() || std::ranges::find(card.datasets, schema) != card.datasets.end()) {
            if (year) check_is_before(previous, *year);
            return;
        }
        held.push_back(schema);
    }
    throw base::Error(base::ExitCode::usage, previous.file.name,
                      {"BIL-179", {base::join(held, ", "), card.id, base::join(card.datasets, ", ")}});
}

void check_filled_in(const Reading& reading)
{
    if (!reading.files.empty() && std::ranges::all_of(reading.files, is_blank_template))
        throw base::Error(base::ExitCode::findings, reading.files.front().file.name, {"BIL-949", {}});
}

void check_profile(const std::string& profile)
{
    if (profile == "interne") return;
    if (profile == "partenaires" || profile == "public")
        throw base::Error(base::ExitCode::secrecy, "", {"BIL-500", {profile}});
    throw base::Error(base::ExitCode::usage, "", {"BIL-153", {base::for_display(profile)}});
}

void check_reading(const Reading& reading, const script::ReportCard& card)
{
    const bool nothing_read = std::ranges::all_of(reading.files, [](const FileResult& file) { return !!file.failure; });
    if (nothing_read) throw base::Error(*reading.files.front().failure);
    if (card.datasets.empty()) return; // it reads its tables by itself: run:read
    check_filled_in(reading);
    const bool has_rows = std::ranges::any_of(card.datasets, [&](const std::string& schema) {
        return reading.datasets.contains(schema) && reading.datasets.at(schema)->rows() > 0;
    });
    if (!has_rows)
        throw base::Error(
            base::ExitCode::findings, card.id,
            {"BIL-158",
             {base::join(card.datasets, ", "), base::in_each_language(what_was_read(reading)), known_with(card)}});
    const bool declares_rules =
        std::ranges::any_of(reading.controls, [](const auto& report) { return !report.second.runs.empty(); });
    if (declares_rules && reading.rules_applied() == 0)
        throw base::Error(base::ExitCode::findings, card.id, {"BIL-159", {}});
}

void check_not_an_input(const std::filesystem::path& output, const Inputs& inputs)
{
    for (const InputFile& file : inputs.files) {
        std::error_code none;
        if (std::filesystem::equivalent(file.path, output, none))
            throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-425", {}});
    }
}

void check_returns_elsewhere(const std::filesystem::path& returns, const std::vector<std::string>& inputs)
{
    std::error_code none;
    const std::filesystem::path target = std::filesystem::weakly_canonical(returns, none);
    for (const std::string& input : inputs) {
        if (!std::filesystem::is_directory(input, none)) continue;
        const std::filesystem::path folder = std::filesystem::weakly_canonical(input, none);
        const std::filesystem::path below = target.lexically_relative(folder);
        if (!below.empty() && *below.begin() != "..")
            throw base::Error(base::ExitCode::unwritable, returns.string(), {"BIL-943", {base::for_display(input)}});
    }
}

void check_replaces_own(const std::filesystem::path& output, bool even_if_saved_since)
{
    std::error_code none;
    if (base::fold(output.extension().string()) != ".xlsx" || !std::filesystem::is_regular_file(output, none) ||
        std::filesystem::is_empty(output, none))
        return;
    if (!is_own_report_file(output)) throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-941", {}});
    if (!even_if_saved_since && was_saved_since(output))
        throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-065", {}});
}

void check_force(const script::ReportCard& card, const ReportRequest& request)
{
    if (request.force.empty() || card.refuses_blocking) return;
    throw base::Error(base::ExitCode::usage, "", {"BIL-178", {card.id}});
}

void check_blocking(const Reading& reading, const script::ReportCard& card, const ReportRequest& request)
{
    if (!card.refuses_blocking || !request.force.empty()) return;
    const std::vector<const intake::Finding*> counted = blocking_of(reading, card.datasets).counted;
    if (counted.empty()) return;
    throw base::Error(base::ExitCode::findings, card.id,
                      {"BIL-170", {std::to_string(counted.size()), first_of(counted)}});
}

} // namespace bilan::run
