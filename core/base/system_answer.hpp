// SPDX-License-Identifier: MPL-2.0
//
// Why the system refused something, in words an officer reads: « accès refusé », « le disque est plein ». Pure; any
// thread.
#pragma once

#include <string>

namespace bilan::base {

/// An argument of a message, said in its language, for an `errno` or the value of a std::error_code of the system.
/// What has no words of ours is said in those of the system.
[[nodiscard]] std::string system_answer(int error);

} // namespace bilan::base
