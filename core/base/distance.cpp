// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace bilan::base {

namespace {

/// Hostile texts are compared by their beginnings: the work stays bounded.
constexpr std::size_t most_compared = 1000;

} // namespace

std::size_t edit_distance(std::string_view left, std::string_view right)
{
    const std::u32string one = code_points(head(left, most_compared));
    const std::u32string other = code_points(head(right, most_compared));
    std::vector<std::size_t> before_last(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> now(other.size() + 1);
    for (std::size_t column = 0; column <= other.size(); ++column) now[column] = column;
    for (std::size_t row = 1; row <= one.size(); ++row) {
        std::swap(before_last, last);
        std::swap(last, now);
        now[0] = row;
        for (std::size_t column = 1; column <= other.size(); ++column) {
            const bool same = one[row - 1] == other[column - 1];
            now[column] = std::min({last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1)});
            const bool exchanged =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if (exchanged) now[column] = std::min(now[column], before_last[column - 2] + 1);
        }
    }
    return now[other.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates)
{
    const std::string folded = fold(word);
    const std::size_t size = length(folded);
    const std::size_t allowed = std::min<std::size_t>(3, size / 3);
    const std::string* best = nullptr;
    std::size_t best_distance = allowed + 1;
    for (const std::string& candidate : candidates) {
        const std::string other = fold(candidate);
        const std::size_t other_size = length(other);
        if (std::max(size, other_size) - std::min(size, other_size) >= best_distance) continue;
        const std::size_t distance = edit_distance(folded, other);
        if (distance >= best_distance) continue;
        best = &candidate;
        best_distance = distance;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

} // namespace bilan::base
