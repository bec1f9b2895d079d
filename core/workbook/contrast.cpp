// SPDX-License-Identifier: MPL-2.0
#include "workbook/contrast.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

double linear(std::uint8_t channel)
{
    const double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

double contrast(Colour ink, Colour fill)
{
    const auto [darker, lighter] = std::minmax({luminance(ink), luminance(fill)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace bilan::workbook
