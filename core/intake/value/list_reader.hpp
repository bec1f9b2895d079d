// SPDX-License-Identifier: MPL-2.0
//
// Several terms of a vocabulary in one cell. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

namespace bilan::intake {

class ListReader final : public ValueReader {
public:
    explicit ListReader(const ColumnContext& context);

    [[nodiscard]] bool is_answer(std::string_view folded) const override
    {
        return index_.find_folded(folded) != nullptr;
    }
    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    struct Found {
        std::vector<std::string> items;
        std::vector<base::Words> taken; ///< texts that stand for a term and are to be confirmed
    };
    /// Adds the terms of a piece; false when a part of it is no term.
    bool add_terms(std::string_view piece, Found& found) const;
    [[nodiscard]] Reading reading_of(const Found& found) const;

    VocabularyIndex index_;
};

} // namespace bilan::intake
