// SPDX-License-Identifier: MPL-2.0
#include "intake/row/prepared_rows.hpp"

#include "base/text.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/row/template_rows.hpp"
#include "intake/table/merged_columns.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

class PreparedRows {
public:
    explicit PreparedRows(const RowInput& input) : input_(&input), merges_(input.view->merges())
    {
        for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
            const MappedColumn& column = input.mapping->columns[at];
            const std::uint32_t place = (*input.headers)[at].column;
            if (!is_read(column.outcome)) unread_.insert(place);
            if (column.outcome != Outcome::mapped) continue;
            if (names_record(*column.field))
                names_.push_back(place);
            else
                fields_.emplace(place, column.field);
        }
    }

    /// Without a column that names a record, a row of one term may be one.
    [[nodiscard]] bool can_tell() const { return !names_.empty(); }

    [[nodiscard]] bool is_prepared(std::uint32_t row, std::uint32_t record) const
    {
        const Line& line = input_->block->line(row);
        for (const std::uint32_t name : names_)
            if (input_->view->is_filled(row, name) || is_merged_from_above(row, name)) return false;
        for (std::uint32_t column = line.first; column <= line.last; ++column)
            if (input_->view->is_filled(row, column) && !holds_default(row, column, record)) return false;
        return true;
    }

    [[nodiscard]] bool is_lone_term(std::uint32_t row) const
    {
        const Line& line = input_->block->line(row);
        if (line.filled != 1) return false;
        const auto found = fields_.find(line.first);
        if (found == fields_.end())
            return unread_.contains(line.first) && is_answer(base::fold(input_->view->label(row, line.first)));
        const data::FieldType type = found->second->type;
        return (type == data::FieldType::choice || type == data::FieldType::boolean) &&
               holds_default(row, line.first, row);
    }

private:
    [[nodiscard]] bool is_merged_from_above(std::uint32_t row, std::uint32_t column) const
    {
        for (std::uint32_t first = 0; first <= column; ++first) {
            const CellRange* const merge = merges_.over(row, first);
            if (merge != nullptr && merge->first_row < row && column <= merge->last_column) return true;
        }
        return false;
    }

    [[nodiscard]] bool holds_default(std::uint32_t row, std::uint32_t column, std::uint32_t record) const
    {
        const std::string label = base::fold(input_->view->label(row, column));
        const bool is_repeated = !label.empty() && label == base::fold(input_->view->label(record, column));
        const std::optional<double> number = number_at(*input_->view, row, column);
        const auto found = fields_.find(column);
        if (found == fields_.end()) // « Nouveau projet ? » with « Non » down to the end
            return unread_.contains(column) && (is_answer(label) || (is_repeated && !number));
        if (number == std::optional<double>(0)) return true;
        const data::Field& field = *found->second;
        switch (field.type) {
        case data::FieldType::boolean: return is_answer(label);
        case data::FieldType::choice: return is_term(field, label);
        case data::FieldType::year:
        case data::FieldType::text:
        case data::FieldType::code:
        case data::FieldType::choices: return is_repeated; // « 2023 | Bron » of all the others
        default: return false;
        }
    }

    [[nodiscard]] static bool is_answer(std::string_view folded)
    {
        return folded == "non" || folded == "oui" || folded == "faux" || folded == "vrai" || asks_to_fill_in(folded);
    }

    [[nodiscard]] bool is_term(const data::Field& field, const std::string& folded) const
    {
        const data::Vocabulary* const vocabulary = input_->domain->vocabulary(field.vocabulary);
        return asks_to_fill_in(folded) ||
               (vocabulary != nullptr && VocabularyIndex(vocabulary).find(folded) != nullptr);
    }

    const RowInput* input_;
    MergedColumns merges_;
    std::vector<std::uint32_t> names_;         ///< columns that name a record
    std::map<std::uint32_t, FieldRef> fields_; ///< of the other columns that are read
    std::set<std::uint32_t> unread_;           ///< columns of which no field is known
};

/// A row of this kind stands between the records of one group.
bool is_between(RowKind kind)
{
    return kind == RowKind::filler || kind == RowKind::continuation || kind == RowKind::part_of_above;
}

} // namespace

void settle_prepared_rows(const RowInput& input, TableRows& table)
{
    if (input.mapping->schema == nullptr || input.is_own_form) return;
    const PreparedRows prepared(input);
    if (!prepared.can_tell()) return;
    bool is_end = true; // nothing but prepared rows down to the end of the group
    // By number of cells, behind the nearest record above with more: however many rows are prepared, it is looked for
    // once.
    std::map<std::uint32_t, std::size_t> fuller;
    for (std::size_t at = table.rows.size(); at-- > 0;) {
        Row& row = table.rows[at];
        // One term alone in its row looks like a title that gives nothing.
        const bool is_lone = row.kind == RowKind::unused_title && prepared.is_lone_term(row.row);
        if (row.kind != RowKind::record && !is_lone) {
            is_end = is_end || !is_between(row.kind);
            continue;
        }
        if (!is_end) continue;
        std::size_t& above = fuller.try_emplace(input.block->line(row.row).filled, at).first->second;
        above = std::min(above, at);
        while (above > 0 && !(table.rows[above - 1].kind == RowKind::record &&
                              input.block->line(table.rows[above - 1].row).filled > input.block->line(row.row).filled))
            --above;
        is_end = above > 0 && prepared.is_prepared(row.row, table.rows[above - 1].row);
        if (!is_end) continue;
        row.kind = RowKind::filler;
        row.doubt = RowDoubt::none;
        row.previous.reset();
    }
}

} // namespace bilan::intake
