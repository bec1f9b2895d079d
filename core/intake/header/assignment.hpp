// SPDX-License-Identifier: MPL-2.0
//
// Fields given out to the columns that claim them: each field goes to one column, or to several that hold it together.
// Inner header of header/. One thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace bilan::intake {

/// A column and what it may be, the surest first.
struct Claim {
    std::size_t column = 0;
    std::vector<Candidate> candidates;
    std::size_t next = 0; ///< the candidate now claimed
};

class Assignment {
public:
    explicit Assignment(Mapping& mapping) : mapping_(&mapping) { holders_.reserve(mapping.columns.size()); }
    /// The surest claim first; the first column of two equally sure ones.
    void run(std::vector<Claim> claims);
    /// An answer; a second one for the same field is a duplicate.
    void hold(std::size_t column);
    /// One of several columns for one field: a value of a dimension, an item of a list, a part of a sum.
    void hold_together(std::size_t column);

private:
    [[nodiscard]] std::vector<std::size_t>::iterator holder_of(const std::string& field);
    void take(Claim& claim);

    Mapping* mapping_;
    std::vector<std::size_t> holders_;
};

} // namespace bilan::intake
