// SPDX-License-Identifier: MPL-2.0
//
// Texts in records, which go on in CONTINUE records when they are long: characters that are cut begin anew with a byte
// that says whether they are wide. For one thread.
#pragma once

#include "xls_reader/code_page.hpp"
#include "xls_reader/record_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace bilan::xls {

/// How the texts of a workbook are written.
struct Dialect {
    bool is_unicode = true;             ///< Excel 97 and later
    const CodePage* page = nullptr;     ///< of the others; never null then
    std::uint64_t* undecoded = nullptr; ///< counts texts with bytes that are no character; never null
};

class TextReader {
public:
    /// Reads on in the CONTINUE records that follow in `records`.
    TextReader(RecordReader& records, std::string_view first, const Dialect& dialect)
        : records_(records), piece_(first), dialect_(dialect)
    {
    }

    /// A text behind its length, the length being one or two bytes long. False when its end is missing.
    [[nodiscard]] bool short_text(std::string& text);
    [[nodiscard]] bool long_text(std::string& text);

    /// The next text of two-byte length as a view: of the record where possible, otherwise of `buffer`.
    [[nodiscard]] bool next(std::string_view& text, std::string& buffer);

    /// True when not a byte is left, in this record or those that continue it.
    [[nodiscard]] bool is_at_end();

private:
    struct Shape {
        std::size_t characters = 0;
        bool is_wide = false;
        std::size_t behind = 0; ///< bytes after the characters: formatting runs, phonetic data
    };

    [[nodiscard]] bool advance();
    template <class Number>
    [[nodiscard]] bool take(Number& number);
    [[nodiscard]] bool skip(std::size_t bytes);
    [[nodiscard]] bool shape(Shape& shape);
    [[nodiscard]] bool characters(const Shape& shape, std::string& text);
    [[nodiscard]] bool cut_characters(const Shape& shape, std::string& text);
    [[nodiscard]] bool byte_characters(std::size_t count, std::string& text);
    [[nodiscard]] bool read(std::size_t size, std::string& text);

    RecordReader& records_;
    std::string_view piece_; ///< what is left of the current record
    const Dialect& dialect_;
};

} // namespace bilan::xls
