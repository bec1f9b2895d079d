// SPDX-License-Identifier: MPL-2.0
#include "html_reader/table_builder.hpp"

#include "cells/sheet_facts.hpp"
#include "html_reader/codes.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace bilan::html {
namespace {

constexpr std::uint32_t most_columns_spanned = 1'000; // as browsers do
constexpr std::uint32_t most_rows_spanned = 65'534;

} // namespace

TableBuilder::TableBuilder(cells::BookContext& book, Grid& grid, cells::Remarks& remarks)
    : guard_(book.guard), grid_(grid), remarks_(remarks), cells_(book, grid, remarks)
{
}

void TableBuilder::begin_row(bool is_hidden)
{
    constexpr std::uint32_t between_looks = 256;
    if (rows_ >= guard_.limits().rows) guard_.refuse_limit("rows", guard_.limits().rows, grid_.facts.name);
    if (rows_ % between_looks == 0) guard_.check_time(grid_.facts.name);
    if (is_hidden) cells::hide_row(grid_.facts, rows_);
    ++rows_;
    next_column_ = 0;
    is_in_row_ = true;
}

/// A span of nothing is one; `0` means "to the end of the table".
std::uint32_t TableBuilder::span_of(std::string_view text, CellPosition at, std::uint32_t most)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty()) return 1;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) return most;
    if (error != std::errc()) {
        remarks_.add(code::bad_range, at, {cells::excerpt(text)});
        return 1;
    }
    return number == 0 ? most : std::min(number, most);
}

void TableBuilder::add_columns(std::string_view span, bool are_hidden)
{
    const std::uint32_t count = span.empty() ? 1 : span_of(span, {0, styled_columns_}, most_columns_spanned);
    const std::uint32_t most = guard_.limits().columns;
    const std::uint32_t last = std::min(styled_columns_ + count, most);
    if (are_hidden && last > styled_columns_) grid_.facts.hidden_columns.push_back({styled_columns_, last - 1});
    styled_columns_ = last;
}

CellPosition TableBuilder::begin_cell(std::string_view row_span, std::string_view column_span, bool is_hidden)
{
    if (!is_in_row_) begin_row(false);
    const std::uint32_t row = rows_ - 1;
    while (next_column_ < free_from_.size() && free_from_[next_column_] > row) ++next_column_;
    const CellPosition at{row, next_column_};
    const std::uint32_t most = guard_.limits().columns;
    if (at.column >= most) guard_.refuse_limit("columns", most, grid_.facts.name);
    const std::uint32_t columns =
        std::min(column_span == "0" ? 1 : span_of(column_span, at, most_columns_spanned), most - at.column);
    const std::uint32_t rows = span_of(row_span, at, most_rows_spanned);
    if (free_from_.size() < at.column + columns) free_from_.resize(at.column + columns, 0);
    for (std::uint32_t column = at.column; column < at.column + columns; ++column)
        free_from_[column] = std::max(free_from_[column], row + rows);
    if (rows > 1 || columns > 1) {
        std::vector<CellRange>& merges = grid_.facts.merges;
        if (merges.size() >= cells::most_spans) guard_.refuse_limit("spans", cells::most_spans, grid_.facts.name);
        merges.push_back({at.row, at.column, at.row + rows - 1, at.column + columns - 1});
    }
    if (sightings_.size() < free_from_.size()) sightings_.resize(free_from_.size());
    if (columns == 1) (is_hidden ? sightings_[at.column].is_hidden : sightings_[at.column].is_shown) = true;
    next_column_ = at.column + columns;
    return at;
}

void TableBuilder::begin_group(RowGroup group)
{
    is_in_row_ = false;
    const bool is_second = group != RowGroup::body && std::ranges::any_of(groups_, [group](const GroupStart& start) {
                               return start.group == group;
                           });
    groups_.push_back({rows_, is_second ? RowGroup::body : group});
    if (groups_.size() > 1 && groups_[groups_.size() - 2].group == groups_.back().group) groups_.pop_back();
}

/// The place of each row when the head stands above and the foot below; nothing when they do.
std::vector<std::uint32_t> TableBuilder::shown_places() const
{
    std::vector<RowGroup> of_rows(rows_, RowGroup::body);
    for (std::size_t at = 0; at < groups_.size(); ++at) {
        const std::uint32_t end = at + 1 < groups_.size() ? groups_[at + 1].row : rows_;
        std::fill(of_rows.begin() + groups_[at].row, of_rows.begin() + end, groups_[at].group);
    }
    if (std::ranges::is_sorted(of_rows)) return {};
    std::vector<std::uint32_t> order(rows_);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return of_rows[row]; });
    std::vector<std::uint32_t> places(rows_);
    for (std::uint32_t place = 0; place < rows_; ++place) places[order[place]] = place;
    return places;
}

/// A span over rows ends where the rows below it go elsewhere.
void TableBuilder::order_rows(const std::vector<std::uint32_t>& places)
{
    Grid ordered;
    ordered.facts = std::move(grid_.facts);
    for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
        for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
            const Cell cell = grid_.at(row, column);
            if (cell.is_filled()) ordered.put(places[row], column, cell.tag, cell.bits);
        }
    }
    for (CellRange& merge : ordered.facts.merges) {
        std::uint32_t rows = 1;
        while (merge.first_row + rows <= merge.last_row &&
               places[merge.first_row + rows] == places[merge.first_row] + rows)
            ++rows;
        merge.first_row = places[merge.first_row];
        merge.last_row = merge.first_row + rows - 1;
    }
    std::vector<Span> hidden;
    for (const Span& span : ordered.facts.hidden_rows)
        for (std::uint32_t row = span.first; row <= span.last; ++row) hidden.push_back({places[row], places[row]});
    ordered.facts.hidden_rows = std::move(hidden);
    grid_ = std::move(ordered);
}

std::vector<std::uint32_t> TableBuilder::finish()
{
    for (CellRange& merge : grid_.facts.merges) merge.last_row = std::min(merge.last_row, rows_ - 1);
    for (Span& span : grid_.facts.hidden_rows) span.last = std::min(span.last, rows_ - 1);
    std::vector<std::uint32_t> places = groups_.empty() ? std::vector<std::uint32_t>() : shown_places();
    if (!places.empty()) order_rows(places);
    SheetFacts& facts = grid_.facts;
    std::erase_if(facts.merges, [](const CellRange& merge) {
        return merge.first_row == merge.last_row && merge.first_column == merge.last_column;
    });
    std::erase_if(facts.hidden_rows, [&](const Span& rows) { return rows.first >= grid_.rows(); });
    for (Span& rows : facts.hidden_rows) rows.last = std::min(rows.last, grid_.rows() - 1);
    for (std::uint32_t column = 0; column < sightings_.size(); ++column)
        if (sightings_[column].is_hidden && !sightings_[column].is_shown)
            facts.hidden_columns.push_back({column, column});
    cells::order_hidden(facts);
    if (places.empty()) cells::remark_on_overlaps(facts.merges, remarks_);
    return places;
}

} // namespace bilan::html
