// SPDX-License-Identifier: MPL-2.0
#include "intake/value/departments.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

struct Department {
    std::string_view code;
    std::string_view name; ///< folded, dashes for spaces
};

constexpr Department departments[] = {
    {"01", "ain"},
    {"02", "aisne"},
    {"03", "allier"},
    {"04", "alpes-de-haute-provence"},
    {"05", "hautes-alpes"},
    {"06", "alpes-maritimes"},
    {"07", "ardeche"},
    {"08", "ardennes"},
    {"09", "ariege"},
    {"10", "aube"},
    {"11", "aude"},
    {"12", "aveyron"},
    {"13", "bouches-du-rhone"},
    {"14", "calvados"},
    {"15", "cantal"},
    {"16", "charente"},
    {"17", "charente-maritime"},
    {"18", "cher"},
    {"19", "correze"},
    {"2A", "corse-du-sud"},
    {"2B", "haute-corse"},
    {"21", "cote-d'or"},
    {"22", "cotes-d'armor"},
    {"23", "creuse"},
    {"24", "dordogne"},
    {"25", "doubs"},
    {"26", "drome"},
    {"27", "eure"},
    {"28", "eure-et-loir"},
    {"29", "finistere"},
    {"30", "gard"},
    {"31", "haute-garonne"},
    {"32", "gers"},
    {"33", "gironde"},
    {"34", "herault"},
    {"35", "ille-et-vilaine"},
    {"36", "indre"},
    {"37", "indre-et-loire"},
    {"38", "isere"},
    {"39", "jura"},
    {"40", "landes"},
    {"41", "loir-et-cher"},
    {"42", "loire"},
    {"43", "haute-loire"},
    {"44", "loire-atlantique"},
    {"45", "loiret"},
    {"46", "lot"},
    {"47", "lot-et-garonne"},
    {"48", "lozere"},
    {"49", "maine-et-loire"},
    {"50", "manche"},
    {"51", "marne"},
    {"52", "haute-marne"},
    {"53", "mayenne"},
    {"54", "meurthe-et-moselle"},
    {"55", "meuse"},
    {"56", "morbihan"},
    {"57", "moselle"},
    {"58", "nievre"},
    {"59", "nord"},
    {"60", "oise"},
    {"61", "orne"},
    {"62", "pas-de-calais"},
    {"63", "puy-de-dome"},
    {"64", "pyrenees-atlantiques"},
    {"65", "hautes-pyrenees"},
    {"66", "pyrenees-orientales"},
    {"67", "bas-rhin"},
    {"68", "haut-rhin"},
    {"69", "rhone"},
    {"70", "haute-saone"},
    {"71", "saone-et-loire"},
    {"72", "sarthe"},
    {"73", "savoie"},
    {"74", "haute-savoie"},
    {"75", "paris"},
    {"76", "seine-maritime"},
    {"77", "seine-et-marne"},
    {"78", "yvelines"},
    {"79", "deux-sevres"},
    {"80", "somme"},
    {"81", "tarn"},
    {"82", "tarn-et-garonne"},
    {"83", "var"},
    {"84", "vaucluse"},
    {"85", "vendee"},
    {"86", "vienne"},
    {"87", "haute-vienne"},
    {"88", "vosges"},
    {"89", "yonne"},
    {"90", "territoire-de-belfort"},
    {"91", "essonne"},
    {"92", "hauts-de-seine"},
    {"93", "seine-saint-denis"},
    {"94", "val-de-marne"},
    {"95", "val-d'oise"},
    {"971", "guadeloupe"},
    {"972", "martinique"},
    {"973", "guyane"},
    {"974", "la-reunion"},
    {"975", "saint-pierre-et-miquelon"},
    {"976", "mayotte"},
    {"977", "saint-barthelemy"},
    {"978", "saint-martin"},
    {"986", "wallis-et-futuna"},
    {"987", "polynesie-francaise"},
    {"988", "nouvelle-caledonie"},
};

std::optional<std::string> of_code(std::string_view code)
{
    std::string wanted(code);
    for (char& byte : wanted)
        if (is_letter(byte)) byte = static_cast<char>(byte - 'a' + 'A');
    if (wanted == "69D" || wanted == "69M") wanted = "69"; // the two halves of the Rhône in some files
    while (wanted.size() > 2 && wanted.front() == '0') wanted.erase(0, 1);
    if (wanted.size() == 1) wanted.insert(0, 1, '0');
    for (const Department& department : departments)
        if (department.code == wanted) return wanted;
    return std::nullopt;
}

std::optional<std::string> of_name(std::string_view name)
{
    std::string wanted(name);
    std::replace(wanted.begin(), wanted.end(), ' ', '-');
    for (const Department& department : departments)
        if (department.name == wanted || (wanted == "reunion" && department.code == "974"))
            return std::string(department.code);
    return std::nullopt;
}

} // namespace

std::optional<std::string> department_of(std::string_view folded)
{
    for (const std::string_view word : {"departement", "dept", "dep."})
        if (take_word(folded, word)) break;
    if (auto code = of_code(folded)) return code;
    if (auto code = of_name(folded)) return code;
    // « 01 - Ain », « Ain (01) »: both halves must say the same.
    const std::size_t sign = folded.find_first_of("-(:");
    const std::size_t space = folded.find(' ');
    const std::size_t cut = std::min(sign, space);
    if (cut == std::string_view::npos || cut == 0) return std::nullopt;
    const std::size_t open = folded.find('(');
    std::string_view left = trim_spaces(folded.substr(0, open == std::string_view::npos ? cut : open));
    std::string_view right = folded.substr(open == std::string_view::npos ? cut : open);
    right.remove_prefix(std::min(right.find_first_not_of(" -(:"), right.size()));
    while (right.ends_with(')') || right.ends_with(' ')) right.remove_suffix(1);
    const auto first = of_code(left) ? of_code(left) : of_name(left);
    const auto second = of_code(right) ? of_code(right) : of_name(right);
    return first && first == second ? first : std::nullopt;
}

} // namespace bilan::intake
