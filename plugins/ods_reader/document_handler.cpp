// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/document_handler.hpp"

#include "cells/sheet_facts.hpp"
#include "ods_reader/codes.hpp"
#include "ods_reader/names.hpp"

#include <utility>

namespace bilan::ods {
namespace {

constexpr std::string_view table_space = ":table:1.0";

bool is_hidden(xml::Attributes attributes)
{
    return hides(attributes.find(table_space, "visibility").value_or("visible"));
}

bool is_closed_group(xml::Attributes attributes)
{
    return attributes.find(table_space, "display").value_or("true") == "false";
}

/// LibreOffice keeps what it read from other workbooks as tables named after them: `'file:///a.ods'#$Feuil1`.
bool is_copy_of_another_file(std::string_view name)
{
    return name.starts_with('\'') && name.find("'#$") != name.npos;
}

} // namespace

DocumentHandler::DocumentHandler(Book& book, StyleBook& styles, cells::BookContext& context, const std::string& part)
    : book_(book), styles_(styles), context_(context), style_reader_(styles), shown_(context.guard, part)
{
}

void DocumentHandler::bind_prefix(std::string_view prefix, std::string_view space)
{
    prefixes_.bind(prefix, space, inside_.empty());
}

bool DocumentHandler::is_between_units() const
{
    if (inside_.empty() || !prefixes_.are_usual()) return false;
    const Inside inside = inside_.back();
    return inside == Inside::table || inside == Inside::rows || inside == Inside::hidden_rows;
}

void DocumentHandler::start(xml::Name name, xml::Attributes attributes)
{
    inside_.push_back(enter(name, attributes));
}

DocumentHandler::Inside DocumentHandler::enter(xml::Name name, xml::Attributes attributes)
{
    const Space space = space_of(name.space);
    if (inside_.empty()) {
        if (space != Space::office) return Inside::other;
        root_ = name.local;
        return Inside::document;
    }
    switch (inside_.back()) {
    case Inside::document: return space == Space::office ? enter_document(name) : Inside::other;
    case Inside::styles:
    case Inside::style: style_reader_.start(name, attributes); return Inside::style;
    case Inside::body:
        if (space != Space::office || name.local != "spreadsheet") return Inside::other;
        has_spreadsheet_ = true;
        return Inside::spreadsheet;
    case Inside::settings:
        if (space == Space::table && name.local == "null-date") read_null_date(attributes);
        return Inside::other;
    case Inside::other: return Inside::other;
    default: return enter_content(name, space, attributes);
    }
}

DocumentHandler::Inside DocumentHandler::enter_content(xml::Name name, Space space, xml::Attributes attributes)
{
    switch (inside_.back()) {
    case Inside::cell:
    case Inside::cell_part: return enter_cell(name, attributes);
    case Inside::paragraph:
    case Inside::run: return enter_paragraph(name, attributes);
    default: break;
    }
    if (space != Space::table) return Inside::other;
    if (inside_.back() == Inside::spreadsheet) return enter_spreadsheet(name.local, attributes);
    return inside_.back() == Inside::row ? enter_row(name.local, attributes) : enter_table(name.local, attributes);
}

DocumentHandler::Inside DocumentHandler::enter_document(xml::Name name)
{
    if (name.local == "styles" || name.local == "automatic-styles") {
        // The automatic styles of the part of common styles are for its page headers alone.
        if (root_ == "document-styles" && name.local != "styles") return Inside::other;
        style_reader_.enter(name.local == "styles" ? Scope::common : Scope::automatic);
        return Inside::styles;
    }
    if (name.local != "body" || root_ == "document-styles") return Inside::other;
    if (!is_settled_) styles_.settle();
    is_settled_ = true;
    return Inside::body;
}

DocumentHandler::Inside DocumentHandler::enter_spreadsheet(std::string_view local, xml::Attributes attributes)
{
    if (local == "calculation-settings") return Inside::settings;
    return local == "table" ? start_table(attributes) : Inside::other;
}

void DocumentHandler::read_null_date(xml::Attributes attributes)
{
    const auto date = cells::iso_date(attributes.find(table_space, "date-value").value_or(""));
    if (date) null_date_ = date->serial;
}

DocumentHandler::Inside DocumentHandler::start_table(xml::Attributes attributes)
{
    const archive::ReadGuard& guard = context_.guard;
    const std::string name(attributes.find(table_space, "name").value_or(""));
    if (is_copy_of_another_file(name)) {
        book_.remarks.push_back({std::string(code::copied_table), {guard.file(), name, {}, {}}, {name}});
        return Inside::other;
    }
    if (book_.sheets.size() >= guard.limits().sheets) guard.refuse_limit("sheets", guard.limits().sheets, guard.file());
    Grid& grid = book_.sheets.emplace_back();
    grid.facts.name = names_.take(name, book_, guard.file());
    if (styles_.hides(attributes.find(table_space, "style-name").value_or("")))
        grid.facts.visibility = Visibility::hidden;
    grid.facts.date_1904 = null_date_ == 1462;
    table_ = std::make_unique<OpenTable>(context_, grid, guard.file(), null_date_);
    return Inside::table;
}

DocumentHandler::Inside DocumentHandler::enter_table(std::string_view local, xml::Attributes attributes)
{
    const Inside around = inside_.back();
    const bool is_columns = around == Inside::columns || around == Inside::hidden_columns;
    const bool is_rows = around == Inside::rows || around == Inside::hidden_rows;
    if (local == "table-row" && !is_columns) return start_row(attributes);
    if (local == "table-column" && !is_rows) {
        start_column(attributes);
        return Inside::other;
    }
    if (!is_columns && (local == "table-rows" || local == "table-header-rows" || local == "table-row-group"))
        return around == Inside::hidden_rows || is_closed_group(attributes) ? Inside::hidden_rows : Inside::rows;
    if (!is_rows && (local == "table-columns" || local == "table-header-columns" || local == "table-column-group"))
        return around == Inside::hidden_columns || is_closed_group(attributes) ? Inside::hidden_columns
                                                                               : Inside::columns;
    return Inside::other;
}

void DocumentHandler::start_column(xml::Attributes attributes)
{
    const std::uint32_t style = styles_.number_of(attributes.find(table_space, "default-cell-style-name").value_or(""));
    table_->rows.add_columns(count_of(attributes.find(table_space, "number-columns-repeated").value_or("1")), style,
                             inside_.back() == Inside::hidden_columns || is_hidden(attributes) ||
                                 styles_.hides(attributes.find(table_space, "style-name").value_or("")));
}

DocumentHandler::Inside DocumentHandler::start_row(xml::Attributes attributes)
{
    RowFacts row;
    row.repeat = count_of(attributes.find(table_space, "number-rows-repeated").value_or("1"));
    row.style = styles_.number_of(attributes.find(table_space, "default-cell-style-name").value_or(""));
    row.is_hidden =
        hides_rows() || is_hidden(attributes) || styles_.hides(attributes.find(table_space, "style-name").value_or(""));
    table_->rows.start_row(row);
    return Inside::row;
}

DocumentHandler::Inside DocumentHandler::enter_row(std::string_view local, xml::Attributes attributes)
{
    if (local != "table-cell" && local != "covered-table-cell") return Inside::other;
    cell_.read(attributes, styles_);
    cell_.placing().is_covered = local == "covered-table-cell";
    shown_.clear();
    return Inside::cell;
}

/// Paragraphs may stand in lists and sections. Notes, shapes and tables inside a cell are not its value.
DocumentHandler::Inside DocumentHandler::enter_cell(xml::Name name, xml::Attributes attributes)
{
    const Space space = space_of(name.space);
    if (space == Space::table && name.local == "table")
        table_->remarks.add(code::nested_table, std::nullopt,
                            {std::string(attributes.find(table_space, "name").value_or(""))});
    if (space != Space::text) return Inside::other;
    if (name.local != "p" && name.local != "h") return Inside::cell_part;
    shown_.start_paragraph();
    return Inside::paragraph;
}

DocumentHandler::Inside DocumentHandler::enter_paragraph(xml::Name name, xml::Attributes attributes)
{
    if (space_of(name.space) != Space::text || name.local == "note" || name.local == "ruby-text") return Inside::other;
    if (name.local == "s") {
        shown_.spaces(count_of(attributes.find(":text:1.0", "c").value_or("1")));
        return Inside::other;
    }
    if (name.local == "tab" || name.local == "line-break") {
        shown_.mark(name.local == "tab" ? '\t' : '\n');
        return Inside::other;
    }
    return Inside::run;
}

void DocumentHandler::end(xml::Name /*name*/)
{
    const Inside left = inside_.back();
    inside_.pop_back();
    switch (left) {
    case Inside::style: style_reader_.end(); break;
    case Inside::table: end_table(); break;
    case Inside::row: table_->rows.end_row(); break;
    case Inside::cell: end_cell(); break;
    case Inside::paragraph: shown_.end_paragraph(); break;
    default: break;
    }
}

void DocumentHandler::end_cell()
{
    CellInput cell = cell_.input(table_->rows.default_style());
    cell.shown = shown_.joined();
    table_->rows.put(cell, cell_.placing());
}

void DocumentHandler::end_table()
{
    table_->rows.finish();
    for (Problem& problem : table_->remarks.take()) book_.remarks.push_back(std::move(problem));
    context_.finished_bytes += table_->cells.grid().bytes();
    table_.reset();
}

void DocumentHandler::text(std::string_view piece)
{
    if (inside_.empty()) return;
    if (inside_.back() == Inside::paragraph || inside_.back() == Inside::run) shown_.characters(piece);
    if (inside_.back() == Inside::style) style_reader_.text(piece);
}

} // namespace bilan::ods
