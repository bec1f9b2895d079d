// SPDX-License-Identifier: MPL-2.0
//
// The styles of a document, reduced to what says something about values: the number format class and the strike-through
// of each cell style, and which table styles hide their table. Filled first, then settled, then only read. Owned by the
// call that reads the file.
#pragma once

#include "archive/read_guard.hpp"
#include "cells/styles.hpp"
#include "ods_reader/data_style.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace bilan::ods {

struct CellStyle {
    std::string parent;
    std::optional<std::string> data_style;
    std::optional<bool> is_struck;
};

/// Common styles have names that people know; automatic ones belong to one part and stand before the common ones there.
enum class Scope : std::uint8_t { common, automatic };

class StyleBook {
public:
    explicit StyleBook(const archive::ReadGuard& guard) : guard_(guard) {}

    void add(Scope scope, std::string name, DataStyle style);
    void add(Scope scope, std::string name, CellStyle style);
    /// A style that hides its table, or leaves its row or column no height or width. Names differ between the kinds.
    void hide(std::string style);
    /// To be called once all styles are known and before any is asked for.
    void settle();

    /// Number of a cell style for `tags`; 0, a cell without a style, for an unknown one.
    [[nodiscard]] std::uint32_t number_of(std::string_view cell_style) const;
    [[nodiscard]] const cells::Styles& tags() const { return tags_; }
    [[nodiscard]] bool hides(std::string_view style) const;

private:
    /// Names are looked up by views.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <typename Value>
    using Named = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    struct Level {
        Named<DataStyle> data;
        Named<CellStyle> cell;
    };

    void bound();
    void settle(const Level& level, Scope scope);
    [[nodiscard]] const CellStyle* cell_style(const std::string& name) const;
    [[nodiscard]] const DataStyle* data_style(const std::string& name, Scope scope) const;
    struct Shown {
        FormatClass format = FormatClass::general;
        std::string_view unit; ///< a constant
        std::string odd;       ///< the whole format, where it shows numbers otherwise than they are stored
    };
    [[nodiscard]] std::string odd_format(const DataStyle& style, Scope scope) const;
    [[nodiscard]] Shown shown_by(const std::string& data_style, Scope scope) const;
    void add_tags(const CellStyle* style, Scope scope);

    const archive::ReadGuard& guard_;
    Level common_;
    Level automatic_;
    Named<std::uint32_t> numbers_;
    std::unordered_set<std::string, Hash, std::equal_to<>> hidden_;
    cells::Styles tags_;
    std::uint64_t added_ = 0;
};

} // namespace bilan::ods
