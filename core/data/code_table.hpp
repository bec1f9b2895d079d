// SPDX-License-Identifier: MPL-2.0
//
// Numbers of 64 bits to dense numbers from 0 in order of first appearance: an open-addressing table that does nothing
// else. Inner header of data/. One thread.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace bilan::data {

class CodeTable {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    CodeTable() : slots_(first_size, none) {}

    std::uint32_t code_of(std::uint64_t value)
    {
        if (values_.size() * 2 >= slots_.size()) grow();
        const std::size_t at = find(value);
        if (slots_[at] == none) {
            slots_[at] = static_cast<std::uint32_t>(values_.size());
            values_.push_back(value);
        }
        return slots_[at];
    }

    /// The code of a value that was met; `none` for any other.
    [[nodiscard]] std::uint32_t find_code(std::uint64_t value) const { return slots_[find(value)]; }

    [[nodiscard]] const std::vector<std::uint64_t>& values() const { return values_; }

private:
    static constexpr std::size_t first_size = 1024;

    [[nodiscard]] std::size_t find(std::uint64_t value) const
    {
        std::uint64_t mixed = value * 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 32U)) * 0xD6E8FEB86659FD93U;
        std::size_t at = static_cast<std::size_t>(mixed ^ (mixed >> 32U)) & (slots_.size() - 1);
        while (slots_[at] != none && values_[slots_[at]] != value) at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void grow()
    {
        slots_.assign(slots_.size() * 4, none);
        for (std::size_t code = 0; code < values_.size(); ++code)
            slots_[find(values_[code])] = static_cast<std::uint32_t>(code);
    }

    std::vector<std::uint32_t> slots_;
    std::vector<std::uint64_t> values_;
};

/// The bits of a number as a value of the table; both zeros are one number.
[[nodiscard]] inline std::uint64_t bits_of(double number)
{
    return std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
}

} // namespace bilan::data
