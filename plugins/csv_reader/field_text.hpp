// SPDX-License-Identifier: MPL-2.0
//
// The value of a field as clean UTF-8: quotes undoubled, line ends made LF, invisible controls dropped, bytes decoded.
// Notes what it had to change, so that the reader can say it. Keeps one buffer between calls; for one thread.
#pragma once

#include "byte_masks.hpp"
#include "encoding.hpp"
#include "record_reader.hpp"

#include <string>

namespace csv_reader {

/// What was met in the fields of one record.
struct FieldMarks {
    bool controls = false;      ///< invisible characters were dropped
    bool unreadable = false;    ///< bytes that are no character became U+FFFD
    bool second_coding = false; ///< Windows-1252 bytes in a file that is else UTF-8

    [[nodiscard]] bool any() const { return controls || unreadable || second_coding; }
};

class FieldText {
public:
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; ///< in UTF-8

    /// `clean`: the text is known to be good UTF-8 without controls, so that most fields are their own value.
    FieldText(Encoding encoding, bool clean) : encoding_(encoding), clean_(clean) {}

    /// Says whether the value of a field that is not rough may be another text than the field itself. The first byte of
    /// the field must be there to be read, even if it is empty.
    struct Care {
        bool clean = false;
        [[nodiscard]] bool is_needed(std::string_view field) const
        {
            const char first = *field.data();
            return (first == '=' || first == byte_order_mark.front() || (!clean && !all_usual(field))) &&
                   !field.empty();
        }
    };
    [[nodiscard]] bool is_clean() const { return clean_; }
    [[nodiscard]] Care care() const { return {clean_}; }

    /// The value; the view lasts until the next call or as long as the text, whichever ends first.
    [[nodiscard]] std::string_view value(const Field& field, FieldMarks& marks)
    {
        std::string_view text = clean_ && !field.rough ? field.raw() : rewritten(field, marks);
        if (text.starts_with(byte_order_mark)) { // of a file that was put behind another one
            text.remove_prefix(byte_order_mark.size());
            marks.controls = true;
        }
        return !text.empty() && text.front() == '=' ? without_text_formula(text) : text;
    }

private:
    [[nodiscard]] std::string_view rewritten(const Field& field, FieldMarks& marks);
    const char* take(const char* at, const Field& field, FieldMarks& marks);
    const char* take_beyond_ascii(const char* at, const char* end, FieldMarks& marks);
    static std::string_view without_text_formula(std::string_view text);

    std::string buffer_;
    Encoding encoding_;
    bool clean_;
};

} // namespace csv_reader
