// SPDX-License-Identifier: MPL-2.0
//
// Reads a table of options strictly: each key has a type, and a key that nobody asked for is refused with the list of
// valid ones. Metamethods of the table are not asked. Lives on the C++ stack while the table is on Lua's.
#pragma once

#include "script/value.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

class TableReader {
public:
    /// Throws Mistake when there is no table at `at`. `type`: whose record of keys says which may be there
    /// (`bilan.GroupOptions`); without one, those that were asked for.
    TableReader(lua_State* lua, int at, const Where& where, std::string type);

    [[nodiscard]] bool has(std::string_view key);
    template <class T>
    [[nodiscard]] std::optional<T> optional(std::string_view key)
    {
        push(key);
        const Where where(where_, key);
        std::optional<T> value = Value<std::optional<T>>::read(lua_, lua_gettop(lua_), where);
        lua_pop(lua_, 1);
        return value;
    }
    template <class T>
    [[nodiscard]] T otherwise(std::string_view key, T value)
    {
        std::optional<T> given = optional<T>(key);
        return given ? std::move(*given) : std::move(value);
    }
    template <class T>
    [[nodiscard]] T required(std::string_view key)
    {
        std::optional<T> given = optional<T>(key);
        if (!given) miss(key, Value<T>::name());
        return std::move(*given);
    }
    /// One of `words`; its index.
    [[nodiscard]] std::size_t word(std::string_view key, const std::vector<std::string>& words, std::size_t otherwise);
    /// Leaves the value of `key` at the top of the stack.
    void push(std::string_view key);
    /// Refuses every key that was not asked for.
    void finish();

    [[nodiscard]] const Where& where() const { return where_; }
    [[nodiscard]] lua_State* lua() const { return lua_; }
    [[noreturn]] void miss(std::string_view key, std::string_view type) const;

private:
    /// Every key that the table may have, for messages.
    [[nodiscard]] std::vector<std::string> possible_keys() const;

    lua_State* lua_;
    int at_;
    const Where& where_;
    std::string type_;
    std::vector<std::string> asked_;
};

/// The index of `word` among `words`; else a Mistake with the nearest and all.
[[nodiscard]] std::size_t choice_of(const std::string& word, const std::vector<std::string>& words, const Where& where);

} // namespace bilan::script
