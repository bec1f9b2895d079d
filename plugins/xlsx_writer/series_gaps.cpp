// SPDX-License-Identifier: MPL-2.0
#include "series_gaps.hpp"

#include "formats.hpp"

#include <algorithm>
#include <tuple>

namespace bilan::xlsx {

SeriesGaps::SeriesGaps(const Workbook& workbook, const ChartSeries& series)
{
    const CellRange& range = series.values;
    words_.resize(std::size_t{range.last_row} - range.first_row + 1);
    const auto sheet = std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                                    [&](const SheetPart& part) { return part.name == series.sheet; });
    if (sheet == workbook.sheets.end()) return;
    const CellPosition first{range.first_row, range.first_column};
    auto cell = std::lower_bound(sheet->cells.begin(), sheet->cells.end(), first,
                                 [](const SheetCell& left, CellPosition right) {
                                     return std::tie(left.at.row, left.at.column) < std::tie(right.row, right.column);
                                 });
    for (; cell != sheet->cells.end() && cell->at.row <= range.last_row; ++cell) {
        const auto* words = std::get_if<std::string>(&cell->value);
        if (words == nullptr || !range.contains(cell->at)) continue;
        words_[cell->at.row - range.first_row] = *words;
        any_ = true;
    }
}

std::vector<std::size_t> SeriesGaps::points() const
{
    std::vector<std::size_t> gaps;
    for (std::size_t point = 0; point < words_.size(); ++point)
        if (!words_[point].empty()) gaps.push_back(point);
    return gaps;
}

lxw_error SeriesGaps::name(lxw_chart_series* series, bool others) const
{
    return set_labels(series, true, others);
}

lxw_error SeriesGaps::hide(lxw_chart_series* series) const
{
    return set_labels(series, false, true);
}

lxw_error SeriesGaps::set_labels(lxw_chart_series* series, bool shows_words, bool shows_others) const
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
