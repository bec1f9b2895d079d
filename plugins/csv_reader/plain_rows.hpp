// SPDX-License-Identifier: MPL-2.0
//
// Cuts many rows at once while they are plain: as many fields as the table has columns, each without a quote or wholly
// inside one pair of quotes, no line break in a field, LF or CRLF at the end. Nearly all rows of nearly all files are.
// The first row that is anything else ends the cutting and is left to RecordReader, which knows every case; a test
// holds both against each other. Works on 64 bytes at once and without a branch per field. Does not own the text; for
// one thread.
#pragma once

#include "record_reader.hpp"

namespace csv_reader {

class PlainRows {
public:
    /// The fields of one column in the order of the rows, each without quotes or a carriage return.
    class Column {
    public:
        Column(const char* base, const std::uint32_t* start, std::uint32_t width, std::uint32_t rows)
            : base_(base), start_(start), width_(width), rows_(rows)
        {
        }
        [[nodiscard]] std::size_t size() const { return rows_; }
        [[nodiscard]] std::string_view operator[](std::size_t row) const
        {
            const std::uint32_t* const start = start_ + row * width_;
            return {base_ + start[0], start[1] - 1 - start[0]};
        }
        [[nodiscard]] Column subspan(std::size_t first, std::size_t count) const
        {
            return {base_, start_ + first * width_, width_, static_cast<std::uint32_t>(count)};
        }

    private:
        const char* base_;
        const std::uint32_t* start_;
        std::uint32_t width_;
        std::uint32_t rows_;
    };

    PlainRows(std::string_view text, const TableShape& shape);

    /// Cuts from `from`, the beginning of a row, and returns how many rows were plain; 0 when the first is not.
    std::uint32_t cut(const char* from);

    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t width() const { return width_; }
    /// The place after the last row.
    [[nodiscard]] const char* end() const { return base_ + starts_[std::size_t{rows_} * width_]; }
    [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(end() - base_); }
    /// The longest run of rows that one cut may give.
    [[nodiscard]] std::uint32_t most_rows() const { return most_rows_; }

    /// Whether the value of one of the fields may be another text than the field, though the text of the file is clean:
    /// see FieldText.
    [[nodiscard]] bool may_stand_for_others() const { return begins_rarely_ || (quotes_ && has_rare_); }

    /// Whether the fields of a column are simply what stands between two ends.
    [[nodiscard]] bool is_bare(std::uint32_t column) const { return !quotes_ && !(returns_ && column + 1 == width_); }

    /// The byte at the beginning of a field and the fifteen after it can be read even if it is empty.
    [[nodiscard]] Column bare(std::uint32_t column) const { return {base_, starts_.data() + column, width_, rows_}; }

    /// Hands `take` the fields of one column in the order of the rows, without quotes: take(row, field). As many bytes
    /// can be read.
    template <class Take>
    void each(std::uint32_t column, Take take) const
    {
        const bool returns = returns_ && column + 1 == width_;
        const Column fields = bare(column);
        for (std::uint32_t row = 0; row < rows_; ++row) {
            std::string_view field = fields[row];
            if (returns && field.ends_with('\r')) field.remove_suffix(1);
            if (quotes_ && field.starts_with('"')) field = field.substr(1, field.size() - 2);
            take(row, field);
        }
    }

private:
    struct Block;
    struct Variants;
    template <class Masks>
    [[nodiscard]] std::uint32_t cut_rows(const char* from);
    template <class Masks>
    [[nodiscard]] Block look_at(const char* at);
    template <class Masks>
    void look_closer(const char* at, std::uint64_t returns, Block& block);
    void look_at_quotes(Block& block, std::uint64_t quotes, std::uint64_t returns, char after);
    [[nodiscard]] std::uint32_t whole_rows(std::uint32_t feeds) const;
    template <class Masks>
    void keep_ends(std::uint64_t ends, std::uint32_t offset);

    std::string_view text_;
    std::vector<std::uint32_t> starts_; ///< field i begins at starts_[i] and ends before starts_[i + 1] - 1
    const char* base_ = nullptr;
    std::uint32_t ends_ = 0; ///< ends of fields found since `base_`
    std::uint32_t rows_ = 0;
    std::uint32_t width_;
    std::uint32_t most_rows_;
    char separator_;
    bool quotes_ = false;        ///< the rows hold quotes
    bool has_rare_ = false;      ///< the rows hold the first byte of a value that stands for another one
    bool begins_rarely_ = false; ///< and a field begins with one
    bool returns_ = false;       ///< the rows hold carriage returns
    bool inside_ = false;        ///< the next byte to look at is inside quotes
    bool after_end_ = false;     ///< the next byte to look at begins a field
};

} // namespace csv_reader
