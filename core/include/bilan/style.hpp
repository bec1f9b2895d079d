// SPDX-License-Identifier: MPL-2.0
//
// How a cell of a finished workbook looks. Value types, any thread. The host resolves a theme into a list of styles;
// cells name one by its index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace bilan {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Align : std::uint8_t { general, left, center, right };
enum class Line : std::uint8_t { none, hair, thin, medium };

struct Style {
    std::string name; ///< for messages and tests: "title", "integer", "percent"
    std::string font = "Arial";
    double size = 10; ///< points
    bool bold = false;
    bool italic = false;
    bool underline = false;
    Colour ink;
    std::optional<Colour> fill;
    Align align = Align::general;
    bool wrap = false;
    bool top = false;          ///< aligned to the top of its row; otherwise in the middle
    std::string number_format; ///< invariant Excel format: `#,##0`, `0.0%`, `dd/mm/yyyy`, `@`; empty is General
    Line bottom = Line::none;
    Line top_line = Line::none;
    Colour line_ink;
    std::uint8_t indent = 0;
};

using StyleIndex = std::uint16_t;

} // namespace bilan
