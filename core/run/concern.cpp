// SPDX-License-Identifier: MPL-2.0
#include "run/concern.hpp"

#include "base/text.hpp"
#include "run/place_words.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace bilan::run {

namespace {

using Tables = std::vector<const intake::TableReading*>;
using Holds = std::function<bool(const intake::TableReading&)>;

Tables tables_of(const Reading& reading, const std::string& file)
{
    Tables tables;
    for (const FileResult& result : reading.files)
        if (result.file.name == file)
            for (const intake::TableReading& table : result.reading.tables) tables.push_back(&table);
    return tables;
}

/// Those of which `holds` is true; all where it is true of none.
Tables narrowed(const Tables& tables, const Holds& holds)
{
    Tables kept;
    std::ranges::copy_if(tables, std::back_inserter(kept),
                         [&](const intake::TableReading* table) { return holds(*table); });
    return kept.empty() ? tables : kept;
}

} // namespace

bool concerns(const intake::Finding& finding, const Reading& reading, const std::vector<std::string>& datasets)
{
    const Place& place = finding.place;
    Tables tables = tables_of(reading, place.file);
    if (datasets.empty() || tables.empty()) return true;
    if (!place.sheet.empty())
        tables = narrowed(tables, [&](const intake::TableReading& table) { return table.sheet == place.sheet; });
    if (place.row)
        tables = narrowed(tables, [&](const intake::TableReading& table) {
            return table.range.first_row <= *place.row && *place.row <= table.range.last_row;
        });
    return std::ranges::any_of(tables, [&](const intake::TableReading* table) {
        return table->schema.empty() || std::ranges::find(datasets, table->schema) != datasets.end();
    });
}

data::Severity gravity_of(const intake::Finding& finding)
{
    const bool is_settled = finding.severity == data::Severity::blocking && !intake::blocks(finding);
    return is_settled ? data::Severity::information : finding.severity;
}

Blocking blocking_of(const Reading& reading, const std::vector<std::string>& datasets)
{
    Blocking blocking;
    for (const intake::Finding& finding : reading.findings)
        if (intake::blocks(finding)) // what was set aside holds nobody up
            (concerns(finding, reading, datasets) ? blocking.counted : blocking.elsewhere).push_back(&finding);
    return blocking;
}

std::string first_of(const std::vector<const intake::Finding*>& findings)
{
    constexpr std::size_t most = 3;
    std::vector<std::string> named;
    for (const intake::Finding* const finding : findings) {
        if (named.size() == most) {
            named.emplace_back("…");
            break;
        }
        const std::string place = place_words(finding->place);
        named.push_back(place.empty() ? finding->code : finding->code + " " + place);
    }
    return base::join(named, ", ");
}

} // namespace bilan::run
