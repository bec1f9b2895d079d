// SPDX-License-Identifier: MPL-2.0
//
// The text of one cell, put together as a browser would show it: blanks collapsed, a line break for `<br>` and between
// paragraphs. A value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::html {

class CellText {
public:
    void clear();
    void add(std::string_view piece, bool is_struck);
    /// `<br>`
    void break_line();
    /// The border of a paragraph: what follows begins on a new line, unless it is the first.
    void begin_block();

    /// Without blanks around; empty for one that shows nothing but no-break spaces.
    [[nodiscard]] std::string_view shown() const;
    /// True when everything that it shows is struck through.
    [[nodiscard]] bool is_struck() const { return shown_ > 0 && struck_ == shown_; }
    [[nodiscard]] std::size_t size() const { return text_.size(); }

private:
    std::string text_;
    bool is_blank_due_ = false; ///< a collapsed blank that counts only if something follows
    bool is_line_due_ = false;
    std::size_t shown_ = 0;  ///< characters that are no blanks
    std::size_t struck_ = 0; ///< of these
};

} // namespace bilan::html
