// SPDX-License-Identifier: MPL-2.0
//
// Puts together the workbook stream of an xls file record by record, ordinary unless a test says otherwise. For one
// thread.
#pragma once

#include "support/ole_builder.hpp"

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace bilan::test {

namespace biff {

inline std::string record(std::uint64_t type, const std::string& data)
{
    return little(type, 2) + little(data.size(), 2) + data;
}
inline std::string real(double number)
{
    return little(std::bit_cast<std::uint64_t>(number), 8);
}
inline std::string begin(std::uint64_t kind, std::uint64_t version = 0x0600)
{
    return record(0x0809, little(version, 2) + little(kind, 2) + little(0x0DBB, 2) + little(1996, 2) +
                              (version >= 0x0600 ? std::string(8, '\0') : std::string()));
}
inline std::string end()
{
    return record(0x000A, "");
}
/// Row, column and style: how the record of every cell begins.
inline std::string at(std::uint64_t row, std::uint64_t column, std::uint64_t style = 15)
{
    return little(row, 2) + little(column, 2) + little(style, 2);
}
/// Characters of one byte behind a length of `size` bytes.
inline std::string narrow(const std::string& text, std::size_t size = 2)
{
    return little(text.size(), size) + '\0' + text;
}
inline std::string wide(const std::u16string& text, std::size_t size = 2)
{
    std::string bytes = little(text.size(), size) + '\1';
    for (const char16_t unit : text) bytes += little(unit, 2);
    return bytes;
}
inline std::string number(std::uint64_t row, std::uint64_t column, double value, std::uint64_t style = 15)
{
    return record(0x0203, at(row, column, style) + real(value));
}
inline std::string rk(std::uint64_t row, std::uint64_t column, std::uint64_t packed, std::uint64_t style = 15)
{
    return record(0x027E, at(row, column, style) + little(packed, 4));
}
inline std::string shared(std::uint64_t row, std::uint64_t column, std::uint64_t text, std::uint64_t style = 15)
{
    return record(0x00FD, at(row, column, style) + little(text, 4));
}
/// A formula with the eight bytes of its result.
inline std::string formula(std::uint64_t row, std::uint64_t column, const std::string& result, std::uint64_t style = 15,
                           std::uint64_t flags = 0)
{
    return record(0x0006, at(row, column, style) + result + little(flags, 2) + little(0, 4) + little(0, 2));
}
/// A result that is no number: its kind and its value.
inline std::string other_result(char kind, char value = '\0')
{
    return std::string{kind, '\0', value, '\0', '\0', '\0', '\xFF', '\xFF'};
}

} // namespace biff

struct BiffBuilder {
    struct Sheet {
        std::string name;
        std::string records;
        char visibility = 0;
        char kind = 0;
        std::int64_t shift = 0; ///< by how much its position lies
        std::uint64_t beginning = 0x0010;
        bool is_ended = true;
    };

    std::uint64_t version = 0x0600;
    std::vector<Sheet> sheets;
    std::string globals; ///< records before the list of sheets
    /// Styles 0 to 9 beyond the fifteen that stand for style sheets: number formats and fonts as the xlsx tests have.
    bool has_styles = true;
    std::string strings = biff::record(0x00FC, little(3, 4) + little(3, 4) + biff::narrow("un") + biff::narrow("deux") +
                                                   biff::narrow(""));

    BiffBuilder() = default;
    explicit BiffBuilder(const std::string& records) : sheets{{"Feuil1", records}} {}

    static constexpr std::uint64_t general = 15;
    static constexpr std::uint64_t date = 16;
    static constexpr std::uint64_t date_and_time = 17;
    static constexpr std::uint64_t time = 18;
    static constexpr std::uint64_t duration = 19;
    static constexpr std::uint64_t percent = 20;
    static constexpr std::uint64_t euros = 21;
    static constexpr std::uint64_t decimals = 22;
    static constexpr std::uint64_t struck = 23;

    [[nodiscard]] bool is_unicode() const { return version >= 0x0600; }
    [[nodiscard]] std::string text(const std::string& text, std::size_t size) const
    {
        return is_unicode() ? biff::narrow(text, size) : little(text.size(), size) + text;
    }

    [[nodiscard]] std::string styles() const
    {
        if (!has_styles) return {};
        std::string records;
        for (int font = 0; font < 4; ++font) records += biff::record(0x0031, std::string(14, '\0'));
        records += biff::record(0x0031, little(200, 2) + little(8, 2) + std::string(10, '\0'));
        const std::size_t size = is_unicode() ? 2 : 1;
        records += biff::record(0x041E, little(164, 2) + text("[h]:mm", size));
        records += biff::record(0x041E, little(165, 2) + text("#,##0.00\\ \"EUR\"", size));
        const auto style = [&](std::uint64_t font, std::uint64_t format) {
            return biff::record(0x00E0,
                                little(font, 2) + little(format, 2) + std::string(is_unicode() ? 16 : 12, '\0'));
        };
        for (int parent = 0; parent < 15; ++parent) records += style(0, 14);
        for (const unsigned format : {0U, 14U, 22U, 20U, 164U, 10U, 165U, 4U}) records += style(0, format);
        return records + style(5, 0); // the fifth font is number 5
    }

    /// The whole stream; the positions of the sheets are found in a second pass.
    [[nodiscard]] std::string stream() const
    {
        std::vector<std::size_t> positions(sheets.size(), 0);
        std::string bytes;
        for (int pass = 0; pass < 2; ++pass) {
            bytes = biff::begin(0x0005, version) + globals + styles();
            for (std::size_t i = 0; i < sheets.size(); ++i)
                bytes += biff::record(0x0085, little(positions[i] + static_cast<std::uint64_t>(sheets[i].shift), 4) +
                                                  sheets[i].visibility + sheets[i].kind + text(sheets[i].name, 1));
            if (is_unicode()) bytes += strings;
            bytes += biff::end();
            for (std::size_t i = 0; i < sheets.size(); ++i) {
                positions[i] = bytes.size();
                bytes += biff::begin(sheets[i].beginning, version) + sheets[i].records;
                if (sheets[i].is_ended) bytes += biff::end();
            }
        }
        return bytes;
    }
    [[nodiscard]] std::string file() const
    {
        return OleBuilder().add(is_unicode() ? "Workbook" : "Book", stream()).bytes();
    }
};

} // namespace bilan::test
