// SPDX-License-Identifier: MPL-2.0
//
// What it costs to understand a table that is in a grid already, beside reading that grid from its file; and what
// `bilan check` costs on many small files, beside their reader alone. Ratios say something on another machine; rows a
// second say something of this one.
//
//   intake_bench [--large] [FOLDER]
//
// Goals: 1.0 for a million rows of twenty columns; one second of processor for 200 files of 500 rows; as many rows a
// second whatever the number of rows. The files are kept in FOLDER (build folder by default) for the next run.
#include "base/memory.hpp"
#include "cost.hpp"
#include "intake/controls.hpp"
#include "intake/intake.hpp"
#include "intake/partner_workload.hpp"
#include "script/report.hpp"
#include "support/plugin_under_test.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

using namespace bilan; // a program of one page
using bench::cost_of;
namespace fs = std::filesystem;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The file, made unless it is there from a run before.
fs::path made(const fs::path& file, std::uint32_t rows, std::uint32_t seed, bench::Rows kind)
{
    if (fs::exists(file)) return file;
    const fs::path half = file.parent_path() / ("half_" + file.filename().string());
    bench::write_partner_file(half, rows, seed, kind);
    fs::rename(half, file);
    return file;
}

class Bench {
public:
    Bench()
    {
        script::SearchPath path;
        path.libraries = {fs::path(BILAN_SOURCE_DIR) / "scripts"};
        domain_ = script::load_domain(path);
        options_.domain = domain_.get();
        options_.lexicon = intake::prepare(*domain_);
        options_.schema = "emploi";
    }

    void read(const std::string& bytes, Book& book) const
    {
        ReadLimits limits;
        limits.time = std::chrono::minutes(5);
        reader_.readers.front()->read({"emploi.xlsx", "xlsx", std::as_bytes(std::span(bytes))}, limits, book);
    }

    /// Understanding a grid beside reading it, taken in turn.
    void one_table(const fs::path& file, std::uint32_t rows, int times) const
    {
        const std::string bytes = bytes_of(file);
        std::vector<double> reading, intake, controls;
        for (int turn = 0; turn < times; ++turn) {
            Book book;
            reading.push_back(cost_of([&] { read(bytes, book); }));
            intake::FileReading found;
            intake.push_back(cost_of([&] { found = intake::take_in(book, "emploi.xlsx", options_); }));
            controls.push_back(cost_of([&] {
                data::DatasetBuilder builder(domain_->schema("emploi"));
                builder.append(std::move(found.values.front()));
                (void)intake::run_controls(builder.finish(), *domain_, 2024);
            }));
        }
        const double read_cost = median(reading);
        const double intake_cost = median(intake);
        std::printf("%8u rows x 20   intake / reading %5.2f   %9.0f rows a second   controls / reading %5.2f\n", rows,
                    intake_cost / read_cost, rows / intake_cost, median(controls) / read_cost);
        std::fflush(stdout);
    }

    /// `bilan check` on many files beside their reader alone.
    void many_files(const std::vector<fs::path>& files, std::uint32_t rows, const char* kind, int times) const
    {
        std::vector<double> reading, checking;
        for (int turn = 0; turn < times; ++turn) {
            reading.push_back(cost_of([&] {
                for (const fs::path& file : files) {
                    Book book;
                    read(bytes_of(file), book);
                }
            }));
            checking.push_back(check(files.front().parent_path()));
        }
        const double seconds = median(checking);
        std::printf(
            "%4zu files of %u %s rows   bilan check %.2f s of processor   / reader alone %5.2f   %9.0f rows a second\n",
            files.size(), rows, kind, seconds, seconds / median(reading),
            static_cast<double>(files.size()) * rows / seconds);
    }

private:
    static double check(const fs::path& folder)
    {
        const std::string program = BILAN_BUILD_DIR "/bin/bilan";
        std::vector<std::string> words{program, "check", folder.string(), "--json", "--year", "2024"};
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        pid_t child = 0;
        const int failed = posix_spawn(&child, program.c_str(), &files, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&files);
        if (failed != 0) return -1;
        int status = 0;
        rusage used{};
        wait4(child, &status, 0, &used);
        const auto seconds = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
        };
        return seconds(used.ru_utime) + seconds(used.ru_stime);
    }

    test::PluginUnderTest reader_{"xlsx_reader"};
    std::shared_ptr<const data::Domain> domain_;
    intake::Options options_;
};

} // namespace

int main(int count, char** words)
{
    base::prepare_heap(); // as the host does
    fs::path folder = fs::path(BILAN_BUILD_DIR) / "bench" / "intake_files";
    bool large = false;
    for (const std::string& word : std::vector<std::string>(words + 1, words + count)) {
        large = large || word == "--large";
        if (!word.starts_with("--")) folder = word;
    }
    fs::create_directories(folder);
    const Bench bench;
    std::vector<std::uint32_t> sizes{20'000, 100'000};
    if (large) sizes.push_back(1'000'000);
    for (const auto& [kind, name] : {std::pair(bench::Rows::tidy, "tidy"), std::pair(bench::Rows::broken, "broken")}) {
        const auto size_name = [&](std::uint32_t rows) { return std::string(name) + '_' + std::to_string(rows); };
        std::printf("%s rows\n", name);
        for (const std::uint32_t rows : sizes)
            bench.one_table(made(folder / (size_name(rows) + ".xlsx"), rows, rows, kind), rows, rows > 500'000 ? 3 : 5);
        constexpr std::uint32_t small_rows = 500;
        fs::create_directories(folder / name);
        std::vector<fs::path> small;
        for (std::uint32_t number = 0; number < 200; ++number)
            small.push_back(
                made(folder / name / ("partenaire_" + std::to_string(number) + ".xlsx"), small_rows, number, kind));
        bench.many_files(small, small_rows, name, 5);
    }
}
