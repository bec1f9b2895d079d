// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/date_order.hpp"

#include "intake/value/date_text.hpp"

namespace bilan::intake {

bool has_american_dates(const TableDraft& draft)
{
    constexpr int any_year = 2023;
    constexpr std::uint32_t fewest = 2;
    std::uint32_t american = 0;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& mapped = draft.mapping.columns[at];
        if (mapped.outcome != Outcome::mapped || mapped.field->type != data::FieldType::date) continue;
        for (std::uint32_t row = draft.block.first_row; row <= draft.block.last_row; ++row) {
            const Cell cell = draft.view->at(row, draft.headers[at].column);
            if (cell.type() != CellType::text) continue;
            const DateText date = read_date_text(draft.view->book().text(cell), {any_year, false});
            if (date.is_day_first) return false;
            american += date.is_month_first ? 1U : 0U;
        }
    }
    return american >= fewest;
}

} // namespace bilan::intake
