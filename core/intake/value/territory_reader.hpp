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

    [[nodiscard]] bool is_answer(std::string_view folded) const override;
    [[nodiscard]] bool depends_on_year() const override { return true; }
    void in_year(std::optional<int> year) override { year_ = year; }
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
    /// « oui », « X », « 1 »: the column asks whether, not where.
    [[nodiscard]] std::optional<Reading> read_flag(std::string_view folded, std::string_view text) const;
    /// « QN06910M (hors QN06911M) »: what is left, or the whole as it is where that cannot be told.
    [[nodiscard]] std::string without_excluded(const std::string& text, List& list) const;
    void add_all(std::string_view text, List& list) const;
    void add_piece(std::string_view piece, bool is_alone, List& list) const;
    /// False when there is no code in the piece.
    bool add_codes(std::string_view piece, List& list) const;
    void add_names(std::string_view piece, bool is_alone, List& list) const;
    [[nodiscard]] bool is_known(std::string_view name) const;
    void check_vintage(const std::string& code, List& list) const;

    const class Reference* reference_;
    VocabularyIndex index_;
    std::optional<int> year_;                  ///< of the row that is being read
    bool asks_for_codes_ = false;              ///< the field is the code of a quarter
    bool has_codes_ = false;                   ///< such a code stands somewhere in the column
    bool has_flags_ = false;                   ///< « oui » or « non » stands somewhere in the column
    bool has_names_ = false;                   ///< anything but flags and crosses does
    std::set<std::string, std::less<>> names_; ///< folded names that stand alone somewhere in the column
};

} // namespace bilan::intake
