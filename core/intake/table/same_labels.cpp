// SPDX-License-Identifier: MPL-2.0
#include "intake/table/same_labels.hpp"

#include "base/text.hpp"
#include "intake/header/column.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace bilan::intake {

namespace {

/// The row whose label heads the column.
std::uint32_t label_row(const Block& block, std::uint32_t column)
{
    return block.borrowed && block.borrowed->column == column ? block.borrowed->row : block.header.labels.back();
}

std::string label_of(const SheetView& view, const Block& block, std::uint32_t column)
{
    return base::fold(view.label(label_row(block, column), column));
}

std::set<std::string> labels_of(const SheetView& view, const Block& block, std::uint32_t first, std::uint32_t last)
{
    std::set<std::string> labels;
    for (std::uint32_t column = first; column <= last; ++column)
        if (std::string label = label_of(view, block, column); !label.empty()) labels.insert(std::move(label));
    return labels;
}

/// « Valmont », and not « 88 k€ » or « NC » typed as texts in a column of amounts.
bool is_name(const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    return view.is_text(row, column) && looks(view.label(row, column)) == Looks::text;
}

/// Names in both columns, and not the same ones: those of a column that is only repeated for reading are.
bool hold_other_names(const SheetView& view, const Block& block, std::uint32_t one, std::uint32_t other)
{
    std::uint32_t texts = 0;
    bool differ = false;
    for (std::uint32_t row = block.first_row; row <= block.last_row; ++row) {
        if (!is_name(view, row, one) || !is_name(view, row, other)) continue;
        ++texts;
        differ = differ || base::fold(view.label(row, one)) != base::fold(view.label(row, other));
    }
    return texts > 0 && differ;
}

/// A label of the first table that comes again over other names.
bool has_other_names(const SheetView& view, const Block& block, const Stretch& first, const Stretch& other)
{
    for (std::uint32_t left = first.first; left <= first.last; ++left) {
        const std::string label = label_of(view, block, left);
        for (std::uint32_t right = other.first; !label.empty() && right <= other.last; ++right)
            if (label_of(view, block, right) == label && hold_other_names(view, block, left, right)) return true;
    }
    return false;
}

/// The only column of a block whose label another one lacks.
std::optional<std::uint32_t> only_other(const SheetView& view, const Block& block, const std::set<std::string>& known)
{
    std::optional<std::uint32_t> found;
    for (std::uint32_t column = block.first_column; column <= block.last_column; ++column) {
        const std::string label = label_of(view, block, column);
        if (label.empty() || known.contains(label)) continue;
        if (found) return std::nullopt;
        found = column;
    }
    return found;
}

} // namespace

std::vector<Stretch> tables_of_labels(const SheetView& view, const Block& block)
{
    constexpr std::size_t fewest_labels = 2;
    const Stretch whole{block.first_column, block.last_column, false, std::nullopt};
    if (!block.has_header()) return {whole};
    std::vector<Stretch> tables;
    std::string first;
    for (std::uint32_t column = block.first_column; column <= block.last_column; ++column) {
        const std::string label = label_of(view, block, column);
        if (label.empty() && tables.empty()) continue;
        if (tables.empty()) first = label;
        if (label == first)
            tables.push_back({column, column, false, std::nullopt});
        else
            tables.back().last = column;
    }
    if (tables.size() < 2) return {whole};
    const std::set<std::string> known = labels_of(view, block, tables.front().first, tables.front().last);
    for (std::size_t at = 1; at < tables.size(); ++at) {
        const std::set<std::string> labels = labels_of(view, block, tables[at].first, tables[at].last);
        const auto common =
            std::ranges::count_if(labels, [&](const std::string& label) { return known.contains(label); });
        const bool is_table = static_cast<std::size_t>(common) >= fewest_labels &&
                              static_cast<std::size_t>(common) * 2 >= labels.size() &&
                              has_other_names(view, block, tables.front(), tables[at]);
        if (!is_table) return {whole};
    }
    return tables;
}

void borrow_labels(const SheetView& view, HeaderScout& scout, std::vector<Block>& blocks)
{
    constexpr std::size_t fewest_common = 2;
    for (std::size_t at = 1; at < blocks.size(); ++at) {
        const Block& above = blocks[at - 1];
        Block& block = blocks[at];
        if (!above.has_header() || !block.has_header() || above.first_column != block.first_column ||
            above.last_column != block.last_column || block.header.labels.size() > 1)
            continue;
        const std::set<std::string> before = labels_of(view, above, above.first_column, above.last_column);
        const std::set<std::string> here = labels_of(view, block, block.first_column, block.last_column);
        const std::optional<std::uint32_t> title = only_other(view, block, before);
        if (!title || here.size() <= fewest_common || only_other(view, above, here) != title) continue;
        const std::uint32_t row = block.header.labels.back();
        if (scout.is_known(row, *title) || *title != block.line(row).first) continue;
        block.borrowed = {*title, label_row(above, *title)};
    }
}

} // namespace bilan::intake
