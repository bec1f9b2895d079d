// SPDX-License-Identifier: MPL-2.0
//
// What the reader saw in passing and must say: one remark a kind of damage, with how often and the first places, so
// that a file of a million bad rows gives a short list. For one thread.
#pragma once

#include <bilan/book.hpp>

#include <array>
#include <cstdint>

namespace csv_reader {

/// In the order in which they are said.
enum class Damage : std::uint8_t {
    second_coding,
    unreadable,
    controls,
    loose_quote,
    stray_quotes,
    inner_return,
    split_number,
    long_row,
    short_row,
    count
};

class Findings {
public:
    /// Notes damage in a row of the grid; `shown` is the number the user is told, a row or a line of the text file, and
    /// `width` the number of columns that the row should have.
    void note(Damage damage, std::uint32_t row, std::uint64_t shown, std::uint32_t width);

    /// Adds the remarks to the book.
    void publish(bilan::Book& book, const std::string& file) const;

private:
    static constexpr std::size_t shown_most = 10;

    struct Sightings {
        std::uint64_t count = 0;
        std::uint32_t first_row = 0;
        std::uint32_t width = 0; ///< of the first row
        std::array<std::uint64_t, shown_most> shown{};
    };
    [[nodiscard]] static std::string list(const Sightings& sightings);

    std::array<Sightings, static_cast<std::size_t>(Damage::count)> all_;
};

} // namespace csv_reader
