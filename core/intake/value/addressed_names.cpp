// SPDX-License-Identifier: MPL-2.0
#include "intake/value/addressed_names.hpp"

#include "intake/value/first_names.hpp"
#include "intake/value/name_bearers.hpp"
#include "intake/value/name_run.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// What stands behind a form of address and is no name: « madame la maire », « Mme ou M. ».
bool is_function_word(std::string_view folded)
{
    constexpr std::string_view words[] = {"et",   "ou",   "a",    "au",   "aux",  "en",    "est",   "un",    "une",
                                          "qui",  "que",  "sur",  "pour", "par",  "avec",  "dans",  "tout",  "toute",
                                          "sans", "nous", "vous", "elle", "sont", "avait", "etait", "ainsi", "mais"};
    return joins_names(folded) || leads_to_name(folded) ||
           std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

bool is_number(std::string_view folded)
{
    return folded.find_first_not_of("0123456789") == std::string_view::npos;
}

class AddressedName {
public:
    AddressedName(std::string_view text, const std::vector<NameWord>& words, std::size_t at, Wording wording)
        : text_(text), words_(words), at_(at), is_label_(wording == Wording::label)
    {
    }

    [[nodiscard]] std::size_t end() const
    {
        const Address address = address_of(words_[at_].folded);
        if (address == Address::none || !is_followed() || !is_called(address)) return at_;
        std::size_t end = end_of_run(words_, at_ + 1);
        if (end == at_ + 1 && address != Address::title) end = end_of_small_letters();
        if (end == at_ + 1) return at_;
        return address == Address::several ? end_of_others(end) : end;
    }

private:
    [[nodiscard]] bool has_dot() const { return words_[at_].end < text_.size() && text_[words_[at_].end] == '.'; }

    /// Nothing but blanks and a dot, and be it a new line, up to the next word.
    [[nodiscard]] bool is_followed() const
    {
        if (at_ + 1 >= words_.size()) return false;
        if (!words_[at_ + 1].after_mark) return true;
        const std::size_t begin = words_[at_].end;
        const std::string_view between = text_.substr(begin, words_[at_ + 1].begin - begin);
        return std::ranges::all_of(between, [](char character) {
            return character == ' ' || character == '.' || character == '\n' || character == '\r';
        });
    }

    [[nodiscard]] bool is_called(Address address) const
    {
        const NameWord& word = words_[at_];
        const NameWord& next = words_[at_ + 1];
        // « Rue du Docteur Valmont », a quarter « Docteur Valmont »; « DR Nord » is a regional office.
        if (address == Address::title)
            return !is_label_ && word.has_capital && !word.is_capitals && next.has_capital && !is_borne(words_, at_);
        if (word.folded == "mm") return has_dot();
        if (word.folded != "m") return true;
        const std::string_view written = text_.substr(next.begin, next.end - next.begin);
        const bool is_participle = written.ends_with("\u00E9") || written.ends_with("\u00E9s") ||
                                   written.ends_with("\u00E9e") || written.ends_with("\u00E9es");
        if (is_label_ && is_participle) return false;
        return has_dot() || is_bare();
    }

    /// « M Durand » without a dot, where no other M can stand: « Bâtiment M Nord » and « M 14 » are none.
    [[nodiscard]] bool is_bare() const
    {
        const NameWord& next = words_[at_ + 1];
        if (is_label_ || !words_[at_].has_capital || !next.has_capital || next.is_capitals) return false;
        if (at_ == 0 || words_[at_].after_mark) return true;
        const std::string_view before = words_[at_ - 1].folded;
        return announces_person(before) || before == "de" || before == "et" || before == "a" || before == "chez";
    }

    /// « mme durand »: one word, two behind a first name.
    [[nodiscard]] std::size_t end_of_small_letters() const
    {
        const std::string_view address = words_[at_].folded;
        const bool may_be_metres = address == "m" && at_ > 0 && is_number(words_[at_ - 1].folded);
        const bool is_bare_letter = address == "m" && !has_dot();
        // « Nombre de Mme reçues » is a header.
        if (is_label_ || may_be_metres || is_bare_letter || !is_small_name(at_ + 1)) return at_ + 1;
        const bool has_family_name = is_compound_first_name(words_[at_ + 1].folded) && at_ + 2 < words_.size() &&
                                     !words_[at_ + 2].after_mark && is_small_name(at_ + 2);
        return at_ + (has_family_name ? 3 : 2);
    }

    [[nodiscard]] bool is_small_name(std::size_t at) const
    {
        constexpr std::size_t shortest = 3;
        const std::string& folded = words_[at].folded;
        return folded.size() >= shortest && folded.find_first_of("0123456789") == std::string::npos &&
               !is_function_word(folded) && !is_common_noun_of_bodies(folded);
    }

    /// « Durand, Valmont et Castel ».
    [[nodiscard]] std::size_t end_of_others(std::size_t end) const
    {
        while (end < words_.size()) {
            const bool has_comma = words_[end].after_mark && text_[words_[end - 1].end] == ',';
            const std::size_t next = words_[end].folded == "et" ? end + 1 : end;
            if (next >= words_.size() || (next == end && !has_comma)) return end;
            const std::size_t last = end_of_run(words_, next);
            if (last == next) return end;
            end = last;
        }
        return end;
    }

    std::string_view text_;
    const std::vector<NameWord>& words_;
    std::size_t at_;
    bool is_label_;
};

} // namespace

std::size_t end_of_addressed(std::string_view text, const std::vector<NameWord>& words, std::size_t at, Wording wording)
{
    return AddressedName(text, words, at, wording).end();
}

} // namespace bilan::intake
