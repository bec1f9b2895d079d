// SPDX-License-Identifier: MPL-2.0
//
// Asserts, where assertions are on, that the Lua stack is as high at the end of a scope as at its beginning. A scope
// left by an exception is not judged: the protected call puts the stack back.
#pragma once

#include <lua.hpp>

#include <cassert>
#include <exception>

namespace bilan::script {

class StackGuard {
public:
    explicit StackGuard(lua_State* lua, int growth = 0) : lua_(lua), expected_(lua_gettop(lua) + growth) {}
    StackGuard(const StackGuard&) = delete;
    StackGuard& operator=(const StackGuard&) = delete;
    // Lua errors are exceptions of lua5.4-c++, so the count tells whether one is passing.
    ~StackGuard() { assert(std::uncaught_exceptions() > exceptions_ || lua_gettop(lua_) == expected_); }

private:
    [[maybe_unused]] lua_State* lua_;
    [[maybe_unused]] int expected_;
    [[maybe_unused]] int exceptions_ = std::uncaught_exceptions();
};

} // namespace bilan::script
