// SPDX-License-Identifier: MPL-2.0
#include "intake/repeating_sheets.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

const data::Column* column_of(const data::TableValues& table, std::string_view field)
{
    const auto found =
        std::ranges::find_if(table.columns, [&](const data::Column& column) { return column.field.id == field; });
    return found == table.columns.end() ? nullptr : &*found;
}

std::string folded(const data::Column* column, std::size_t row)
{
    if (column == nullptr || column->dictionary == nullptr || !column->is_known(row)) return {};
    return base::fold(column->text(row));
}

/// The records of a table by their title, by their holder.
std::map<std::string, std::vector<std::size_t>> records_by(std::string_view field, const data::TableValues& table)
{
    std::map<std::string, std::vector<std::size_t>> records;
    const data::Column* const column = column_of(table, field);
    for (std::size_t row = 0; column != nullptr && row < table.source_rows.size(); ++row)
        if (std::string name = folded(column, row); !name.empty()) records[std::move(name)].push_back(row);
    return records;
}

std::set<double> years_of(const data::TableValues& table)
{
    std::set<double> years;
    const data::Column* const column = column_of(table, "exercice");
    for (std::size_t row = 0; column != nullptr && row < table.source_rows.size(); ++row)
        if (column->is_known(row)) years.insert(column->numbers[row]);
    return years;
}

bool says_recap(std::string_view sheet)
{
    constexpr std::array<std::string_view, 8> words{"recap", "synthese", "total", "consolid",
                                                    "annee", "annuel",   "cumul", "ensemble"};
    const std::string name = base::fold(sheet);
    // « Grand Ensemble » is a quarter.
    return std::ranges::any_of(words, [&](std::string_view word) { return name.starts_with(word); });
}

bool adds_up(const data::Field& field)
{
    return is_measure(field) && (field.type == data::FieldType::count || field.type == data::FieldType::euro);
}

/// The sum of a measure over records; nothing when none of them knows it.
std::optional<double> sum_of(const data::Column* column, const std::vector<std::size_t>& rows)
{
    std::optional<double> sum;
    for (const std::size_t row : rows)
        if (column != nullptr && column->is_known(row)) sum = sum.value_or(0) + column->numbers[row];
    return sum;
}

using Titled = std::map<std::string, std::vector<std::size_t>>;

struct Table {
    const data::TableValues* values = nullptr;
    Titled records;
    Titled by_holder;
    std::set<double> years;
};

/// How the measures of one table compare with the sums of the others.
struct Comparison {
    bool has_all_titles = false;
    std::size_t same = 0;       ///< measures that are the sums for every title
    std::size_t other = 0;      ///< measures of both that are not
    bool has_its_own = false;   ///< something that the others do not say
    bool is_of_another = false; ///< some of the others are of another schema: what they measure is not the same
    std::set<std::string> met;  ///< sheets that have a part in it

    [[nodiscard]] bool is_sum() const { return has_all_titles && met.size() >= 2 && same >= 2; }
    [[nodiscard]] bool is_exact() const { return same > 0 && other == 0 && !has_its_own; }
};

bool may_be_parts(const Table& whole, const Table& part)
{
    // A recap that shows but two columns of actions of employment is taken for one of any actions.
    if (whole.values->schema != part.values->schema && !says_recap(whole.values->origin.sheet)) return false;
    if (whole.records.empty()) return !part.records.empty(); // by holder, also below the actions themselves
    if (whole.values->origin.sheet == part.values->origin.sheet) return false;
    return whole.years.empty() || part.years.empty() || whole.years == part.years;
}

class Comparing {
public:
    Comparing(const Table& whole, std::vector<const Table*> parts)
        : whole_(whole), parts_(std::move(parts)), is_by_title_(!whole.records.empty())
    {
    }

    Comparison run()
    {
        result_.has_all_titles = !of(whole_).empty() && std::ranges::all_of(of(whole_), [&](const auto& titled) {
            return std::ranges::any_of(parts_, [&](const Table* part) { return of(*part).contains(titled.first); });
        });
        if (!result_.has_all_titles) return result_;
        result_.is_of_another = std::ranges::any_of(
            parts_, [&](const Table* part) { return part->values->schema != whole_.values->schema; });
        for (const data::Column& column : whole_.values->columns) compare(column);
        return result_;
    }

private:
    /// Titles, or the holders of a table that names no action.
    [[nodiscard]] const Titled& of(const Table& table) const { return is_by_title_ ? table.records : table.by_holder; }

    void compare(const data::Column& column)
    {
        const bool is_said = std::ranges::any_of(column.states, [](data::State s) { return s == data::State::value; });
        if (!is_said) return;
        if (!std::ranges::any_of(parts_,
                                 [&](const Table* part) { return column_of(*part->values, column.field.id); })) {
            result_.has_its_own = true;
            return;
        }
        if (!adds_up(column.field)) return;
        bool is_shared = false;
        bool is_same = true;
        for (const auto& [title, rows] : of(whole_)) {
            const std::optional<double> whole = sum_of(&column, rows);
            const std::optional<double> parts = sum_of_parts(column.field.id, title);
            is_shared = is_shared || (whole && parts && *whole != 0);
            is_same = is_same && std::abs(whole.value_or(0) - parts.value_or(0)) < 0.5;
        }
        if (is_shared || !is_same) ++(is_same ? result_.same : result_.other);
    }

    std::optional<double> sum_of_parts(const std::string& field, const std::string& title)
    {
        std::optional<double> sum;
        for (const Table* part : parts_) {
            const auto rows = of(*part).find(title);
            if (rows == of(*part).end()) continue;
            const std::optional<double> of_part = sum_of(column_of(*part->values, field), rows->second);
            if (!of_part) continue;
            sum = sum.value_or(0) + *of_part;
            result_.met.insert(part->values->origin.sheet);
        }
        return sum;
    }

    const Table& whole_;
    std::vector<const Table*> parts_;
    bool is_by_title_;
    Comparison result_;
};

/// What a table that repeats others is told: it is their sum, it has their titles, or but their holders.
base::Message message_of(const Table& table, const Comparison& found)
{
    constexpr std::size_t several = 2;
    const std::string& sheet = table.values->origin.sheet;
    const bool is_recap = found.has_all_titles && !found.met.empty() && says_recap(sheet);
    const bool is_by_holder =
        table.records.empty() && found.has_all_titles && !found.met.empty() && table.by_holder.size() >= several;
    if (found.is_of_another && !found.is_exact()) return {};
    if (!found.is_sum() && !is_recap && !is_by_holder) return {};
    const char* const code = found.is_exact() ? "BIL-955" : is_by_holder && !is_recap ? "BIL-506" : "BIL-954";
    const std::vector<std::string> met(found.met.begin(), found.met.end());
    return {code, {sheet, base::join(met, ", ")}};
}

} // namespace

void set_table_aside(const TakeIn& take_in, std::size_t at, std::size_t table, const base::Message& reason)
{
    TableReading& reading = take_in.reading->tables[table];
    const data::TableValues& values = take_in.reading->values[at];
    const std::set<std::uint32_t> rows(values.source_rows.begin(), values.source_rows.end());
    for (const std::uint32_t row : rows) reading.rows_not_kept.push_back({row, Done::set_aside, reason});
    reading.rows_set_aside += reading.rows_kept;
    reading.rows_kept = 0;
}

void settle_repeating_sheets(const TakeIn& take_in, std::vector<std::size_t> tables)
{
    std::vector<data::TableValues>& values = take_in.reading->values;
    if (values.size() < 2) return;
    std::vector<Table> read;
    read.reserve(values.size());
    for (const data::TableValues& table : values)
        read.push_back({&table, records_by("intitule", table), records_by("porteur", table), years_of(table)});
    std::vector<std::size_t> repeating;
    for (std::size_t at = 0; at < read.size(); ++at) {
        std::vector<const Table*> parts;
        for (std::size_t other = 0; other < read.size(); ++other)
            if (other != at && std::ranges::find(repeating, other) == repeating.end() &&
                may_be_parts(read[at], read[other]))
                parts.push_back(&read[other]);
        const Comparison found = Comparing(read[at], std::move(parts)).run();
        const std::string& sheet = values[at].origin.sheet;
        const base::Message message = message_of(read[at], found);
        if (message.code.empty()) continue;
        take_in.say(message.code, message.code == "BIL-954" ? data::Severity::blocking : data::Severity::alert,
                    {take_in.reading->file, sheet, std::nullopt, std::nullopt},
                    found.is_exact() ? Done::set_aside : Done::kept, message);
        if (!found.is_exact()) continue;
        repeating.push_back(at);
        set_table_aside(take_in, at, tables[at], message);
    }
    for (auto at = repeating.rbegin(); at != repeating.rend(); ++at)
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(*at));
}

} // namespace bilan::intake
