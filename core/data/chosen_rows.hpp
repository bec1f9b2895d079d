// SPDX-License-Identifier: MPL-2.0
//
// The rows behind the sources of figures, asked for one after the other. The groups of one grouping share the work:
// their rows are told apart once for all of them. Keeps what the last source rested on alive; one thread.
#pragma once

#include "data/figure.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bilan::data {

class ChosenRows {
public:
    /// In ascending order of their place in `sources.rows`; good until the next call.
    [[nodiscard]] std::span<const std::uint32_t> of(const Sources& sources);

private:
    using Numbers = std::vector<std::uint32_t>;

    [[nodiscard]] std::span<const std::uint32_t> group_of(const Sources& sources);
    void tell_apart(const Numbers& rows, const Numbers& groups);

    std::shared_ptr<const Numbers> rows_;   ///< of the grouping told apart
    std::shared_ptr<const Numbers> groups_; ///< parallel to it
    Numbers by_group_;                      ///< its rows, group after group
    Numbers starts_;                        ///< where each group begins there, and the end
    Numbers kept_;                          ///< those of the last source that its restriction keeps
};

} // namespace bilan::data
