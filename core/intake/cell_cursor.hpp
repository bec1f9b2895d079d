// SPDX-License-Identifier: MPL-2.0
//
// Reads cells of a grid that mostly stand below each other: the stretch of a column that the last one was in is
// remembered. Does not own the grid; one thread.
#pragma once

#include <bilan/grid.hpp>

namespace bilan::intake {

class CellCursor {
public:
    explicit CellCursor(const Grid& grid) : grid_(&grid) {}

    /// The same as Grid::at.
    [[nodiscard]] Cell at(CellPosition position)
    {
        if (position.column != column_ || position.row - run_.first >= run_.count) enter(position);
        Cell cell;
        const std::uint32_t place = position.row - run_.first;
        if (place >= run_.count) return cell;
        cell.tag = CellTag::from_bits(run_.tags[place]);
        cell.bits = run_.values[place];
        return cell;
    }

private:
    void enter(CellPosition position)
    {
        const std::uint32_t segment = position.row / Grid::segment_rows;
        column_ = position.column;
        run_ = segment < grid_->segments(column_) ? grid_->run(column_, segment) : Grid::Run{};
    }

    const Grid* grid_;
    std::uint32_t column_ = 0;
    Grid::Run run_; ///< empty at first, so that the first cell enters one
};

} // namespace bilan::intake
