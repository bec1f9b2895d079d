// SPDX-License-Identifier: MPL-2.0
//
// A report to hand on: its script, the modules it asks for and the files it reads beside it, in one `.bilan` file. A
// manifest that anybody can read, then the bytes of the files; every digest is checked before anything is run.
// docs/decisions/packed-reports.md has the format. One thread.
#pragma once

#include "run/temporary_folder.hpp"
#include "script/report.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bilan::run {

struct PackedFile {
    std::string name; ///< `femmes.lua`, `mots/porteurs.lua`, `bareme.csv`: below the report's folder
    std::string bytes;
};

struct Pack {
    std::string name;   ///< of the .bilan file
    std::string id;     ///< of the report
    std::string title;  ///< in French, or in the one language it has
    std::string author; ///< may be empty
    int api = 0;
    std::vector<std::string> datasets;   ///< ids of the schemas it reads
    std::vector<PackedFile> files;       ///< the report's own first
    std::string digest;                  ///< SHA-256 of all the rest
    std::vector<std::string> left_out{}; ///< tables that the report reads by name and the pack does not hold
};

/// The report, its modules and the files it reads by name. Throws base::Error (exit 2, 6) when there is no such report,
/// it is not well formed, or a file of its is none that a pack takes.
[[nodiscard]] Pack pack_report(const script::SearchPath& path, const std::string& report, const std::string& author);
/// The bytes of the file; the same for the same report.
[[nodiscard]] std::string packed(const Pack& pack);
/// Throws base::Error (exit 3) for anything that is no whole pack: another version, digests that differ, names that
/// lead elsewhere, more than a pack may hold.
[[nodiscard]] Pack unpacked(const std::filesystem::path& file);

/// The standard reports that it asks for by `require`: not in the pack, those of the bilan that runs it.
[[nodiscard]] std::vector<std::string> reports_asked_for(const Pack& pack);

/// Throws base::Error (exit 2) where the file is there and `pack` is no newer one of the same report: another id,
/// script or author, another title where no author tells, or no pack at all.
void check_replaced(const Pack& pack, const std::filesystem::path& file);

/// A packed report on the disk, in a folder of its own that goes away with this.
class UnpackedReport {
public:
    /// Throws base::Error (exit 4) when there is no room.
    explicit UnpackedReport(Pack pack);
    UnpackedReport(const UnpackedReport&) = delete;
    UnpackedReport& operator=(const UnpackedReport&) = delete;

    [[nodiscard]] const Pack& pack() const { return pack_; }
    [[nodiscard]] std::filesystem::path script() const { return folder_->path() / pack_.id / pack_.files.front().name; }

private:
    Pack pack_;
    std::optional<TemporaryFolder> folder_;
};

/// Compares what the manifest says with the report inside. Throws base::Error (exit 3) where they differ, and what the
/// script ends with when it cannot be read.
void check_manifest(const UnpackedReport& report, const script::SearchPath& path);

/// True for the name of a `.bilan` file.
[[nodiscard]] bool is_pack(const std::string& report);

} // namespace bilan::run
