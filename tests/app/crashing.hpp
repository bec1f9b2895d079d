// SPDX-License-Identifier: MPL-2.0
//
// A user's folder that holds the plugin that crashes.
#pragma once

#include "app/bilan.hpp"

namespace bilan::support {

class CrashingPlugin {
public:
    CrashingPlugin()
    {
        const std::filesystem::path place = folder_ / "bilan/plugins/1";
        std::filesystem::create_directories(place);
        std::filesystem::copy_file(BILAN_BROKEN_DIR "/crashes/1/crashes.so", place / "crashes.so");
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
