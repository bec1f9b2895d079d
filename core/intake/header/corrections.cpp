// SPDX-License-Identifier: MPL-2.0
#include "intake/header/corrections.hpp"

#include "base/text.hpp"
#include "intake/header/near.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

std::size_t slips_allowed(std::string_view word)
{
    if (word.size() >= 10) return 2;
    return word.size() >= 5 ? 1 : 0;
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
        if (is_near(candidate, word, slips_allowed(word))) near.push_back(candidate);
    }
    if (near.size() == 1) return {near.front(), is_sure_slip(near.front(), word)};
    if (!near.empty() || begun.size() != 1) return {};
    return {begun.front(), word.size() >= long_word};
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

} // namespace bilan::intake
