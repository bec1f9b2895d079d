// SPDX-License-Identifier: MPL-2.0
//
// The answers about headers that a campaign remembers: `mappings.toml` in its folder.
//
//     [emploi]
//     "Nb de pers. suivies" = "benef_total"
//     "Colonne de travail" = ""          # left out
#pragma once

#include "data/schema.hpp"
#include "intake/mappings.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::run {

/// One answer as it stands in a file.
struct GivenAnswer {
    std::string schema;
    std::string header; ///< as the campaign writes it
};

struct Answers {
    intake::Mappings mappings;
    std::vector<GivenAnswer> given; ///< in the order of the files, for telling those that served no header
};

/// Whether a report of the campaign, which is not the one at work, brings a schema of that name.
using IsElsewhere = std::function<bool(const std::filesystem::path& campaign, std::string_view schema)>;

/// The answers of all campaigns that have such a file, an earlier campaign standing over a later one. Those to a schema
/// that is elsewhere are passed over. Throws base::Error (exit 2) with file and line for a file that is not TOML, a
/// schema or field that does not exist (the nearest is named).
[[nodiscard]] Answers read_mappings(const std::vector<std::filesystem::path>& campaigns, const data::Domain& domain,
                                    const IsElsewhere& is_elsewhere);

} // namespace bilan::run
