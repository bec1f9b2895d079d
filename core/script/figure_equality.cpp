// SPDX-License-Identifier: MPL-2.0
#include "script/figure_equality.hpp"

#include "base/text.hpp"
#include "script/lua_code.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace bilan::script {

namespace {

using Names = std::set<std::string, std::less<>>;

template <std::size_t size>
bool is_among(std::string_view word, const std::array<std::string_view, size>& words)
{
    return std::ranges::find(words, word) != words.end();
}

bool begins_with_digit(std::string_view word)
{
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

/// What the text shows of figures and groups.
class Reader {
public:
    explicit Reader(std::string_view text) : code_(text)
    {
        for (const std::string& name : bound_names(code_)) ++bound_[name];
        for (std::size_t at = 0; at + 1 < code_.size(); ++at)
            if (code_.is_word(at) && code_.is(at + 1, "=") && !is_equality(at + 1) && !is_member(at))
                ++assigned_[code_.word(at)];
        take_measures();
        for (std::size_t at = 0; at < code_.size(); ++at)
            if (code_.is(at, "local") && code_.is(at + 2, "=") && is_bound_once(code_.word(at + 1))) take_local(at + 1);
        for (std::size_t at = 0; at < code_.size(); ++at)
            if (code_.is(at, "in")) take_loop(at);
    }

    [[nodiscard]] std::optional<FieldLogic> read() const
    {
        for (std::size_t at = 0; at < code_.size(); ++at) {
            if (!begins_chain(at)) continue;
            const std::size_t end = code_.behind(at);
            if (!is_figure(at, end)) continue;
            if (is_equality(end) && behind_plain(end + 2)) return mistake(at, end, end, end + 2);
            if (const auto first = plain_before(at)) return mistake(at, end, at - 2, *first);
        }
        return std::nullopt;
    }

private:
    using Times = std::map<std::string, std::size_t, std::less<>>;

    static std::size_t times(const Times& names, const std::string& name)
    {
        const auto found = names.find(name);
        return found == names.end() ? 0 : found->second;
    }

    [[nodiscard]] bool is_bound_once(const std::string& name) const
    {
        return times(bound_, name) == 1 && times(assigned_, name) == 1;
    }

    /// A key of a table or the end of a chain, and no variable.
    [[nodiscard]] bool is_member(std::size_t at) const
    {
        return at > 0 && (code_.is(at - 1, ".") || code_.is(at - 1, "{") || code_.is(at - 1, ","));
    }

    [[nodiscard]] bool is_equality(std::size_t at) const
    {
        return (code_.is(at, "=") || code_.is(at, "~")) && code_.is(at + 1, "=");
    }

    [[nodiscard]] bool begins_chain(std::size_t at) const
    {
        return code_.is_word(at) && !begins_with_digit(code_.word(at)) &&
               (at == 0 || (!code_.is(at - 1, ".") && !code_.is(at - 1, ":")));
    }

    /// Behind a number or a text that begins here: `12`, `-0.5`, `"12"`; nothing when none does.
    [[nodiscard]] std::optional<std::size_t> behind_plain(std::size_t at) const
    {
        if (code_.is_text(at)) return at + 1;
        if (code_.is(at, "-")) ++at;
        if (!code_.is_word(at) || !begins_with_digit(code_.word(at))) return std::nullopt;
        return code_.is(at + 1, ".") && code_.is_word(at + 2) ? at + 3 : at + 1;
    }

    /// Where the number or text begins that `at` is compared with: `12 == figure`.
    [[nodiscard]] std::optional<std::size_t> plain_before(std::size_t at) const
    {
        constexpr std::size_t longest = 4; // `-0.5`
        if (at < 3 || !is_equality(at - 2)) return std::nullopt;
        for (std::size_t first = at - 2 - std::min(at - 2, longest); first < at - 2; ++first)
            if (behind_plain(first) == at - 2) return first;
        return std::nullopt;
    }

    /// The last name of a chain, behind a dot or a colon; where it stands, or the end of the chain for none.
    [[nodiscard]] std::size_t last_name(std::size_t at, std::size_t end) const
    {
        std::size_t found = end;
        for (std::size_t next = at + 1; next < end;) {
            if (code_.is(next, ".") || code_.is(next, ":")) {
                found = next + 1;
                next += 2;
            } else {
                next = code_.is_text(next) ? next + 1 : code_.behind_brackets(next);
            }
        }
        return found;
    }

    [[nodiscard]] bool is_figure(std::size_t at, std::size_t end) const
    {
        static constexpr std::array<std::string_view, 7> calls = {
            "figure", "indicator", "row_total", "column_total", "with_unit", "with_decimals", "given"};
        if (end == at + 1) return figures_.contains(code_.word(at));
        const std::size_t name = last_name(at, end);
        if (name == end) return false;
        const std::string word = code_.word(name);
        if (end > name + 1) return is_among(word, calls) && !code_.is(name + 1, "["); // called, and nothing behind
        if (!code_.is(name - 1, ".") || !measures_.contains(word)) return false;
        const bool is_row = end == at + 3 && rows_.contains(code_.word(at));
        const bool is_item =
            groups_.contains(code_.word(at)) && code_.is(at + 1, "[") && code_.behind_brackets(at + 1) == name - 1;
        return is_row || is_item;
    }

    /// True for what gives groups: `rows:group { … }`, `groups:sorted "benef"`.
    [[nodiscard]] bool are_groups(std::size_t at, std::size_t end) const
    {
        static constexpr std::array<std::string_view, 3> made = {"group", "pivot", "compare"};
        static constexpr std::array<std::string_view, 9> kept = {"group", "pivot", "compare", "sorted", "rank",
                                                                 "share", "head",  "join",    "rows"};
        if (end == at + 1) return groups_.contains(code_.word(at));
        const std::size_t last = last_name(at, end);
        if (last == end || end == last + 1 || !is_among(code_.word(last), kept)) return false;
        bool is_made = groups_.contains(code_.word(at));
        for (std::size_t name = at + 1; name < end; ++name)
            is_made |= code_.is(name - 1, ":") && is_among(code_.word(name), made);
        return is_made;
    }

    void take_local(std::size_t at)
    {
        const std::size_t begin = at + 2;
        if (!begins_chain(begin)) return;
        const std::size_t end = code_.behind(begin);
        const bool is_whole = end >= code_.size() || code_.is(end, ";") ||
                              (code_.is_word(end) && !code_.is(end, "and") && !code_.is(end, "or"));
        if (!is_whole) return;
        const std::string name = code_.word(at);
        if (is_figure(begin, end))
            figures_.insert(name);
        else if (are_groups(begin, end))
            groups_.insert(name);
        else if (groups_.contains(code_.word(begin)) && code_.is(begin + 1, "[") &&
                 code_.behind_brackets(begin + 1) == end)
            rows_.insert(name);
    }

    /// `for _, row in ipairs(groups)`.
    void take_loop(std::size_t in)
    {
        if (in < 2 || !code_.is(in + 1, "ipairs") || !code_.is(in + 2, "(") || !begins_chain(in + 3)) return;
        const std::string name = code_.word(in - 1);
        const std::size_t end = code_.behind(in + 3);
        if (code_.is(end, ")") && are_groups(in + 3, end) && times(bound_, name) == 1) rows_.insert(name);
    }

    /// Names of measures, `{ "benef", bilan.sum(…) }`, that no grouping has as a key.
    void take_measures()
    {
        Names keys;
        for (std::size_t at = 0; at + 3 < code_.size(); ++at) {
            const bool is_measure = code_.is(at, "{") && code_.is_text(at + 1) && code_.is(at + 2, ",") &&
                                    ((code_.is(at + 3, "bilan") && code_.is(at + 4, ".")) ||
                                     (code_.is(at + 3, "run") && code_.is(at + 5, "measure")));
            if (is_measure) measures_.insert(code_.word(at + 1));
            if (!(code_.is(at, "by") || code_.is(at, "rows")) || !code_.is(at + 1, "=")) continue;
            const std::size_t end = code_.is(at + 2, "{") ? code_.behind_brackets(at + 2) : at + 3;
            for (std::size_t key = at + 2; key < end && key < code_.size(); ++key)
                if (code_.is_text(key)) keys.insert(code_.word(key));
        }
        for (const std::string& key : keys) measures_.erase(key);
    }

    /// `plain`: where the number or text begins.
    [[nodiscard]] FieldLogic mistake(std::size_t at, std::size_t end, std::size_t sign, std::size_t plain) const
    {
        constexpr std::size_t longest = 50;
        std::string shown = code_.between(at, end);
        const bool is_long = base::length(shown) > longest || shown.find('\n') != std::string::npos;
        if (is_long) shown = "…:" + code_.word(last_name(at, end)) + "(…)";
        const std::string value = code_.between(plain, behind_plain(plain).value_or(plain + 1));
        const std::string equality = code_.between(sign, sign + 2);
        return {Mistake("BIL-195", {shown, equality, value}, is_long ? code_.word(last_name(at, end)) : shown),
                code_.line(at)};
    }

    LuaCode code_;
    Times bound_;    ///< how often
    Times assigned_; ///< how often, the first time counted
    Names measures_; ///< of rows of groups
    Names figures_;  ///< names bound to a figure
    Names groups_;   ///< names bound to groups
    Names rows_;     ///< names bound to the row of a group
};

} // namespace

std::optional<FieldLogic> figure_equality(std::string_view code)
{
    return Reader(code).read();
}

} // namespace bilan::script
