// SPDX-License-Identifier: MPL-2.0
#include "intake/hidden_sheet.hpp"

#include "intake/header/measures.hpp"
#include "intake/shape/records.hpp"
#include "intake/shape/wide_records.hpp"
#include "intake/understand.hpp"

#include <algorithm>
#include <string>

namespace bilan::intake {

namespace {

/// Lists for drop-downs have the names of fields above them, but count nothing.
bool reads_figures(const TableDraft& draft)
{
    return std::ranges::any_of(draft.mapping.columns, [](const MappedColumn& column) {
        return is_read(column.outcome) && is_measure(*column.field);
    });
}

} // namespace

std::optional<base::Message> records_of_hidden_sheet(const TakeIn& take_in, const SheetView& view)
{
    FileReading scratch; // what is said of a table that is not read is said to nobody
    scratch.file = take_in.reading->file;
    const TakeIn looking{take_in.book, take_in.options, take_in.lexicon, &scratch};
    HeaderScout scout(view, *take_in.lexicon);
    std::size_t rows = 0;
    std::string schema;
    for (Block& block : find_blocks(view, scout)) {
        if (!block.has_header()) continue;
        const TableDraft draft = understand(looking, view, std::move(block));
        if (!draft.has_schema() || !reads_figures(draft)) continue;
        rows += records_of(draft, wide_columns(draft)).size();
        if (schema.empty()) schema = draft.mapping.schema->schema->id;
    }
    if (rows < 2) return std::nullopt;
    return base::Message{"BIL-091", {std::to_string(rows), schema}};
}

} // namespace bilan::intake
