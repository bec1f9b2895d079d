// SPDX-License-Identifier: MPL-2.0
//
// Yes and no: `oui`, `X`, `1`, `VRAI`. An empty cell is no answer, also in a column of X. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"

#include <optional>

namespace bilan::intake {

/// The answer of a folded text.
[[nodiscard]] std::optional<bool> boolean_of(std::string_view folded);

class BooleanReader final : public ValueReader {
public:
    [[nodiscard]] bool is_answer(std::string_view folded) const override { return boolean_of(folded).has_value(); }
    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
};

} // namespace bilan::intake
