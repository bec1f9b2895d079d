// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/cell_text.hpp"

namespace bilan::ods {

void CellText::clear()
{
    text_.clear();
    paragraph_ = 0;
    blanks_ = 0;
    is_layout_ = false;
    has_paragraph_ = false;
}

void CellText::start_paragraph()
{
    if (has_paragraph_) {
        make_room(1);
        text_ += '\n';
    }
    has_paragraph_ = true;
    paragraph_ = text_.size();
}

void CellText::end_paragraph()
{
    settle_blanks(true);
}

void CellText::make_room(std::uint64_t size) const
{
    const std::uint32_t most = guard_.limits().text_bytes;
    if (size > most || text_.size() + size > most) guard_.refuse_limit("text_bytes", most, part_);
}

void CellText::settle_blanks(bool is_end)
{
    if (!is_layout_)
        text_.append(blanks_, ' ');
    else if (!is_end && text_.size() > paragraph_)
        text_ += ' ';
    blanks_ = 0;
    is_layout_ = false;
}

void CellText::characters(std::string_view piece)
{
    make_room(blanks_ + piece.size());
    for (const char character : piece) {
        const bool is_layout = character == '\n' || character == '\t' || character == '\r';
        if (is_layout || character == ' ') {
            ++blanks_;
            is_layout_ = is_layout_ || is_layout;
        } else {
            if (blanks_ > 0) settle_blanks(false);
            text_ += character;
        }
    }
}

void CellText::spaces(std::uint64_t count)
{
    make_room(count > guard_.limits().text_bytes ? count : blanks_ + count);
    settle_blanks(false);
    text_.append(count, ' ');
}

void CellText::mark(char character)
{
    make_room(blanks_ + 1);
    settle_blanks(false);
    text_ += character;
}

} // namespace bilan::ods
