// SPDX-License-Identifier: MPL-2.0
//
// The list of the files in a package, where it says which of them are encrypted. Pure function, any thread.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/read_guard.hpp"

#include <string>

namespace bilan::ods {

/// True when any part needs a password.
[[nodiscard]] bool is_encrypted(archive::ByteSource& manifest, const std::string& part,
                                const archive::ReadGuard& guard);

} // namespace bilan::ods
