// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/sheet_positions.hpp"

#include <algorithm>

namespace bilan::xls {

bool are_positions_true(std::string_view stream, const std::vector<SheetEntry>& sheets)
{
    std::vector<std::uint32_t> seen;
    for (const SheetEntry& sheet : sheets) {
        if (sheet.kind != SheetKind::worksheet) continue;
        if (!beginning_at(stream, sheet.position)) return false;
        seen.push_back(sheet.position);
    }
    std::sort(seen.begin(), seen.end());
    return std::adjacent_find(seen.begin(), seen.end()) == seen.end();
}

bool place_in_order(std::string_view stream, std::size_t from, std::vector<SheetEntry>& sheets)
{
    RecordReader records(stream, from);
    std::vector<std::size_t> found;
    unsigned depth = 0;
    Record record;
    for (std::size_t at = from; records.next(record); at = records.position()) {
        if (record.type == record::begin_of_file && depth++ == 0) found.push_back(at);
        if (record.type == record::end_of_file && depth > 0) --depth;
    }
    if (found.size() != sheets.size()) return false;
    for (std::size_t i = 0; i < found.size(); ++i) sheets[i].position = static_cast<std::uint32_t>(found[i]);
    return true;
}

} // namespace bilan::xls
