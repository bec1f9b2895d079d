// SPDX-License-Identifier: MPL-2.0
//
// Cuts a text into records and fields, as RFC 4180 says and as real files demand. A quote opens a field only as its
// first byte. A quote that is never closed, or that would swallow rows, is taken as an ordinary character, and the
// record says so. Views into the text, which it does not own; for one thread.
#pragma once

#include "mask_cursor.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace csv_reader {

struct Field {
    const char* begin = nullptr; ///< after the opening quote, if any
    const char* end = nullptr;
    bool quoted = false;
    bool rough = false; ///< holds doubled quotes or carriage returns that are not part of the value

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end - begin); }
    [[nodiscard]] std::string_view raw() const { return {begin, size()}; }
};

struct Record {
    std::vector<Field> fields;
    std::uint64_t line = 0;            ///< line of the text file on which it begins, from 1
    std::uint64_t lines = 0;           ///< lines it takes
    const char* doubtful = nullptr;    ///< first quote whose field holds line breaks or lone quotes
    const char* loose_quote = nullptr; ///< an opening quote that was taken as an ordinary character
    std::uint64_t loose_line = 0;      ///< the line of that quote
    bool stray_quotes = false;         ///< quotes inside a quoted field that should have been doubled
    bool too_wide = false;             ///< something stands beyond the last column that may be
    bool inner_return = false;         ///< a carriage return inside the row, not at its end

    [[nodiscard]] bool is_blank() const { return fields.size() == 1 && fields[0].size() == 0; }
};

/// What is known of the table before its records are cut.
struct TableShape {
    char separator = ';';             ///< a line feed stands for "none"
    std::uint32_t width = 0;          ///< fields of an ordinary record; 0 when not known yet
    bool line_feeds = true;           ///< records end with LF or CRLF, so that a lone CR may be something else
    bool returns_are_text = false;    ///< a lone CR ends no record at all: without them every row has the same width
    std::size_t most_fields = 16'384; ///< columns that may be; empty fields beyond are dropped
    std::size_t longest = 1 << 20;    ///< bytes after which a quote that still runs over lines or quotes is a loose one
};

class RecordReader {
public:
    RecordReader(std::string_view text, const TableShape& shape, std::uint64_t first_line = 1);

    /// The next record; false at the end of the text. Views in `record` last as long as the text.
    bool next(Record& record);

    /// Where the next record begins.
    [[nodiscard]] const char* place() const { return at_; }

    /// Goes on at `place`, behind rows that were cut elsewhere and took a line each.
    void pass(const char* place, std::uint64_t rows)
    {
        at_ = place;
        cursor_.seek(place);
        line_ += rows;
    }

private:
    void cut(Record& record, const char* literal_quote);
    void keep(Record& record, const Field& field) const
    {
        if (record.fields.size() < shape_.most_fields)
            record.fields.push_back(field);
        else
            record.too_wide = record.too_wide || field.size() > 0;
    }
    const char* cut_quoted(const char* quote, Record& record);
    const char* cut_plain(const char* begin, Record& record);
    [[nodiscard]] const char* after_line_end(const char* stop) const;
    [[nodiscard]] const char* field_end_after_quote(const char* at) const;
    [[nodiscard]] bool ends_field(const char* at) const;
    [[nodiscard]] bool looks_opening(const char* quote) const;
    [[nodiscard]] bool is_inner_return(const char* stop, const Record& record) const;
    void settle_doubt(Record& record);

    const char* end_;
    const char* at_;
    MaskCursor cursor_;
    TableShape shape_;
    std::size_t patience_; ///< shrinks with every quote looked after in vain, so that time stays in line with size
    std::uint64_t line_;
};

} // namespace csv_reader
