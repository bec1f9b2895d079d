// SPDX-License-Identifier: MPL-2.0
#include "intake/draft.hpp"

#include <utility>

namespace bilan::intake {

void TakeIn::say(std::string code, data::Severity severity, Place place, Done done, base::Message message,
                 std::string header, std::string read) const
{
    Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.place = std::move(place);
    finding.header = std::move(header);
    finding.read = std::move(read);
    finding.done = done;
    finding.message = std::move(message);
    reading->findings.push_back(std::move(finding));
}

Place TakeIn::place(const SheetView& view) const
{
    return {reading->file, view.grid().facts.name, std::nullopt, std::nullopt};
}

Place TakeIn::place(const SheetView& view, std::uint32_t row, std::uint32_t column) const
{
    const CellPosition at = view.on_sheet(row, column);
    return {reading->file, view.grid().facts.name, at.row, at.column};
}

} // namespace bilan::intake
