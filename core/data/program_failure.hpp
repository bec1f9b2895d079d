// SPDX-License-Identifier: MPL-2.0
//
// How the compiling of an expression ends when it makes no sense. Any thread.
#pragma once

#include "base/error.hpp"

namespace bilan::data {

/// Throws base::Error (exit 6); the place in the script is added by whoever calls the function from Lua.
[[noreturn]] inline void fail_program(const char* code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, "", {code, std::move(arguments)});
}

} // namespace bilan::data
