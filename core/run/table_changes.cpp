// SPDX-License-Identifier: MPL-2.0
#include "run/table_changes.hpp"

#include "base/text.hpp"
#include "workbook/cell_value.hpp"
#include "workbook/total_row.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace bilan::run {

namespace {

using Kind = TableChange::Kind;
using workbook::Table;
using Row = std::vector<std::string>;

constexpr std::size_t most_cells_kept = 100'000; ///< of a table; longer ones are only known to differ

/// As a reader sees it; nothing of a figure.
std::string shown(const workbook::Value& value, const workbook::Column& column, base::Language language)
{
    if (std::holds_alternative<data::Figure>(value)) return {};
    return workbook::cell_value(value, column, language).shown;
}

/// The sum or number below a column that Excel makes.
std::string total_of(const Table& table, std::size_t column, base::Language language)
{
    const workbook::Column& made = table.columns[column];
    if (made.total != workbook::Total::sum && made.total != workbook::Total::count) return {};
    workbook::RunningTotal running;
    for (const auto& row : table.rows) running.take(workbook::cell_value(row[column], made, language));
    const workbook::TotalCell cell = workbook::total_cell(made, running, {}, language);
    if (!cell.number) return cell.label;
    std::string text = workbook::cell_value(*cell.number, made, language).shown;
    if (cell.mark == workbook::Mark::at_least) text = "≥\u00A0" + text;
    if (cell.mark == workbook::Mark::partial) text += " *";
    return text;
}

TableSketch sketch_of(const Table& table, base::Language language)
{
    TableSketch sketch;
    sketch.id = table.id;
    sketch.title = table.title;
    sketch.notes = table.notes;
    sketch.row_count = table.rows.size();
    for (const workbook::Column& column : table.columns) sketch.headers.push_back(column.header);
    const bool is_kept = table.rows.size() * table.columns.size() <= most_cells_kept;
    for (const auto& row : table.rows) {
        Row cells;
        for (std::size_t column = 0; column < row.size() && column < table.columns.size(); ++column) {
            cells.push_back(shown(row[column], table.columns[column], language));
            sketch.digest = sketch.digest * 1'000'003 + std::hash<std::string>()(cells.back());
        }
        if (is_kept) sketch.rows.push_back(std::move(cells));
    }
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        sketch.totals.push_back(total_of(table, column, language));
    return sketch;
}

/// Where each row stands by its first cell, or by all that it holds where that does not tell rows apart.
class Places {
public:
    Places(const std::vector<Row>& rows, bool by_first) : by_first_(by_first)
    {
        for (std::size_t at = 0; at < rows.size(); ++at) places_[key_of(rows[at])].push_back(at);
    }

    [[nodiscard]] bool is_unique() const
    {
        return std::ranges::all_of(places_, [](const auto& entry) { return entry.second.size() == 1; });
    }
    /// The next row of that key, which is then taken.
    std::optional<std::size_t> take(const Row& row)
    {
        const auto found = places_.find(key_of(row));
        if (found == places_.end() || found->second.empty()) return std::nullopt;
        const std::size_t at = found->second.front();
        found->second.erase(found->second.begin());
        return at;
    }

private:
    [[nodiscard]] std::string key_of(const Row& row) const
    {
        if (by_first_) return row.empty() ? std::string() : row.front();
        return base::join(row, "\x1f");
    }
    bool by_first_;
    std::map<std::string, std::vector<std::size_t>> places_;
};

std::string words_of(const Row& row)
{
    constexpr std::size_t most_shown = 4;
    Row words;
    for (const std::string& cell : row)
        if (!cell.empty() && words.size() < most_shown) words.push_back(cell);
    return base::join(words, " · ");
}

/// What changed between two tables of one id.
class TableComparison {
public:
    TableComparison(const TableSketch& before, const TableSketch& after, std::vector<TableChange>& changes)
        : before_(before), after_(after), changes_(changes)
    {
    }

    void compare()
    {
        if (before_.headers != after_.headers) {
            add(Kind::columns, {}, base::join(before_.headers, ", "), base::join(after_.headers, ", "));
        } else if (before_.digest != after_.digest || before_.row_count != after_.row_count) {
            const bool is_kept = before_.rows.size() == before_.row_count && after_.rows.size() == after_.row_count;
            if (is_kept)
                compare_rows();
            else
                add(Kind::length, {}, std::to_string(before_.row_count), std::to_string(after_.row_count));
        }
        if (before_.headers == after_.headers)
            for (std::size_t column = 0; column < after_.totals.size(); ++column)
                if (before_.totals[column] != after_.totals[column])
                    add(Kind::total, after_.headers[column], before_.totals[column], after_.totals[column]);
        compare_notes();
    }

private:
    void compare_rows()
    {
        const bool by_first = Places(before_.rows, true).is_unique() && Places(after_.rows, true).is_unique();
        Places places(before_.rows, by_first);
        std::vector<bool> is_met(before_.rows.size());
        for (const Row& row : after_.rows) {
            const auto at = places.take(row);
            if (!at) {
                add(Kind::row_new, words_of(row), {}, {});
                continue;
            }
            is_met[*at] = true;
            for (std::size_t column = 0; column < row.size(); ++column)
                if (row[column] != before_.rows[*at][column])
                    add(Kind::cell, row.front() + " · " + after_.headers[column], before_.rows[*at][column],
                        row[column]);
        }
        for (std::size_t at = 0; at < is_met.size(); ++at)
            if (!is_met[at]) add(Kind::row_gone, words_of(before_.rows[at]), {}, {});
    }

    void compare_notes()
    {
        const std::set<std::string> old(before_.notes.begin(), before_.notes.end());
        const std::set<std::string> now(after_.notes.begin(), after_.notes.end());
        for (const std::string& note : now)
            if (!old.contains(note)) add(Kind::note_new, {}, {}, note);
        for (const std::string& note : old)
            if (!now.contains(note)) add(Kind::note_gone, {}, note, {});
    }

    void add(Kind kind, std::string label, std::string before, std::string after)
    {
        changes_.push_back({kind, after_.title, std::move(label), std::move(before), std::move(after)});
    }

    const TableSketch& before_;
    const TableSketch& after_;
    std::vector<TableChange>& changes_;
};

std::string or_nothing(const std::string& text)
{
    return text.empty() ? "–" : text;
}

} // namespace

std::vector<TableSketch> sketches_of(const script::BuiltReport& report, base::Language language)
{
    std::vector<TableSketch> sketches(1);
    sketches.front().title = base::Words{"Synthèse", "Summary"}.in(language);
    sketches.front().notes = report.warnings;
    for (const workbook::Page& page : report.pages)
        for (const workbook::Block& block : page.blocks)
            if (const auto* table = std::get_if<Table>(&block)) sketches.push_back(sketch_of(*table, language));
    return sketches;
}

std::vector<TableChange> changes_between(const std::vector<TableSketch>& before, const std::vector<TableSketch>& after)
{
    std::vector<TableChange> changes;
    const auto in = [](const std::vector<TableSketch>& all, const std::string& id) {
        return std::ranges::find(all, id, &TableSketch::id);
    };
    for (const TableSketch& table : after) {
        const auto old = in(before, table.id);
        if (old == before.end())
            changes.push_back({Kind::table_new, table.title, {}, {}, {}});
        else
            TableComparison(*old, table, changes).compare();
    }
    for (const TableSketch& table : before)
        if (in(after, table.id) == after.end()) changes.push_back({Kind::table_gone, table.title, {}, {}, {}});
    return changes;
}

std::string in_words(const TableChange& change, base::Language language)
{
    const auto say = [language](const char* french, const char* english) {
        return std::string(base::Words{french, english}.in(language));
    };
    const std::string change_words = or_nothing(change.before) + " → " + or_nothing(change.after);
    const std::string colon = say("\u00A0: ", ": ");
    switch (change.kind) {
    case Kind::table_new: return say("nouveau tableau\u00A0: ", "new table: ") + change.table;
    case Kind::table_gone: return say("tableau disparu\u00A0: ", "table gone: ") + change.table;
    case Kind::columns: return change.table + say(" › colonnes\u00A0: ", " › columns: ") + change_words;
    case Kind::row_new: return change.table + say(" › nouvelle ligne\u00A0: ", " › new row: ") + change.label;
    case Kind::row_gone: return change.table + say(" › ligne disparue\u00A0: ", " › row gone: ") + change.label;
    case Kind::total: return change.table + " › Total · " + change.label + colon + change_words;
    case Kind::note_new: return change.table + say(" › nouvelle note\u00A0: ", " › new note: ") + change.after;
    case Kind::note_gone: return change.table + say(" › note disparue\u00A0: ", " › note gone: ") + change.before;
    case Kind::length:
        return change.table +
               say(" › trop long pour être comparé cellule à cellule\u00A0; lignes\u00A0: ",
                   " › too long to be compared cell by cell; rows: ") +
               change_words;
    case Kind::cell: break;
    }
    return change.table + " › " + change.label + colon + change_words;
}

const char* name_of(Kind kind)
{
    static constexpr const char* names[] = {"table_new", "table_gone", "columns",  "row_new",   "row_gone",
                                            "cell",      "total",      "note_new", "note_gone", "length"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace bilan::run
