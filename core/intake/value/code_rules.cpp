// SPDX-License-Identifier: MPL-2.0
#include "intake/value/code_rules.hpp"

#include "base/text.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/departments.hpp"
#include "intake/value/digits.hpp"
#include "intake/value/identifiers.hpp"
#include "intake/value/list_items.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/number_pieces.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::size_t siret_length = 14;
constexpr std::size_t siren_length = 9;
constexpr std::size_t dossier_length = 8;
constexpr std::size_t insee_length = 5;

std::string without_label(std::string compact, std::initializer_list<std::string_view> labels)
{
    for (const std::string_view label : labels) {
        if (!compact.starts_with(label)) continue;
        compact.erase(0, label.size());
        while (compact.starts_with(':') || compact.starts_with('=')) compact.erase(0, 1);
    }
    return compact;
}

/// Two or more of 14 digits each.
bool holds_several(std::string_view text, std::size_t length)
{
    std::size_t found = 0;
    std::size_t digits = 0;
    for (const char byte : plain_spelling(text)) {
        if (is_digit(byte)) {
            ++digits;
        } else if (byte == ';' || byte == '/' || byte == ',' || is_letter(byte)) {
            found += digits == length ? 1U : 0U;
            digits = 0;
        }
    }
    return found + (digits == length ? 1U : 0U) > 1;
}

/// The last digits of a SIRET are never 00000: a number that ends so was rounded.
bool is_rounded(std::string_view digits)
{
    return digits.size() >= siret_length - 1 && digits.ends_with("00000");
}

Reading read_siret_digits(const std::string& digits, std::string_view text)
{
    if (is_rounded(digits)) return Reading::refused(note(Cause::digits_lost, {quoted(text)}));
    if (digits.size() == siret_length) {
        if (is_siret(digits)) return Reading::of(digits);
        return Reading::of(digits, note(Cause::siret_invalid, {base::for_display(digits)}));
    }
    if (digits.size() == siret_length - 1 || digits.size() == siret_length - 2) {
        const std::string padded = std::string(siret_length - digits.size(), '0') + digits;
        if (is_siret(padded)) return Reading::of(padded, note(Cause::siret_zero, {digits, padded}));
        return Reading::of(digits, note(Cause::siret_invalid, {quoted(digits)}));
    }
    // Three or four zeros fewer are a SIRET only when its keys are right.
    if (digits.size() == siret_length - 3 || digits.size() == siret_length - 4) {
        const std::string padded = std::string(siret_length - digits.size(), '0') + digits;
        if (is_siret(padded)) return Reading::of(padded, note(Cause::siret_zero, {digits, padded}));
    }
    if (digits.size() == siren_length) return Reading::of(digits, note(Cause::siren_as_siret, {digits}));
    if (const std::string padded = "0" + digits; digits.size() == siren_length - 1 && is_siren(padded))
        return Reading::of(padded, note(Cause::siren_as_siret, {padded}));
    return Reading::refused(note(Cause::siret_unreadable, {quoted(text)}));
}

} // namespace

bool is_scientific(std::string_view text)
{
    const std::string spelling = plain_spelling(text);
    const auto digits = read_digits(spelling);
    return digits && digits->is_scientific && digits->length == spelling.size();
}

Reading read_siret(std::string_view text)
{
    if (text.size() == siret_length && are_all_digits(text)) return read_siret_digits(std::string(text), text);
    if (is_scientific(text)) return Reading::refused(note(Cause::digits_lost, {quoted(text)}));
    if (holds_several(text, siret_length)) {
        Note said = note(Cause::several_codes, {quoted(text)});
        said.code = "C12";
        return Reading::refused(std::move(said));
    }
    const std::string digits = without_label(compact_code(text), {"N°", "NO", "NUMERO", "SIRET"});
    if (are_all_digits(digits)) return read_siret_digits(digits, text);
    return Reading::refused(note(Cause::siret_unreadable, {quoted(text)}));
}

Reading read_siren(std::string_view text)
{
    if (is_scientific(text)) return Reading::refused(note(Cause::digits_lost, {quoted(text)}));
    const std::string digits = without_label(compact_code(text), {"SIREN"});
    if (is_siren(digits)) return Reading::of(digits);
    if (holds_several(text, siren_length)) return Reading::of(std::string(text), note(Cause::odd_code, {quoted(text)}));
    const std::string padded = "0" + digits;
    if (is_siren(padded)) return Reading::of(padded, note(Cause::siret_zero, {digits, padded}));
    return Reading::of(std::string(text), note(Cause::siret_invalid, {quoted(text)}));
}

Reading read_rna(std::string_view text)
{
    std::string compact = compact_code(text);
    if (is_rna(compact)) return Reading::of(std::move(compact));
    compact = without_label(compact, {"N°", "NO", "RNA"});
    if (is_rna(compact)) return Reading::of(std::move(compact));
    if (is_scientific(text)) return Reading::refused(note(Cause::digits_lost, {quoted(text)}));
    return Reading::of(std::string(text), note(Cause::odd_code, {quoted(text)}));
}

namespace {

/// « N° », « DAUPHIN n° », « dossier : » before the number, in plain spelling.
std::string_view without_dossier_label(std::string_view spelling)
{
    constexpr std::string_view labels[] = {"dauphin", "gispro", "numero",    "dossier", "projet", "action",
                                           "ref.",    "ref",    "reference", "n°",      "no",     "nø",
                                           "n",       ":",      "°",         "-",       "#",      "de"};
    for (bool is_label = true; is_label;) {
        is_label = false;
        for (const std::string_view label : labels) {
            std::string_view rest = spelling;
            const bool ends_in_digit =
                rest.starts_with(label) && rest.size() > label.size() && is_digit(rest[label.size()]);
            if (!take_word(rest, label) && !ends_in_digit) continue;
            if (ends_in_digit) rest = spelling.substr(label.size());
            if (rest.empty()) return spelling;
            spelling = trim_spaces(rest);
            is_label = true;
            break;
        }
    }
    return spelling;
}

/// Words that promise a number for later.
bool is_pending(std::string_view spelling)
{
    return spelling.starts_with("en cours") || spelling.starts_with("a creer") || spelling.starts_with("en attente") ||
           spelling.starts_with("pas encore") || spelling.starts_with("non attribue") ||
           spelling.starts_with("sans numero");
}

} // namespace

Reading read_dossier(std::string_view text)
{
    if (is_scientific(text)) {
        Note said = note(Cause::digits_lost, {quoted(text)});
        said.code = said.message.code;
        return Reading::refused(std::move(said));
    }
    const std::string spelling = plain_spelling(text);
    if (is_pending(spelling)) return Reading::none(data::State::not_given);
    if (std::none_of(spelling.begin(), spelling.end(), is_digit))
        return Reading::refused(note(Cause::no_code, {quoted(text)}));
    const std::string_view number = without_dossier_label(spelling);
    const bool had_label = number.size() != spelling.size();
    std::string compact(number);
    std::erase(compact, ' ');
    if (are_all_digits(compact) && compact.size() <= dossier_length) {
        std::string padded = std::string(dossier_length - compact.size(), '0') + compact;
        if (padded.size() == compact.size() && !had_label) return Reading::of(std::move(padded));
        Note said =
            note(padded.size() == compact.size() ? Cause::rewritten : Cause::zeros_put_back, {quoted(text), padded});
        return Reading::of(std::move(padded), std::move(said));
    }
    if (holds_several(spelling, dossier_length)) return Reading::refused(note(Cause::several_codes, {quoted(text)}));
    const bool is_dauphin = compact.starts_with("da") && compact.size() > 2 && is_digit(compact[2]);
    if (!is_dauphin) return Reading::of(std::string(text));
    std::transform(compact.begin(), compact.end(), compact.begin(),
                   [](char byte) { return is_letter(byte) ? static_cast<char>(byte - 'a' + 'A') : byte; });
    if (!had_label) return Reading::of(std::move(compact));
    Note said = note(Cause::rewritten, {quoted(text), compact});
    return Reading::of(std::move(compact), std::move(said));
}

namespace {

/// « 02571; 02691 », the communes of one quarter: every piece has the form of a code.
bool are_communes(std::string_view text)
{
    const std::vector<std::string_view> pieces = cut_at_strong(text);
    return pieces.size() > 1 && std::ranges::all_of(pieces, [](std::string_view piece) {
               const std::string code = compact_code(piece);
               const bool is_corsica = code.starts_with("2A") || code.starts_with("2B");
               return code.size() == insee_length && !code.starts_with("20") &&
                      are_all_digits(std::string_view(code).substr(is_corsica ? 2 : 0));
           });
}

} // namespace

Reading read_commune(std::string_view text)
{
    // « Ville : oui » tells who pays or takes part, and no municipality. Y is one, in the Somme.
    const std::string folded = base::fold(base::trim(text));
    if (folded != "y" && boolean_of(folded))
        return Reading::refused(note(Cause::flag_as_quarter, {quoted_place(text)}));
    if (holds_several(text, insee_length)) {
        Note said = note(are_communes(text) ? Cause::codes_listed : Cause::odd_code, {quoted(text)});
        return Reading::of(std::string(text), std::move(said));
    }
    std::string compact = compact_code(text);
    const bool is_corsica = compact.size() == insee_length && (compact.starts_with("2A") || compact.starts_with("2B"));
    if (is_corsica && are_all_digits(std::string_view(compact).substr(2))) return Reading::of(std::move(compact));
    if (!are_all_digits(compact)) return Reading::of(std::string(text));
    if (compact.size() == insee_length) {
        if (compact.starts_with("20")) return Reading::of(std::move(compact), note(Cause::odd_code, {quoted(text)}));
        return Reading::of(std::move(compact));
    }
    if (compact.size() != insee_length - 1)
        return Reading::of(std::string(text), note(Cause::odd_code, {quoted(text)}));
    std::string padded = "0" + compact;
    Note said = note(Cause::zeros_put_back, {quoted(text), padded});
    return Reading::of(std::move(padded), std::move(said));
}

Reading read_department(std::string_view text)
{
    if (auto code = department_of(base::fold(text))) return Reading::of(std::move(*code));
    return Reading::of(std::string(text), note(Cause::odd_code, {quoted(text)}));
}

Reading read_any_code(std::string_view text)
{
    return Reading::of(std::string(text));
}

} // namespace bilan::intake
