// SPDX-License-Identifier: MPL-2.0
//
// Dice and words of which the benchmarks make their fictitious data, the same at every run. For one thread.
#pragma once

#include <array>
#include <cstdint>

namespace bilan::bench {

/// A small generator of our own: the standard distributions differ between libraries.
class Dice {
public:
    std::uint32_t roll(std::uint32_t sides)
    {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::uint32_t>(state_ >> 33U) % sides;
    }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15;
};

inline constexpr std::array<const char*, 8> labels = {
    "Emploi et insertion", "Cohésion sociale",   "Cadre de vie",           "Développement économique",
    "Éducation",           "Santé & prévention", "Quartier des Bergeries", "Association « L’Élan »"};

} // namespace bilan::bench
