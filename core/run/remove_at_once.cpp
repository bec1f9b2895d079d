// SPDX-License-Identifier: MPL-2.0
#include "run/remove_at_once.hpp"

#include <cstdint>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace bilan::run {

namespace {

constexpr int deepest = 8;

struct Entry { // linux_dirent64, which no header of the library declares
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
    char name[1];
};

bool is_itself_or_above(const char* name)
{
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

void empty_folder(int folder, int depth) noexcept // NOLINT(misc-no-recursion): `deepest` ends it
{
    alignas(Entry) char entries[2048];
    for (long bytes = 0; (bytes = ::syscall(SYS_getdents64, folder, entries, sizeof entries)) > 0;)
        for (long at = 0; at < bytes;) {
            const Entry* const entry = reinterpret_cast<const Entry*>(entries + at);
            at += entry->length;
            if (is_itself_or_above(entry->name) || ::unlinkat(folder, entry->name, 0) == 0 || depth == deepest)
                continue;
            const int inner = ::openat(folder, entry->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (inner < 0) continue;
            empty_folder(inner, depth + 1);
            ::close(inner);
            ::unlinkat(folder, entry->name, AT_REMOVEDIR);
        }
}

} // namespace

void remove_at_once(const char* folder) noexcept
{
    const int opened = ::open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0) return;
    empty_folder(opened, 0);
    ::close(opened);
    ::rmdir(folder);
}

} // namespace bilan::run
