// SPDX-License-Identifier: MPL-2.0
//
// One term of a vocabulary. What is not in it is no value, unless the vocabulary is open. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

namespace bilan::intake {

/// The note of a text that is no term.
[[nodiscard]] Note unknown_term(const VocabularyIndex& index, std::string_view text);

class ChoiceReader final : public ValueReader {
public:
    explicit ChoiceReader(const ColumnContext& context);

    [[nodiscard]] bool is_answer(std::string_view folded) const override
    {
        return index_.find_folded(folded) != nullptr;
    }
    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    VocabularyIndex index_;
};

} // namespace bilan::intake
