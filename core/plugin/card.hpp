// SPDX-License-Identifier: MPL-2.0
//
// The check of a plugin's card, before any function of the plugin is called. Pure functions, any thread.
#pragma once

#include "plugin/identity.hpp"

#include <bilan/abi.h>

namespace bilan::plugin {

/// What this program would write on a card of its own.
[[nodiscard]] bilan_plugin_card host_card();

/// Who the plugin says it is. Throws base::Error (exit 7) naming both sides unless magic, size, interface, compiler
/// ABI and string ABI are exactly the host's, and name and version are filled. A card with another magic or size is
/// read no further than that field: its memory may end there.
[[nodiscard]] Identity identity_of(const bilan_plugin_card& card, const bilan_plugin_card& host,
                                   const std::filesystem::path& file);

} // namespace bilan::plugin
