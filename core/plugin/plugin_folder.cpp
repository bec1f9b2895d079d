// SPDX-License-Identifier: MPL-2.0
#include "plugin/plugin_folder.hpp"

#include "base/text.hpp"

#include <bilan/abi.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>

namespace bilan::plugin {

namespace {

namespace fs = std::filesystem;

std::string shown(const fs::path& path)
{
    return base::to_utf8(path.native());
}

bool is_shared_library(const fs::path& file)
{
    std::array<char, 4> beginning{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(beginning.data(), beginning.size());
    return stream.gcount() == 4 && std::string_view(beginning.data(), 4) == "\177ELF";
}

/// Why `file` must not be opened; nothing when it may. `real` is where its links end.
std::optional<base::Message> objection(const fs::path& file, const fs::path& real, const fs::path& folder)
{
    if (real.empty()) return base::Message{"BIL-461", {}}; // a link to nowhere
    if (real.parent_path() != folder) return base::Message{"BIL-462", {shown(real)}};
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) return base::Message{"BIL-461", {}};
    if (!is_shared_library(file)) return base::Message{"BIL-450", {}};
    return std::nullopt;
}

std::vector<fs::path> libraries_in(const fs::path& folder, std::error_code& failure)
{
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (entry->path().extension() == ".so") files.push_back(entry->path());
    std::ranges::sort(files);
    return files;
}

bool is_open_to_all(const fs::path& folder)
{
    std::error_code failure;
    return (fs::status(folder, failure).permissions() & fs::perms::others_write) != fs::perms::none && !failure;
}

} // namespace

PluginFolder look_into(const fs::path& folder)
{
    PluginFolder found;
    std::error_code failure;
    const fs::path real_folder = fs::canonical(folder / std::to_string(BILAN_PLUGIN_INTERFACE), failure);
    if (failure == std::errc::no_such_file_or_directory || failure == std::errc::not_a_directory) return found;
    std::vector<fs::path> files;
    if (!failure) files = libraries_in(real_folder, failure);
    if (failure) {
        found.refused.push_back({folder, {"BIL-464", {failure.message()}}});
        return found;
    }
    if (is_open_to_all(real_folder)) found.warnings.push_back({real_folder, {"BIL-463", {}}});
    for (const fs::path& file : files) {
        const fs::path real = fs::canonical(file, failure);
        if (auto message = objection(file, failure ? fs::path() : real, real_folder)) {
            found.refused.push_back({file, std::move(*message)});
        } else if (std::ranges::find(found.files, real) == found.files.end()) {
            found.files.push_back(real);
        }
    }
    return found;
}

} // namespace bilan::plugin
