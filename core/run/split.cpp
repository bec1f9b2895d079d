// SPDX-License-Identifier: MPL-2.0
#include "run/split.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "data/subset.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace bilan::run {

namespace {

/// Where a finding stands, as far as two findings can be told apart by it.
using Spot = std::tuple<std::string, std::string, std::optional<std::uint32_t>, std::optional<std::uint32_t>>;

Spot spot_of(const Place& place)
{
    return {place.file, place.sheet, place.row, place.column};
}

std::vector<std::uint32_t> rows_with(const data::Dataset& dataset, const std::string& field, const std::string& value)
{
    std::vector<std::uint32_t> rows;
    if (field == split_by_file) {
        for (std::uint32_t row = 0; row < dataset.rows(); ++row)
            if (dataset.origin(row).file == value) rows.push_back(row);
        return rows;
    }
    const data::Column* const column = dataset.column(field);
    if (column == nullptr) return rows;
    for (std::uint32_t row = 0; row < dataset.rows(); ++row)
        if (column->is_known(row) && base::fold(column->text(row)) == base::fold(value)) rows.push_back(row);
    return rows;
}

/// Findings of the reading that concern the part: of its rows, and of its files where no row of another part is meant.
/// Those of controls are left out: they are judged anew.
std::vector<intake::Finding> reading_findings(const Reading& whole, const Reading& part)
{
    std::set<Spot> kept;
    std::set<Spot> own;
    const auto note = [](const Reading& reading, std::set<Spot>& rows) {
        for (const auto& [schema, dataset] : reading.datasets)
            for (std::size_t row = 0; row < dataset->rows(); ++row) {
                Place place = dataset->place(row);
                place.column.reset();
                rows.insert(spot_of(place));
            }
    };
    note(whole, kept);
    note(part, own);
    std::vector<intake::Finding> findings;
    for (const intake::Finding& finding : whole.findings) {
        if (finding.is_of_control) continue;
        const bool is_here = std::ranges::any_of(
            part.files, [&](const FileResult& file) { return file.file.name == finding.place.file; });
        if (!is_here && !finding.place.file.empty()) continue;
        Place row = finding.place;
        row.column.reset();
        if (kept.contains(spot_of(row)) && !own.contains(spot_of(row))) continue; // a row of another part
        findings.push_back(finding);
    }
    return findings;
}

std::vector<std::string> files_with_rows(const Reading& whole)
{
    std::vector<std::string> files;
    for (const FileResult& file : whole.files) {
        const bool has_rows = std::ranges::any_of(whole.datasets, [&](const auto& named) {
            return std::ranges::any_of(named.second->origins(),
                                       [&](const auto& origin) { return origin->file == file.file.name; });
        });
        if (has_rows) files.push_back(file.file.name);
    }
    return files;
}

/// Letters and digits of a value, the rest as dashes: a name that every file system takes.
std::string slug(const std::string& value)
{
    std::string name;
    for (const char letter : base::fold(value)) {
        const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (is_kept)
            name += letter;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "sans-nom" : name.substr(0, 80);
}

} // namespace

std::vector<std::string> parts_of(const Reading& whole, const std::string& field)
{
    if (field == split_by_file) return files_with_rows(whole);
    std::map<std::string, std::string> values; // folded → the first spelling
    bool is_there = false;
    for (const auto& [schema, dataset] : whole.datasets) {
        const data::Column* const column = dataset->column(field);
        if (column == nullptr) continue;
        is_there = true;
        // A row with several items of a list would stand in a part of its own: no such part adds up.
        if (data::is_numeric(column->field.type) || column->field.type == data::FieldType::choices) continue;
        for (std::size_t row = 0; row < dataset->rows(); ++row)
            if (column->is_known(row)) values.try_emplace(base::fold(column->text(row)), column->text(row));
    }
    if (values.empty())
        throw base::Error(base::ExitCode::usage, "", {is_there ? "BIL-169" : "BIL-168", {base::for_display(field)}});
    std::vector<std::string> parts;
    parts.reserve(values.size());
    for (auto& [folded, value] : values) parts.push_back(std::move(value));
    return parts;
}

Reading part_of(const Engine& engine, const Reading& whole, const std::string& field, const std::string& value,
                std::optional<int> year)
{
    Reading part;
    std::set<std::string> files;
    for (const auto& [schema, dataset] : whole.datasets) {
        const std::vector<std::uint32_t> rows = rows_with(*dataset, field, value);
        const bool is_cut = field == split_by_file || dataset->column(field) != nullptr;
        if (rows.empty() && !is_cut) continue; // its rows are of no part: unknown here, not zero
        for (const std::uint32_t row : rows) files.insert(dataset->origin(row).file);
        part.datasets.emplace(schema, data::subset(*dataset, rows));
    }
    std::vector<std::string> order;
    for (const FileResult& file : whole.files)
        if (files.contains(file.file.name)) {
            part.files.push_back(file);
            order.push_back(file.file.name);
        }
    part.findings = reading_findings(whole, part);
    for (const auto& [schema, dataset] : part.datasets) {
        intake::ControlReport report = intake::run_controls(dataset, *engine.domain(), year);
        part.findings.insert(part.findings.end(), report.findings.begin(), report.findings.end());
        part.controls.emplace(schema, std::move(report));
    }
    intake::sort_findings(part.findings, order);
    return part;
}

std::vector<std::filesystem::path> part_files(const std::filesystem::path& output,
                                              const std::vector<std::string>& values)
{
    std::vector<std::filesystem::path> files;
    std::set<std::string> taken;
    for (const std::string& value : values) {
        const std::string bare = slug(value);
        std::string name = bare;
        for (int times = 2; !taken.insert(name).second; ++times) name = bare + "-" + std::to_string(times);
        files.push_back(output.parent_path() / (output.stem().string() + "_" + name + output.extension().string()));
    }
    return files;
}

} // namespace bilan::run
