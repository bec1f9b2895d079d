// SPDX-License-Identifier: MPL-2.0
//
// Who a plugin is: what every message about it says. Value type, any thread.
#pragma once

#include <filesystem>
#include <string>

namespace bilan::plugin {

struct Identity {
    std::string name;       ///< "csv-reader"
    std::string version;    ///< "1.0.0"
    std::string built_with; ///< compiler, for messages
    std::filesystem::path file;
};

} // namespace bilan::plugin
