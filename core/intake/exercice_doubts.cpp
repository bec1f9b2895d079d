// SPDX-License-Identifier: MPL-2.0
#include "intake/exercice_doubts.hpp"

#include "base/text.hpp"
#include "intake/shape/title_years.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

constexpr int first_year = 2014; ///< of the contracts
constexpr int far_apart = 5;     ///< no table of one contract leaves such a gap before its last year

/// Each year of the column, and the first record that has it.
std::map<int, std::size_t> years_met(const data::Column& column, std::size_t rows)
{
    std::map<int, std::size_t> years;
    for (std::size_t row = 0; row < rows; ++row)
        if (column.is_known(row)) years.try_emplace(static_cast<int>(column.numbers[row]), row);
    return years;
}

/// The last year that can be meant, when something tells: the next one of the report, or what the other years allow.
std::optional<int> last_year(const std::map<int, std::size_t>& years, std::optional<int> of_report)
{
    if (of_report) return *of_report + 1;
    if (years.size() < 2) return std::nullopt;
    return std::next(years.rbegin())->first + far_apart;
}

} // namespace

void say_odd_years(const TakeIn& take_in, const TableDraft& draft, const data::TableValues& values)
{
    const auto has_years = [](const MappedColumn& one) {
        return one.outcome == Outcome::mapped && one.field->id == "exercice";
    };
    const auto mapped = std::ranges::find_if(draft.mapping.columns, has_years);
    const auto column =
        std::ranges::find_if(values.columns, [](const data::Column& one) { return one.field.id == "exercice"; });
    if (mapped == draft.mapping.columns.end() || column == values.columns.end()) return;
    const HeaderColumn& header =
        draft.headers[static_cast<std::size_t>(std::distance(draft.mapping.columns.begin(), mapped))];
    const std::map<int, std::size_t> years = years_met(*column, values.source_rows.size());
    const std::optional<int> last = last_year(years, take_in.options->year);
    const std::uint32_t top = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
    for (const auto& [year, row] : years) {
        if (year >= first_year && (!last || year <= *last)) continue;
        take_in.say("BIL-063", data::Severity::alert,
                    take_in.place(*draft.view, values.source_rows[row], header.column), Done::kept,
                    {"BIL-063", {std::to_string(year)}}, header.path, std::to_string(year));
    }
    // With the year of the report, C22 tells row by row.
    const std::optional<int> titled = take_in.options->year ? std::nullopt : year_of(draft, {}).year;
    if (!titled) return;
    std::vector<std::string> others;
    for (const auto& [year, row] : years)
        if (year != *titled) others.push_back(std::to_string(year));
    if (others.empty()) return;
    take_in.say("C22", data::Severity::alert, take_in.place(*draft.view, top, header.column), Done::kept,
                {"BIL-064", {std::to_string(*titled), base::join(others, ", ")}}, header.path);
}

} // namespace bilan::intake
