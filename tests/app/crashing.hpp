// SPDX-License-Identifier: MPL-2.0
//
// A user's folder that holds the plugin that crashes.
#pragma once

#include "app/bilan.hpp"

#include <bilan/abi.h>

namespace bilan::support {

class CrashingPlugin {
public:
    CrashingPlugin()
    {
        const std::string interface = std::to_string(BILAN_PLUGIN_INTERFACE);
        const std::filesystem::path place = folder_ / "bilan/plugins" / interface;
        std::filesystem::create_directories(place);
        std::filesystem::copy_file(std::filesystem::path(BILAN_BROKEN_DIR) / "crashes" / interface / "crashes.so",
                                   place / "crashes.so");
    }

    [[nodiscard]] Ended bilan(std::vector<std::string> words) const
    {
        return support::bilan(std::move(words), {{"XDG_DATA_HOME", folder_.path().string()}});
    }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

private:
    TemporaryFolder folder_;
};

} // namespace bilan::support
