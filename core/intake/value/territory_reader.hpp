// SPDX-License-Identifier: MPL-2.0
//
// Lists of priority quarters: codes, else names. A name may hold « et » or `/` itself: the column's other cells and the
// vocabulary settle it, and what stays open is announced. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <set>
#include <string>

namespace bilan::intake {

class TerritoryReader final : public ValueReader {
public:
    explicit TerritoryReader(const ColumnContext& context);

    [[nodiscard]] bool is_answer(std::string_view folded) const override
    {
        return index_.find_folded(folded) != nullptr;
    }
    void show_text(std::string_view text) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    /// What a cell gives while it is being read.
    struct List {
        std::vector<std::string> items;
        std::optional<Note> note;
        bool is_doubtful = false;
        void say(Note said);
    };
    void add_piece(std::string_view piece, bool is_alone, List& list) const;
    /// False when there is no code in the piece.
    bool add_codes(std::string_view piece, List& list) const;
    void add_names(std::string_view piece, bool is_alone, List& list) const;
    [[nodiscard]] bool is_known(std::string_view name) const;
    void check_vintage(const std::string& code, List& list) const;

    const ColumnContext& context_;
    VocabularyIndex index_;
    std::set<std::string, std::less<>> names_; ///< folded names that stand alone somewhere in the column
};

} // namespace bilan::intake
