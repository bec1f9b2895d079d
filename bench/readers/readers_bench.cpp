// SPDX-License-Identifier: MPL-2.0
//
// One table for all readers: what reading costs beside what the machine cannot do better, and beside peers found on the
// machine. Ratios only: absolute times say nothing on another machine, or an hour later on this one.
//
//   readers_bench [--large] [--peers] [--only=WORD] [FOLDER]
//
// WORD chooses the rows whose name holds it. The files are kept in FOLDER (build folder by default) for the next run.
#include "base/memory.hpp"
#include "readers/measure.hpp"
#include "readers/workload.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace bilan::bench; // a program of one page
namespace fs = std::filesystem;

struct Row {
    std::string name;
    std::string plugin;
    std::function<std::vector<fs::path>()> files; ///< made when they are asked for; none where they cannot be
    int times = 7;
};

/// The file, made unless it is there from a run before.
fs::path made(const fs::path& file, const std::function<void(const std::string&)>& make)
{
    if (fs::exists(file)) return file;
    const fs::path half = file.parent_path() / ("half_" + file.filename().string());
    make(half.string());
    fs::rename(half, file);
    return file;
}

/// What LibreOffice makes of a workbook; nothing where there is none.
std::vector<fs::path> converted(const fs::path& file, const std::string& ending)
{
    const fs::path folder = file.parent_path() / "libreoffice";
    const fs::path target = folder / (file.stem().string() + "." + ending);
    if (!fs::exists(target))
        (void)run({"soffice", "-env:UserInstallation=file://" + (folder / "profile").string(), "--headless",
                   "--convert-to", ending, "--outdir", folder.string(), file.string()});
    if (!fs::exists(target)) return {};
    return {target};
}

std::vector<fs::path> small_files(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> files;
    for (int number = 0; number < 200; ++number) {
        const fs::path file = folder / ("petit_" + std::to_string(number) + ending);
        files.push_back(made(file, [&](const std::string& name) {
            if (ending == ".csv") return write_csv_workload(name, 500, 15);
            write_workload(name, 500, 15);
        }));
    }
    return files;
}

std::vector<Row> rows_of(const fs::path& folder, bool large)
{
    using Files = std::vector<fs::path>;
    const auto one = [folder](const std::string& name, std::function<void(const std::string&)> make) {
        return [=] { return Files{made(folder / name, make)}; };
    };
    const auto xlsx = [](std::uint32_t rows) {
        return [rows](const std::string& name) { write_workload(name, rows, 20); };
    };
    const auto csv = [](std::uint32_t rows) {
        return [rows](const std::string& name) { write_csv_workload(name, rows, 20); };
    };
    const auto xls = [](const std::string& name) { write_xls_workload(name, 60'000, 20); };
    const auto ods = [](const std::string& name) { write_ods_workload(name, 100'000, 20); };
    const auto excel = [](const std::string& prefix) {
        return [prefix](const std::string& name) { write_excel_workload(name, 200'000, 20, prefix); };
    };
    const auto libreoffice = [folder, xlsx](const std::string& ending) {
        return [=] { return converted(made(folder / "moyen.xlsx", xlsx(20'000)), ending); };
    };
    const auto small = [folder](const std::string& ending) { return [=] { return small_files(folder, ending); }; };
    std::vector<Row> rows = {
        {"xlsx 200 000 x 20, libxlsxwriter", "xlsx_reader", one("grand.xlsx", xlsx(200'000))},
        {"xlsx 200 000 x 20, Excel's shape", "xlsx_reader", one("excel.xlsx", excel(""))},
        {"xlsx 200 000 x 20, prefixes", "xlsx_reader", one("prefixe.xlsx", excel("x"))},
        {"xlsx 20 000 x 20, LibreOffice", "xlsx_reader", libreoffice("xlsx")},
        {"xlsx 200 files of 500 x 15", "xlsx_reader", small(".xlsx")},
        {"csv 200 000 x 20", "csv_reader", one("grand.csv", csv(200'000))},
        {"csv 200 files of 500 x 15", "csv_reader", small(".csv")},
        {"ods 100 000 x 20", "ods_reader", one("grand.ods", ods)},
        {"ods 20 000 x 20, LibreOffice", "ods_reader", libreoffice("ods")},
        {"fods 20 000 x 20, LibreOffice", "ods_reader", libreoffice("fods")},
        {"xls 60 000 x 20", "xls_reader", one("grand.xls", xls)},
        {"xls 20 000 x 20, LibreOffice", "xls_reader", libreoffice("xls")},
    };
    if (!large) return rows;
    rows.push_back({"xlsx 1 000 000 x 20", "xlsx_reader", one("million.xlsx", xlsx(1'000'000)), 3});
    rows.push_back({"csv 1 000 000 x 20", "csv_reader", one("million.csv", csv(1'000'000)), 3});
    return rows;
}

/// What the peers of the machine need for the same files, beside ours.
std::string peers(const std::vector<fs::path>& files, double ours)
{
    std::string words;
    for (const std::string peer : {"openpyxl", "pandas", "xlrd"}) {
        std::vector<std::string> command{"/usr/bin/python3", BILAN_BENCH_DIR "/peer.py", peer};
        for (const fs::path& file : files) command.push_back(file.string());
        const double seconds = run(command).seconds;
        if (seconds < 0) continue;
        std::array<char, 80> text{};
        std::snprintf(text.data(), text.size(), "  %s x %.0f", peer.c_str(), seconds / ours);
        words += text.data();
    }
    return words;
}

void print(const Row& row, bool with_peers)
{
    const std::vector<fs::path> files = row.files();
    if (files.empty() || !fs::exists(fs::path(BILAN_PLUGIN_DIR) / (row.plugin + ".so"))) {
        std::printf("%-36s %s\n", row.name.c_str(), "left out: no such plugin, or no LibreOffice to make the file");
        return;
    }
    const Measured found = measure(row.plugin, files, row.times);
    std::printf("%-36s %6.2f (%.2f .. %.2f)", row.name.c_str(), found.to_limit.median, found.to_limit.least,
                found.to_limit.most);
    if (found.to_zlib.median > 0) std::printf("  zlib %.2f", found.to_zlib.median);
    if (found.gain > 0) std::printf("  two threads: wall / %.2f", found.gain);
    std::printf("  peak %ld MB", peak_megabytes(row.plugin, files));
    if (with_peers) std::printf("%s", peers(files, found.seconds).c_str());
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

int main(int count, char** words)
{
    bilan::base::prepare_heap(); // as the host does
    const std::vector<std::string> options(words + 1, words + count);
    if (options.size() > 2 && options[0] == "--read") {
        read_once(options[1], {options.begin() + 2, options.end()});
        return 0;
    }
    const auto has = [&](const char* word) { return std::find(options.begin(), options.end(), word) != options.end(); };
    fs::path folder = fs::path(BILAN_PLUGIN_DIR).parent_path().parent_path() / "bench" / "files";
    std::string only;
    for (const std::string& option : options) {
        if (!option.starts_with("--")) folder = option;
        if (option.starts_with("--only=")) only = option.substr(7);
    }
    fs::create_directories(folder);
    std::printf("%-36s %s\n", "reader and files", "processor time / limit, median (least .. most)");
    std::printf("%-36s %s\n", "", "limit: inflating the parts (zlib: the same with zlib), or reading the bytes");
    for (const Row& row : rows_of(folder, has("--large")))
        if (row.name.find(only) != row.name.npos) print(row, has("--peers"));
}
