// SPDX-License-Identifier: MPL-2.0
//
// The controls of a schema, run over a finished dataset (domain.md 2.6). One finding per broken row, naming every
// value compared.
#pragma once

#include "data/dataset.hpp"
#include "data/query.hpp"
#include "intake/finding.hpp"

#include <optional>
#include <vector>

namespace bilan::intake {

struct ControlRun {
    std::string control;      ///< id
    std::uint64_t judged = 0; ///< rows that had what the rule needs
    std::uint64_t broken = 0;
};

struct ControlReport {
    std::vector<ControlRun> runs; ///< one per control of the schema, also those that judged nothing
    std::vector<Finding> findings;
};

[[nodiscard]] ControlReport run_controls(const std::shared_ptr<const data::Dataset>& dataset,
                                         const data::Domain& domain, std::optional<int> year);

} // namespace bilan::intake
