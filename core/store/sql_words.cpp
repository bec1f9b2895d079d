// SPDX-License-Identifier: MPL-2.0
#include "store/sql_words.hpp"

#include "base/text.hpp"
#include "store/sql_aggregates.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace bilan::store {

namespace {

constexpr std::size_t most_names = 40;
constexpr std::size_t longest_line = 160;

std::string listed(const std::vector<std::string>& names)
{
    const std::size_t shown = std::min(names.size(), most_names);
    return base::join(std::span(names).first(shown), ", ") + (shown < names.size() ? ", …" : "");
}

std::string line_of(const std::string& sql, std::size_t at)
{
    const auto end = sql.begin() + static_cast<std::ptrdiff_t>(std::min(at, sql.size()));
    return std::to_string(1 + std::count(sql.begin(), end, '\n'));
}

std::optional<std::size_t> place_of(const std::string& sql, const std::string& name)
{
    for (const SqlToken& token : sql_tokens(sql))
        if (token.written == name || token.folded == name) return token.begin;
    const std::size_t at = sql.find(name);
    return at == std::string::npos ? std::nullopt : std::optional(at);
}

/// The line of the offset, of the name, or the first.
std::string line_for(const SqlComplaint& complaint, const std::string& name)
{
    if (complaint.offset >= 0) return line_of(complaint.sql, static_cast<std::size_t>(complaint.offset));
    return line_of(complaint.sql, place_of(complaint.sql, name).value_or(0));
}

/// The columns of the tables that the statement names; of all when it names none.
std::vector<std::string> columns_in(const std::string& sql, const std::vector<SqlTable>& tables)
{
    const std::vector<SqlToken> tokens = sql_tokens(sql);
    std::vector<std::string> columns;
    for (const bool is_all : {false, true}) {
        for (const SqlTable& table : tables) {
            const bool is_named = std::ranges::any_of(
                tokens, [&](const SqlToken& token) { return base::fold(token.folded) == base::fold(table.name); });
            if (!is_named && !is_all) continue;
            for (const std::string& name : table.rows.field_names())
                if (std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
        }
        if (!columns.empty()) break;
    }
    return columns;
}

base::Message unknown(const char* near_code, const char* code, const SqlComplaint& complaint, const std::string& name,
                      const std::vector<std::string>& known)
{
    const std::string line = line_for(complaint, name);
    if (const auto nearest = base::nearest(name, known)) return {near_code, {name, line, *nearest, listed(known)}};
    return {code, {name, line, listed(known)}};
}

/// A keyword with a slip in it, at the place or just before it: `FORM emploi`.
std::optional<std::pair<SqlToken, std::string>> misspelt_keyword(const SqlComplaint& complaint)
{
    static const std::vector<std::string> keywords = {"SELECT", "FROM",  "WHERE", "GROUP", "HAVING",  "ORDER",
                                                      "LIMIT",  "UNION", "JOIN",  "INNER", "BETWEEN", "DISTINCT"};
    const std::vector<SqlToken> tokens = sql_tokens(complaint.sql);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (complaint.offset < 0 || tokens[at].begin != static_cast<std::size_t>(complaint.offset)) continue;
        for (std::size_t back = 0; back <= std::min<std::size_t>(at, 2); ++back) {
            const SqlToken& token = tokens[at - back];
            if (token.kind != SqlToken::Kind::name || token.is_quoted || token.written.size() < 4) continue;
            const auto nearest = base::nearest(token.written, keywords);
            if (nearest && base::fold(*nearest) != token.folded) return std::pair(token, *nearest);
        }
    }
    return std::nullopt;
}

base::Message syntax(const SqlComplaint& complaint, const std::string& near)
{
    if (const auto slip = misspelt_keyword(complaint))
        return {"BIL-805", {slip->first.written, line_of(complaint.sql, slip->first.begin), slip->second}};
    return {"BIL-804", {near, line_for(complaint, near)}};
}

/// What stands behind the words with which the complaint begins.
std::optional<std::string> behind(const std::string& said, std::string_view words)
{
    if (!said.starts_with(words)) return std::nullopt;
    std::string name = said.substr(words.size());
    if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.erase(0, dot + 1); // of a table
    if (name.ends_with("()")) name.resize(name.size() - 2);
    return name;
}

/// What is said by how it begins, or what it holds, and names nothing.
struct Plain {
    std::string_view words;
    const char* code;
};

constexpr Plain plain[] = {
    {"GROUP BY clause is required", "BIL-813"},
    {"HAVING clause on a non-aggregate", "BIL-813"},
    {"BY term ", "BIL-814"},
    {"same number of result columns", "BIL-815"},
    {"sub-select returns", "BIL-816"},
    {"incomplete input", "BIL-806"},
    {"Expression tree is too large", "BIL-794"},
    {"too many ", "BIL-794"},
    {"parser stack overflow", "BIL-794"},
    {"too big", "BIL-794"},
    {"pattern too complex", "BIL-794"},
};

/// The source line, where SQLite's own words must do.
base::Message as_said(const SqlComplaint& complaint)
{
    const auto at =
        static_cast<std::size_t>(std::clamp<int>(complaint.offset, 0, static_cast<int>(complaint.sql.size())));
    const std::size_t begin = at == 0 ? 0 : complaint.sql.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(complaint.sql.find('\n', at), complaint.sql.size());
    return {"BIL-780",
            {line_of(complaint.sql, at), complaint.said,
             base::for_display(base::trim(complaint.sql.substr(begin, end - begin)), longest_line)}};
}

} // namespace

base::Message words_of(const SqlComplaint& complaint, const std::vector<SqlTable>& tables)
{
    const std::string& said = complaint.said;
    if (const auto name = behind(said, "no such column: "))
        return unknown("BIL-800", "BIL-801", complaint, *name, columns_in(complaint.sql, tables));
    if (const auto name = behind(said, "no such table: ")) {
        std::vector<std::string> names;
        names.reserve(tables.size());
        for (const SqlTable& table : tables) names.push_back(table.name);
        return unknown("BIL-802", "BIL-803", complaint, *name, names);
    }
    if (said.starts_with("near \"") && said.ends_with("\": syntax error"))
        return syntax(complaint, said.substr(6, said.size() - 6 - std::string_view("\": syntax error").size()));
    struct Naming {
        std::string_view words;
        const char* code;
    };
    for (const auto& [words, code] :
         {Naming{"ambiguous column name: ", "BIL-808"}, Naming{"misuse of aggregate: ", "BIL-809"},
          Naming{"misuse of aggregate function ", "BIL-809"}, Naming{"no such function: ", "BIL-810"},
          Naming{"wrong number of arguments to function ", "BIL-811"}})
        if (const auto name = behind(said, words)) return {code, {*name, line_for(complaint, *name)}};
    if (const auto token = behind(said, "unrecognized token: \"")) {
        const std::string sign = token->substr(0, token->size() - 1);
        return {"BIL-807", {base::for_display(sign, most_names), line_for(complaint, sign)}};
    }
    for (const Plain& each : plain)
        if (said.find(each.words) != std::string::npos) {
            const bool is_end = each.code == std::string_view("BIL-806");
            return {each.code, {is_end ? line_of(complaint.sql, complaint.sql.size()) : line_for(complaint, said)}};
        }
    return as_said(complaint);
}

std::optional<base::Message> arbitrary_words(const std::string& sql, const std::vector<SqlTable>& tables)
{
    std::set<std::string> columns;
    for (const SqlTable& table : tables)
        for (const std::string& name : table.rows.field_names()) columns.insert(name);
    const auto column = arbitrary_column(sql_tokens(sql), std::move(columns));
    if (!column) return std::nullopt;
    return base::Message{"BIL-812", {column->written, line_of(sql, column->begin)}};
}

} // namespace bilan::store
