// SPDX-License-Identifier: MPL-2.0
#include "script/domain/twice.hpp"

#include "base/text.hpp"
#include "script/lua_tokens.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::script {

namespace {

[[noreturn]] void refuse(const char* code, const std::string& what, const std::string& id, const std::string& first,
                         const std::string& second)
{
    Mistake mistake(code, {what, id, first, second}, what);
    mistake.set_near('"' + second + '"');
    throw mistake;
}

/// Code without its comments.
std::vector<Token> tokens_of(std::string_view text)
{
    std::vector<Token> tokens;
    for (auto token = next_token(text, 0); token; token = next_token(text, token->end))
        if (token->kind != TokenKind::comment) tokens.push_back(*token);
    return tokens;
}

/// `key = "id"` at `at`.
bool gives(const std::vector<Token>& tokens, std::size_t at, std::string_view key, std::string_view id)
{
    return at + 2 < tokens.size() && tokens[at].inside == key && tokens[at].kind == TokenKind::word &&
           tokens[at + 1].inside == "=" && tokens[at + 2].kind == TokenKind::text && tokens[at + 2].inside == id;
}

/// Where the items of the list that opens at `at` have this id.
std::vector<std::size_t> places_in_list(const std::vector<Token>& tokens, std::size_t at, std::string_view id)
{
    std::vector<std::size_t> places;
    int depth = 0;
    for (; at < tokens.size(); ++at) {
        if (tokens[at].kind == TokenKind::other && tokens[at].inside == "{") ++depth;
        if (tokens[at].kind == TokenKind::other && tokens[at].inside == "}" && --depth == 0) return places;
        if (depth == 2 && gives(tokens, at, "id", id)) places.push_back(tokens[at].begin);
    }
    return places;
}

int line_at(std::string_view text, std::size_t at)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
}

} // namespace

IdTwice::Located IdTwice::in(std::string_view text, int from_line) const
{
    const std::vector<Token> tokens = tokens_of(text);
    bool is_behind_owner = owner_.empty();
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        is_behind_owner = is_behind_owner || gives(tokens, at, "id", owner_);
        const bool opens = tokens[at].inside == list_ && tokens[at + 1].inside == "=" && tokens[at + 2].inside == "{";
        if (!opens || !is_behind_owner || line_at(text, tokens[at].begin) < from_line) continue;
        const std::vector<std::size_t> places = places_in_list(tokens, at + 2, subject());
        if (places.size() < 2) continue;
        std::vector<std::string> arguments = message().arguments;
        arguments.push_back(std::to_string(line_at(text, places[0])));
        if (message().code == "BIL-019") return {message(), line_at(text, places[1])};
        return {{message().code == "BIL-891" ? "BIL-415" : "BIL-416", std::move(arguments)}, line_at(text, places[1])};
    }
    return {message(), 0};
}

void refuse_terms_that_stand_twice(const data::Vocabulary& vocabulary)
{
    std::set<std::string> ids;
    std::map<std::string, std::string> owners; // by spelling, folded
    for (const data::Term& term : vocabulary.terms) {
        if (!ids.insert(term.id).second)
            throw IdTwice(Mistake("BIL-891", {term.id, vocabulary.id}, term.id), vocabulary.id, "terms");
        std::vector<std::string> spellings = term.spellings;
        spellings.insert(spellings.end(), {term.id, term.label.french});
        for (const std::string& spelling : spellings) {
            const auto [owner, is_new] = owners.emplace(base::fold(spelling), term.id);
            if (!is_new && owner->second != term.id) refuse("BIL-892", spelling, vocabulary.id, owner->second, term.id);
        }
    }
}

void refuse_headers_that_stand_twice(const data::Schema& schema)
{
    std::map<std::string, std::string> owners;
    for (const data::Field& field : schema.fields)
        for (const std::string& header : field.headers) {
            const auto [owner, is_new] = owners.emplace(base::fold(header), field.id);
            if (!is_new && owner->second != field.id) refuse("BIL-893", header, schema.id, owner->second, field.id);
        }
}

} // namespace bilan::script
