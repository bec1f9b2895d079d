// SPDX-License-Identifier: MPL-2.0
#include "intake/value/vocabulary_index.hpp"

#include "base/text.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::intake {

namespace {

constexpr std::size_t most_choices_shown = 6;
constexpr std::string_view goes_on = "…";

/// « retenu(e) », « tiré·es », « habitant-es »: the shorter form. `folded` changes in place.
void drop_inclusive_endings(std::string& folded)
{
    constexpr std::string_view endings[] = {"(es)", "(e)s", "(e)", "(s)", "·es", "·e·s", "·e", "·s",
                                            ".e.s", ".es",  ".e",  "/es", "/e",  "-es",  "-e"};
    for (const std::string_view ending : endings) {
        for (std::size_t at = folded.find(ending); at != std::string::npos; at = folded.find(ending, at)) {
            const std::size_t end = at + ending.size();
            const bool is_word_end = end == folded.size() || !is_letter(folded[end]);
            if (at > 1 && is_letter(folded[at - 1]) && is_word_end) {
                folded.erase(at, ending.size());
            } else {
                ++at;
            }
        }
    }
}

std::string letters_of(std::string folded)
{
    drop_inclusive_endings(folded);
    std::erase_if(folded, [](char byte) {
        return !is_letter(byte) && !is_digit(byte) && static_cast<unsigned char>(byte) < 0x80;
    });
    return folded;
}

/// Only letters may be compared without their signs: « -1 » is not 1, « G1 ? » is a question.
std::string comparable_letters(std::string_view folded)
{
    if (folded.find_first_of("?!<>+=") != std::string_view::npos) return {};
    std::string letters = letters_of(std::string(folded));
    return std::any_of(letters.begin(), letters.end(), is_letter) ? letters : std::string();
}

/// Takes « 1 - », « 2. », « b) », « axe 3 : » off the front. False when there is none.
bool take_numbering(std::string_view& folded)
{
    std::string_view rest = folded;
    for (const std::string_view word : {"axe", "pilier", "volet", "objectif", "priorite", "orientation", "theme"})
        if (take_word(rest, word)) break;
    if (rest.starts_with('(')) rest.remove_prefix(1);
    std::size_t length = 0;
    while (length < rest.size() && length < 4 && (is_digit(rest[length]) || is_letter(rest[length]))) ++length;
    const std::string_view number = rest.substr(0, length);
    const bool is_number = number.find_first_not_of("0123456789") == std::string_view::npos && length <= 2;
    const bool is_roman = number.find_first_not_of("ivx") == std::string_view::npos;
    if (length == 0 || (!is_number && !is_roman && length > 1)) return false;
    rest = trim_spaces(rest.substr(length));
    const std::size_t sign = std::min(rest.find_first_not_of("-.):/ "), rest.size());
    if (sign == 0 || sign == rest.size()) return false;
    folded = rest.substr(sign);
    return std::any_of(folded.begin(), folded.end(), is_letter); // « 1 - 2 » is two numbers
}

/// « 1 » of « 1 Recenser et fédérer », taken off the front; empty when the text begins otherwise.
std::string_view take_bare_number(std::string_view& folded)
{
    const std::size_t end = std::min(folded.find_first_not_of("0123456789"), folded.size());
    if (end == 0 || end > 2 || end == folded.size() || folded[end] != ' ') return {};
    const std::string_view number = folded.substr(0, end);
    folded = trim_spaces(folded.substr(end));
    return number;
}

/// « CD69 » as « cd 69 »; empty for what is no name cut short with a number behind it.
std::string with_number_apart(std::string_view folded)
{
    constexpr std::size_t longest_name = 6;
    constexpr std::size_t longest_number = 3;
    const std::size_t name = std::min(folded.find_first_of("0123456789"), folded.size());
    const std::string_view number = folded.substr(name);
    const bool is_number = !number.empty() && number.size() <= longest_number &&
                           number.find_first_not_of("0123456789ab") == std::string_view::npos;
    const bool is_name = name >= 2 && name <= longest_name &&
                         std::all_of(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(name), is_letter);
    return is_number && is_name ? std::string(folded.substr(0, name)) + ' ' + std::string(number) : std::string();
}

/// A day or a year behind a word that says when: « en 2025 », « le 12/03 », not « à 80 % ».
std::size_t when_at(std::string_view folded)
{
    std::size_t first = std::string_view::npos;
    for (const std::string_view word : {" en ", " a ", " au ", " le "}) {
        const std::size_t at = folded.find(word);
        const bool is_date = at != std::string_view::npos && at + word.size() < folded.size() &&
                             is_digit(folded[at + word.size()]) && folded.find('%', at) == std::string_view::npos;
        if (is_date) first = std::min(first, at);
    }
    return first;
}

std::string_view take_first_word(std::string_view& text)
{
    text = trim_spaces(text);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

/// « Dév. économique » of « développement économique »: word by word, one that ends with a point is the beginning of
/// another.
bool abbreviates(std::string_view folded, std::string_view spelling)
{
    constexpr std::size_t shortest = 3;
    while (true) {
        std::string_view word = take_first_word(folded);
        const std::string_view whole = take_first_word(spelling);
        if (word.empty() || whole.empty()) return word.empty() && whole.empty();
        const bool is_cut = word.ends_with('.');
        if (is_cut) word.remove_suffix(1);
        const bool is_same = is_cut ? word.size() >= shortest && whole.starts_with(word) : word == whole;
        if (!is_same) return false;
    }
}

} // namespace

VocabularyIndex::VocabularyIndex(const data::Vocabulary* vocabulary) : vocabulary_(vocabulary)
{
    if (vocabulary != nullptr) keys_ = vocabulary->index.get<Keys>([&] { return keys_of(*vocabulary); });
}

VocabularyIndex::Keys VocabularyIndex::keys_of(const data::Vocabulary& vocabulary)
{
    Keys keys;
    for (std::size_t at = 0; at < vocabulary.terms.size(); ++at) {
        const data::Term& term = vocabulary.terms[at];
        keys.add(term.id, at);
        keys.add(term.label.french, at);
        keys.add(term.label.english, at);
        for (const std::string& spelling : term.spellings) keys.add(spelling, at);
        for (const std::string& spelling : term.confirm) keys.add(spelling, at);
    }
    std::sort(keys.spellings.begin(), keys.spellings.end());
    std::sort(keys.letters.begin(), keys.letters.end());
    return keys;
}

void VocabularyIndex::Keys::add(std::string_view spelling, std::size_t term)
{
    if (spelling.ends_with(goes_on)) {
        spelling.remove_suffix(goes_on.size());
        spelling = base::trim(spelling);
        beginnings.emplace_back(base::fold(spelling) + ' ', term);
    } else if (spelling.starts_with(goes_on)) { // « … métropole » for « Valmont Métropole » is no name by itself
        endings.emplace_back(' ' + base::fold(base::trim(spelling.substr(goes_on.size()))), term);
        return;
    }
    std::string folded = base::fold(spelling);
    if (folded.empty()) return;
    letters.emplace_back(letters_of(folded), term);
    spellings.emplace_back(std::move(folded), term);
}

const data::Term* VocabularyIndex::look_up(const std::vector<Key>& keys, std::string_view key) const
{
    const auto found = std::equal_range(keys.begin(), keys.end(), Key{std::string(key), 0},
                                        [](const Key& left, const Key& right) { return left.first < right.first; });
    const auto first = found.first;
    const auto last = found.second;
    if (key.empty() || first == last) return nullptr;
    // Two terms that share a spelling: the text does not say which.
    if (std::any_of(first, last, [&](const Key& other) { return other.second != first->second; })) return nullptr;
    return &vocabulary_->terms[first->second];
}

const data::Term* VocabularyIndex::find_beginning(std::string_view folded) const
{
    const Key* longest = nullptr;
    for (const Key& beginning : keys_->beginnings)
        if (folded.starts_with(beginning.first) &&
            (longest == nullptr || beginning.first.size() > longest->first.size()))
            longest = &beginning;
    for (const Key& ending : keys_->endings)
        if (longest == nullptr && folded.ends_with(ending.first) && folded.size() > ending.first.size())
            longest = &ending;
    if (longest == nullptr || folded.find_first_of("+/&;,?") != std::string_view::npos) return nullptr;
    for (const std::string_view several : {" et ", " ou ", " - ", " puis "})
        if (folded.find(several) != std::string_view::npos) return nullptr;
    return &vocabulary_->terms[longest->second];
}

const data::Term* VocabularyIndex::find_abbreviated(std::string_view folded) const
{
    if (folded.find('.') == std::string_view::npos) return nullptr;
    const Key* found = nullptr;
    for (const Key& spelling : keys_->spellings) {
        if (!abbreviates(folded, spelling.first)) continue;
        if (found != nullptr && found->second != spelling.second) return nullptr; // of two terms
        found = &spelling;
    }
    return found == nullptr ? nullptr : &vocabulary_->terms[found->second];
}

const data::Term* VocabularyIndex::find_folded(std::string_view folded) const
{
    return vocabulary_ == nullptr ? nullptr : look_up(keys_->spellings, folded);
}

const data::Term* VocabularyIndex::find(std::string_view text) const
{
    if (vocabulary_ == nullptr) return nullptr;
    const std::string folded = base::fold(text);
    if (const data::Term* term = look_up(keys_->spellings, folded)) return term;
    if (const data::Term* term = look_up(keys_->letters, comparable_letters(folded))) return term;
    std::string_view rest = folded;
    if (!take_numbering(rest)) {
        // Without a sign behind it, a number must be the term's own: « 12 jeunes » counts some.
        if (const std::string_view number = take_bare_number(rest); !number.empty())
            if (const data::Term* term = look_up(keys_->spellings, rest); term != nullptr && term->id == number)
                return term;
        if (const data::Term* const term = find_beginning(folded)) return term;
        const std::string apart = with_number_apart(folded);
        const data::Term* const term = apart.empty() ? nullptr : find_beginning(apart);
        return term != nullptr ? term : find_abbreviated(folded);
    }
    if (const data::Term* term = look_up(keys_->spellings, rest)) return term;
    const data::Term* const term = look_up(keys_->letters, comparable_letters(rest));
    return term != nullptr ? term : find_abbreviated(rest);
}

const data::Term* VocabularyIndex::find_before_comment(std::string_view text) const
{
    if (vocabulary_ == nullptr) return nullptr;
    const std::string folded = base::fold(text);
    const std::size_t end =
        std::min({folded.find('('), folded.find(" - "), folded.find(':'), folded.find(" depuis "), when_at(folded)});
    if (end == std::string::npos || end == 0) return nullptr;
    const std::string head(trim_spaces(std::string_view(folded).substr(0, end)));
    const data::Term* term = look_up(keys_->spellings, head);
    if (term == nullptr || base::fold(term->id) != head) return nullptr;
    const data::Term* other = find(folded.substr(end + 1));
    return other == nullptr || other == term ? term : nullptr;
}

std::optional<std::string> VocabularyIndex::nearest(std::string_view text) const
{
    if (vocabulary_ == nullptr) return std::nullopt;
    std::vector<std::string> candidates;
    for (const data::Term& term : vocabulary_->terms) {
        candidates.push_back(term.label.french);
        std::ranges::copy_if(term.spellings, std::back_inserter(candidates), [](const std::string& spelling) {
            return !spelling.ends_with(goes_on) && !spelling.starts_with(goes_on);
        });
    }
    return base::nearest(text, candidates);
}

bool VocabularyIndex::asks_about(const data::Term& term, std::string_view text) const
{
    if (term.confirm.empty()) return false;
    const std::string folded = base::fold(text);
    std::string_view rest = folded;
    (void)take_numbering(rest);
    const std::string letters = comparable_letters(rest);
    return std::any_of(term.confirm.begin(), term.confirm.end(), [&](const std::string& spelling) {
        if (spelling.ends_with(goes_on)) // « réalisée à … »: the beginning of one
            return rest.starts_with(base::fold(spelling.substr(0, spelling.size() - goes_on.size())));
        const std::string asked = base::fold(spelling);
        return asked == rest || (!letters.empty() && letters_of(asked) == letters);
    });
}

std::string VocabularyIndex::choices() const
{
    std::vector<std::string> labels;
    for (const data::Term& term : vocabulary_->terms) {
        if (labels.size() == most_choices_shown) {
            labels.emplace_back("…");
            break;
        }
        labels.push_back(term.label.french.empty() ? term.id : term.label.french);
    }
    return base::join(labels, ", ");
}

} // namespace bilan::intake
