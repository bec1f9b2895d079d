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
#include "separator.hpp"

namespace csv_reader {

class SheetFiller {
public:
    SheetFiller(bilan::Book& book, const Budget& budget, const Layout& layout, std::string_view source, FieldText text,
                std::uint64_t text_in_memory);

    void put(const Record& record);

    /// Adds the remarks to the book, once all records are in.
    void finish(const std::string& file);

private:
    [[nodiscard]] std::size_t sound_fields(const Record& record);
    void put_field(const Field& field, std::uint32_t column, FieldMarks& marks);
    void note_quotes(const Record& record);
    void note_marks(const FieldMarks& marks);
    void note_width(const Record& record, std::size_t sound);
    void watch(std::size_t fields);
    [[nodiscard]] std::uint64_t shown_row() const { return std::uint64_t{row_} + 1; }

    bilan::Book& book_;
    bilan::Grid& grid_;
    const Budget& budget_;
    Findings findings_;
    FieldText text_;
    Interner texts_;
    std::uint64_t text_in_memory_;
    std::uint64_t cells_ = 0;
    std::uint32_t width_;
    std::uint32_t row_ = 0;
    std::uint32_t unwatched_ = 0;
    bool commas_;
    bool open_rows_;
    bool in_table_ = false; ///< a row of the full width was seen: what came before is a preamble
};

} // namespace csv_reader
