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

/// The memory behind the bytes of a file, which the host may use for something else. Any thread may call it.
class SourceMemory {
public:
    virtual ~SourceMemory() = default;
    /// A reader is done with these bytes, a part of the file's. They stay readable, at the cost of a second fetch.
    virtual void pass(std::span<const std::byte> bytes) noexcept = 0;
};

struct Source {
    std::string name;      ///< base name, valid UTF-8, for messages
    std::string extension; ///< lower case, without the dot; may lie
    std::span<const std::byte> bytes;
    SourceMemory* memory = nullptr; ///< of the host, as long as the bytes; null where none can be given back

    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
};

} // namespace bilan
