// SPDX-License-Identifier: MPL-2.0
//
// Measures what it costs to read files through a plugin, and what the machine cannot do better: reading the bytes, or
// inflating the parts of the archive. Both are taken in turn, so that their ratio says something on a busy machine too.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bilan::bench {

/// A file in memory, pages from the cache of the system.
class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

private:
    void* start_ = nullptr;
    std::size_t size_ = 0;
};

struct Ratio {
    double median = 0;
    double least = 0;
    double most = 0;
};

struct Measured {
    Ratio to_limit;     ///< processor time of reading to that of the limit
    Ratio to_zlib;      ///< to zlib's inflate alone; of archives only
    double gain = 0;    ///< wall time of one thread to that of two; of several files only
    double seconds = 0; ///< processor time of one reading, for peers to be held against; not printed
};

/// Reads the files with the named plugin: "xlsx_reader".
[[nodiscard]] Measured measure(const std::string& plugin, const std::vector<std::filesystem::path>& files, int times);

/// Reads files once and prints the most memory that this took, in megabytes.
void read_once(const std::string& plugin, const std::vector<std::filesystem::path>& files);

/// The most memory of a process that reads the files, one after the other; 0 when it failed.
[[nodiscard]] long peak_megabytes(const std::string& plugin, const std::vector<std::filesystem::path>& files);

/// What a program used; the seconds are negative when it failed.
struct Used {
    double seconds = -1; ///< of the processor
    long megabytes = 0;  ///< at most; not less than this program has itself
};
/// `most_exit`: the highest exit code that is no failure; bilan ends with 1 when a finding blocks.
[[nodiscard]] Used run(const std::vector<std::string>& words, const std::string& output = "/dev/null",
                       int most_exit = 0);

} // namespace bilan::bench
