// SPDX-License-Identifier: MPL-2.0
#include "intake/row/headings.hpp"

#include "intake/row/adding_up.hpp"
#include "intake/row/heading.hpp"
#include "intake/table/merged_columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace bilan::intake {

namespace {

class Headings {
public:
    Headings(const RowInput& input, const RowSigns& signs, TableRows& table)
        : input_(&input), signs_(&signs), table_(&table), merges_(input.view->merges())
    {
        for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
            const MappedColumn& column = input.mapping->columns[at];
            const bool adds_up = is_read(column.outcome) && (column.field->type == data::FieldType::count ||
                                                             column.field->type == data::FieldType::euro);
            if (adds_up) measures_.push_back((*input.headers)[at].column);
        }
    }

    void run()
    {
        if (measures_.empty() || signs_->naming_columns().empty()) return;
        find();
        if (found_.empty()) return;
        compare();
        settle();
    }

private:
    void find()
    {
        constexpr std::uint32_t most_texts = 3; // « I | Emploi | 2 actions »
        for (std::size_t entry = 0; entry < table_->rows.size(); ++entry) {
            const Row& row = table_->rows[entry];
            const Line& line = input_->block->line(row.row);
            if (row.kind != RowKind::record || line.numbers == 0 || line.texts == 0 || line.texts > most_texts)
                continue;
            if (is_named_above(row.row)) continue;
            Heading heading;
            heading.entry = entry;
            const std::vector<std::uint32_t>& names = signs_->naming_columns();
            heading.lacks_name = std::ranges::any_of(
                names, [&](std::uint32_t column) { return !input_->view->is_filled(row.row, column); });
            // Where nothing but a title names an action, only the words of the title tell.
            if (!heading.lacks_name && (names.size() > 1 || !signs_->may_name_group(row.row, line.first_text)))
                continue;
            const std::optional<std::uint32_t> label = signs_->only_label(row.row);
            if (!label) continue;
            heading.label = *label;
            heading.is_called_so = signs_->names_group(row.row, *label);
            if (heading.lacks_name || heading.is_called_so) found_.push_back(heading);
        }
    }

    /// The cell that names it is merged over it and the row above.
    [[nodiscard]] bool is_named_above(std::uint32_t row) const
    {
        return std::ranges::any_of(signs_->naming_columns(), [&](std::uint32_t column) {
            const CellRange* const merge = merges_.over(row, column);
            return merge != nullptr && merge->first_row < row;
        });
    }

    [[nodiscard]] Amounts amounts_of(std::size_t entry) const
    {
        Amounts amounts;
        amounts.reserve(measures_.size());
        for (const std::uint32_t column : measures_)
            amounts.push_back(number_at(*input_->view, table_->rows[entry].row, column).value_or(0));
        return amounts;
    }

    static void add(Amounts& sums, const Amounts& amounts)
    {
        for (std::size_t at = 0; at < amounts.size(); ++at) sums[at] += amounts[at];
    }

    /// From the bottom up: the rows below a heading are known when it is looked at.
    void compare()
    {
        auto next = found_.rbegin();
        below_ = {table_->rows.size(), Amounts(measures_.size()), Amounts(measures_.size()), 0, 0};
        borders_ = {below_};
        for (std::size_t entry = table_->rows.size(); entry-- > 0;) {
            const RowKind kind = table_->rows[entry].kind;
            if (table_->rows[entry].is_memory) continue;
            if (kind == RowKind::total || kind == RowKind::other_period || kind == RowKind::statistic) borders_.clear();
            if (kind == RowKind::total || kind == RowKind::other_period || kind == RowKind::statistic ||
                kind == RowKind::subtotal || kind == RowKind::group_title || kind == RowKind::unused_title)
                put_border(entry);
            if (kind != RowKind::record) continue;
            const Amounts amounts = amounts_of(entry);
            if (next == found_.rend() || next->entry != entry) {
                add(below_.sums, amounts);
                add(below_.with_doubts, amounts);
                ++below_.records;
                continue;
            }
            look(*next, amounts);
            if (!next->is_proof()) {
                add(below_.with_doubts, amounts);
                ++below_.doubts;
            }
            if (next->holds() || next->is_called_so)
                put_border(entry);
            else
                add_as_record(amounts);
            ++next;
        }
    }

    /// Of borders without a row between them the upper one says all; so a look at a few of them is a look at rows.
    void put_border(std::size_t entry)
    {
        below_.entry = entry;
        const bool is_same =
            !borders_.empty() && borders_.back().records == below_.records && borders_.back().doubts == below_.doubts;
        if (is_same)
            borders_.back() = below_;
        else
            borders_.push_back(below_);
    }

    /// A row that lacks a name and has no sum below it is an action like others.
    void add_as_record(const Amounts& amounts)
    {
        add(below_.sums, amounts);
        ++below_.records;
        --below_.doubts;
    }

    /// Looks for the end of its group among the borders below, the nearest first.
    void look(Heading& heading, const Amounts& amounts)
    {
        constexpr std::size_t most_borders = 40;
        std::size_t looked_at = 0;
        for (auto border = borders_.rbegin(); border != borders_.rend() && looked_at < most_borders; ++border) {
            const std::size_t records = below_.records - border->records;
            const bool has_doubts = below_.doubts != border->doubts;
            if (records == 0 && !has_doubts) continue;
            ++looked_at;
            if (heading.until == 0) heading.until = border->entry;
            const std::size_t plain = records == 0 ? 0 : matches(amounts, below_.sums, border->sums);
            const std::size_t mixed = has_doubts ? matches(amounts, below_.with_doubts, border->with_doubts) : 0;
            const std::size_t most = heading.is_called_so && records > 0 && plain + mixed == 0
                                         ? matches(amounts, below_.sums, border->sums, true)
                                         : std::max(plain, mixed);
            if (most == 0) continue;
            if (is_sum_of_above(heading, amounts)) {
                heading.until = 0;
                return;
            }
            heading.until = border->entry;
            heading.parts = records;
            heading.matched = most;
            if (has_doubts && plain != mixed) tell(heading, plain > mixed);
            return;
        }
        if (heading.until != 0 && is_sum_of_above(heading, amounts)) heading.until = 0;
        heading.is_empty = looked_at == 0 && std::ranges::all_of(amounts, [](double amount) { return amount == 0; });
    }

    /// The rows that may be headings themselves are counted in the group of this one, or are not.
    void tell(const Heading& heading, bool is_covered)
    {
        for (auto other = std::ranges::upper_bound(found_, heading.entry, {}, &Heading::entry);
             other != found_.end() && other->entry < heading.until; ++other)
            (is_covered ? other->is_covered : other->is_swallowed) = true;
    }

    /// How many amounts are the difference of the sums; 0 when another one is not. What is called a group may have a
    /// mistake in fewer amounts than those that are right.
    static std::size_t matches(const Amounts& amounts, const Amounts& from, const Amounts& to, bool may_miss = false)
    {
        constexpr double allowed = 0.01; // what cents written as binary fractions lose
        std::size_t same = 0;
        std::size_t other = 0;
        for (std::size_t at = 0; at < amounts.size(); ++at)
            if (amounts[at] != 0) ++(std::abs(from[at] - to[at] - amounts[at]) <= allowed ? same : other);
        return other == 0 || (may_miss && same > other) ? same : 0;
    }

    /// It closes the group above as well as it would open the one below.
    [[nodiscard]] bool is_sum_of_above(const Heading& heading, const Amounts& amounts) const
    {
        constexpr std::size_t most_looked_at = 300;
        Amounts sums(measures_.size());
        std::size_t records = 0;
        for (std::size_t entry = heading.entry; entry-- > 0 && records < most_looked_at; ++records) {
            const bool is_other =
                std::ranges::binary_search(found_, entry, {}, [](const Heading& other) { return other.entry; });
            if (table_->rows[entry].kind != RowKind::record || is_other) break;
            add(sums, amounts_of(entry));
        }
        return records > 1 && matches(amounts, sums, Amounts(measures_.size())) > 0;
    }

    void settle()
    {
        const bool has_called = std::ranges::any_of(
            found_, [](const Heading& heading) { return heading.is_called_so && heading.is_proof(); });
        const bool are_headings = has_called || has_evidence();
        const bool has_strong = std::ranges::any_of(found_, [&](const Heading& heading) {
            return are_headings && heading.is_proof() && (heading.parts > 1 || heading.matched > 1);
        });
        for (const Heading& heading : found_) {
            Row& row = table_->rows[heading.entry];
            const bool is_wrong = heading.is_called_so && !heading.holds() && heading.until != 0;
            const bool is_thin = heading.holds() && !heading.is_proof();
            const bool is_heading = are_headings && !heading.is_swallowed &&
                                    (heading.is_proof() || (is_thin && (!has_called || heading.is_covered)) ||
                                     ((is_wrong || (heading.is_called_so && heading.is_empty)) && has_strong));
            if (is_heading)
                make_title(row, heading);
            else if (heading.is_proof() || is_wrong)
                question(row, heading);
        }
    }

    /// Without a word that tells: several groups from the first row on, or several sums of several rows.
    [[nodiscard]] bool has_evidence() const
    {
        const auto first = std::ranges::find(table_->rows, RowKind::record, &Row::kind) - table_->rows.begin();
        const bool is_from_top = found_.front().holds() && found_.front().entry == static_cast<std::size_t>(first);
        const auto holding = std::ranges::count_if(found_, [](const Heading& heading) { return heading.holds(); });
        const bool has_group =
            std::ranges::any_of(found_, [](const Heading& heading) { return heading.holds() && heading.parts > 1; });
        const bool has_sums = std::ranges::any_of(
            found_, [](const Heading& heading) { return heading.parts > 1 && heading.matched > 1; });
        return has_sums || (is_from_top && holding > 1 && has_group);
    }

    static void question(Row& row, const Heading& heading)
    {
        if (row.doubt != RowDoubt::none) return;
        row.doubt = RowDoubt::may_be_heading;
        row.label = heading.label;
    }

    void make_title(Row& row, const Heading& heading) const
    {
        row.kind = RowKind::group_title;
        row.doubt = RowDoubt::none;
        row.label = heading.label;
        row.previous.reset();
        row.bears_sum = true;
        row.until = static_cast<Row::Index>(std::max(heading.until, heading.entry + 1));
        row.fills_column = is_mapped(heading.label) && is_left_empty(heading);
    }

    [[nodiscard]] bool is_mapped(std::uint32_t column) const
    {
        for (std::size_t at = 0; at < input_->headers->size(); ++at)
            if ((*input_->headers)[at].column == column) return input_->mapping->columns[at].outcome == Outcome::mapped;
        return false;
    }

    [[nodiscard]] bool is_left_empty(const Heading& heading) const
    {
        for (std::size_t entry = heading.entry + 1; entry < heading.until; ++entry) {
            const bool is_other =
                std::ranges::binary_search(found_, entry, {}, [](const Heading& other) { return other.entry; });
            if (table_->rows[entry].kind == RowKind::record && !is_other &&
                input_->view->is_filled(table_->rows[entry].row, heading.label))
                return false;
        }
        return true;
    }

    const RowInput* input_;
    const RowSigns* signs_;
    TableRows* table_;
    MergedColumns merges_;
    std::vector<std::uint32_t> measures_; ///< columns of something counted or paid
    std::vector<Heading> found_;          ///< ascending
    Border below_;                        ///< what has been seen of the table, from its end on
    std::vector<Border> borders_;         ///< descending
};

} // namespace

void settle_headings(const RowInput& input, const RowSigns& signs, TableRows& table)
{
    Headings(input, signs, table).run();
}

} // namespace bilan::intake
