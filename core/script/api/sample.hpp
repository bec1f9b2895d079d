// SPDX-License-Identifier: MPL-2.0
//
// A value of a script as it was when a test looked at it, copied out of Lua so that it can be compared and shown in
// plain C++. Value type; one thread, that of the state it came from.
#pragma once

#include "base/language.hpp"
#include "script/api/objects.hpp"
#include "script/function_reference.hpp"
#include "script/value.hpp"

#include <map>
#include <optional>
#include <string>

namespace bilan::script {

/// `[2]` stands before `[10]`, and both before names.
struct KeyOrder {
    bool operator()(const std::string& left, const std::string& right) const
    {
        const auto rank = [](const std::string& key) { return key.front() == '[' ? key.size() : std::string::npos; };
        return rank(left) != rank(right) ? rank(left) < rank(right) : left < right;
    }
};

struct Sample {
    enum class Kind { nothing, boolean, number, text, state, figure, table, function, other };

    Kind kind = Kind::nothing;
    bool truth = false;
    double number = 0;
    std::optional<std::int64_t> whole; ///< tells apart whole numbers that are one double
    std::string text;                  ///< a text; the code of a state; the type of anything else
    std::shared_ptr<FigureObject> figure;
    std::map<std::string, Sample, KeyOrder> entries; ///< of a table, by `[2]` and `.benef`
    std::shared_ptr<FunctionReference> function;
    const void* identity = nullptr; ///< what Lua compares of all that is neither number nor text
};

/// The value as a test names it: `12`, `"Avenir"`, `nil`; a figure with its base, its unknowns and the cause.
[[nodiscard]] std::string shown(const Sample& sample, base::Language language);

/// A figure is worth its number, nothing when that is unknown; any other value is worth itself.
[[nodiscard]] Sample worth(const Sample& sample);

/// As `==` of Lua; states by their code.
[[nodiscard]] bool is_same(const Sample& left, const Sample& right);

/// Where two values part, all the way down through tables.
struct Difference {
    std::string path; ///< `[2].benef`; empty when it is the values themselves
    Sample wanted;
    Sample found;
};
[[nodiscard]] std::optional<Difference> first_difference(const Sample& wanted, const Sample& found);

template <>
struct Value<Sample> {
    static constexpr bool takes_rest = true; ///< a call as the last argument gives all its values
    static std::string name() { return "any"; }
    /// Refuses a table that holds itself or too much.
    static Sample read(lua_State* lua, int at, const Where& where);
};

} // namespace bilan::script
