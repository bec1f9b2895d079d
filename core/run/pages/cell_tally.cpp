// SPDX-License-Identifier: MPL-2.0
#include "run/pages/cell_tally.hpp"

#include <optional>

namespace bilan::run::pages {

void CellTally::count(const data::Figure& figure)
{
    ++figure_;
    read_ = 0;
    order_.clear();
    if (!data::has_lookups(figure)) {
        data::walk_runs(figure, chosen_, [this](const data::SourceRun& run) { take(run); });
        return;
    }
    data::walk_references(figure, chosen_, [this](const data::SourceReference& reference) {
        take(reference);
        return true;
    });
}

std::vector<CellTally::Sheet> CellTally::sheets() const
{
    std::vector<Sheet> sheets;
    for (const std::uint32_t number : order_) sheets.push_back(seen_[number].sheet);
    return sheets;
}

CellTally::Seen& CellTally::sheet_of(const data::Dataset& dataset, std::uint32_t table)
{
    if (&dataset != last_dataset_) {
        last_dataset_ = &dataset;
        last_tables_ = &by_table_.try_emplace(last_dataset_, last_dataset_->origins().size(), unnumbered).first->second;
    }
    std::uint32_t number = (*last_tables_)[table];
    if (number == unnumbered) number = number_of(dataset, table);
    Seen& seen = seen_[number];
    if (seen.figure != figure_) {
        seen.figure = figure_;
        seen.sheet.cells = 0;
        order_.push_back(number);
    }
    return seen;
}

void CellTally::take(const data::SourceReference& reference)
{
    ++read_;
    Seen& seen = sheet_of(*reference.dataset, reference.dataset->table(reference.row));
    if (reference.cell) mark(seen, *reference.cell);
}

void CellTally::take(const data::SourceRun& run)
{
    if (run.columns.empty()) {
        read_ += run.rows.size();
        static_cast<void>(sheet_of(*run.dataset, run.table));
        return;
    }
    Seen* seen = nullptr;
    for (const std::optional<std::size_t>& column : run.columns) {
        if (!column) continue;
        const data::Column& values = run.dataset->columns()[*column];
        for (const std::uint32_t row : run.rows) {
            if (!values.is_known(row)) continue;
            ++read_;
            if (seen == nullptr) seen = &sheet_of(*run.dataset, run.table); // one without a known cell is no source
            if (const auto at = run.dataset->cell(row, *column)) mark(*seen, *at);
            for (const CellPosition& at : run.dataset->further_cells(row, *column)) {
                ++read_;
                mark(*seen, at);
            }
        }
    }
}

std::uint32_t CellTally::number_of(const data::Dataset& dataset, std::uint32_t table)
{
    const data::TableOrigin& origin = *dataset.origins()[table];
    const auto next = static_cast<std::uint32_t>(seen_.size());
    const auto [at, is_new] = by_name_.try_emplace({origin.file, origin.sheet}, next);
    if (is_new) seen_.emplace_back().sheet.origin = &origin;
    by_table_[&dataset][table] = at->second;
    return at->second;
}

void CellTally::mark(Seen& seen, CellPosition at)
{
    if (seen.marks.size() <= at.column) seen.marks.resize(std::size_t{at.column} + 1);
    std::vector<std::unique_ptr<Stretch>>& stretches = seen.marks[at.column];
    const std::size_t stretch = at.row / stretch_rows;
    if (stretches.size() <= stretch) stretches.resize(stretch + 1);
    if (stretches[stretch] == nullptr) stretches[stretch] = std::make_unique<Stretch>();
    std::uint32_t& last = (*stretches[stretch])[at.row % stretch_rows];
    if (last == figure_) return;
    last = figure_;
    ++seen.sheet.cells;
}

} // namespace bilan::run::pages
