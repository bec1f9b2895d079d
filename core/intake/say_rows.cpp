// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "intake/own_form.hpp"
#include "intake/say.hpp"
#include "intake/shape/merges.hpp"
#include "intake/shape/shared_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

std::string label_of(const TableDraft& draft, const Row& row)
{
    const std::uint32_t column = row.label.value_or(draft.block.line(row.row).first);
    if (draft.view->is_filled(row.row, column)) return draft.shown(row.row, column);
    for (const CellRange& merge : draft.view->merges()) // « Ensemble », merged over this row too
        if (merge.first_column == column && merge.first_row <= row.row && row.row <= merge.last_row)
            return draft.shown(merge.first_row, column);
    return {};
}

std::string row_number(const TableDraft& draft, std::uint32_t row)
{
    const CellPosition at = draft.view->on_sheet(row, 0);
    return draft.view->is_transposed() ? column_letters(at.column) : std::to_string(std::uint64_t{at.row} + 1);
}

/// Formulas that no spreadsheet program has computed hold nothing to compare.
bool holds_numbers(const TableDraft& draft, const Row& row)
{
    for (std::uint32_t column = 0; column < draft.view->columns(); ++column)
        if (draft.view->is_number(row.row, column)) return true;
    return false;
}

const char* total_code(const TableDraft& draft, const Row& row)
{
    if (row.is_of_siblings) return "BIL-505";
    if (!holds_numbers(draft, row)) return "BIL-100";
    return row.is_by_sums ? "BIL-840" : "BIL-279";
}

const char* part_code(const TableDraft& draft, const Row& row)
{
    if (row.is_indicator) return "BIL-191";
    return draft.view->is_transposed() ? "BIL-190" : "BIL-096";
}

/// What a title gives to the rows below it.
std::string field_of_title(const TableDraft& draft, const Row& row)
{
    for (std::size_t at = 0; row.fills_column && at < draft.headers.size(); ++at)
        if (draft.headers[at].column == row.label) return draft.mapping.columns[at].field->id;
    return draft.rows.group_field;
}

/// The last row of the table that is more than a remark.
std::optional<std::uint32_t> last_row(const TableDraft& draft)
{
    const auto is_more = [](const Row& row) {
        return row.kind != RowKind::unused_title && row.kind != RowKind::note && row.kind != RowKind::footer &&
               row.kind != RowKind::filler;
    };
    const auto last = std::find_if(draft.rows.rows.rbegin(), draft.rows.rows.rend(), is_more);
    return last == draft.rows.rows.rend() ? std::nullopt : std::optional(last->row);
}

/// A lone text below everything else is the title of nothing: a remark, or the name of who signed.
bool closes_table(const Row& row, std::optional<std::uint32_t> last)
{
    return row.kind == RowKind::unused_title && !row.bears_sum && !row.is_by_groups && last && row.row > *last;
}

base::Message reason_of(const TableDraft& draft, const Row& row, std::optional<std::uint32_t> last)
{
    if (closes_table(row, last)) return {"BIL-282", {}};
    switch (row.kind) {
    case RowKind::total:
    case RowKind::subtotal: return {total_code(draft, row), {label_of(draft, row)}};
    case RowKind::part_of_card: return {part_code(draft, row), {label_of(draft, row)}};
    case RowKind::part_of_above: return {row.is_of_below ? "BIL-593" : "BIL-951", {label_of(draft, row)}};
    case RowKind::recap: return {"BIL-501", {label_of(draft, row)}};
    case RowKind::carried: return {"BIL-502", {label_of(draft, row)}};
    case RowKind::other_period: return {row.is_memory ? "BIL-119" : "BIL-952", {label_of(draft, row)}};
    case RowKind::statistic: return {"BIL-822", {label_of(draft, row)}};
    case RowKind::other_sex: return {"BIL-032", {row_number(draft, draft.rows.rows[row.previous.value_or(0)].row)}};
    case RowKind::repeated_header: return {"BIL-281", {}};
    case RowKind::note:
    case RowKind::footer: return {"BIL-282", {}};
    case RowKind::filler: return {"BIL-284", {}};
    case RowKind::example: return {row.is_below_example ? "BIL-531" : "BIL-285", {}};
    case RowKind::technical: return {"BIL-286", {}};
    case RowKind::group_title:
        return {row.bears_sum ? "BIL-549" : "BIL-287", {label_of(draft, row), field_of_title(draft, row)}};
    case RowKind::unread: return {"BIL-112", {}};
    case RowKind::unused_title:
        return {row.bears_sum ? "BIL-522" : row.is_by_groups ? "BIL-599" : "BIL-276", {label_of(draft, row)}};
    case RowKind::continuation: return {"BIL-289", {row_number(draft, draft.rows.rows[row.previous.value_or(0)].row)}};
    case RowKind::record: break;
    }
    return {};
}

bool is_total(const Row& row)
{
    return row.kind == RowKind::total || row.kind == RowKind::subtotal || row.bears_sum;
}

void say_doubt(const TakeIn& take_in, const TableDraft& draft, const Row& row)
{
    if (row.doubt == RowDoubt::none) return;
    base::Message doubt{"BIL-823", {}};
    if (row.doubt == RowDoubt::may_be_part) doubt = {"BIL-585", {}};
    if (row.doubt == RowDoubt::nameless) doubt = {"BIL-503", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::says_idem) doubt = {"BIL-517", {}};
    if (row.doubt == RowDoubt::may_be_cancelled) doubt = {"BIL-518", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_be_template) doubt = {"BIL-532", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_be_whole) doubt = {"BIL-504", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_be_unsaid_whole) doubt = {"BIL-029", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_be_total) doubt = {"BIL-841", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_be_heading) doubt = {"BIL-118", {label_of(draft, row)}};
    if (row.doubt == RowDoubt::may_continue)
        doubt = {"BIL-824", {row_number(draft, draft.rows.rows[row.previous.value_or(0)].row)}};
    std::string code = doubt.code;
    take_in.say(std::move(code), data::Severity::alert,
                take_in.place(*draft.view, row.row, draft.block.line(row.row).first), Done::kept, std::move(doubt));
}

void say_row(const TakeIn& take_in, const TableDraft& draft, const Row& row, base::Message reason, bool is_close)
{
    const std::uint32_t column = row.label.value_or(draft.block.line(row.row).first);
    data::Severity severity = data::Severity::information;
    if (row.kind == RowKind::unread || (row.kind == RowKind::unused_title && !is_close) ||
        row.kind == RowKind::part_of_above || row.kind == RowKind::part_of_card || row.kind == RowKind::other_period ||
        row.kind == RowKind::recap || row.kind == RowKind::carried || row.is_below_example)
        severity = data::Severity::alert;
    if (is_total(row)) severity = data::Severity::blocking;
    std::string code = is_total(row) ? std::string("C14") : reason.code;
    // A signature, a remark, an example may hold a name that no sign tells: it is not repeated.
    const bool may_name = row.kind == RowKind::footer || row.kind == RowKind::note || row.kind == RowKind::example ||
                          row.kind == RowKind::continuation || is_close;
    std::string read = may_name || !row.label ? std::string() : label_of(draft, row);
    take_in.say(std::move(code), severity, take_in.place(*draft.view, row.row, column), Done::set_aside,
                std::move(reason), {}, std::move(read));
}

/// True for the example of a sheet that bilan handed out: left as it was, it is no news.
bool say_own_example(const TakeIn& take_in, const TableDraft& draft, const Row& row)
{
    const ExampleRow example = example_row(take_in, draft, row);
    if (example == ExampleRow::changed)
        take_in.say("BIL-847", data::Severity::alert,
                    take_in.place(*draft.view, row.row, draft.block.line(row.row).first), Done::set_aside,
                    {"BIL-847", {}});
    return example != ExampleRow::foreign;
}

/// A record that was written over the example, and keeps some of it.
void say_left_of_example(const TakeIn& take_in, const TableDraft& draft, const Row& row)
{
    const std::vector<std::string> left = left_of_example(take_in, draft, row).headers;
    if (left.empty()) return;
    take_in.say("BIL-510", data::Severity::alert, take_in.place(*draft.view, row.row, draft.block.line(row.row).first),
                Done::kept, {"BIL-510", {base::join(left, "\u00A0; ")}});
}

std::string spans_of(const std::vector<Span>& spans, std::uint32_t first, std::uint32_t last, bool columns)
{
    std::vector<std::string> parts;
    const auto name = [&](std::uint32_t at) {
        return columns ? column_letters(at) : std::to_string(std::uint64_t{at} + 1);
    };
    for (const Span& span : spans) {
        if (span.last < first || span.first > last) continue;
        const std::uint32_t from = std::max(span.first, first);
        const std::uint32_t to = std::min(span.last, last);
        parts.push_back(from == to ? name(from) : name(from) + '-' + name(to));
    }
    return base::join(parts, ", ");
}

void say_hidden(const TakeIn& take_in, const TableDraft& draft)
{
    const SheetFacts& facts = draft.view->grid().facts;
    const TableReading range = reading_of(draft);
    std::string hidden = spans_of(facts.hidden_rows, range.range.first_row, range.range.last_row, false);
    const std::string columns = spans_of(facts.hidden_columns, range.range.first_column, range.range.last_column, true);
    if (!hidden.empty() && !columns.empty()) hidden += ", ";
    hidden += columns;
    if (hidden.empty()) return;
    take_in.say("BIL-297", data::Severity::information, take_in.place(*draft.view), Done::kept, {"BIL-297", {hidden}});
}

void say_struck(const TakeIn& take_in, const TableDraft& draft)
{
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::record) continue;
        const Line& line = draft.block.line(row.row);
        const Cell first = draft.view->at(row.row, line.first);
        const Cell last = draft.view->at(row.row, line.last);
        if (!first.tag.is_struck() && !last.tag.is_struck()) continue;
        take_in.say("BIL-283", data::Severity::alert, take_in.place(*draft.view, row.row, line.first), Done::kept,
                    {"BIL-283", {}});
    }
}

/// All rows below the first go on with its record: they are no other actions that the number could be of.
bool is_of_one_record(const TableDraft& draft, const CellRange& merge)
{
    const auto going_on = std::ranges::count_if(draft.rows.rows, [&](const Row& row) {
        return row.kind == RowKind::continuation && merge.first_row < row.row && row.row <= merge.last_row;
    });
    return going_on > 0 && std::cmp_equal(going_on, merge.last_row - merge.first_row);
}

void say_merged_amounts(const TakeIn& take_in, const TableDraft& draft)
{
    const auto is_record = [&](std::uint32_t at) {
        return std::ranges::any_of(draft.rows.rows, [&](const Row& row) {
            return row.row == at && (row.kind == RowKind::record || row.kind == RowKind::continuation);
        });
    };
    for (const AcrossNumbers& across : merged_across(draft)) {
        if (across.is_state || !is_record(across.merge.first_row)) continue; // a title is merged over the whole table
        std::vector<std::string> headers;
        for (const std::size_t at : across.columns) headers.push_back(draft.headers[at].path);
        take_in.say("BIL-519", data::Severity::alert,
                    take_in.place(*draft.view, across.merge.first_row, across.merge.first_column), Done::refused,
                    {"BIL-519", {base::join(headers, ", ")}}, headers.front(),
                    draft.shown(across.merge.first_row, across.merge.first_column));
    }
    const VerticalMerges merges(draft);
    const SharedRows shared(draft);
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped || VerticalMerges::fills_down(*column.field)) continue;
        for (const CellRange& merge : merges.of_column(draft.headers[at].column)) {
            if (!draft.view->is_filled(merge.first_row, merge.first_column)) continue; // a form prepared for later
            if (shared.is_of_whole(at, merge) || is_of_one_record(draft, merge)) continue;
            take_in.say("BIL-270", data::Severity::alert,
                        take_in.place(*draft.view, merge.first_row, merge.first_column), Done::kept,
                        {"BIL-270", {std::to_string(merge.last_row - merge.first_row + 1)}}, draft.headers[at].path,
                        draft.shown(merge.first_row, merge.first_column));
        }
    }
}

/// One action over several rows: which, and what each of them has of its own.
void say_shared_rows(const TakeIn& take_in, const TableDraft& draft)
{
    const SharedRows shared(draft);
    if (shared.empty()) return;
    std::vector<std::string> spans;
    for (const CellRange& group : shared.groups())
        spans.push_back(row_number(draft, group.first_row) + '-' + row_number(draft, group.last_row));
    std::vector<std::string> varying;
    for (std::size_t at = 0; at < draft.headers.size(); ++at)
        if (shared.varies(at) && is_read(draft.mapping.columns[at].outcome)) varying.push_back(draft.headers[at].path);
    const CellRange& first = shared.groups().front();
    take_in.say("BIL-031", data::Severity::information, take_in.place(*draft.view, first.first_row, first.first_column),
                Done::kept, {"BIL-031", {base::join(spans, ", "), base::join(varying, ", ")}});
}

/// Columns that say one year in a table that has a column for each.
void say_of_one_year(const TakeIn& take_in, const TableDraft& draft,
                     const std::map<std::string, std::vector<std::size_t>>& columns)
{
    const std::uint32_t row = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
    for (const auto& [year, of_year] : columns) {
        std::vector<std::string> names;
        names.reserve(of_year.size());
        for (const std::size_t at : of_year) names.push_back(draft.headers[at].path);
        const HeaderColumn& first = draft.headers[of_year.front()];
        take_in.say("BIL-956", data::Severity::alert, take_in.place(*draft.view, row, first.column), Done::kept,
                    {"BIL-956", {base::join(names, "\u00A0; "), year}}, first.path);
    }
}

} // namespace

void say_rows(const TakeIn& take_in, const TableDraft& draft)
{
    TableReading& reading = take_in.reading->tables.back();
    const std::optional<std::uint32_t> last = last_row(draft);
    for (const Row& row : draft.rows.rows) {
        ++reading.rows_read;
        if (row.kind == RowKind::record) {
            ++reading.rows_kept;
            say_doubt(take_in, draft, row);
            say_left_of_example(take_in, draft, row);
            continue;
        }
        ++reading.rows_set_aside;
        reading.rows_not_kept.push_back({row.row, Done::set_aside, reason_of(draft, row, last)});
        if (row.kind == RowKind::example && say_own_example(take_in, draft, row)) continue;
        say_row(take_in, draft, row, reason_of(draft, row, last), closes_table(row, last));
    }
}

void say_repeated_measures(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records)
{
    const auto is_repeated = [](const Record& left, const Record& right) { return left.row == right.row; };
    if (std::adjacent_find(records.begin(), records.end(), is_repeated) == records.end()) return;
    const WideColumns wide = wide_columns(draft);
    std::map<std::string, std::vector<std::size_t>> of_one_year;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped || draft.headers[at].content.filled == 0) continue;
        const bool adds = column.field->type == data::FieldType::count || column.field->type == data::FieldType::euro;
        if (!adds) continue;
        const std::uint32_t row = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
        if (const std::optional<std::string> year = only_year_of(draft, wide, at)) {
            // A header that names another year than the columns beside it has no row to go to.
            if (draft.headers[at].years.empty() || std::ranges::find(wide.values, *year) == wide.values.end())
                of_one_year[*year].push_back(at);
            continue;
        }
        take_in.say("BIL-826", data::Severity::information, take_in.place(*draft.view, row, draft.headers[at].column),
                    Done::kept, {"BIL-826", {draft.headers[at].path}}, draft.headers[at].path);
    }
    say_of_one_year(take_in, draft, of_one_year);
}

void say_facts(const TakeIn& take_in, const TableDraft& draft)
{
    say_hidden(take_in, draft);
    say_struck(take_in, draft);
    say_merged_amounts(take_in, draft);
    say_shared_rows(take_in, draft);
}

} // namespace bilan::intake
