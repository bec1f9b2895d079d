// SPDX-License-Identifier: MPL-2.0
//
// Remarks on the cells of one sheet, the first hundred of a kind in full and the rest counted, so that a file damaged
// a million times is said to be, in a bounded list. For one thread.
#pragma once

#include <bilan/problem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::cells {

class Remarks {
public:
    Remarks(std::string file, std::string sheet) : file_(std::move(file)), sheet_(std::move(sheet)) {}

    void add(std::string_view code, std::optional<CellPosition> at, std::vector<std::string> arguments = {});

    /// The same, unless it was said of the same thing before, which the first argument names: a format, not each of its
    /// cells. Beyond a hundred things they are only counted, each time.
    void add_once(std::string_view code, std::optional<CellPosition> at, std::vector<std::string> arguments);

    /// What was said so far; `forget_after` takes back what came later.
    struct Mark {
        std::size_t problems = 0;
        std::size_t kinds = 0;
        std::size_t once = 0;
        std::uint64_t total = 0;
        std::vector<std::uint64_t> counts;
    };
    [[nodiscard]] Mark mark() const;
    [[nodiscard]] std::uint64_t total() const { return total_; }
    void forget_after(const Mark& mark);

    /// Everything, in the order found, each kind that was cut closed by one remark that counts the rest.
    [[nodiscard]] std::vector<Problem> take();

private:
    static constexpr std::uint64_t most_of_a_kind = 100;
    struct Kind {
        std::string_view code; ///< a constant of codes.hpp
        std::uint64_t count = 0;
    };

    std::string file_;
    std::string sheet_;
    std::vector<Problem> problems_;
    std::vector<Kind> kinds_;
    std::vector<std::pair<std::string_view, std::string>> once_; ///< codes and what they were said of
    std::uint64_t total_ = 0;
};

} // namespace bilan::cells
