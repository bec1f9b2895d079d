// SPDX-License-Identifier: MPL-2.0
#include "intake/header/measures.hpp"

namespace bilan::intake {

bool is_measure(const data::Field& field)
{
    return field.type == data::FieldType::count || field.type == data::FieldType::euro ||
           field.type == data::FieldType::number || field.type == data::FieldType::rate;
}

const Candidate* surest_measure(const std::vector<Candidate>& candidates)
{
    const bool has_one =
        !candidates.empty() && candidates.front().confidence >= sure && is_measure(*candidates.front().field);
    return has_one ? &candidates.front() : nullptr;
}

HeaderColumn group_above(const HeaderColumn& header)
{
    HeaderColumn group = header;
    group.levels.pop_back();
    group.words.pop_back();
    group.carried.pop_back();
    return group;
}

HeaderColumn as_two_levels(const HeaderColumn& header)
{
    if (!header.has_header()) return header;
    for (const std::string_view sign : {" / ", " - ", " – ", " : ", "\u00A0: "}) {
        const std::string written = header.levels.back();
        const std::size_t at = written.rfind(sign);
        if (at == std::string::npos || at == 0) continue;
        HeaderColumn levels = header;
        levels.levels = {written.substr(0, at), written.substr(at + sign.size())};
        levels.words = {read_header(levels.levels[0]), read_header(levels.levels[1])};
        levels.carried = {false, false};
        return levels;
    }
    return header;
}

std::optional<Candidate> measure_above(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& header)
{
    if (header.words.size() < 2) return std::nullopt;
    const std::vector<Candidate> found = match(lexicon, schema, group_above(header));
    const Candidate* measure = surest_measure(found);
    return measure == nullptr ? std::nullopt : std::optional<Candidate>(*measure);
}

} // namespace bilan::intake
