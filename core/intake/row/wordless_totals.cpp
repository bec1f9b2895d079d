// SPDX-License-Identifier: MPL-2.0
#include "intake/row/wordless_totals.hpp"

#include "base/text.hpp"
#include "intake/row/adding_up.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

bool says_less(const RowInput& input, const std::vector<std::uint32_t>& records, const Line& line)
{
    return std::ranges::all_of(records,
                               [&](std::uint32_t record) { return input.block->line(record).texts > line.texts; });
}

/// A row with one word at most among rows that have more, whose numbers are all the sums of those above it since
/// the last total: a subtotal whose label was left out, or says nothing; or a total, of all rows in spite of the
/// subtotals between them.
void settle_wordless(const RowInput& input, TableRows& table)
{
    std::vector<std::uint32_t> records; // since the last total, subtotal or title
    std::vector<std::uint32_t> all;     // since the last total
    for (Row& row : table.rows) {
        const Line& line = input.block->line(row.row);
        if (row.kind != RowKind::record) {
            const bool is_within = row.is_memory || row.kind == RowKind::continuation || row.kind == RowKind::filler ||
                                   row.kind == RowKind::repeated_header || row.kind == RowKind::part_of_above;
            if (!is_within) records.clear();
            if (row.kind == RowKind::total || (row.kind == RowKind::other_period && !row.is_memory)) all.clear();
            continue;
        }
        const auto is_sum_of = [&](const std::vector<std::uint32_t>& parts) {
            const bool says_little =
                line.texts <= 1 && line.numbers > 0 && parts.size() >= 2 && says_less(input, parts, line);
            return says_little && adds_up(input, parts, row.row) == AddsUp::yes;
        };
        const bool is_subtotal = is_sum_of(records);
        if (is_subtotal || (all.size() > records.size() && is_sum_of(all))) {
            row.kind = is_subtotal ? RowKind::subtotal : RowKind::total;
            row.is_by_sums = true;
            row.doubt = RowDoubt::none;
            if (!is_subtotal) all.clear();
            records.clear();
        } else if (line.texts > 0) {
            records.push_back(row.row);
            all.push_back(row.row);
        } else {
            records.clear(); // rows of numbers alone are records here
            all.clear();
        }
    }
}

/// The last row with numbers may be a total that no word announces.
void settle_last(const RowInput& input, TableRows& table)
{
    std::vector<std::uint32_t> records;
    Row* last = nullptr;
    for (Row& row : table.rows) {
        const bool is_kept = row.kind == RowKind::record || row.kind == RowKind::continuation;
        if (!is_kept || input.block->line(row.row).numbers == 0) continue;
        if (last != nullptr) records.push_back(last->row);
        last = &row;
    }
    if (last == nullptr || records.empty()) return;
    const AddsUp adds = adds_up(input, records, last->row);
    if (adds == AddsUp::no) return;
    if (adds == AddsUp::perhaps) {
        last->doubt = RowDoubt::may_be_total;
        return;
    }
    last->kind = RowKind::total;
    last->is_by_sums = true;
    last->doubt = RowDoubt::none;
    last->previous.reset();
}

/// « Σ », « ST », « Récap »: signs of a total that are not looked for before the sums, which tell more.
void settle_called(const RowInput& input, TableRows& table)
{
    constexpr std::array<std::string_view, 11> totals{"\u03A3",   "\u03C3", "\u2211", "nombre total",
                                                      "nb total", "recap",  "recap.", "recapitulatif",
                                                      "soit",     "st",     "s.t."};
    constexpr std::size_t longest = 16; // bytes
    for (Row& row : table.rows) {
        const Line& line = input.block->line(row.row);
        if (row.kind != RowKind::record || line.texts != 1 || line.numbers == 0) continue;
        const std::string_view written = input.view->book().text(input.view->at(row.row, line.first_text));
        if (written.size() > longest) continue;
        std::string folded = base::fold(written);
        while (folded.ends_with(' ') || folded.ends_with(':')) folded.pop_back();
        if (std::ranges::find(totals, folded) == totals.end()) continue;
        row.kind = folded.starts_with("s") && folded != "soit" ? RowKind::subtotal : RowKind::total;
        row.label = line.first_text;
        row.doubt = RowDoubt::none;
        row.previous.reset();
    }
}

} // namespace

void settle_wordless_totals(const RowInput& input, TableRows& table)
{
    settle_wordless(input, table);
    settle_last(input, table);
    settle_called(input, table);
}

} // namespace bilan::intake
