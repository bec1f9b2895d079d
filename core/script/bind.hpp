// SPDX-License-Identifier: MPL-2.0
//
// One C++ function becomes one Lua function, with its words. The trampoline reads, runs and answers: Lua is called only
// in the first and the last phase, a catch-all stands only around the middle one, and a Lua error is raised only when
// no C++ exception is alive. Bound functions never see the Lua state. One thread: that of the state.
#pragma once

#include "script/raise.hpp"
#include "script/record.hpp"
#include "script/value.hpp"

#include <array>
#include <limits>
#include <span>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace bilan::script {

class State;

/// A first parameter of this type is filled by the trampoline, not by the script.
struct Caller {
    State& state;
    std::string file;
    int line = 0;
};

struct ParameterWords {
    const char* name;
    const char* sentence;
};

namespace trampoline {

[[nodiscard]] Caller caller_of(lua_State* lua);
[[nodiscard]] const FunctionRecord& record_of(lua_State* lua);
/// Too many arguments, or a method called with a dot.
void check_call(lua_State* lua, const FunctionRecord& record, std::size_t parameters);

template <class T>
inline constexpr bool is_caller = std::is_same_v<std::decay_t<T>, Caller>;

template <class T>
std::decay_t<T> read_one(lua_State* lua, int& at, const FunctionRecord& record, const Where& function)
{
    if constexpr (is_caller<T>)
        return caller_of(lua);
    else {
        const std::size_t self = record.role == Role::function ? 0 : 1;
        const auto index = static_cast<std::size_t>(at) - 1;
        const bool is_described = index >= self && index - self < record.parameters.size();
        const Where where(function, is_described ? std::string_view(record.parameters[index - self].name) : "self");
        return Value<std::decay_t<T>>::read(lua, at++, where);
    }
}

template <class T, class = void>
struct IsOptional : std::false_type {
};
template <class T>
struct IsOptional<T, std::void_t<decltype(Value<T>::is_optional)>> : std::true_type {
};

/// A last parameter that stands for whatever is given from there on: `expect(text:find "a")` gets two values.
template <class T, class = void>
struct TakesRest : std::false_type {
};
template <class T>
struct TakesRest<T, std::void_t<decltype(Value<T>::takes_rest)>> : std::true_type {
};

} // namespace trampoline

template <auto F>
struct Bound;

template <class R, class... A, R (*F)(A...)>
struct Bound<F> {
    static constexpr std::size_t most_arguments = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t parameters = (std::size_t{0} + ... + (trampoline::is_caller<A> ? 0U : 1U));
    using Answer = std::conditional_t<std::is_void_v<R>, std::monostate, R>;

    static int call(lua_State* lua)
    {
        const FunctionRecord& record = trampoline::record_of(lua);
        const std::string spoken = record.spoken();
        return border(lua, spoken, [&] { return read_run_answer(lua, record, Where(spoken)); });
    }

    static std::string result_type()
    {
        if constexpr (std::is_void_v<R>)
            return {};
        else
            return Value<R>::name() + (trampoline::IsOptional<R>::value ? "?" : "");
    }

    static std::vector<ParameterRecord> described(std::span<const ParameterWords> words, bool has_self)
    {
        std::vector<ParameterRecord> all;
        (describe<A>(all), ...);
        if (has_self) all.erase(all.begin());
        for (std::size_t index = 0; index < all.size(); ++index) {
            all[index].name = words[index].name;
            all[index].sentence = words[index].sentence;
        }
        return all;
    }

private:
    static int read_run_answer(lua_State* lua, const FunctionRecord& record, const Where& where)
    {
        constexpr bool takes_rest = (false || ... || trampoline::TakesRest<std::decay_t<A>>::value);
        trampoline::check_call(lua, record, takes_rest ? most_arguments : parameters);
        [[maybe_unused]] int at = 1;
        std::tuple<std::decay_t<A>...> arguments{trampoline::read_one<A>(lua, at, record, where)...};
        Answer answer = run(arguments);
        if constexpr (std::is_void_v<R>)
            return 0;
        else {
            Value<R>::push(lua, std::move(answer));
            return 1;
        }
    }

    /// Pure C++: no Lua error can pass here, so that a catch-all cannot swallow one.
    static Answer run(std::tuple<std::decay_t<A>...>& arguments)
    {
        try {
            if constexpr (std::is_void_v<R>) {
                std::apply([](auto&... each) { F(static_cast<A&&>(each)...); }, arguments);
                return {};
            } else
                return std::apply([](auto&... each) { return F(static_cast<A&&>(each)...); }, arguments);
        } catch (const std::exception&) {
            throw;
        } catch (...) {
            throw std::runtime_error("unknown C++ exception");
        }
    }

    template <class T>
    static void describe(std::vector<ParameterRecord>& all)
    {
        if constexpr (!trampoline::is_caller<T>) {
            using V = std::decay_t<T>;
            all.push_back({{}, Value<V>::name(), trampoline::IsOptional<V>::value, {}});
        }
    }
};

template <auto F>
[[nodiscard]] FunctionRecord bound(Role role, const char* name, const char* sentence,
                                   std::span<const ParameterWords> words)
{
    return {{},   name,           sentence, Bound<F>::described(words, role != Role::function), Bound<F>::result_type(),
            role, &Bound<F>::call};
}

/// A function without parameters.
template <auto F>
[[nodiscard]] FunctionRecord bind(const char* name, const char* sentence)
{
    static_assert(Bound<F>::parameters == 0, "describe each parameter");
    return bound<F>(Role::function, name, sentence, {});
}
template <auto F, std::size_t N>
[[nodiscard]] FunctionRecord bind(const char* name, const char* sentence, const ParameterWords (&words)[N])
{
    static_assert(Bound<F>::parameters == N, "one description for each parameter");
    return bound<F>(Role::function, name, sentence, words);
}
/// A method; its first parameter is the object and is not described.
template <auto F>
[[nodiscard]] FunctionRecord method(const char* name, const char* sentence)
{
    static_assert(Bound<F>::parameters == 1, "describe each parameter but the object");
    return bound<F>(Role::method, name, sentence, {});
}
template <auto F, std::size_t N>
[[nodiscard]] FunctionRecord method(const char* name, const char* sentence, const ParameterWords (&words)[N])
{
    static_assert(Bound<F>::parameters == N + 1, "one description for each parameter but the object");
    return bound<F>(Role::method, name, sentence, words);
}
template <auto F>
[[nodiscard]] FunctionRecord property(const char* name, const char* sentence)
{
    static_assert(Bound<F>::parameters == 1, "a property takes the object alone");
    return bound<F>(Role::property, name, sentence, {});
}
/// `__add` and its like: Lua decides what stands on which side, so the parameters have no names of their own.
/// One with a sentence stands in the reference.
template <auto F>
[[nodiscard]] FunctionRecord metamethod(const char* name, const char* sentence = "")
{
    static constexpr std::array<ParameterWords, 2> sides{{{"left", ""}, {"right", ""}}};
    return bound<F>(Role::metamethod, name, sentence,
                    std::span<const ParameterWords>(sides).subspan(1, Bound<F>::parameters - 1));
}
/// What `object[1]` gives.
template <auto F>
[[nodiscard]] FunctionRecord item(const char* sentence)
{
    static constexpr std::array<ParameterWords, 1> words{{{"index", ""}}};
    static_assert(Bound<F>::parameters == 2, "the object and the index");
    return bound<F>(Role::item, "[]", sentence, words);
}

} // namespace bilan::script
