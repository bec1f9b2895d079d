// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/one_name.hpp"

#include "base/text.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

bool names_places(const data::Field& field)
{
    return field.code_kind == "qpv" || field.vocabulary == "territoire" || field.code_kind == "insee" ||
           field.code_kind == "commune";
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// What two spellings of one name have in common. « QPV 1-2 » and « QPV 12 » are two places: digits stay apart.
std::string key_of(std::string_view name)
{
    std::string key;
    bool is_apart = false;
    for (const char letter : base::fold(name)) {
        const bool is_joint = letter == ' ' || letter == '-' || letter == '\'' || letter == '_';
        if (!is_joint && is_apart && is_digit(letter) && !key.empty() && is_digit(key.back())) key += ' ';
        if (!is_joint) key += letter;
        is_apart = is_joint;
    }
    return key;
}

struct Spelling {
    std::string text;
    std::uint64_t times = 0;
};

/// The spellings of each name, in the order they were met in.
using Names = std::map<std::string, std::vector<Spelling>>;

void count(Names& names, std::string_view name, std::uint64_t times)
{
    std::vector<Spelling>& spellings = names[key_of(name)];
    const auto same = std::find_if(spellings.begin(), spellings.end(),
                                   [&](const Spelling& spelling) { return spelling.text == name; });
    if (same == spellings.end())
        spellings.push_back({std::string(name), times});
    else
        same->times += times;
}

void count_names(Names& names, const data::Column& column)
{
    std::vector<std::uint64_t> times(column.dictionary->size());
    std::vector<TextPool::Id> order; // as they are met, not as they were read
    for (std::size_t row = 0; row < column.states.size(); ++row)
        if (column.is_known(row) && times[column.ids[row]]++ == 0) order.push_back(column.ids[row]);
    for (const TextPool::Id id : order)
        for (const std::string_view item : base::split(column.dictionary->at(id), data::list_separator))
            count(names, item, times[id]);
}

/// The name that stands for each spelling that is given up.
std::map<std::string, std::string, std::less<>> chosen_names(const Names& names)
{
    std::map<std::string, std::string, std::less<>> chosen;
    for (const auto& [key, spellings] : names) {
        const auto usual = std::max_element(spellings.begin(), spellings.end(),
                                            [](const Spelling& a, const Spelling& b) { return a.times < b.times; });
        for (const Spelling& spelling : spellings)
            if (spelling.text != usual->text) chosen.emplace(spelling.text, usual->text);
    }
    return chosen;
}

Place place_of(const data::TableValues& table, std::size_t column, std::size_t row)
{
    Place place{table.origin.file, table.origin.sheet, {}, {}};
    const auto index = std::pair(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
    if (const auto other = table.other_cells.find(index); other != table.other_cells.end()) {
        place.row = other->second.row;
        place.column = other->second.column;
        return place;
    }
    if (table.columns[column].source_columns[row] == data::Column::no_cell) return place;
    place.row = table.source_rows[row];
    place.column = table.columns[column].source_columns[row];
    if (table.origin.transposed) std::swap(place.row, place.column);
    return place;
}

class Renaming {
public:
    Renaming(const Names& names, std::vector<Finding>& findings)
        : names_(&names), chosen_(chosen_names(names)), findings_(&findings)
    {
    }

    void apply(data::TableValues& table, std::size_t at)
    {
        data::Column& column = table.columns[at];
        const std::size_t size = column.dictionary->size();
        std::vector<TextPool::Id> renamed(size);
        for (TextPool::Id id = 0; id < size; ++id) renamed[id] = renamed_of(column, id);
        for (std::size_t row = 0; row < column.states.size(); ++row) {
            if (!column.is_known(row) || renamed[column.ids[row]] == column.ids[row]) continue;
            say(table, at, row);
            column.ids[row] = renamed[column.ids[row]];
        }
    }

private:
    /// An item that is there already is not written a second time.
    [[nodiscard]] TextPool::Id renamed_of(const data::Column& column, TextPool::Id id) const
    {
        bool is_changed = false;
        std::vector<std::string> items;
        const std::string text(column.dictionary->at(id));
        for (const std::string_view item : base::split(text, data::list_separator)) {
            const auto found = chosen_.find(item);
            is_changed = is_changed || found != chosen_.end();
            std::string name = found == chosen_.end() ? std::string(item) : found->second;
            if (std::find(items.begin(), items.end(), name) == items.end()) items.push_back(std::move(name));
        }
        if (!is_changed) return id;
        return column.dictionary->intern(base::join(items, std::string(1, data::list_separator)));
    }

    void say(const data::TableValues& table, std::size_t at, std::size_t row)
    {
        const data::Column& column = table.columns[at];
        for (const std::string_view item : base::split(column.dictionary->at(column.ids[row]), data::list_separator)) {
            const auto found = chosen_.find(item);
            if (found == chosen_.end() || !said_.insert(found->second).second) continue;
            std::vector<std::string> others;
            for (const Spelling& spelling : names_->at(key_of(item)))
                if (spelling.text != found->second) others.push_back(quoted_place(spelling.text));
            Finding finding;
            finding.code = "BIL-419";
            finding.place = place_of(table, at, row);
            const auto header = table.origin.headers.find(column.field.id);
            if (header != table.origin.headers.end()) finding.header = header->second;
            finding.read = quoted_place(item);
            finding.done = Done::converted;
            finding.message = {"BIL-419", {base::join(others, ", "), quoted_place(found->second)}};
            findings_->push_back(std::move(finding));
        }
    }

    const Names* names_;
    std::map<std::string, std::string, std::less<>> chosen_;
    std::set<std::string> said_;
    std::vector<Finding>* findings_;
};

} // namespace

std::vector<Finding> give_one_name_to_places(std::span<data::TableValues* const> tables)
{
    std::vector<std::pair<data::TableValues*, std::size_t>> columns;
    Names names;
    for (data::TableValues* const table : tables)
        for (std::size_t at = 0; at < table->columns.size(); ++at) {
            const data::Column& column = table->columns[at];
            if (column.dictionary == nullptr || !names_places(column.field)) continue;
            columns.emplace_back(table, at);
            count_names(names, column);
        }
    std::vector<Finding> findings;
    Renaming renaming(names, findings);
    for (const auto& [table, at] : columns) renaming.apply(*table, at);
    return findings;
}

} // namespace bilan::intake
