// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/sheet_handler.hpp"

#include "cells/sheet_facts.hpp"
#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/reference.hpp"
#include "xlsx_reader/workbook_part.hpp"

#include <charconv>

namespace bilan::xlsx {
namespace {

constexpr std::string_view height_namespace = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac";

std::optional<std::uint32_t> whole_number(std::string_view text)
{
    text = trim_blanks(text);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string excerpt(std::string_view text)
{
    return std::string(text.substr(0, 40));
}

} // namespace

SheetHandler::SheetHandler(CellBuilder& cells, RowCursor& cursor, const std::string& part)
    : cells_(cells), cursor_(cursor), part_(part), rich_(cells.guard(), part)
{
}

void SheetHandler::bind_prefix(std::string_view prefix, std::string_view space)
{
    prefix_.bind(prefix, space, inside_.empty());
    alternatives_.bind(prefix, space);
    if (inside_.empty() && prefix == "x14ac") has_height_prefix_ = space == height_namespace;
}

bool SheetHandler::is_between_units() const
{
    return inside_.size() == 2 && inside_.back() == Inside::rows && prefix_.is_sure();
}

void SheetHandler::start(xml::Name name, xml::Attributes attributes)
{
    const bool is_main = is_main_namespace(name.space);
    if (!inside_.empty() && inside_.back() == Inside::rich) {
        rich_.start(is_main ? name.local : "");
        inside_.push_back(Inside::rich);
        return;
    }
    if (Alternatives::is_of(name.space) && !inside_.empty())
        inside_.push_back(enter_alternative(name.local, attributes));
    else
        inside_.push_back(is_main ? enter(name.local, attributes) : Inside::other);
}

/// The branch that is read stands where its `mc:AlternateContent` stands, as if no wrapper were around it.
SheetHandler::Inside SheetHandler::enter_alternative(std::string_view local, xml::Attributes attributes)
{
    return alternatives_.enter(local, attributes.find("Requires").value_or("")) ? inside_.back() : Inside::other;
}

SheetHandler::Inside SheetHandler::enter(std::string_view local, xml::Attributes attributes)
{
    if (inside_.empty()) {
        root_ = local;
        return local == "worksheet" ? Inside::sheet : Inside::other;
    }
    switch (inside_.back()) {
    case Inside::sheet: return enter_sheet(local);
    case Inside::columns:
        if (local == "col") start_columns(attributes);
        return Inside::other;
    case Inside::merges:
        if (local == "mergeCell") start_merge(attributes);
        return Inside::other;
    case Inside::rows:
        if (local != "row") return Inside::other;
        start_row(attributes);
        return Inside::row;
    case Inside::row:
        if (local != "c") return Inside::other;
        start_cell(attributes);
        return Inside::cell;
    case Inside::cell: return enter_cell(local);
    default: return Inside::other;
    }
}

SheetHandler::Inside SheetHandler::enter_sheet(std::string_view local) const
{
    if (local == "sheetData") return Inside::rows;
    if (local == "mergeCells") return Inside::merges;
    return local == "cols" ? Inside::columns : Inside::other;
}

SheetHandler::Inside SheetHandler::enter_cell(std::string_view local)
{
    if (local == "v") {
        value_.clear();
        cell_.value = std::string_view();
        return Inside::value;
    }
    if (local == "f") {
        cell_.is_formula = true;
        return Inside::formula;
    }
    if (local != "is") return Inside::other;
    rich_.clear();
    return Inside::rich;
}

void SheetHandler::end(xml::Name name)
{
    const Inside left = inside_.back();
    inside_.pop_back();
    if (left != Inside::rich && Alternatives::is_of(name.space)) return alternatives_.leave(name.local);
    if (left == Inside::cell) end_cell();
    if (left != Inside::rich) return;
    if (inside_.back() == Inside::rich) return rich_.end();
    inline_text_ = rich_.joined();
    cell_.inline_text = inline_text_;
}

void SheetHandler::text(std::string_view piece)
{
    if (inside_.empty()) return;
    if (inside_.back() == Inside::rich) return rich_.text(piece);
    if (inside_.back() != Inside::value) return;
    const std::uint32_t most = cells_.guard().limits().text_bytes;
    if (value_.size() + piece.size() > most) cells_.guard().refuse_limit("text_bytes", most, part_);
    value_ += piece;
}

void SheetHandler::start_columns(xml::Attributes attributes)
{
    if (!is_true(attributes.find("hidden").value_or("")) && !is_nothing(attributes.find("width").value_or(""))) return;
    const auto first = whole_number(attributes.find("min").value_or(""));
    const auto last = whole_number(attributes.find("max").value_or(""));
    std::vector<Span>& hidden = cells_.grid().facts.hidden_columns;
    if (!first || !last || *first == 0 || *first > *last || *first > sheet_columns) return;
    if (hidden.size() >= cells::most_spans) cells_.guard().refuse_limit("spans", cells::most_spans, part_);
    hidden.push_back({*first - 1, std::min(*last, sheet_columns) - 1});
}

void SheetHandler::start_merge(xml::Attributes attributes)
{
    const std::string_view text = attributes.find("ref").value_or("");
    std::vector<CellRange>& merges = cells_.grid().facts.merges;
    if (merges.size() >= cells::most_spans) cells_.guard().refuse_limit("spans", cells::most_spans, part_);
    const std::optional<CellRange> range = range_reference(text);
    if (range)
        merges.push_back(*range);
    else
        cells_.remarks().add(code::bad_range, std::nullopt, {excerpt(text)});
}

void SheetHandler::start_row(xml::Attributes attributes)
{
    next_column_ = 0;
    row_ = cursor_.next_row;
    if (const auto text = attributes.find("r")) {
        const std::optional<std::uint32_t> number = whole_number(*text);
        row_ = number && *number > 0 ? std::optional(*number - 1) : std::nullopt;
    }
    if (row_ && *row_ >= sheet_rows) row_.reset();
    if (!row_) {
        cells_.remarks().add(code::bad_reference, std::nullopt, {excerpt(attributes.find("r").value_or(""))});
        return;
    }
    cursor_.next_row = *row_ + 1;
    if (is_true(attributes.find("hidden").value_or("")) || is_nothing(attributes.find("ht").value_or("")))
        cells::hide_row(cells_.grid().facts, *row_);
}

void SheetHandler::start_cell(xml::Attributes attributes)
{
    cell_ = CellInput{};
    is_placed_ = row_.has_value() && next_column_ < sheet_columns;
    cell_.at = {row_.value_or(0), next_column_};
    if (const auto text = attributes.find("r")) {
        const std::optional<CellPosition> position = cell_reference(*text);
        is_placed_ = position.has_value();
        if (position)
            cell_.at = *position;
        else
            cells_.remarks().add(code::bad_reference, std::nullopt, {excerpt(*text)});
    } else if (!is_placed_ && row_) {
        cells_.remarks().add(code::bad_reference, std::nullopt, {column_letters(next_column_)});
    }
    if (is_placed_) next_column_ = cell_.at.column + 1;
    const std::string_view style = attributes.find("s").value_or("");
    cell_.style = style.empty() ? 0 : whole_number(style).value_or(0xFFFF'FFFF);
    type_ = attributes.find("t").value_or("");
    cell_.type = type_;
}

void SheetHandler::end_cell()
{
    if (!is_placed_) return;
    if (cell_.value) cell_.value = value_;
    note_order(cell_.at);
    cells_.put(cell_);
}

/// A second cell at one place replaces the first and is remarked upon. Only cells that come out of order can be one.
void SheetHandler::note_order(CellPosition at)
{
    std::optional<CellPosition>& furthest = cursor_.furthest;
    const bool is_further =
        !furthest || at.row > furthest->row || (at.row == furthest->row && at.column > furthest->column);
    if (is_further)
        furthest = at;
    else if ((cell_.value || cell_.inline_text || cell_.is_formula) && cells_.grid().at(at).is_filled())
        cells_.remarks().add(code::duplicate_cell, at);
}

} // namespace bilan::xlsx
