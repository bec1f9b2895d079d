// SPDX-License-Identifier: MPL-2.0
#include "intake/row/recap_lines.hpp"

#include "base/text.hpp"
#include "intake/row/adding_up.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

std::vector<std::uint32_t> columns_of(const RowInput& input, bool are_measures)
{
    std::vector<std::uint32_t> columns;
    for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
        const MappedColumn& column = input.mapping->columns[at];
        if (!is_read(column.outcome)) continue;
        const data::FieldType type = column.field->type;
        const bool adds_up = type == data::FieldType::count || type == data::FieldType::euro;
        const bool is_wanted = are_measures ? adds_up : type == data::FieldType::text;
        if (is_wanted) columns.push_back((*input.headers)[at].column);
    }
    return columns;
}

/// A text, and behind it a number in a column of texts.
bool is_recap_line(const RowInput& input, const std::vector<std::uint32_t>& texts, const Row& row)
{
    const Line& line = input.block->line(row.row);
    if (line.filled != 2 || line.texts == 0 || line.first_text != line.first) return false;
    return number_at(*input.view, row.row, line.last) && std::ranges::find(texts, line.last) != texts.end();
}

struct Sums {
    std::size_t same = 0;
    std::size_t other = 0;
};

Sums compare(const RowInput& input, const std::vector<std::uint32_t>& measures, const Row& whole,
             const std::vector<Row*>& parts)
{
    constexpr double allowed = 0.01;
    Sums found;
    for (const std::uint32_t column : measures) {
        double sum = 0;
        for (const Row* part : parts) sum += number_at(*input.view, part->row, column).value_or(0);
        const double all = number_at(*input.view, whole.row, column).value_or(0);
        if (sum == 0) continue;
        ++(std::abs(all - sum) <= allowed ? found.same : found.other);
    }
    return found;
}

bool is_recall(const std::string& title)
{
    const std::size_t at = title.find("rappel");
    if (at == std::string::npos) return title.find("pour memoire") != std::string::npos;
    const bool ends = at + 6 == title.size() || title[at + 6] < 'a' || title[at + 6] > 'z';
    const bool begins = at == 0 || title[at - 1] < 'a' || title[at - 1] > 'z';
    return begins && ends;
}

} // namespace

void settle_recap_lines(const RowInput& input, TableRows& table)
{
    if (input.is_own_form) return;
    const std::vector<std::uint32_t> texts = columns_of(input, false);
    std::vector<Row*> lines;
    std::size_t records = 0;
    for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
        if (row->kind != RowKind::record) continue;
        const bool is_open = records == 0 && is_recap_line(input, texts, *row);
        if (is_open)
            lines.push_back(&*row);
        else
            ++records;
    }
    if (lines.empty() || records < 2) return;
    const std::uint32_t first = lines.back()->row;
    bool has_gap = false; // a blank row or a title between the records and these lines
    for (std::uint32_t above = first; above-- > input.block->first_row && !has_gap;) {
        const auto row = std::ranges::find(table.rows, above, &Row::row);
        if (row != table.rows.end() && row->kind == RowKind::record) break;
        has_gap = row == table.rows.end() || row->kind == RowKind::unused_title || row->kind == RowKind::group_title ||
                  row->kind == RowKind::total;
    }
    if (!has_gap) return;
    for (Row* row : lines) {
        row->kind = RowKind::recap;
        row->label = input.block->line(row->row).first;
        row->doubt = RowDoubt::none;
        row->previous.reset();
    }
}

void settle_dashes(const RowInput& input, const RowSigns& signs, TableRows& table)
{
    const std::vector<std::uint32_t> measures = columns_of(input, true);
    for (std::size_t at = 0; at + 1 < table.rows.size(); ++at) {
        if (table.rows[at].kind != RowKind::record || signs.dash_label(table.rows[at].row)) continue;
        std::vector<Row*> parts;
        for (std::size_t below = at + 1; below < table.rows.size() && table.rows[below].kind == RowKind::record &&
                                         signs.dash_label(table.rows[below].row);
             ++below)
            parts.push_back(&table.rows[below]);
        if (parts.empty()) continue;
        const Sums sums = compare(input, measures, table.rows[at], parts);
        if (sums.same == 0) continue;
        for (Row* part : parts) {
            part->label = signs.dash_label(part->row);
            if (sums.other > 0 || (parts.size() == 1 && sums.same == 1)) {
                part->doubt = RowDoubt::may_be_part;
                continue;
            }
            part->kind = RowKind::part_of_above;
            part->doubt = RowDoubt::none;
        }
    }
}

void settle_recalls(const RowInput& input, TableRows& table)
{
    bool is_recalled = false;
    for (Row& row : table.rows) {
        if (row.kind == RowKind::group_title || row.kind == RowKind::unused_title) {
            is_recalled = row.label && !row.bears_sum && is_recall(base::fold(input.view->label(row.row, *row.label)));
            continue;
        }
        if (row.kind == RowKind::repeated_header) is_recalled = false;
        if (!is_recalled || row.kind != RowKind::record) continue;
        row.kind = RowKind::other_period;
        row.label = input.block->line(row.row).first;
        row.doubt = RowDoubt::none;
    }
}

} // namespace bilan::intake
