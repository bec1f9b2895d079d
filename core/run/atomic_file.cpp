// SPDX-License-Identifier: MPL-2.0
#include "run/atomic_file.hpp"

#include "base/error.hpp"
#include "base/system_answer.hpp"
#include "run/remove_at_once.hpp"

#include <bilan/writer.hpp>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

// The path of the temporary file under way and of its writer's folder, where a signal handler can reach them without
// allocating.
char unfinished_path[4096];
char unfinished_parts[4096];
std::atomic<bool> unfinished{false};
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr std::string_view prefix = ".bilan-";
constexpr std::string_view suffix = ".tmp";

/// A target without a folder goes into the current one, which has a name that says more than « . ».
std::string shown_folder_of(const fs::path& target)
{
    if (target.has_parent_path()) return target.parent_path().string();
    std::error_code none;
    const fs::path current = fs::current_path(none);
    return none ? std::string(".") : current.string();
}

[[noreturn]] void fail(const fs::path& target, const std::string& code, int error)
{
    throw base::Error(base::ExitCode::unwritable, target.string(),
                      {code, {shown_folder_of(target), base::system_answer(error)}});
}

fs::path folder_of(const fs::path& target)
{
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// `.bilan-<process>.tmp`: short, so that a target of the longest legal name still has a neighbour.
fs::path temporary_beside(const fs::path& target)
{
    return folder_of(target) / (std::string(prefix) + std::to_string(::getpid()) + std::string(suffix));
}

/// The end of a temporary file's name, or of its writer's folder.
bool is_ours(std::string_view end)
{
    return end == suffix || end == parts_folder(suffix).native();
}

/// Removes what runs that no longer exist left there.
void sweep(const fs::path& folder)
{
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename().string();
        const std::size_t end = name.find(suffix);
        if (!name.starts_with(prefix) || end == std::string::npos || !is_ours(name.substr(end))) continue;
        const std::string owner = name.substr(prefix.size(), end - prefix.size());
        if (owner.empty() || owner.find_first_not_of("0123456789") != std::string::npos || owner.size() > 9) continue;
        if (::kill(static_cast<pid_t>(std::stol(owner)), 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), none);
    }
}

void force_to_disk(const fs::path& path, const fs::path& target, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC); // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (file < 0) fail(target, "BIL-422", errno);
    const int failed = ::fsync(file) != 0 ? errno : 0;
    ::close(file);
    if (failed != 0 && failed != EINVAL) fail(target, "BIL-422", failed);
}

/// Registers the temporary file for as long as it is not in place.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : path_(std::move(path))
    {
        const std::string text = fs::absolute(path_).string();
        const std::string parts = parts_folder(text).string();
        if (parts.size() < sizeof unfinished_parts) {
            std::memcpy(unfinished_path, text.c_str(), text.size() + 1);
            std::memcpy(unfinished_parts, parts.c_str(), parts.size() + 1);
            unfinished = true;
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished()
    {
        unfinished = false;
        std::error_code none;
        fs::remove(path_, none); // after a rename there is nothing left under this name
        fs::remove_all(parts_folder(path_), none);
    }

private:
    fs::path path_;
};

} // namespace

void forget_unfinished_output() noexcept
{
    if (!unfinished.exchange(false)) return;
    ::unlink(unfinished_path);
    remove_at_once(unfinished_parts);
}

void check_target(const fs::path& target)
{
    std::error_code none;
    const fs::path folder = folder_of(target);
    if (fs::is_directory(target, none)) fail(target, "BIL-420", EISDIR);
    if (!fs::is_directory(folder, none)) fail(target, "BIL-421", ENOENT);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) fail(target, "BIL-423", errno);
    if (target.filename().string().size() > 255) fail(target, "BIL-424", ENAMETOOLONG);
    // The folder alone decides whether a rename may take its place; whoever protected it meant to keep it.
    struct stat old {};
    constexpr mode_t any_may_write = S_IWUSR | S_IWGRP | S_IWOTH;
    if (::stat(target.c_str(), &old) == 0 && S_ISREG(old.st_mode) && (old.st_mode & any_may_write) == 0)
        fail(target, "BIL-089", EACCES);
}

void write_atomically(const fs::path& target, const std::function<void(const fs::path&)>& write)
{
    check_target(target);
    sweep(folder_of(target));
    const fs::path temporary = temporary_beside(target);
    const Unfinished guard(temporary);
    write(temporary);
    force_to_disk(temporary, target, O_RDONLY);
    if (struct stat old{}; ::stat(target.c_str(), &old) == 0) ::chmod(temporary.c_str(), old.st_mode & 07777U);
    if (::rename(temporary.c_str(), target.c_str()) != 0) fail(target, "BIL-423", errno);
    force_to_disk(folder_of(target), target, O_RDONLY | O_DIRECTORY);
}

} // namespace bilan::run
