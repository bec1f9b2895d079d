// SPDX-License-Identifier: MPL-2.0
//
// The manifest of a pack as text, and back. Pure; any thread.
#pragma once

#include "run/pack.hpp"

#include <string>
#include <string_view>

namespace bilan::run {

/// All lines but that of the digest. REQUIRES: no line break in any member.
[[nodiscard]] std::string manifest_of(const Pack& pack);

/// Whether a pack takes a file of this name: a script, or a table that some reader knows, in folders below the
/// report's; nothing that leads elsewhere or is hidden.
[[nodiscard]] bool is_packed_name(std::string_view name);

/// What a file of the manifest should be.
struct ManifestFile {
    std::string name;
    std::size_t bytes = 0;
    std::string digest;
};

struct Manifest {
    Pack pack; ///< without the bytes of its files
    std::vector<ManifestFile> files;
    std::size_t digested = 0; ///< where the line of the digest begins
    std::size_t end = 0;      ///< where the bytes of the files begin
};

/// Throws base::Error (exit 3), its place `shown`, for anything that `manifest_of` does not write.
[[nodiscard]] Manifest read_manifest(std::string_view text, const std::string& shown);

} // namespace bilan::run
