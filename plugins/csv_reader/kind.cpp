// SPDX-License-Identifier: MPL-2.0
#include "kind.hpp"

#include "byte_masks.hpp"
#include "encoding.hpp"
#include "wide_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

namespace csv_reader {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = std::size_t{64} << 10U;
constexpr std::string_view blanks = " \t\r\n\0\x1A"sv;

/// How the files begin that a reader of texts must leave alone.
constexpr std::array signatures = {"PK\x03\x04"sv,
                                   "PK\x05\x06"sv,
                                   "PK\x07\x08"sv,
                                   "\xD0\xCF\x11\xE0"sv,
                                   "%PDF"sv,
                                   "{\\rtf"sv,
                                   "\x89PNG"sv,
                                   "\xFF\xD8\xFF"sv,
                                   "GIF8"sv,
                                   "II*\0"sv,
                                   "MM\0*"sv,
                                   "RIFF"sv,
                                   "\x1F\x8B"sv,
                                   "BZh"sv,
                                   "7z\xBC\xAF"sv,
                                   "Rar!"sv,
                                   "\xFD\x37zXZ"sv,
                                   "\x7F\x45LF"sv,
                                   "MZ\x90"sv,
                                   "SQLite format 3"sv,
                                   "\x28\xB5\x2F\xFD"sv,
                                   "%!PS"sv,
                                   "MIME-Version:"sv,
                                   "TABLE\r\n0,1\r\n\""sv, // DIF
                                   "TABLE\n0,1\n\""sv};

/// Raw BIFF streams, the oldest xls: a BOF record of a known length.
bool is_biff(std::string_view bytes)
{
    return bytes.size() > 4 && bytes[0] == '\x09' && bytes[1] <= '\x08' && bytes[3] == '\0' &&
           (bytes[2] == '\x04' || bytes[2] == '\x06' || bytes[2] == '\x08' || bytes[2] == '\x10');
}

/// SYLK: a head, and cells told by their place. Many a table begins with « ID;Porteur ».
bool is_sylk(std::string_view head)
{
    return head.starts_with("ID;P") && (head.find("\nC;X") != head.npos || head.find("\nC;Y") != head.npos);
}

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

/// Text that begins with a tag of html or with an xml declaration, in whatever encoding.
bool is_markup(std::string_view head)
{
    constexpr std::array tags = {"<!doctype"sv, "<html"sv, "<?xml"sv, "<table"sv, "<head"sv, "<meta"sv,  "<style"sv,
                                 "<body"sv,     "<!--"sv,  "<div"sv,  "<p>"sv,    "<tr"sv,   "<script"sv};
    std::string start;
    for (const char byte : head.substr(0, 512)) {
        const auto value = static_cast<unsigned char>(byte);
        if (start.empty() && byte != '<' && (value <= 0x20 || value >= 0xBB)) continue; // blanks and byte order marks
        if (byte != '\0') start.push_back(lower(byte));
    }
    return std::any_of(tags.begin(), tags.end(), [&start](std::string_view tag) { return start.starts_with(tag); });
}

/// A JSON document: a brace or bracket, then what only JSON puts there.
bool is_json(std::string_view head)
{
    const std::size_t open = head.find_first_not_of(blanks);
    if (open == std::string_view::npos || (head[open] != '{' && head[open] != '[')) return false;
    const std::size_t next = head.find_first_not_of(blanks, open + 1);
    return next != std::string_view::npos && R"("{}[])"sv.find(head[next]) != std::string_view::npos;
}

/// Texts have hardly any control characters; NULs may pad the fields of old programs.
bool has_few_controls(std::string_view head)
{
    std::size_t nuls = 0;
    std::size_t controls = 0;
    const auto count = [&](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        nuls += value == 0 ? 1U : 0U;
        controls += value != 0 && value < 0x20 && !(value >= '\t' && value <= '\r') ? 1U : 0U;
    };
    std::size_t at = 0;
    for (; head.size() - at >= block_bytes; at += block_bytes) {
        if (at > 0 && Chosen::french_characters(head.data() + at) >= 0) continue;
        for (std::uint64_t mask = Chosen::unusual(head.data() + at); mask != 0; mask &= mask - 1)
            count(head[at + static_cast<std::size_t>(std::countr_zero(mask))]);
    }
    for (; at < head.size(); ++at) count(head[at]);
    return controls * 100 <= head.size() + 100 && nuls * 2 <= head.size();
}

} // namespace

Kind kind_of(std::string_view bytes)
{
    const auto begins = [bytes](std::string_view signature) { return bytes.starts_with(signature); };
    if (std::any_of(signatures.begin(), signatures.end(), begins) || is_biff(bytes)) return Kind::foreign;
    const std::string_view head = bytes.substr(0, head_bytes);
    if (is_markup(head) || is_json(head) || is_sylk(head)) return Kind::foreign;
    const auto wide = guess_wide(bytes);
    if (!wide && !has_few_controls(head.substr(0, head.find_last_not_of('\0') + 1))) { // a file system pads with NULs
        const bool filled = bytes.find_first_not_of(blanks) != std::string_view::npos;
        return filled ? Kind::foreign : Kind::empty;
    }
    const std::size_t mark = wide ? wide->mark : bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    return bytes.find_first_not_of(blanks, mark) == std::string_view::npos ? Kind::empty : Kind::text;
}

} // namespace csv_reader
