// SPDX-License-Identifier: MPL-2.0
//
// What the cells of a column look like, cell by cell. One thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/table/sheet_view.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace bilan::intake {

/// Filled cells after which a column is known well enough.
inline constexpr std::uint32_t content_sample = 200;

/// Looks at the cells of one column; at each distinct text once. The view outlives it.
class ColumnContent {
public:
    ColumnContent(const SheetView& view, std::uint32_t column) : view_(&view), column_(column) {}

    /// Counts one cell; false when nothing stands there.
    bool add(std::uint32_t row);
    [[nodiscard]] ContentProfile take() { return std::move(content_); }

private:
    /// What a text looks like.
    struct Look {
        Looks kind = Looks::nothing;
        bool is_tick = false;
        bool is_birth = false;
        bool tells_birth = false;
        bool is_person = false;
        bool is_called = false;
        bool is_first_name = false;
        bool is_padded = false;
        double number = 0;
    };

    [[nodiscard]] static Look look_at(std::string_view text);
    void keep_some(std::string_view text);
    void count_text(const Look& look);

    const SheetView* view_;
    std::uint32_t column_;
    ContentProfile content_;
    std::unordered_map<TextPool::Id, Look> looks_; ///< looked up only, never walked
};

} // namespace bilan::intake
