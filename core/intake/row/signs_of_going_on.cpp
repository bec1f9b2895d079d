// SPDX-License-Identifier: MPL-2.0
//
// Whether a row goes on with the record above it.
#include "intake/row/signs.hpp"

#include "base/text.hpp"
#include "intake/header/lexemes.hpp"
#include "intake/header/quarters.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// « Atelier de cuisine et » above « jardinage »: the second text begins inside a sentence.
bool is_going_on(std::string_view above, std::string_view text)
{
    text = base::trim(text);
    above = base::trim(above);
    if (text.empty() || above.empty()) return false;
    const auto first = static_cast<unsigned char>(text.front());
    const bool is_small_accent = first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0;
    const bool is_small = (first >= 'a' && first <= 'z') || is_small_accent;
    if (is_small || std::string_view("-(/&+,;").find(text.front()) != std::string_view::npos) return true;
    for (const std::string_view bullet : {"=>", "->", "•", "→", "▪", "–"}) // the next item of a list
        if (text.starts_with(bullet)) return true;
    if (std::string_view(",;-(/&+").find(above.back()) != std::string_view::npos) return true;
    const std::string folded = base::fold(above);
    const std::size_t space = folded.find_last_of(" '");
    if (space == std::string::npos || !is_stop_word(std::string_view(folded).substr(space + 1))) return false;
    const bool is_name = above.back() >= 'A' && above.back() <= 'Z'; // « Association A »
    return !is_name || std::ranges::none_of(above, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

} // namespace

/// A field of free text that names no record: the text of a record may begin on its second row.
bool RowSigns::is_free_text(std::uint32_t column) const
{
    return std::ranges::find(free_texts_, column) != free_texts_.end();
}

bool RowSigns::goes_on_below(std::uint32_t row, std::uint32_t record) const
{
    const Line& line = input_->block->line(row);
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (input_->view->is_text(row, column) && input_->view->is_text(record, column) &&
            is_going_on(input_->view->label(record, column), input_->view->label(row, column)))
            return true;
    return false;
}

/// A term of a list, an answer, a number: what stands below one is a second one, and never its end. A term
/// that is too long for its cell goes on with what is none.
bool RowSigns::is_closed(std::uint32_t row, std::uint32_t record, std::uint32_t column) const
{
    const auto field = closed_.find(column);
    if (field == closed_.end()) return false;
    if (field->second.type != data::FieldType::choice) return true;
    const std::string more = input_->view->label(row, column);
    const data::Vocabulary* const vocabulary = input_->domain->vocabulary(field->second.vocabulary);
    const bool is_term = vocabulary != nullptr && VocabularyIndex(vocabulary).find(more) != nullptr;
    return is_term || !is_going_on(input_->view->label(record, column), more);
}

/// Only texts, each below a text of the record or in a column of free text, and nothing where the record begins.
bool RowSigns::has_place_to_go_on(std::uint32_t row, std::uint32_t record) const
{
    const Line& line = input_->block->line(row);
    if (line.numbers > 0 || line.texts != line.filled) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!input_->view->is_filled(row, column)) continue;
        const Cell above = input_->view->at(record, column);
        // Where rows are quarters, the code of another one is another row.
        if (named_.empty() && is_quarter_code(input_->view->label(row, column))) return false;
        const bool is_below_text = above.type() == CellType::text && input_->view->is_filled(above);
        if (is_closed(row, record, column)) return false;
        const bool begins_here = !input_->view->is_filled(above) && is_free_text(column);
        if (!is_below_text && !begins_here) return false;
    }
    const std::uint32_t first = input_->block->line(record).first;
    bool is_merged = false;
    for (std::uint32_t above = record; above < row; ++above)
        if (const CellRange* merge = input_->view->merge_from(above, first))
            is_merged = is_merged || merge->last_row >= row;
    return !is_merged && !input_->view->is_filled(row, first);
}

/// Formulas without a stored value, in columns of free text alone: « => clauses » typed below a record is one for
/// Excel.
bool RowSigns::has_only_lost_texts(std::uint32_t row, std::uint32_t record) const
{
    const Line& line = input_->block->line(row);
    if (line.filled == 0 || line.texts + line.numbers > 0) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (input_->view->is_filled(row, column) && !is_free_text(column)) return false;
    return !input_->view->is_filled(row, input_->block->line(record).first);
}

bool RowSigns::lists_more(std::uint32_t row, std::uint32_t record) const
{
    if (lists_.empty() || input_->view->merges().empty()) return false;
    const auto holds_lists_alone = [&](std::uint32_t at) {
        const Line& line = input_->block->line(at);
        for (std::uint32_t column = line.first; column <= line.last; ++column)
            if (input_->view->is_filled(at, column) && std::ranges::find(lists_, column) == lists_.end()) return false;
        return line.filled > 0;
    };
    if (!holds_lists_alone(row)) return false;
    for (const std::uint32_t name : named_) {
        const CellRange* const merge = input_->view->merge_from(record, name);
        if (merge == nullptr || merge->last_row < row) continue;
        for (std::uint32_t below = record + 1; below <= merge->last_row; ++below)
            if (!holds_lists_alone(below)) return false;
        return true;
    }
    return false;
}

Continues RowSigns::continues(std::uint32_t row, std::uint32_t record) const
{
    const Line& line = input_->block->line(row);
    if (has_only_lost_texts(row, record)) return Continues::perhaps;
    if (!has_place_to_go_on(row, record)) {
        // « (deuxième semestre) » in the first column, and remarks beside it at most
        bool may_go_on = line.texts == line.filled && line.texts > 0 &&
                         line.first == input_->block->line(record).first && is_named(line.first) &&
                         is_going_on(input_->view->label(record, line.first), input_->view->label(row, line.first));
        for (std::uint32_t column = line.first + 1; may_go_on && column <= line.last; ++column)
            may_go_on = !input_->view->is_filled(row, column) || is_free_text(column);
        return may_go_on ? Continues::perhaps : Continues::no;
    }
    std::uint32_t names = 0;
    bool goes_on = true;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!input_->view->is_filled(row, column) || !is_named(column)) continue;
        ++names;
        goes_on = goes_on && is_going_on(input_->view->label(record, column), input_->view->label(row, column));
    }
    // Below a record with few answers, only a text that goes on with the one above says that the row does.
    if (line.filled * 2 > input_->block->line(record).filled && !goes_on_below(row, record))
        return names == 0 ? Continues::perhaps : Continues::no;
    if (goes_on) return Continues::yes; // also a row that only has remarks
    return names >= 2 ? Continues::no : Continues::perhaps;
}

} // namespace bilan::intake
