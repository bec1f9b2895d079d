// SPDX-License-Identifier: MPL-2.0
//
// The figures of one workbook against those of the workbook before. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "workbook/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

/// A figure that is new, gone, or other than before. Base, unknowns and cause count: a figure that rests on other rows
/// has changed, even when its number has not.
struct FigureChange {
    std::string page;
    std::string id; ///< indicator, may be empty
    std::string label;
    std::optional<data::Figure> before; ///< nothing: the figure is new
    std::optional<data::Figure> after;  ///< nothing: the figure is gone
};

/// In the order of `after`, then those that are gone in the order of `before`. Figures are told apart by page,
/// indicator and label, and equal ones by their order.
[[nodiscard]] std::vector<FigureChange> changes_between(const std::vector<workbook::PlacedFigure>& before,
                                                        const std::vector<workbook::PlacedFigure>& after);

/// « 79,3 % → 81,0 % »; « nouveau : 81,0 % »; what it rests on as well where the two numbers look the same.
[[nodiscard]] std::string in_words(const FigureChange& change, base::Language language);

} // namespace bilan::run
