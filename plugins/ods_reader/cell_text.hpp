// SPDX-License-Identifier: MPL-2.0
//
// The text of one cell, put together from its paragraphs. Owned by the reading of one table; for one thread.
#pragma once

#include "archive/read_guard.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace bilan::ods {

/// Paragraphs are lines. White space that holds a line end or a tab comes from the layout of the XML, as real ones are
/// elements: it is one space, and none at either end of a paragraph. Plain spaces all stay, as spreadsheet programs
/// show them, although OpenDocument would make them one.
class CellText {
public:
    CellText(const archive::ReadGuard& guard, std::string_view part) : guard_(guard), part_(part) {}

    void clear();
    void start_paragraph();
    void end_paragraph();
    /// Character data inside a paragraph.
    void characters(std::string_view piece);
    void spaces(std::uint64_t count);
    void mark(char character); ///< a tab or a line break

    [[nodiscard]] const std::string& joined() const { return text_; }
    [[nodiscard]] bool has_paragraph() const { return has_paragraph_; }

private:
    void settle_blanks(bool is_end);
    void make_room(std::uint64_t size) const;

    const archive::ReadGuard& guard_;
    std::string_view part_;
    std::string text_;
    std::size_t paragraph_ = 0; ///< where the current one begins
    std::size_t blanks_ = 0;    ///< white space met since the last character
    bool is_layout_ = false;    ///< it holds more than spaces
    bool has_paragraph_ = false;
};

} // namespace bilan::ods
