// SPDX-License-Identifier: MPL-2.0
//
// A level of qualification, on the scale of 2019. Roman numerals are the scale before it, said once for the column; an
// arabic numeral may be of either where the row is older than the new scale, or where the column uses the old one and
// nothing tells the year: then it is no value (domain.md 3.4.4). One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

class LevelReader final : public ValueReader {
public:
    explicit LevelReader(const ColumnContext& context);

    [[nodiscard]] bool is_answer(std::string_view folded) const override;
    [[nodiscard]] bool depends_on_year() const override { return true; }
    void in_year(std::optional<int> year) override { year_ = year; }
    void show_text(std::string_view text) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::vector<Note> column_notes() const override;

private:
    [[nodiscard]] const data::Term* level_of(std::string_view text) const;
    [[nodiscard]] bool may_be_of_either(std::string_view text) const;

    VocabularyIndex index_;
    std::optional<int> year_;
    std::vector<base::Words> old_; ///< « V → niveau 3 (CAP, BEP) », each spelling once, as they come
};

/// Its values are levels of qualification.
[[nodiscard]] bool holds_levels(const data::Field& field);

} // namespace bilan::intake
