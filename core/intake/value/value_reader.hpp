// SPDX-License-Identifier: MPL-2.0
//
// What every kind of field has to say about the cells of its column. A column goes by twice: first all its distinct
// texts and its numbers are shown, then each is read, so that the others may settle what one leaves open. One column,
// one thread.
#pragma once

#include "intake/column_reader.hpp"
#include "intake/value/reading.hpp"

#include <bilan/cell.hpp>

#include <memory>
#include <vector>

namespace bilan::intake {

/// What the readers know beside the cell.
struct ColumnContext {
    const data::Field* field = nullptr;
    const data::Domain* domain = nullptr;
    std::optional<int> year;
    const class Reference* reference = nullptr; ///< may be null
    std::string unit;                           ///< as the header says it
    std::string header;
    bool numbers_are_texts = false;  ///< csv and html: a number written plainly is no conversion
    bool has_american_dates = false; ///< other columns of the table settle `03/04/2024`
    bool is_date_1904 = false;
    bool has_leap_day_1900 = false; ///< Excel's own files: days before 1 March 1900 were stored one less
};

class ValueReader {
public:
    ValueReader() = default;
    ValueReader(const ValueReader&) = delete;
    ValueReader& operator=(const ValueReader&) = delete;
    virtual ~ValueReader() = default;

    /// True for a folded text that means something here before it may mean « no value »: `x` in a column of yes and no,
    /// « non renseigné » in a vocabulary.
    [[nodiscard]] virtual bool is_answer(std::string_view) const { return false; }

    /// True when a text may mean another value in another year. Then `in_year` comes before each text, in both
    /// passings, with the exercise of its row, and a text comes once for each of them; and before `read_cell`.
    [[nodiscard]] virtual bool depends_on_year() const { return false; }
    virtual void in_year(std::optional<int>) {}

    /// First passing. Texts come once each and are numbered in that order; texts that stand for a missing value and
    /// empty ones do not come.
    virtual void show_text(std::string_view text) = 0;
    virtual void show_number(const Cell&) {}

    /// Second passing. `text` is the one shown as number `index`.
    [[nodiscard]] virtual Reading read_text(std::size_t index, std::string_view text) = 0;
    /// Second passing: another cell has the text that was read as number `index`.
    virtual void meet_again(std::size_t) {}
    /// A number, date or boolean cell.
    [[nodiscard]] virtual Reading read_cell(const Cell& cell) = 0;

    /// Second passing, the short way of nearly all cells: the number that `read_cell` would give without a note.
    /// Nothing when there is anything else to say of the cell.
    [[nodiscard]] virtual std::optional<double> plain_number(const Cell&) const { return std::nullopt; }

    /// What is said once for the whole column.
    [[nodiscard]] virtual std::vector<Note> column_notes() const { return {}; }
};

/// The reader of a field's type. `context` must outlive it.
[[nodiscard]] std::unique_ptr<ValueReader> reader_for(const ColumnContext& context);

/// Its values are codes or names of quarters.
[[nodiscard]] bool holds_quarters(const data::Field& field);
/// Its values are places, quarters or others: they may bear the names of persons.
[[nodiscard]] bool holds_places(const data::Field& field);

} // namespace bilan::intake
