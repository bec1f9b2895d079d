// SPDX-License-Identifier: MPL-2.0
//
// Figures of other groups, found by key: what `join` adds to groups. They stay the figures they were, with their base,
// unknowns and sources. Pure; any thread.
#pragma once

#include "data/lookup.hpp"

namespace bilan::data {

/// Which groups a join keeps: all, those that find one among the others, those that find none.
enum class KeptGroups : std::uint8_t { all, found, not_found };

struct GroupJoin {
    std::vector<std::pair<std::string, std::string>> on; ///< key here, key of the others
    std::vector<std::string> columns;                    ///< of the others
    std::string prefix;                                  ///< before their names
    KeyMatch match = KeyMatch::exact;
    Repeated repeated = Repeated::unknown; ///< of a key that several of the others have
    KeptGroups kept = KeptGroups::all;
};

struct JoinedGroups {
    Groups groups;
    std::size_t without_match = 0;
    std::size_t without_key = 0;
    std::size_t repeated = 0;   ///< keys that several of the others have
    std::string first_repeated; ///< one of them, as it is written
};

/// A group without a match has no value (`not_available`), one without a key none either (the cause of the key). A
/// column has a total where each of the others is found exactly once, so that it stands for what is shown.
/// REQUIRES: the keys and columns are there.
[[nodiscard]] JoinedGroups join(const Groups& groups, const Groups& others, const GroupJoin& options);

} // namespace bilan::data
