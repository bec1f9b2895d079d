// SPDX-License-Identifier: MPL-2.0
#include "intake/table/header_path.hpp"

#include "base/text.hpp"
#include "intake/table/column_content.hpp"
#include "intake/table/technical_rows.hpp"
#include "intake/value/unnamed.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

/// The label of each column in one header row, groups carried to the right.
class HeaderRow {
public:
    HeaderRow(const SheetView& view, const Block& block, std::size_t level)
        : view_(&view), block_(&block), row_(block.header.labels[level]),
          is_last_(level + 1 == block.header.labels.size())
    {
        labels_.resize(block.last_column - block.first_column + 1);
        carried_.resize(labels_.size(), false);
        merged_.resize(labels_.size(), false);
        fill_merges();
        if (!is_last_) carry();
    }
    [[nodiscard]] const std::string& at(std::uint32_t column) const { return labels_[column - block_->first_column]; }
    [[nodiscard]] bool is_carried(std::uint32_t column) const { return carried_[column - block_->first_column]; }

private:
    void fill_merges()
    {
        for (std::uint32_t column = block_->first_column; column <= block_->last_column; ++column) {
            const bool is_borrowed = is_last_ && block_->borrowed && block_->borrowed->column == column;
            std::string label(base::trim(view_->label(is_borrowed ? block_->borrowed->row : row_, column)));
            if (label.empty()) continue;
            // From here on it is shown in findings, in what is inspected and in mappings.
            if (std::optional<std::string> rest = unnamed(label)) label = rest->empty() ? "[…]" : std::move(*rest);
            labels_[column - block_->first_column] = label;
            const CellRange* merge = view_->merge_from(row_, column);
            if (merge == nullptr || merge->last_column == column) continue;
            has_merges_ = true;
            for (std::uint32_t next = column + 1; next <= std::min(merge->last_column, block_->last_column); ++next) {
                labels_[next - block_->first_column] = label;
                merged_[next - block_->first_column] = true;
            }
        }
    }
    [[nodiscard]] bool is_named_below(std::uint32_t column) const
    {
        return std::any_of(block_->header.labels.begin(), block_->header.labels.end(),
                           [&](std::uint32_t row) { return row > row_ && view_->is_filled(row, column); });
    }
    /// A merge says where a group ends, downwards as well: « Région » over both rows is a header of its own.
    [[nodiscard]] bool begins_group(std::uint32_t column) const
    {
        return !merged_[column - block_->first_column] && view_->merge_from(row_, column) == nullptr;
    }
    /// « Demandé | Accordé » below a group that is not merged, as below one that is: the same columns in each.
    [[nodiscard]] bool repeats_merged_group(std::uint32_t group, std::uint32_t column) const
    {
        const std::uint32_t below = block_->header.labels.back();
        for (std::uint32_t merged = block_->first_column; merged <= block_->last_column; ++merged) {
            const CellRange* merge = view_->merge_from(row_, merged);
            if (merge == nullptr || merge->last_column - merged < column - group) continue;
            std::uint32_t at = 0;
            while (group + at <= column && view_->is_filled(below, merged + at) &&
                   read_header(view_->label(below, group + at)).tokens ==
                       read_header(view_->label(below, merged + at)).tokens)
                ++at;
            if (group + at > column) return true;
        }
        return false;
    }
    /// Only over columns that a lower row names: a column without any label stays without. Beside merged groups, a
    /// label may as well be that of one column.
    void carry()
    {
        std::uint32_t group = no_group;
        for (std::uint32_t column = block_->first_column; column <= block_->last_column; ++column) {
            std::string& label = labels_[column - block_->first_column];
            if (!label.empty()) {
                group = begins_group(column) ? column : no_group;
                continue;
            }
            const bool is_of_group =
                is_named_below(column) && group != no_group && (!has_merges_ || repeats_merged_group(group, column));
            if (is_of_group) {
                label = labels_[group - block_->first_column];
                carried_[column - block_->first_column] = true;
            } else if (has_merges_ || !is_named_below(column)) {
                group = no_group;
            }
        }
    }

    static constexpr std::uint32_t no_group = 0xFFFFFFFF;

    const SheetView* view_;
    const Block* block_;
    std::uint32_t row_;
    bool is_last_;
    bool has_merges_ = false;
    std::vector<std::string> labels_;
    std::vector<bool> carried_;
    std::vector<bool> merged_; ///< inside a merge that began further left
};

/// The header again, as on each page of a print: nothing that the column holds.
bool repeats_label(const SheetView& view, const Block& block, std::uint32_t row, std::uint32_t column)
{
    if (!block.has_header()) return false;
    const Cell label = view.at(block.header.labels.back(), column);
    const Cell cell = view.at(row, column);
    return label.type() == CellType::text && cell.type() == CellType::text && label.text() == cell.text();
}

ContentProfile content_of(const SheetView& view, const Block& block, std::uint32_t column)
{
    ColumnContent content(view, column);
    std::uint32_t seen = 0;
    bool is_alone = false;
    for (std::uint32_t row = block.first_row; row <= block.last_row && seen < content_sample; ++row) {
        const Line& line = block.line(row);
        if (line.filled < 2) { // notes and titles between the records
            is_alone = is_alone || (line.filled == 1 && line.first == column);
            continue;
        }
        if (repeats_label(view, block, row, column)) continue;
        if (std::ranges::binary_search(block.technical, row)) continue;
        // The sum of a column of codes 0 to 3 is no code: what a total holds says nothing of the records.
        if (view.word(row, block.line(row).first) == Word::total) continue;
        seen += static_cast<std::uint32_t>(content.add(row));
    }
    ContentProfile profile = content.take();
    profile.is_alone = is_alone;
    return profile;
}

/// « a », « b », « c »: then « h » is the eighth column, no hours.
bool counts_by_letters(const SheetView& view, const Block& block, std::uint32_t row)
{
    const std::string first = base::fold(view.label(row, block.line(row).first));
    return first == "a" || first == "(a)";
}

std::string technical_unit(const SheetView& view, const Block& block, std::uint32_t column)
{
    std::vector<std::uint32_t> rows = block.header.technical;
    rows.insert(rows.end(), block.technical.begin(), block.technical.end());
    for (const std::uint32_t row : rows) {
        if (counts_by_letters(view, block, row)) continue;
        std::string label = base::fold(view.label(row, column));
        if (label.size() > 2 && label.front() == '(' && label.back() == ')') label = label.substr(1, label.size() - 2);
        if (const std::optional<std::string> unit = unit_of(label)) return *unit;
    }
    return {};
}

void describe(HeaderColumn& header)
{
    for (const std::string& level : header.levels) {
        header.words.push_back(read_header(level));
        const std::vector<int>& years = header.words.back().years;
        header.years.insert(header.years.end(), years.begin(), years.end());
    }
    header.path = base::join(header.levels, " / ");
    for (auto words = header.words.rbegin(); words != header.words.rend() && header.unit.empty(); ++words)
        header.unit = words->unit;
}

} // namespace

std::vector<HeaderColumn> header_columns(const SheetView& view, const Block& block)
{
    std::vector<HeaderRow> rows;
    for (std::size_t level = 0; level < block.header.labels.size(); ++level) rows.emplace_back(view, block, level);
    std::vector<HeaderColumn> headers;
    for (std::uint32_t column = block.first_column; column <= block.last_column; ++column) {
        HeaderColumn header;
        header.column = column;
        for (const HeaderRow& row : rows) {
            if (row.at(column).empty() || (!header.levels.empty() && header.levels.back() == row.at(column))) continue;
            // « (€) » as the lowest of three header rows is no name.
            if (const std::string unit = header.levels.empty() ? "" : euros_said(row.at(column)); !unit.empty()) {
                header.unit = unit;
                continue;
            }
            header.levels.push_back(row.at(column));
            header.carried.push_back(row.is_carried(column));
        }
        if (block.header.codes) header.code = base::fold(view.label(*block.header.codes, column));
        if (header.levels.empty() && !header.code.empty()) {
            header.levels.push_back(header.code);
            header.carried.push_back(false);
        }
        header.content = content_of(view, block, column);
        if (header.levels.empty() && header.content.filled == 0) continue;
        describe(header);
        if (header.unit.empty()) header.unit = technical_unit(view, block, column);
        headers.push_back(std::move(header));
    }
    return headers;
}

} // namespace bilan::intake
