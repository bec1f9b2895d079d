// SPDX-License-Identifier: MPL-2.0
#include "intake/draft.hpp"

#include "intake/value/person_names.hpp"
#include "intake/value/quoted.hpp"

#include <utility>

namespace bilan::intake {

bool TableDraft::is_personal(std::uint32_t column) const
{
    for (std::size_t at = 0; at < headers.size(); ++at)
        if (headers[at].column == column) return personal[at];
    return false;
}

bool TableDraft::may_name_person(std::uint32_t row, std::uint32_t column) const
{
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (headers[at].column != column) continue;
        if (personal[at]) return true;
        const bool is_participant = at < mapping.columns.size() && mapping.columns[at].field &&
                                    mapping.columns[at].field->code_kind == "participant";
        // Participants are persons as often as organisations: there the weaker signs count too.
        return is_participant && holds_name(view->label(row, column));
    }
    return false;
}

std::string TableDraft::shown(std::uint32_t row, std::uint32_t column) const
{
    return may_name_person(row, column) ? std::string(masked) : quoted(view->label(row, column));
}

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
