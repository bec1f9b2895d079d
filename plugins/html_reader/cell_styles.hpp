// SPDX-License-Identifier: MPL-2.0
//
// What styles say about values: number formats that Excel writes as `mso-number-format`, and what is hidden.
// Understands as much of CSS as spreadsheet programs write into their pages. For one thread.
#pragma once

#include <bilan/cell.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace bilan::html {

/// What a number format says: its class, and a unit that it writes behind the numbers (`cells::shown_unit`).
struct CellFormat {
    FormatClass format = FormatClass::general;
    std::string_view unit; ///< a constant
    std::string odd;       ///< the whole format, where it shows numbers otherwise than they are stored
};

/// `display:none` in a style attribute or a rule.
[[nodiscard]] bool hides(std::string_view declarations);

[[nodiscard]] CellFormat format_of_code(const std::string& code);

/// `mso-number-format` of a style attribute or a rule, when it is there.
[[nodiscard]] std::optional<CellFormat> format_in(std::string_view declarations);

class CellStyles {
public:
    /// Adds the rules of a `<style>` element.
    void add_sheet(std::string_view text);

    /// What the classes of an element say; the last one that says something wins.
    [[nodiscard]] std::optional<CellFormat> format_of(std::string_view classes) const;
    [[nodiscard]] bool is_hidden(std::string_view classes) const;

private:
    struct Rule {
        std::optional<CellFormat> format;
        bool is_hidden = false;
    };
    void add_rule(std::string_view selectors, const Rule& rule);
    template <class Found>
    void each_rule(std::string_view classes, const Found& found) const;

    std::unordered_map<std::string, Rule> rules_; ///< by class
};

} // namespace bilan::html
