// SPDX-License-Identifier: MPL-2.0
#include "intake/row/unsaid_wholes.hpp"

#include "intake/header/measures.hpp"
#include "intake/row/adding_up.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::size_t most_parts = 30;
constexpr std::size_t fewest_parts = 2;
constexpr double allowed = 0.01; // what cents written as binary fractions lose
/// Rows of small counts are sums of their neighbours by chance.
constexpr double least_whole = 20;

enum class Side : std::uint8_t { below, above };

class Wholes {
public:
    Wholes(const RowInput& input, const TableRows& table) : input_(&input)
    {
        for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
            const MappedColumn& column = input.mapping->columns[at];
            if (is_read(column.outcome) && is_measure(*column.field) && column.field->type != data::FieldType::rate)
                measures_.push_back((*input.headers)[at].column);
        }
        if (!can_tell()) return;
        for (const Row& row : table.rows)
            if (row.kind == RowKind::record) {
                rows_.push_back(row.row);
                firsts_.push_back(number(row.row, measures_.front()));
            }
    }

    [[nodiscard]] bool can_tell() const { return measures_.size() >= 2; }

    /// The record at `at` among the records is the sum of the nearest ones on that side.
    [[nodiscard]] bool is_sum(std::size_t at, Side side) const
    {
        const double whole = firsts_[at];
        const std::size_t there = std::min(most_parts, side == Side::below ? rows_.size() - at - 1 : at);
        if (whole < least_whole || there < fewest_parts) return false;
        const auto place = [&](std::size_t part) { return side == Side::below ? at + part : at - part; };
        double sum = 0;
        std::size_t parts = 0;
        while (parts < there && sum < whole - allowed) {
            const double part = firsts_[place(parts + 1)];
            if (part <= 0) return false;
            sum += part;
            ++parts;
        }
        if (parts < fewest_parts || std::abs(sum - whole) > allowed) return false;
        std::vector<std::uint32_t> others;
        for (std::size_t part = 1; part <= parts; ++part) others.push_back(rows_[place(part)]);
        return agrees(rows_[at], others);
    }

private:
    [[nodiscard]] double number(std::uint32_t row, std::uint32_t column) const
    {
        return number_at(*input_->view, row, column).value_or(0);
    }

    /// No column of the other measures says otherwise, and one says the same of more than nothing.
    [[nodiscard]] bool agrees(std::uint32_t row, std::span<const std::uint32_t> parts) const
    {
        bool is_said_again = false;
        for (const std::uint32_t column : std::span(measures_).subspan(1)) {
            const double whole = number(row, column);
            double sum = 0;
            for (const std::uint32_t part : parts) sum += number(part, column);
            if (std::abs(sum - whole) > allowed) return false;
            is_said_again = is_said_again || whole != 0;
        }
        return is_said_again;
    }

    const RowInput* input_;
    std::vector<std::uint32_t> measures_; ///< columns of the view
    std::vector<std::uint32_t> rows_;     ///< of the records
    std::vector<double> firsts_;          ///< what these say in the first measure
};

} // namespace

void doubt_unsaid_wholes(const RowInput& input, TableRows& table)
{
    if (input.mapping->schema == nullptr) return;
    const Wholes wholes(input, table);
    if (!wholes.can_tell()) return;
    std::size_t at = 0;
    for (Row& row : table.rows) {
        if (row.kind != RowKind::record) continue;
        if (row.doubt == RowDoubt::none && (wholes.is_sum(at, Side::below) || wholes.is_sum(at, Side::above))) {
            row.doubt = RowDoubt::may_be_unsaid_whole;
            row.label = input.block->line(row.row).first;
        }
        ++at;
    }
}

} // namespace bilan::intake
