// SPDX-License-Identifier: MPL-2.0
//
// The styles of a workbook by their ids, reduced to what says something about values. Filled first, then settled, then
// only read. Owned by the call that reads the file.
#pragma once

#include "archive/read_guard.hpp"
#include "cells/number_format.hpp"
#include "cells/styles.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bilan::spreadsheetml {

/// Class of a number format: a code such as `0.00`, or one of the names that this format has for some (`Short Date`).
[[nodiscard]] FormatClass class_of_format(std::string_view format);

class StyleList {
public:
    explicit StyleList(const archive::ReadGuard& guard) : guard_(guard) {}

    /// A style without parent takes from the one named Default. What is said next is said of this style.
    void begin(std::string id, std::string parent);
    void set_format(std::string_view format);
    void set_struck(bool is_struck) { styles_.back().is_struck = is_struck; }

    /// To be called once all styles are known and before any is asked for.
    void settle();

    /// Number of a style for `tags`; 0 for the default one; nothing for one that is not there.
    [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view id) const;
    [[nodiscard]] const cells::Styles& tags() const { return tags_; }

private:
    struct Style {
        std::string parent;
        std::optional<FormatClass> format;
        std::optional<bool> is_struck;
        std::string_view unit; ///< a constant, shown behind the numbers of its format
        std::string odd;       ///< the whole format, where it shows numbers otherwise than they are stored
    };
    [[nodiscard]] const Style* parent_of(const Style& style) const;
    void add_tags(const Style* style);

    const archive::ReadGuard& guard_;
    std::vector<Style> styles_;
    std::unordered_map<std::string, std::uint32_t> indices_;
    cells::Styles tags_;
};

} // namespace bilan::spreadsheetml
