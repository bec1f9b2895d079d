// SPDX-License-Identifier: MPL-2.0
#include "script/api/row_comparisons.hpp"

#include "script/api/check.hpp"
#include "script/api/session.hpp"
#include "script/lua_tokens.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace bilan::script {

namespace {

/// Where a function stands, and what it calls the row.
struct RowFunction {
    std::string file;
    int first_line = 0;
    int last_line = 0;
    std::string row;
};

RowFunction described(State& state, const FunctionReference& function)
{
    RowFunction found;
    state.protect([&](lua_State* lua) {
        lua_Debug record;
        function.push(lua);
        if (const char* const name = lua_getlocal(lua, nullptr, 1); name != nullptr) found.row = name;
        lua_getinfo(lua, ">S", &record);
        if (record.source[0] != '@') return;
        found.file = record.source + 1;
        found.first_line = record.linedefined;
        found.last_line = record.lastlinedefined;
    });
    return found;
}

struct Word {
    std::string_view text;
    TokenKind kind = TokenKind::other;
    int line = 0;
};

std::vector<Word> words_of(std::string_view code, const RowFunction& function)
{
    std::vector<Word> words;
    int line = 1;
    std::size_t counted = 0;
    for (auto token = next_token(code, 0); token; token = next_token(code, token->end)) {
        line += static_cast<int>(std::ranges::count(code.substr(counted, token->begin - counted), '\n'));
        counted = token->begin;
        if (line > function.last_line) break;
        if (line < function.first_line || token->kind == TokenKind::comment) continue;
        const bool is_text = token->kind == TokenKind::text;
        words.push_back(
            {is_text ? token->inside : code.substr(token->begin, token->end - token->begin), token->kind, line});
    }
    return words;
}

/// `row.field` at `at`.
std::optional<std::string> field_at(const std::vector<Word>& words, std::size_t at, const std::string& row)
{
    if (at + 2 >= words.size() || words[at].text != row || words[at + 1].text != ".") return std::nullopt;
    const bool is_behind = at > 0 && (words[at - 1].text == "." || words[at - 1].text == ":");
    return is_behind ? std::nullopt : std::optional(std::string(words[at + 2].text));
}

/// `==` or `~=` at `at`.
bool is_comparison(const std::vector<Word>& words, std::size_t at)
{
    return at + 1 < words.size() && (words[at].text == "=" || words[at].text == "~") && words[at + 1].text == "=";
}

/// What the field is set against: behind `row.field ==`, or before it.
std::optional<Word> other_side(const std::vector<Word>& words, std::size_t at)
{
    if (is_comparison(words, at + 3) && at + 5 < words.size()) return words[at + 5];
    if (at >= 3 && is_comparison(words, at - 2)) return words[at - 3];
    return std::nullopt;
}

bool is_number(const Word& word)
{
    return word.kind == TokenKind::word && word.text[0] >= '0' && word.text[0] <= '9';
}

} // namespace

void check_row_comparisons(const QueryObject& query, const FunctionReference& function)
{
    State& state = query.session->state;
    const RowFunction found = described(state, function);
    const auto source = state.sources().find(found.file);
    if (found.row.empty() || source == state.sources().end()) return;
    const std::vector<Word> words = words_of(source->second.text, found);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto field = field_at(words, at, found.row);
        const auto other = field ? other_side(words, at) : std::nullopt;
        const auto type = other && query.query().has_field(*field) ? type_of(query.query(), *field) : std::nullopt;
        if (!type || *type == data::FieldType::boolean || *type == data::FieldType::choices) continue;
        const bool is_text = other->kind == TokenKind::text;
        if (data::is_numeric(*type) && is_text)
            throw ScriptError({{"BIL-660", {*field, std::string(other->text)}}, *field, found.file, other->line, {}},
                              state.sources());
        if (!data::is_numeric(*type) && is_number(*other))
            throw ScriptError({{"BIL-661", {*field}}, *field, found.file, other->line, {}}, state.sources());
    }
}

} // namespace bilan::script
