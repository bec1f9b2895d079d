// SPDX-License-Identifier: MPL-2.0
//
// Which columns of a statement are averages: what a script adds up afterwards would mean nothing.
#include "store/sql_select.hpp"
#include "store/sql_tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace bilan::store {

namespace {

class Items {
public:
    explicit Items(const std::string& sql) : sql_(sql), tokens_(sql_tokens(sql))
    {
        int depth = 0;
        for (const SqlToken& token : tokens_) { // a bracket stands on the outer level
            if (token.written == ")") --depth;
            depths_.push_back(depth);
            if (token.written == "(") ++depth;
        }
    }

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] bool calls_average(std::size_t at) const
    {
        return is_word(at, "avg") && at + 1 < size() && tokens_[at + 1].written == "(";
    }
    /// The column that what stands at `at` is a part of; nothing when it is part of none, as in HAVING.
    [[nodiscard]] std::optional<std::string> column_of(std::size_t at) const
    {
        const std::optional<int> level = level_of_select(at);
        if (!level) return std::nullopt;
        std::size_t first = at;
        while (!begins_item(first - 1, *level)) // the SELECT that was found ends it
            if (ends_list(--first, *level)) return std::nullopt;
        std::size_t end = at;
        while (end < size() && depths_[end] >= *level && !ends_item(end, *level)) ++end;
        const std::size_t last = end - 1;
        if (last > at && is_alias(last)) return unquoted(tokens_[last].written);
        return sql_.substr(tokens_[first].begin,
                           tokens_[last].begin + tokens_[last].written.size() - tokens_[first].begin);
    }

private:
    [[nodiscard]] bool is_word(std::size_t at, std::string_view word) const
    {
        return tokens_[at].kind == SqlToken::Kind::name && !tokens_[at].is_quoted && tokens_[at].folded == word;
    }
    /// How deep in brackets the SELECT stands that the token belongs to.
    [[nodiscard]] std::optional<int> level_of_select(std::size_t at) const
    {
        int level = depths_[at];
        while (at-- > 0) {
            level = std::min(level, depths_[at]);
            if (depths_[at] == level && is_word(at, "select")) return level;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool begins_item(std::size_t at, int level) const
    {
        return depths_[at] == level &&
               (tokens_[at].written == "," || is_word(at, "select") || is_word(at, "distinct") || is_word(at, "all"));
    }
    [[nodiscard]] bool ends_list(std::size_t at, int level) const
    {
        static constexpr std::array<std::string_view, 6> words{"from", "where", "group", "having", "order", "limit"};
        return depths_[at] == level &&
               std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(at, word); });
    }
    [[nodiscard]] bool ends_item(std::size_t at, int level) const
    {
        return ends_list(at, level) ||
               (depths_[at] == level && (tokens_[at].written == "," || tokens_[at].written == ";"));
    }
    /// `AS moyenne`, or the name alone behind a value: not that of a column behind an operator.
    [[nodiscard]] bool is_alias(std::size_t at) const
    {
        const SqlToken& before = tokens_[at - 1];
        const bool is_behind_value = before.kind != SqlToken::Kind::sign || before.written == ")";
        return tokens_[at].kind == SqlToken::Kind::name && is_behind_value;
    }
    static std::string unquoted(const std::string& name)
    {
        const bool is_quoted = name.size() > 1 && (name.front() == '"' || name.front() == '`' || name.front() == '[');
        return is_quoted ? name.substr(1, name.size() - 2) : name;
    }

    const std::string& sql_;
    std::vector<SqlToken> tokens_;
    std::vector<int> depths_;
};

} // namespace

std::set<std::string> averages_in(const std::string& sql)
{
    const Items items(sql);
    std::set<std::string> columns;
    for (std::size_t at = 0; at < items.size(); ++at)
        if (items.calls_average(at))
            if (auto column = items.column_of(at)) columns.insert(std::move(*column));
    return columns;
}

} // namespace bilan::store
