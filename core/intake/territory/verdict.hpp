// SPDX-License-Identifier: MPL-2.0
//
// What the lists say of one quarter or one commune as it is written. Pure functions, any thread.
#pragma once

#include "intake/finding.hpp"
#include "intake/intake.hpp"
#include "intake/territory/reference.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What is said, and what the text becomes when it is settled.
struct TerritoryVerdict {
    struct Said {
        std::string code; ///< `C11` or the code of the message
        data::Severity severity = data::Severity::alert;
        Done done = Done::kept;
        base::Message message;
    };
    std::string settled; ///< the code; empty: as written
    std::vector<Said> said;
    Unchecked unchecked; ///< for want of a list
};

/// One item of a list of quarters, of a row whose exercise may be known.
[[nodiscard]] TerritoryVerdict judge_quarter(const Reference& reference, std::string_view item, const Scope& scope,
                                             std::optional<int> year);
[[nodiscard]] TerritoryVerdict judge_commune(const Reference& reference, std::string_view text, const Scope& scope);

} // namespace bilan::intake
