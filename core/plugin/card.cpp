// SPDX-License-Identifier: MPL-2.0
#include "plugin/card.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace bilan::plugin {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::plugin, base::to_utf8(file.native()), {std::move(code), std::move(arguments)});
}

std::string hexadecimal(std::uint32_t number)
{
    std::array<char, 8> room{};
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number, 16).ptr;
    return "0x" + std::string(room.data(), end);
}

/// The text of a field, which a careless plugin may have filled to the brim, without a final NUL.
std::string text_of(std::span<const char> field)
{
    return base::to_utf8({field.data(), static_cast<std::size_t>(std::ranges::find(field, '\0') - field.begin())});
}

bool is_legal(std::string_view word)
{
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.' || letter == '+';
    };
    return !word.empty() && std::ranges::all_of(word, fits);
}

} // namespace

bilan_plugin_card host_card()
{
    return {BILAN_PLUGIN_MAGIC,
            sizeof(bilan_plugin_card),
            BILAN_PLUGIN_INTERFACE,
            __GXX_ABI_VERSION,
            _GLIBCXX_USE_CXX11_ABI,
            "bilan",
            "",
            "" __VERSION__};
}

Identity identity_of(const bilan_plugin_card& card, const bilan_plugin_card& host, const std::filesystem::path& file)
{
    if (card.magic != host.magic) refuse(file, "BIL-453", {hexadecimal(card.magic), hexadecimal(host.magic)});
    if (card.card_size != host.card_size)
        refuse(file, "BIL-454", {std::to_string(card.card_size), std::to_string(host.card_size)});
    Identity who{text_of(card.name), text_of(card.version), text_of(card.built_with), file};
    if (card.interface_number != host.interface_number)
        refuse(file, "BIL-455",
               {who.name, who.version, std::to_string(card.interface_number), std::to_string(host.interface_number)});
    if (card.compiler_abi != host.compiler_abi)
        refuse(file, "BIL-456",
               {who.name, who.version, who.built_with, std::to_string(card.compiler_abi), text_of(host.built_with),
                std::to_string(host.compiler_abi)});
    if (card.string_abi != host.string_abi)
        refuse(file, "BIL-457",
               {who.name, who.version, std::to_string(card.string_abi), std::to_string(host.string_abi)});
    if (!is_legal(who.name) || !is_legal(who.version)) refuse(file, "BIL-458", {who.name, who.version});
    return who;
}

} // namespace bilan::plugin
