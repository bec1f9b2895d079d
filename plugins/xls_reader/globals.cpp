// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/globals.hpp"

#include "xls_reader/codes.hpp"
#include "xls_reader/style_records.hpp"

#include <algorithm>

namespace bilan::xls {
namespace {

class GlobalsReader {
public:
    GlobalsReader(std::string_view stream, TextPool& texts, const archive::ReadGuard& guard)
        : records_(stream), texts_(texts), guard_(guard)
    {
        const std::optional<Beginning> beginning = beginning_at(stream, 0);
        if (!beginning) guard.refuse(code::damaged_workbook);
        if (beginning->version < Beginning::excel_5) guard.refuse(code::too_old);
        globals_.dialect.is_unicode = beginning->version >= Beginning::excel_97;
        globals_.dialect.undecoded = globals_.undecoded.get();
        globals_.is_single_sheet = beginning->kind == Beginning::worksheet;
        use_page(CodePage::western);
    }

    Globals read()
    {
        Record record;
        do {
            if (!records_.next(record)) guard_.refuse(code::damaged_workbook);
            take(record);
        } while (record.type != record::end_of_file);
        globals_.end = records_.position();
        globals_.styles = styles_.joined();
        return std::move(globals_);
    }

private:
    void take(const Record& record)
    {
        switch (record.type) {
        case record::code_page:
            if (record.data.size() >= 2) use_page(word_at(record.data, 0));
            break;
        case record::date_mode: globals_.is_1904 = record.data.size() >= 2 && word_at(record.data, 0) == 1; break;
        case record::font: styles_.add_font(record.data); break;
        case record::number_format: styles_.add_format(record.data, records_, globals_.dialect); break;
        case record::cell_style: styles_.add_style(record.data); break;
        case record::bound_sheet: add_sheet(record.data); break;
        case record::shared_strings: read_strings(record.data); break;
        default: break;
        }
    }

    void use_page(unsigned number)
    {
        constexpr unsigned utf16 = 1200;
        if (globals_.dialect.is_unicode) return;
        globals_.says_wide = number == utf16;
        globals_.page = std::make_unique<CodePage>(number == utf16 ? unsigned{CodePage::western} : number);
        globals_.dialect.page = globals_.page.get();
    }

    void add_sheet(std::string_view data)
    {
        constexpr std::size_t head = 6;
        if (data.size() <= head) guard_.refuse(code::damaged_workbook);
        SheetEntry& sheet = globals_.sheets.emplace_back();
        if (globals_.sheets.size() > guard_.limits().sheets)
            guard_.refuse_limit("sheets", guard_.limits().sheets, guard_.file());
        sheet.position = long_at(data, 0);
        switch (byte_at(data, 4) & 3U) {
        case 0: break;
        case 1: sheet.visibility = Visibility::hidden; break;
        default: sheet.visibility = Visibility::very_hidden;
        }
        switch (byte_at(data, 5)) {
        case 0: break;
        case 2: sheet.kind = SheetKind::chart; break;
        default: sheet.kind = SheetKind::macro; // Excel 4 macros, or a module of Visual Basic
        }
        TextReader reader(records_, data.substr(head), globals_.dialect);
        if (!reader.short_text(sheet.name)) guard_.refuse(code::damaged_workbook);
    }

    /// The record says how many texts there are, and not always rightly: the bytes say it.
    void read_strings(std::string_view data)
    {
        constexpr std::size_t head = 8;
        constexpr std::uint32_t between_looks = 0x4000;
        if (data.size() < head) guard_.refuse(code::damaged_workbook);
        const std::uint32_t announced = long_at(data, 4);
        TextReader reader(records_, data.substr(head), globals_.dialect);
        cells::SharedStrings& strings = globals_.strings;
        strings = {static_cast<std::uint32_t>(texts_.size()), 0};
        std::string buffer;
        std::string_view text;
        for (; !reader.is_at_end(); ++strings.count) {
            if (!reader.next(text, buffer)) {
                if (strings.count < announced) guard_.refuse(code::damaged_workbook);
                return;
            }
            hold(text);
            texts_.add(text);
            if (strings.count % between_looks == 0) guard_.check_time(guard_.file());
        }
    }

    void hold(std::string_view text) const
    {
        const ReadLimits& limits = guard_.limits();
        if (text.size() > limits.text_bytes) guard_.refuse_limit("text_bytes", limits.text_bytes, guard_.file());
        if (texts_.size() >= limits.texts) guard_.refuse_limit("texts", limits.texts, guard_.file());
        if (texts_.bytes() > limits.memory_bytes)
            guard_.refuse_limit("memory_bytes", limits.memory_bytes, guard_.file());
    }

    RecordReader records_;
    TextPool& texts_;
    const archive::ReadGuard& guard_;
    StyleRecords styles_;
    Globals globals_;
};

} // namespace

std::optional<Beginning> beginning_at(std::string_view stream, std::size_t at)
{
    Record record;
    if (at > stream.size() || !RecordReader(stream, at).peek(record)) return std::nullopt;
    const bool is_old = record.type == 0x0009 || record.type == 0x0209 || record.type == 0x0409;
    if ((record.type != record::begin_of_file && !is_old) || record.data.size() < 4) return std::nullopt;
    return Beginning{is_old ? std::uint16_t{0} : word_at(record.data, 0), word_at(record.data, 2)};
}

Globals read_globals(std::string_view stream, TextPool& texts, const archive::ReadGuard& guard)
{
    return GlobalsReader(stream, texts, guard).read();
}

} // namespace bilan::xls
