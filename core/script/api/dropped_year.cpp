// SPDX-License-Identifier: MPL-2.0
#include "script/api/dropped_year.hpp"

#include "script/bind.hpp"
#include "script/lua_tokens.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace bilan::script {

namespace {

/// A table that is written, as far as it was read.
struct OpenTable {
    std::vector<std::string> keys; ///< but for that of the year
    std::string year;              ///< the key whose value is `run.year`
};

/// Reads the tables that begin in one line, words first to last.
class WrittenTables {
public:
    explicit WrittenTables(const std::vector<std::string>& keys) : keys_(keys) {}

    [[nodiscard]] bool is_inside() const { return !open_.empty(); }
    /// The dropped key, once a table with these keys is closed.
    std::optional<std::string> take(std::string_view word)
    {
        std::optional<std::string> dropped;
        const bool is_end = word == "}" || word == "," || word == ";";
        if (is_end && ends_with_year() && !open_.empty() && !open_.back().keys.empty()) {
            open_.back().year = open_.back().keys.back();
            open_.back().keys.pop_back();
        }
        if (word == "{") {
            open_.emplace_back();
        } else if (word == "}" && !open_.empty()) {
            std::ranges::sort(open_.back().keys);
            if (!open_.back().year.empty() && open_.back().keys == keys_) dropped = open_.back().year;
            open_.pop_back();
        } else if (word == "=" && words_.size() > 1 && !open_.empty()) {
            const std::string_view before = words_[words_.size() - 2];
            if (before == "{" || before == "," || before == ";") open_.back().keys.emplace_back(words_.back());
        }
        words_.push_back(word);
        return dropped;
    }

private:
    [[nodiscard]] bool ends_with_year() const
    {
        const std::size_t size = words_.size();
        return size > 4 && words_[size - 4] == "=" && words_[size - 3] == "run" && words_[size - 2] == "." &&
               words_[size - 1] == "year";
    }

    const std::vector<std::string>& keys_;
    std::vector<OpenTable> open_;
    std::vector<std::string_view> words_;
};

std::size_t begin_of_line(std::string_view text, int line)
{
    std::size_t at = 0;
    for (int passed = 1; passed < line && at != std::string_view::npos; ++passed) {
        at = text.find('\n', at);
        if (at != std::string_view::npos) ++at;
    }
    return std::min(at, text.size());
}

} // namespace

void refuse_dropped_year(lua_State* lua, const std::vector<std::string>& keys)
{
    const Caller caller = trampoline::caller_of(lua);
    if (!caller.state.lacks_year()) return;
    const auto source = caller.state.sources().find(caller.file);
    if (source == caller.state.sources().end()) return;
    const std::string_view text = source->second.text;
    const std::size_t begin = begin_of_line(text, caller.line);
    const std::size_t end = text.find('\n', begin);
    WrittenTables tables(keys);
    for (auto token = next_token(text, begin); token; token = next_token(text, token->end)) {
        if (token->begin >= end && !tables.is_inside()) return;
        if (token->kind == TokenKind::comment) continue;
        if (const auto field = tables.take(text.substr(token->begin, token->end - token->begin)))
            throw Mistake("BIL-838", {*field}, *field);
    }
}

} // namespace bilan::script
