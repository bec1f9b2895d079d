// SPDX-License-Identifier: MPL-2.0
#include "script/api/row_comparisons.hpp"

#include "base/number.hpp"
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

/// How many words of `==`, `~=`, `<=`, `>=`, `<` or `>` begin at `at`; 0 where none does.
std::size_t comparison_at(const std::vector<Word>& words, std::size_t at)
{
    const auto is = [&](std::size_t place, std::string_view sign) {
        return place < words.size() && words[place].kind == TokenKind::other && words[place].text == sign;
    };
    const bool is_order = is(at, "<") || is(at, ">");
    if ((is_order || is(at, "=") || is(at, "~")) && is(at + 1, "=")) return 2;
    const bool is_shift = is(at + 1, "<") || is(at + 1, ">") || (at > 0 && (is(at - 1, "<") || is(at - 1, ">")));
    return is_order && !is_shift ? 1 : 0;
}

struct OtherSide {
    Word word;
    bool is_equality = false; ///< `==` or `~=`
};

/// What the field is set against: behind `row.field ==`, or before it.
std::optional<OtherSide> other_side(const std::vector<Word>& words, std::size_t at)
{
    const auto is_equality = [&](std::size_t sign) { return words[sign].text == "=" || words[sign].text == "~"; };
    if (const std::size_t length = comparison_at(words, at + 3); length > 0 && at + 3 + length < words.size())
        return OtherSide{words[at + 3 + length], is_equality(at + 3)};
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}})
        if (at > length && comparison_at(words, at - length) == length)
            return OtherSide{words[at - length - 1], is_equality(at - length)};
    return std::nullopt;
}

bool is_number(const Word& word)
{
    return word.kind == TokenKind::word && word.text[0] >= '0' && word.text[0] <= '9';
}

/// What is wrong with a field of that type and that other side; nothing in most cases.
std::optional<base::Message> wrong(const std::string& row, const std::string& field, data::FieldType type,
                                   const OtherSide& other)
{
    const std::string shown(other.word.text);
    const bool is_text = other.word.kind == TokenKind::text;
    if (type == data::FieldType::choices) {
        const std::string list = row + '.' + field;
        return is_text ? std::optional(base::Message{"BIL-070", {list, field}}) : std::nullopt;
    }
    if (type == data::FieldType::date) {
        if (is_text) return base::Message{"BIL-497", {field, shown, written_date(shown)}};
        const auto number = is_number(other.word) ? base::parse_number(shown) : std::nullopt;
        if (number && is_year(*number)) return base::Message{"BIL-497", {field, shown, written_date(shown + "-01-01")}};
        return std::nullopt;
    }
    if (!other.is_equality) return std::nullopt; // Lua itself refuses to order a number and a text
    if (data::is_numeric(type) && is_text) {
        if (base::parse_number(shown)) return base::Message{"BIL-660", {field, shown}};
        return base::Message{"BIL-693", {field + " = '" + shown + '\''}};
    }
    if (!data::is_numeric(type) && is_number(other.word)) return base::Message{"BIL-661", {field}};
    return std::nullopt;
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
        if (!type || *type == data::FieldType::boolean) continue;
        if (auto message = wrong(found.row, *field, *type, *other))
            throw ScriptError({*std::move(message), *field, found.file, other->word.line, {}}, state.sources());
    }
}

} // namespace bilan::script
