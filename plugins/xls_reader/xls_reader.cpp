// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/xls_reader.hpp"

#include "cells/sheet_names.hpp"
#include "xls_reader/codes.hpp"
#include "xls_reader/compound_file.hpp"
#include "xls_reader/decryption.hpp"
#include "xls_reader/globals.hpp"
#include "xls_reader/sheet_positions.hpp"
#include "xls_reader/sheet_reader.hpp"

#include <algorithm>
#include <array>

namespace bilan::xls {
namespace {

/// Of Excel 97, and of Excel 5 and 95. A file saved for both has both.
constexpr std::array stream_names = {"Workbook", "Book"};

std::string stem(const std::string& file)
{
    const std::size_t dot = file.rfind('.');
    return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

/// The records of the workbook, of a file with or without a container around them.
std::string_view workbook_stream(std::string_view bytes, std::optional<CompoundFile>& container,
                                 const archive::ReadGuard& guard)
{
    if (!CompoundFile::is_one(bytes)) return bytes;
    container.emplace(bytes, guard);
    for (const char* name : stream_names) {
        if (const auto stream = container->stream(name)) return *stream;
    }
    guard.refuse(code::damaged_workbook);
}

/// What the records say about a password, if they do.
std::optional<std::string_view> file_pass(std::string_view stream)
{
    RecordReader records(stream);
    for (Record record; records.next(record) && record.type != record::end_of_file;) {
        if (record.type == record::file_pass) return record.data;
    }
    return std::nullopt;
}

/// Reads the sheets of one workbook in their order.
class BookReader {
public:
    BookReader(std::string_view stream, Book& book, const archive::ReadGuard& guard)
        : stream_(stream), book_(book), guard_(guard),
          globals_(read_globals(stream, book.texts, guard)), context_{guard, book.texts, globals_.styles,
                                                                      globals_.strings, globals_.is_1904}
    {
    }

    void read()
    {
        place_sheets();
        cells::SheetNames names;
        for (SheetEntry& sheet : globals_.sheets) sheet.name = names.take(sheet.name, book_, guard_.file());
        for (const SheetEntry& sheet : globals_.sheets) read_sheet_entry(sheet);
        book_.format = "xls";
        if (globals_.is_1904) book_.facts.emplace_back("date_system", "1904");
        if (!globals_.dialect.is_unicode) announce_page();
    }

private:
    void place_sheets()
    {
        if (globals_.is_single_sheet) {
            globals_.sheets = {SheetEntry{stem(guard_.file())}};
            return;
        }
        if (globals_.sheets.empty()) guard_.refuse(code::no_sheets);
        if (are_positions_true(stream_, globals_.sheets)) return;
        if (!place_in_order(stream_, globals_.end, globals_.sheets)) guard_.refuse(code::damaged_workbook);
        book_.remarks.push_back({std::string(code::lying_positions), {guard_.file(), {}, {}, {}}, {}});
    }

    void read_sheet_entry(const SheetEntry& sheet)
    {
        cells::Remarks remarks(guard_.file(), sheet.name);
        const std::string_view passed = why_passed_over(sheet);
        if (!passed.empty())
            remarks.add(passed, std::nullopt, {sheet.name});
        else
            read_worksheet(sheet, remarks);
        for (Problem& problem : remarks.take()) book_.remarks.push_back(std::move(problem));
    }

    /// The code that says so when a sheet has no cells. What its own first record says is surer than the list.
    [[nodiscard]] std::string_view why_passed_over(const SheetEntry& sheet) const
    {
        if (sheet.kind == SheetKind::chart) return code::chart_sheet;
        if (sheet.kind == SheetKind::macro) return code::macro_sheet;
        const std::optional<Beginning> beginning = beginning_at(stream_, sheet.position);
        if (!beginning) guard_.refuse(code::damaged_sheet, {sheet.name});
        if (beginning->kind == Beginning::chart) return code::chart_sheet;
        return beginning->kind == Beginning::macro_sheet ? code::macro_sheet : std::string_view();
    }

    void read_worksheet(const SheetEntry& sheet, cells::Remarks& remarks)
    {
        Grid& grid = book_.sheets.emplace_back();
        grid.facts.name = sheet.name;
        grid.facts.visibility = sheet.visibility;
        grid.facts.date_1904 = globals_.is_1904;
        const SheetOutcome outcome = read_sheet(stream_, sheet.position, globals_.dialect, context_, grid, remarks);
        claim({sheet.position, static_cast<std::uint32_t>(outcome.end - 1)}, sheet.name);
        if (!outcome.is_dialog) return;
        book_.sheets.pop_back();
        remarks.add(code::dialog_sheet, std::nullopt, {sheet.name});
    }

    /// No two sheets share a record: one within another would be read twice.
    void claim(Span records, const std::string& name)
    {
        const auto overlaps = [&](const Span& other) {
            return other.first <= records.last && records.first <= other.last;
        };
        if (std::any_of(claimed_.begin(), claimed_.end(), overlaps)) guard_.refuse(code::damaged_sheet, {name});
        claimed_.push_back(records);
    }

    void announce_page()
    {
        book_.facts.emplace_back("encoding", globals_.page->name());
        const Place place{guard_.file(), {}, {}, {}};
        if (!globals_.page->is_known())
            book_.remarks.push_back(
                {std::string(code::unknown_code_page), place, {std::to_string(globals_.page->number())}});
        if (globals_.says_wide) book_.remarks.push_back({std::string(code::narrow_texts), place, {}});
        if (*globals_.undecoded > 0)
            book_.remarks.push_back({std::string(code::undecodable), place, {std::to_string(*globals_.undecoded)}});
    }

    std::string_view stream_;
    Book& book_;
    const archive::ReadGuard& guard_;
    Globals globals_;
    cells::BookContext context_;
    std::vector<Span> claimed_;
};

/// A container whose directory cannot be read still may show whose it was.
bool names_a_workbook(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.find("W\0o\0r\0k\0b\0o\0o\0k\0"sv) != bytes.npos;
}

} // namespace

ReaderCard XlsReader::card() const
{
    return {"xls",
            {"xls", "xlt", "xla"},
            "Excel workbooks of 1993 to 2003 (BIFF5 and BIFF8).\n"
            "Classeurs Excel de 1993 à 2003 (BIFF5 et BIFF8)."};
}

Confidence XlsReader::recognises(const Source& source) const
{
    constexpr Confidence sure = 100;
    constexpr Confidence likely = 60;
    const std::string_view bytes = source.text();
    if (!CompoundFile::is_one(bytes)) return beginning_at(bytes, 0) ? likely : Confidence{0};
    const archive::ReadGuard guard(source, ReadLimits{});
    try {
        const CompoundFile container(bytes, guard);
        const bool is_ours = std::any_of(stream_names.begin(), stream_names.end(),
                                         [&](const char* name) { return container.has(name); });
        return is_ours ? sure : Confidence{0};
    } catch (const Refusal&) {
        return names_a_workbook(bytes) ? likely : Confidence{0};
    }
}

void XlsReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    const archive::ReadGuard guard(source, limits);
    if (source.bytes.size() > limits.total_bytes) guard.refuse_limit("total_bytes", limits.total_bytes, source.name);
    std::optional<CompoundFile> container;
    std::string_view stream = workbook_stream(source.text(), container, guard);
    std::string clear;
    if (const auto pass = file_pass(stream)) {
        std::optional<std::string> opened = decrypted(stream, *pass);
        if (!opened) guard.refuse(code::password);
        clear = std::move(*opened);
        stream = clear;
    }
    BookReader(stream, book, guard).read();
}

} // namespace bilan::xls
