// SPDX-License-Identifier: MPL-2.0
#include "intake/copied_sheets.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"
#include "intake/repeating_sheets.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

/// A sheet name without what says which version of it the sheet is.
struct Version {
    std::string of;
    bool says_so = false;
};

bool is_version_word(std::string_view word)
{
    constexpr std::array<std::string_view, 12> words{"copie",     "copy",    "vf",       "vdef",
                                                     "def",       "final",   "finale",   "version",
                                                     "definitif", "corrige", "corrigee", "definitive"};
    if (std::ranges::find(words, word) != words.end()) return true;
    const std::size_t digits = word.find_first_of("0123456789");
    const bool has_end =
        digits != std::string_view::npos && word.find_first_not_of("0123456789", digits) == std::string_view::npos;
    return has_end && word.size() - digits <= 2 && (word.starts_with("v") && digits <= 2) &&
           (digits == 1 || word[1] == 'f');
}

/// « Copie de bilan VF (2) » is « bilan »; the number that a program puts behind a copy stands in brackets.
Version version_of(std::string_view sheet)
{
    Version found;
    const std::string name = base::fold(sheet);
    std::size_t at = 0;
    bool is_after_copy = false;
    while (at < name.size()) {
        constexpr std::string_view marks = " _-.()";
        const std::size_t begin = name.find_first_not_of(marks, at);
        if (begin == std::string::npos) break;
        const std::size_t end = std::min(name.size(), name.find_first_of(marks, begin));
        const std::string_view word = std::string_view(name).substr(begin, end - begin);
        const bool is_number_of_copy = word.size() == 1 && word.find_first_of("23456789") == 0 && begin > 0 &&
                                       name[begin - 1] == '(' && end < name.size() && name[end] == ')';
        const bool is_link = is_after_copy && (word == "de" || word == "of");
        if (is_version_word(word) || is_number_of_copy)
            found.says_so = true;
        else if (!is_link)
            found.of += std::string(found.of.empty() ? "" : " ") + std::string(word);
        is_after_copy = word == "copie" || word == "copy";
        at = end;
    }
    return found;
}

bool are_versions(std::string_view left, std::string_view right)
{
    const Version one = version_of(left);
    const Version other = version_of(right);
    return one.of == other.of && (one.says_so || other.says_so);
}

bool is_same(const data::Column& left, const data::Column& right, std::size_t row)
{
    if (left.states[row] != right.states[row]) return false;
    if (!left.is_known(row)) return true;
    return left.dictionary == nullptr ? left.numbers[row] == right.numbers[row] : left.text(row) == right.text(row);
}

bool is_same(const data::Column& left, const data::Column& right)
{
    for (std::size_t row = 0; row < left.size(); ++row)
        if (!is_same(left, right, row)) return false;
    return true;
}

bool is_given(const data::Column& column)
{
    return std::ranges::all_of(column.source_columns, [](std::uint16_t cell) { return cell == data::Column::no_cell; });
}

bool says_something(const data::Column& column)
{
    for (std::size_t row = 0; row < column.size(); ++row)
        if (column.is_known(row) && (column.numbers.empty() || column.numbers[row] != 0)) return true;
    return false;
}

enum class Likeness : std::uint8_t { none, same_lines, same };

/// `looks_at_given`: what titles and sheet names give tells two tables apart.
Likeness likeness(const data::TableValues& one, const data::TableValues& other, bool looks_at_given)
{
    const bool may_be = one.schema == other.schema && one.origin.sheet != other.origin.sheet &&
                        one.source_rows.size() == other.source_rows.size() && !one.source_rows.empty() &&
                        one.columns.size() == other.columns.size();
    if (!may_be) return Likeness::none;
    bool has_lines = false;
    bool has_figures = false;
    bool is_exact = true;
    for (const data::Column& column : one.columns) {
        const auto same = std::ranges::find_if(
            other.columns, [&](const data::Column& candidate) { return candidate.field.id == column.field.id; });
        if (same == other.columns.end()) return Likeness::none;
        if (!looks_at_given && is_given(column) && is_given(*same)) continue;
        const bool is_figure = is_measure(column.field);
        if (!is_same(column, *same)) {
            if (!is_figure) return Likeness::none;
            is_exact = false;
        }
        (is_figure ? has_figures : has_lines) |= says_something(column);
    }
    if (!has_lines || !has_figures) return Likeness::none;
    return is_exact ? Likeness::same : Likeness::same_lines;
}

} // namespace

void settle_copied_sheets(const TakeIn& take_in, std::vector<std::size_t>& tables)
{
    std::vector<data::TableValues>& values = take_in.reading->values;
    for (std::size_t at = 1; at < values.size();) {
        const std::string sheet = values[at].origin.sheet;
        bool is_aside = false;
        for (std::size_t other = 0; other < at; ++other) {
            const std::string& first = values[other].origin.sheet;
            const bool is_version = are_versions(first, sheet);
            const Likeness found = likeness(values[other], values[at], !is_version);
            const bool repeats = found == Likeness::same && (is_version || values[at].source_rows.size() > 1);
            if (!repeats && !(found == Likeness::same_lines && is_version)) continue;
            is_aside = repeats && is_version;
            const base::Message message{is_aside ? "BIL-958" : "BIL-959", {sheet, first}};
            take_in.say(message.code, is_aside ? data::Severity::alert : data::Severity::blocking,
                        {take_in.reading->file, sheet, std::nullopt, std::nullopt},
                        is_aside ? Done::set_aside : Done::kept, message);
            if (is_aside) set_table_aside(take_in, at, tables[at], message);
            break;
        }
        if (!is_aside) {
            ++at;
            continue;
        }
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
        tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

} // namespace bilan::intake
