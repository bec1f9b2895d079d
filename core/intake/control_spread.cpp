// SPDX-License-Identifier: MPL-2.0
#include "intake/control_frame.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace bilan::intake {

namespace {

constexpr std::size_t fewest_for_quartiles = 8;
constexpr std::size_t fewest_for_habits = 5;

/// Linear between the two nearest, as Excel's QUARTILE.INC. REQUIRES: sorted, not empty.
double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

/// Rows of one partner table, in order: estimates and units are habits of whoever filled it.
using Tables = std::map<std::uint32_t, std::vector<std::uint32_t>>;

template <class Wanted>
Tables tables_of(const Frame& frame, Verdict& verdict, const Wanted& wanted)
{
    Tables tables;
    for (std::uint32_t row = 0; row < frame.dataset.rows(); ++row) {
        if (!wanted(row)) continue;
        ++verdict.judged;
        tables[frame.dataset.table(row)].push_back(row);
    }
    return tables;
}

} // namespace

void judge_outlier(const Frame& frame, Verdict& verdict)
{
    if (frame.parts.size() != 1) return;
    const Part& part = frame.parts.front();
    const auto has_ratio = [&](std::uint32_t row) {
        return part.is_known(row) && frame.whole.is_known(row) && frame.whole.number(row) > 0 && part.number(row) > 0;
    };
    std::vector<double> ratios;
    for (std::uint32_t row = 0; row < frame.dataset.rows(); ++row)
        if (has_ratio(row)) ratios.push_back(part.number(row) / frame.whole.number(row));
    if (ratios.size() < fewest_for_quartiles) return;
    std::sort(ratios.begin(), ratios.end());
    const double third = quantile(ratios, 0.75);
    const double most = third + 3 * (third - quantile(ratios, 0.25));
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!has_ratio(row)) return false;
        if (part.number(row) / frame.whole.number(row) > most * (1 + 1e-9)) broken = Broken{row, {}, {}};
        return true;
    });
}

void judge_rounded(const Frame& frame, Verdict& verdict)
{
    if (!frame.control.limit || frame.whole.column == nullptr) return;
    const double step = *frame.control.limit;
    const Tables tables = tables_of(
        frame, verdict, [&](std::uint32_t row) { return frame.whole.is_known(row) && frame.whole.number(row) != 0; });
    for (const auto& [table, rows] : tables) {
        const bool all_rounded = std::all_of(
            rows.begin(), rows.end(), [&](std::uint32_t row) { return std::fmod(frame.whole.number(row), step) == 0; });
        if (rows.size() >= fewest_for_habits && all_rounded) verdict.broken.push_back({rows.front(), {}, {}});
    }
}

void judge_all_zero(const Frame& frame, Verdict& verdict)
{
    if (frame.whole.column == nullptr) return;
    const Tables tables = tables_of(frame, verdict, [&](std::uint32_t row) { return frame.whole.is_known(row); });
    for (const auto& [table, rows] : tables) {
        const bool is_zero =
            std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return frame.whole.number(row) == 0; });
        if (rows.size() >= fewest_for_habits && is_zero) verdict.broken.push_back({rows.front(), {}, {}});
    }
}

void judge_scale(const Frame& frame, Verdict& verdict)
{
    if (!frame.control.limit || frame.whole.column == nullptr) return;
    for (const Part& part : frame.parts) {
        if (part.column == nullptr) continue;
        const Tables tables = tables_of(frame, verdict, [&](std::uint32_t row) {
            return part.is_known(row) && frame.whole.is_known(row) && part.number(row) > 0 &&
                   frame.whole.number(row) > 0;
        });
        for (const auto& [table, rows] : tables) {
            std::vector<double> ratios;
            for (const std::uint32_t row : rows) ratios.push_back(frame.whole.number(row) / part.number(row));
            std::sort(ratios.begin(), ratios.end());
            // A part is at most the whole and seldom less than a fifth of it: 1000 times that is another unit.
            const double median = quantile(ratios, 0.5);
            const bool differs = median >= *frame.control.limit || median * *frame.control.limit <= 5;
            if (rows.size() >= fewest_for_habits && differs) verdict.broken.push_back({rows.front(), {}, {}});
        }
    }
}

} // namespace bilan::intake
