// SPDX-License-Identifier: MPL-2.0
#include "run/temporary_folder.hpp"

#include "run/remove_at_once.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <unistd.h>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "bilan-run-";

/// The path of a folder where a signal handler can reach it without allocating.
struct Slot {
    std::atomic<bool> is_taken{false};
    std::atomic<bool> is_ready{false}; ///< the path is whole
    std::array<char, 1024> path{};
};
std::array<Slot, 8> slots; // a run that needs more leaves the rest to the next one's sweep
static_assert(std::atomic<bool>::is_always_lock_free);

std::size_t take_slot(const fs::path& folder)
{
    const std::string text = folder.string();
    for (std::size_t at = 0; at < slots.size(); ++at) {
        Slot& slot = slots[at];
        if (text.size() >= slot.path.size() || slot.is_taken.exchange(true)) continue;
        std::memcpy(slot.path.data(), text.c_str(), text.size() + 1);
        slot.is_ready = true;
        return at;
    }
    return slots.size();
}

/// `bilan-run-<process>-XXXXXX` of a process that is no more.
bool is_abandoned(std::string_view name)
{
    if (!name.starts_with(prefix)) return false;
    name.remove_prefix(prefix.size());
    const std::string owner(name.substr(0, name.find('-')));
    if (owner.empty() || owner.size() > 9 || owner.find_first_not_of("0123456789") != std::string::npos) return false;
    return ::kill(static_cast<pid_t>(std::stol(owner)), 0) != 0 && errno == ESRCH;
}

void sweep(const fs::path& folder)
{
    std::error_code none;
    for (auto entry = fs::directory_iterator(folder, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        std::error_code kept; // somebody else's: theirs to remove
        if (is_abandoned(entry->path().filename().string())) fs::remove_all(entry->path(), kept);
    }
}

} // namespace

TemporaryFolder::TemporaryFolder()
{
    const fs::path parent = fs::temp_directory_path();
    sweep(parent);
    std::string name = (parent / (std::string(prefix) + std::to_string(::getpid()) + "-XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) // nobody else can look into it
        throw fs::filesystem_error("mkdtemp", name, std::error_code(errno, std::generic_category()));
    path_ = fs::absolute(name);
    slot_ = take_slot(path_);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code none;
    fs::remove_all(path_, none);
    if (slot_ == slots.size()) return;
    slots[slot_].is_ready = false;
    slots[slot_].is_taken = false;
}

void forget_temporary_folders() noexcept
{
    for (Slot& slot : slots)
        if (slot.is_ready.exchange(false)) remove_at_once(slot.path.data());
}

} // namespace bilan::run
