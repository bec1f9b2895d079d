// SPDX-License-Identifier: MPL-2.0
#include "intake/value/quoted.hpp"

#include "base/date.hpp"
#include "base/message.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/birth_data.hpp"
#include "intake/value/contact_data.hpp"
#include "intake/value/named_persons.hpp"
#include "intake/value/person_names.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t longest_quote = 60;

/// A run of digits with spaces, dots or dashes between them has `least` to `most` digits and starts as told.
bool has_digit_run(std::string_view text, std::string_view first, std::size_t least, std::size_t most)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t digits = 0;
        char head = 0;
        std::size_t end = at;
        while (end < text.size() && (is_digit(text[end]) || text[end] == ' ' || text[end] == '.' || text[end] == '-')) {
            if (is_digit(text[end]) && digits++ == 0) head = text[end];
            ++end;
        }
        if (digits >= least && digits <= most && first.find(head) != std::string_view::npos) return true;
        at = std::max(end, at + 1);
    }
    return false;
}

bool has_form_of_address(std::string_view folded)
{
    constexpr std::string_view forms[] = {"mme", "mlle", "m.", "mr", "monsieur", "madame", "mademoiselle"};
    return std::any_of(std::begin(forms), std::end(forms), [&](std::string_view form) {
        for (std::size_t at = folded.find(form); at != std::string_view::npos; at = folded.find(form, at + 1)) {
            const std::string_view rest = folded.substr(at + form.size());
            const bool is_word = at == 0 || !is_letter(folded[at - 1]); // not the end of « programme »
            if (is_word && rest.size() > 1 && (rest[0] == ' ' || rest[0] == '.')) return true;
        }
        return false;
    });
}

} // namespace

bool may_name_a_person(std::string_view text)
{
    const std::string head(base::head(text, 500));
    if (may_hold_contact(head) && without_contact_data(head).contacts > 0) return true;
    if (without_addressed_persons(head).persons > 0) return true;
    const std::string folded = base::fold(head);
    if (tells_birth(head)) return true;
    const std::size_t at = folded.find('@');
    if (at != std::string::npos && at > 0 && folded.find('.', at) != std::string::npos) return true;
    if (has_digit_run(folded, "0", 10, 10) || has_digit_run(folded, "12", 13, 13) ||
        has_digit_run(folded, "12", 15, 15))
        return true;
    return has_form_of_address(folded);
}

std::string quoted(std::string_view text)
{
    const std::string head(base::head(text, 500));
    if (holds_person(head) || names_persons(head)) return std::string(masked);
    return quoted_place(text);
}

std::string quoted_place(std::string_view text)
{
    if (may_name_a_person(text)) return std::string(masked);
    return base::for_display(base::trim(text), longest_quote);
}

std::string printed(double number)
{
    if (!std::isfinite(number)) return "#NOMBRE!";
    std::string text = base::shortest(base::round_half_away(number, 12));
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

std::string number_said(double number, std::string_view behind)
{
    std::string french = printed(number).append(behind);
    const std::size_t comma = french.find(',');
    if (comma == std::string::npos) return french;
    std::string english = french;
    english[comma] = '.';
    return base::in_each_language({std::move(french), std::move(english)});
}

std::string printed(const Cell& cell)
{
    switch (cell.type()) {
    case CellType::boolean: return cell.boolean() ? "VRAI" : "FAUX";
    case CellType::error: return std::string(spelling(cell.error()));
    case CellType::date:
        if (const auto date = base::civil_of(cell.number); date && cell.number >= 1)
            return base::for_people(*date, base::Language::french);
        return printed(cell.number);
    case CellType::number:
        if (cell.tag.format() == FormatClass::percent) return printed(cell.number * 100) + "\u00A0%";
        return printed(cell.number);
    case CellType::text:
    case CellType::empty: break;
    }
    return {};
}

std::string printed(const Cell& cell, const Book& book)
{
    return cell.type() == CellType::text ? quoted(book.text(cell)) : printed(cell);
}

} // namespace bilan::intake
