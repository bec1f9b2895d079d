// SPDX-License-Identifier: MPL-2.0
//
// An input file as a reader sees it: a name to show and bytes to read. The host owns the bytes (a mapping of the file)
// and keeps them for the length of the call; a reader opens no file itself.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace bilan {

struct Source {
    std::string name;      ///< base name, valid UTF-8, for messages
    std::string extension; ///< lower case, without the dot; may lie
    std::span<const std::byte> bytes;

    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
};

} // namespace bilan
