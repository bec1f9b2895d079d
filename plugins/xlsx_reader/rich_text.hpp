// SPDX-License-Identifier: MPL-2.0
//
// Joins the runs of a rich text (`si`, `is`) and leaves phonetic runs out. Told about every element inside that one.
// Blanks count with `xml:space` as without (docs/decisions/blanks-of-texts.md). For one thread.
#pragma once

#include "archive/read_guard.hpp"
#include "xlsx_reader/cell_text.hpp"

#include <string>

namespace bilan::xlsx {

class RichText {
public:
    RichText(const archive::ReadGuard& guard, std::string_view part) : guard_(guard), part_(part) {}

    void clear()
    {
        text_.clear();
        depth_ = 0;
        is_in_run_ = false;
        collected_at_ = 0;
    }
    void start(std::string_view local)
    {
        ++depth_;
        if (local == "r" && depth_ == 1) is_in_run_ = true;
        if (local != "t" || collected_at_ != 0 || (depth_ != 1 && !(depth_ == 2 && is_in_run_))) return;
        collected_at_ = depth_;
        piece_.clear();
    }
    void text(std::string_view piece)
    {
        if (collected_at_ != depth_ || depth_ == 0) return;
        if (piece_.size() + text_.size() + piece.size() > guard_.limits().text_bytes)
            guard_.refuse_limit("text_bytes", guard_.limits().text_bytes, part_);
        piece_ += piece;
    }
    void end()
    {
        if (collected_at_ == depth_) {
            decode_escapes(piece_);
            text_ += piece_;
            collected_at_ = 0;
        }
        if (--depth_ == 0) is_in_run_ = false;
    }
    [[nodiscard]] const std::string& joined() const { return text_; }

private:
    const archive::ReadGuard& guard_;
    std::string part_;
    std::string text_;
    std::string piece_;
    int depth_ = 0; ///< below `si` or `is`
    int collected_at_ = 0;
    bool is_in_run_ = false;
};

} // namespace bilan::xlsx
