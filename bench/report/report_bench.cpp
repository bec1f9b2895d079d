// SPDX-License-Identifier: MPL-2.0
//
// What a finished workbook costs: the report of the whole campaign on 50, 100 and 200 files of 500 rows, run as a user
// runs it, beside reading the same files alone. Seconds and megabytes are what the issue asks for and depend on the
// machine; the ratios do not: time to that of reading, and growth from one size to its double, which should stay
// near 2.
//
//   report_bench [--files=FOLDER] [--report=NAME]
//
// Files and workbooks are kept in FOLDER (build folder by default).
#include "readers/measure.hpp"
#include "report/campaign_files.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace bilan::bench; // a program of one page
namespace fs = std::filesystem;

constexpr std::uint32_t rows = 500;
constexpr int times = 3;

/// The cheapest of some runs: other work on the machine only adds.
Used best(const std::vector<std::string>& words)
{
    constexpr int findings = 1; // some rows of the files are wrong on purpose
    Used least = run(words, "/dev/null", findings);
    for (int time = 1; time < times; ++time) {
        const Used used = run(words, "/dev/null", findings);
        if (used.seconds >= 0 && used.seconds < least.seconds) least = used;
    }
    return least;
}

} // namespace

int main(int count, char** words)
{
    fs::path folder = fs::path(BILAN_PROGRAM).parent_path().parent_path() / "bench" / "files";
    std::string report = "campagne";
    for (int at = 1; at < count; ++at) {
        const std::string option = words[at];
        if (option.starts_with("--files=")) folder = option.substr(8);
        if (option.starts_with("--report=")) report = option.substr(9);
    }
    std::printf("%-20s %9s %9s %9s %9s %9s %9s\n", report.c_str(), "cpu s", "peak MB", "file MB", "/ reading", "growth",
                "MB growth");
    Used before;
    for (const std::uint32_t files : {50U, 100U, 200U}) {
        const fs::path inputs = folder / ("campagne_" + std::to_string(files));
        const fs::path workbook = folder / ("campagne_" + std::to_string(files) + ".xlsx");
        write_campaign(inputs, files, rows);
        const Used reading = best({BILAN_PROGRAM, "check", inputs.string()});
        const Used used =
            best({BILAN_PROGRAM, "run", report, inputs.string(), "-o", workbook.string(), "--year", "2025"});
        if (used.seconds < 0) {
            std::printf("%u files: the run failed\n", files);
            return 1;
        }
        std::printf("%4u x %-13u %9.2f %9ld %9.1f %9.2f", files, rows, used.seconds, used.megabytes,
                    static_cast<double>(fs::file_size(workbook)) / 1e6,
                    reading.seconds > 0 ? used.seconds / reading.seconds : 0.0);
        if (before.seconds > 0)
            std::printf(" %9.2f %9.2f", used.seconds / before.seconds,
                        static_cast<double>(used.megabytes) / static_cast<double>(before.megabytes));
        std::printf("\n");
        std::fflush(stdout);
        before = used;
    }
    return 0;
}
