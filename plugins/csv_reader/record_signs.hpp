// SPDX-License-Identifier: MPL-2.0
//
// What the records at the beginning of a csv file show when they are cut at one separator. Pure functions, any thread.
#pragma once

#include "record_reader.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace csv_reader {

/// What one record of the sample shows.
struct RecordSigns {
    std::uint32_t row = 0; ///< among all records from 0, blank ones included
    std::uint32_t width = 0;
    bool words = false; ///< could be a row of headers: filled, and no field begins with a digit
    bool split_number = false;
    bool parted_digits = false;
    bool open_end = false; ///< the last field is empty
    bool stray_quotes = false;
    bool spaced = false;    ///< a separator followed by a space, as in a sentence
    bool below_gap = false; ///< nothing but words between it and a blank row, a title or the top
};

/// The records of the sample, 2 000 at most, without blank ones.
[[nodiscard]] std::vector<RecordSigns> cut_sample(std::string_view sample, const TableShape& shape);

/// The width that most records of several fields have; of two as frequent, the larger.
[[nodiscard]] std::uint32_t usual_width(const std::vector<RecordSigns>& sample);

} // namespace csv_reader
