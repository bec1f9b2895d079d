// SPDX-License-Identifier: MPL-2.0
#include "intake/own_rows.hpp"

#include "base/text.hpp"
#include "intake/column_reader.hpp"
#include "intake/header/context.hpp"
#include "intake/table/sheet_view.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::string_view first_header = "source_fichier";
constexpr std::uint32_t source_columns = 3; ///< file, sheet, row

std::shared_ptr<const data::Schema> schema_of(const std::string& name, const data::Domain& domain)
{
    for (const std::string_view start : {std::string_view("Données "), std::string_view("Data ")})
        if (name.starts_with(start)) return domain.schema(std::string_view(name).substr(start.size()));
    return nullptr;
}

std::string text_at(const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    const Cell cell = view.at(row, column);
    return cell.type() == CellType::text ? std::string(view.book().text(cell)) : std::string();
}

std::optional<std::uint32_t> header_row(const SheetView& view)
{
    constexpr std::uint32_t deepest = 50; // titles and notes stand above
    for (std::uint32_t row = 0; row < std::min(view.rows(), deepest); ++row)
        if (text_at(view, row, 0) == first_header) return row;
    return std::nullopt;
}

std::optional<data::Field> field_of(const data::Schema& schema, const std::string& id)
{
    if (const data::Field* field = schema.field(id)) return *field;
    const data::FieldFamily* family = schema.family_of(id);
    if (family == nullptr) return std::nullopt;
    return field_of_family(*family, std::string_view(id).substr(family->prefix.size()), id);
}

/// A cell without a value was written as the code of its state: « vide » names no holder, and is nobody's unreadable
/// number.
void keep_states(data::Column& read, const SheetView& view, const std::vector<CellPosition>& cells)
{
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::optional<data::State> written = data::state_of(text_at(view, cells[at].row, cells[at].column));
        if (written && *written != data::State::value) read.states[at] = *written;
    }
}

} // namespace

std::optional<data::TableValues> read_own_rows(const Book& book, const Grid& sheet, const std::string& file,
                                               const data::Domain& domain, std::vector<std::string>& lost)
{
    const std::shared_ptr<const data::Schema> schema = schema_of(sheet.facts.name, domain);
    if (schema == nullptr) return std::nullopt;
    TextMemo memo(book);
    const SheetView view(book, sheet, memo);
    const std::optional<std::uint32_t> header = header_row(view);
    if (!header) return std::nullopt;

    data::TableValues values;
    values.schema = schema;
    values.origin.file = file;
    values.origin.sheet = sheet.facts.name;
    for (std::uint32_t row = *header + 1; row < view.rows() && view.is_filled(row, 0); ++row)
        values.source_rows.push_back(row);
    ReadingContext context;
    context.domain = &domain;
    for (std::uint32_t column = source_columns; column < view.columns(); ++column) {
        const std::string id = text_at(view, *header, column);
        if (id.empty()) continue;
        const std::optional<data::Field> field = field_of(*schema, id);
        if (!field) {
            lost.push_back(id);
            continue;
        }
        ColumnSource source;
        source.book = &book;
        source.grid = &sheet;
        source.file = file;
        source.header = id;
        for (const std::uint32_t row : values.source_rows) source.cells.push_back({row, column});
        std::vector<Finding> findings; // doubts were settled, and said, when the rows were first read
        data::Column read = read_column(source, *field, context, findings);
        keep_states(read, view, source.cells);
        values.columns.push_back(std::move(read));
        values.origin.headers[id] = id;
    }
    return values;
}

} // namespace bilan::intake
