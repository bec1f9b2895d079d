// SPDX-License-Identifier: MPL-2.0
#include "html_reader/cell_text.hpp"

namespace bilan::html {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f';
}

} // namespace

void CellText::clear()
{
    *this = CellText();
}

void CellText::add(std::string_view piece, bool is_struck)
{
    for (const char letter : piece) {
        if (is_blank(letter)) {
            is_blank_due_ = true;
            continue;
        }
        const bool is_at_beginning = text_.empty() || text_.back() == '\n';
        if (is_line_due_ && !text_.empty()) {
            text_ += '\n';
        } else if (is_blank_due_ && !is_at_beginning) {
            text_ += ' ';
        }
        is_line_due_ = false;
        is_blank_due_ = false;
        text_ += letter;
        ++shown_;
        if (is_struck) ++struck_;
    }
}

void CellText::break_line()
{
    if (is_line_due_ && !text_.empty()) text_ += '\n';
    is_line_due_ = false;
    is_blank_due_ = false;
    text_ += '\n';
}

void CellText::begin_block()
{
    is_line_due_ = !text_.empty() && text_.back() != '\n';
}

std::string_view CellText::shown() const
{
    std::string_view text = text_;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    std::string_view rest = text;
    while (rest.starts_with(no_break_space) || (!rest.empty() && is_blank(rest.front())))
        rest.remove_prefix(is_blank(rest.front()) ? 1 : no_break_space.size());
    return rest.empty() ? rest : text;
}

} // namespace bilan::html
