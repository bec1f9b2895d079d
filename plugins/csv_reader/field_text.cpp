// SPDX-License-Identifier: MPL-2.0
#include "field_text.hpp"

#include "code_page.hpp"
#include "utf8.hpp"

namespace csv_reader {

std::string_view FieldText::rewritten(const Field& field, FieldMarks& marks)
{
    if (!field.rough && all_usual(field.raw())) return field.raw();
    buffer_.clear();
    for (const char* at = field.begin; at != field.end;) at = take(at, field, marks);
    return buffer_;
}

/// Appends the character there to the buffer, or leaves it out, and returns the place of the next.
const char* FieldText::take(const char* at, const Field& field, FieldMarks& marks)
{
    if (byte_at(at) >= 0x80) return take_beyond_ascii(at, field.end, marks);
    const char* next = at + 1;
    char byte = *at;
    if (byte == '"' && field.quoted && next != field.end && *next == '"') ++next;
    if (byte == '\r') {
        byte = '\n';
        if (next != field.end && *next == '\n') ++next;
    } else if (byte == '\v') { // the line break that Word puts into cells
        byte = '\n';
        marks.controls = true;
    } else if (is_unusual(byte)) {
        marks.controls = true;
        return next;
    }
    buffer_.push_back(byte);
    return next;
}

const char* FieldText::take_beyond_ascii(const char* at, const char* end, FieldMarks& marks)
{
    char32_t character = 0;
    if (encoding_ == Encoding::utf8 || encoding_ == Encoding::mixed) {
        const std::size_t length = utf8_length(at, end);
        if (length > 0 && (encoding_ == Encoding::utf8 || is_plausible(utf8_decode(at, length)))) {
            buffer_.append(at, length);
            return at + length;
        }
        // A first byte alone at the end of a field is half a character cut off, not a letter of Windows-1252.
        const bool cut = at + 1 == end && (byte_at(at) == 0xC2 || byte_at(at) == 0xC3);
        if (encoding_ == Encoding::mixed && !cut) {
            character = character_of(Encoding::windows_1252, static_cast<unsigned char>(*at));
            marks.second_coding = marks.second_coding || character != 0;
        }
    } else {
        character = character_of(encoding_, static_cast<unsigned char>(*at));
    }
    marks.unreadable = marks.unreadable || character == 0;
    utf8_append(buffer_, character == 0 ? replacement : character);
    return at + 1;
}

/// `="01234"` is how a csv file tells spreadsheet programs to keep a code as text: the value is 01234.
std::string_view FieldText::without_text_formula(std::string_view text)
{
    if (text.size() < 3 || !text.starts_with("=\"") || !text.ends_with('"')) return text;
    const std::string_view inside = text.substr(2, text.size() - 3);
    return inside.find('"') == std::string_view::npos ? inside : text;
}

} // namespace csv_reader
