// SPDX-License-Identifier: MPL-2.0
#include "xml/single_byte.hpp"

#include "charset/decoder.hpp"

#include <algorithm>
#include <string>

namespace bilan::xml {
namespace {

using namespace std::string_view_literals;

/// As the C library spells it; empty for what is none of them.
std::string library_name(std::string_view encoding)
{
    std::string name(encoding);
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (name == "ascii" || name == "ansi" || name == "latin1" || name == "latin-1") return "CP1252";
    if (name == "macintosh" || name == "mac" || name == "x-mac-roman") return "MACINTOSH";
    for (const std::string_view family : {"windows-125"sv, "cp125"sv, "cp-125"sv})
        if (name.starts_with(family) && name.size() == family.size() + 1) return "CP125" + name.substr(family.size());
    for (const std::string_view family : {"ibm"sv, "cp"sv})
        if (name == std::string(family) + "850" || name == std::string(family) + "437")
            return "CP" + name.substr(family.size());
    return name.starts_with("iso-8859-") ? name : std::string();
}

/// The one character of a text in UTF-8, below U+10000 as all of these are.
int character_of(std::string_view utf8)
{
    const auto byte = [&](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(utf8[at])); };
    if (utf8.size() == 1) return byte(0);
    if (utf8.size() == 2) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (utf8.size() == 3) return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return -1;
}

} // namespace

std::optional<std::array<int, 256>> single_byte_characters(std::string_view encoding)
{
    const std::string name = library_name(encoding);
    if (name.empty()) return std::nullopt;
    const charset::Decoder decoder(name);
    if (!decoder.is_known()) return std::nullopt;
    std::array<int, 256> characters{};
    for (std::size_t byte = 0; byte < characters.size(); ++byte) {
        const char letter = static_cast<char>(byte);
        std::string utf8;
        characters[byte] = decoder.append(utf8, {&letter, 1}) ? character_of(utf8) : -1;
    }
    return characters;
}

} // namespace bilan::xml
