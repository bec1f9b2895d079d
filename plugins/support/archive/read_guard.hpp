// SPDX-License-Identifier: MPL-2.0
//
// What every step of reading one file needs at hand: the file's name for messages, the limits, the time left, the one
// way to refuse and the one to give memory back. Owned by the call that reads the file; only read afterwards, so any
// thread of that call may use it.
#pragma once

#include <bilan/limits.hpp>
#include <bilan/problem.hpp>
#include <bilan/source.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::archive {

/// Codes of the host's message catalogue, with the blanks of each sentence.
namespace code {
inline constexpr std::string_view no_directory = "BIL-300";      ///< truncated or no zip directory
inline constexpr std::string_view unsafe_name = "BIL-301";       ///< {0} entry
inline constexpr std::string_view duplicate_entry = "BIL-302";   ///< {0} entry
inline constexpr std::string_view overlapping_entry = "BIL-303"; ///< {0} entry
inline constexpr std::string_view headers_disagree = "BIL-304";  ///< {0} entry
inline constexpr std::string_view damaged_data = "BIL-305";      ///< {0} entry
inline constexpr std::string_view wrong_checksum = "BIL-306";    ///< {0} entry
inline constexpr std::string_view lying_size = "BIL-307";        ///< {0} entry
inline constexpr std::string_view encrypted_entry = "BIL-308";   ///< {0} entry
inline constexpr std::string_view unknown_method = "BIL-309";    ///< {0} entry {1} number of the method
inline constexpr std::string_view limit_exceeded = "BIL-310";    ///< {0} limit {1} its value {2} where
inline constexpr std::string_view several_volumes = "BIL-311";   ///< one part of an archive cut in several files
} // namespace code

class ReadGuard {
public:
    /// The source's memory must outlive the guard.
    ReadGuard(const Source& source, const ReadLimits& limits);
    /// For bytes that are in memory anyhow.
    ReadGuard(std::string file, const ReadLimits& limits);

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const ReadLimits& limits() const { return limits_; }

    [[noreturn]] void refuse(std::string_view code, std::vector<std::string> arguments = {}) const;
    /// `limit` is spelled as `--limit` takes it; `where` names a part or a sheet.
    [[noreturn]] void refuse_limit(std::string_view limit, std::uint64_t value, std::string_view where) const;
    void check_time(std::string_view where) const;
    /// These bytes of the file are not needed any more.
    void passed(std::string_view bytes) const;

private:
    std::string file_;
    ReadLimits limits_;
    SourceMemory* memory_ = nullptr;
    std::chrono::steady_clock::time_point deadline_;
};

} // namespace bilan::archive
