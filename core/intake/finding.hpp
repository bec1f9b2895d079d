// SPDX-License-Identifier: MPL-2.0
//
// What is worth saying about a partner's file: a conversion made, a row set aside, a doubt, a broken control. Messy
// data is a finding and the run goes on. Value type.
#pragma once

#include "base/message.hpp"
#include "data/schema.hpp"

#include <bilan/place.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What the engine did with what it read.
enum class Done : std::uint8_t { kept, converted, set_aside, refused };
[[nodiscard]] std::string_view code(Done done); ///< `kept`, `converted`, `set_aside`, `refused`

struct Finding {
    /// Id of the control of domain.md 2.6 and 3.x (`C05`, `M01`) where there is one, else of the catalogue (`BIL-214`).
    std::string code;
    data::Severity severity = data::Severity::information;
    Place place;
    std::string header; ///< as the partner wrote it
    std::string read;   ///< the value read, as text; never a personal value
    Done done = Done::kept;
    base::Message message; ///< what, and what to do
    /// Finding text of a control that comes from data, not from the catalogue; used when the message has no code.
    base::Words words;
    bool is_of_control = false; ///< a rule over rows found it: it is judged anew over a part of the rows

    [[nodiscard]] std::string sentence(base::Language language) const;
};

/// True for a blocking finding that somebody still has to settle: what was set aside (a total row) or converted is.
[[nodiscard]] bool blocks(const Finding& finding);

/// Files in the order given, then sheet, row, column, code.
void sort_findings(std::vector<Finding>& findings, const std::vector<std::string>& files);

/// A cell that became several records, or that two fields are made of, is spoken of once. REQUIRES: sorted.
void say_once(std::vector<Finding>& findings);

} // namespace bilan::intake
