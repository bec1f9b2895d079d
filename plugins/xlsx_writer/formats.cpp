// SPDX-License-Identifier: MPL-2.0
#include "formats.hpp"

#include "refusals.hpp"

#include <algorithm>

namespace bilan::xlsx {

namespace {

std::uint8_t library_align(Align align)
{
    switch (align) {
    case Align::left: return LXW_ALIGN_LEFT;
    case Align::center: return LXW_ALIGN_CENTER;
    case Align::right: return LXW_ALIGN_RIGHT;
    case Align::general: break;
    }
    return LXW_ALIGN_NONE;
}

std::uint8_t library_border(Line line)
{
    switch (line) {
    case Line::hair: return LXW_BORDER_HAIR;
    case Line::thin: return LXW_BORDER_THIN;
    case Line::medium: return LXW_BORDER_MEDIUM;
    case Line::none: break;
    }
    return LXW_BORDER_NONE;
}

void set_font(lxw_format* format, const Style& style)
{
    format_set_font_name(format, style.font.c_str());
    format_set_font_size(format, style.size);
    format_set_font_color(format, library_colour(style.ink));
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
}

void set_lines(lxw_format* format, const Style& style)
{
    if (style.bottom != Line::none) {
        format_set_bottom(format, library_border(style.bottom));
        format_set_bottom_color(format, library_colour(style.line_ink));
    }
    if (style.top_line != Line::none) {
        format_set_top(format, library_border(style.top_line));
        format_set_top_color(format, library_colour(style.line_ink));
    }
}

void set_format(lxw_format* format, const Style& style)
{
    set_font(format, style);
    set_lines(format, style);
    if (style.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, library_colour(*style.fill));
    }
    if (style.align != Align::general) format_set_align(format, library_align(style.align));
    format_set_align(format, style.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (style.wrap) format_set_text_wrap(format);
    if (style.indent > 0) format_set_indent(format, style.indent);
    if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
}

bool is_hexadecimal(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f') ||
           (character >= 'A' && character <= 'F');
}

/// `_x0041_` at the beginning of `text`.
bool begins_with_escape(std::string_view text)
{
    constexpr std::size_t length = 7;
    if (text.size() < length || text[1] != 'x' || text[6] != '_') return false;
    return std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

} // namespace

lxw_color_t library_colour(Colour colour)
{
    const lxw_color_t value = static_cast<lxw_color_t>(colour.red) << 16U |
                              static_cast<lxw_color_t>(colour.green) << 8U | static_cast<lxw_color_t>(colour.blue);
    return value == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : value; // 0 is "no colour" to the library
}

std::string cell_text(std::string_view text)
{
    std::string stored;
    stored.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && begins_with_escape(text.substr(at))) stored += "_x005F";
        stored += text[at];
    }
    return stored;
}

std::string plain_text(std::string_view text)
{
    return text.starts_with('=') ? "\u00A0" + std::string(text) : std::string(text);
}

Formats::Formats(lxw_workbook& workbook, const std::vector<Style>& styles)
{
    // The library's own first format is that of the whole workbook. Column widths count its digits, which are as wide
    // in 10 point Arial as in its 11 point Calibri; but Calibri is not everywhere.
    if (!styles.empty()) set_font(STAILQ_FIRST(workbook.formats), styles.front());
    for (const Style& style : styles) {
        // The library cuts longer fields in silence.
        if (style.font.size() >= LXW_FORMAT_FIELD_LEN || style.number_format.size() >= LXW_FORMAT_FIELD_LEN)
            refuse(codes::set_up, {}, {style.name});
        lxw_format* format = workbook_add_format(&workbook);
        if (format == nullptr) refuse(codes::memory, {}, {});
        set_format(format, style);
        formats_.push_back(format);
    }
}

std::vector<std::int32_t> Formats::numbers() const
{
    std::vector<std::int32_t> numbers;
    numbers.reserve(formats_.size());
    for (lxw_format* const format : formats_) numbers.push_back(lxw_format_get_xf_index(format));
    return numbers;
}

} // namespace bilan::xlsx
