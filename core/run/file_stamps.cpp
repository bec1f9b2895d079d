// SPDX-License-Identifier: MPL-2.0
#include "run/file_stamps.hpp"

#include <sys/stat.h>

namespace bilan::run {

FileStamps stamps_of(const std::vector<std::filesystem::path>& files)
{
    FileStamps stamps;
    for (const std::filesystem::path& file : files) {
        FileStamp& stamp = stamps[file];
        struct stat facts {};
        if (::stat(file.c_str(), &facts) != 0) continue;
        constexpr std::int64_t nanoseconds = 1'000'000'000;
        stamp = {true, facts.st_ino, static_cast<std::uint64_t>(facts.st_size),
                 std::int64_t{facts.st_mtim.tv_sec} * nanoseconds + facts.st_mtim.tv_nsec};
    }
    return stamps;
}

std::vector<std::filesystem::path> saved_between(const FileStamps& before, const FileStamps& after)
{
    std::vector<std::filesystem::path> saved;
    for (const auto& [file, stamp] : after)
        if (const auto old = before.find(file); old == before.end() || old->second != stamp) saved.push_back(file);
    for (const auto& [file, stamp] : before)
        if (!after.contains(file)) saved.push_back(file);
    return saved;
}

} // namespace bilan::run
