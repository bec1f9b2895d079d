// SPDX-License-Identifier: MPL-2.0
#include "chart_looks.hpp"

#include "formats.hpp"

namespace bilan::xlsx {

lxw_chart_font font(double size, Colour ink, bool bold)
{
    static char name[] = "Arial"; // the library takes a text that it could write to
    lxw_chart_font result = {};
    result.name = name;
    result.size = size;
    result.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    result.color = library_colour(ink);
    return result;
}

lxw_chart_line line(Colour colour, float width, std::uint8_t dash)
{
    lxw_chart_line result = {};
    result.color = library_colour(colour);
    result.width = width;
    result.dash_type = dash;
    return result;
}

lxw_chart_fill fill(Colour colour)
{
    lxw_chart_fill result = {};
    result.color = library_colour(colour);
    return result;
}

Colour ink_on(Colour colour)
{
    // The eye weighs green most.
    const double light = (0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue) / 255;
    constexpr double middle = 0.48;
    return light > middle ? text_ink : Colour{0xFF, 0xFF, 0xFF};
}

} // namespace bilan::xlsx
