// SPDX-License-Identifier: MPL-2.0
#include "series_values.hpp"

#include "formats.hpp"

#include <algorithm>
#include <tuple>

namespace bilan::xlsx {

namespace {

std::optional<double> number_of(const SheetValue& value)
{
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const Date* date = std::get_if<Date>(&value)) return date->serial;
    const Formula* formula = std::get_if<Formula>(&value);
    const double* result = formula == nullptr ? nullptr : std::get_if<double>(&formula->value);
    return result == nullptr ? std::nullopt : std::optional(*result);
}

} // namespace

SeriesValues::SeriesValues(const Workbook& workbook, const ChartSeries& series)
{
    const CellRange& range = series.values;
    words_.resize(std::size_t{range.last_row} - range.first_row + 1);
    numbers_.resize(words_.size());
    const auto sheet = std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                                    [&](const SheetPart& part) { return part.name == series.sheet; });
    if (sheet == workbook.sheets.end()) return;
    const CellPosition first{range.first_row, range.first_column};
    auto cell = std::lower_bound(sheet->cells.begin(), sheet->cells.end(), first,
                                 [](const SheetCell& left, CellPosition right) {
                                     return std::tie(left.at.row, left.at.column) < std::tie(right.row, right.column);
                                 });
    for (; cell != sheet->cells.end() && cell->at.row <= range.last_row; ++cell) {
        if (!range.contains(cell->at)) continue;
        numbers_[cell->at.row - range.first_row] = number_of(cell->value);
        const auto* words = std::get_if<std::string>(&cell->value);
        if (words == nullptr) continue;
        words_[cell->at.row - range.first_row] = *words;
        has_gaps_ = true;
    }
}

lxw_error SeriesValues::name(lxw_chart_series* series, bool others) const
{
    return set_labels(series, true, others);
}

lxw_error SeriesValues::hide(lxw_chart_series* series) const
{
    return set_labels(series, false, true);
}

lxw_error SeriesValues::set_labels(lxw_chart_series* series, bool shows_words, bool shows_others) const
{
    std::vector<std::string> texts(words_.size());
    std::vector<lxw_chart_data_label> labels(words_.size());
    std::vector<lxw_chart_data_label*> pointers;
    for (std::size_t point = 0; point < words_.size(); ++point) {
        const bool is_gap = !words_[point].empty();
        texts[point] = plain_text(words_[point]);
        if (is_gap && shows_words) labels[point].value = texts[point].data();
        if (is_gap ? !shows_words : !shows_others) labels[point].hide = LXW_TRUE;
        pointers.push_back(&labels[point]);
    }
    pointers.push_back(nullptr);
    return chart_series_set_labels_custom(series, pointers.data());
}

} // namespace bilan::xlsx
