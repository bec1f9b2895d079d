// SPDX-License-Identifier: MPL-2.0
#include "findings.hpp"

#include <algorithm>

namespace csv_reader {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Damage::count)> codes = {
    "BIL-345", "BIL-346", "BIL-347", "BIL-348", "BIL-349", "BIL-350", "BIL-351", "BIL-352", "BIL-353"};

} // namespace

void Findings::note(Damage damage, std::uint32_t row, std::uint64_t shown, std::uint32_t width)
{
    Sightings& sightings = all_[static_cast<std::size_t>(damage)];
    if (sightings.count == 0) {
        sightings.first_row = row;
        sightings.width = width;
    }
    if (sightings.count < shown_most) sightings.shown[sightings.count] = shown;
    ++sightings.count;
}

void Findings::publish(bilan::Book& book, const std::string& file) const
{
    for (std::size_t index = 0; index < all_.size(); ++index) {
        const Sightings& sightings = all_[index];
        if (sightings.count == 0) continue;
        const bilan::Place place{file, book.sheets.back().facts.name, sightings.first_row, std::nullopt};
        book.remarks.push_back(
            {codes[index], place, {std::to_string(sightings.count), list(sightings), std::to_string(sightings.width)}});
    }
}

std::string Findings::list(const Sightings& sightings)
{
    std::string words;
    const std::size_t shown = std::min<std::uint64_t>(sightings.count, shown_most);
    for (std::size_t index = 0; index < shown; ++index)
        words += (index > 0 ? ", " : "") + std::to_string(sightings.shown[index]);
    return sightings.count > shown_most ? words + ", …" : words;
}

} // namespace csv_reader
