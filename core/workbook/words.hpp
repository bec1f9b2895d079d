// SPDX-License-Identifier: MPL-2.0
//
// The few words that the layout itself puts into a workbook. Pure functions, any thread.
#pragma once

#include "base/language.hpp"
#include "data/figure.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::workbook {

/// Words of the layout in one language.
struct LayoutWords {
    std::string_view total;
    std::string_view yes;
    std::string_view no;
    std::string_view base;          ///< `Base : `
    std::string_view source;        ///< `Source : `
    std::string_view shorthand;     ///< `Abréviations : `
    std::string_view at_least;      ///< what `≥` beside a number says
    std::string_view partial;       ///< what `*` beside a number says
    std::string_view minima;        ///< of a chart, before the rows whose numbers have a `≥` in the table
    std::string_view without_value; ///< of a chart, before the rows that have no number in the table
    std::string_view rows;          ///< behind how many they are
    std::string_view warning;       ///< `Attention : `
    std::string_view warning_stem;
    std::string_view fragile;
    std::string_view no_row;
    std::string_view column; ///< `Colonne`, for a header that was left empty
    std::string_view page;   ///< `Feuille`, for a page without a name
    std::string_view back;   ///< link to the list of pages
    std::string_view threshold;
    std::string_view parameters;  ///< heading of the cells that may be changed
    std::string_view to_the_left; ///< behind the header of a pyramid's left side
    std::string_view with_gaps;   ///< behind the header of a series that a line leaves gaps in
    std::string_view aside;       ///< below the columns that only a chart needs
    std::string_view offset;
    std::string_view offset_apart;
    std::string_view waterfall_base;
    std::string_view waterfall_level;
    std::string_view waterfall_up;
    std::string_view waterfall_down;
    std::string_view page_of; ///< footer, in Excel's codes
    std::string_view date_format;
};

[[nodiscard]] const LayoutWords& layout_words(base::Language language);

/// `label` before `text`, unless its author wrote it himself.
[[nodiscard]] std::string labelled(std::string_view label, const std::string& text);

/// « Base : 24 sur 30 · couverture 80 % »; `given` stands for the words before the coverage when it is not empty.
[[nodiscard]] std::string base_words(const data::Figure& figure, std::string_view given, base::Language language);

} // namespace bilan::workbook
