// SPDX-License-Identifier: MPL-2.0
#include "run/file_kind.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::run {

namespace {

bool stands_at(std::string_view bytes, std::size_t place, std::string_view words)
{
    return bytes.size() >= place && bytes.substr(place).starts_with(words);
}

bool begins_with_any(std::string_view bytes, std::initializer_list<std::string_view> signatures)
{
    return std::ranges::any_of(signatures, [&](std::string_view sign) { return bytes.starts_with(sign); });
}

/// Names inside an OLE container are UTF-16; a password-protected workbook holds a stream of this name.
bool holds_utf16(std::string_view bytes, std::string_view name)
{
    std::string wide;
    for (const char letter : name) {
        wide += letter;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

/// `XML` or `JSON`, by the first signs; nothing for anything else.
std::string_view markup_of(std::string_view bytes)
{
    constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";
    const std::size_t first = bytes.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    bytes.remove_prefix(first);
    if (bytes.starts_with("<?xml")) return "XML";
    const std::size_t next = bytes.find_first_not_of(blanks, 1);
    const bool is_open = bytes.front() == '{' || bytes.front() == '[';
    const bool is_json = is_open && next != std::string_view::npos &&
                         std::string_view("{}[]\"").find(bytes[next]) != std::string_view::npos;
    return is_json ? "JSON" : "";
}

std::string_view kind_of(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.empty()) return "BIL-383";
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return "BIL-380";
    if (begins_with_any(bytes, {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "BM"sv, "II*\0"sv, "MM\0*"sv}) ||
        (bytes.starts_with("RIFF") && stands_at(bytes, 8, "WEBP")))
        return "BIL-381";
    if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) {
        if (holds_utf16(bytes, "EncryptedPackage")) return "BIL-382";
        if (holds_utf16(bytes, "__properties_version1.0")) return "BIL-389";
        if (holds_utf16(bytes, "WordDocument") || holds_utf16(bytes, "PowerPoint Document")) return "BIL-386";
        if (holds_utf16(bytes, "Workbook") || holds_utf16(bytes, "Book")) return "BIL-398";
        return "BIL-376";
    }
    if (stands_at(bytes, 4, "Standard Jet DB") || stands_at(bytes, 4, "Standard ACE DB")) return "BIL-388";
    if (bytes.starts_with("PK\x03\x04"sv)) {
        if (bytes.substr(0, 100).find("application/vnd.sun.xml.calc") != std::string_view::npos) return "BIL-138";
        if (bytes.find("word/document.xml") != std::string_view::npos ||
            bytes.find("ppt/presentation.xml") != std::string_view::npos ||
            bytes.substr(0, 100).find("vnd.oasis.opendocument.") != std::string_view::npos)
            return "BIL-386";
        return "BIL-387";
    }
    if (begins_with_any(bytes, {"7z\xBC\xAF"sv, "Rar!"sv, "\x1F\x8B"sv, "BZh"sv,
                                "\xFD"
                                "7zXZ"sv}))
        return "BIL-387";
    if (bytes.starts_with("MIME-Version:")) return "BIL-379";
    if (bytes.substr(0, 4096).find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos)
        return "BIL-397";
    if (begins_with_any(bytes.substr(std::min(bytes.size(), bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF"sv))),
                        {"<!DOCTYPE html"sv, "<!doctype html"sv, "<html"sv, "<HTML"sv, "<table"sv}))
        return "BIL-399";
    return markup_of(bytes).empty() ? "BIL-385" : "BIL-141";
}

} // namespace

base::Message why_no_reader(const Source& source)
{
    base::Message message{std::string(kind_of(source.text())), {base::for_display(source.name)}};
    if (message.code == "BIL-141") message.arguments.emplace_back(markup_of(source.text()));
    return message;
}

base::Message why_no_reader(const Source& source, std::span<const plugin::Refused> refused)
{
    // An unknown format, an archive, the XML of Excel, an old workbook, a page: what one of the readers may have known.
    constexpr std::array<std::string_view, 6> doubtful = {"BIL-141", "BIL-385", "BIL-387",
                                                          "BIL-397", "BIL-398", "BIL-399"};
    base::Message message = why_no_reader(source);
    if (refused.empty() || std::ranges::find(doubtful, message.code) == doubtful.end()) return message;
    const std::string file = base::to_utf8(refused.front().file.filename().native());
    return {"BIL-377", {base::for_display(source.name), base::for_display(file)}};
}

} // namespace bilan::run
