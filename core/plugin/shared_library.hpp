// SPDX-License-Identifier: MPL-2.0
//
// A shared library, opened once and never closed: closing would pull the code from under exceptions, type information
// and statics that outlive it, and gains nothing in a program that runs once. Copies stand for the same library.
#pragma once

#include <filesystem>

namespace bilan::plugin {

class SharedLibrary {
public:
    /// Resolves every symbol now and shares none with other libraries. Throws std::runtime_error with the words of the
    /// dynamic linker.
    explicit SharedLibrary(const std::filesystem::path& file);

    /// The address of an exported name; null when there is none.
    [[nodiscard]] void* address(const char* name) const;

private:
    void* handle_;
};

} // namespace bilan::plugin
