// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/workbook_part.hpp"

#include "xlsx_reader/cell_text.hpp"
#include "xlsx_reader/codes.hpp"

namespace bilan::xlsx {
namespace {

class WorkbookHandler final : public xml::Handler {
public:
    explicit WorkbookHandler(const archive::ReadGuard& guard) : guard_(guard) {}

    void start(xml::Name name, xml::Attributes attributes) override
    {
        ++depth_;
        if (!is_main_namespace(name.space)) return;
        if (depth_ == 1) is_workbook = name.local == "workbook";
        if (depth_ == 2 && name.local == "workbookPr")
            workbook.is_1904 = is_true(attributes.find("date1904").value_or(""));
        if (depth_ == 2) is_in_sheets_ = name.local == "sheets";
        if (depth_ == 3 && is_in_sheets_ && name.local == "sheet") sheet(attributes);
    }
    void end(xml::Name /*name*/) override { --depth_; }
    void text(std::string_view /*piece*/) override {}

    WorkbookPart workbook;
    bool is_workbook = false;

private:
    void sheet(xml::Attributes attributes)
    {
        if (workbook.sheets.size() >= guard_.limits().sheets)
            guard_.refuse_limit("sheets", guard_.limits().sheets, guard_.file());
        SheetEntry sheet;
        sheet.name = attributes.find("name").value_or("");
        decode_escapes(sheet.name);
        sheet.relationship = attributes.find("/relationships", "id").value_or("");
        const std::string_view state = attributes.find("state").value_or("visible");
        if (state == "hidden") sheet.visibility = Visibility::hidden;
        if (state == "veryHidden") sheet.visibility = Visibility::very_hidden;
        workbook.sheets.push_back(std::move(sheet));
    }

    const archive::ReadGuard& guard_;
    int depth_ = 0;
    bool is_in_sheets_ = false;
};

} // namespace

bool is_true(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n"); // white space around a boolean means nothing
    if (first == text.npos) return false;
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    return text == "1" || text == "true" || text == "on" || text == "TRUE";
}

bool is_nothing(std::string_view size)
{
    return size.starts_with('0') && size.find_first_not_of("0.") == size.npos;
}

WorkbookPart read_workbook_part(Package& package, const std::string& part)
{
    WorkbookHandler handler(package.guard());
    package.parse(part, handler);
    if (!handler.is_workbook) package.guard().refuse(code::unexpected_part, {part});
    if (handler.workbook.sheets.empty()) package.guard().refuse(code::no_sheets);
    return std::move(handler.workbook);
}

} // namespace bilan::xlsx
