// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/sheet_table.hpp"

#include "cells/sheet_facts.hpp"
#include "spreadsheetml_reader/attributes.hpp"
#include "spreadsheetml_reader/cell_value.hpp"
#include "spreadsheetml_reader/codes.hpp"

#include <algorithm>

namespace bilan::spreadsheetml {
namespace {

constexpr std::uint32_t sheet_rows = 1'048'576;
constexpr std::uint32_t sheet_columns = 16'384;

/// So many more rows or columns, as `Span`, `MergeAcross` and `MergeDown` say; bounded, nothing for nonsense.
std::uint32_t more(xml::Attributes attributes, std::string_view local, std::uint32_t most)
{
    return std::min(whole_number(said(attributes, local).value_or("")).value_or(0), most);
}

} // namespace

SheetTable::SheetTable(cells::BookContext& context, const StyleList& styles, Grid& grid)
    : context_(context), styles_(styles), grid_(grid), remarks_(context.guard.file(), grid.facts.name),
      cells_(context, grid, remarks_)
{
}

void SheetTable::begin_table(xml::Attributes attributes)
{
    table_style_ = style_in(attributes, {0, 0}).value_or(0);
}

/// `next` moves to the place that an element names, or stays at the one after its neighbour's. False when there is no
/// such place.
bool SheetTable::find_place(xml::Attributes attributes, std::uint32_t most, std::string_view limit, std::uint32_t& next)
{
    if (const auto text = said(attributes, "Index")) {
        const std::optional<std::uint32_t> number = whole_number(*text);
        if (!number || *number == 0 || *number > most) {
            remarks_.add(code::bad_reference, std::nullopt, {cells::excerpt(*text)});
            return false;
        }
        next = *number - 1;
    }
    const ReadLimits& limits = context_.guard.limits();
    const std::uint32_t allowed = std::min(most, limit == "rows" ? limits.rows : limits.columns);
    if (next >= allowed) context_.guard.refuse_limit(limit, allowed, grid_.facts.name);
    return true;
}

std::optional<std::uint32_t> SheetTable::style_in(xml::Attributes attributes, CellPosition at)
{
    const auto id = said(attributes, "StyleID");
    if (!id) return std::nullopt;
    const std::optional<std::uint32_t> number = styles_.number_of(*id);
    if (!number) remarks_.add(code::bad_style, at, {cells::excerpt(*id)});
    return number.value_or(0);
}

void SheetTable::add_columns(xml::Attributes attributes)
{
    if (!find_place(attributes, sheet_columns, "columns", next_column_told_)) return;
    const std::uint32_t first = next_column_told_;
    const std::uint32_t last = first + more(attributes, "Span", sheet_columns - 1 - first);
    const std::optional<std::uint32_t> style = style_in(attributes, {0, first});
    if (style) {
        if (column_styles_.size() <= last) column_styles_.resize(std::size_t{last} + 1);
        for (std::uint32_t column = first; column <= last; ++column) column_styles_[column] = style;
    }
    if (says_yes(attributes, "Hidden") || said(attributes, "Width").value_or("") == "0")
        hide(grid_.facts.hidden_columns, {first, last});
    next_column_told_ = last + 1;
}

void SheetTable::hide(std::vector<Span>& hidden, Span span)
{
    if (hidden.size() >= cells::most_spans) context_.guard.refuse_limit("spans", cells::most_spans, grid_.facts.name);
    hidden.push_back(span);
}

void SheetTable::begin_row(xml::Attributes attributes)
{
    constexpr std::uint32_t between_looks = 256;
    next_column_ = 0;
    is_row_placed_ = find_place(attributes, sheet_rows, "rows", next_row_);
    if (!is_row_placed_) return;
    row_ = next_row_;
    if (row_ % between_looks == 0) context_.guard.check_time(grid_.facts.name);
    const std::uint32_t last = row_ + more(attributes, "Span", sheet_rows - 1 - row_);
    row_style_ = style_in(attributes, {row_, 0});
    if (says_yes(attributes, "Hidden") || said(attributes, "Height").value_or("") == "0")
        hide(grid_.facts.hidden_rows, {row_, last});
    next_row_ = last + 1;
}

void SheetTable::begin_cell(xml::Attributes attributes)
{
    has_value_ = false;
    spanned_ = 0;
    is_placed_ = is_row_placed_ && find_place(attributes, sheet_columns, "columns", next_column_);
    if (!is_placed_) return;
    const std::uint32_t column = next_column_;
    spot_ = {{row_, column}, 0, said(attributes, "Formula").has_value()};
    const std::optional<std::uint32_t> of_column =
        column < column_styles_.size() ? column_styles_[column] : std::optional<std::uint32_t>();
    const std::optional<std::uint32_t> own = style_in(attributes, spot_.at);
    spot_.style = own ? *own : row_style_ ? *row_style_ : of_column.value_or(table_style_);
    spanned_ = more(attributes, "MergeAcross", sheet_columns - 1 - column);
    const std::uint32_t rows = more(attributes, "MergeDown", sheet_rows - 1 - row_);
    if (spanned_ > 0 || rows > 0) add_merge(spanned_, rows);
}

void SheetTable::add_merge(std::uint32_t columns, std::uint32_t rows)
{
    std::vector<CellRange>& merges = grid_.facts.merges;
    if (merges.size() >= cells::most_spans) context_.guard.refuse_limit("spans", cells::most_spans, grid_.facts.name);
    const CellPosition at = spot_.at;
    merges.push_back({at.row, at.column, at.row + rows, at.column + columns});
}

void SheetTable::set_value(std::string_view type, std::string_view text)
{
    if (!is_placed_) return;
    has_value_ = true;
    if (grid_.at(spot_.at).is_filled()) remarks_.add(code::duplicate_cell, spot_.at);
    put_value(cells_, spot_, styles_.tags(), context_.is_1904, type, text);
}

void SheetTable::end_cell()
{
    if (!is_placed_) return;
    if (!has_value_ && spot_.is_formula) cells_.put_bits(spot_, CellType::empty, 0);
    next_column_ = spot_.at.column + spanned_ + 1;
}

void SheetTable::set_visibility(std::string_view word)
{
    if (word == "SheetHidden") grid_.facts.visibility = Visibility::hidden;
    if (word == "SheetVeryHidden") grid_.facts.visibility = Visibility::very_hidden;
}

void SheetTable::finish(Book& book)
{
    cells::order_hidden(grid_.facts);
    cells::remark_on_overlaps(grid_.facts.merges, remarks_);
    cells::remark_on_covered_values(grid_, context_.guard, remarks_);
    for (Problem& problem : remarks_.take()) book.remarks.push_back(std::move(problem));
    context_.finished_bytes += grid_.bytes();
}

} // namespace bilan::spreadsheetml
