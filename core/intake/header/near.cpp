// SPDX-License-Identifier: MPL-2.0
#include "intake/header/near.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <tuple>

namespace bilan::intake {

namespace {

/// « N° EJ » is as far from « N° RNA » as « EJ » is from « RNA ».
std::string without_attributes(std::string_view folded)
{
    for (const std::string_view attribute : {"n\xC2\xB0 ", "no ", "numero ", "code ", "nom ", "type "})
        if (folded.starts_with(attribute)) return std::string(folded.substr(attribute.size()));
    return std::string(folded);
}

} // namespace

bool is_near(std::string_view known, std::string_view word, std::size_t slips)
{
    const std::size_t longer = std::max(known.size(), word.size());
    const std::size_t shorter = std::min(known.size(), word.size());
    // A slip in the first letter often makes another word: « cofinancement » is no « financement ».
    const bool same_start = !word.empty() && !known.empty() && word.front() == known.front();
    return same_start && longer - shorter <= slips && known.size() >= 5 && base::edit_distance(known, word) <= slips;
}

std::vector<std::string> nearest_fields(const SchemaIndex& schema, const HeaderWords& words, std::size_t most)
{
    std::vector<std::tuple<std::size_t, std::uint32_t>> ranked;
    const std::string header = without_attributes(words.folded);
    if (header.size() < 3) return {};
    for (const Term& term : schema.terms) {
        // One, or two of a long header: « Familles » are no « Filles », « dont CPO » no « dont QPV ».
        constexpr std::size_t long_header = 12;
        const std::size_t slips = header.size() < long_header ? 1 : 2;
        const std::string known = without_attributes(term.folded);
        if (is_near(known, header, slips)) ranked.emplace_back(base::edit_distance(known, header), term.field);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> fields;
    for (const auto& [distance, field] : ranked) {
        const std::string& id = schema.schema->fields[field].id;
        if (fields.size() < most && std::find(fields.begin(), fields.end(), id) == fields.end()) fields.push_back(id);
    }
    return fields;
}

} // namespace bilan::intake
