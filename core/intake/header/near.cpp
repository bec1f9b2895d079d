// SPDX-License-Identifier: MPL-2.0
#include "intake/header/near.hpp"

#include "base/text.hpp"
#include "intake/territory/place_form.hpp"

#include <algorithm>
#include <tuple>

namespace bilan::intake {

namespace {

std::size_t slips_allowed(std::string_view word)
{
    if (word.size() >= 10) return 2;
    return word.size() >= 5 ? 1 : 0;
}

bool is_likely(std::string_view known, std::string_view word, std::size_t slips)
{
    const std::size_t longer = std::max(known.size(), word.size());
    const std::size_t shorter = std::min(known.size(), word.size());
    // A slip in the first letter often makes another word: « cofinancement » is no « financement ».
    const bool same_start = !word.empty() && !known.empty() && word.front() == known.front();
    return same_start && longer - shorter <= slips && known.size() >= 5 && base::edit_distance(known, word) <= slips;
}

/// All words that the schema uses, sorted.
std::vector<std::string> known_words(const SchemaIndex& schema)
{
    std::vector<std::string> words;
    for (const auto& tokens : schema.field_tokens) words.insert(words.end(), tokens.begin(), tokens.end());
    return as_set(std::move(words));
}

constexpr std::size_t long_word = 8;

/// Its consonants, double ones once: a slip between two vowels leaves them as they are.
std::string skeleton(std::string_view word)
{
    std::string consonants;
    for (const char letter : word)
        if (std::string_view("aeiouy").find(letter) == std::string_view::npos &&
            (consonants.empty() || consonants.back() != letter))
            consonants += letter;
    return consonants;
}

/// « Fammes » is no word but for the slip in it; « stage » is as good a word as « stade ».
bool is_sure_slip(std::string_view known, std::string_view word)
{
    if (word.size() >= long_word) return std::max(known.size(), word.size()) < std::min(known.size(), word.size()) + 2;
    return skeleton(known) == skeleton(word) && known.back() == word.back();
}

struct Corrected {
    std::string word; ///< empty: none
    bool is_sure = true;
};

Corrected corrected(const std::vector<std::string>& known, const std::string& word)
{
    std::vector<std::string> begun;
    std::vector<std::string> near;
    for (const std::string& candidate : known) {
        if (word.size() >= 4 && candidate.starts_with(word)) begun.push_back(candidate);
        if (is_likely(candidate, word, slips_allowed(word))) near.push_back(candidate);
    }
    if (near.size() == 1) return {near.front(), is_sure_slip(near.front(), word)};
    if (!near.empty() || begun.size() != 1) return {};
    return {begun.front(), word.size() >= long_word};
}

} // namespace

namespace {

/// « N° EJ » is as far from « N° RNA » as « EJ » is from « RNA ».
std::string without_attributes(std::string_view folded)
{
    for (const std::string_view attribute : {"n\xC2\xB0 ", "no ", "numero ", "code ", "nom ", "type "})
        if (folded.starts_with(attribute)) return std::string(folded.substr(attribute.size()));
    return std::string(folded);
}

} // namespace

Correction correct_words(const SchemaIndex& schema, HeaderWords& words)
{
    const std::vector<std::string> known = known_words(schema);
    bool is_changed = false;
    bool is_sure = true;
    for (std::string& token : words.tokens) {
        if (is_weak(token) || std::binary_search(known.begin(), known.end(), token)) continue;
        const Corrected right = corrected(known, token);
        if (right.word.empty()) {
            is_sure = false; // « Vallee de Orofara »: the rest is no known word either
            continue;
        }
        token = right.word;
        is_sure = is_sure && right.is_sure;
        is_changed = true;
    }
    if (!is_changed) return Correction::none;
    words.folded = base::join(words.tokens, " ");
    words.plain = words.folded;
    return is_sure ? Correction::certain : Correction::doubtful;
}

bool may_be_another_word(std::string_view header, const HeaderWords& words, const HeaderWords& corrected)
{
    if (place_form(header) == PlaceForm::likely) return true; // « Les Vernes » is a name, and no « Versé »
    for (std::size_t at = 0; at < words.tokens.size(); ++at)
        if (words.tokens[at] == corrected.tokens[at] + 'e') return true;
    return false;
}

std::vector<std::string> nearest_fields(const SchemaIndex& schema, const HeaderWords& words, std::size_t most)
{
    std::vector<std::tuple<std::size_t, std::uint32_t>> ranked;
    const std::string header = without_attributes(words.folded);
    if (header.size() < 3) return {};
    for (const Term& term : schema.terms) {
        // One, or two of a long header: « Familles » are no « Filles », « dont CPO » no « dont QPV ».
        constexpr std::size_t long_header = 12;
        const std::size_t slips = header.size() < long_header ? 1 : 2;
        const std::string known = without_attributes(term.folded);
        if (is_likely(known, header, slips)) ranked.emplace_back(base::edit_distance(known, header), term.field);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> fields;
    for (const auto& [distance, field] : ranked) {
        const std::string& id = schema.schema->fields[field].id;
        if (fields.size() < most && std::find(fields.begin(), fields.end(), id) == fields.end()) fields.push_back(id);
    }
    return fields;
}

} // namespace bilan::intake
