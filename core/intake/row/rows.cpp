// SPDX-License-Identifier: MPL-2.0
#include "intake/row/rows.hpp"
#include "intake/table/merged_columns.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/row/headings.hpp"
#include "intake/row/lone_texts.hpp"
#include "intake/row/prepared_rows.hpp"
#include "intake/row/recap_lines.hpp"
#include "intake/row/repeats.hpp"
#include "intake/row/signs.hpp"
#include "intake/row/template_rows.hpp"
#include "intake/row/title_field.hpp"
#include "intake/row/unsaid_wholes.hpp"
#include "intake/row/wordless_totals.hpp"
#include "intake/table/technical_rows.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t most_continuations = 30; ///< rows that one record may go on over

constexpr std::size_t most_between = 3; ///< fillers and repeated headers between a record and what goes on with it

class Classifier {
public:
    explicit Classifier(const RowInput& input) : input_(&input), signs_(input), merges_(input.view->merges()) {}

    TableRows run()
    {
        table_.group_field = group_field();
        const Block& block = *input_->block;
        if (!block.goes_on)
            for (const std::uint32_t row : block.header.technical) put(row, RowKind::technical);
        for (std::uint32_t row = block.first_row; row <= block.last_row; ++row)
            if (block.line(row).filled > 0) classify(row);
        settle_template_rows(*input_, table_);
        settle_prepared_rows(*input_, table_);
        settle_tail();
        settle_aims();
        settle_recap_lines(*input_, table_);
        settle_dashes(*input_, signs_, table_);
        settle_headings(*input_, signs_, table_);
        settle_repeats(*input_, table_);
        settle_wordless_totals(*input_, table_);
        settle_parts();
        doubt_unsaid_wholes(*input_, table_);
        settle_lone_texts(*input_, table_);
        settle_unread(*input_, table_);
        settle_recalls(*input_, table_);
        settle_titles();
        return std::move(table_);
    }

private:
    void put(std::uint32_t row, RowKind kind, std::optional<std::uint32_t> label = std::nullopt)
    {
        table_.rows.push_back({row, kind, label, std::nullopt, std::nullopt, RowDoubt::none});
        if (may_have_parts(table_.rows.back())) whole_ = table_.rows.size() - 1;
        if (kind == RowKind::total || kind == RowKind::subtotal) total_ = table_.rows.size() - 1;
    }

    void classify(std::uint32_t row)
    {
        const Line& line = input_->block->line(row);
        if (std::ranges::binary_search(input_->block->technical, row)) return put(row, RowKind::technical);
        if (signs_.is_filler(row)) return put(row, RowKind::filler);
        if (line.numbers < line.texts && signs_.repeats_header(row)) return put(row, RowKind::repeated_header);
        if (const auto label = is_below_total() ? signs_.recalled_total_label(row) : std::nullopt)
            return put(row, RowKind::other_period, *label);
        // « dont femmes » below an action is no comment on the table: its number was asked for in a column.
        if (const auto label = signs_.says_part(row) ? part_of_action(row) : std::nullopt)
            return put(row, RowKind::part_of_above, *label);
        if (const std::optional<Sign> sign = signs_.marked(row)) return put(row, sign->kind, sign->column);
        if (const std::optional<Sign> sign = total_by_merge(row)) return put(row, sign->kind, sign->column);
        if (const auto label = signs_.whole_label(row)) return put(row, RowKind::total, *label);
        if (const auto label = signs_.other_period_label(row, is_below_total()))
            return put(row, RowKind::other_period, *label);
        if (const auto label = signs_.memory_label(row)) {
            put(row, RowKind::other_period, *label);
            table_.rows.back().is_memory = true;
            return;
        }
        if (const auto label = signs_.share_label(row, is_below_total())) return put(row, RowKind::statistic, *label);
        if (const std::optional<std::uint32_t> whole = whole_above())
            if (const auto label = signs_.part_label(row, *whole)) return put(row, RowKind::part_of_above, *label);
        if (is_begun(row)) return put(row, RowKind::record);
        if (const auto above = record_above(); above && signs_.lists_more(row, table_.rows[*above].row)) {
            put(row, RowKind::continuation);
            table_.rows.back().previous = above;
            return;
        }
        if (is_named_by_merge(row)) return put(row, RowKind::record);
        if (signs_.is_title(row)) return put(row, RowKind::group_title, line.first);
        if (const auto label = signs_.numbered_title(row)) return put(row, RowKind::group_title, *label);
        const std::optional<std::size_t> above = record_above();
        const Continues continues = above ? signs_.continues(row, table_.rows[*above].row) : Continues::no;
        if (continues == Continues::no && signs_.is_lone_title(row)) return put(row, RowKind::unused_title, line.first);
        put(row, continues == Continues::yes ? RowKind::continuation : RowKind::record);
        if (continues != Continues::no) table_.rows.back().previous = above;
        if (continues == Continues::perhaps)
            table_.rows.back().doubt = RowDoubt::may_continue;
        else if (continues == Continues::no && line.filled == 1 && line.texts == 1)
            table_.rows.back().doubt = RowDoubt::lone_text;
    }

    /// The label of a row that states a part of the action above it, below which there may be other parts of it.
    std::optional<std::uint32_t> part_of_action(std::uint32_t row) const
    {
        if (!whole_ || table_.rows[*whole_].kind != RowKind::record) return std::nullopt;
        return signs_.part_label(row, table_.rows[*whole_].row);
    }

    bool is_below_total() const
    {
        const auto is_total = [](RowKind kind) {
            return kind == RowKind::total || kind == RowKind::statistic || kind == RowKind::other_period;
        };
        return !table_.rows.empty() && !table_.rows.back().is_memory && is_total(table_.rows.back().kind);
    }

    /// « Ensemble » merged over the rows of 2022 and 2023: both are totals, and not only the one that holds the word.
    std::optional<Sign> total_by_merge(std::uint32_t row) const
    {
        if (!total_) return std::nullopt;
        const Row& total = table_.rows[*total_];
        const CellRange* const merge = total.label ? merges_.over(row, *total.label) : nullptr;
        if (merge != nullptr && merge->first_row <= total.row) return Sign{total.kind, *total.label};
        return std::nullopt;
    }

    /// The row whose parts the next one may hold.
    std::optional<std::uint32_t> whole_above() const
    {
        if (!whole_) return std::nullopt;
        const Row& whole = table_.rows[*whole_];
        const bool has_parts = whole.kind == RowKind::record || whole.kind == RowKind::total ||
                               whole.kind == RowKind::subtotal || whole.kind == RowKind::other_period;
        return has_parts ? std::optional<std::uint32_t>(whole.row) : std::nullopt;
    }

    /// It is no part itself, and does not merely stand between a whole and its parts.
    bool may_have_parts(const Row& row) const
    {
        const bool is_between = row.kind == RowKind::repeated_header || row.kind == RowKind::filler;
        return !is_between && row.kind != RowKind::part_of_above &&
               (row.kind != RowKind::record || !signs_.says_part(row.row));
    }

    /// A row of a sheet to fill in of which nothing but one answer was filled in yet, right below the one before.
    bool is_begun(std::uint32_t row) const
    {
        const Line& line = input_->block->line(row);
        if (!input_->is_own_form || line.filled != 1 || row == 0 || input_->block->line(row - 1).filled == 0)
            return false;
        for (std::size_t at = 0; at < input_->headers->size(); ++at)
            if ((*input_->headers)[at].column == line.first)
                return input_->mapping->columns[at].outcome == Outcome::mapped;
        return false;
    }

    /// « Métropole » of which no amount is known yet, beside the action that a merge names for all of its funders.
    bool is_named_by_merge(std::uint32_t row) const
    {
        const Block& block = *input_->block;
        const Line& line = block.line(row);
        if (line.filled != 1) return false;
        for (std::uint32_t column = block.first_column; column < line.first; ++column) {
            const CellRange* const merge = merges_.over(row, column);
            if (merge != nullptr && merge->first_row >= block.first_row && merge->first_row < row &&
                merge->last_column < line.first)
                return true;
        }
        return false;
    }

    /// The record that this row may continue: the last one, when nothing but a few continuations stands between.
    std::optional<std::size_t> record_above() const
    {
        std::size_t at = table_.rows.size();
        const auto is_between = [](RowKind kind) {
            return kind == RowKind::filler || kind == RowKind::repeated_header;
        };
        while (at > 0 && table_.rows.size() - at < most_between && is_between(table_.rows[at - 1].kind)) --at;
        if (at == 0) return std::nullopt;
        const Row& above = table_.rows[at - 1];
        if (above.kind == RowKind::record) return at - 1;
        const bool is_open = above.kind == RowKind::continuation && above.previous &&
                             table_.rows.size() - *above.previous <= most_continuations;
        return is_open ? above.previous : std::nullopt;
    }

    /// Rows of one text after the last full record are remarks, not records.
    void settle_tail()
    {
        for (auto row = table_.rows.rbegin(); row != table_.rows.rend(); ++row) {
            const Line& line = input_->block->line(row->row);
            const bool is_open =
                row->kind == RowKind::record || row->kind == RowKind::group_title || row->kind == RowKind::continuation;
            if (is_open && (line.filled > 2 || line.numbers > 0)) break;
            if (is_open && row->kind != RowKind::continuation && line.filled == 1 && line.texts == 1 &&
                !is_begun(row->row) && signs_.is_remark(row->row)) {
                row->kind = RowKind::note;
                row->label = line.first;
                row->doubt = RowDoubt::none;
            }
        }
    }

    /// « Objectif », « Cible 2025 » behind the last record, where no total stands before them: what was aimed at.
    void settle_aims()
    {
        for (auto row = table_.rows.rbegin(); row != table_.rows.rend(); ++row) {
            if (row->kind != RowKind::record) continue;
            const std::optional<std::uint32_t> label = signs_.aim_label(row->row);
            const auto above = std::find_if(std::next(row), table_.rows.rend(),
                                            [](const Row& other) { return other.kind == RowKind::record; });
            const bool is_behind = label && above != table_.rows.rend() && // and names what the others name
                                   *label == input_->block->line(above->row).first;
            if (!is_behind || input_->block->line(row->row).numbers == 0) return;
            row->kind = RowKind::other_period;
            row->label = *label;
            row->doubt = RowDoubt::none;
        }
    }

    /// « dont moins de 26 ans » that stands in no row above it: a part of the row below where nothing but parts stands
    /// between the row below and the top of its group, else worth a look.
    void settle_parts()
    {
        bool is_open = true; // nothing above that the part may be of
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            Row& row = table_.rows[at];
            if (row.kind != RowKind::record) {
                is_open = row.kind != RowKind::part_of_above && row.kind != RowKind::continuation;
                continue;
            }
            if (!signs_.says_part(row.row)) {
                is_open = false;
                continue;
            }
            const std::optional<std::size_t> whole = is_open ? whole_below(at) : std::nullopt;
            const auto label = whole ? signs_.part_label(row.row, table_.rows[*whole].row) : std::nullopt;
            if (!label) {
                row.doubt = RowDoubt::may_be_part;
                continue;
            }
            row.kind = RowKind::part_of_above;
            row.label = *label;
            row.is_of_below = true;
            is_open = true;
        }
    }

    /// The next record or total that is no part itself.
    std::optional<std::size_t> whole_below(std::size_t at) const
    {
        for (std::size_t below = at + 1; below < table_.rows.size(); ++below) {
            const Row& row = table_.rows[below];
            if (row.kind == RowKind::record && !signs_.says_part(row.row)) return below;
            if (row.kind != RowKind::record && row.kind != RowKind::filler) return std::nullopt;
        }
        return std::nullopt;
    }

    std::string group_field() const
    {
        if (input_->mapping->schema == nullptr) return {};
        const data::Schema& schema = *input_->mapping->schema->schema;
        for (const std::string_view field : {"pilier", "axe_strategique", "thematique"})
            if (field_by_id(schema, field) != nullptr && !input_->mapping->has(field)) return std::string(field);
        return {};
    }

    /// Titles among which none is called like a pillar may be anything: « GIVORS », « CIDFF », « ANNEXE ».
    [[nodiscard]] bool has_pillar() const
    {
        return std::ranges::any_of(table_.rows, [&](const Row& row) {
            return row.kind == RowKind::group_title && !row.fills_column && signs_.names_group(row.row, *row.label);
        });
    }

    /// « Emploi | | 3 500 » is a pillar, « Montbrun | | 3 500 » above rows that add up to it may be anything.
    [[nodiscard]] bool names_groups() const
    {
        return std::ranges::any_of(table_.rows, [&](const Row& row) {
            return row.kind == RowKind::group_title && !row.fills_column &&
                   (!row.bears_sum || signs_.names_group(row.row, *row.label));
        });
    }

    /// « COHÉSION SOCIALE » above « Éducation » above the actions: each title has a lone text right below it, and those
    /// of the second level end no group of the first.
    [[nodiscard]] bool have_second_level() const
    {
        bool has_title = false;
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            if (table_.rows[at].kind != RowKind::group_title || table_.rows[at].fills_column) continue;
            has_title = true;
            if (at + 1 >= table_.rows.size() || table_.rows[at + 1].kind != RowKind::unused_title ||
                !table_.rows[at + 1].is_by_groups)
                return false;
        }
        return has_title;
    }

    void settle_titles()
    {
        std::optional<std::string> named = field_of_titles(*input_, table_);
        if (named) table_.group_field = *named;
        settle_status_titles(*input_, table_);
        if (table_.group_field == "statut") named = table_.group_field;
        const bool gives = named || names_groups();
        const bool is_known = named || has_pillar();
        const bool has_second_level = have_second_level();
        std::optional<Row::Index> title;
        for (std::size_t at = 0; at < table_.rows.size(); ++at) {
            Row& row = table_.rows[at];
            if (row.kind == RowKind::group_title && row.fills_column) continue;
            if (row.kind == RowKind::group_title) {
                title = static_cast<Row::Index>(at);
                const bool says_other = !is_known || (!named && signs_.is_foreign_title(row.row, *row.label));
                if (table_.group_field.empty() || says_other || (row.bears_sum && !gives)) {
                    row.kind = RowKind::unused_title;
                    title.reset();
                }
            }
            const bool ends = row.kind == RowKind::unused_title && !(row.is_by_groups && has_second_level);
            if (row.kind == RowKind::total || ends) title.reset();
            if (row.kind == RowKind::record) row.group = title;
        }
    }

    const RowInput* input_;
    RowSigns signs_;
    TableRows table_;
    MergedColumns merges_;
    std::optional<std::size_t> whole_; ///< of the rows so far, the last that may have parts
    std::optional<std::size_t> total_; ///< of the rows so far, the last total or subtotal
};

} // namespace

TableRows classify_rows(const RowInput& input)
{
    return Classifier(input).run();
}

} // namespace bilan::intake
