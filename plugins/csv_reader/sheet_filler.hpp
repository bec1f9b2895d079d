// SPDX-License-Identifier: MPL-2.0
//
// Puts records into the grid, one row each, and notes what is wrong with them. Every value is put as text, whatever it
// looks like: `01004` is a code, `1.234` and `12,5` mean something only beside the other values of their column, and
// deciding that is the work of whoever reads columns. A field of no characters leaves its cell empty, an empty line
// its row. For one thread.
#pragma once

#include "budget.hpp"
#include "field_text.hpp"
#include "findings.hpp"
#include "interner.hpp"
#include "long_rows.hpp"
#include "plain_rows.hpp"
#include "separator.hpp"

namespace csv_reader {

class SheetFiller {
public:
    SheetFiller(bilan::Book& book, const Budget& budget, const Layout& layout, std::size_t source_bytes, FieldText text,
                std::uint64_t text_in_memory);

    void put(const Record& record);

    /// Puts rows cut together; what they hold is as if each had been put alone.
    void put(const PlainRows& rows);

    /// Whether so many more rows of so many fields are sure to fit: below the limit, and none too long for its table.
    [[nodiscard]] bool has_room(std::uint32_t rows, std::uint32_t fields) const;

    /// Adds the remarks to the book, once all records are in.
    void finish(const std::string& file);

private:
    [[nodiscard]] std::size_t sound_fields(const Record& record);
    void put_column(const PlainRows& rows, std::uint32_t column);
    void number_one_by_one(const PlainRows& rows, std::uint32_t column);
    void hold_texts(const PlainRows& rows) const;
    void put_field(const Field& field, std::uint32_t column, FieldMarks& marks);
    void note_quotes(const Record& record);
    void note_marks(const FieldMarks& marks);
    void note_narrow_header(std::size_t fields, bool is_open);
    void note_width(const Record& record, std::size_t sound);
    void enter_table();
    void watch(std::size_t fields);
    [[nodiscard]] std::uint64_t shown_row() const { return std::uint64_t{row_} + 1; }

    bilan::Book& book_;
    bilan::Grid& grid_;
    const Budget& budget_;
    Findings findings_;
    FieldText text_;
    Interner texts_;
    std::vector<std::string_view> fields_;  ///< of one column of plain rows
    std::vector<Interner::Number> numbers_; ///< of the values
    struct Rewritten {
        std::uint32_t row = 0;
        Interner::Number number = 0;
    };
    std::vector<Rewritten> rewritten_; ///< of these fields, the ones that are not their own value
    std::vector<FieldMarks> marks_;    ///< of the rows, where the text is not clean
    std::uint64_t text_in_memory_;
    std::uint64_t cells_ = 0;
    std::uint32_t width_;                  ///< of the table that the row belongs to
    std::vector<TableStart> other_tables_; ///< further down
    std::size_t passed_tables_ = 0;        ///< of `other_tables_`
    std::uint32_t row_ = 0;
    std::uint32_t unwatched_ = 0;
    char separator_;
    bool open_rows_;
    std::vector<LongRow> long_rows_;
    std::uint32_t fields_above_ = 0; ///< of the row before, while no whole one was seen
    bool in_table_ = false;          ///< a row of the full width was seen: what came before is a preamble
};

} // namespace csv_reader
