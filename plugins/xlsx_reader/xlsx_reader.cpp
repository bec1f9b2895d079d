// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/xlsx_reader.hpp"

#include "cells/sheet_names.hpp"
#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/sheet_part.hpp"
#include "xlsx_reader/styles_part.hpp"
#include "xlsx_reader/workbook_part.hpp"

#include <algorithm>

namespace bilan::xlsx {
namespace {

constexpr std::uint32_t names_looked_at = 2'000;

/// A truncated archive has lost its directory, which stands at the end; the first parts still tell whose it was.
bool begins_like_a_package(std::string_view bytes)
{
    const std::string_view beginning = bytes.substr(0, std::size_t{1} << 16U);
    return beginning.find("[Content_Types].xml") != beginning.npos || beginning.find("xl/") != beginning.npos;
}

/// Content types name the kind of workbook even when its parts are in no folder `xl`.
bool has_spreadsheet_types(const Source& source)
{
    constexpr std::size_t most = std::size_t{1} << 16U;
    const archive::ReadGuard guard(source, ReadLimits{});
    try {
        archive::Archive archive(source, guard);
        const archive::ZipEntry* const entry = archive.find("[Content_Types].xml");
        if (entry == nullptr || entry->size > most) return false;
        std::string text(entry->size + 1, '\0');
        archive::PartStream stream = archive.open(*entry);
        text.resize(stream.read(text));
        return text.find("spreadsheetml") != text.npos;
    } catch (const Refusal&) {
        return false;
    }
}

/// Reads the sheets of one workbook in their order.
class BookReader {
public:
    BookReader(Package& package, Book& book, Way way)
        : package_(package), book_(book), way_(way), workbook_name_(package.workbook_name()),
          workbook_(read_workbook_part(package, workbook_name_)),
          relationships_(package.relationships_of(workbook_name_)),
          styles_(styles()), context_{package.guard(), book.texts, styles_, strings(), workbook_.is_1904}
    {
    }

    void read()
    {
        cells::SheetNames names;
        for (SheetEntry& sheet : workbook_.sheets) sheet.name = names.take(sheet.name, book_, package_.guard().file());
        for (const SheetEntry& sheet : workbook_.sheets) read_sheet(sheet);
        book_.format = "xlsx";
        if (workbook_.is_1904) book_.facts.emplace_back("date_system", "1904");
    }

private:
    /// A part that may be missing: its name, or nothing.
    [[nodiscard]] std::string optional_part(std::string_view type) const
    {
        const Relationship* const found = relationships_.by_type(type);
        return found != nullptr && !found->is_external && package_.has(found->target) ? found->target : "";
    }

    [[nodiscard]] cells::Styles styles()
    {
        const std::string part = optional_part("styles");
        return part.empty() ? cells::Styles() : read_styles_part(package_, part);
    }

    [[nodiscard]] SharedStrings strings()
    {
        const std::string part = optional_part("sharedStrings");
        if (part.empty()) return {};
        archive::PartStream stream = package_.open(part);
        return read_shared_strings(stream, part, book_.texts, package_.guard(), way_);
    }

    void read_sheet(const SheetEntry& sheet)
    {
        const archive::ReadGuard& guard = package_.guard();
        const Relationship* const found = relationships_.by_id(sheet.relationship);
        if (found == nullptr) guard.refuse(code::lost_sheet, {sheet.name});
        if (found->is_external) guard.refuse(code::external_sheet, {sheet.name});
        Remarks remarks(guard.file(), sheet.name);
        if (passes_over(*found, sheet, remarks)) return keep(remarks);
        archive::PartStream stream = package_.open(found->target);
        Grid& grid = book_.sheets.emplace_back();
        grid.facts.name = sheet.name;
        grid.facts.visibility = sheet.visibility;
        grid.facts.date_1904 = workbook_.is_1904;
        read_sheet_part(stream, found->target, context_, grid, remarks, way_);
        keep(remarks);
    }

    /// Sheets without cells are said and not read.
    static bool passes_over(const Relationship& relationship, const SheetEntry& sheet, Remarks& remarks)
    {
        const std::string_view type = relationship.type;
        std::string_view code;
        if (type == "chartsheet") code = code::chart_sheet;
        if (type == "dialogsheet") code = code::dialog_sheet;
        if (type == "xlMacrosheet" || type == "xlIntlMacrosheet") code = code::macro_sheet;
        if (code.empty()) return false;
        remarks.add(code, std::nullopt, {sheet.name});
        return true;
    }

    void keep(Remarks& remarks)
    {
        for (Problem& problem : remarks.take()) book_.remarks.push_back(std::move(problem));
    }

    Package& package_;
    Book& book_;
    Way way_;
    std::string workbook_name_;
    WorkbookPart workbook_;
    Relationships relationships_;
    cells::Styles styles_;
    BookContext context_;
};

} // namespace

ReaderCard XlsxReader::card() const
{
    return {"xlsx",
            {"xlsx", "xlsm", "xltx", "xltm"},
            "Excel workbooks (Office Open XML).\n"
            "Classeurs Excel (Office Open XML)."};
}

Confidence XlsxReader::recognises(const Source& source) const
{
    constexpr Confidence sure = 100;
    constexpr Confidence likely = 60;
    const std::string_view bytes = source.text();
    if (!bytes.starts_with("PK")) return 0;
    const auto names = archive::ZipDirectory::names(bytes, names_looked_at);
    if (!names) return begins_like_a_package(bytes) ? likely : Confidence{0};
    bool has_types = false;
    for (const std::string& name : *names) {
        const std::string lower = archive::lower_case(name);
        if (lower.starts_with("xl/")) return sure;
        has_types = has_types || lower == "[content_types].xml";
    }
    return has_types && has_spreadsheet_types(source) ? sure : Confidence{0};
}

void XlsxReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    const archive::ReadGuard guard(source, limits);
    archive::Archive archive(source, guard);
    Package package(archive);
    BookReader(package, book, way_).read();
}

} // namespace bilan::xlsx
