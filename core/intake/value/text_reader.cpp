// SPDX-License-Identifier: MPL-2.0
#include "intake/value/text_reader.hpp"

#include "intake/value/clean_text.hpp"
#include "intake/value/contact_data.hpp"
#include "intake/value/named_persons.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

namespace bilan::intake {

namespace {

/// Marks and signs alone: nothing of the text is left.
bool says_nothing(std::string_view without_contacts)
{
    constexpr std::string_view mark = "[…]";
    constexpr std::string_view signs = " ()/,;:.-";
    while (!without_contacts.empty()) {
        if (without_contacts.starts_with(mark))
            without_contacts.remove_prefix(mark.size());
        else if (signs.find(without_contacts.front()) != std::string_view::npos)
            without_contacts.remove_prefix(1);
        else
            return false;
    }
    return true;
}

} // namespace

Reading TextReader::read_text(std::size_t, std::string_view text)
{
    CleanText clean = clean_text(text);
    if (clean.text.empty()) return Reading::none(data::State::empty);
    WithoutContacts contacts;
    if (may_hold_contact(clean.text)) contacts = without_contact_data(clean.text);
    const std::string_view without_contacts = contacts.contacts > 0 ? contacts.text : clean.text;
    WithoutPersons kept;
    if (are_places_) // which bear first names of persons
        kept = without_addressed_persons(without_contacts);
    else if (names_persons(without_contacts))
        kept = without_named_persons(without_contacts);
    if (kept.persons > 0) {
        if (!kept.text.empty()) return Reading::of(std::move(kept.text), note(Cause::person_removed));
        Reading none = Reading::none(data::State::not_given);
        none.note = note(Cause::person_removed);
        return none;
    }
    if (contacts.contacts > 0 && says_nothing(contacts.text)) {
        Reading none = Reading::none(data::State::not_given);
        none.note = note(Cause::contact_removed);
        return none;
    }
    if (contacts.contacts > 0) return Reading::of(std::move(contacts.text), note(Cause::contact_removed));
    if (!clean.had_markup) return Reading::of(std::move(clean.text));
    Note said = note(Cause::markup_removed, {quoted(clean.text)});
    return Reading::of(std::move(clean.text), std::move(said));
}

Reading TextReader::read_cell(const Cell& cell)
{
    return Reading::of(printed(cell));
}

} // namespace bilan::intake
