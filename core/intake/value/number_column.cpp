// SPDX-License-Identifier: MPL-2.0
#include "intake/value/number_column.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

namespace bilan::intake {

namespace {

constexpr std::size_t enough_open = 3;
constexpr int paper_decimals = 12;

/// « 8 F, 4 H » of the parts, for the person who must confirm them.
std::string parts_of(const NumberText& number, double value)
{
    if (number.women < 0) return number_said(value);
    return printed(value) + " (" + printed(number.women) + "\u00A0F, " + printed(number.men) + "\u00A0H)";
}

} // namespace

void NumberColumn::show(std::string_view text)
{
    NumberText number = read_number_text(text);
    const bool is_number = number.shape != NumberShape::words && number.shape != NumberShape::damaged;
    if (is_number) proof_ |= number.proof;
    if (is_number && number.unsettled == '.') ++open_dots_;
    if (is_number && number.unsettled == ',') ++open_commas_;
    numbers_.push_back(std::move(number));
}

NumberColumn::Settled NumberColumn::settle(NumberText& number, bool are_groups_likely) const
{
    if (number.unsettled == 0) return Settled::was_clear;
    const bool is_dot = number.unsettled == '.';
    const std::uint8_t own_decimal = is_dot ? dot_is_decimal : comma_is_decimal;
    const std::uint8_t own_thousand = is_dot ? dot_is_thousand : comma_is_thousand;
    const std::uint8_t other_decimal = is_dot ? comma_is_decimal : dot_is_decimal;
    const std::uint8_t other_thousand = is_dot ? comma_is_thousand : dot_is_thousand;
    bool is_decimal = (proof_ & own_decimal) != 0;
    bool is_thousand = (proof_ & own_thousand) != 0;
    if (!is_decimal && !is_thousand) {
        // « 1,200 » beside « 2.500.000 »: three decimals are no amount and no count, whatever the point means.
        is_decimal = (proof_ & other_thousand) != 0 && !are_groups_likely;
        is_thousand = (proof_ & other_decimal) != 0;
    }
    const bool are_mixed = open_dots_ > 0 && open_commas_ > 0; // « 1,200 » beside « 1.200 »: one is not the other
    if (!is_decimal && !is_thousand && are_groups_likely && !are_mixed)
        is_thousand = (is_dot ? open_dots_ : open_commas_) >= enough_open;
    if (is_decimal == is_thousand) return Settled::not_at_all;
    if (is_decimal) number.value = number.as_decimal;
    number.unsettled = 0;
    return Settled::by_column;
}

NumberColumn::Settled NumberColumn::settle_thousands(NumberText& number) const
{
    const Settled by_proof = settle(number, false);
    if (by_proof != Settled::not_at_all || number.unsettled != ',') return by_proof;
    number.value = number.as_decimal;
    number.unsettled = 0;
    return Settled::by_column;
}

std::optional<Reading> refusal_of(const NumberText& number, std::string_view text)
{
    switch (number.shape) {
    case NumberShape::words: return Reading::refused(note(Cause::no_number, {quoted(text)}));
    case NumberShape::damaged: return Reading::refused(note(Cause::damaged, {quoted(text)}));
    case NumberShape::confusable:
        return Reading::refused(note(Cause::look_alike, {quoted(text), number_said(number.value)}));
    case NumberShape::several: return Reading::refused(note(Cause::several_numbers, {quoted(text)}));
    default: break;
    }
    if (number.is_other_currency) return Reading::refused(note(Cause::other_currency, {quoted(text)}));
    return std::nullopt;
}

std::optional<Note> doubt_of(const NumberText& number, std::string_view text, double value)
{
    switch (number.shape) {
    case NumberShape::approximate: return note(Cause::estimate, {quoted(text), number_said(value)});
    case NumberShape::at_least:
    case NumberShape::at_most: return note(Cause::bound, {quoted(text), number_said(value)});
    case NumberShape::total:
    case NumberShape::parts: return note(Cause::parts, {quoted(text), parts_of(number, value)});
    default: break;
    }
    if (number.has_footnote) return note(Cause::footnote_sign, {quoted(text), number_said(value)});
    if (number.has_lost_space) return note(Cause::lost_space, {quoted(text), number_said(value)});
    if (number.is_scientific) return note(Cause::scientific, {quoted(text), number_said(value)});
    if (number.has_unknown_words || number.counts_families)
        return note(Cause::unit_glued, data::Severity::alert,
                    {quoted(text), number_said(value), base::for_display(number.unit)});
    if (number.is_in_letters) return note(Cause::text_number, {quoted(text), number_said(value)});
    return std::nullopt;
}

double as_on_paper(double number)
{
    return base::round_half_away(number, paper_decimals);
}

} // namespace bilan::intake
