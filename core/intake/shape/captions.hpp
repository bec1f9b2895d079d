// SPDX-License-Identifier: MPL-2.0
//
// « Quartier : Les Tilleuls », « Opérateur | Mission locale » above a table: what all its rows are of. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// A line above a table that names something and says what it is.
struct Caption {
    std::string label;
    std::string value;
    CellPosition at{}; ///< of the value
};

/// The caption that a title is, in one cell with a colon between; empty texts when it is none.
[[nodiscard]] Caption caption_of(std::string_view title);

/// The captions above a block, in one cell or in two.
[[nodiscard]] std::vector<Caption> captions_above(const SheetView& view, const Block& block);

/// Gives the place, the holder or the pillar that a caption names to the rows of a table without such a column, and
/// says so. `territory`: the field of quarters that the table lacks, else empty.
void give_captions(const TakeIn& take_in, TableDraft& draft, const std::string& territory);

/// Says which lines with a number above a table go nowhere.
void say_figures_above(const TakeIn& take_in, const TableDraft& draft);

/// Where a table stands among those of its sheet.
enum class TablePlace : std::uint8_t {
    first,
    later,
    repeated ///< later, with the header of one above: only what stands above it tells its rows from the others
};

/// Gives the pillar, the quarter or the status that a title alone above a table names (« PILIER EMPLOI », « QPV Les
/// Tilleuls », « Actions refusées ») to the rows of a table without such a column, and says so. Above a table that is
/// not the first of its sheet, a title that tells none of these is said too: it may be what sets its rows apart.
void give_titles(const TakeIn& take_in, TableDraft& draft, const std::string& territory, TablePlace place);

} // namespace bilan::intake
