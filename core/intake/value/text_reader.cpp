// SPDX-License-Identifier: MPL-2.0
#include "intake/value/text_reader.hpp"

#include "intake/value/clean_text.hpp"
#include "intake/value/contact_data.hpp"
#include "intake/value/named_persons.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

namespace bilan::intake {

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
