// SPDX-License-Identifier: MPL-2.0
//
// A workbook as expat tells it: styles, then sheets with their rows and cells. For one thread.
#pragma once

#include "cells/sheet_names.hpp"
#include "spreadsheetml_reader/sheet_table.hpp"

#include <memory>

namespace bilan::spreadsheetml {

class WorkbookHandler final : public xml::Handler {
public:
    WorkbookHandler(Book& book, const archive::ReadGuard& guard);

    void start(xml::Name name, xml::Attributes attributes) override;
    void end(xml::Name name) override;
    void text(std::string_view piece) override;

    [[nodiscard]] bool is_workbook() const { return is_workbook_; }

private:
    enum class Inside : std::uint8_t {
        workbook,
        excel_workbook,
        date_system,
        styles,
        style,
        sheet,
        options,
        visibility,
        table,
        row,
        cell,
        data, ///< and what formats pieces of it
        other
    };

    [[nodiscard]] Inside enter(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside enter_workbook(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside enter_style(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside enter_sheet(xml::Name name, xml::Attributes attributes);
    [[nodiscard]] Inside enter_table(std::string_view local, xml::Attributes attributes);
    [[nodiscard]] Inside begin_sheet(xml::Attributes attributes);

    Book& book_;
    const archive::ReadGuard& guard_;
    StyleList styles_;
    cells::BookContext context_;
    cells::SheetNames names_;
    std::unique_ptr<SheetTable> sheet_;
    std::vector<Inside> inside_;
    std::string type_; ///< of the value at hand
    std::string text_;
    bool is_workbook_ = false;
};

} // namespace bilan::spreadsheetml
