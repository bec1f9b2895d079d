// SPDX-License-Identifier: MPL-2.0
//
// Colours and fonts of a workbook. The built-in theme meets a contrast of 4.5:1 for all text and tells series apart
// without relying on colour alone; women and men are never pink and blue. A campaign may give its own.
#pragma once

#include <bilan/style.hpp>

#include <string>
#include <vector>

namespace bilan::workbook {

struct Theme {
    std::string font = "Arial";
    Colour ink{0x1E, 0x1E, 0x1E};
    Colour muted{0x5A, 0x5A, 0x5A};
    Colour accent{0x00, 0x3C, 0x71};     ///< titles, header fills
    Colour accent_ink{0xFF, 0xFF, 0xFF}; ///< text on the accent
    Colour soft{0xEA, 0xF0, 0xF6};       ///< key figure cards, total rows
    Colour warning{0x9A, 0x3A, 0x00};    ///< text of warnings
    Colour warning_fill{0xFF, 0xF4, 0xE5};
    Colour input{0xFF, 0xF8, 0xD6};   ///< fill of cells to be changed
    Colour heat{0x9F, 0xC0, 0xDF};    ///< fill of the largest value of shaded cells
    Colour against{0xA3, 0x56, 0x00}; ///< the unfavourable side of a scale
    Colour neutral{0xB4, 0xBA, 0xC2}; ///< the middle of a scale
    Colour line{0xB8, 0xC4, 0xD0};
    std::vector<Colour> series{{0x00, 0x3C, 0x71}, {0xD9, 0x7A, 0x00}, {0x4B, 0x8F, 0x8C}, {0x8C, 0x4A, 0x7E},
                               {0x7A, 0x8B, 0x99}, {0xB5, 0x9A, 0x2B}, {0x3F, 0x7D, 0x3A}, {0x9B, 0x2D, 0x2D}};
};

} // namespace bilan::workbook
