// SPDX-License-Identifier: MPL-2.0
#include "intake/value/unnamed.hpp"

#include "intake/value/contact_data.hpp"
#include "intake/value/named_persons.hpp"

#include <utility>

namespace bilan::intake {

std::optional<std::string> unnamed(std::string_view text)
{
    WithoutContacts contacts;
    if (may_hold_contact(text)) contacts = without_contact_data(text);
    WithoutPersons persons = without_addressed_persons(contacts.contacts > 0 ? contacts.text : text);
    if (contacts.contacts == 0 && persons.persons == 0) return std::nullopt;
    return std::move(persons.text);
}

std::optional<std::string> unnamed_code(std::string_view text)
{
    if (text.find('@') != std::string_view::npos) return unnamed(text);
    WithoutPersons persons = without_addressed_persons(text);
    if (persons.persons == 0) return std::nullopt;
    return std::move(persons.text);
}

} // namespace bilan::intake
