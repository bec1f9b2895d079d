// SPDX-License-Identifier: MPL-2.0
#include "concentration.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace example {

namespace {

double sum_of(std::span<const double> parts)
{
    for (std::size_t at = 0; at < parts.size(); ++at)
        if (parts[at] < 0) throw std::invalid_argument("part " + std::to_string(at + 1) + " is negative");
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

} // namespace

std::optional<double> median(std::span<const double> numbers)
{
    if (numbers.empty()) return std::nullopt;
    std::vector<double> sorted(numbers.begin(), numbers.end());
    std::ranges::sort(sorted);
    const std::size_t middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) return sorted[middle];
    return sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
}

std::optional<double> herfindahl(std::span<const double> parts)
{
    const double sum = sum_of(parts);
    if (sum == 0) return std::nullopt;
    double squares = 0;
    for (const double part : parts) squares += (part / sum) * (part / sum);
    return squares;
}

std::optional<double> share_of_largest(std::span<const double> parts, std::size_t count)
{
    const double sum = sum_of(parts);
    if (sum == 0) return std::nullopt;
    std::vector<double> sorted(parts.begin(), parts.end());
    std::ranges::sort(sorted, std::greater<>());
    sorted.resize(std::min(count, sorted.size()));
    return std::accumulate(sorted.begin(), sorted.end(), 0.0) / sum;
}

} // namespace example
