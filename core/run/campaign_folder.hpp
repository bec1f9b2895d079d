// SPDX-License-Identifier: MPL-2.0
//
// What a campaign's folder is looked through for, and what in it was probably meant and is not read. One thread.
#pragma once

#include "base/error.hpp"

#include <filesystem>
#include <optional>

namespace bilan::run {

/// A name that is nearly one that is read (`mapping.toml`), or a folder with nothing that is; nothing when all is well.
[[nodiscard]] std::optional<base::Message> doubt_about_campaign(const std::filesystem::path& campaign);

/// The campaign that somebody stands in who is in this folder: it, or the one above (`entrees/`, `reports/`), where
/// that holds a mappings.toml.
[[nodiscard]] std::optional<std::filesystem::path> campaign_around(const std::filesystem::path& folder);

} // namespace bilan::run
