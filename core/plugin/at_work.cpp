// SPDX-License-Identifier: MPL-2.0
#include "plugin/at_work.hpp"

#include <algorithm>

namespace bilan::plugin {

namespace {

// A pointer with constant initialisation in the program's own thread storage: reading it allocates nothing.
constinit thread_local const AtWork* current = nullptr;

template <std::size_t Size>
void copy(std::string_view text, std::array<char, Size>& into) noexcept
{
    const std::size_t length = std::min(text.size(), Size - 1);
    // A control character in a file name must not reach a terminal.
    std::transform(text.data(), text.data() + length, into.data(), [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F ? '?' : letter;
    });
    into[length] = '\0';
}

} // namespace

const AtWork* at_work() noexcept
{
    return current;
}

NoteWork::NoteWork(const Identity& plugin, Deed deed, std::string_view object) noexcept : outer_(current)
{
    note_.deed = deed;
    copy(plugin.name, note_.name);
    copy(plugin.version, note_.version);
    copy(object, note_.object);
    current = &note_;
}

NoteWork::~NoteWork()
{
    current = outer_;
}

} // namespace bilan::plugin
