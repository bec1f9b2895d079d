// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/workbook_handler.hpp"

#include "spreadsheetml_reader/attributes.hpp"

namespace bilan::spreadsheetml {

WorkbookHandler::WorkbookHandler(Book& book, const archive::ReadGuard& guard)
    : book_(book), guard_(guard), styles_(guard), context_{guard, book.texts, styles_.tags(), {}}
{
}

void WorkbookHandler::start(xml::Name name, xml::Attributes attributes)
{
    inside_.push_back(enter(name, attributes));
}

WorkbookHandler::Inside WorkbookHandler::enter(xml::Name name, xml::Attributes attributes)
{
    if (inside_.empty()) {
        is_workbook_ = name.space == spreadsheet_space && name.local == "Workbook";
        return is_workbook_ ? Inside::workbook : Inside::other;
    }
    const Inside around = inside_.back();
    if (around == Inside::data) return Inside::data; // a piece in bold
    if (around == Inside::workbook) return enter_workbook(name, attributes);
    if (around == Inside::sheet) return enter_sheet(name, attributes);
    if (name.space == excel_space) {
        text_.clear();
        if (around == Inside::excel_workbook && name.local == "Date1904") return Inside::date_system;
        return around == Inside::options && name.local == "Visible" ? Inside::visibility : Inside::other;
    }
    if (name.space != spreadsheet_space) return Inside::other;
    if (around == Inside::styles || around == Inside::style) return enter_style(name.local, attributes);
    return enter_table(name.local, attributes);
}

WorkbookHandler::Inside WorkbookHandler::enter_workbook(xml::Name name, xml::Attributes attributes)
{
    if (name.space == excel_space) return name.local == "ExcelWorkbook" ? Inside::excel_workbook : Inside::other;
    if (name.space != spreadsheet_space) return Inside::other;
    if (name.local == "Styles") return Inside::styles;
    return name.local == "Worksheet" ? begin_sheet(attributes) : Inside::other;
}

WorkbookHandler::Inside WorkbookHandler::enter_style(std::string_view local, xml::Attributes attributes)
{
    if (inside_.back() == Inside::styles) {
        if (local != "Style" || !book_.sheets.empty()) return Inside::other; // too late: cells were read without it
        styles_.begin(std::string(said(attributes, "ID").value_or("")),
                      std::string(said(attributes, "Parent").value_or("")));
        return Inside::style;
    }
    if (local == "NumberFormat") styles_.set_format(said(attributes, "Format").value_or(""));
    if (local == "Font") styles_.set_struck(says_yes(attributes, "StrikeThrough"));
    return Inside::other;
}

WorkbookHandler::Inside WorkbookHandler::begin_sheet(xml::Attributes attributes)
{
    if (book_.sheets.empty()) styles_.settle();
    if (book_.sheets.size() >= guard_.limits().sheets)
        guard_.refuse_limit("sheets", guard_.limits().sheets, guard_.file());
    Grid& grid = book_.sheets.emplace_back();
    grid.facts.name = names_.take(std::string(said(attributes, "Name").value_or("")), book_, guard_.file());
    grid.facts.date_1904 = context_.is_1904;
    sheet_ = std::make_unique<SheetTable>(context_, styles_, grid);
    return Inside::sheet;
}

WorkbookHandler::Inside WorkbookHandler::enter_sheet(xml::Name name, xml::Attributes attributes)
{
    if (name.space == excel_space) return name.local == "WorksheetOptions" ? Inside::options : Inside::other;
    if (name.space != spreadsheet_space || name.local != "Table") return Inside::other;
    sheet_->begin_table(attributes);
    return Inside::table;
}

WorkbookHandler::Inside WorkbookHandler::enter_table(std::string_view local, xml::Attributes attributes)
{
    const Inside around = inside_.back();
    if (around == Inside::table && local == "Column") sheet_->add_columns(attributes);
    if (around == Inside::table && local == "Row") {
        sheet_->begin_row(attributes);
        return Inside::row;
    }
    if (around == Inside::row && local == "Cell") {
        sheet_->begin_cell(attributes);
        return Inside::cell;
    }
    if (around != Inside::cell || local != "Data") return Inside::other;
    type_ = said(attributes, "Type").value_or("");
    text_.clear();
    return Inside::data;
}

void WorkbookHandler::end(xml::Name /*name*/)
{
    const Inside left = inside_.back();
    inside_.pop_back();
    switch (left) {
    case Inside::date_system: context_.is_1904 = book_.sheets.empty() && text_ != "0"; break;
    case Inside::visibility: sheet_->set_visibility(xml::trim_blanks(text_)); break;
    case Inside::data:
        if (inside_.back() == Inside::cell) sheet_->set_value(type_, text_);
        break;
    case Inside::cell: sheet_->end_cell(); break;
    case Inside::sheet:
        sheet_->finish(book_);
        sheet_.reset();
        break;
    default: break;
    }
}

void WorkbookHandler::text(std::string_view piece)
{
    if (inside_.empty()) return;
    const Inside around = inside_.back();
    if (around != Inside::data && around != Inside::date_system && around != Inside::visibility) return;
    const std::uint32_t most = guard_.limits().text_bytes;
    if (text_.size() + piece.size() > most) guard_.refuse_limit("text_bytes", most, guard_.file());
    text_ += piece;
}

} // namespace bilan::spreadsheetml
