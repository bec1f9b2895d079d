// SPDX-License-Identifier: MPL-2.0
//
// What cells say, as numbers: two cells have the same one where their words are the same but for case and accents. A
// merged cell says in each of its rows what stands in its first. Looked up as it is asked for; one thread.
#pragma once

#include "intake/row/rows.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bilan::intake {

class SaidWords {
public:
    static constexpr std::uint32_t nothing = 0;

    /// The input must outlive this.
    explicit SaidWords(const RowInput& input);

    /// `nothing` for what is empty, and for numbers that are no whole ones.
    [[nodiscard]] std::uint32_t at(std::uint32_t row, std::uint32_t column);
    [[nodiscard]] bool says_something(std::uint32_t row, std::uint32_t column);
    /// Of the columns, in their order. Good until it is asked again.
    [[nodiscard]] const std::u32string& key(std::uint32_t row, const std::vector<std::uint32_t>& columns);

private:
    [[nodiscard]] std::uint32_t of_label(std::uint32_t row, std::uint32_t column);

    const SheetView* view_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> tops_; ///< of merged cells: where they begin
    std::vector<std::uint32_t> of_texts_;                                   ///< by the number of the text in its book
    std::unordered_map<std::uint64_t, std::uint32_t> of_numbers_;           ///< by the bytes of the number
    std::unordered_map<std::string, std::uint32_t> words_;                  ///< folded
    std::u32string key_;
};

} // namespace bilan::intake
