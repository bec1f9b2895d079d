// SPDX-License-Identifier: MPL-2.0
//
// What the cells of a series hold: numbers, or words (`nc`) where a value is missing. Excel draws words as zeros, and
// unknown is not zero: bars get the words as their label, lines are cut (package.hpp). One thread.
#pragma once

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

#include <optional>
#include <string>
#include <vector>

namespace bilan::xlsx {

class SeriesValues {
public:
    SeriesValues(const Workbook& workbook, const ChartSeries& series);

    [[nodiscard]] bool has_gaps() const { return has_gaps_; }
    /// Point by point; nothing where no number is.
    [[nodiscard]] const std::vector<std::optional<double>>& numbers() const { return numbers_; }
    /// Point by point; empty where no words are.
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    /// The words as labels of their points; the other points keep their labels when `others` holds.
    lxw_error name(lxw_chart_series* series, bool others) const;
    /// No labels at the gaps.
    lxw_error hide(lxw_chart_series* series) const;

private:
    lxw_error set_labels(lxw_chart_series* series, bool shows_words, bool shows_others) const;

    std::vector<std::string> words_; ///< point by point; empty where there are none
    std::vector<std::optional<double>> numbers_;
    bool has_gaps_ = false;
};

} // namespace bilan::xlsx
