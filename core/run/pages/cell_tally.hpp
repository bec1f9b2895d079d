// SPDX-License-Identifier: MPL-2.0
//
// The partners' cells behind a figure, counted by sheet, each once. Made once for all figures of a workbook, which
// share its memory; one thread.
#pragma once

#include "data/chosen_rows.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bilan::run::pages {

class CellTally {
public:
    /// `chosen` outlives it.
    explicit CellTally(data::ChosenRows& chosen) : chosen_(chosen) {}

    struct Sheet {
        const data::TableOrigin* origin = nullptr;
        std::size_t cells = 0; ///< different ones; 0 when only rows are known
    };

    /// Takes the place of the figure before.
    void count(const data::Figure& figure);
    /// Those of the figure, in the order of its cells.
    [[nodiscard]] std::vector<Sheet> sheets() const;
    /// As often as they are read.
    [[nodiscard]] std::size_t cells_read() const { return read_; }

private:
    static constexpr std::size_t stretch_rows = 256;
    using Stretch = std::array<std::uint32_t, stretch_rows>;
    struct Seen {
        Sheet sheet;
        std::uint32_t figure = 0; ///< the last one that has a cell of this sheet
        /// By column, by stretch of rows: the last figure that has this cell. A table far down a sheet costs little.
        std::vector<std::vector<std::unique_ptr<Stretch>>> marks;
    };
    static constexpr std::uint32_t unnumbered = 0xFFFF'FFFF;
    void take(const data::SourceReference& reference);
    void take(const data::SourceRun& run);
    [[nodiscard]] Seen& sheet_of(const data::Dataset& dataset, std::uint32_t table);
    [[nodiscard]] std::uint32_t number_of(const data::Dataset& dataset, std::uint32_t table);
    void mark(Seen& seen, CellPosition at);

    data::ChosenRows& chosen_;
    std::vector<Seen> seen_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> by_name_; ///< file and sheet
    std::map<const data::Dataset*, std::vector<std::uint32_t>> by_table_;
    const data::Dataset* last_dataset_ = nullptr;
    const std::vector<std::uint32_t>* last_tables_ = nullptr;
    std::vector<std::uint32_t> order_; ///< of the sheets of this figure
    std::uint32_t figure_ = 0;
    std::size_t read_ = 0;
};

} // namespace bilan::run::pages
