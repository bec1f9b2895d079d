// SPDX-License-Identifier: MPL-2.0
#include "intake/value/choice_reader.hpp"

#include "intake/value/clean_text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

namespace bilan::intake {

Note unknown_term(const VocabularyIndex& index, std::string_view text)
{
    if (const auto near = index.nearest(text)) return note(Cause::near_term, {quoted(text), *near});
    return note(Cause::no_term, {quoted(text), index.choices()});
}

ChoiceReader::ChoiceReader(const ColumnContext& context)
    : index_(context.domain == nullptr ? nullptr : context.domain->vocabulary(context.field->vocabulary))
{
}

Reading ChoiceReader::read_text(std::size_t, std::string_view text)
{
    CleanText clean = clean_text(text);
    if (const data::Term* term = index_.find(clean.text)) return Reading::of(term->id);
    if (index_.is_open()) return Reading::of(std::move(clean.text));
    if (const data::Term* term = index_.find_before_comment(clean.text))
        return Reading::of(term->id, note(Cause::rewritten, data::Severity::alert, {quoted(text), term->id}));
    return Reading::refused(unknown_term(index_, clean.text));
}

Reading ChoiceReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return read_text(0, cell.boolean() ? "oui" : "non");
    return read_text(0, printed(cell));
}

} // namespace bilan::intake
