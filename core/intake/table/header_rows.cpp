// SPDX-License-Identifier: MPL-2.0
#include "intake/table/header_rows.hpp"

#include "base/text.hpp"
#include "intake/header/column.hpp"
#include "intake/header/label_path.hpp"
#include "intake/header/personal.hpp"
#include "intake/table/technical_rows.hpp"
#include "intake/table/title_rows.hpp"
#include "intake/value/number_text.hpp"

#include <algorithm>
#include <set>

namespace bilan::intake {

namespace {

constexpr std::size_t most_levels = 3;

bool is_identifier(std::string_view text)
{
    const bool has_mark = text.find('_') != std::string_view::npos;
    return has_mark && std::all_of(text.begin(), text.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace

std::uint32_t HeaderRows::first() const
{
    std::uint32_t row = labels.front();
    if (codes) row = std::min(row, *codes);
    return technical.empty() ? row : std::min(row, technical.front());
}

std::uint32_t HeaderRows::last() const
{
    std::uint32_t row = labels.back();
    if (codes) row = std::max(row, *codes);
    return technical.empty() ? row : std::max(row, technical.back());
}

bool HeaderScout::is_known(std::uint32_t row, std::uint32_t column)
{
    const Cell cell = view_->at(row, column);
    if (cell.type() != CellType::text) return false;
    const auto [entry, is_new] = known_.try_emplace(cell.text(), false);
    if (is_new) {
        const std::string_view text = view_->book().texts.at(cell.text());
        if (text.size() <= longest_header) entry->second = knows(read_header(text));
    }
    return entry->second;
}

bool HeaderScout::is_known_by_name(std::uint32_t row, std::uint32_t column)
{
    return is_known(row, column) && !lexicon_->is_short_id(base::fold(view_->label(row, column)));
}

bool HeaderScout::is_known_below_group(std::uint32_t row, std::uint32_t column) const
{
    const std::string label = view_->label(row, column);
    const std::optional<LabelPath> path = label.size() > longest_header ? std::nullopt : label_path(label);
    if (!path) return false;
    return lexicon_->knows(read_header(path->leaf)) ||
           lexicon_->knows(read_header(std::string(path->group) + " / " + std::string(path->leaf)));
}

/// A header of some schema, or one that stands over persons: a list of names is a table too.
bool HeaderScout::knows(const HeaderWords& words) const
{
    return lexicon_->knows(words) || is_personal_header(words) || is_lone_name(words);
}

/// « 30-40 » and « de 15 à 20 » are bands of ages in a header, and counts that nobody took exactly in a record.
bool HeaderScout::knows_only_spans(const Strip& strip, std::uint32_t row)
{
    const Line& line = strip.lines[row];
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!is_known(row, column)) continue;
        if (read_number_text(view_->label(row, column)).shape != NumberShape::several) return false;
    }
    return true;
}

std::uint32_t HeaderScout::known_in(const Strip& strip, std::uint32_t row)
{
    std::uint32_t known = 0;
    const Line& line = strip.lines[row];
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column)
        if (is_known(row, column)) ++known;
    return known;
}

bool HeaderScout::belongs_with(std::uint32_t row, std::uint32_t first, std::uint32_t last, std::uint32_t column) const
{
    std::vector<HeaderWords> others;
    for (std::uint32_t at = first; at <= last; ++at) others.push_back(read_header(view_->label(row, at)));
    const HeaderWords words = read_header(view_->label(row, column));
    std::ptrdiff_t most = 0;
    bool belongs = false;
    for (const SchemaIndex& index : lexicon_->schemas()) {
        const auto known =
            std::ranges::count_if(others, [&](const HeaderWords& other) { return lexicon_->knows_in(index, other); });
        if (known < most) continue;
        belongs = (known == most && belongs) || lexicon_->knows_in(index, words);
        most = known;
    }
    return belongs;
}

bool HeaderScout::is_all_words(const Strip& strip, std::uint32_t row)
{
    const Line& line = strip.lines[row];
    if (line.filled == 0) return false;
    std::uint32_t labels = line.texts; // years and « 16/25 » are digits and labels all the same
    for (std::uint32_t column = line.first; column <= line.last && line.numbers > 0; ++column)
        if (view_->is_year(row, column) || (view_->is_number(row, column) && is_known(row, column))) ++labels;
    if (labels != line.filled) return false;
    std::uint32_t unknown = 0; // one « NC » may be the people whose sex is not known; two are values
    for (std::uint32_t column = line.first; column <= line.last && unknown < 2; ++column)
        if (says_unknown(row, column)) ++unknown;
    return unknown < 2;
}

bool HeaderScout::says_unknown(std::uint32_t row, std::uint32_t column) const
{
    constexpr std::size_t longest_mark = 20;
    const Cell cell = view_->at(row, column);
    if (cell.type() != CellType::text) return false;
    const std::string_view text = view_->book().text(cell);
    return text.size() <= longest_mark && view_->is_filled(cell) && looks(text) == Looks::nothing;
}

Strength HeaderScout::strength(const Strip& strip, std::uint32_t row)
{
    const Line& line = strip.lines[row];
    // A list of names may have one column.
    const bool is_narrow = strip.first_column == strip.last_column;
    if (is_narrow && line.texts == 1 && is_personal_header(read_header(view_->label(row, strip.first_column))))
        return Strength::strong;
    if (line.filled < 2 || line.texts == 0) return Strength::none;
    if (is_technical_row(strip, row) && row + 1 < strip.lines.size() && strength(strip, row + 1) == Strength::strong)
        return Strength::none; // « ACT_LIB », « Colonne1 », « A »: the labels stand below
    const bool is_answer = line.filled == 2 && base::trim(view_->label(row, line.first)).ends_with(':');
    if (is_answer) return Strength::none; // « Porteur : » beside its answer
    const std::uint32_t known = known_in(strip, row);
    const bool is_words = is_all_words(strip, row);
    const bool is_labels = known * 2 > line.filled || (is_words && !has_lone_year(strip, row));
    const bool is_strong = known >= 2 && known * 10 >= line.filled * 3 && is_labels;
    const bool is_above_labels = row + 1 < strip.lines.size() && strip.lines[row + 1].filled > line.filled;
    if (is_above_labels && (is_strong || is_words) &&
        is_row_of_titles(*view_, line, strip.lines[row + 1], row, row + 1))
        return Strength::none;
    if (is_strong && !knows_only_spans(strip, row)) return Strength::strong;
    if (!is_words || line.filled < 2) return Strength::none;
    std::set<std::string> distinct;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label = view_->label(row, column);
        if (label.size() > longest_header) return Strength::none;
        if (!label.empty()) distinct.insert(label);
        if (base::trim(label).ends_with(':')) return Strength::none; // « Porteur : » beside its answer
    }
    const bool is_wide = line.filled >= 3 || known >= 1;
    if (!is_wide || distinct.size() * 2 <= line.filled) return Strength::none;
    const bool is_over_values = contrast(strip, row) > 0 || over_crosses(strip, row) * 2 >= line.filled;
    return is_over_values ? Strength::weak : Strength::none;
}

bool HeaderScout::is_code_row(const Strip& strip, std::uint32_t row) const
{
    const Line& line = strip.lines[row];
    if (line.filled < 2 || line.texts != line.filled) return false;
    std::uint32_t marked = 0;
    std::uint32_t plain = 0; // « besoins »: the id of a field that is a word
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label(base::trim(view_->label(row, column)));
        if (is_identifier(label))
            ++marked;
        else if (lexicon_->is_field_id(label))
            ++plain;
    }
    return (marked > 0 && (marked + plain) * 10 >= line.filled * 6) || (plain >= 3 && plain == line.filled);
}

bool HeaderScout::is_technical_row(const Strip& strip, std::uint32_t row) const
{
    return intake::is_technical_row(*view_, strip.lines, row);
}

HeaderRows HeaderScout::grow(const Strip& strip, std::uint32_t row, std::uint32_t top)
{
    HeaderRows header;
    const auto next_is_there = [&](std::uint32_t at) {
        return at + 1 < strip.lines.size() && strip.lines[at + 1].filled > 0;
    };
    if (is_code_row(strip, row) && next_is_there(row) && strength(strip, row + 1) == Strength::strong) {
        header.codes = row;
        ++row;
    } else if (is_code_row(strip, row) && row > top && is_all_words(strip, row - 1) &&
               strip.lines[row - 1].filled * 2 > strip.lines[row].filled) {
        header.codes = row; // labels that nobody knows above, and the codes that tell what they are
        --row;
    }
    header.labels.push_back(row);
    for (std::uint32_t above = header.first(); above > top && header.labels.size() < most_levels; --above) {
        if (!is_group_row(strip, above - 1, above)) break;
        header.labels.insert(header.labels.begin(), above - 1);
    }
    for (std::uint32_t above = header.first(); above > top && is_technical_row(strip, above - 1); --above)
        header.technical.insert(header.technical.begin(), above - 1);
    while (header.labels.size() < most_levels && next_is_there(header.labels.back()) &&
           is_sub_header(strip, header.labels.back() + 1, header.labels.back()))
        header.labels.push_back(header.labels.back() + 1);
    std::uint32_t last = header.last();
    while (next_is_there(last)) {
        if (!header.codes && is_code_row(strip, last + 1))
            header.codes = last + 1;
        else if (is_technical_row(strip, last + 1))
            header.technical.push_back(last + 1);
        else
            break;
        ++last;
    }
    return header;
}

} // namespace bilan::intake
