// SPDX-License-Identifier: MPL-2.0
#include "intake/row/lone_texts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

/// Right above a record with figures.
bool opens_group(const RowInput& input, const TableRows& table, std::size_t at)
{
    constexpr std::uint32_t fewest_filled = 3;
    if (at + 1 >= table.rows.size()) return false;
    const Row& next = table.rows[at + 1];
    const Line& line = input.block->line(next.row);
    return next.kind == RowKind::record && next.doubt == RowDoubt::none && line.filled >= fewest_filled &&
           line.numbers > 0;
}

std::string title_of(const RowInput& input, const Row& row)
{
    return base::fold(input.view->label(row.row, input.block->line(row.row).first));
}

/// « Sous-total Insertion des jeunes » before the next lone text.
bool has_subtotal(const RowInput& input, const TableRows& table, std::size_t at)
{
    const std::string title = title_of(input, table.rows[at]);
    for (std::size_t below = at + 1; below < table.rows.size(); ++below) {
        const Row& other = table.rows[below];
        if (other.doubt == RowDoubt::lone_text) return false;
        if (other.kind != RowKind::subtotal && other.kind != RowKind::total) continue;
        return other.label && base::fold(input.view->label(other.row, *other.label)).find(title) != std::string::npos;
    }
    return false;
}

void make_title(const RowInput& input, Row& row)
{
    row.kind = RowKind::unused_title;
    row.doubt = RowDoubt::none;
    row.label = input.block->line(row.row).first;
    row.is_by_groups = true;
}

} // namespace

void settle_lone_texts(const RowInput& input, TableRows& table)
{
    std::vector<std::size_t> lone;
    for (std::size_t at = 0; at < table.rows.size(); ++at)
        if (table.rows[at].doubt == RowDoubt::lone_text) lone.push_back(at);
    if (lone.empty()) return;
    const auto opens = [&](std::size_t at) { return opens_group(input, table, at); };
    const auto first = std::ranges::find(table.rows, RowKind::record, &Row::kind) - table.rows.begin();
    const bool are_titles =
        static_cast<std::size_t>(first) == lone.front() && lone.size() >= 2 && std::ranges::all_of(lone, opens);
    // Among titles, one in ordinary letters ends the group above it.
    const bool has_titles = std::ranges::any_of(
        table.rows, [](const Row& row) { return row.kind == RowKind::group_title && !row.fills_column; });
    std::erase_if(lone, [&](std::size_t at) {
        return !are_titles && !(opens(at) && (has_titles || has_subtotal(input, table, at)));
    });
    for (const std::size_t at : lone) make_title(input, table.rows[at]);
}

void settle_unread(const RowInput& input, TableRows& table)
{
    std::vector<std::uint32_t> columns; // that are read, or would name a person
    for (std::size_t at = 0; at < input.headers->size() && at < input.mapping->columns.size(); ++at) {
        const Outcome outcome = input.mapping->columns[at].outcome;
        if (is_read(outcome) || outcome == Outcome::personal) columns.push_back((*input.headers)[at].column);
    }
    if (columns.empty()) return;
    for (Row& row : table.rows) {
        const bool says_something =
            std::ranges::any_of(columns, [&](std::uint32_t column) { return input.view->is_filled(row.row, column); });
        if (row.kind != RowKind::record || says_something) continue;
        row.kind = RowKind::unread;
        row.doubt = RowDoubt::none;
    }
}

} // namespace bilan::intake
