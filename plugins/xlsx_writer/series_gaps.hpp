// SPDX-License-Identifier: MPL-2.0
//
// Cells of a series that hold words (`nc`) instead of a number. Excel draws them as zeros, and unknown is not zero:
// bars get the words as their label, lines are cut (package.hpp). One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

#include <cstddef>
#include <string>
#include <vector>

namespace bilan::xlsx {

class SeriesGaps {
public:
    SeriesGaps(const Workbook& workbook, const ChartSeries& series);

    [[nodiscard]] bool any() const { return any_; }
    /// Points that hold words.
    [[nodiscard]] std::vector<std::size_t> points() const;
    [[nodiscard]] std::size_t length() const { return words_.size(); }
    /// The words as labels of their points; the other points keep their labels when `others` holds.
    lxw_error name(lxw_chart_series* series, bool others) const;
    /// No labels at the gaps.
    lxw_error hide(lxw_chart_series* series) const;

private:
    lxw_error set_labels(lxw_chart_series* series, bool shows_words, bool shows_others) const;

    std::vector<std::string> words_; ///< point by point; empty for a number
    bool any_ = false;
};

} // namespace bilan::xlsx
