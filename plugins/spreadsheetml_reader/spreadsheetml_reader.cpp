// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/spreadsheetml_reader.hpp"

#include "spreadsheetml_reader/attributes.hpp"
#include "spreadsheetml_reader/codes.hpp"
#include "spreadsheetml_reader/workbook_handler.hpp"
#include "xml/parser.hpp"

namespace bilan::spreadsheetml {
namespace {

/// Behind a document type and what it may declare in brackets.
std::size_t end_of_document_type(std::string_view text)
{
    const std::size_t bracket = text.find('[');
    const std::size_t end = text.find('>');
    if (bracket > end) return end;
    const std::size_t closing = text.find(']', bracket);
    return closing == text.npos ? closing : text.find('>', closing);
}

/// The first tag, behind declarations, instructions, comments and a document type, for which the file will be refused
/// by name. In UTF-16 every other byte is 0.
std::string first_tag(std::string_view bytes)
{
    constexpr std::size_t most = std::size_t{1} << 14U;
    std::string head(bytes.substr(0, most));
    std::erase(head, '\0');
    std::size_t at = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
    while (at != head.npos && head[at] == '<') {
        const std::string_view rest = std::string_view(head).substr(at);
        if (rest.starts_with("<!DOCTYPE")) {
            const std::size_t end = end_of_document_type(rest);
            if (end == rest.npos) return {};
            at = head.find_first_not_of(" \t\r\n", at + end + 1);
            continue;
        }
        if (!rest.starts_with("<?") && !rest.starts_with("<!--")) return std::string(rest.substr(0, rest.find('>')));
        const std::string_view closing = rest.starts_with("<?") ? "?>" : "-->";
        const std::size_t end = rest.find(closing);
        if (end == rest.npos) return {};
        at = head.find_first_not_of(" \t\r\n", at + end + closing.size());
    }
    return {};
}

} // namespace

ReaderCard SpreadsheetmlReader::card() const
{
    return {"xml",
            {"xml"},
            "XML workbooks of Excel 2003 (SpreadsheetML), under any name.\n"
            "Classeurs XML d'Excel 2003 (SpreadsheetML), sous n'importe quel nom."};
}

Confidence SpreadsheetmlReader::recognises(const Source& source) const
{
    constexpr Confidence sure = 100;
    const std::string tag = first_tag(source.text());
    const std::string_view name = std::string_view(tag).substr(0, tag.find_first_of(" \t\r\n"));
    const bool is_workbook = name == "<Workbook" || name.ends_with(":Workbook");
    return is_workbook && tag.find(spreadsheet_space) != tag.npos ? sure : Confidence{0};
}

void SpreadsheetmlReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    const archive::ReadGuard guard(source, limits);
    if (source.bytes.size() > limits.total_bytes) guard.refuse_limit("total_bytes", limits.total_bytes, source.name);
    WorkbookHandler handler(book, guard);
    archive::MemoryBytes bytes(source.text());
    xml::parse(bytes, handler, source.name, guard);
    if (!handler.is_workbook()) guard.refuse(code::unexpected_part, {source.name});
    if (book.sheets.empty()) guard.refuse(code::no_sheets);
    book.format = "xml";
    if (book.sheets.front().facts.date_1904) book.facts.emplace_back("date_system", "1904");
}

} // namespace bilan::spreadsheetml
