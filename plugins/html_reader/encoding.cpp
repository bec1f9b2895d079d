// SPDX-License-Identifier: MPL-2.0
#include "html_reader/encoding.hpp"

#include "charset/decoder.hpp"

#include <algorithm>
#include <array>

namespace bilan::html {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t announcement_bytes = 8192; ///< where a page says what it is

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Names of the Web for what is Windows-1252 there.
std::string usual_name(const std::string& name)
{
    constexpr std::array western = {"iso-8859-1"sv, "latin1"sv, "latin-1"sv, "iso8859-1"sv, "us-ascii"sv,
                                    "ascii"sv,      "cp1252"sv, "ansi"sv,    "x-ansi"sv};
    if (std::find(western.begin(), western.end(), name) != western.end()) return "windows-1252";
    if (name == "x-mac-roman") return "macintosh";
    return name == "utf8" ? "utf-8" : name;
}

/// What stands behind `charset=` or `encoding=`, in lower case.
std::string announced_encoding(std::string_view bytes)
{
    const std::string head = beginning(bytes, announcement_bytes);
    for (const std::string_view word : {"charset="sv, "encoding="sv}) {
        std::size_t at = head.find(word);
        if (at == head.npos) continue;
        at += word.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
        const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:", at);
        const std::string name = head.substr(at, end == head.npos ? head.npos : end - at);
        if (!name.empty()) return usual_name(name);
    }
    return {};
}

std::string library_name(const std::string& name)
{
    constexpr std::string_view windows = "windows-";
    return name.starts_with(windows) ? "CP" + name.substr(windows.size()) : name;
}

void decode(PageText& page, std::string_view bytes, const std::string& name)
{
    page.encoding = name;
    const charset::Decoder decoder(library_name(name));
    page.text.reserve(bytes.size() + bytes.size() / 8);
    page.is_sound = decoder.append(page.text, bytes);
}

bool is_wide(std::string_view name)
{
    return name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("ucs") || name == "unicode";
}

/// A byte order mark, or the zero bytes beside the first character of a page, `<`.
std::string_view wide_encoding(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("<\0"sv)) return "utf-16le";
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\0<"sv)) return "utf-16be";
    return {};
}

} // namespace

PageText decoded(std::string_view bytes)
{
    PageText page;
    const std::string_view wide = wide_encoding(bytes);
    const std::string announced = announced_encoding(bytes);
    if (!wide.empty()) {
        decode(page, bytes, std::string(wide));
    } else if (charset::is_utf8(bytes)) {
        page.encoding = "utf-8";
        page.text = bytes;
    } else if (announced.empty() || announced == "utf-8" || is_wide(announced) ||
               !charset::Decoder(library_name(announced)).is_known()) {
        decode(page, bytes, "windows-1252");
    } else {
        decode(page, bytes, announced);
    }
    const bool says_otherwise = !announced.empty() && announced != page.encoding && !is_wide(announced);
    if (says_otherwise && wide.empty() && !charset::is_ascii(bytes)) page.announced = announced;
    if (page.text.starts_with("\uFEFF")) page.text.erase(0, 3);
    page.text.erase(std::remove(page.text.begin(), page.text.end(), '\0'), page.text.end());
    return page;
}

std::string beginning(std::string_view bytes, std::size_t most)
{
    std::string head;
    for (const char byte : bytes.substr(0, most)) {
        const auto value = static_cast<unsigned char>(byte);
        if (value != 0 && value < 0x80) head += lower(byte);
    }
    return head;
}

} // namespace bilan::html
