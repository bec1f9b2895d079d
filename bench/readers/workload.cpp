// SPDX-License-Identifier: MPL-2.0
#include "readers/workload.hpp"

#include "readers/fictitious.hpp"
#include "support/biff_builder.hpp"
#include "support/zip_builder.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::bench {
namespace {

/// One cell of the table, whatever the format it is written in.
struct Value {
    enum class Kind : std::uint8_t { none, text, day, amount, rate, count };
    Kind kind = Kind::none;
    std::string text;
    double number = 0;
};

Value value_at(std::uint32_t row, std::uint32_t column, Dice& dice)
{
    using Kind = Value::Kind;
    if (dice.roll(9) == 0) return {};
    switch (column % 10) {
    case 0: return {Kind::text, "D-" + std::to_string(row * 20 + column), 0};
    case 1:
    case 5: return {Kind::text, labels[dice.roll(labels.size())], 0};
    case 2: return {Kind::day, {}, 43000.0 + dice.roll(2000)};
    case 3: return {Kind::amount, {}, dice.roll(100000000) / 100.0};
    case 4: return {Kind::rate, {}, dice.roll(1000000) / 1e6};
    default: return {Kind::count, {}, static_cast<double>(dice.roll(100000))};
    }
}

std::string digits(double number)
{
    std::array<char, 40> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

std::string as_people_write(const Value& value)
{
    using Kind = Value::Kind;
    if (value.kind == Kind::text || value.kind == Kind::none) return value.text;
    if (value.kind == Kind::day) {
        const std::chrono::sys_days first = std::chrono::year(1899) / 12 / 30;
        const std::chrono::year_month_day day(first + std::chrono::days(static_cast<int>(value.number)));
        const auto two = [](unsigned part) { return (part < 10 ? "0" : "") + std::to_string(part); };
        return two(unsigned(day.day())) + "/" + two(unsigned(day.month())) + "/" + std::to_string(int(day.year()));
    }
    std::string text = digits(value.number);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

struct Formats {
    lxw_format* date = nullptr;
    lxw_format* rate = nullptr;
    lxw_format* amount = nullptr;
};

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value, const Formats& formats)
{
    using Kind = Value::Kind;
    switch (value.kind) {
    case Kind::none: break;
    case Kind::text: worksheet_write_string(sheet, row, column, value.text.c_str(), nullptr); break;
    case Kind::day: worksheet_write_number(sheet, row, column, value.number, formats.date); break;
    case Kind::amount: worksheet_write_number(sheet, row, column, value.number, formats.amount); break;
    case Kind::rate: worksheet_write_number(sheet, row, column, value.number, formats.rate); break;
    case Kind::count: worksheet_write_number(sheet, row, column, value.number, nullptr); break;
    }
}

std::string column_letters(std::uint32_t column)
{
    const std::string last(1, static_cast<char>('A' + column % 26));
    return column < 26 ? last : column_letters(column / 26 - 1) + last;
}

constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The rows of a sheet in Excel's shape; texts go to `texts`.
std::string excel_rows(std::uint32_t rows, std::uint32_t columns, const std::string& p, std::vector<std::string>& texts)
{
    std::map<std::string, std::size_t> numbers;
    std::string xml;
    Dice dice;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::string name = std::to_string(row + 1);
        xml += "<" + p + "row r=\"" + name + "\" spans=\"1:" + std::to_string(columns) + "\" x14ac:dyDescent=\"0.25\">";
        for (std::uint32_t column = 0; column < columns; ++column) {
            const Value value = value_at(row, column, dice);
            if (value.kind == Value::Kind::none) continue;
            xml += "<" + p + "c r=\"" + column_letters(column) + name + "\" s=\"" +
                   std::to_string(value.kind == Value::Kind::day ? 1 : 2) + "\"";
            std::string content = digits(value.number);
            if (value.kind == Value::Kind::text) {
                const auto [place, fresh] = numbers.try_emplace(value.text, texts.size());
                if (fresh) texts.push_back(value.text);
                content = std::to_string(place->second);
                xml += " t=\"s\"";
            }
            xml += "><" + p + "v>" + content + "</" + p + "v></" + p + "c>";
        }
        xml += "</" + p + "row>";
    }
    return xml;
}

std::string escaped(const std::string& text)
{
    std::string xml;
    for (const char byte : text) xml += byte == '&' ? std::string("&amp;") : std::string(1, byte);
    return xml;
}

std::u16string wide_text(std::string_view utf8)
{
    std::u16string wide;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
        const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : 3; // our labels have no longer ones
        unsigned character = byte(0);
        if (length == 2) character = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
        if (length == 3) character = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        wide += static_cast<char16_t>(character);
        at += length;
    }
    return wide;
}

/// The shared texts of a workbook, each once, in records no longer than Excel's.
class SharedTexts {
public:
    std::uint64_t number_of(const std::string& text)
    {
        return numbers_.try_emplace(text, numbers_.size()).first->second;
    }

    [[nodiscard]] std::string records() const
    {
        constexpr std::size_t longest = 8224;
        std::vector<const std::string*> texts(numbers_.size());
        for (const auto& [text, number] : numbers_) texts[number] = &text;
        std::string all;
        std::string piece = test::little(texts.size(), 4) + test::little(texts.size(), 4);
        for (const std::string* text : texts) {
            const bool is_plain = text->find_first_of("\xC3\xE2\xC2") == text->npos;
            const std::string bytes = is_plain ? test::biff::narrow(*text) : test::biff::wide(wide_text(*text));
            if (piece.size() + bytes.size() > longest)
                all += test::biff::record(all.empty() ? 0x00FC : 0x003C, std::exchange(piece, {}));
            piece += bytes;
        }
        return all + test::biff::record(all.empty() ? 0x00FC : 0x003C, piece);
    }

private:
    std::map<std::string, std::uint64_t> numbers_;
};

std::string xls_record(std::uint32_t row, std::uint32_t column, const Value& value, SharedTexts& texts)
{
    using Kind = Value::Kind;
    using Styles = test::BiffBuilder;
    switch (value.kind) {
    case Kind::none: break;
    case Kind::text: return test::biff::shared(row, column, texts.number_of(value.text));
    case Kind::amount: return test::biff::number(row, column, value.number, Styles::euros);
    case Kind::rate: return test::biff::number(row, column, value.number, Styles::percent);
    case Kind::day:
    case Kind::count:
        return test::biff::rk(row, column, static_cast<std::uint64_t>(value.number) << 2U | 2U,
                              value.kind == Kind::day ? Styles::date : Styles::general);
    }
    return {};
}

} // namespace

void write_workload(const std::string& file, std::uint32_t rows, std::uint16_t columns)
{
    lxw_workbook* const book = workbook_new(file.c_str());
    if (book == nullptr) throw std::runtime_error("cannot write " + file);
    Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_num_format(formats.date, "dd/mm/yyyy");
    format_set_num_format(formats.rate, "0.0%");
    format_set_num_format(formats.amount, "#,##0.00\\ \"€\"");
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Données");
    Dice dice;
    for (lxw_row_t row = 0; row < rows; ++row) {
        for (lxw_col_t column = 0; column < columns; ++column)
            write_cell(sheet, row, column, value_at(row, column, dice), formats);
    }
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot close " + file);
}

void write_csv_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns)
{
    std::ofstream stream(file, std::ios::binary);
    Dice dice;
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t column = 0; column < columns; ++column)
            stream << (column > 0 ? ";" : "") << as_people_write(value_at(row, column, dice));
        stream << "\r\n";
    }
    if (!stream.flush()) throw std::runtime_error("cannot write " + file);
}

void write_excel_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns, const std::string& prefix)
{
    const std::string p = prefix.empty() ? "" : prefix + ":";
    const std::string space =
        std::string(prefix.empty() ? " xmlns" : " xmlns:" + prefix) + "=\"" + std::string(main_space) + "\"";
    const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    std::vector<std::string> texts;
    std::string sheet = declaration + "<" + p + "worksheet" + space +
                        " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><" + p +
                        "sheetData>" + excel_rows(rows, columns, p, texts) + "</" + p + "sheetData></" + p +
                        "worksheet>";
    std::string strings = declaration + "<" + p + "sst" + space + ">";
    for (const std::string& text : texts)
        strings += "<" + p + "si><" + p + "t>" + escaped(text) + "</" + p + "t></" + p + "si>";
    strings += "</" + p + "sst>";
    const auto relation = [](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(office) + "/" + type + "\" Target=\"" + target +
               "\"/>";
    };
    const auto relations = [](const std::string& all) {
        return "<Relationships xmlns=\"" + std::string(package) + "relationships\">" + all + "</Relationships>";
    };
    test::ZipBuilder zip;
    zip.add("[Content_Types].xml", "<Types xmlns=\"" + std::string(package) + "content-types\"/>");
    zip.add("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    zip.add("xl/workbook.xml",
            "<workbook xmlns=\"" + std::string(main_space) + "\" xmlns:r=\"" + std::string(office) +
                "\"><sheets><sheet name=\"Données\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                                                    relation("rId2", "styles", "styles.xml") +
                                                    relation("rId3", "sharedStrings", "sharedStrings.xml")));
    zip.add("xl/styles.xml", "<styleSheet xmlns=\"" + std::string(main_space) +
                                 "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/></cellXfs>"
                                 "</styleSheet>");
    zip.add("xl/sharedStrings.xml", strings);
    zip.add("xl/worksheets/sheet1.xml", sheet);
    std::ofstream stream(file, std::ios::binary);
    if (!(stream << zip.bytes()).flush()) throw std::runtime_error("cannot write " + file);
}

void write_xls_workload(const std::string& file, std::uint32_t rows, std::uint32_t columns)
{
    Dice dice;
    SharedTexts texts;
    test::BiffBuilder book("");
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            book.sheets[0].records += xls_record(row, column, value_at(row, column, dice), texts);
    book.strings = texts.records();
    std::ofstream(file, std::ios::binary) << book.file();
}

} // namespace bilan::bench
