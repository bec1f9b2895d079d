// SPDX-License-Identifier: MPL-2.0
#include "intake/row/totals.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/column_reader.hpp"
#include "intake/row/column_sums.hpp"
#include "intake/row/total_names.hpp"
#include "intake/table/merged_columns.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

bool adds_up(const data::Field& field)
{
    return field.type == data::FieldType::count || field.type == data::FieldType::euro;
}

double tolerance(const data::Field& field)
{
    return field.type == data::FieldType::euro ? 1.0 : 0.5;
}

class ColumnTotals {
public:
    ColumnTotals(const TakeIn& take_in, const TableDraft& draft, const HeaderColumn& header, const data::Column& column)
        : take_in_(&take_in), draft_(&draft), header_(&header), column_(&column), merges_(draft.view->merges())
    {
        add_above(take_in, draft, column.field.id, sums_);
    }

    /// `repeats`: the number of an action over several rows stands on each of its records.
    void run(const std::vector<Record>& records, bool repeats)
    {
        gather(records, repeats);
        for (std::size_t entry = 0; entry < draft_->rows.rows.size(); ++entry) {
            const Row& row = draft_->rows.rows[entry];
            if (numbers_[entry]) add(row, *numbers_[entry]);
            if (row.kind == RowKind::group_title || row.kind == RowKind::unused_title)
                sums_.since_break = shown_.since_break = 0;
            if (row.bears_sum) meet_heading(row, entry);
            if (row.kind == RowKind::total || (row.kind == RowKind::subtotal && !row.is_of_siblings)) meet(row, entry);
        }
    }

    [[nodiscard]] const std::vector<const Row*>& wrong_rows() const { return wrong_rows_; }

private:
    /// A row that became several records has its measures on each of them, or on that of its year; the total holds them
    /// once.
    void gather(const std::vector<Record>& records, bool repeats)
    {
        numbers_.resize(draft_->rows.rows.size());
        for (std::size_t record = 0; record < records.size(); ++record) {
            if (repeats && records[record].head) continue;
            std::optional<double>& number = numbers_[records[record].entry];
            if (!number && column_->is_known(record)) number = column_->numbers[record];
        }
    }

    /// Of the rows below, down to the next total or title: totals stand above their rows too.
    [[nodiscard]] double sum_below(std::size_t entry) const
    {
        double sum = 0;
        for (std::size_t below = entry + 1; below < numbers_.size(); ++below) {
            const RowKind kind = draft_->rows.rows[below].kind;
            if (kind == RowKind::total || kind == RowKind::subtotal || kind == RowKind::group_title ||
                kind == RowKind::unused_title)
                break;
            sum += numbers_[below].value_or(0);
        }
        return sum;
    }

    /// « Sous-total Asso B »: of the rows above that name it, among the last ones.
    [[nodiscard]] std::optional<double> sum_of_named(const Row& row, std::size_t entry) const
    {
        constexpr std::size_t most_looked_at = 300;
        if (!row.label) return std::nullopt;
        const std::string named = named_by_total(draft_->view->label(row.row, *row.label));
        if (named.empty()) return std::nullopt;
        std::optional<double> sum;
        for (std::size_t above = entry; above-- > 0 && entry - above <= most_looked_at;) {
            const Row& other = draft_->rows.rows[above];
            if (other.kind == RowKind::total) break;
            if (other.kind == RowKind::record && names(*draft_, other.row, named))
                sum = sum.value_or(0) + numbers_[above].value_or(0);
        }
        return sum;
    }

    /// « Ensemble » merged over a row of 2022 and one of 2023, as each quarter above is: of the rows at the same place
    /// of their merges.
    [[nodiscard]] std::optional<double> sum_of_same_place(const Row& row) const
    {
        if (!row.label) return std::nullopt;
        const CellRange* const own = merge_over(row.row, *row.label);
        if (own == nullptr) return std::nullopt;
        double sum = 0;
        for (std::size_t entry = 0; entry < numbers_.size(); ++entry) {
            const Row& other = draft_->rows.rows[entry];
            if (other.kind != RowKind::record || !numbers_[entry]) continue;
            const CellRange* const merge = merge_over(other.row, *row.label);
            const bool is_same_place = merge != nullptr &&
                                       merge->last_row - merge->first_row == own->last_row - own->first_row &&
                                       other.row - merge->first_row == row.row - own->first_row;
            if (is_same_place) sum += *numbers_[entry];
        }
        return sum;
    }

    [[nodiscard]] const CellRange* merge_over(std::uint32_t row, std::uint32_t column) const
    {
        const CellRange* const merge = merges_.over(row, column);
        return merge != nullptr && merge->first_row < merge->last_row ? merge : nullptr;
    }

    /// Of all rows, for a total above the first of them.
    [[nodiscard]] double sum_of_all() const
    {
        return std::accumulate(
            numbers_.begin(), numbers_.end(), 0.0,
            [](double sum, const std::optional<double>& number) { return sum + number.value_or(0); });
    }

    void add(const Row& row, double number)
    {
        sums_.add(number);
        const std::uint32_t on_sheet = draft_->view->on_sheet(row.row, 0).row;
        const bool is_hidden = !draft_->view->is_transposed() &&
                               std::ranges::any_of(draft_->view->grid().facts.hidden_rows, [&](const Span& span) {
                                   return span.first <= on_sheet && on_sheet <= span.last;
                               });
        if (!is_hidden) shown_.add(number);
        has_row_since_ = true;
        has_row_ = true;
    }

    void meet(const Row& row, std::size_t entry)
    {
        const std::optional<double> total = read(row);
        const double allowed = tolerance(column_->field);
        is_above_all_ = !has_row_;
        const bool is_explained =
            total && (sums_.explains(*total, allowed) || std::abs(sum_below(entry) - *total) <= allowed ||
                      (is_above_all_ && std::abs(sum_of_all() - *total) <= allowed));
        if (total && !is_explained) {
            std::optional<double> of_named = sum_of_same_place(row);
            if (!of_named) of_named = sum_of_named(row, entry);
            if (of_named && std::abs(*of_named - *total) <= allowed) {
                // it is the sum of those that it names
            } else if (shown_.all != sums_.all && shown_.explains(*total, allowed)) {
                say_shown(row, *total); // SUBTOTAL(109) below rows that a filter hides
            } else {
                say(row, *total, of_named);
            }
        }
        if (row.kind == RowKind::subtotal && total) {
            sums_.of_subtotals += *total;
            sums_.has_subtotals = true;
        }
        if (row.kind == RowKind::total) {
            sums_.since_total = shown_.since_total = 0;
            sums_.of_subtotals = 0;
            sums_.has_subtotals = false;
        }
        sums_.since_break = shown_.since_break = 0;
        has_row_since_ = false;
    }

    /// « AXE 1 | | 3 500 »: of the rows below it, down to the end of its group.
    void meet_heading(const Row& row, std::size_t entry)
    {
        const std::optional<double> total = read(row);
        if (!total) return;
        double sum = 0;
        for (std::size_t below = entry + 1; below < std::min<std::size_t>(row.until, numbers_.size()); ++below)
            sum += numbers_[below].value_or(0);
        if (std::abs(sum - *total) > tolerance(column_->field)) say(row, *total, sum);
    }

    std::optional<double> read(const Row& row) const
    {
        if (row.label && *row.label == header_->column) return std::nullopt;
        if (!draft_->view->is_filled(row.row, header_->column)) return std::nullopt;
        ColumnSource from;
        from.book = &draft_->view->book();
        from.grid = &draft_->view->grid();
        from.file = take_in_->reading->file;
        from.header = header_->path;
        from.unit = header_->unit;
        from.cells.push_back(draft_->view->on_sheet(row.row, header_->column));
        ReadingContext context;
        context.domain = take_in_->options->domain;
        context.year = draft_->year;
        std::vector<Finding> of_a_total;
        const data::Column total = read_column(from, column_->field, context, of_a_total);
        return total.is_known(0) ? std::optional<double>(total.numbers[0]) : std::nullopt;
    }

    void say_shown(const Row& row, double total)
    {
        take_in_->say("BIL-545", data::Severity::alert, take_in_->place(*draft_->view, row.row, header_->column),
                      Done::set_aside, {"BIL-545", {base::shortest(total), base::shortest(sums_.all)}}, header_->path,
                      base::shortest(total));
    }

    /// Said not to be known, which is not nothing: what is missing to the total may be it.
    [[nodiscard]] static bool is_untold(data::State state)
    {
        return state == data::State::not_given || state == data::State::not_available ||
               state == data::State::does_not_know || state == data::State::secret;
    }

    void say(const Row& row, double total, const std::optional<double>& of_named)
    {
        const bool is_of_part = row.kind == RowKind::subtotal || sums_.since_total != sums_.all;
        double sum = !has_row_since_ ? sums_.whole() : is_of_part ? sums_.since_break : sums_.all;
        if (is_above_all_) sum = sum_of_all();
        if (of_named) sum = *of_named;
        const auto unread = std::ranges::count(column_->states, data::State::error);
        base::Message message{"BIL-280", {base::shortest(total), base::shortest(sum)}};
        const auto untold = std::ranges::count_if(column_->states, is_untold);
        const bool may_be_right = unread == 0 && untold > 0 && total > sum;
        if (unread > 0) message = {"BIL-192", {base::shortest(total), base::shortest(sum), std::to_string(unread)}};
        if (may_be_right) message = {"BIL-057", {base::shortest(total), base::shortest(sum), std::to_string(untold)}};
        take_in_->say(message.code, data::Severity::alert, take_in_->place(*draft_->view, row.row, header_->column),
                      Done::set_aside, message, header_->path, base::shortest(total));
        if (!may_be_right) wrong_rows_.push_back(&row);
    }

    const TakeIn* take_in_;
    const TableDraft* draft_;
    const HeaderColumn* header_;
    const data::Column* column_;
    MergedColumns merges_;
    Sums sums_;
    Sums shown_;                                 ///< of the rows that are not hidden
    std::vector<std::optional<double>> numbers_; ///< of each row of the table
    bool has_row_since_ = false;                 ///< something was added since the last total or subtotal
    bool has_row_ = false;                       ///< something was added
    bool is_above_all_ = false;                  ///< the total that is met stands above all rows
    std::vector<const Row*> wrong_rows_;
};

using WrongTotals = std::map<const Row*, std::vector<std::string>>; ///< the headers whose sum the row contradicts

/// « Rien à faire » is true no more: what was said of the row when it was set aside says now what contradicts it. One
/// look at what was said, however many rows are wrong.
void say_wrong(const TakeIn& take_in, const TableDraft& draft, const WrongTotals& wrong)
{
    if (wrong.empty()) return;
    struct Said {
        Place place;
        base::Message message;
    };
    std::map<std::uint32_t, Said> said; // by row of the view
    for (const auto& [row, headers] : wrong) {
        const std::uint32_t column = row->label.value_or(draft.block.line(row->row).first);
        said[row->row] = {take_in.place(*draft.view, row->row, column),
                          {"BIL-591", {draft.shown(row->row, column), base::join(headers, ", ")}}};
    }
    for (RowReading& other : take_in.reading->tables.back().rows_not_kept)
        if (const auto found = said.find(other.row); found != said.end()) other.reason = found->second.message;
    std::map<std::pair<std::optional<std::uint32_t>, std::optional<std::uint32_t>>, const base::Message*> by_cell;
    for (const auto& [row, one] : said) by_cell[{one.place.row, one.place.column}] = &one.message;
    const std::string& sheet = said.begin()->second.place.sheet;
    for (Finding& finding : take_in.reading->findings) {
        if (finding.code != "C14" || finding.place.sheet != sheet) continue;
        const auto found = by_cell.find({finding.place.row, finding.place.column});
        if (found != by_cell.end()) finding.message = *found->second;
    }
}

/// The people of each row, where the rows of women and of men are joined: a total below adds up both.
data::Column people_by_row(const TakeIn& take_in, const TableDraft& draft, std::size_t at, std::vector<Record>& rows)
{
    ColumnSource from;
    from.book = &draft.view->book();
    from.grid = &draft.view->grid();
    from.file = take_in.reading->file;
    from.header = draft.headers[at].path;
    for (std::size_t entry = 0; entry < draft.rows.rows.size(); ++entry) {
        const Row& row = draft.rows.rows[entry];
        if (row.kind != RowKind::record && row.kind != RowKind::other_sex) continue;
        rows.push_back({row.row, entry, std::nullopt});
        from.cells.push_back(draft.view->on_sheet(row.row, draft.headers[at].column));
    }
    ReadingContext context;
    context.domain = take_in.options->domain;
    context.year = draft.year;
    std::vector<Finding> said; // of the women and the men themselves
    return read_column(from, *draft.mapping.columns[at].field, context, said);
}

} // namespace

void compare_totals(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                    const data::TableValues& values)
{
    const bool has_totals = std::any_of(draft.rows.rows.begin(), draft.rows.rows.end(), [](const Row& row) {
        return row.kind == RowKind::total || row.kind == RowKind::subtotal || row.bears_sum;
    });
    if (!has_totals) return;
    WrongTotals wrong;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& mapped = draft.mapping.columns[at];
        if (mapped.outcome != Outcome::mapped || !adds_up(*mapped.field)) continue;
        if (draft.sexes && draft.sexes->people == at) {
            std::vector<Record> rows;
            const data::Column people = people_by_row(take_in, draft, at, rows);
            ColumnTotals totals(take_in, draft, draft.headers[at], people);
            totals.run(rows, false);
            for (const Row* row : totals.wrong_rows()) wrong[row].push_back(draft.headers[at].path);
            continue;
        }
        const auto column =
            std::find_if(values.columns.begin(), values.columns.end(),
                         [&](const data::Column& candidate) { return candidate.field.id == mapped.field->id; });
        if (column == values.columns.end()) continue;
        ColumnTotals totals(take_in, draft, draft.headers[at], *column);
        totals.run(records, values.origin.repeats(mapped.field->id));
        for (const Row* row : totals.wrong_rows()) wrong[row].push_back(draft.headers[at].path);
    }
    say_wrong(take_in, draft, wrong);
}

} // namespace bilan::intake
