// SPDX-License-Identifier: MPL-2.0
//
// One field over many rows: a number or a dictionary id, a state and the source column, at most 11 bytes a value.
// Written by intake/ through DatasetBuilder, then only read; reading from many threads is fine.
#pragma once

#include "data/further_columns.hpp"
#include "data/schema.hpp"
#include "data/state.hpp"

#include <bilan/text_pool.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::data {

/// Texts of a column in order of first appearance; a list (choices) is one entry whose items are joined by
/// `list_separator`.
inline constexpr char list_separator = '\x1f';

struct Column {
    /// Source column of a value that no cell gives (a year from the title, a quarter from the sheet name).
    static constexpr std::uint16_t no_cell = 0xFFFF;

    Field field;                    ///< a copy: fields of a family exist only here
    std::vector<double> numbers;    ///< when is_numeric(field.type)
    std::vector<std::uint32_t> ids; ///< otherwise
    std::vector<State> states;
    std::vector<std::uint16_t> source_columns;
    FurtherColumns further;               ///< of values that several cells made
    std::shared_ptr<TextPool> dictionary; ///< texts behind `ids`; never null for a text column
    bool are_whole = false; ///< every number is one that WholeSums adds up exactly; found once, at the end

    [[nodiscard]] std::size_t size() const { return states.size(); }
    [[nodiscard]] bool is_known(std::size_t row) const { return states[row] == State::value; }
    /// REQUIRES: a text column and a known row.
    [[nodiscard]] std::string_view text(std::size_t row) const { return dictionary->at(ids[row]); }
};

} // namespace bilan::data
