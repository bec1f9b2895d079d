// SPDX-License-Identifier: MPL-2.0
#include "intake/row/repeats.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/row/said_words.hpp"
#include "intake/row/title_doubts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

using Cells = std::vector<std::uint32_t>; ///< columns of the view

/// « Récap par porteur », alone in its row.
bool opens_recap(const std::string& folded)
{
    constexpr std::array<std::string_view, 8> words{"recap",      "synthese par",    "resume par",      "total par",
                                                    "totaux par", "ventilation par", "repartition par", "cumul par"};
    return std::ranges::any_of(words, [&](std::string_view word) { return folded.starts_with(word); });
}

/// A row that perhaps repeats others, and the cells that say which: of the same action, of the same holder.
struct Repeat {
    std::size_t entry = 0; ///< of the table's rows
    Cells key;
    Cells labels; ///< « Ensemble »: where its siblings say something else
    bool is_sure_word = false;
    bool is_phrase = false; ///< « Total Alpha », which may be the name of an action
};

/// What the rows with the same key say.
struct Siblings {
    std::vector<double> sums; ///< by measure
    std::size_t count = 0;
};

using SiblingsByKey = std::unordered_map<std::u32string, Siblings>; ///< by what the cells of the key say

class Repeats {
public:
    Repeats(const RowInput& input, TableRows& table) : input_(&input), table_(&table), said_(input) { sort_columns(); }

    void run()
    {
        if (measures_.empty()) return;
        settle_totals();
        if (title_) settle_nameless();
    }

private:
    void sort_columns()
    {
        const data::Schema* const schema =
            input_->mapping->schema == nullptr ? nullptr : input_->mapping->schema->schema.get();
        if (schema == nullptr) return;
        const auto named = std::ranges::find_if(schema->fields, [](const data::Field& field) {
            return field.type == data::FieldType::text && names_record(field);
        });
        // A row of funding may be that of an action, a funder, a scheme or a facet.
        const bool has_title = named != schema->fields.end() && field_by_id(*schema, "financeur") == nullptr;
        for (std::size_t at = 0; at < input_->mapping->columns.size(); ++at) {
            const MappedColumn& column = input_->mapping->columns[at];
            const HeaderColumn& header = (*input_->headers)[at];
            if (is_read(column.outcome) && is_measure(*column.field)) {
                if (column.field->type != data::FieldType::rate) measures_.push_back(header.column);
                continue;
            }
            if (column.outcome == Outcome::mapped && names_record(*column.field)) names_.push_back(header.column);
            if (column.outcome == Outcome::mapped && has_title && column.field->id == named->id) title_ = header.column;
            // What nobody understands may be a sex, a band of ages, a quarter of the year.
            if (is_read(column.outcome) || header.content.texts * 2 >= header.content.filled)
                keys_.push_back(header.column);
        }
    }

    void settle_totals()
    {
        std::vector<Repeat> found;
        for (std::size_t entry = 0; entry < table_->rows.size(); ++entry) {
            const Row& row = table_->rows[entry];
            if (row.kind != RowKind::record || !input_->block->line(row.row).has_sign) continue;
            Repeat repeat{entry, {}, {}, false, false};
            for (const std::uint32_t column : keys_) {
                const Word word = input_->view->word(row.row, column);
                const bool is_phrase = word == Word::total_phrase || word == Word::subtotal; // « Total Alpha »
                const bool is_total = word == Word::total || word == Word::everyone || is_phrase;
                repeat.is_sure_word = repeat.is_sure_word || word == Word::total;
                repeat.is_phrase = repeat.is_phrase || is_phrase;
                if (is_total)
                    repeat.labels.push_back(column);
                else if (said_.at(row.row, column) != SaidWords::nothing)
                    repeat.key.push_back(column);
            }
            if (!repeat.labels.empty() && !repeat.key.empty()) found.push_back(std::move(repeat));
        }
        compare(found,
                [&](const Repeat& repeat, std::size_t siblings, bool is_sum) { call_total(repeat, siblings, is_sum); });
    }

    void call_total(const Repeat& repeat, std::size_t siblings, bool is_sum)
    {
        constexpr std::size_t several = 2;
        Row& row = table_->rows[repeat.entry];
        if (siblings == 0) return;
        // An association may be called « Ensemble », a quarter may not.
        const bool is_name = std::ranges::any_of(
            repeat.labels, [&](std::uint32_t column) { return std::ranges::count(names_, column) > 0; });
        const bool is_total = repeat.is_sure_word && !is_name;
        if (!is_total && !(is_sum && (siblings >= several || repeat.is_phrase))) {
            row.doubt = RowDoubt::may_be_whole;
            return;
        }
        row.kind = RowKind::subtotal;
        row.is_of_siblings = is_sum;
        row.label = repeat.labels.front();
        row.doubt = RowDoubt::none;
    }

    void settle_nameless()
    {
        std::vector<Repeat> nameless;
        std::size_t titled = 0;
        bool is_recap = false;
        for (std::size_t entry = 0; entry < table_->rows.size(); ++entry) {
            Row& row = table_->rows[entry];
            const Line& line = input_->block->line(row.row);
            if (line.filled == 1 && line.texts == 1 &&
                opens_recap(base::fold(input_->view->label(row.row, line.first)))) {
                is_recap = true;
                row.kind = RowKind::unused_title;
                row.label = line.first;
                row.doubt = RowDoubt::none;
            }
            if (row.kind != RowKind::record) continue;
            if (is_titled(row.row)) {
                is_recap = false;
                ++titled;
                question_title(row);
            } else if (is_recap) {
                set_aside(row);
            } else if (line.numbers > 0) {
                nameless.push_back({entry, {}, {}, false, false});
            }
        }
        if (nameless.empty() || titled == 0) return;
        compare_nameless(nameless, titled >= nameless.size()); // where few rows have a title, it is not the rule
    }

    [[nodiscard]] bool is_titled(std::uint32_t row) { return said_.says_something(row, *title_); }

    void question_title(Row& row) const
    {
        const Cell cell = input_->view->at(row.row, *title_);
        if (row.doubt != RowDoubt::none || cell.type() != CellType::text) return;
        const std::string_view written = input_->view->book().text(cell);
        if (may_doubt_title(written)) row.doubt = doubt_of_title(base::fold(written));
    }

    void compare_nameless(std::vector<Repeat>& nameless, bool is_title_the_rule)
    {
        for (Repeat& repeat : nameless) {
            for (const std::uint32_t column : keys_)
                if (said_.at(table_->rows[repeat.entry].row, column) != SaidWords::nothing)
                    repeat.key.push_back(column);
            Row& row = table_->rows[repeat.entry];
            if (row.doubt == RowDoubt::none && is_title_the_rule) row.doubt = RowDoubt::nameless;
        }
        std::vector<std::size_t> of_one; // repeat one row: chance, unless others repeat several
        bool has_recap = false;
        compare(nameless, [&](const Repeat& repeat, std::size_t siblings, bool is_sum) {
            if (!is_sum || repeat.key.empty()) return;
            if (siblings == 1) of_one.push_back(repeat.entry);
            if (siblings < 2) return;
            has_recap = true;
            set_aside(table_->rows[repeat.entry]);
        });
        for (const std::size_t entry : of_one)
            if (has_recap) set_aside(table_->rows[entry]);
    }

    void set_aside(Row& row)
    {
        row.kind = RowKind::recap;
        row.label.reset();
        row.doubt = RowDoubt::none;
    }

    /// Tells of each row how many others bear its key, and whether its measures are their sums. One walk over the rows
    /// for each choice of columns: there are few.
    template <class Tell>
    void compare(const std::vector<Repeat>& repeats, Tell tell)
    {
        constexpr std::size_t most_choices = 12;
        std::map<std::pair<Cells, Cells>, std::vector<const Repeat*>> choices;
        std::vector<bool> is_repeat(table_->rows.size(), false);
        for (const Repeat& repeat : repeats) {
            is_repeat[repeat.entry] = true;
            choices[{repeat.key, repeat.labels}].push_back(&repeat);
        }
        if (choices.size() > most_choices) return;
        for (const auto& [columns, rows] : choices) {
            SiblingsByKey siblings;
            for (const Repeat* repeat : rows) siblings[said_.key(table_->rows[repeat->entry].row, columns.first)];
            gather(columns.first, columns.second, is_repeat, siblings);
            for (const Repeat* repeat : rows) {
                const std::uint32_t row = table_->rows[repeat->entry].row;
                const auto found = siblings.find(said_.key(row, columns.first));
                const Siblings& others = found->second;
                tell(*repeat, others.count, others.count > 0 && are_sums(row, others));
            }
        }
    }

    /// Adds up the other rows by those keys that some repeat has.
    void gather(const Cells& key, const Cells& labels, const std::vector<bool>& is_repeat, SiblingsByKey& siblings)
    {
        std::unordered_set<std::uint32_t> firsts; // nearly all rows end here
        for (const auto& [wanted, others] : siblings)
            if (!wanted.empty()) firsts.insert(wanted.front());
        for (std::size_t entry = 0; entry < table_->rows.size(); ++entry) {
            const Row& row = table_->rows[entry];
            const bool is_other = row.kind == RowKind::record && !is_repeat[entry];
            if (!is_other || (!key.empty() && !firsts.contains(said_.at(row.row, key.front())))) continue;
            const auto is_said = [&](std::uint32_t column) { return said_.says_something(row.row, column); };
            if (!std::ranges::all_of(labels, is_said)) continue;
            if (labels.empty() && title_ && !is_said(*title_)) continue;
            const auto found = siblings.find(said_.key(row.row, key));
            if (found == siblings.end()) continue;
            Siblings& others = found->second;
            others.sums.resize(measures_.size());
            for (std::size_t at = 0; at < measures_.size(); ++at)
                others.sums[at] += number_at(*input_->view, row.row, measures_[at]).value_or(0);
            ++others.count;
        }
    }

    [[nodiscard]] bool are_sums(std::uint32_t row, const Siblings& siblings) const
    {
        constexpr double allowed = 0.01; // what cents written as binary fractions lose
        bool has_one = false;
        for (std::size_t at = 0; at < measures_.size(); ++at) {
            const std::optional<double> number = number_at(*input_->view, row, measures_[at]);
            if (!number || *number == 0) continue;
            if (std::abs(*number - siblings.sums[at]) > allowed) return false;
            has_one = true;
        }
        return has_one;
    }

    const RowInput* input_;
    TableRows* table_;
    std::optional<std::uint32_t> title_; ///< names the action, the council of a row
    Cells keys_;                         ///< tell rows apart
    Cells names_;                        ///< of these, those that name an action or its holder
    Cells measures_;
    SaidWords said_;
};

} // namespace

void settle_repeats(const RowInput& input, TableRows& table)
{
    Repeats(input, table).run();
}

} // namespace bilan::intake
