// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/row/signs.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/table/period_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

/// The first text of the row, and those of the columns that name a record: the column of the first one that `says` it.
template <class Says>
std::optional<std::uint32_t> RowSigns::label_that(std::uint32_t row, Says says) const
{
    const Line& line = input_->block->line(row);
    if (line.numbers == 0 || line.texts == 0) return std::nullopt;
    if (says(line.first_text)) return line.first_text;
    for (const std::uint32_t column : named_)
        if (column > line.first_text && column <= line.last && input_->view->is_text(row, column) && says(column))
            return column;
    return std::nullopt;
}

std::optional<std::uint32_t> RowSigns::part_label(std::uint32_t row, std::uint32_t above) const
{
    if (!input_->block->line(row).has_sign) return std::nullopt; // « dont » is one
    return label_that(row, [&](std::uint32_t label) {
        if (!base::fold(input_->view->label(row, label)).starts_with("dont ")) return false;
        return std::ranges::all_of(*input_->headers, [&](const HeaderColumn& header) {
            const std::optional<double> part = number_at(*input_->view, row, header.column);
            const std::optional<double> whole = number_at(*input_->view, above, header.column);
            return !part || *part == 0 || (whole && *part <= *whole);
        });
    });
}

bool RowSigns::says_part(std::uint32_t row) const
{
    if (!input_->block->line(row).has_sign) return false;
    return label_that(
               row,
               [&](std::uint32_t label) { return base::fold(input_->view->label(row, label)).starts_with("dont "); })
        .has_value();
}

std::optional<std::uint32_t> RowSigns::dash_label(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (line.numbers == 0 || line.texts == 0) return std::nullopt;
    const std::string_view text = base::trim(input_->view->book().text(input_->view->at(row, line.first_text)));
    constexpr std::array<std::string_view, 7> marks{"-", "\u2013", "\u2014", "\u2022", "\u00B7", "\u2192", "\u25AA"};
    if (text.empty() || (text.front() != '-' && text.front() != '\xE2' && text.front() != '\xC2')) return std::nullopt;
    for (const std::string_view mark : marks)
        if (text.starts_with(mark) && text.size() > mark.size() + 2) return line.first_text;
    return std::nullopt;
}

std::optional<std::uint32_t> RowSigns::whole_label(std::uint32_t row) const
{
    // « Ensemble pour la réussite », « Ensemble vocal » are names.
    constexpr std::array<std::string_view, 18> names{"pour", "vers", "avec", "contre", "a",       "au",
                                                     "aux",  "dans", "on",   "nous",   "en",      "c'est",
                                                     "sur",  "pas",  "plus", "vocal",  "musical", "tout"};
    const Line& line = input_->block->line(row);
    if (line.numbers == 0 || line.texts != 1 || named_.size() < 2) return std::nullopt;
    const std::string_view written = input_->view->book().text(input_->view->at(row, line.first_text));
    if (written.empty() || std::string_view("0123456789EeCc").find(written.front()) == std::string_view::npos)
        return std::nullopt;
    const bool lacks_name =
        std::ranges::any_of(named_, [&](std::uint32_t column) { return !input_->view->is_filled(row, column); });
    if (!lacks_name) return std::nullopt;
    if (counts_rows(written)) return line.first_text;
    const std::string folded = base::fold(written);
    for (const std::string_view word : {"ensemble ", "cumul "}) {
        if (!folded.starts_with(word)) continue;
        const std::string_view rest = std::string_view(folded).substr(word.size());
        const std::string_view next = rest.substr(0, rest.find_first_of(" ,"));
        return std::ranges::find(names, next) == names.end() ? std::optional(line.first_text) : std::nullopt;
    }
    return std::nullopt;
}

/// In the column of the titles, beside a holder, it may be the title of a play: there it is asked.
std::optional<std::uint32_t> RowSigns::memory_label(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (line.numbers == 0 || line.texts == 0) return std::nullopt;
    const std::string_view written = input_->view->book().text(input_->view->at(row, line.first_text));
    if (written.empty() || std::string_view("Pp").find(written.front()) == std::string_view::npos) return std::nullopt;
    const std::string folded = base::fold(written);
    const bool is_phrase = folded == "pm" || folded == "p.m." || folded == "pour memoire" ||
                           folded.starts_with("pour memoire ") || folded.starts_with("pour memoire:") ||
                           folded.starts_with("pm :") || folded.starts_with("pm:") || folded.starts_with("pm -");
    const bool is_apart = named_.empty() || line.texts == 1 || line.first_text != title_column_;
    return is_phrase && is_apart ? std::optional(line.first_text) : std::nullopt;
}

std::optional<std::uint32_t> RowSigns::share_label(std::uint32_t row, bool is_below_total) const
{
    constexpr std::array<std::string_view, 14> words{
        "%",         "en %",           "soit en %", "pourcentage", "pourcentages",   "part en %",
        "part (%)",  "en pourcentage", "evolution", "evolutions",  "evolution en %", "evolution (%)",
        "variation", "progression"};
    const Line& line = input_->block->line(row);
    if (!is_below_total) { // asked of every row: most are done with here
        if (line.texts == 0) return std::nullopt;
        const std::string_view written = input_->view->book().text(input_->view->at(row, line.first_text));
        if (written.empty() || std::string_view("%EePpSsVv").find(written.front()) == std::string_view::npos)
            return std::nullopt;
    }
    std::optional<std::uint32_t> label;
    std::uint32_t shares = 0;
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column) {
        const Cell cell = input_->view->at(row, column);
        if (!input_->view->is_filled(cell)) continue;
        const std::string folded = base::fold(input_->view->label(row, column));
        const bool says_share = std::ranges::find(words, folded) != words.end();
        const bool is_text_share = cell.type() == CellType::text && folded.ends_with('%') && plain_number(folded);
        const bool is_share = cell.type() == CellType::number && cell.tag.format() == FormatClass::percent;
        const bool is_filler = cell.type() == CellType::text && input_->view->word(row, column) == Word::filler;
        if (says_share && !label && shares == 0)
            label = column;
        else if (is_text_share || is_share)
            ++shares;
        else if (!is_filler && !(is_below_total && label && cell.type() == CellType::number))
            return std::nullopt;
    }
    if (!is_below_total && (!label || shares < 2)) return std::nullopt;
    if (shares == 0 && !(label && line.filled > 1)) return std::nullopt;
    return label ? label : line.first;
}

std::optional<std::uint32_t> RowSigns::recalled_total_label(std::uint32_t row) const
{
    if (!input_->block->line(row).has_sign || input_->mapping->has("exercice")) return std::nullopt;
    return label_that(row, [&](std::uint32_t label) {
        const Word word = input_->view->word(row, label);
        return word == Word::total && other_texts(row, label) == 0 &&
               is_total_of_year(base::fold(input_->view->label(row, label)));
    });
}

std::optional<std::uint32_t> RowSigns::other_period_label(std::uint32_t row, bool is_below_total) const
{
    return label_that(row, [&](std::uint32_t label) {
        if (!may_recall(input_->view->book().text(input_->view->at(row, label)))) return false;
        const std::string folded = base::fold(input_->view->label(row, label));
        if (is_of_another_period(folded) || (is_below_total && names_aim(folded))) return true;
        if (!is_below_total || !recalls(folded)) return false;
        return recalls_without_year(folded) || other_texts(row, label) == 0;
    });
}

std::optional<std::uint32_t> RowSigns::aim_label(std::uint32_t row) const
{
    return label_that(row, [&](std::uint32_t label) {
        return may_recall(input_->view->book().text(input_->view->at(row, label))) &&
               names_aim(base::fold(input_->view->label(row, label))) && other_texts(row, label) == 0;
    });
}

} // namespace bilan::intake
