// SPDX-License-Identifier: MPL-2.0
#include "run/campaign_folder.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace bilan::run {

namespace fs = std::filesystem;

std::optional<base::Message> doubt_about_campaign(const fs::path& campaign)
{
    const std::array<std::string, 4> read{"mappings.toml", "references", "reports", "scripts"};
    std::error_code failed;
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(campaign, failed))
        names.push_back(entry.path().filename().string());
    if (failed) return std::nullopt; // what reads it says why
    std::ranges::sort(names);
    const auto is_there = [&](const std::string& name) { return std::ranges::binary_search(names, name); };
    for (const std::string& name : names) {
        const std::optional<std::string> meant = base::nearest(name, read);
        if (meant && *meant != name && !is_there(*meant))
            return base::Message{"BIL-946", {base::for_display(name), *meant}};
    }
    if (std::ranges::none_of(read, is_there)) return base::Message{"BIL-945", {}};
    return std::nullopt;
}

std::optional<fs::path> campaign_around(const fs::path& folder)
{
    std::error_code none;
    for (const fs::path& place : {folder, folder / ".."})
        if (fs::is_regular_file(place / "mappings.toml", none)) return place.lexically_normal();
    return std::nullopt;
}

} // namespace bilan::run
