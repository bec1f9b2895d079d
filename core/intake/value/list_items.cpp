// SPDX-License-Identifier: MPL-2.0
#include "intake/value/list_items.hpp"

#include "base/text.hpp"
#include "data/column.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::string_view bullets[] = {"=>", "->", ">>", "•", "·", "◦", "▪", "–", "- ", "* ", "> ", "o "};

/// « 1) Les Vernes », « 2. Bellevue »: the place of the item in its list.
std::string_view without_number(std::string_view item)
{
    const std::size_t end = item.find_first_not_of("0123456789");
    constexpr std::size_t longest = 2;
    if (end == 0 || end > longest || end + 1 >= item.size()) return item;
    const bool is_place = (item[end] == ')' || item[end] == '.') && item[end + 1] == ' ';
    return is_place ? base::trim(item.substr(end + 1)) : item;
}

std::string_view without_bullet(std::string_view item)
{
    item = without_number(base::trim(item));
    for (const std::string_view bullet : bullets) {
        if (!item.starts_with(bullet)) continue;
        return base::trim(item.substr(bullet.size()));
    }
    return item;
}

/// Cuts wherever one of the signs stands; the pieces are trimmed and not empty.
std::vector<std::string_view> cut(std::string_view text, std::span<const std::string_view> signs)
{
    std::vector<std::string_view> pieces;
    const auto add = [&](std::string_view piece) {
        if (piece = without_bullet(piece); !piece.empty()) pieces.push_back(piece);
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = std::find_if(signs.begin(), signs.end(),
                                       [&](std::string_view one) { return text.substr(at).starts_with(one); });
        if (sign == signs.end()) {
            ++at;
            continue;
        }
        add(text.substr(begin, at - begin));
        at += sign->size();
        begin = at;
    }
    add(text.substr(begin));
    return pieces;
}

} // namespace

std::vector<std::string_view> cut_at_strong(std::string_view text)
{
    constexpr std::string_view signs[] = {";", "|", "\n", "\r", "•", "=>", ">>"};
    return cut(text, signs);
}

std::vector<std::string_view> cut_at_commas(std::string_view text)
{
    constexpr std::string_view signs[] = {","};
    return cut(text, signs);
}

std::vector<std::string_view> cut_at_weak(std::string_view text)
{
    constexpr std::string_view signs[] = {"/",         "&",        "+", " et ", " Et ", " ET ", "\u00A0et\u00A0",
                                          "\u00A0et ", " et\u00A0"};
    return cut(text, signs);
}

std::vector<std::string_view> cut_at_dashes(std::string_view text)
{
    constexpr std::string_view signs[] = {" - ", " – ", " — "};
    return cut(text, signs);
}

std::string joined_items(std::span<const std::string> items)
{
    std::string joined;
    std::vector<std::string_view> seen;
    for (const std::string& item : items) {
        if (std::find(seen.begin(), seen.end(), item) != seen.end()) continue;
        if (!seen.empty()) joined.push_back(data::list_separator);
        joined += item;
        seen.push_back(item);
    }
    return joined;
}

} // namespace bilan::intake
