// SPDX-License-Identifier: MPL-2.0
#include "intake/value/level_reader.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/value/choice_reader.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr int first_year = 2019; ///< of the scale of today

/// « 5 », « niveau 5 », « Niv. 5 »: a numeral and no diploma, nor the old numeral in brackets.
bool is_bare_numeral(std::string_view text)
{
    std::string folded = base::fold(text);
    std::erase_if(folded, [](char byte) { return byte == ' ' || byte == '.'; });
    for (const std::string_view word : {"niveau", "niv"})
        if (folded.starts_with(word)) folded.erase(0, word.size());
    return folded.size() == 1 && is_digit(folded.front());
}

} // namespace

bool holds_levels(const data::Field& field)
{
    return field.vocabulary == "niveau_qualification";
}

LevelReader::LevelReader(const ColumnContext& context)
    : index_(context.domain == nullptr ? nullptr : context.domain->vocabulary(context.field->vocabulary)),
      year_(context.year)
{
}

bool LevelReader::is_answer(std::string_view folded) const
{
    return index_.find_folded(folded) != nullptr;
}

/// As spelled, or as a header would be read: nothing is guessed, « V/IV » is neither.
const data::Term* LevelReader::level_of(std::string_view text) const
{
    const std::string folded = base::fold(text);
    if (const data::Term* const term = index_.find_folded(folded)) return term;
    const std::optional<std::string> level = read_level("niveau " + folded);
    return level ? index_.find_folded(*level) : nullptr;
}

void LevelReader::show_text(std::string_view text)
{
    const std::string clean = clean_text(text).text;
    const data::Term* const term = level_of(clean);
    if (term == nullptr || !says_old_level(base::fold(clean))) return;
    base::Words taken = taken_for(*term, clean);
    if (std::ranges::find(old_, taken) == old_.end()) old_.push_back(std::move(taken));
}

bool LevelReader::may_be_of_either(std::string_view text) const
{
    const bool is_before = year_ ? *year_ < first_year : !old_.empty();
    return is_before && is_bare_numeral(text);
}

Reading LevelReader::read_text(std::size_t, std::string_view text)
{
    const std::string clean = clean_text(text).text;
    if (may_be_of_either(clean)) return Reading::refused(note(Cause::level_of_either_scale, {quoted(clean)}));
    if (const data::Term* const term = level_of(clean)) return Reading::of(term->id);
    return Reading::refused(note(Cause::no_term, {quoted(clean), index_.choices()}));
}

Reading LevelReader::read_cell(const Cell& cell)
{
    return read_text(0, printed(cell));
}

std::vector<Note> LevelReader::column_notes() const
{
    if (old_.empty()) return {};
    return {note(Cause::old_levels, {joined(old_, {"\u00A0; ", "; "})})};
}

} // namespace bilan::intake
