// SPDX-License-Identifier: MPL-2.0
#include "readers/measure.hpp"

#include "archive/archive.hpp"
#include "base/mapped_file.hpp"
#include "cost.hpp"
#include "run/file_memory.hpp"
#include "support/plugin_under_test.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bilan::bench {
namespace {

using Files = std::vector<std::filesystem::path>;

double wall_of(const std::function<void()>& work)
{
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

ReadLimits patient()
{
    ReadLimits limits;
    limits.time = std::chrono::minutes(5);
    return limits;
}

/// As the host does: small files are copied, large ones mapped, and given back as they are read.
void read_file(const Reader& reader, const std::filesystem::path& file)
{
    const base::MappedFile open(file);
    run::FileMemory memory(open);
    const Source source{file.filename().string(), file.extension().string().substr(1), open.bytes(), &memory};
    Book book;
    reader.read(source, patient(), book);
}

/// The bytes into one small buffer, as any reader at least must.
void read_bytes(const std::filesystem::path& file)
{
    static std::vector<char> buffer(std::size_t{256} << 10U);
    const int descriptor = ::open(file.c_str(), O_RDONLY);
    while (::read(descriptor, buffer.data(), buffer.size()) > 0) {
    }
    ::close(descriptor);
}

void inflate_parts(const std::filesystem::path& file, archive::Inflater& inflater)
{
    static std::vector<char> buffer(std::size_t{256} << 10U);
    const OpenFile open(file);
    const archive::ReadGuard guard(file.filename().string(), patient());
    const archive::ZipDirectory directory(open.bytes(), guard);
    for (const archive::ZipEntry& entry : directory.entries()) {
        if (entry.method == 0) continue;
        inflater.start(open.bytes().substr(entry.data, entry.packed_size));
        while (!inflater.read(buffer).finished) {
        }
    }
}

Ratio ratio_of(std::vector<double> ratios)
{
    std::sort(ratios.begin(), ratios.end());
    return {ratios[ratios.size() / 2], ratios.front(), ratios.back()};
}

/// All files, each taken by the thread that is free.
void read_all(const Reader& reader, const Files& files, int threads)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index = next++; index < files.size(); index = next++) read_file(reader, files[index]);
    };
    std::vector<std::jthread> others;
    for (int thread = 1; thread < threads; ++thread) others.emplace_back(work);
    work();
}

} // namespace

OpenFile::OpenFile(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY);
    struct stat facts {};
    if (descriptor < 0 || ::fstat(descriptor, &facts) != 0) throw std::runtime_error("cannot open " + path.string());
    size_ = static_cast<std::size_t>(facts.st_size);
    start_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (start_ == MAP_FAILED) throw std::runtime_error("cannot map " + path.string());
}

OpenFile::~OpenFile()
{
    ::munmap(start_, size_);
}

Measured measure(const std::string& plugin, const Files& files, int times)
{
    const test::PluginUnderTest opened(plugin);
    const Reader& reader = *opened.readers.at(0);
    const bool archive = OpenFile(files.front()).bytes().starts_with("PK");
    const auto zlib = archive::make_zlib_inflater();
    const auto fastest = archive::make_inflater();
    std::vector<double> to_limit;
    std::vector<double> to_zlib;
    std::vector<double> gains;
    std::vector<double> costs;
    for (int time = 0; time < times; ++time) {
        const double limit = cost_of([&] {
            for (const auto& file : files) archive ? inflate_parts(file, *fastest) : read_bytes(file);
        });
        costs.push_back(cost_of([&] { read_all(reader, files, 1); }));
        to_limit.push_back(costs.back() / limit);
        if (archive)
            to_zlib.push_back(costs.back() / cost_of([&] {
                                  for (const auto& file : files) inflate_parts(file, *zlib);
                              }));
        if (files.size() > 1)
            gains.push_back(wall_of([&] { read_all(reader, files, 1); }) /
                            wall_of([&] { read_all(reader, files, 2); }));
    }
    Measured measured{ratio_of(to_limit), {}, 0, ratio_of(costs).median};
    if (archive) measured.to_zlib = ratio_of(to_zlib);
    if (!gains.empty()) measured.gain = ratio_of(gains).median;
    return measured;
}

void read_once(const std::string& plugin, const Files& files)
{
    const test::PluginUnderTest opened(plugin);
    read_all(*opened.readers.at(0), files, 1);
    // What wait4 tells of a child counts the memory of the process that spawned it too; this is of its own alone.
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) std::printf("%ld\n", std::stol(line.substr(6)) / 1024);
    }
}

long peak_megabytes(const std::string& plugin, const Files& files)
{
    std::vector<std::string> words{"/proc/self/exe", "--read", plugin};
    for (const auto& file : files) words.push_back(file.string());
    const std::filesystem::path answer =
        std::filesystem::temp_directory_path() / ("bilan_peak_" + std::to_string(::getpid()));
    const Used used = run(words, answer.string());
    long megabytes = 0;
    std::ifstream(answer) >> megabytes;
    std::filesystem::remove(answer);
    return used.seconds < 0 ? 0 : megabytes;
}

Used run(const std::vector<std::string>& words, const std::string& output, int most_exit)
{
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return {};
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > most_exit) return {};
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return {seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss / 1024};
}

} // namespace bilan::bench
